"""Words said: general words of the trade for what is declared, reported and told over the phone, with their names."""

from sim_core.text import Text

DECLARED = {
    "overfill": Text("满溢", "overfill"),
    "spill": Text("泄漏积液", "spill"),
    "gas_leak": Text("气体泄漏", "gas leak"),
    "pipeline_leak": Text("管道泄漏", "pipeline leak"),
    "fire": Text("火灾", "fire"),
    "explosion": Text("爆炸", "explosion"),
    "poisoning": Text("中毒窒息", "poisoning or asphyxiation"),
    "injury": Text("人员伤害", "somebody is injured"),
    "instrument_fault": Text("仪表故障", "instrument fault"),
    "false_alarm": Text("误报", "false alarm"),
}
TACTICS = {
    "offensive": Text("进攻（泡沫覆盖）", "offensive (foam blanket)"),
    "defensive": Text("防御（冷却、隔离）", "defensive (cool, isolate)"),
    "withdraw": Text("撤离", "withdraw"),
}
GRADES = {
    "special": Text("特级", "special"),
    "first": Text("一级", "first"),
    "second": Text("二级", "second"),
    "third": Text("三级", "third"),
}
DRAFTS = {
    "government": Text("致应急管理部门", "to the authority"),
    "head": Text("致单位负责人", "to the head of the unit"),
}
SITUATIONS = {"situation": Text("总体情况", "the situation")}
TOPICS = {
    "gauge_still": Text("液位读数不动", "a level reading stands still"),
    "level_high": Text("高液位报警", "high-level alarm"),
    "level_low": Text("液位下降", "a level is falling"),
    "gas_alarm": Text("气体报警", "gas alarm"),
    "overflow_seen": Text("看见满溢或积液", "overflow or pool in sight"),
    "leak_seen": Text("看见泄漏", "leak in sight"),
    "gas_met": Text("闻到或测到气体", "gas smelt or measured"),
    "relief_heard": Text("安全阀尖啸", "the relief valve screams"),
    "pitch_rises": Text("安全阀啸声变尖", "the relief valve climbs in pitch"),
    "shell_weak": Text("罐壳发红或鼓胀", "a shell glows or bulges"),
    "water_low": Text("消防水压力低", "fire-water pressure is low"),
    "jammed": Text("手轮转不动", "a wheel does not turn"),
    "petrol_smell": Text("油气味", "smell of petrol"),
    "imbalance": Text("进出流量不平", "what goes in does not come out"),
    "oil_seen": Text("看见冒油", "oil wells up"),
    "oil_smell": Text("原油气味", "smell of crude oil"),
    "water_oiled": Text("水面见油", "oil on the water"),
    "fumes_seen": Text("棕黄烟、嘶响", "brown fumes, hissing"),
    "fire_seen": Text("看见火", "fire in sight"),
    "seal_low": Text("水封存水减少", "the seal loses water"),
    "queue": Text("排队车数", "lorries in the queue"),
    "leak_alarm": Text("漏液报警", "leak alarm"),
    "flame": Text("热像仪查火", "a look through the thermal camera"),
    "fire_alarm": Text("感温报警", "heat alarm"),
    "bund_fire_seen": Text("堤内着火", "fire inside the bund"),
    "rim_seen": Text("密封圈火", "fire at the rim seal"),
    "full_seen": Text("全液面火", "the whole surface burns"),
    "warning_sign": Text("危险征兆（罐壁发红、尖啸）", "warning sign (a shell glows, a hatch screams)"),
    "shell_buckled": Text("罐壁塌折", "a shell folds"),
    "fire_out_seen": Text("罐火已灭", "the tank fire is out"),
    "smoke_seen": Text("看见烟", "smoke in sight"),
    "person_down": Text("有人倒地", "somebody is down"),
    "valve_stuck": Text("阀门拒动", "a valve does not move"),
    "vehicle_seen": Text("有车辆驶入", "a vehicle comes in"),
    "hot_work_seen": Text("有人动火", "hot work going on"),
    "worker_inside": Text("有人擅自进入", "somebody went in unbidden"),
    "frost_seen": Text("管上结霜", "frost on a pipe"),
    "victim_down": Text("空间内有人倒下", "somebody lies in the space"),
    "second_down": Text("空间内有第二个人", "a second one is in the space"),
    "mate_ran_in": Text("又有人冲入", "another one ran in"),
    "off_line": Text("人不在绳上", "not on the line"),
    "hissing": Text("管线有漏气嘶声", "a line hisses"),
    "filter_handed": Text("领到的是过滤式面具", "a filter mask was handed out"),
    "not_breathing": Text("没有呼吸", "does not breathe"),
    "gas_rising": Text("作业点可燃气上升", "gas rises at the work"),
    "work_seen": Text("已开始作业", "work has begun"),
    "others_seen": Text("无关人员进入作业区", "others come to the work"),
    "watcher_gone": Text("监护人离开", "the watcher goes away"),
    "wind_strong": Text("风力五级及以上", "wind of force 5 and over"),
    "edge_cracks": Text("槽边开裂", "cracks at the edge of the trench"),
    "crane_unsteady": Text("吊车倾斜或吊物摆动", "the crane leans or the load swings"),
    "power_back": Text("电源被合上", "the power is on again"),
    "engine_needed": Text("消防车要通过", "the fire engine must pass"),
    "nothing_seen": Text("未见异常", "nothing unusual"),
    "done": Text("已完成", "done"),
    "cannot": Text("办不到", "cannot be done"),
    "said": Text("自由报告（打字）", "free report (typed)"),
}
WORD_LISTS = {
    "declared": DECLARED, "tactics": TACTICS, "grades": GRADES, "drafts": DRAFTS, "situations": SITUATIONS,
    "topics": TOPICS,
}  # fmt: skip
NUMBERS = {
    "119": Text("119 消防", "119 fire brigade"),
    "120": Text("120 急救", "120 ambulance"),
    "government": Text("应急管理部门", "the authority"),
    "head": Text("单位负责人", "head of the unit"),
    "neighbour": Text("相邻单位、下风居民", "the neighbours, and those downwind"),
    "contractor": Text("承包商（换人、换设备）", "the contractor (other people, other gear)"),
    "fire_station": Text("消防站（通报断路）", "the fire station (a road is closed)"),
    "traffic": Text("交警（封路）", "traffic police (close the road)"),
    "owner": Text("货主（查货物）", "the owner of the goods (ask what they are)"),
    "gate": Text("门岗（拦车）", "the gate (stop the lorries)"),
}
OCTANTS = {
    "N": Text("北风", "north"),
    "NE": Text("东北风", "north-east"),
    "E": Text("东风", "east"),
    "SE": Text("东南风", "south-east"),
    "S": Text("南风", "south"),
    "SW": Text("西南风", "south-west"),
    "W": Text("西风", "west"),
    "NW": Text("西北风", "north-west"),
    "calm": Text("静风", "calm"),
}
# key -> its name, and the words to choose from; no words: the site's tanks
CONTENT: dict[str, tuple[Text, dict[str, Text]]] = {
    "substance": (
        Text("物质", "substance"),
        {
            "petrol": Text("汽油", "petrol"),
            "naphtha": Text("石脑油", "naphtha"),
            "diesel": Text("柴油", "diesel"),
            "crude": Text("原油", "crude oil"),
            "methanol": Text("甲醇", "methanol"),
            "vinyl_chloride": Text("氯乙烯", "vinyl chloride"),
            "benzene": Text("苯", "benzene"),
            "lpg": Text("液化石油气", "LPG"),
            "ammonia": Text("液氨", "ammonia"),
            "chlorine": Text("液氯", "chlorine"),
            "hydrogen_sulphide": Text("硫化氢", "hydrogen sulphide"),
            "ammonium_nitrate": Text("硝酸铵", "ammonium nitrate"),
            "unknown": Text("不明危险货物", "dangerous goods not known"),
            "nitrogen": Text("氮气", "nitrogen"),
            "hydrocarbons": Text("混合烃", "mixed hydrocarbons"),
        },
    ),
    "incident": (Text("险情", "incident"), DECLARED),
    "place": (Text("地点", "place"), {}),
    "quantity": (
        Text("数量", "quantity"),
        {
            "small": Text("少量", "little"),
            "large": Text("大量", "much"),
            "unknown": Text("不明", "not known"),
        },
    ),
    "casualties": (
        Text("伤亡", "casualties"),
        {
            "none": Text("无", "none"),
            "yes": Text("有", "yes"),
            "unknown": Text("不明", "not known"),
        },
    ),
    "wind": (Text("风向（来向）", "wind (from)"), OCTANTS),
    "access": (
        Text("通道", "access"),
        {
            "main_gate": Text("主门", "main gate"),
            "side_gate": Text("侧门", "side gate"),
            "rail_gate": Text("铁路专用线门", "rail gate"),
        },
    ),
    "measures": (
        Text("措施", "measures"),
        {
            "isolated": Text("已切断", "isolated"),
            "isolating": Text("正在切断", "being isolated"),
            "not_isolated": Text("未切断", "not isolated"),
            "evacuated": Text("已疏散", "evacuated"),
        },
    ),
    "order": (
        Text("对司机的要求", "what the drivers shall do"),
        {
            "on_foot": Text("熄火、弃车、步行离开", "engines off, leave on foot"),
            "drive_off": Text("马上开走", "drive off at once"),
        },
    ),
    "care": (
        Text("接触者去向", "where the exposed go"),
        {
            "observed": Text("全部送医留观", "all to hospital for observation"),
            "symptoms": Text("只送有症状者", "only those with symptoms"),
            "released": Text("无症状者自行离开", "without symptoms they go home"),
        },
    ),
}
