"""Damage: what an overpressure does to buildings and plant, in words."""

from sim_core.physics.validity import Example, states
from sim_core.text import Text

CCPS = (
    "CCPS Guidelines for Chemical Process Quantitative Risk Analysis, 2nd ed. 2000, table of damage by overpressure"
    " (Clancey 1972)"
)
PSI_PA = 6894.757293
# From this side-on overpressure on, psi.
DAMAGE = (
    (0.02, Text("扰人的噪声", "annoying noise")),
    (0.03, Text("已受力的大窗玻璃偶有破裂", "occasional breakage of large windows already under strain")),
    (0.04, Text("巨响（音爆），玻璃破裂", "loud noise, sonic boom, glass failure")),
    (0.1, Text("受力的小窗破裂", "breakage of small windows under strain")),
    (0.15, Text("玻璃破裂的典型压力", "typical glass breakage")),
    (0.3, Text("“安全距离”，10 % 窗玻璃破裂", "safe distance: some damage to ceilings, 10 % of windows broken")),
    (0.4, Text("有限的轻微结构损坏", "limited minor structural damage")),
    (0.5, Text("大小窗户通常震碎，窗框偶有损坏", "windows usually shattered, some window frames damaged")),
    (0.7, Text("房屋结构轻微损坏", "minor damage to house structures")),
    (1.0, Text("房屋部分倒塌，不能居住", "partial demolition of houses")),
    (1.3, Text("覆面建筑的钢框架轻微变形", "steel frame of clad building slightly distorted")),
    (2.0, Text("房屋墙和屋顶部分坍塌", "partial collapse of walls and roofs of houses")),
    (2.3, Text("严重结构损坏的下限", "lower limit of serious structural damage")),
    (2.5, Text("房屋砖墙 50 % 被毁", "half of the brickwork of houses destroyed")),
    (3.0, Text("钢框架建筑变形并脱离基础，油罐破裂", "steel frame buildings distorted, oil storage tanks ruptured")),
    (4.0, Text("轻型厂房覆面破裂", "cladding of light industrial buildings ruptured")),
    (5.0, Text("木电杆折断，房屋几乎全毁", "wooden poles snapped, nearly complete destruction of houses")),
    (7.0, Text("装载的火车车厢倾覆", "loaded train wagons overturned")),
    (9.0, Text("装载的火车车厢全毁", "loaded train boxcars completely demolished")),
    (10.0, Text("建筑物可能全部毁坏", "probable total destruction")),
    (300.0, Text("形成弹坑", "limit of crater lip")),
)
NONE = Text("无损坏", "no damage")
# Atmospheric steel tanks, least overpressure, Pa.
TANKS = ((50.0e3, "destroyed"), (20.0e3, "torn"), (7.0e3, "dented"))
ROUNDING = 0.995  # tables in kPa round the psi: 1.03 kPa is 0.15 psi, too


@states(
    CCPS,
    Example("1 psi", {"overpressure_pa": 6894.757}, "partial demolition of houses"),
    overpressure_pa=(0.0, 1.0e8),
)
def words_en(overpressure_pa: float) -> str:
    """Damage in English. The last line of the table whose overpressure (psi = Pa / 6894.757) is reached."""
    return words(overpressure_pa).en


@states(
    CCPS,
    Example("10 psi", {"overpressure_pa": 68947.57}, {"zh": "建筑物可能全部毁坏", "en": "probable total destruction"}),
    overpressure_pa=(0.0, 1.0e8),
)
def words(overpressure_pa: float) -> Text:
    """Damage in both languages. The last line of the table whose overpressure (psi = Pa / 6894.757) is reached."""
    reached = [text for psi, text in DAMAGE if overpressure_pa >= psi * PSI_PA * ROUNDING]
    return reached[-1] if reached else NONE


@states(
    "API RP 752 (2009) and TNO Green Book CPR 16E (1992), order of magnitude",
    Example("half an atmosphere", {"overpressure_pa": 50_000.0}, "destroyed"),
    Text("常压储罐 7 kPa 凹陷、20 kPa 撕裂、50 kPa 毁坏", "atmospheric tanks: dented at 7 kPa, torn at 20, gone at 50"),
    overpressure_pa=(0.0, 1.0e8),
)
def tank(overpressure_pa: float) -> str:
    """What becomes of an atmospheric tank: "destroyed", "torn", "dented" or "". By thresholds = 50, 20, 7 kPa."""
    return next((word for least, word in TANKS if overpressure_pa >= least), "")
