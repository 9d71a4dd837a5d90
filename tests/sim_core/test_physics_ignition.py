import numpy as np

from sim_core.physics.cloud import Cloud, emit, empty
from sim_core.physics.ignition import lit_by
from sim_core.physics.substance import PETROL

ON = np.array([True, True])


def cloud(vapour: float, radius: float = 40.0) -> Cloud:
    return emit(empty(), PETROL, 0.0, 0.0, radius, vapour, 20000.0, 0.0, 293.15)


def test_a_working_source_in_flammable_vapour_lights_it() -> None:
    sources = np.array([[200.0, 0.0], [10.0, 0.0]])
    assert lit_by(cloud(2000.0), PETROL, sources, ON) == 1
    assert lit_by(cloud(2000.0), PETROL, sources, np.array([True, False])) == -1
    assert lit_by(empty(), PETROL, sources, ON) == -1


def test_lean_vapour_does_not_burn() -> None:
    assert lit_by(cloud(200.0), PETROL, np.array([[10.0, 0.0]]), ON) == -1


def test_rich_vapour_burns_only_near_its_edge() -> None:
    rich = cloud(9000.0)
    assert lit_by(rich, PETROL, np.array([[0.0, 0.0]]), ON) == -1
    assert lit_by(rich, PETROL, np.array([[36.0, 0.0]]), ON) == 0
