"""Cloud: heavy vapour as a train of round puffs, oldest first. What a puff is, how it is born and merged."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sim_core.physics.substance import (
    AIR_HEAT_CAPACITY_J_KG_K,
    AIR_KG_MOL,
    ATMOSPHERE_PA,
    GAS_CONSTANT,
    Substance,
)

PI = 3.141592653589793
CAPACITY = 128
MERGE_SHARE = 0.35  # neighbours nearer than this share of the larger radius are one puff
X, Y, RADIUS, HEIGHT, VAPOUR, AIR, HEAT = range(7)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cloud:
    """puffs: (7, n) float64, C order, n <= 128; rows x, y, radius, height (m), vapour, air (kg), heat (J).

    heat: over ambient air, negative = cold. Balances since the first puff: vapour + dispersed_kg =
    emitted vapour; heat + dispersed_j - warmed_j = emitted heat (warmed_j: taken from the ground).
    """

    puffs: Floats
    dispersed_kg: float = 0.0
    dispersed_j: float = 0.0
    warmed_j: float = 0.0

    def __post_init__(self) -> None:
        self.puffs.flags.writeable = False


def empty() -> Cloud:
    """No vapour yet."""
    return Cloud(np.zeros((7, 0)))


def mole_fraction(substance: Substance, puffs: Floats) -> Floats:
    """Vapour by volume in each puff, (n,)."""
    vapour_mol = puffs[VAPOUR] / substance.vapour_kg_mol
    fraction: Floats = vapour_mol / (vapour_mol + puffs[AIR] / AIR_KG_MOL)
    return fraction


def volume_m3(substance: Substance, puffs: Floats, ambient_k: float) -> Floats:
    """Volume of each puff at its temperature, (n,). Ideal gas, T = ambient + heat / heat capacity."""
    vapour, air = puffs[VAPOUR], puffs[AIR]
    capacity = vapour * substance.vapour_heat_capacity_j_kg_k + air * AIR_HEAT_CAPACITY_J_KG_K
    temperature_k = ambient_k + puffs[HEAT] / capacity
    moles = vapour / substance.vapour_kg_mol + air / AIR_KG_MOL
    volume: Floats = moles * temperature_k * (GAS_CONSTANT / ATMOSPHERE_PA)
    return volume


def crowding(puffs: Floats) -> Floats:
    """How many puffs lie over the middle of each, >= 1, (n,): R / s to the one before + R / s after."""
    crowd = np.zeros(puffs.shape[1])
    if crowd.size > 1:
        dx, dy = puffs[X, 1:] - puffs[X, :-1], puffs[Y, 1:] - puffs[Y, :-1]
        gap = np.sqrt(dx * dx + dy * dy)
        radius = puffs[RADIUS]
        crowd[1:] = radius[1:] / np.maximum(gap, MERGE_SHARE * radius[1:])
        crowd[:-1] += radius[:-1] / np.maximum(gap, MERGE_SHARE * radius[:-1])
    return np.maximum(crowd, 1.0)


def emit(
    cloud: Cloud,
    substance: Substance,
    x_m: float,
    y_m: float,
    radius_m: float,
    vapour_kg: float,
    air_kg: float,
    heat_j: float,
    ambient_k: float,
) -> Cloud:
    """The cloud with one more puff of radius_m at (x_m, y_m); it joins the newest one if close to it."""
    if vapour_kg <= 0.0:
        return cloud
    born = np.array([[x_m], [y_m], [radius_m], [0.0], [vapour_kg], [air_kg], [heat_j]])
    born[HEIGHT] = volume_m3(substance, born, ambient_k) / (PI * radius_m * radius_m)
    return merged(replace(cloud, puffs=np.hstack((cloud.puffs, born))), substance, ambient_k)


def merged(cloud: Cloud, substance: Substance, ambient_k: float) -> Cloud:
    """The cloud with its closest pair of neighbours made one, if they are close or there is no room.

    Vapour, air and heat add up; the middle is that of volume; the area keeps the second moment and never
    shrinks: R^2 = max(Ra^2, Rb^2, sum w (R^2 + 2 d^2)).
    """
    puffs = cloud.puffs
    if puffs.shape[1] < 2:
        return cloud
    dx, dy = puffs[X, 1:] - puffs[X, :-1], puffs[Y, 1:] - puffs[Y, :-1]
    reach = np.maximum(puffs[RADIUS, 1:], puffs[RADIUS, :-1])
    closeness = (dx * dx + dy * dy) / (reach * reach)
    i = int(np.argmin(closeness))
    if closeness[i] > MERGE_SHARE * MERGE_SHARE and puffs.shape[1] <= CAPACITY:
        return cloud
    one = _union(puffs[:, i : i + 2], substance, ambient_k)
    return replace(cloud, puffs=np.hstack((puffs[:, :i], one, puffs[:, i + 2 :])))


def _union(pair: Floats, substance: Substance, ambient_k: float) -> Floats:
    """Two puffs (7, 2) as one (7, 1)."""
    ax, bx = float(pair[X, 0]), float(pair[X, 1])
    ay, by = float(pair[Y, 0]), float(pair[Y, 1])
    a2, b2 = (float(r) * float(r) for r in pair[RADIUS])
    va, vb = (float(h) * r2 for h, r2 in zip(pair[HEIGHT], (a2, b2), strict=True))
    wa, wb = va / (va + vb), vb / (va + vb)
    d2 = (bx - ax) * (bx - ax) + (by - ay) * (by - ay)
    r2 = max(a2, b2, wa * a2 + wb * b2 + 2.0 * wa * wb * d2)
    one = np.empty((7, 1))
    one[X], one[Y], one[RADIUS] = wa * ax + wb * bx, wa * ay + wb * by, np.sqrt(r2)
    for row in (VAPOUR, AIR, HEAT):
        one[row] = pair[row, 0] + pair[row, 1]
    one[HEIGHT] = volume_m3(substance, one, ambient_k) / (PI * r2)
    return one
