"""What the core asks of this rule module: constants of one scenario and a few judgements. No state."""

from dataclasses import dataclass

from scenarios.rules.ground.rules import Ground
from scenarios.rules.pressurised_release.incident import Incident
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.plant.devices import opening
from sim_core.world import Person


@dataclass(frozen=True)
class PressurisedRelease(Ground):
    """A liquefied gas escapes from a vessel under its own pressure."""

    incident: Incident

    def risky(self, place: str) -> bool:
        """Outdoors and within some metres of the yard of the vessel."""
        here, bund = self.site.place[place], self.site.bunds[self.incident.bund]
        return not here.indoors and bund.within(here.x_m, here.y_m, self.incident.risky_m)

    def in_room(self, place: str) -> bool:
        """Whether a place lies within the room beside the vessel."""
        room, here = self.incident.room, self.site.place[place]
        return room is not None and room.inside(here.x_m, here.y_m)

    def demands(self, place: str) -> tuple[str, ...]:
        """What the gas asks of those who go in."""
        return self.incident.entry_gear

    def why_not(self, draft: Draft, person: Person, act: Act) -> str:
        """A leak that burns is not plugged, one that does not is not put out; water needs a monitor. A cylinder on the
        manifold is not hoisted off, one on the hoist is not turned, one in the bath not capped."""
        if act.kind == "operate":
            return self._why_not_moved(draft, act)
        if act.kind == "plug" and act.target == self.incident.bath:
            return "in_the_bath"
        if act.kind in ("plug", "extinguish"):
            leak = next((k for k in draft.hazard.leaks if k.id == act.target and k.flow_kg_s > 0.0), None)
            if leak is None:
                return "no_leak_here"
            if (act.kind == "plug") == (leak.burning_s >= 0.0):
                return "burning" if act.kind == "plug" else "not_burning"
            return ""
        if act.kind == "spray":
            n = self.site.device_index.get(act.target, -1)
            return "" if n >= 0 and self.site.devices[n].kind == "water_monitor" else "unknown_device"
        return super().why_not(draft, person, act)

    def _why_not_moved(self, draft: Draft, act: Act) -> str:
        n = self.site.device_index
        if act.target == self.incident.hoist and opening(draft.devices[n[self.incident.root_valve]], draft.tick) > 0.0:
            return "still_connected"
        hoisted = self.incident.hoist in n and opening(draft.devices[n[self.incident.hoist]], draft.tick) > 0.0
        return "in_the_bath" if hoisted and act.target == self.incident.cradle else ""

    def close(self, draft: Draft) -> None:
        """What is true at the end: kilograms released, whether the leak was stopped, whether what burns ever burned."""
        bound = draft.hazard.bath.taken_kg if draft.hazard.bath is not None else 0.0
        draft.fact("released", value=draft.hazard.spilled_kg - bound)
        if not any(k.escapes for k in draft.hazard.leaks):
            draft.fact("leak_stopped")
        if self.incident.bell is not None and self.open(draft, self.incident.bell.feed) == 0.0:
            draft.fact("feed_shut")
        if self.incident.burns and draft.hazard.ignited_tick < 0:
            draft.fact("never_lit")
        if self.incident.retreat_radii > 0.0 and "warning_sign" not in draft.facts:
            draft.fact("no_warning_sign")
        if any(c.state == "down" for c in draft.casualties):
            draft.fact("left_behind")
        if not draft.casualties:
            draft.fact("nobody_trapped")
        if draft.hazard.absorber is not None:
            draft.fact("absorbed", value=draft.hazard.absorber.taken_kg)
        if bound > 0.0:
            draft.fact("bound_in_bath", value=bound)
        if draft.hazard.flare is not None and draft.hazard.flare.taken_kg > 0.0:
            draft.fact("flared", value=draft.hazard.flare.taken_kg)
