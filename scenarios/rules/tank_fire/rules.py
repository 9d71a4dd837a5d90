"""What the core asks of this rule module: constants of one scenario and a few judgements. No state."""

from dataclasses import dataclass

from scenarios.rules.ground.rules import Ground
from scenarios.rules.tank_fire.incident import Incident
from sim_core.acts import ACTS, Act
from sim_core.draft import Draft
from sim_core.physics.burning_tank import TankFires
from sim_core.world import Person

RISKY_M = 30.0
OF_FOAM = ("monitor", "riser")


@dataclass(frozen=True)
class TankFire(Ground):
    """A tank of flammable liquid burns, perhaps its bund too."""

    incident: Incident

    def risky(self, place: str) -> bool:
        """Outdoors and within 30 m of the bund of the tank that burns: smoke and heat."""
        here, bund = self.site.place[place], self.site.bunds[self.incident.bund]
        return not here.indoors and bund.within(here.x_m, here.y_m, RISKY_M)

    def why_not(self, draft: Draft, person: Person, act: Act) -> str:
        """Foam needs a monitor or a riser whose foot is not in the flames, water a water monitor."""
        if act.kind in ("foam", "check_foam", "spray"):
            n = self.site.device_index.get(act.target, -1)
            kinds = ("water_monitor",) if act.kind == "spray" else OF_FOAM
            if n < 0 or self.site.devices[n].kind not in kinds:
                return "unknown_device"
            starts = act.kind == "foam" and act.detail != "stop"
            if starts and self.site.devices[n].kind == "riser" and fires_of(draft).riser_lost:
                return "in_the_flames"
            return ""
        if act.kind == "fix_time" and act.detail not in ACTS["fix_time"].details:
            return "bad_value"
        return super().why_not(draft, person, act)

    def burning(self, draft: Draft) -> bool:
        """Whether any tank or bund is on fire."""
        hazard = draft.hazard
        return any(b.fire for b in fires_of(draft).tanks) or max(hazard.fires_kw) > 0.0

    def close(self, draft: Draft) -> None:
        """What is true at the end: whether the feed stopped, whether a warning sign ever came, how much was spilled and
        pumped over."""
        incident = self.incident
        if self.open(draft, incident.feed) == 0.0 or self.open(draft, incident.shut_off) == 0.0:
            draft.fact("feed_stopped")
        if "warning_sign" not in draft.facts:
            draft.fact("no_warning_sign")
        draft.fact("spilled", value=draft.hazard.spilled_kg)
        if draft.hazard.moved_kg > 0.0:
            draft.fact("transferred", value=draft.hazard.moved_kg)


def fires_of(draft: Draft) -> TankFires:
    """The fires of the farm, which `start` has put into the world."""
    fires = draft.hazard.tank_fires
    assert fires is not None
    return fires
