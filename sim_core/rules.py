"""Rules: what a rule module must offer the core. What follows from what at one kind of incident lives there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from sim_core.acts import Act
from sim_core.chance import Chance
from sim_core.cues import Cue
from sim_core.draft import Draft
from sim_core.site import Site
from sim_core.world import Air, Person

Work = Callable[[Draft, "Rules"], None]


@dataclass(frozen=True, slots=True)
class Phenomenon:
    """Something due every `period` ticks at `phase`. work changes the draft of the tick."""

    name: str
    period: int
    phase: int
    work: Work


class Rules(Protocol):
    """A rule module on one scenario: constants only, no state. chance: keyed by world_key."""

    @property
    def site(self) -> Site:
        """The plant."""

    @property
    def cues(self) -> tuple[Cue, ...]:
        """What can be perceived first."""

    @property
    def chance(self) -> Chance:
        """Run-time chance."""

    @property
    def phenomena(self) -> tuple[Phenomenon, ...]:
        """What is due when, in the order in which it is worked within a tick."""

    @property
    def waits(self) -> tuple[int, ...]:
        """For each phase of the cycle, ticks until something periodic is due (`sim_core.schedule.waits`)."""

    @property
    def limit_tick(self) -> int:
        """When the drill ends at the latest."""

    @property
    def calls(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """Whom one can call -> key of the content -> words that are right."""

    @property
    def effects(self) -> Mapping[str, Callable[..., None]]:
        """Acts whose effect belongs to this kind of incident: kind -> work(draft, rules, person, act, by)."""

    def why_not(self, draft: Draft, person: Person, act: Act) -> str:
        """Why an act of this kind of incident cannot be done now, or ""."""

    def whereabouts(self, draft: Draft, person: Person, act: Act) -> str:
        """The place at which a colleague does an act of this kind of incident, "" if here will do."""

    def close(self, draft: Draft) -> None:
        """Note what is true at the end of the drill."""

    def risky(self, place: str) -> bool:
        """Whether an operator would not go to this place without a breathing set once the alarm is given."""

    def demands(self, place: str) -> tuple[str, ...]:
        """What an operator wears where it is risky to go, in the order in which it is put on."""

    def sample(self, draft: Draft, i: int, act: Act, by: str) -> tuple[Air, str, str]:
        """What a person's gas test draws in: the air, where it is from, which level of a space it is ("" elsewhere)."""

    def refuses(self, person: Person, place: str) -> bool:
        """Whether a colleague in this seat never goes to this place, whoever orders it."""

    def upwind(self, draft: Draft, place: str) -> float:
        """How far upwind of the release a place lies: 1 straight upwind, -1 straight downwind."""

    def check_words(self, draft: Draft, target: str, words: tuple[tuple[str, str], ...]) -> float:
        """Share of a call's required content that was given and is true, 0..1."""
