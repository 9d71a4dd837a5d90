"""Filling, pools and vapour: every kilogram and every joule is accounted for, second by second."""

from dataclasses import replace

import pytest

from scenarios.rules.ground.start import ticks
from scenarios.rules.liquid_release.filling import line_flow_kg_s
from sim_core.draft import Draft
from sim_core.physics.properties import liquid_density_kg_m3
from sim_core.physics.train import HEAT, VAPOUR
from sim_core.world import World
from tests.drills import SCENARIO, Stage, drill

SITE = SCENARIO.site
PETROL = drill().rules.incident


def inventory_kg(world: World) -> float:
    """All petrol that there is or was, wherever it has gone."""
    hazard = world.hazard
    in_tanks = sum(
        t.level_m * tank.area_m2 * PETROL.density_kg_m3 for t, tank in zip(world.tanks, SITE.tanks, strict=True)
    )
    return (
        in_tanks
        + sum(p.mass_kg for p in hazard.pools)
        + float(hazard.train.puffs[VAPOUR].sum())
        + hazard.train.dispersed_kg
        + hazard.drained_kg
        + hazard.burned_kg
        + hazard.flashed_kg
    )


def born_j(world: World) -> float:
    """Heat that the train was born with: what it has, less what the ground gave, and what went with thin puffs."""
    train = world.hazard.train
    return float(train.puffs[HEAT].sum()) + train.dispersed_j - train.warmed_j


def light(stage: Stage) -> None:
    """Set the pool of the incident on fire, as a flash does."""
    stage.change(hazard=replace(stage.world.hazard, fires_kw=(1.0, 0.0), ignited_tick=stage.tick))


def opened_drain(stage: Stage, second: int) -> None:
    if second == 10:
        stage.stand("OUT", "DV1")
        stage.act("OUT", "operate", "DV-1", "open")


def foamed(stage: Stage, second: int) -> None:
    if second in (20, 150):
        stage.stand("FF", "FM1")
        stage.act("FF", "foam", "FM-1", "start" if second == 20 else "stop")


def burning(stage: Stage, second: int) -> None:
    if second == 60:
        light(stage)
    if second == 200:
        stage.act("DCS", "operate", "P-101", "stop")


def low_wall(stage: Stage, second: int) -> None:
    """The bund is all but full: the rest runs over its wall."""
    if second == 5:
        here = stage.world.hazard.pools[0]
        full_kg = 2.0 * 3200.0 * liquid_density_kg_m3(PETROL.substance, here.temperature_k)
        pool = replace(here, mass_kg=full_kg - 500.0, area_m2=3200.0)
        added = pool.mass_kg - stage.world.hazard.pools[0].mass_kg
        stage.change(hazard=replace(stage.world.hazard, pools=(pool, stage.world.hazard.pools[1])))
        stage.added_kg = added


def nothing(stage: Stage, second: int) -> None:
    pass


@pytest.mark.parametrize(
    ("deeds", "seconds", "ends"),
    [
        (nothing, 240, "evaporated_kg"),
        (opened_drain, 240, "drained_kg"),
        (foamed, 240, "evaporated_kg"),
        (burning, 260, "burned_kg"),
        (low_wall, 60, "drained_kg"),
    ],
)
def test_every_kilogram_is_somewhere(deeds, seconds: int, ends: str):
    stage = Stage(drill(overflow_at_s=3.0, wind_speed_m_s=2.0))
    stage.added_kg = 0.0
    start, pumped = inventory_kg(stage.world), 0.0
    for second in range(seconds):
        deeds(stage, second)
        while stage.tick % 20:  # the tanks are worked at full seconds
            stage.tick_with()
        stage.tick_with()
        pumped += sum(t.inflow_kg_s for t in stage.world.tanks)
        expected = start + pumped + stage.added_kg
        assert inventory_kg(stage.world) == pytest.approx(expected, rel=1e-12), second
        assert stage.world.hazard.spilled_kg <= pumped
    assert getattr(stage.world.hazard, ends) > 1.0
    assert stage.world.hazard.spilled_kg > 1000.0


def test_a_flash_takes_the_cloud_and_nothing_is_lost():
    """The van drives through the cloud: what was in the air is counted as flashed, then the pool burns."""
    stage = Stage(drill(overflow_at_s=3.0, wind_speed_m_s=1.0, wind_from_deg=0.0))
    start, pumped = inventory_kg(stage.world), 0.0
    vans = list(stage.world.vehicles)
    vans[0] = replace(vans[0], x_m=20.0, y_m=-30.0, start_tick=-1, engine=False)
    stage.change(vehicles=tuple(vans))
    for second in range(200):
        if second == 90:
            train = stage.world.hazard.train
            assert stage.world.hazard.ignited_tick < 0 and stage.tick % 20 == 0
            # as if 50 kg had thinned out by now
            thinner = replace(train, dispersed_kg=train.dispersed_kg + 50.0)
            stage.change(hazard=replace(stage.world.hazard, train=thinner))
            start += 50.0
            stage.change(vehicles=(replace(stage.world.vehicles[0], engine=True), stage.world.vehicles[1]))
        stage.wait(1)
        pumped += sum(t.inflow_kg_s for t in stage.world.tanks)
        assert inventory_kg(stage.world) == pytest.approx(start + pumped, rel=1e-12), second
    hazard = stage.world.hazard
    assert hazard.ignited_tick >= 0 and hazard.flashed_kg > 100.0 and hazard.burned_kg > 100.0


