"""Names: what the codes in events are called by a person. A code without a name is shown as it is."""

from scenarios.model import IgnitionSource, Traffic
from sim_core.acts import ACTS
from sim_core.cues import Cue
from sim_core.direction import INJECTIONS
from sim_core.site import Site
from sim_core.text import Text

CODES = {
    # devices
    "close": Text("关闭", "close"),
    "closed": Text("已关", "closed"),
    "open": Text("打开", "open"),
    "start": Text("启动", "start"),
    "running": Text("运行", "running"),
    "stop": Text("停止", "stop"),
    "stopped": Text("已停", "stopped"),
    "acknowledge": Text("确认报警", "acknowledge"),
    "reset": Text("复位报警", "reset"),
    "ignited": Text("引燃了蒸气", "ignited the vapour"),
    "DCS": Text("控制室操作台", "control-room panel"),
    # alarms
    "raised": Text("触发", "raised"),
    "high_high": Text("高高报", "high-high"),
    "cleared": Text("消除", "cleared"),
    "acknowledged": Text("已确认", "acknowledged"),
    # reports
    "done": Text("已完成", "done"),
    "cannot": Text("无法完成", "cannot be done"),
    "ALL": Text("全体", "all"),
    "gas": Text("气体检测", "gas test"),
    "foam": Text("泡沫", "foam"),
    "missing": Text("失联人数", "missing"),
    "head": Text("单位负责人", "head of the company"),
    "government": Text("政府部门", "the authority"),
    "neighbour": Text("相邻单位", "neighbours"),
    "offensive": Text("进攻", "offensive"),
    "defensive": Text("防御", "defensive"),
    # gear
    "scba": Text("空气呼吸器", "breathing set"),
    "portable": Text("便携检测仪", "portable detector"),
    "fire_suit": Text("隔热服", "fire suit"),
    "antistatic": Text("防静电服", "antistatic clothes"),
    # why not
    "unknown_act": Text("没有这种动作", "no such act"),
    "not_able": Text("已无行动能力", "not able to act"),
    "busy": Text("手上有事", "busy"),
    "not_your_seat": Text("不属本席位", "not this seat's to do"),
    "walking": Text("行走中", "walking"),
    "not_worn": Text("未穿戴", "not worn"),
    "already_worn": Text("已穿戴", "already worn"),
    "no_set_here": Text("此处没有呼吸器", "no set hangs here"),
    "unknown_place": Text("没有这个地点", "no such place"),
    "unknown_number": Text("没有这个电话", "no such number"),
    "unknown_seat": Text("没有这个席位", "no such seat"),
    "unknown_way": Text("没有这种通话方式", "no such way to speak"),
    "unknown_device": Text("没有这个设备", "no such device"),
    "unknown_gear": Text("没有这件装备", "no such gear"),
    "not_at_panel": Text("不在操作台前", "not at the panel"),
    "out_of_reach": Text("够不着", "out of reach"),
    "already_there": Text("已在该处", "already there"),
    "no_way": Text("走不过去", "no way there"),
    "bad_heading": Text("方向无效", "no such heading"),
    "in_the_way": Text("有东西挡住", "something is in the way"),
    "unknown_injection": Text("没有这种注入", "no such injection"),
    "malformed": Text("动作格式错误", "malformed"),
    "bad_value": Text("数值无效", "no such value"),
    "no_instrument": Text("没有检测仪", "no instrument"),
    # facts
    "overflow": Text("储罐冒顶溢流", "the tank overflows"),
    "gas_out": Text("可燃气体已扩散到检测点", "vapour has reached the detectors"),
    "engine_in_cloud": Text("车辆驶入可燃气云", "an engine runs in the cloud"),
    "unprotected_entry": Text("无防护进入气云", "unprotected entry into the cloud"),
    "filling_after_reset": Text("报警复位后仍在进料", "filling goes on after the alarms were reset"),
    "filling_stopped": Text("进料已停", "filling has stopped"),
    "dike_drain_opened": Text("防火堤排水口通向外界", "the bund drains to the outside"),
    "bund_overfull": Text("防火堤漫溢", "the bund overflows"),
    "released": Text("泄漏总量", "released in all"),
    "ignition": Text("气云被点燃", "the cloud ignites"),
    "explosion": Text("爆炸", "explosion"),
    "pool_fire": Text("池火", "pool fire"),
    "fire_out": Text("火已扑灭", "the fire is out"),
    "foam_blanket": Text("泡沫已覆盖液面", "foam covers the liquid"),
    "neighbour_heated": Text("邻罐受热", "a neighbour tank is heated"),
    "shell_cooled": Text("着火罐罐壁已冷却", "the burning shell is cooled"),
    "neighbours_cooled": Text("有料邻罐已冷却", "the neighbours that hold product are cooled"),
    "shell_buckled": Text("罐壁塌折", "the shell folds"),
    "roof_sunk": Text("浮顶沉没，全液面起火", "the roof sinks, the whole surface burns"),
    "roof_torn": Text("邻罐憋压，罐顶撕裂", "a neighbour that cannot breathe tears open"),
    "neighbour_lit": Text("邻罐着火", "a neighbour catches fire"),
    "reignition": Text("复燃", "re-ignition"),
    "warning_sign": Text("出现危险征兆", "a warning sign comes"),
    "no_warning_sign": Text("未出现危险征兆", "no warning sign came"),
    "crew_inside": Text("征兆后仍有人在撤离半径内", "somebody inside the retreat radius after a sign"),
    "bund_entered": Text("有人进入着火的防火堤", "somebody enters a burning bund"),
    "run_off": Text("消防水流出厂外", "fire water leaves the site"),
    "foam_attack": Text("泡沫适用且足够，开始灭火", "foam attack with foam that fits and lasts"),
    "foam_unfit_started": Text("泡沫不足或不符即启动", "foam started short or of the wrong type"),
    "foam_known_unfit": Text("查明泡沫类型不符", "foam found to be of the wrong type"),
    "foam_known_short": Text("查明泡沫储量不足", "foam found to be short"),
    "contents_known_light": Text("查明物料沸点低于 45 ℃", "contents found to boil below 45 degC"),
    "feed_stopped": Text("进料已断", "the feed is cut off"),
    "bund_fire": Text("堤内起火", "the bund burns"),
    "bund_fire_out": Text("堤内火已灭", "the bund fire is out"),
    "boiled_over_rim": Text("着火罐满溢", "the burning tank runs over"),
    "poured_out": Text("物料自塌折处倾出", "product pours over the folded rim"),
    "spilled": Text("流入堤内总量", "into the bund in all"),
    "in_the_flames": Text("被火包围", "in the flames"),
    "shell": Text("罐壁温度", "shell temperature"),
    "boils": Text("沸点", "boiling point"),
    "stable": Text("不低于 45 ℃", "45 degC or above"),
    "light": Text("低于 45 ℃", "below 45 degC"),
    "out": Text("已灭", "out"),
    "buckled": Text("塌折", "folded"),
    "fog": Text("喷雾", "fog"),
    "jet": Text("直流", "solid jet"),
    # harm and end
    "hurt": Text("受伤", "hurt"),
    "down": Text("倒地", "down"),
    "dead": Text("死亡", "dead"),
    "handover": Text("完成移交", "handed over"),
    "time": Text("时间到", "time is up"),
    "safety_stop": Text("安全暂停", "safety stop"),
    "finished": Text("导演结束", "ended by the director"),
    "annulled": Text("已作废", "annulled"),
    # what a director may inject
    **{code: name for code, (name, _) in INJECTIONS.items()},
}


def names_of(
    site: Site, cues: tuple[Cue, ...], sources: tuple[IgnitionSource, ...], traffic: tuple[Traffic, ...]
) -> dict[str, Text]:
    """Names by code (of an act: `act:<kind>`); what is labelled in the plant keeps its label in front."""
    named = CODES | {f"act:{kind}": act.name for kind, act in ACTS.items()}
    for things in (site.places, site.tanks, site.crowds, cues, sources, traffic):
        named |= {thing.id: thing.name for thing in things}
    labelled = {n.tag: n.name for n in site.instruments} | {d.id: d.name for d in site.devices}
    return named | {code: Text(f"{code} {name.zh}", f"{code} {name.en}") for code, name in labelled.items()}
