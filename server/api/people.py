"""People: the trainees of the base. A class list is read twice: to be looked at, and to be taken over whole."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Path, Request
from pydantic import BaseModel, ConfigDict, Field

from server.api.bodies import Both
from server.api.door import Caller, caller, house
from server.api.problems import PROBLEM_RESPONSES, ApiProblem
from server.catalogue import headsets, trainees
from server.catalogue.base import new_id
from server.catalogue.engine import reading
from server.catalogue.trainees import Change, Entry, Trainee
from server.trainees.class_list import COLUMN_TEXTS, LONGEST, MOST_FAULTS, ClassList, checked, read_class_list
from sim_core.text import Text

router = APIRouter(prefix="/api/trainees", tags=["trainees"], responses=PROBLEM_RESPONSES)
TraineeId = Annotated[str, Path(pattern="^[0-9a-f]{16}$", examples=["0" * 16])]


class TraineeIn(BaseModel):
    """What makes a trainee, or all of it anew."""

    model_config = ConfigDict(extra="forbid")

    number: Annotated[str, Field(max_length=LONGEST["number"])]
    name: Annotated[str, Field(max_length=LONGEST["name"])]
    company: Annotated[str, Field(max_length=LONGEST["company"])] = ""
    level: Annotated[str, Field(max_length=LONGEST["level"])] = ""


class TraineeOut(BaseModel):
    """A trainee as shown."""

    id: str
    number: str
    name: str
    company: str
    level: str


class LineOut(BaseModel):
    """A person of a class list. row: in the file. change: what taking the list over does."""

    row: int
    number: str
    name: str
    company: str
    level: str
    change: Change


class LineFault(BaseModel):
    """What is wrong in a class list. row: as the spreadsheet counts, 0 = the whole file. column: its letter or ""."""

    row: int
    column: str
    text: Both
    advice: Both


class ClassListOut(BaseModel):
    """A class list as it was read. If there are faults, nothing can be taken over; of many only the first are told.
    taken: it has been taken over."""

    lines: list[LineOut]
    faults: list[LineFault]
    faults_in_all: int
    notes: list[Both]
    taken: bool


@router.get("")
def list_trainees(request: Request, who: Annotated[Caller, Depends(caller("trainees.read"))]) -> list[TraineeOut]:
    """All trainees, by number."""
    with reading(house(request).catalogue) as db:
        return [shown(one) for one in trainees.list_(db)]


@router.post("", status_code=201)
def add_trainee(
    request: Request, new: TraineeIn, who: Annotated[Caller, Depends(caller("trainees.change"))]
) -> TraineeOut:
    """Note a new trainee."""
    here = house(request)
    entry = _entry(new)
    try:
        with here.catalogue.begin() as db:
            return shown(trainees.add(db, new_id(here.surroundings.entropy), entry, here.surroundings.now()))
    except trainees.NumberTakenError:
        raise _taken() from None


@router.put("/{trainee}")
def change_trainee(
    request: Request,
    trainee: TraineeId,
    new: TraineeIn,
    who: Annotated[Caller, Depends(caller("trainees.change"))],
) -> TraineeOut:
    """Write a trainee anew."""
    here = house(request)
    entry = _entry(new)
    try:
        with here.catalogue.begin() as db:
            return shown(trainees.change(db, trainee, entry, here.surroundings.now()))
    except LookupError:
        raise no_such_trainee() from None
    except trainees.NumberTakenError:
        raise _taken() from None


@router.delete("/{trainee}", status_code=204)
def remove_trainee(
    request: Request, trainee: TraineeId, who: Annotated[Caller, Depends(caller("trainees.change"))]
) -> None:
    """Forget a trainee, and what he wore. Drills know numbers only, and stay as they are."""
    try:
        with house(request).catalogue.begin() as db:
            headsets.forget_wearer(db, trainee)
            trainees.remove(db, trainee)
    except LookupError:
        raise no_such_trainee() from None


@router.post("/class-list")
def read_list(
    request: Request,
    who: Annotated[Caller, Depends(caller("trainees.change"))],
    file: Annotated[bytes, Body(media_type="application/octet-stream")] = b"",
    take: bool = False,
) -> ClassListOut:
    """Read a class list (XLSX or CSV, as it is). take: take it over, if there is no fault in it; all or nothing.

    A person is known by number: the same list twice changes nothing, and who is not on it stays."""
    here = house(request)
    read = read_class_list(file)
    good = not read.faults
    if not take or not good:
        with reading(here.catalogue) as db:
            return _told(read, trainees.compare(db, read.entries), taken=False)
    with here.catalogue.begin() as db:
        changes = trainees.compare(db, read.entries)
        named = [(new_id(here.surroundings.entropy), entry) for entry in read.entries]
        trainees.take_over(db, named, here.surroundings.now())
    return _told(read, changes, taken=True)


def shown(one: Trainee) -> TraineeOut:
    """A trainee as shown."""
    return TraineeOut(id=one.id, number=one.number, name=one.name, company=one.company, level=one.level)


def no_such_trainee() -> ApiProblem:
    """Nobody of the list."""
    return ApiProblem(404, "no_such_trainee", "没有这名学员", "There is no such trainee")


def both(text: Text) -> Both:
    """A text as it is sent."""
    return Both(zh=text.zh, en=text.en)


def _entry(new: TraineeIn) -> Entry:
    read = {}
    for name, written in new.model_dump().items():
        told = checked(name, written)
        if not isinstance(told, str):
            label, (text, advice) = COLUMN_TEXTS[name], told
            zh, en = f"{label.zh}：{text.zh}，{advice.zh}", f"{label.en}: {text.en}. {advice.en}"
            raise ApiProblem(422, "not_a_trainee", zh, en, field=name)
        read[name] = told
    return Entry(**read)


def _told(read: ClassList, changes: list[Change], taken: bool) -> ClassListOut:
    lines = [
        LineOut(
            row=row,
            number=entry.number,
            name=entry.name,
            company=entry.company or "",
            level=entry.level or "",
            change=change,
        )
        for row, entry, change in zip(read.rows, read.entries, changes, strict=True)
    ]
    faults = [
        LineFault(row=fault.row, column=fault.column, text=both(fault.text), advice=both(fault.advice))
        for fault in read.faults[:MOST_FAULTS]
    ]
    notes = [both(note) for note in read.notes]
    return ClassListOut(lines=lines, faults=faults, faults_in_all=len(read.faults), notes=notes, taken=taken)


def _taken() -> ApiProblem:
    return ApiProblem(409, "number_taken", "此学号已有人使用", "Another trainee has this number")
