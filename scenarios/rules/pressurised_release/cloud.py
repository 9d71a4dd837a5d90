"""Cloud: what boils off the ground and flies out of the jets, drifts as a train, and whom it meets. Once a second."""

from collections.abc import Iterator
from dataclasses import replace
from math import pi, sqrt

import numpy as np

from scenarios.rules.ground import curtains, meeting
from scenarios.rules.ground.air import air_now
from scenarios.rules.ground.curtains import Curtain
from scenarios.rules.ground.meeting import Floats, Met
from scenarios.rules.pressurised_release import absorbing, facts, washing, water
from scenarios.rules.pressurised_release.ignition import look_for_spark
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.physics import evaporation, properties, train_air, train_birth, train_motion, train_reading
from sim_core.physics.evaporation import GROUNDS, Weather
from sim_core.physics.pressure_vessel import Leak
from sim_core.physics.train import Gas, Train
from sim_core.physics.train_air import Air
from sim_core.world import Hazard

PERIOD_S = 1.0
SOLAR_W_M2 = 400.0
NOSE_M = 1.5
FAINTEST_OF_SMELL = 0.2  # puffs thinner than this are let go
JET_REACH = 200.0  # diameters of its hole after which a level jet is spent, at most 10 m: training assumption 训练假设
LONGEST_JET_M = 10.0
BESIDE_M, BESIDE_PER_M = 1.5, 40.0  # so near a hole one stands in its gas: training assumption 训练假设
LEAST_SOURCE_M, POOL_SOURCE = 4.0, 9
SUNK_SOURCE = 10  # a leak that has been moved feeds no slab of where it was
SQUEEZED_W_PER_M3_S = 8.4e7  # heat that a solid stream brings into a pool: water that cools by 20 K
DIRECTIONS = {
    "N": (0.0, 1.0), "NE": (0.7071067811865476, 0.7071067811865476), "E": (1.0, 0.0),
    "SE": (0.7071067811865476, -0.7071067811865476), "S": (0.0, -1.0),
    "SW": (-0.7071067811865476, -0.7071067811865476), "W": (-1.0, 0.0),
    "NW": (-0.7071067811865476, 0.7071067811865476),
}  # fmt: skip


def gas_of(rules: PressurisedRelease) -> Gas:
    """The released gas as the train sees it."""
    s = rules.incident.substance
    return Gas(s.kg_mol, properties.vapour_capacity_j_kg_k(s, s.boiling_k))


def boil(draft: Draft, rules: PressurisedRelease) -> None:
    """What the pools give off; a burning pool gives to its fire, which `burning` works."""
    hazard, incident, w = draft.hazard, rules.incident, draft.weather
    n = incident.bund
    pool = hazard.pools[n]
    if pool.mass_kg <= 0.0 or hazard.fires_kw[n] > 0.0:
        return
    sun = 0.0 if w.night or w.fog or w.rain else SOLAR_W_M2
    jets = water.monitors(draft, rules, "jet")
    sun += jets * incident.monitor_l_min / 60000.0 * SQUEEZED_W_PER_M3_S / max(pool.area_m2, 1.0)
    over = Weather(w.speed_m_s, incident.ambient_k, sun)
    left, given = evaporation.evaporate(incident.substance, pool, over, GROUNDS["concrete"], PERIOD_S, 1.0)
    s = incident.substance
    capacity = properties.vapour_capacity_j_kg_k(s, s.boiling_k)
    chill = given.vapour_kg * capacity * (incident.ambient_k - given.temperature_k)
    air, x, y = air_now(draft, rules), *rules.centre_m
    wide = max(LEAST_SOURCE_M, sqrt(4.0 * pool.area_m2 / pi))
    bound, absorber = absorbing.take(draft, rules, hazard.absorber, given.vapour_kg)
    washed = washing.share(draft, rules)
    past = (1.0 - bound) * (1.0 - washed)
    train = train_birth.feed(hazard.train, air, POOL_SOURCE, x, y, wide, past * given.vapour_kg, 0.0, -past * chill)
    pools = list(hazard.pools)
    pools[n] = left
    draft.hazard = replace(
        hazard, pools=tuple(pools), train=train, evaporated_kg=hazard.evaporated_kg + given.vapour_kg, absorber=absorber
    )
    washing.run_off(draft, rules, washed * (1.0 - bound) * given.vapour_kg)


