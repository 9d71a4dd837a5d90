"""What the core asks of this rule module: constants of one scenario and a few judgements. No state."""

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.rules.ground import drones
from scenarios.rules.ground.curtains import Curtain
from scenarios.rules.ground.rules import Ground
from scenarios.rules.liquid_release.incident import Incident
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.world import Person

RISKY_M = 45.0
LEAST_RUNNING = 0.5
NOTHING_KG_S = 1.0e-6


@dataclass(frozen=True)
class LiquidRelease(Ground):
    """A flammable liquid runs over or out of a tank into its bund."""

    incident: Incident

    def risky(self, place: str) -> bool:
        """Outdoors and within 45 m of the bund of the release."""
        here, bund = self.site.place[place], self.site.bunds[self.incident.bund]
        return not here.indoors and bund.within(here.x_m, here.y_m, RISKY_M)

    def why_not(self, draft: Draft, person: Person, act: Act) -> str:
        """Foam needs a monitor, the engine a place to drive to, the drone one to fly to."""
        if act.kind in ("foam", "check_foam"):
            n = self.site.device_index.get(act.target, -1)
            return "" if n >= 0 and self.site.devices[n].kind == "monitor" else "unknown_device"
        if act.kind == "fly" and not drones.has_drone(draft):
            return "not_here"
        return super().why_not(draft, person, act)

    def close(self, draft: Draft) -> None:
        """What is true at the end: kilograms spilled and pumped over, whether filling stopped."""
        draft.fact("released", value=draft.hazard.spilled_kg)
        if draft.hazard.moved_kg > 0.0:
            draft.fact("transferred", value=draft.hazard.moved_kg)
        received = sum(t.inflow_kg_s for t in draft.tanks) - sum(t.outflow_kg_s for t in draft.tanks)
        if self.open(draft, self.incident.pump) == 0.0 or received <= NOTHING_KG_S:
            draft.fact("filling_stopped")

    def has_water(self, draft: Draft) -> bool:
        """Whether there is pressure in the fire-water main: its pump is up to speed."""
        return self.open(draft, self.incident.water_pump) >= LEAST_RUNNING

    def curtains(self, draft: Draft) -> Iterator[tuple[Curtain, float]]:
        """Curtains that give water now, with the share of it."""
        if self.has_water(draft):
            for curtain in self.incident.curtains:
                share = self.open(draft, curtain.device)
                if share > 0.0:
                    yield curtain, share
