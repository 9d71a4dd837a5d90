"""Flashing jet: a liquefied gas out of a hole: what flashes, what flies as drops, what what stands in the way catches.

The drops that fly boil in the air that the jet draws in, and so the cloud starts cold.
"""

from dataclasses import dataclass

from sim_core.physics.validity import Example, states
from sim_core.text import Text

# Share of the liquid that walls, legs and ground take out of the jet, by where it points.
CAUGHT = {"down": 0.6, "up": 0.3, "level": 0.15}
OBSTRUCTED = Text(
    "罐底泄漏射流受阻：液滴被拦截落地的份额 向下 0.6、向上 0.3、水平 0.15",
    "a jet under a vessel is obstructed: of its drops 0.6 (down), 0.3 (up), 0.15 (level) are caught and fall",
)
DRAWN_IN = Text(
    "近源射流卷吸空气为泄漏质量的给定倍数；空中液滴全部汽化",
    "near its source a jet draws in a given multiple of its mass of air; all drops that fly boil there",
)


@dataclass(frozen=True, slots=True)
class Given:
    """What a jet gives each second. heat_w: of vapour and drops over ambient, negative = cold."""

    vapour_kg_s: float
    rain_kg_s: float
    air_kg_s: float
    heat_w: float


@states(
    "no source at hand",
    Example("straight down on the ground", {"points": "down"}, 0.6),
    assumes=OBSTRUCTED,
)
def caught_share(points: str) -> float:
    """Share of a jet's liquid that is caught, 0..1 (assumed). points: down, up, level."""
    return CAUGHT[points]


@states(
    "balance of mass and heat of a jet whose drops boil in it",
    Example("1 kg/s, 0.4 flashed, half of the rest caught, by hand", {
        "flow_kg_s": 1.0, "flash_fraction": 0.4, "aerosol_fraction": 1.0, "caught": 0.5, "air_ratio": 5.0,
        "latent_j_kg": 4.0e5, "capacity_j_kg_k": 1500.0, "boiling_k": 230.0, "ambient_k": 290.0},
        {"vapour_kg_s": 0.7, "rain_kg_s": 0.3, "air_kg_s": 3.5, "heat_w": -183000.0}),
    assumes=DRAWN_IN,
    flow_kg_s=(0.0, 1.0e4),
    flash_fraction=(0.0, 1.0),
    aerosol_fraction=(0.0, 1.0),
    caught=(0.0, 1.0),
    air_ratio=(0.0, 100.0),
    latent_j_kg=(1.0e4, 3.0e6),
    capacity_j_kg_k=(300.0, 20000.0),
    boiling_k=(15.0, 400.0),
    ambient_k=(223.0, 333.0),
)  # fmt: skip
def given(
    flow_kg_s: float,
    flash_fraction: float,
    aerosol_fraction: float,
    caught: float,
    air_ratio: float,
    latent_j_kg: float,
    capacity_j_kg_k: float,
    boiling_k: float,
    ambient_k: float,
) -> Given:
    """What becomes of the flow. drops = m (1 - f) a (1 - c), rain = m - m f - drops, q = -drops L - v cp (Ta - Tb).

    aerosol_fraction a: of the liquid left after flashing; caught c: of those drops; air_ratio: kg for each kg airborne.
    """
    flashed = flow_kg_s * flash_fraction
    drops = (flow_kg_s - flashed) * aerosol_fraction * (1.0 - caught)
    vapour = flashed + drops
    heat = -drops * latent_j_kg - vapour * capacity_j_kg_k * (ambient_k - boiling_k)
    return Given(vapour, flow_kg_s - vapour, vapour * air_ratio, heat)
