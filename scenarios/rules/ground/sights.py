"""Sights: what of the incident eyes can see, put up once a second from the truth, for the senses to find."""

from collections.abc import Iterator

from scenarios.rules.ground.rules import Ground
from sim_core.draft import Draft
from sim_core.world import Sight

POOL_WORDS = ((0.02, "small"), (0.5, "wide"), (1.0e9, "full"))
SHINING = ("hot_work", "lighting")


def bunds(draft: Draft, rules: Ground, faint: bool = False) -> Iterator[Sight]:
    """Pools and fires in bunds; a fire hides the pool that it burns on. faint: its flame is lost in daylight."""
    hazard = draft.hazard
    for n, (bund, pool) in enumerate(zip(rules.site.bunds, hazard.pools, strict=True)):
        x, y = bund.middle_m
        if hazard.fires_kw[n] > 0.0 and (draft.weather.night or not faint):
            yield Sight("fire", bund.id, x, y, "burning", shines=True)
        elif pool.area_m2 > 1.0:
            share = pool.area_m2 / bund.area_m2
            word = next(w for limit, w in POOL_WORDS if share < limit)
            yield Sight("pool", bund.id, x, y, "foamed" if pool.foam_cover > 0.5 else word)


def sparks(draft: Draft) -> Iterator[Sight]:
    """Sources of ignition that shine."""
    for s in draft.sources:
        if s.kind in SHINING and draft.tick >= s.start_tick:
            yield Sight("sparks", s.id, s.x_m, s.y_m, "stopped" if s.stopped_tick >= 0 else "working")
