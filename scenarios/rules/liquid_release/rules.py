"""What the core asks of this rule module: constants of one scenario and a few judgements. No state."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt

from scenarios.rules.liquid_release.incident import Incident
from sim_core.acts import Act
from sim_core.chance import Chance
from sim_core.cues import Cue
from sim_core.draft import Draft
from sim_core.observation import octant_from
from sim_core.plant.devices import opening
from sim_core.rules import Phenomenon
from sim_core.site import Site
from sim_core.world import Person

CALM_M_S = 0.5
FAR_M = 120.0
RISKY_M = 45.0
OCTANTS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


@dataclass(frozen=True)
class LiquidRelease:
    """A flammable liquid runs over or out of a tank into its bund."""

    site: Site
    cues: tuple[Cue, ...]
    chance: Chance
    phenomena: tuple[Phenomenon, ...]
    effects: Mapping[str, Callable[..., None]]
    waits: tuple[int, ...]
    limit_tick: int
    calls: Mapping[str, Mapping[str, tuple[str, ...]]]
    incident: Incident

    def upwind(self, draft: Draft, place: str) -> float:
        """1 straight upwind of the release, -1 straight downwind; in a calm distance alone counts."""
        here = self.site.place[place]
        cx, cy = self.incident.centre(self.site)
        dx, dy = here.x_m - cx, here.y_m - cy
        far = sqrt(dx * dx + dy * dy)
        if draft.weather.speed_m_s < CALM_M_S:
            return 1.0 if far >= FAR_M else 0.0
        w = draft.weather
        return -(dx * w.u_m_s + dy * w.v_m_s) / (max(far, 1.0) * w.speed_m_s)

    def risky(self, place: str) -> bool:
        """Outdoors and within 45 m of the bund of the release."""
        here, bund = self.site.place[place], self.site.bunds[self.incident.bund]
        return not here.indoors and bund.within(here.x_m, here.y_m, RISKY_M)

    def check_words(self, draft: Draft, target: str, words: tuple[tuple[str, str], ...]) -> float:
        """Share of the required content that was given with a right word. `wind` and `casualties` are held
        against the world: an eighth of the compass beside the true one still counts."""
        required = self.calls[target]
        if not required:
            return 1.0
        given = dict(words)
        right = [self._right(draft, key, given.get(key, ""), ok) for key, ok in required.items()]
        return sum(right) / len(required)

    def _right(self, draft: Draft, key: str, word: str, accepted: tuple[str, ...]) -> bool:
        if key == "wind":
            w = draft.weather
            if w.speed_m_s < CALM_M_S:
                return word in ("calm", *OCTANTS)
            true = octant_from(w.u_m_s, w.v_m_s)
            return word in (OCTANTS[true - 1], OCTANTS[true], OCTANTS[(true + 1) % 8])
        if key == "casualties":
            hurt = sum(c.hurt for c in draft.crowds) + sum(
                p.state in ("hurt", "down", "dead") for p in draft.people
            )
            return word == ("yes" if hurt else "none")
        return word in accepted

    def why_not(self, draft: Draft, person: Person, act: Act) -> str:
        """Foam needs a monitor, the engine a place to drive to."""
        if act.kind == "drive" and act.target not in self.site.place:
            return "unknown_place"
        if act.kind in ("foam", "check_foam"):
            n = self.site.device_index.get(act.target, -1)
            return "" if n >= 0 and self.site.devices[n].kind == "monitor" else "unknown_device"
        return ""

    def close(self, draft: Draft) -> None:
        """What is true at the end: kilograms spilled, whether filling stopped."""
        draft.fact("released", value=draft.hazard.spilled_kg)
        pump = draft.devices[self.site.device_index[self.incident.pump]]
        if opening(pump, draft.tick) == 0.0 or all(t.inflow_kg_s == 0.0 for t in draft.tanks):
            draft.fact("filling_stopped")
