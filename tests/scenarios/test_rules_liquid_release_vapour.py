"""Vapour of a pool: what a fall has taken off a mixture, and does not off one substance."""

from dataclasses import replace

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from tests.drills import SEATS, Stage


def test_a_pool_of_one_substance_gives_off_more_than_one_that_has_lost_its_light_ends() -> None:
    """A quarter of the vapour pressure, about a quarter of what leaves the pool: the cascade's share is the same."""
    keys, scenario = drill_keys(7), load("loading_arm_leak")
    given = []
    for weathered in (1.0, 0.25):
        other = replace(scenario, params={**scenario.params, "weathered": weathered})
        stage = Stage(build(other, keys.hidden, keys.world, SEATS, hidden={"wind_speed_m_s": 3.0}))
        stage.wait(240)
        given.append(stage.world.hazard.evaporated_kg)
    assert given[0] > 1.2 * given[1]


def test_petrol_keeps_the_share_that_the_module_names() -> None:
    keys, scenario = drill_keys(7), load("tank_overfill")
    rules = build(scenario, keys.hidden, keys.world).rules
    assert "weathered" not in scenario.params
    assert rules.incident.weathered == 0.25  # type: ignore[attr-defined]
