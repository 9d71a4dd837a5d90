"""Flash fire: the cloud burns off once it is lit, and with it whoever stands inside its footprint."""

from dataclasses import dataclass
from math import sqrt

from sim_core.physics.cloud import PI, Cloud, Floats
from sim_core.physics.cloud_reading import Flammable, concentration
from sim_core.physics.substance import Substance

FLAME_SPEED_M_S = 10.0  # through an open cloud: training assumption 训练假设, order of the Maplin Sands trials
POCKETS = 0.5  # of LFL: pockets burn where the mean is below LFL (physics references 1.5)
# Probability of death: in the footprint, without and with fire clothing; at 0.5-1 LFL. Training
# assumption 训练假设.
DEATH_INSIDE = 1.0
DEATH_IN_FIRE_SUIT = 0.3
DEATH_IN_POCKETS = 0.2


@dataclass(frozen=True, slots=True)
class FlashFire:
    """burned_kg and its heat; a circle of the cloud's area about (x, y); time for the flame to cross it."""

    burned_kg: float
    heat_j: float
    x_m: float
    y_m: float
    radius_m: float
    duration_s: float


def flash_fire(substance: Substance, fuel: Flammable) -> FlashFire:
    """The flash fire of this flammable vapour. R = sqrt(A / pi), t = R / 10 m/s."""
    radius_m = sqrt(fuel.area_m2 / PI)
    return FlashFire(
        fuel.vapour_kg,
        fuel.vapour_kg * substance.heat_of_combustion_j_kg,
        fuel.x_m,
        fuel.y_m,
        radius_m,
        radius_m / FLAME_SPEED_M_S,
    )


def shares_of_lfl(cloud: Cloud, substance: Substance, points_m: Floats) -> tuple[float, ...]:
    """Volume fraction over LFL at points (k, 2), 1 m above ground; >= 1 is inside the footprint."""
    return tuple((concentration(cloud, substance, points_m) * (1.0 / substance.lfl)).tolist())


def death_by_flash(share_of_lfl: float, fire_suit: bool) -> float:
    """Probability of death of a person where the vapour was share_of_lfl of LFL when it burned, 0..1."""
    if share_of_lfl >= 1.0:
        return DEATH_IN_FIRE_SUIT if fire_suit else DEATH_INSIDE
    if share_of_lfl >= POCKETS:
        return 0.0 if fire_suit else DEATH_IN_POCKETS
    return 0.0
