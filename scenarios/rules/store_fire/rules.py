"""What the core asks of this rule module: constants of one scenario and a few judgements. No state."""

from dataclasses import dataclass

from scenarios.rules.ground.rules import Ground
from scenarios.rules.store_fire.incident import Incident
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import position, within_m
from sim_core.physics.oxidiser import Store
from sim_core.world import Person, Vehicle


@dataclass(frozen=True)
class StoreFire(Ground):
    """A store of mixed goods burns, and it is not known what they are."""

    incident: Incident

    def risky(self, place: str) -> bool:
        """Outdoors and within the retreat radius: fumes."""
        here = self.site.place[place]
        return not here.indoors and within_m(here.x_m, here.y_m, *self.centre_m, self.incident.retreat_m)

    def why_not(self, draft: Draft, person: Person, act: Act) -> str:
        """Placards are read from a lookout, water needs a monitor."""
        if act.kind == "record":
            return "" if person.place in self.incident.lookouts else "not_here"
        if act.kind == "spray":
            n = self.site.device_index.get(act.target, -1)
            return "" if n >= 0 and self.site.devices[n].kind == "water_monitor" else "unknown_device"
        return super().why_not(draft, person, act)

    def near(self, draft: Draft, mover: Person | Vehicle, reach_m: float) -> bool:
        """Whether somebody or something is so near to the store now."""
        return within_m(*position(mover, draft.tick), *self.centre_m, reach_m)

    def close(self, draft: Draft) -> None:
        """What is true at the end: whether a warning sign ever came, whether the store still stands."""
        store = store_of(draft)
        if store.sign_tick < 0:
            draft.fact("no_warning_sign")
        if not store.gone:
            draft.fact("store_stands")


def store_of(draft: Draft) -> Store:
    """The store, which `start` has put into the world."""
    assert draft.hazard.store is not None
    return draft.hazard.store
