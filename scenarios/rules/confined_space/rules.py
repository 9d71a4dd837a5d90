"""What the core asks of this rule module: constants of one scenario and a few judgements. No state."""

from dataclasses import dataclass, replace

from scenarios.rules.confined_space.incident import LEVELS, Incident
from scenarios.rules.ground.rules import Ground
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.world import Air, Person

ATTENDANT = "ATT"
THIN, RICH = 0.195, 0.235  # O2 by which a space counts as fit to enter: GB 46768-2025 5.9.1a
DRESSED = ("scba", "harness")


@dataclass(frozen=True)
class ConfinedSpace(Ground):
    """A confined space whose air harms."""

    incident: Incident

    def within(self, p: Person) -> int:
        """Which layer somebody is in, on the ladder the one that is climbed to; -1 outside."""
        if p.place:
            return self.incident.level(p.place)
        return self.incident.level(p.route[0]) if p.route else -1

    def sample(self, draft: Draft, i: int, act: Act, by: str) -> tuple[Air, str, str]:
        """At the mouth the pump's hose hangs at a level (detail; the top if none is named), and that level is tested.

        Every level tested, where there is sludge after the last stirring: that is a test.
        """
        p = draft.people[i]
        if not p.place or self.site.place[p.place].into != self.incident.space:
            return super().sample(draft, i, act, by)
        level = LEVELS.index(act.detail) if act.detail in LEVELS else len(LEVELS) - 1
        space = draft.hazard.spaces[0]
        ticks = tuple(draft.tick if k == level else t for k, t in enumerate(space.tested_tick))
        draft.hazard = replace(draft.hazard, spaces=(replace(space, tested_tick=ticks),))
        stirred = space.stirred_tick >= 0 or self.incident.sludge is None
        if stirred and min(ticks) > space.stirred_tick:
            draft.fact("levels_tested", seat=p.seat, by=by)
        return space.layers[level], self.incident.layers[level], LEVELS[level]

    def refuses(self, person: Person, place: str) -> bool:
        """An attendant never goes in."""
        return person.seat == ATTENDANT and place in self.incident.layers

    def why_not(self, draft: Draft, person: Person, act: Act) -> str:
        """Nobody carries or hooks alone in the space: a second one, dressed alike, is in it or on the way in. One at a
        time hangs on the line."""
        if act.kind in ("carry", "hook") and person.place in self.incident.layers:
            mates = [q for q in draft.people if q.seat != person.seat and dressed(q) and self._engaged(q)]
            if not mates:
                return "alone"
            return "line_taken" if act.kind == "hook" and hanging(draft, self) else ""
        if act.kind == "hook" or (act.kind == "stir" and self.incident.sludge is None):
            return "not_here"
        if act.kind == "isolate" and draft.devices[self.site.device_index[act.target]].state == "closed":
            return "already_closed"
        return super().why_not(draft, person, act)

    def _engaged(self, q: Person) -> bool:
        return q.state in ("fit", "hurt") and (
            self.within(q) >= 0 or (bool(q.route) and q.route[-1] in self.incident.layers)
        )

    def hurt(self, draft: Draft) -> int:
        """Seats, and those without a seat who have fallen."""
        fallen = sum(c.state != "inside" for c in draft.casualties)
        return fallen + sum(p.state in ("hurt", "down", "dead") for p in draft.people)

    def close(self, draft: Draft) -> None:
        """What is true at the end: whether anybody went in, whether all are out, whether the bottom still gets air, and
        whether every layer has as much oxygen as it should."""
        if not any(w.gone_tick >= 0 for w in draft.hazard.workers):
            draft.fact("nobody_went_in")
        if not occupied(draft, self):
            draft.fact("all_out")
        down = self.open(draft, self.incident.duct) > 0.5
        if down and any(self.open(draft, fan) > 0.5 for fan in self.incident.supply):
            draft.fact("air_kept")
        o2 = self.site.species_index["oxygen"]
        if all(THIN <= layer[o2] <= RICH for layer in draft.hazard.spaces[0].layers):
            draft.fact("oxygen_right")


def dressed(p: Person) -> bool:
    """Whether somebody wears a breathing set and hangs on a line."""
    return all(item in p.worn for item in DRESSED)


def hanging(draft: Draft, rules: ConfinedSpace) -> tuple[str, ...]:
    """Who hangs on the winch's line in the space."""
    lined = [w.id for w in draft.hazard.workers if w.lined]
    return tuple(c.id for c in draft.casualties if c.id in lined and c.place in rules.incident.layers)


def occupied(draft: Draft, rules: ConfinedSpace) -> bool:
    """Whether anybody is in the space: a seat, or somebody without one."""
    return any(rules.within(p) >= 0 for p in draft.people) or any(
        c.place in rules.incident.layers for c in draft.casualties
    )
