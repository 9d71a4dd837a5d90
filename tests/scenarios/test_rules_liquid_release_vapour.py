"""Vapour of a pool: what a fall has taken off a mixture, and does not off one substance."""

from dataclasses import replace

import numpy as np

from scenarios import load
from scenarios.drill import build
from scenarios.rules.ground.air import air_now
from scenarios.rules.liquid_release.vapour import BREATHING_M, DETECTOR_M
from sim_core.chance import drill_keys
from sim_core.draft import Draft
from sim_core.physics import train_reading
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


def test_a_detector_hangs_lower_than_people_breathe() -> None:
    """Beside a pool in a light wind the layer is thin: at the detector's height it reads more than at a metre. What a
    detector meets swings about its mean, so the mean of two minutes counts."""
    keys, scenario = drill_keys(7), load("loading_arm_leak")
    drawn: dict[str, float | str] = {"wind_speed_m_s": 0.6}
    stage = Stage(build(scenario, keys.hidden, keys.world, SEATS, hidden=drawn))
    stage.wait(240)
    rules, site = stage.rules, stage.site
    full = site.channel["lel"].per_unit
    gauges = [n for n, g in enumerate(site.instruments) if g.kind == "gas"]
    points = np.array([(site.instruments[n].x_m, site.instruments[n].y_m) for n in gauges])
    met = at_a_metre = 0.0
    for _ in range(120):
        stage.wait(1)
        draft = Draft(stage.world)
        air, heights = air_now(draft, rules), np.full(len(gauges), BREATHING_M)
        found = train_reading.concentration(stage.world.hazard.train, rules.incident.gas, air, points, heights)
        at_a_metre += float(found.sum())
        met += full * sum(stage.world.hazard.met_gauges[n] for n in gauges)
    assert DETECTOR_M < BREATHING_M and 0.0 < 1.15 * at_a_metre < met
