"""Drivers: who is frightened makes ready and starts the engine; who is told first that vehicles stand does not."""

import pytest

from sim_core.world import Vehicle
from tests.drills import Stage
from tests.scenarios.tankers import tanker

READY_S = 115.0
LEAK_S = 20.0


def vehicle(stage: Stage, name: str) -> Vehicle:
    return next(v for v in stage.world.vehicles if v.id == name)


def started(stage: Stage, name: str, within_s: float) -> float:
    """When the engine of a vehicle starts, s; infinite if it does not within so many seconds."""
    for _ in range(int(within_s)):
        stage.wait(1)
        if vehicle(stage, name).engine:
            return stage.tick / 20.0
    return float("inf")


def test_a_driver_at_the_bay_hears_the_leak_goes_to_the_cab_and_starts():
    stage = tanker(driver="BA")
    stage.wait(60)
    assert stage.world.crowds[0].place == "CB1"
    assert not vehicle(stage, "tk1").engine
    at = started(stage, "tk1", 120)
    walk_s = (24.5 + 20.0 + 9.8) / 1.5  # by the north-east corner and the north side of the bays
    assert at == pytest.approx(LEAK_S + walk_s + READY_S, abs=3.0)
    assert stage.told("fact", subject="driver_started")


def test_one_who_sleeps_hears_no_leak_but_the_siren():
    stage = tanker(driver="BK1")
    assert started(stage, "tk1", 200) == float("inf")
    stage.stand("IC", "CR")
    stage.act("IC", "alarm", "PA")
    rung = stage.tick / 20.0
    assert started(stage, "tk1", 160) == pytest.approx(rung + 3.0 + 20.0 + READY_S, abs=4.0)


def test_who_is_told_that_all_traffic_stands_leaves_it_standing():
    stage = tanker(driver="BA")
    stage.wait(60)
    stage.act("IC", "stop_work")
    assert started(stage, "tk1", 150) == float("inf")
    assert vehicle(stage, "tk1").start_tick < 0


def test_the_announcement_takes_ten_seconds_to_be_heeded():
    stage = tanker(driver="BK1")
    stage.act("IC", "alarm", "PA")
    stage.wait(3 + 20 + READY_S - 12)
    stage.act("IC", "stop_work")  # six seconds to say: over after the engine has started
    assert started(stage, "tk1", 20) < float("inf")
    stage.wait(12)
    assert not vehicle(stage, "tk1").engine  # and then it is switched off again


def test_the_order_to_leave_takes_him_with_it():
    stage = tanker(driver="BA")
    stage.wait(30)
    stage.act("IC", "evacuate", "MP-N")
    assert started(stage, "tk1", 160) == float("inf")
    assert stage.world.crowds[0].place == "MP-N"


def test_who_is_hurt_starts_nothing():
    stage = tanker(driver="BK1")
    crowds = list(stage.world.crowds)
    crowds[0] = type(crowds[0])(crowds[0].x_m, crowds[0].y_m, 0, "BK1", hurt=1)
    stage.change(crowds=tuple(crowds))
    stage.act("IC", "alarm", "PA")
    assert started(stage, "tk1", 160) == float("inf")


@pytest.mark.parametrize(("queue", "there"), [("0", []), ("2", ["tk6", "tk7"]), ("3", ["tk6", "tk7", "tk8"])])
def test_as_many_vehicles_wait_as_were_drawn(queue, there):
    stage = tanker(queue=queue)
    assert [v.id for v in stage.world.vehicles if v.id in ("tk6", "tk7", "tk8")] == there
    assert stage.world.vehicles[1].id == "engine"
