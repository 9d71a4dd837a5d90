"""Acts: what a seat may do, as one table. Handlers are found by name in `sim_core.people` and `sim_core.plant`."""

from dataclasses import dataclass

from sim_core.text import Text

SEATS = ("IC", "DCS", "OUT", "SAF", "FF", "LIA")


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
    where: anywhere, panel (at a place with the panel), target (within reach of the device or place).
    seconds: how long hands or mouth are busy (hand wheels: from the device).
    """

    name: Text
    code: str
    seats: tuple[str, ...] = ()
    where: str = "anywhere"
    seconds: float = 0.0


ACTS: dict[str, ActKind] = {
    "go": ActKind(Text("前往", "go to"), ""),
    "steer": ActKind(Text("行进", "walk"), ""),
    "halt": ActKind(Text("停下", "halt"), ""),
    "wear": ActKind(Text("穿戴", "put on"), "PPE"),
    "doff": ActKind(Text("脱下", "take off"), "", seconds=10.0),
    "operate": ActKind(Text("操作", "operate"), "VALVE_M"),
    "declare": ActKind(Text("确认险情", "declare the incident"), "RECOG", seconds=2.0),
    "read_wind": ActKind(Text("判风", "read the wind"), "WIND", seconds=4.0),
    "set_post": ActKind(Text("设立指挥点", "set the command post"), "WIND", ("IC",), seconds=3.0),
    "alarm": ActKind(Text("启动全厂警报", "sound the site alarm"), "ALARM", seconds=3.0),
    "stop_work": ActKind(Text("停止作业与交通", "stop all work and traffic"), "STOPWORK", seconds=6.0),
    "evacuate": ActKind(Text("下达疏散", "order evacuation"), "EVAC", seconds=6.0),
    "call": ActKind(Text("电话报告", "call"), "CALL119", seconds=30.0),
    "measure": ActKind(Text("检测气体", "test the gas"), "GASTEST", ("OUT", "SAF"), seconds=15.0),
    "bump": ActKind(Text("检测仪自检", "bump-test"), "BUMP", ("OUT", "SAF"), seconds=20.0),
    "zone": ActKind(Text("划定警戒区", "set the zone"), "ZONE", seconds=20.0),
    "count": ActKind(Text("清点人数", "count heads"), "COUNT", where="target", seconds=45.0),
    "check_foam": ActKind(Text("校核泡沫", "check the foam"), "FOAM_CHECK", ("FF",), "target", 30.0),
    "foam": ActKind(Text("泡沫覆盖", "apply foam"), "FOAM", ("FF",), "target", 20.0),
    "drive": ActKind(Text("开动消防车", "drive the fire engine"), "", ("FF",)),
    "decide": ActKind(Text("确定战术", "decide the strategy"), "FOAM", ("IC",), seconds=4.0),
    "objectives": ActKind(Text("明确分工与目标", "state roles and objectives"), "CMD", ("IC",), seconds=10.0),
    "sitrep": ActKind(Text("通报情况", "give a situation report"), "CMD", seconds=8.0),
    "report": ActKind(Text("报告", "report"), "", seconds=4.0),
    "read_back": ActKind(Text("复诵", "read back"), "", seconds=2.0),
    "draft": ActKind(Text("起草书面报告", "draft the written report"), "REPORT_GOV", seconds=30.0),
    "watch": ActKind(Text("复测与防复燃", "re-test and watch"), "WATCH", ("OUT", "SAF"), seconds=20.0),
    "handover": ActKind(Text("移交", "hand over"), "HANDOVER", ("IC",), seconds=20.0),
    "safety_stop": ActKind(Text("安全暂停（真实情况）", "safety stop (this is real)"), ""),
}
