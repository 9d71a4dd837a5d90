"""Showing: what eyes and ears can find of it: jets, cloud, frost, fire, water, shells that glow. Once a second."""

from collections.abc import Iterator

from scenarios.rules.ground import curtains, sights
from scenarios.rules.ground.air import air_now
from scenarios.rules.pressurised_release import warning, water
from scenarios.rules.pressurised_release.cloud import gas_of
from scenarios.rules.pressurised_release.leaking import of_gas
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.physics import train_reading
from sim_core.physics.pressure_vessel import Leak
from sim_core.world import TICKS_PER_S, Noise, Sight

JET_WORDS = ((0.3, "weeping"), (5.0, "jet"), (1.0e9, "roaring"))
POOL_WORDS = ((0.02, "small"), (0.3, "wide"), (1.0e9, "full"))
CLOUD_EVERY = 100
WIDE_M2 = 1500.0
FROST_S = 60
HISS_M, HISS_PER_M = 25.0, 3000.0  # how far a leak is heard: so much, and so much for each metre of its hole
GRID_M = 5.0
BLAST_S = 5
GURGLES_M = 60.0  # gas at the weight of a bell, through water: training assumption 训练假设


def show(draft: Draft, rules: PressurisedRelease) -> None:
    """Sights and noises of this second. A cloud is put up anew every 5 s, by its middle to 5 m."""
    draft.sights = (
        *_leaks(draft, rules), *_pools(draft, rules), *_cloud(draft, rules), *_water(draft, rules),
        *_shells(draft, rules), *_flare(draft, rules), *sights.sparks(draft),
    )  # fmt: skip
    draft.noises = tuple(_noises(draft, rules))


def _leaks(draft: Draft, rules: PressurisedRelease) -> Iterator[Sight]:
    for k in draft.hazard.leaks:
        place = rules.site.place[k.id]
        if k.escapes:
            if k.burning_s >= 0.0:
                yield Sight("jet_fire", k.id, place.x_m, place.y_m, "burning", shines=True)
            else:
                word = next(w for limit, w in JET_WORDS if k.flow_kg_s < limit)
                yield Sight("jet", k.id, place.x_m, place.y_m, word)
            cold = draft.tick - k.start_tick >= FROST_S * TICKS_PER_S and k.burning_s < 0.0
            if cold and k.id != rules.incident.bath and not of_gas(draft, rules, k):
                yield Sight("frost", k.id, place.x_m, place.y_m, "white")


def _pools(draft: Draft, rules: PressurisedRelease) -> Iterator[Sight]:
    for n, (bund, pool) in enumerate(zip(rules.site.bunds, draft.hazard.pools, strict=True)):
        x, y = bund.middle_m
        if draft.hazard.fires_kw[n] > 0.0:
            yield Sight("fire", bund.id, x, y, "burning", shines=True)
        elif pool.area_m2 > 1.0 and pool.mass_kg > 0.0:
            yield Sight("pool", bund.id, x, y, next(w for s, w in POOL_WORDS if pool.area_m2 / bund.area_m2 < s))


def _cloud(draft: Draft, rules: PressurisedRelease) -> Iterator[Sight]:
    seen_from = rules.incident.visible or 0.5 * rules.incident.substance.lfl
    if seen_from <= 0.0:
        return
    if draft.tick % CLOUD_EVERY:
        yield from (s for s in draft.sights if s.kind == "cloud")
        return
    cloud = train_reading.flammable(draft.hazard.train, gas_of(rules), air_now(draft, rules), seen_from, 1.0)
    if cloud.area_m2 > 1.0:
        x, y = (float(int(v / GRID_M)) * GRID_M for v in (cloud.x_m, cloud.y_m))
        yield Sight("cloud", "cloud", x, y, "wide" if cloud.area_m2 >= WIDE_M2 else "low")


def _water(draft: Draft, rules: PressurisedRelease) -> Iterator[Sight]:
    if not water.flows(draft, rules):
        return
    yield from curtains.seen((c, water.open_share(draft, rules, c.device)) for c in rules.incident.curtains)
    for i, d in enumerate(rules.site.devices):
        if d.kind == "water_monitor" and draft.devices[i].state in ("fog", "jet"):
            here = rules.site.place[d.place]
            yield Sight("spray", d.id, here.x_m, here.y_m, draft.devices[i].state)
    for tank, ring, remote in zip(rules.site.tanks, rules.incident.rings, rules.incident.remote, strict=True):
        for name in (ring, *remote):
            if name and water.given(draft, rules, name) > 0.5:
                yield Sight("spray", name, tank.x_m, tank.y_m, "cooling")


def _shells(draft: Draft, rules: PressurisedRelease) -> Iterator[Sight]:
    for tank, v in zip(rules.site.tanks, draft.hazard.vessels, strict=True):
        if v.state != "whole":
            yield Sight("shell", tank.id, tank.x_m, tank.y_m, v.state, shines=v.state != "burst")
    for b in draft.hazard.balls:
        if draft.tick < b.until_tick:
            yield Sight("fireball", "fireball", b.x_m, b.y_m, "burning", shines=True)


def _flare(draft: Draft, rules: PressurisedRelease) -> Iterator[Sight]:
    """The flame of the flare, which smokes once it is given more than it can burn."""
    flare = draft.hazard.flare
    if flare is not None and flare.now_kg_s > 0.0:
        place = rules.site.place[rules.incident.flare]
        word = "smoking" if flare.now_kg_s > rules.incident.flare_most_kg_s else "burning"
        yield Sight("flare", place.id, place.x_m, place.y_m, word, shines=True)


def _noises(draft: Draft, rules: PressurisedRelease) -> Iterator[Noise]:
    for k in draft.hazard.leaks:
        if k.escapes:
            place = rules.site.place[k.id]
            kind = "roar" if k.burning_s >= 0.0 else "hiss"
            yield Noise(kind, place.x_m, place.y_m, _heard_m(rules, k))
    for tank, v in zip(rules.site.tanks, draft.hazard.vessels, strict=True):
        if v.relief:
            yield Noise("shriek" if warning.pitch_rises(rules, v) else "scream", tank.x_m, tank.y_m)
    if any(draft.tick < b.until_tick for b in draft.hazard.balls):
        yield Noise("roar", *rules.centre_m)


def _heard_m(rules: PressurisedRelease, k: Leak) -> float:
    if rules.incident.bell is not None:
        return GURGLES_M
    return HISS_M + HISS_PER_M * k.hole_m * (3.0 if k.burning_s >= 0.0 else 1.0)
