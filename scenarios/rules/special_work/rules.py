"""What the core asks of this rule module: constants of one scenario and a few judgements. No state."""

from dataclasses import dataclass, replace

from scenarios.rules.ground.rules import Ground
from scenarios.rules.special_work.incident import Escape, Incident
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import position, within_m
from sim_core.work import Outflow, Work
from sim_core.world import Air, CrowdState, Person

WATCHER = "ATT"
FULLY = 0.99
SHUTS = ("blind", "hand_valve", "rosov")


@dataclass(frozen=True)
class SpecialWork(Ground):
    """A special operation under a permit."""

    incident: Incident

    @property
    def crew(self) -> int:
        """Position of the crew among the crowds."""
        return [c.id for c in self.site.crowds].index(self.incident.crew)

    @property
    def others(self) -> int:
        """Position of those who do not belong here."""
        return [c.id for c in self.site.crowds].index(self.incident.others)

    def is_set(self, draft: Draft, device: str) -> bool:
        """A guard stands, a machine runs, a blind is in, a valve is shut."""
        far = self.open(draft, device)
        return far <= 1.0 - FULLY if self.kind(device) in SHUTS else far >= FULLY

    def is_shut(self, draft: Draft, device: str) -> bool:
        """What ends an outflow: a cover stands, a valve is shut, a blind is in."""
        far = self.open(draft, device)
        return far >= FULLY if self.kind(device) == "guard" else far <= 1.0 - FULLY

    def kind(self, device: str) -> str:
        """Kind of a device."""
        return self.site.devices[self.site.device_index[device]].kind

    def flawed(self, draft: Draft, flaw: str) -> bool:
        """Whether something is not as it should be, and nothing has put it right."""
        work = work_of(draft)
        if flaw not in work.flaws or flaw in work.mended:
            return False
        mend = self.incident.mends.get(flaw, "")
        return mend not in self.site.device_index or not self.is_set(draft, mend)

    def working(self, draft: Draft) -> bool:
        """Whether hands are at work."""
        return work_of(draft).stage == "working"

    def watched(self, draft: Draft) -> bool:
        """Whether the watcher is on his feet and near enough."""
        return any(
            p.seat == WATCHER and p.state in ("fit", "hurt") and self.near(draft, p, self.incident.tend_m)
            for p in draft.people
        )

    def near(self, draft: Draft, who: Person | CrowdState, reach_m: float) -> bool:
        """Whether somebody is no further from the work than reach_m."""
        here = self.incident.at
        return within_m(*position(who, draft.tick), here.x_m, here.y_m, reach_m)

    def risky(self, place: str) -> bool:
        """Near where gas can come out."""
        here = self.site.place[place]
        return any(
            e.kg_s != "0" and within_m(here.x_m, here.y_m, e.place.x_m, e.place.y_m, self.incident.risky_m)
            for e in self.incident.escapes
        )

    def sample(self, draft: Draft, i: int, act: Act, by: str) -> tuple[Air, str, str]:
        """The air about the person, and what stands in the very place: in a drain, in a pipe. A point of the permit
        counts as tested."""
        p, work = draft.people[i], work_of(draft)
        air = draft.hazard.air_people[i] if draft.hazard.air_people else self.site.clean_air
        fraction = max(air[0], 0.01 * self.standing_lel(draft, p.place) * self.incident.lfl)
        if p.place in self.incident.points:
            n = self.incident.points.index(p.place)
            tick = tuple(draft.tick if k == n else t for k, t in enumerate(work.tested_tick))
            read = tuple(100.0 * fraction / self.incident.lfl if k == n else v for k, v in enumerate(work.tested))
            put_work(draft, replace(work, tested_tick=tick, tested=read))
            if min(tick) >= 0:
                draft.fact("points_tested", seat=p.seat, by=by)
        return (fraction, *air[1:]), p.place, ""

    def standing_lel(self, draft: Draft, place: str) -> float:
        """%LEL that stands in a place itself, whatever the wind."""
        found = [
            out.lel
            for e, out in zip(self.incident.escapes, work_of(draft).outflows, strict=True)
            if e.place.id == place and self.flows(draft, e, out)
        ]
        return max(found, default=0.0)

    def flows(self, draft: Draft, e: Escape, out: Outflow) -> bool:
        """Whether an outflow has begun, nothing has ended it, and that goes on during which it comes out."""
        if not 0 <= out.start_tick <= draft.tick or (e.flaw and not self.flawed(draft, e.flaw)):
            return False
        return not any(self.is_shut(draft, d) for d in e.shut_by) and self._under_way(draft, e.when)

    def _under_way(self, draft: Draft, when: str) -> bool:
        if when == "work":
            return self.working(draft)
        if when == "others":
            crowd = draft.crowds[self.others]
            here = crowd.place == self.incident.others_at and crowd.number > 0
            return here and draft.command.stop_work_tick < 0
        return work_of(draft).dropped if when == "drop" else True

    def why_not(self, draft: Draft, person: Person, act: Act) -> str:
        """A blind that is in, a lock that hangs, a fire that does not burn; and nobody puts on what is locked off."""
        work = work_of(draft)
        if act.kind == "isolate" and self.is_set(draft, act.target):
            return "already_closed"
        if act.kind == "lock" and act.target in work.locked:
            return "already_closed"
        if act.kind == "extinguish" and (work.fire_tick < 0 or act.target != work.fire_at):
            return "not_burning"
        if act.kind == "operate" and act.target in work.locked:
            return "locked"
        return super().why_not(draft, person, act)

    def close(self, draft: Draft) -> None:
        """What is true at the end."""
        work = work_of(draft)
        if work.out_tick < 0 and work.fire_tick < 0:
            draft.fact("nothing_burned")
        if work.begun_tick < 0:
            draft.fact("never_begun")
        escapes = zip(self.incident.escapes, work.outflows, strict=True)
        if not any(out.full_kg_s > 0.0 and self.flows(draft, e, out) for e, out in escapes):
            draft.fact("leak_stopped")
        if not self.working(draft):
            draft.fact("work_at_rest")


def work_of(draft: Draft) -> Work:
    """The operation of this drill."""
    assert draft.hazard.work is not None
    return draft.hazard.work


def put_work(draft: Draft, work: Work) -> None:
    """The operation as it is from now on."""
    draft.hazard = replace(draft.hazard, work=work)
