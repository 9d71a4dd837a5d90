"""Cases: the library of accidents, for all staff; a link only to a scenario that the catalogue has."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from scenarios import reader
from scenarios.cases import EVIDENCE, PARTS, STEPS, TAG_KINDS, Case, Statement, library, search
from server.api.bodies import Both, both
from server.api.door import Caller, caller
from server.api.problems import PROBLEM_RESPONSES, ApiProblem

router = APIRouter(prefix="/api/cases", tags=["cases"], responses=PROBLEM_RESPONSES)


class TagOut(BaseModel):
    """A tag."""

    id: str
    name: Both


class TagListOut(BaseModel):
    """One of the fixed lists of tags."""

    kind: str
    name: Both
    tags: list[TagOut]


class CaseShortOut(BaseModel):
    """A case in a list. date: ISO 8601, as much of it as is known; empty: none. evidence: of its source."""

    id: str
    title: Both
    date: str
    place: Both
    evidence: str
    tags: list[TagOut]


class CasesOut(BaseModel):
    """What was found, best first. total: cases in the library. as_of: day of its last revision."""

    as_of: str
    total: int
    lists: list[TagListOut]
    cases: list[CaseShortOut]


class StatementOut(Both):
    """One thing said. evidence: R read, R2 second-hand, B to be looked up, P ours."""

    evidence: str


class PartOut(BaseModel):
    """A part of a step. open: something in it is still to be looked up."""

    id: str
    name: Both
    statements: list[StatementOut]
    open: bool


class StepOut(BaseModel):
    """One of the four steps: what happened, cause, responsibility, correction."""

    name: Both
    parts: list[PartOut]


class FigureOut(BaseModel):
    """A number of the accident, unit included."""

    what: Both
    value: str
    evidence: str


class SeededOut(BaseModel):
    """A scenario of the catalogue that stands on this case."""

    id: str
    name: Both


class EvidenceOut(BaseModel):
    """What a mark of evidence means."""

    mark: str
    name: Both


class CaseOut(CaseShortOut):
    """A case as a page. lessons: what a drill of ours makes of it."""

    steps: list[StepOut]
    numbers: list[FigureOut]
    lessons: list[StatementOut]
    scenarios: list[SeededOut]
    source: Both
    marks: list[EvidenceOut]


@router.get("")
def list_cases(
    who: Annotated[Caller, Depends(caller("cases.read"))],
    words: Annotated[str, Query(max_length=100)] = "",
    tag: Annotated[list[str], Query(max_length=20)] = [],  # noqa: B006 - FastAPI copies it
) -> CasesOut:
    """Cases that hold all words and all tags."""
    here = library()
    if not set(tag) <= set(here.names()):
        raise ApiProblem(422, "no_such_tag", "没有这个标签", "There is no such tag")
    return CasesOut(
        as_of=here.as_of,
        total=len(here.cases),
        lists=[
            TagListOut(kind=kind, name=both(name), tags=_tags(tuple(here.tags[kind])))
            for kind, name in TAG_KINDS.items()
        ],
        cases=[_short(case) for case in search(here, words, tag)],
    )


@router.get("/{case}")
def get_case(case: str, who: Annotated[Caller, Depends(caller("cases.read"))]) -> CaseOut:
    """One case."""
    found = next((one for one in library().cases if one.id == case), None)
    if found is None:
        raise ApiProblem(404, "no_such_case", "案例库中没有这个案例", "The library has no such case")
    there = reader.ids()
    return CaseOut(
        **dict(_short(found)),
        steps=[StepOut(name=both(name), parts=[_part(found, part) for part in parts]) for name, parts in STEPS],
        numbers=[FigureOut(what=both(one.what), value=one.value, evidence=one.evidence) for one in found.numbers],
        lessons=_said(found.lessons),
        scenarios=[SeededOut(id=one, name=both(reader.load(one).name)) for one in found.scenarios if one in there],
        source=both(found.source),
        marks=[EvidenceOut(mark=mark, name=both(name)) for mark, name in EVIDENCE.items()],
    )


def _short(case: Case) -> CaseShortOut:
    return CaseShortOut(
        id=case.id,
        title=both(case.title),
        date=case.date,
        place=both(case.place),
        evidence=case.evidence,
        tags=_tags(case.tags),
    )


def _tags(ids: tuple[str, ...]) -> list[TagOut]:
    names = library().names()
    return [TagOut(id=tag, name=both(names[tag])) for tag in ids]


def _part(case: Case, part: str) -> PartOut:
    return PartOut(id=part, name=both(PARTS[part]), statements=_said(case.part(part)), open=part in case.open)


def _said(statements: tuple[Statement, ...]) -> list[StatementOut]:
    return [StatementOut(zh=one.zh, en=one.en, evidence=one.evidence) for one in statements]
