"""Axes: the eight capability dimensions of the radar (domain §5.1)."""

from scoring.rubric import Text

AXES = {
    "D1": Text("风险辨识与态势研判", "Hazard recognition & situational awareness"),
    "D2": Text("报警报告与信息沟通", "Alarm, reporting & communication"),
    "D3": Text("个体防护与检测监测", "PPE & gas monitoring"),
    "D4": Text("工艺隔离与源头控制", "Isolation & source control"),
    "D5": Text("警戒疏散与人员清点", "Zoning, evacuation & accountability"),
    "D6": Text("消防冷却与灭火抑爆", "Cooling, foam & fire control"),
    "D7": Text("搜救急救与洗消", "Search, rescue, first aid & decontamination"),
    "D8": Text("指挥协同与决策抗压", "Command, teamwork & decision under stress"),
}