def drift(draft: Draft, rules: PressurisedRelease) -> None:
    """The cloud of the next second, and what everyone and everything meets in it."""
    hazard, air, gas = draft.hazard, air_now(draft, rules), gas_of(rules)
    faintest = FAINTEST_OF_SMELL * rules.incident.smelt
    train = train_motion.advance(_fed(hazard, rules, air), gas, air, PERIOD_S, faintest)
    draft.hazard = replace(hazard, train=train)
    met = meet(draft, rules, air, gas)
    facts.judge(draft, rules, met)
    if rules.incident.burns:
        look_for_spark(draft, rules, met, air, gas)


def _fed(hazard: Hazard, rules: PressurisedRelease, air: Air) -> Train:
    """Each jet that does not burn gives at the place where it is spent."""
    train = hazard.train
    for n, k in enumerate(hazard.leaks):
        if k.airborne_kg_s > 0.0 and k.burning_s < 0.0 and not rules.in_room(k.id):
            x, y = spent_at(rules, k)
            wide = max(LEAST_SOURCE_M, JET_REACH * k.hole_m)
            if rules.incident.bell is not None:  # it comes out all round
                wide = rules.site.tanks[k.vessel].diameter_m
            source = n if k.id != rules.incident.bath else n + SUNK_SOURCE
            train = train_birth.feed(
                train, air, source, x, y, wide, k.airborne_kg_s * PERIOD_S, k.air_kg_s * PERIOD_S, k.heat_w * PERIOD_S
            )
    return train


def spent_at(rules: PressurisedRelease, k: Leak) -> tuple[float, float]:
    """Where a jet has lost its push and the wind takes over."""
    place = rules.site.place[k.id]
    dx, dy = DIRECTIONS.get(k.points, (0.0, 0.0))
    reach = min(JET_REACH * k.hole_m, LONGEST_JET_M)
    return place.x_m + dx * reach, place.y_m + dy * reach


def meet(draft: Draft, rules: PressurisedRelease, air: Air, gas: Gas) -> Met:
    """Read the cloud where somebody or something is."""
    incident = rules.incident
    read = reader(draft, rules, air, gas)
    return meeting.meet(draft, rules, incident.species, read, incident.smelt, incident.smell_fails)


def reader(
    draft: Draft, rules: PressurisedRelease, air: Air, gas: Gas, height_m: float = NOSE_M
) -> meeting.Reader:
    """Volume fractions at points now: of the train, thinner behind curtains that are open, and beside leaks."""
    train = draft.hazard.train
    walls = list(_curtains(draft, rules))

    def read(points_m: Floats) -> Floats:
        heights = np.full(points_m.shape[0], height_m)
        found = train_reading.concentration(train, gas, air, points_m, heights)
        for curtain, litres in walls:
            found = found / curtains.dilution(draft, rules, curtain, litres, points_m)
        return _indoors(draft, rules, points_m, np.maximum(found, _beside_leaks(draft, rules, points_m)))

    return read


def _indoors(draft: Draft, rules: PressurisedRelease, points_m: Floats, outdoors: Floats) -> Floats:
    """Between the walls of the room there is its own air."""
    room = rules.incident.room
    if room is None:
        return outdoors
    x, y = points_m[:, 0], points_m[:, 1]
    inside = (x >= room.x0_m) & (x <= room.x1_m) & (y >= room.y0_m) & (y <= room.y1_m)
    n = rules.site.species_index[rules.incident.species]
    return np.where(inside, draft.hazard.spaces[0].layers[0][n], outdoors)


def _beside_leaks(draft: Draft, rules: PressurisedRelease, points_m: Floats) -> Floats:
    """Beside a hole there is gas whatever the wind: as much as the jet holds once it has drawn in its air."""
    s, ratio = rules.incident.substance, rules.incident.jet_air_ratio
    mixed = 1.0 / s.kg_mol / (1.0 / s.kg_mol + ratio / train_air.AIR_KG_MOL)
    found = np.zeros(points_m.shape[0])
    for k in draft.hazard.leaks:
        if k.escapes and k.burning_s < 0.0:
            place = rules.site.place[k.id]
            dx, dy = points_m[:, 0] - place.x_m, points_m[:, 1] - place.y_m
            reach = BESIDE_M + BESIDE_PER_M * k.hole_m
            found = np.where(dx * dx + dy * dy <= reach * reach, mixed, found)
    return found


def _curtains(draft: Draft, rules: PressurisedRelease) -> Iterator[tuple[Curtain, float]]:
    """Curtains that give water, with what they give, L/min for each metre."""
    if water.flows(draft, rules):
        for curtain in rules.incident.curtains:
            share = water.open_share(draft, rules, curtain.device)
            if share > 0.0:
                yield curtain, share * rules.incident.curtain_l_min_m * water.head(draft, rules)
