"""What the core asks of this rule module: constants of one scenario and a few judgements. No state."""

from dataclasses import dataclass

from scenarios.rules.ground.rules import Ground
from scenarios.rules.liquid_release.incident import Incident
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.plant.devices import opening
from sim_core.world import Person

RISKY_M = 45.0


@dataclass(frozen=True)
class LiquidRelease(Ground):
    """A flammable liquid runs over or out of a tank into its bund."""

    incident: Incident

    def risky(self, place: str) -> bool:
        """Outdoors and within 45 m of the bund of the release."""
        here, bund = self.site.place[place], self.site.bunds[self.incident.bund]
        return not here.indoors and bund.within(here.x_m, here.y_m, RISKY_M)

    def why_not(self, draft: Draft, person: Person, act: Act) -> str:
        """Foam needs a monitor, the engine a place to drive to."""
        if act.kind in ("foam", "check_foam"):
            n = self.site.device_index.get(act.target, -1)
            return "" if n >= 0 and self.site.devices[n].kind == "monitor" else "unknown_device"
        return super().why_not(draft, person, act)

    def close(self, draft: Draft) -> None:
        """What is true at the end: kilograms spilled, whether filling stopped."""
        draft.fact("released", value=draft.hazard.spilled_kg)
        pump = draft.devices[self.site.device_index[self.incident.pump]]
        if opening(pump, draft.tick) == 0.0 or all(t.inflow_kg_s == 0.0 for t in draft.tanks):
            draft.fact("filling_stopped")
