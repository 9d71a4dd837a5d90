"""Digging: a breaker works on a cover: the contractor's by his own will, or whoever is ordered to. Once a second."""

from scenarios.rules.ground import sparks
from scenarios.rules.pipeline_release.ignition import explode
from scenarios.rules.pipeline_release.meeting import over
from scenarios.rules.pipeline_release.rules import PipelineRelease, culvert_of
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.physics import flash_fire_zone
from sim_core.plant.devices import opening
from sim_core.world import TICKS_PER_S


def work(draft: Draft, rules: PipelineRelease) -> None:
    """Whatever sparks over the culvert now, held against what has been tested, and against the vapour beneath."""
    for what, by, x, y in _breaking(draft, rules):
        k = rules.incident.nearest(rules.site, x, y)[0]
        _judge(draft, rules, k, by)
        if _lights(rules, culvert_of(draft).vapour[k]):
            explode(draft, rules, k, what, by)
            return
    for v in draft.vehicles:
        x, y = position(v, draft.tick)
        if v.engine and _lights(rules, over(draft, rules, x, y)):
            explode(draft, rules, rules.incident.nearest(rules.site, x, y)[0], v.id, v.by)
            return


def _breaking(draft: Draft, rules: PipelineRelease) -> list[tuple[str, str, float, float]]:
    """Tools that strike sparks on the covers now: what, by whose order ("" = own will), and where."""
    found = [(s.id, "", s.x_m, s.y_m) for s in draft.sources if sparks.active(s, draft.tick)]
    n = rules.site.device_index[rules.incident.hammer]
    state, place = draft.devices[n], rules.site.place[rules.site.devices[n].place]
    if opening(state, draft.tick) > 0.0:
        found.append((rules.incident.hammer, state.by, place.x_m, place.y_m))
    return found


def _judge(draft: Draft, rules: PipelineRelease, k: int, by: str) -> None:
    """Untested, tested too long ago, or found to hold gas: nobody breaks there."""
    incident, culvert = rules.incident, culvert_of(draft)
    tested = culvert.tested_tick[k]
    stale = tested < 0 or draft.tick - tested > incident.valid_s * TICKS_PER_S
    if stale or culvert.found[k] > 0.01 * incident.clean_lel * incident.substance.lfl:
        draft.fact("broke_untested", by=by)


def _lights(rules: PipelineRelease, fraction: float) -> bool:
    return bool(flash_fire_zone.zone(min(fraction, 1.0), rules.incident.substance.lfl))
