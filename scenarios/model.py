"""Model: what a scenario file may hold, and the scenario that comes of it.

The core's own dataclasses are the schema of their sections; strictness and the ban on unknown keys reach them
from the file's model. Values are checked for kind and shape here, for sense by `scenarios.lint`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from scenarios.policy import Policy, Step
from scoring.rubric import Item, Pattern, Rubric
from sim_core.acts import Act
from sim_core.cues import Condition, Cue
from sim_core.site import Site
from sim_core.text import Text

FAMILIES = {
    "tank_leak": Text("罐区泄漏", "tank-farm leak"),
    "fire_explosion": Text("火灾爆炸", "fire and explosion"),
    "poisoning": Text("中毒窒息", "poisoning and asphyxiation"),
}
Family = Literal["tank_leak", "fire_explosion", "poisoning"]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


@dataclass(frozen=True, slots=True)
class Uniform:
    """low, low + step, ... up to high, all alike."""

    kind: Literal["uniform"]
    low: float
    high: float
    step: float


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the options, by weight."""

    kind: Literal["choice"]
    options: tuple[str, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A uniform part of a mixture."""

    weight: float
    low: float
    high: float
    step: float


@dataclass(frozen=True, slots=True)
class Mixture:
    """One of the parts by weight, then uniform within it."""

    kind: Literal["mixture"]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Subset:
    """Some of the members. counts: weight of 0, 1, 2 ... of them. Drawn as ids joined by commas, in order."""

    kind: Literal["subset"]
    members: tuple[str, ...]
    counts: tuple[float, ...]


Distribution = Annotated[Uniform | Choice | Mixture | Subset, Field(discriminator="kind")]


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a blind drill does not tell.

    p_real, p_train: how often it is so in the world, and here (domain §4.1). cue: how it can be found out;
    decision: what it changes. fields: observation fields (`sim_core.observation.flatten`, trailing `*`) that
    may show it first. fault: values that count as a fault (`*` = any but `normal`); normal: what a fault falls
    back to. hard: points of difficulty that a value adds (`scenarios.strata`): by option or member, `*` = any
    other but `normal`, `each` = every member; `low` and `high`: at the ends of a continuous range. spoils: items
    of the sheet that a fault makes wrong as written; each has an `instead`.
    """

    id: str
    name: Text
    unit: str
    range: Distribution
    p_real: Text
    p_train: Text
    cue: Text
    decision: Text
    fields: tuple[str, ...]
    standard: Text
    fault: tuple[str, ...] = ()
    normal: str = ""
    hard: dict[str, float] = field(default_factory=dict)
    spoils: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A seat of this scenario. place: where it stands at the start. brief: what its holder is told first."""

    seat: str
    name: Text
    place: str
    brief: Text
    worn: tuple[str, ...] = ("antistatic",)


@dataclass(frozen=True, slots=True)
class IgnitionSource:
    """A place and activity that can ignite vapour: on for on_s in each period_s once it has started."""

    id: str
    name: Text
    kind: str
    place: str
    on_s: float
    period_s: float


@dataclass(frozen=True, slots=True)
class Traffic:
    """A vehicle and its way, from the first point to the last. One point: it stands there until driven."""

    id: str
    name: Text
    route: tuple[tuple[float, float], ...]
    speed_m_s: float


@dataclass(frozen=True, slots=True)
class Manager:
    """Somebody over the commander who holds no seat and presses on the phone (`scenarios.rules.ground.pressing`).

    id: also the number that he is called by. place: where he sits; screen: the panel's pages stand there too. when: all
    of it must be so for him at once. asks: the word of what he then asks the commander for. again_s: until he rings
    again if he was given no reason, 0 = never. gives: what is ordered in the commander's name if he is given way.
    """

    id: Slug
    name: Text
    place: str
    when: tuple[Condition, ...]
    asks: Slug
    gives: tuple[Act, ...]
    screen: bool = False
    again_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Frightened:
    """Somebody on site, a crowd of one, who loses his head (`scenarios.rules.ground.fright`).

    when: any of these groups of conditions, all of a group at once, over what he perceives where he is. near_m: what he
    sees frightens him from so near. came_in: the place by which he came in, and for which he runs.
    """

    crowd: str
    when: tuple[tuple[Condition, ...], ...]
    near_m: float
    came_in: str


@dataclass(frozen=True, slots=True)
class Incident:
    """What the rule module is given. params: its physical numbers and names, units last in their keys."""

    params: dict[str, float | str]
    sources: tuple[IgnitionSource, ...]
    traffic: tuple[Traffic, ...]


@dataclass(frozen=True, slots=True)
class Standard:
    """Where a rule comes from. evidence: R read, R2 second-hand, B to be verified, P proposal (domain)."""

    id: str
    title: Text
    standard: str
    edition: str
    clause: str
    effective_from: str
    evidence: Literal["R", "R2", "B", "P"]


@dataclass(frozen=True, slots=True)
class Briefing:
    """What every seat is told before the start. Nothing hidden."""

    situation: Text
    task: Text
    rules: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An action card 处置卡 of a seat. cues: whichever of them reaches the seat first brings the card up there (R9)."""

    id: str
    seat: str
    title: Text
    lines: tuple[Text, ...]
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The model answer shown after the drill. steps in order; branches: what a draw changes."""

    steps: tuple[Text, ...]
    branches: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """A draw in which the alarm is false, in training alone (domain §4.1 rule 5).

    share: of the training draws. shows: which instruments may lie, one is drawn; reads: what it shows, in its unit;
    from_s, to_s: when it begins. settings: hidden values and [incident.params] that hold as long as nothing
    happens. clock: cues that the lie reveals; checks: what counts as a second look, groups as in an item's `done`.
    items: the sheet, put in by the reader (`scenarios/false_alarm.toml`).
    """

    share: float
    shows: tuple[str, ...]
    reads: float
    from_s: float
    to_s: float
    settings: dict[str, float | str]
    clock: tuple[str, ...]
    checks: tuple[tuple[Pattern, ...], ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Precedent:
    """An accident behind the scenario."""

    id: str
    title: Text
    date: str
    facts: tuple[Text, ...]
    lessons: tuple[Text, ...]
    source: str


@dataclass(frozen=True, slots=True)
class PolicyTable:
    """A policy as written: own steps, then those of `base` less `drop`; one of the same id replaces."""

    steps: tuple[Step, ...] = ()
    base: str = ""
    drop: tuple[str, ...] = ()
    around: str = ""


Calls = dict[str, dict[str, tuple[str, ...]]]
Bounds = tuple[()] | tuple[float, float, float, float]


class ScenarioFile(BaseModel):
    """A scenario file, key by key."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    id: Slug
    code: str
    name: Text
    family: Family
    mandatory: bool
    examined: bool = True
    duration_s: float
    rule_module: Slug
    briefing: Briefing
    site: Site
    incident: Incident
    hidden: tuple[Hidden, ...]
    strata: Bounds = ()
    false_alarm: FalseAlarm | None = None
    roles: tuple[Role, ...]
    managers: tuple[Manager, ...] = ()
    frightened: tuple[Frightened, ...] = ()
    cues: tuple[Cue, ...]
    rubric: Rubric
    standards: tuple[Standard, ...]
    gear: tuple[str, ...]
    calls: Calls
    policies: dict[str, PolicyTable]
    plan_cards: tuple[Card, ...]
    model_answer: Answer
    case: tuple[Precedent, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """An authored incident. canonical: the whole file as RFC 8785 JSON; hash: its SHA-256 in hex.

    examined: mandatory, or in the pool that exams are drawn from; else for training alone.
    gear: what can be put on here. strata: bounds of difficulty between L1 and L5.
    managers, frightened: people without a seat who act by rule.
    calls: whom one can call -> key of the content -> words that are right (`@wind`: the true octant).
    lent: items of the sheet that stand in a shared file -> that file; known only where the file itself was read.
    """

    id: str
    code: str
    name: Text
    family: Family
    mandatory: bool
    examined: bool
    duration_s: float
    rule_module: str
    roles: tuple[Role, ...]
    managers: tuple[Manager, ...]
    frightened: tuple[Frightened, ...]
    site: Site
    cues: tuple[Cue, ...]
    hidden: tuple[Hidden, ...]
    strata: Bounds
    false_alarm: FalseAlarm | None
    params: dict[str, float | str]
    sources: tuple[IgnitionSource, ...]
    traffic: tuple[Traffic, ...]
    rubric: Rubric
    policies: dict[str, Policy]
    gear: tuple[str, ...]
    calls: Calls
    standards: tuple[Standard, ...]
    briefing: Briefing
    plan_cards: tuple[Card, ...]
    model_answer: Answer
    case: tuple[Precedent, ...]
    canonical: bytes
    hash: str
    lent: Mapping[str, str] = field(default_factory=dict, compare=False)
