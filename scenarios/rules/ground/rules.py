"""What the core asks of every rule module: constants of one scenario and a few judgements. No state."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

from scenarios.model import Frightened, Manager, Scenario
from sim_core.acts import ACTS, Act
from sim_core.chance import Chance
from sim_core.cues import Cue
from sim_core.draft import Draft
from sim_core.observation import octant_from
from sim_core.plant.devices import opening
from sim_core.rules import Phenomenon
from sim_core.schedule import waits
from sim_core.site import Site
from sim_core.world import TICKS_PER_S, Air, Person

CALM_M_S = 0.5
FAR_M = 120.0
OCTANTS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
Effect = Callable[..., None]


@dataclass(frozen=True)
class Ground:
    """Rules of any incident. centre_m: middle of the release. readings: instrument kind -> its value now. managers,
    frightened: people without a seat who act by rule. smelt: volume fraction of the first gas of the site that a nose
    of somebody without a seat notices, 0 = none."""

    site: Site
    cues: tuple[Cue, ...]
    chance: Chance
    phenomena: tuple[Phenomenon, ...]
    effects: Mapping[str, Effect]
    waits: tuple[int, ...]
    limit_tick: int
    calls: Mapping[str, Mapping[str, tuple[str, ...]]]
    readings: Mapping[str, Callable[..., float]]
    centre_m: tuple[float, float]
    managers: tuple[Manager, ...] = field(default=(), kw_only=True)
    frightened: tuple[Frightened, ...] = field(default=(), kw_only=True)
    smelt: float = field(default=0.0, kw_only=True)

    def open(self, draft: Draft, device: str) -> float:
        """How far a device stands open or runs, 0..1."""
        return opening(draft.devices[self.site.device_index[device]], draft.tick)

    def upwind(self, draft: Draft, place: str) -> float:
        """1 straight upwind of the release, -1 straight downwind; in a calm distance alone counts."""
        here = self.site.place[place]
        dx, dy = here.x_m - self.centre_m[0], here.y_m - self.centre_m[1]
        far = sqrt(dx * dx + dy * dy)
        if draft.weather.speed_m_s < CALM_M_S:
            return 1.0 if far >= FAR_M else 0.0
        w = draft.weather
        return -(dx * w.u_m_s + dy * w.v_m_s) / (max(far, 1.0) * w.speed_m_s)

    def risky(self, place: str) -> bool:
        """Where nobody goes without a breathing set once the alarm is given: nowhere, unless the module says so."""
        return False

    def demands(self, place: str) -> tuple[str, ...]:
        """What is worn where nobody goes unprotected: a breathing set, unless the module asks for more."""
        return ("scba",)

    def sample(self, draft: Draft, i: int, act: Act, by: str) -> tuple[Air, str, str]:
        """What a gas test draws in: the air about the person, unless the module knows of other places."""
        air = draft.hazard.air_people[i] if draft.hazard.air_people else self.site.clean_air
        return air, draft.people[i].place, ""

    def refuses(self, person: Person, place: str) -> bool:
        """Whether a colleague of this seat would not go to this place whoever orders it: nobody, unless the module says
        so."""
        return False

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
            return word == ("yes" if self.hurt(draft) else "none")
        return word in accepted

    def hurt(self, draft: Draft) -> int:
        """How many are hurt or worse: crowds, seats, and people without a seat."""
        return (
            sum(c.hurt for c in draft.crowds)
            + sum(p.state in ("hurt", "down", "dead") for p in draft.people)
            + len(draft.casualties)
        )

    def why_not(self, draft: Draft, person: Person, act: Act) -> str:
        """A vehicle needs a place to go to."""
        return "unknown_place" if act.kind in ("drive", "fly") and act.target not in self.site.place else ""

    def whereabouts(self, draft: Draft, person: Person, act: Act) -> str:
        """Where an act is done that is done to a device, a place or somebody lying there; "" elsewhere."""
        site = self.site
        if ACTS[act.kind].where != "target":
            return ""
        if act.kind == "esd" and person.place and site.place[person.place].panel:
            return ""  # its key is on the panel too
        if act.target in site.device_index:
            return site.devices[site.device_index[act.target]].place
        if act.target in site.place:
            return act.target
        return next((c.place for c in draft.casualties if c.id == act.target), "")

    def close(self, draft: Draft) -> None:
        """What is true at the end of the drill."""


def constants(scenario: Scenario, world_key: bytes, phenomena: tuple[Phenomenon, ...]) -> dict[str, Any]:
    """The fields of `Ground` that come straight out of the scenario."""
    return {
        "site": scenario.site,
        "cues": scenario.cues,
        "chance": Chance(world_key),
        "phenomena": phenomena,
        "waits": waits(tuple((p.period, p.phase) for p in phenomena)),
        "limit_tick": int(scenario.duration_s * TICKS_PER_S),
        "calls": scenario.calls,
        "managers": scenario.managers,
        "frightened": scenario.frightened,
    }
