"""What the core asks of this rule module: constants of one scenario and a few judgements. No state."""

from dataclasses import dataclass, replace

from scenarios.rules.ground.rules import Ground
from scenarios.rules.pipeline_release.incident import Incident
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.physics.culvert import BuriedLine, Culvert
from sim_core.world import Air

SHUT = 0.02  # so little opening of a block valve passes nothing that counts: training assumption 训练假设


@dataclass(frozen=True)
class PipelineRelease(Ground):
    """A buried line of flammable liquid leaks, and the liquid gets into a covered drain."""

    incident: Incident

    def risky(self, place: str) -> bool:
        """Outdoors and near the culvert."""
        here = self.site.place[place]
        return not here.indoors and self.incident.nearest(self.site, here.x_m, here.y_m)[1] <= self.incident.risky_m

    def sample(self, draft: Draft, i: int, act: Act, by: str) -> tuple[Air, str, str]:
        """At a manhole the pump's hose hangs under the cover, and that reach of the culvert is tested."""
        p = draft.people[i]
        k = self.incident.reach(p.place)
        if k < 0:
            return super().sample(draft, i, act, by)
        culvert = culvert_of(draft)
        ticks = tuple(draft.tick if n == k else t for n, t in enumerate(culvert.tested_tick))
        found = tuple(culvert.vapour[k] if n == k else f for n, f in enumerate(culvert.found))
        draft.hazard = replace(draft.hazard, culvert=replace(culvert, tested_tick=ticks, found=found))
        if min(ticks) >= 0:
            draft.fact("manholes_tested", seat=p.seat, by=by)
        return mixed(self, culvert.vapour[k]), p.place, ""

    def close(self, draft: Draft) -> None:
        """What is true at the end: kilograms out of the line, on open water and in the accident pool; whether the line
        is shut in."""
        incident, hazard = self.incident, draft.hazard
        draft.fact("released", value=hazard.spilled_kg)
        draft.fact("out_to_water", value=hazard.drained_kg)
        if hazard.moved_kg > 0.0:
            draft.fact("into_accident_pool", value=hazard.moved_kg)
        if self.open(draft, incident.pump) == 0.0 and self.open(draft, incident.upstream) <= SHUT:
            draft.fact("line_isolated")
        if not culvert_of(draft).burst:
            draft.fact("culvert_whole")


def culvert_of(draft: Draft) -> Culvert:
    """The culvert, which `start` has put into the world."""
    assert draft.hazard.culvert is not None
    return draft.hazard.culvert


def line_of(draft: Draft) -> BuriedLine:
    """The line, which `start` has put into the world."""
    assert draft.hazard.line is not None
    return draft.hazard.line


def mixed(rules: PipelineRelease, fraction: float) -> Air:
    """Clean air with so much of the vapour in it."""
    n = rules.site.species_index[rules.incident.substance.id]
    return tuple(
        fraction if i == n else share * (1.0 - fraction) for i, share in enumerate(rules.site.clean_air)
    )
