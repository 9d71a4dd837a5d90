"""Acts: what a seat may do, as one table. Handlers are found by name in `sim_core.people` and `sim_core.plant`."""

from dataclasses import dataclass

from sim_core.text import Text

SEATS = ("IC", "DCS", "OUT", "SAF", "FF", "LIA", "ATT", "ENT", "GAS", "MED")


@dataclass(frozen=True, slots=True)
class Act:
    """An intent. kind: key of ACTS. target: device, place, person or word. detail: how. value: SI.

    words: content of a report or call, (key, value) pairs in the order given. to: "" = do it oneself, else the
    seat that is ordered to do it. via: radio, phone, voice, runner (for what is said).
    """

    kind: str
    target: str = ""
    detail: str = ""
    value: float = 0.0
    words: tuple[tuple[str, str], ...] = ()
    to: str = ""
    via: str = "radio"


@dataclass(frozen=True, slots=True)
class SeatAct:
    """An act as a room receives it. seq: counts a seat's acts (a repeat is the same act); seen_tick: evidence."""

    seat: str
    seq: int
    act: Act
    seen_tick: int = 0


@dataclass(frozen=True, slots=True)
class ActKind:
    """One row of the vocabulary.

    code: the act code of the assessment ("" = none). seats: who may do it (empty: everyone).
    where: anywhere, or target (within reach of the device, place or casualty that it is done to).
    seconds: how long hands or mouth are busy (hand wheels: from the device).
    aims: what it may be done to, any of: device:KIND, place, place:KIND, gas (detectors), gear, casualty, words:LIST
    (a list of the trade's words), call; empty: it has no target. details: words of which one is chosen.
    """

    name: Text
    code: str
    seats: tuple[str, ...] = ()
    where: str = "anywhere"
    seconds: float = 0.0
    aims: tuple[str, ...] = ()
    details: tuple[str, ...] = ()


