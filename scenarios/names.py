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
    "not_here": Text("此处无从进行", "not to be done here"),
    "not_an_esd": Text("不是急停按钮", "not a shut-down button"),
    "no_leak_here": Text("此处没有泄漏", "no leak here"),
    "burning": Text("正在燃烧", "it burns"),
    "not_burning": Text("没有着火", "it does not burn"),
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
    "bare_entry": Text("无空呼或无救生绳进入受限空间", "entry without breathing set or line"),
    "filter_in_idlh": Text("戴过滤式面具进入受限空间", "entry in a filter mask"),
    "attendant_left": Text("监护人离岗", "the attendant left"),
    "attendant_entered": Text("监护人进入", "the attendant went in"),
    "oxygen_blown_in": Text("用氧气通风", "oxygen is blown in"),
    "oxygen_rich": Text("空间富氧", "the space is rich in oxygen"),
    "entry_untested": Text("未按层检测或检测过期即进入", "entry on a test that is stale or of one point"),
    "stirred_occupied": Text("有人在内时搅动", "stirred with somebody inside"),
    "levels_tested": Text("搅动后各层均已检测", "every level tested after stirring"),
    "somebody_down": Text("有人在内倒下", "somebody fell inside"),
    "off_the_line": Text("倒下的人不在绞盘绳上", "who fell is not on the winch's line"),
    "nobody_went_in": Text("无人进入", "nobody went in"),
    "all_out": Text("空间内已无人", "nobody is left inside"),
    "air_kept": Text("结束时仍在送风", "air still goes in at the end"),
    "alone": Text("须双人进入", "not alone"),
    "leak": Text("发生泄漏", "a leak has begun"),
    "leak_ended": Text("泄漏已停", "the leak has ended"),
    "leak_stopped": Text("结束时无泄漏", "nothing leaks at the end"),
    "second_leak": Text("第二处法兰渗漏", "a second flange weeps"),
    "gas_at_people": Text("气体扩散到人群", "gas has reached people"),
    "solid_jet_on_pool": Text("直流水打入液化烃液池", "a solid jet on the boiling pool"),
    "put_out_leaking": Text("未止漏而灭火", "the flame is put out while it leaks"),
    "vessel_uncooled": Text("球壳或支腿未得到冷却而过热", "shell or legs run hot without water"),
    "relief_opened": Text("安全阀起跳", "the relief valve opens"),
    "wall_weak": Text("器壁强度不足", "the wall is weak"),
    "legs_gave_way": Text("支腿失稳", "the legs give way"),
    "bleve": Text("储罐爆裂（BLEVE）", "the vessel bursts (BLEVE)"),
    "fragment_hit": Text("碎片击中邻罐", "a fragment hits a neighbour"),
    "domino": Text("邻罐相继爆裂", "the neighbour bursts in turn"),
    "pump_tripped": Text("消防水泵跳停", "the fire-water pump has tripped"),
    "water_injected": Text("已注水托底", "water has been put in below"),
    "never_lit": Text("始终未点燃", "it was never lit"),
    "left_behind": Text("有人遗留在现场", "somebody was left behind"),
    "hot_metal": Text("灼热金属", "hot metal"),
    # what becomes of equipment
    "tripped": Text("跳停", "tripped"),
    "glowing": Text("发红", "glowing"),
    "bulging": Text("鼓胀", "bulging"),
    "burst": Text("爆裂", "burst"),
    "jammed": Text("手轮转不动", "the wheel does not turn"),
    "out": Text("已救出", "brought out"),
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
    for things in (site.places, site.tanks, site.crowds, site.casualties, cues, sources, traffic):
        named |= {thing.id: thing.name for thing in things}
    for c in site.casualties:
        named[f"{c.id}_in"] = Text(f"{c.name.zh}进入", f"{c.name.en} went in")
        named[f"{c.id}_out"] = Text(f"{c.name.zh}已救出", f"{c.name.en} is brought out")
    labelled = {n.tag: n.name for n in site.instruments} | {d.id: d.name for d in site.devices}
    return named | {code: Text(f"{code} {name.zh}", f"{code} {name.en}") for code, name in labelled.items()}
