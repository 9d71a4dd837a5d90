"""Inerting: a gas space kept too poor in oxygen to burn, and how nitrogen makes it so."""

from sim_core.physics.enclosure import purged_fraction
from sim_core.physics.validity import Example, states
from sim_core.text import Text

AIR_O2 = 0.209
LIMITING_O2 = 0.12


@states(
    "NFPA 69, table C.1(a), limiting oxidant concentrations with nitrogen: petrol 12 % [B]; newer editions take 2 % off"
    " for a wider vessel",
    Example("half of the air's oxygen left", {"o2": 0.105}, False),
    o2=(0.0, 0.21),
)
def can_burn(o2: float) -> bool:
    """Whether a flame can enter a space that holds petrol vapour with so much oxygen by volume. burns = o2 > 0.12."""
    return o2 > LIMITING_O2


@states(
    "NIOSH 80-106 (1979), purging of a well-mixed space, as `enclosure.purged_fraction`",
    Example(
        "one volume of nitrogen: 0.209 / e",
        {"o2": 0.209, "nitrogen_m3_s": 0.5, "drawn_m3_s": 0.0, "room_m3": 300.0, "dt_s": 600.0},
        0.0769,
        1.0e-3,
    ),
    Text(
        "罐顶气相空间充分混合；液位下降吸入的气体先由氮气补足，不足部分吸入空气；停氮后不再换气",
        "the space under the roof is well mixed; what a falling level draws in is nitrogen first, air for the rest;"
        " shut, it breathes no more",
    ),
    o2=(0.0, 0.21),
    nitrogen_m3_s=(0.0, 10.0),
    drawn_m3_s=(0.0, 10.0),
    room_m3=(1.0, 1.0e5),
    dt_s=(0.0, 3600.0),
)
def blanketed(o2: float, nitrogen_m3_s: float, drawn_m3_s: float, room_m3: float, dt_s: float) -> float:
    """Oxygen under a roof after dt_s, by volume. x = xin + (x0 - xin) exp(-Q t / V), Q the greater of both flows,
    xin = 0.209 times the share of it that is air."""
    flow = max(nitrogen_m3_s, drawn_m3_s)
    if flow <= 0.0:
        return o2
    air = AIR_O2 * max(drawn_m3_s - nitrogen_m3_s, 0.0) / flow
    return purged_fraction(o2, air, flow, room_m3, 1.0, dt_s)