TESTERS = ("OUT", "SAF", "GAS", "ATT", "ENT", "FF")
ACTS: dict[str, ActKind] = {
    "go": ActKind(Text("前往", "go to"), "", aims=("place",)),
    "steer": ActKind(Text("行进", "walk"), ""),
    "halt": ActKind(Text("停下", "halt"), ""),
    "wear": ActKind(Text("穿戴", "put on"), "PPE", aims=("gear",)),
    "doff": ActKind(Text("脱下", "take off"), "", seconds=10.0, aims=("gear",)),
    "operate": ActKind(Text("操作", "operate"), "VALVE_M"),
    "esd": ActKind(Text("按下紧急停车", "press the emergency shut-down"), "ESD", (), "target", 2.0, ("device:esd",)),
    "declare": ActKind(Text("确认险情", "declare the incident"), "RECOG", seconds=2.0, aims=("words:declared",)),
    "read_wind": ActKind(Text("判风", "read the wind"), "WIND", seconds=4.0),
    "sds": ActKind(Text("查 SDS", "check the safety data sheet"), "SDS", seconds=15.0),
    "set_post": ActKind(Text("设立指挥点", "set the command post"), "WIND", ("IC",), seconds=3.0, aims=("place:post",)),
    "alarm": ActKind(Text("启动全厂警报", "sound the site alarm"), "ALARM", seconds=3.0, aims=("device:alarm_point",)),
    "stop_work": ActKind(Text("停止作业与交通", "stop all work and traffic"), "STOPWORK", seconds=6.0),
    "evacuate": ActKind(Text("下达疏散", "order evacuation"), "EVAC", seconds=6.0, aims=("place:muster",)),
    "retreat": ActKind(
        Text("发撤退信号", "signal the retreat"), "RETREAT", seconds=3.0, aims=("place:post", "place:muster")
    ),
    "call": ActKind(Text("电话报告", "call"), "CALL119", seconds=30.0, aims=("call",)),
    "measure": ActKind(Text("检测气体", "test the gas"), "GASTEST", TESTERS, seconds=15.0, aims=("place",)),
    "bump": ActKind(Text("检测仪自检", "bump-test"), "BUMP", TESTERS, seconds=20.0, aims=("gas",)),
    "record": ActKind(Text("记录检测数据", "record the readings"), "MONITOR", TESTERS, seconds=8.0),
    "zone": ActKind(Text("划定警戒区", "set the zone"), "ZONE", seconds=20.0),
    "count": ActKind(Text("清点人数", "count heads"), "COUNT", (), "target", 45.0, ("place:muster",)),
    "permit": ActKind(Text("核对作业票与交底", "check permit and briefing"), "PERMIT", seconds=15.0),
    "grade": ActKind(Text("定级", "set the permit's grade"), "PERMIT", ("IC",), seconds=5.0, aims=("words:grades",)),
    "approve": ActKind(
        Text("审批", "decide on the permit"), "PERMIT", ("IC",), seconds=6.0, details=("begin", "put_off")
    ),
    "inspect": ActKind(
        Text("现场查验", "inspect on the spot"), "PERMIT", (), "target", 15.0,
        ("place:work", "place:beside", "device:guard", "device:lamp", "device:breaker", "device:hand_valve"),
    ),
    "lock": ActKind(
        Text("上锁挂牌", "lock and tag"), "BLIND", (), "target", 15.0, ("device:breaker", "device:hand_valve")
    ),
    "clear": ActKind(
        Text("清场、请离无关人员", "clear the place of others"), "ZONE", (), "target", 10.0, ("place",),
    ),
    "isolate": ActKind(Text("加盲板上锁挂牌", "blind, lock and tag"), "BLIND", (), "target", 60.0, ("device:blind",)),
    "stir": ActKind(
        Text("从外部搅动", "stir from outside"), "STIR", ("ATT", "ENT", "GAS"), "target", 30.0, ("place:mouth",)
    ),
    "plug": ActKind(Text("带压堵漏", "plug the leak"), "PLUG", ("FF", "OUT"), "target", 120.0, ("place:leak",)),
    "spray": ActKind(
        Text("水炮出水", "spray from the monitor"), "CURTAIN", ("FF",), "target", 10.0,
        ("device:water_monitor",), ("fog", "jet", "stop"),
    ),
    "extinguish": ActKind(
        Text("灭火", "put out the fire"), "EXTING", ("FF", "OUT", "ATT"), "target", 30.0, ("place:leak", "place:work")
    ),
    "check_foam": ActKind(
        Text("校核泡沫", "check the foam"), "FOAM_CHECK", ("FF",), "target", 30.0, ("device:monitor", "device:riser")
    ),
    "foam": ActKind(
        Text("泡沫覆盖", "apply foam"), "FOAM", ("FF",), "target", 20.0,
        ("device:monitor", "device:riser"), ("start", "stop"),
    ),
    "drive": ActKind(Text("开动消防车", "drive the fire engine"), "", ("FF",), aims=("place",)),
    "fly": ActKind(
        Text("派无人机侦察", "send the drone"), "", ("IC", "OUT", "SAF"), seconds=20.0, aims=("place",)
    ),
    "winch": ActKind(
        Text("绞盘提升", "winch out"), "WINCH", ("ATT", "FF", "OUT"), "target", 60.0, ("device:winch",)
    ),
    "hook": ActKind(Text("挂上绞盘绳", "hook onto the winch's line"), "", (), "target", 30.0, ("casualty",)),
    "stand_by": ActKind(
        Text("预备救援就位", "stand by for rescue"), "BACKUP", (), "target", 5.0, ("place:mouth", "place:post")
    ),
    "carry": ActKind(Text("救出伤员", "bring out a casualty"), "ENTRYRES", (), "target", 15.0, ("casualty",)),
    "cpr": ActKind(Text("心肺复苏", "resuscitate"), "CPR", (), "target", 30.0, ("casualty",)),
    "decon": ActKind(Text("洗消", "decontaminate"), "DECON", (), "target", 45.0, ("casualty",)),
    "decide": ActKind(Text("确定战术", "decide the strategy"), "FOAM", ("IC",), seconds=4.0, aims=("words:tactics",)),
    "fix_time": ActKind(
        Text("定撤离时限", "fix the time to be out by"), "RECOG", ("IC",), seconds=5.0,
        details=("within_5", "within_10", "within_15", "within_20", "within_30", "within_45", "within_60"),
    ),
    "objectives": ActKind(Text("明确分工与目标", "state roles and objectives"), "CMD", ("IC",), seconds=10.0),
    "sitrep": ActKind(Text("通报情况", "give a situation report"), "CMD", seconds=8.0, aims=("words:situations",)),
    "report": ActKind(Text("报告", "report"), "", seconds=4.0, aims=("words:topics",)),
    "read_back": ActKind(Text("复诵", "read back"), "", seconds=2.0),
    "draft": ActKind(
        Text("起草书面报告", "draft the written report"), "REPORT_GOV", seconds=30.0, aims=("words:drafts",)
    ),
    "watch": ActKind(Text("复测与防复燃", "re-test and watch"), "WATCH", TESTERS, seconds=20.0, aims=("place",)),
    "handover": ActKind(Text("移交", "hand over"), "HANDOVER", ("IC",), seconds=20.0),
    "safety_stop": ActKind(Text("安全暂停（真实情况）", "safety stop (this is real)"), ""),
}
