"""Train: vapour as a chain of slabs along the line that it drifted, oldest first. What a puff is and what it holds.

train_air      the wind over height, how it mixes and spreads
train          this: state, mixture, depth
train_birth    a source feeds the train; puffs are born, split and merged
train_motion   slump, air taken in, heat from the ground, drift
train_reading  volume fraction at points, what can burn
release        a whole release, to compare with field trials
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim_core.physics.train_air import AIR_J_KG_K, AIR_KG_MOL, GAS_CONSTANT, Air
from sim_core.physics.validity import states

CAPACITY = 128
HEAD_X, HEAD_Y, TAIL_X, TAIL_Y, HALF_WIDTH, VAPOUR, AIR, HEAT, DISTANCE, SOURCE, LINK = range(11)
ROWS = 11
LEAST_LENGTH_M = 0.1
DEEPEST_M = 300.0

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Gas:
    """What the vapour is: molar mass, heat capacity as a gas."""

    kg_mol: float
    heat_capacity_j_kg_k: float


@dataclass(frozen=True, slots=True)
class Train:
    """puffs: (11, n) float64, C order, n <= 128, by source and then oldest first.

    Rows: head x, y (the older end), tail x, y, half width (m), vapour, air (kg), heat (J over ambient, negative =
    cold), distance drifted (m), number of the source, link (1: its tail is the head of the next puff).
    Balance since the first puff: vapour + dispersed_kg = emitted; heat + dispersed_j - warmed_j = emitted heat.
    """

    puffs: Floats
    dispersed_kg: float = 0.0
    dispersed_j: float = 0.0
    warmed_j: float = 0.0

    def __post_init__(self) -> None:
        self.puffs.flags.writeable = False


@dataclass(frozen=True, slots=True)
class Mixture:
    """Of each puff, (n,): length (m), axis from tail to head, vapour by volume, density (kg/m3), temperature (K), heat
    capacity (J/K), depth h (m) of its volume over its area, depth scale S (m) of exp(-(z/S)^(1+a))."""

    length: Floats
    axis_x: Floats
    axis_y: Floats
    fraction: Floats
    density: Floats
    temperature: Floats
    capacity: Floats
    depth: Floats
    scale: Floats


def _empty() -> Train:
    return Train(np.zeros((ROWS, 0)))


EMPTY = _empty()


@states("HEGADAS-5 technical reference, HGSYSTEM 1994: similarity profile of Colenbrander 1980; ideal gas")
def mixture(puffs: Floats, gas: Gas, air: Air) -> Mixture:
    """What each puff is, from what it holds. h = V / (2 B l) = Gamma S / (1 + a), V = n R T / p.

    Example: tests/sim_core/test_physics_train.py
    """
    layer = air.layer
    along_x, along_y = puffs[HEAD_X] - puffs[TAIL_X], puffs[HEAD_Y] - puffs[TAIL_Y]
    length = np.sqrt(along_x * along_x + along_y * along_y)
    np.maximum(length, LEAST_LENGTH_M, out=length)
    per_length = 1.0 / length
    vapour, mixed = puffs[VAPOUR], puffs[AIR]
    vapour_mol = vapour * (1.0 / gas.kg_mol)
    moles = vapour_mol + mixed * (1.0 / AIR_KG_MOL)
    capacity = vapour * gas.heat_capacity_j_kg_k + mixed * AIR_J_KG_K
    temperature = layer.temperature_k + puffs[HEAT] / capacity
    volume = moles * temperature * (GAS_CONSTANT / layer.pressure_pa)
    depth = volume * 0.5 * per_length / puffs[HALF_WIDTH]
    return Mixture(
        length,
        along_x * per_length,
        along_y * per_length,
        vapour_mol / moles,
        (vapour + mixed) / volume,
        temperature,
        capacity,
        depth,
        np.minimum(depth * ((1.0 + layer.exponent) / layer.gamma), DEEPEST_M),
    )
