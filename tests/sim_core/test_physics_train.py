"""The mixture in a puff against the ideal gas by hand."""

import numpy as np
import pytest

from sim_core.physics import train
from tests.sim_core.train_cases import METHANE, NEUTRAL, air


def puff(vapour: float, mixed: float, heat: float) -> np.ndarray:
    one = np.zeros((train.ROWS, 1))
    one[train.HEAD_X], one[train.HEAD_Y], one[train.HALF_WIDTH] = 3.0, 4.0, 10.0
    one[train.VAPOUR], one[train.AIR], one[train.HEAT] = vapour, mixed, heat
    return one


def test_cold_methane_alone() -> None:
    cold_j = 100.0 * 2200.0 * (111.7 - 293.15)
    m = train.mixture(puff(100.0, 0.0, cold_j), METHANE, air())
    density = 101325.0 * 0.01604 / (8.314462618 * 111.7)
    assert m.fraction[0] == 1.0 and m.temperature[0] == pytest.approx(111.7)
    assert m.density[0] == pytest.approx(density) and density > 1.7
    assert m.length[0] == 5.0 and m.axis_x[0] == pytest.approx(0.6)
    assert m.depth[0] == pytest.approx(100.0 / density / (2.0 * 10.0 * 5.0))


def test_air_in_air_is_air() -> None:
    m = train.mixture(puff(1.0, 3.0, 0.0), NEUTRAL, air())
    assert m.fraction[0] == pytest.approx(0.25) and m.temperature[0] == 293.15
    assert m.density[0] == pytest.approx(101325.0 * 0.02896 / (8.314462618 * 293.15))


def test_the_state_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="read-only"):
        train.Train(puff(1.0, 1.0, 0.0)).puffs[0, 0] = 1.0
