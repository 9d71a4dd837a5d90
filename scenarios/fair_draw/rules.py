"""Rules: the parameters of a draw, and the choice of variants under them. Integers and words only, no floats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from scenarios.fair_draw.stream import Digest, Stream
from scenarios.model import Family, Slug
from sim_core.text import Text

Hex32 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Stratum = Annotated[int, Field(ge=1, le=5)]
MOST_VARIANTS = 48  # every choice is looked at: a file from elsewhere must not make that long
Rule = Literal["last_axis", "last_substance", "pair_axis", "pair_substance"]


class Document(BaseModel):
    """A part of what is committed to: exact kinds, no key too many, never changed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Variant(Document):
    """What can be drawn. hash: of the scenario's content. axis: the one it examines most. stratum: L1 to L5 of
    difficulty (domain §4.3), in which its hidden parameters are drawn."""

    scenario: Slug
    hash: Hex32
    family: Family
    substance: Annotated[str, Field(min_length=1)]
    axis: Annotated[str, Field(min_length=1)]
    stratum: Stratum


class Group(Document):
    """So many of the drawn come from these families."""

    id: Slug
    families: tuple[Family, ...]
    count: Annotated[int, Field(ge=1, le=2)]


class Parameters(Document):
    """How a draw goes. apart: what may not come twice, within the draw (pair) or as in the candidate's last one; what
    is given up first where the pool leaves no choice stands first. strata: certificate level -> stratum."""

    version: Annotated[int, Field(ge=1)]
    digest: Digest
    groups: Annotated[tuple[Group, ...], Field(min_length=1, max_length=3)]
    apart: tuple[Rule, ...]
    strata: dict[str, Stratum]

    @model_validator(mode="after")
    def _disjoint(self) -> "Parameters":
        families = [family for group in self.groups for family in group.families]
        if len(families) != len(set(families)) or len(self.apart) != len(set(self.apart)):
            raise ValueError("no family is in two groups, no rule is given twice")
        return self


class Previous(Document):
    """Substances and axes of the candidate's last draw; none: it is the first."""

    substances: tuple[str, ...] = ()
    axes: tuple[str, ...] = ()


# Proposal of the base [P], exams §2 and domain §5.2.
PARAMETERS = Parameters(
    version=1,
    digest="sha256",
    groups=(
        Group(id="fire_explosion", families=("fire_explosion",), count=1),
        Group(id="others", families=("tank_leak", "poisoning"), count=1),
    ),
    apart=("last_axis", "last_substance", "pair_axis", "pair_substance"),
    strata={"junior": 2, "middle": 3, "senior": 4},
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What was drawn, in order of the groups; relaxed: rules that the pool made it give up."""

    drawn: tuple[Variant, ...]
    relaxed: tuple[Rule, ...]


class PoolError(ValueError):
    """The pool has too little to draw from; `text` says so in both languages."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


def choose(pool: Sequence[Variant], parameters: Parameters, stratum: int, previous: Previous, seed: bytes) -> Choice:
    """Draw: uniform over all choices that the rules leave. PoolError where a group has too few variants.

    Each group has a stream of its own. A choice that breaks a rule is drawn again as a whole: drawing only its second
    half again would favour what goes with little.
    """
    groups = eligible(pool, parameters, stratum)
    relaxed = _relaxed(groups, parameters, previous)
    rules = tuple(rule for rule in parameters.apart if rule not in relaxed)
    streams = [Stream(parameters.digest, seed, f"group/{group.id}") for group in parameters.groups]
    while True:
        halves = (s.members(vs, g.count) for s, vs, g in zip(streams, groups, parameters.groups, strict=True))
        drawn = tuple(variant for half in halves for variant in half)
        if all(_holds(rule, drawn, previous) for rule in rules):
            return Choice(drawn, relaxed)


def eligible(pool: Sequence[Variant], parameters: Parameters, stratum: int) -> tuple[tuple[Variant, ...], ...]:
    """Give the variants of each group in this stratum, in order of the pool. PoolError where they are too few."""
    found = []
    for group in parameters.groups:
        variants = tuple(v for v in pool if v.family in group.families and v.stratum == stratum)
        if len(variants) < group.count:
            zh = f"难度层 {stratum} 中可抽情景不足：{group.id} 需 {group.count} 个，现有 {len(variants)} 个"
            en = f"too few scenarios to draw from in stratum {stratum}: {group.id} needs {group.count}, "
            raise PoolError(Text(zh, f"{en}there are {len(variants)}"))
        found.append(variants)
    return tuple(found)


def _relaxed(groups: Sequence[tuple[Variant, ...]], parameters: Parameters, previous: Previous) -> tuple[Rule, ...]:
    """Give the fewest rules without which something can be drawn; of as few, those that are given up first."""
    broken = [
        {rule for rule in parameters.apart if not _holds(rule, drawn, previous)}
        for drawn in _choices(groups, parameters)
    ]
    for size in range(len(parameters.apart) + 1):
        for given_up in combinations(parameters.apart, size):
            if any(rules <= set(given_up) for rules in broken):
                return given_up
    raise AssertionError("without any rule every choice holds")


def _choices(groups: Sequence[tuple[Variant, ...]], parameters: Parameters) -> Iterator[tuple[Variant, ...]]:
    halves = (combinations(vs, group.count) for vs, group in zip(groups, parameters.groups, strict=True))
    for choice in product(*halves):
        yield tuple(variant for half in choice for variant in half)


def _holds(rule: Rule, drawn: Sequence[Variant], previous: Previous) -> bool:
    match rule:
        case "pair_substance":
            return len({variant.substance for variant in drawn}) == len(drawn)
        case "pair_axis":
            return len({variant.axis for variant in drawn}) == len(drawn)
        case "last_substance":
            return not {variant.substance for variant in drawn} & set(previous.substances)
        case "last_axis":
            return not {variant.axis for variant in drawn} & set(previous.axes)