def test_over_a_burning_pool_the_cascade_burns_and_makes_no_cloud():
    stage = Stage(drill(overflow_at_s=3.0))
    stage.wait(20)
    light(stage)
    stage.wait(1)
    before = stage.world.hazard
    stage.wait(10)
    after = stage.world.hazard
    assert after.spilled_kg > before.spilled_kg
    vapour = float(after.train.puffs[VAPOUR].sum()) + after.train.dispersed_kg
    held = float(before.train.puffs[VAPOUR].sum()) + before.train.dispersed_kg
    assert vapour == pytest.approx(held)


def test_the_vapour_is_born_cold_and_its_heat_is_balanced():
    """What the train was born with changes only by what comes, evenly while the cascade falls."""
    stage = Stage(drill(overflow_at_s=3.0, wind_speed_m_s=1.0))
    stage.wait(40)
    before = born_j(stage.world)
    gave = []
    for _ in range(30):
        stage.wait(1)
        gave.append(born_j(stage.world) - before)
        before = born_j(stage.world)
    assert max(gave) < 0.0 and min(gave) > 1.3 * max(gave)


@pytest.mark.parametrize("inflow", [550.0, 800.0])
def test_the_first_liquid_goes_over_the_rim_when_it_should(inflow: float):
    stage = Stage(drill(overflow_at_s=25.0, inflow_m3_h=inflow))
    stage.wait(30)
    fact = stage.told("fact", subject="overflow")[0]
    assert abs(fact.tick - ticks(25.0)) <= 40
    assert stage.world.tanks[0].level_m == SITE.tanks[0].rim_m
    assert stage.world.tanks[0].spill_kg_s == pytest.approx(stage.world.tanks[0].inflow_kg_s)


def flows(openings: dict[str, float]) -> list[float]:
    """Flow in each line from outside with valves set by hand, as a share of the pump's."""
    stage = Stage(drill(inflow_m3_h=720.0))
    devices = list(stage.world.devices)
    for name, share in openings.items():
        i = SITE.device_index[name]
        devices[i] = replace(devices[i], opening=share)
    draft = Draft(replace(stage.world, devices=tuple(devices)))
    full = 0.2 * PETROL.density_kg_m3
    return [line_flow_kg_s(draft, stage.rules, line) / full for line in SITE.lines if not line.source]


@pytest.mark.parametrize(
    ("openings", "shares"),
    [
        ({}, [1.0, 0.0]),
        ({"XV-101": 0.25}, [0.25, 0.0]),
        ({"P-101": 0.5}, [0.5, 0.0]),
        ({"P-101": 0.5, "HV-101": 0.5}, [0.25, 0.0]),
        ({"MV-1": 0.0}, [0.0, 0.0]),
        ({"XV-102": 1.0, "HV-102": 1.0}, [0.5, 0.5]),
        ({"XV-102": 1.0, "HV-102": 1.0, "XV-101": 0.0}, [0.0, 1.0]),
    ],
)
def test_pump_and_valves_throttle_and_share(openings: dict[str, float], shares: list[float]):
    assert flows(openings) == pytest.approx(shares)


def test_two_way_shut_off_stops_the_flow():
    for target, word in (("P-101", "stop"), ("XV-101", "close")):
        stage = Stage(drill(overflow_at_s=3.0))
        stage.act("DCS", "operate", target, word)
        stage.wait(30)
        assert all(t.inflow_kg_s == 0.0 for t in stage.world.tanks)
        spilled = stage.world.hazard.spilled_kg
        stage.wait(5)
        assert stage.world.hazard.spilled_kg == spilled > 0.0


def test_every_drain_valve_empties_a_bund():
    drains = [d.bund for d in SITE.devices if d.kind == "drain_valve"]
    assert sorted(drains) == sorted(b.id for b in SITE.bunds)


def test_rain_takes_the_sun_from_a_pool_and_stirs_a_calm_night():
    def after(minutes: float, rain: bool = False, stability: str = "", **hidden: float | str) -> World:
        stage = Stage(drill(overflow_at_s=3.0, wind_speed_m_s=1.0, **hidden))
        weather = stage.world.weather
        stage.change(weather=replace(weather, rain=rain, stability=stability or weather.stability))
        stage.wait(60.0 * minutes)
        return stage.world

    sun, cover, rain = after(2), after(2, fog="yes"), after(2, rain=True)
    assert rain.hazard.evaporated_kg == cover.hazard.evaporated_kg < sun.hazard.evaporated_kg
    still, stirred = after(2, night="yes"), after(2, rain=True, night="yes")
    assert still.weather.stability == "F" and stirred.hazard.train.puffs.tolist() != still.hazard.train.puffs.tolist()
    covered = after(2, night="yes", fog="yes", stability="D")
    assert stirred.hazard.train.puffs.tolist() == covered.hazard.train.puffs.tolist()
