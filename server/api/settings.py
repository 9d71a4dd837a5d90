"""Settings: what the base writes down over the web, how far its set-up has come, and what stands in the file."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, field_validator

from server.api.bodies import Both
from server.api.door import Caller, caller, house
from server.api.network import BASE
from server.api.problems import PROBLEM_RESPONSES
from server.catalogue import settings
from server.catalogue.engine import reading
from server.config import Url

router = APIRouter(prefix="/api", tags=["settings"], responses=PROBLEM_RESPONSES)
SETUP, SEATING = "setup", "seating"
Line = Annotated[str, Field(max_length=120, pattern=r"^[^\x00-\x1f]*$")]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Base(_In):
    """The training base. language: of what is printed. public_url: what people open, "" = found out by the server; the
    configuration file goes before it."""

    name: Line = ""
    address: Line = ""
    language: Literal["zh", "en", "both"] = "zh"
    public_url: Annotated[str, Field(max_length=200)] = ""

    @field_validator("public_url")
    @classmethod
    def _is_url(cls, value: str) -> str:
        return str(TypeAdapter(Url).validate_python(value.strip()))


class Step(StrEnum):
    """A step of the first set-up."""

    PASSWORD = "password"
    BASE = "base"
    ACCOUNTS = "accounts"
    TRAINEES = "trainees"
    NETWORK = "network"
    TRY_OUT = "try_out"


State = Literal["open", "done", "skipped"]


class StepOut(BaseModel):
    """A step and how far it is."""

    step: Step
    state: State


class SetupOut(BaseModel):
    """All steps in order. finished: none of them is open."""

    steps: list[StepOut]
    finished: bool


class StepChange(_In):
    """How far a step is now."""

    state: State


class Place(_In):
    """One place in the room. device: the PC or headset that stands there. seat: who sits there, as of a scenario."""

    column: Annotated[int, Field(ge=0, lt=12)]
    row: Annotated[int, Field(ge=0, lt=12)]
    device: Annotated[str, Field(max_length=24)] = ""
    seat: Annotated[str, Field(max_length=8)] = ""


class Seating(_In):
    """The seat plan of the room, seen from the door."""

    columns: Annotated[int, Field(ge=1, le=12)] = 4
    rows: Annotated[int, Field(ge=1, le=12)] = 2
    places: Annotated[list[Place], Field(max_length=144)] = []


class KeyOut(BaseModel):
    """A key of the configuration. standard: nobody has changed it."""

    key: str
    value: str
    standard: bool
    text: Both


class SectionOut(BaseModel):
    """A section of the configuration."""

    section: str
    text: Both
    keys: list[KeyOut]


@router.get("/settings")
def get_settings(request: Request, who: Annotated[Caller, Depends(caller("settings.read"))]) -> Base:
    """The settings of the base."""
    return Base.model_validate(_read(request, BASE) or {})


@router.put("/settings")
def put_settings(request: Request, base: Base, who: Annotated[Caller, Depends(caller("settings.change"))]) -> Base:
    """Write the settings of the base."""
    _write(request, BASE, base.model_dump(), who)
    return base


@router.get("/setup")
def get_setup(request: Request, who: Annotated[Caller, Depends(caller("settings.change"))]) -> SetupOut:
    """How far the first set-up has come."""
    return _setup(_read(request, SETUP) or {})


@router.put("/setup/{step}")
def put_step(
    request: Request, step: Step, change: StepChange, who: Annotated[Caller, Depends(caller("settings.change"))]
) -> SetupOut:
    """A step is done, skipped, or open again."""
    here = house(request)
    with here.catalogue.begin() as db:
        states = (settings.get(db, SETUP) or {}) | {step.value: change.state}
        settings.put(db, SETUP, states, who.account_id, here.surroundings.now())
    return _setup(states)


@router.get("/seating")
def get_seating(request: Request, who: Annotated[Caller, Depends(caller("settings.read"))]) -> Seating:
    """The seat plan."""
    return Seating.model_validate(_read(request, SEATING) or {})


@router.put("/seating")
def put_seating(request: Request, plan: Seating, who: Annotated[Caller, Depends(caller("seating.change"))]) -> Seating:
    """Write the seat plan."""
    _write(request, SEATING, plan.model_dump(), who)
    return plan


@router.get("/configuration")
def get_configuration(request: Request, who: Annotated[Caller, Depends(caller("settings.change"))]) -> list[SectionOut]:
    """What holds by the configuration file; it holds no secret, only where secrets lie."""
    return [_section(name, section) for name, section in house(request).config]


def _section(name: str, section: BaseModel) -> SectionOut:
    zh, _, en = (type(section).__doc__ or "").partition(" / ")
    keys = []
    for key, field in type(section).model_fields.items():
        assert isinstance(field.json_schema_extra, dict)
        text = Both(zh=str(field.json_schema_extra["zh"]), en=field.description or "")
        value = getattr(section, key)
        keys.append(KeyOut(key=key, value=_plain(value), standard=value == field.default, text=text))
    return SectionOut(section=name, text=Both(zh=zh, en=en), keys=keys)


def _plain(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(_plain(each) for each in value)
    if isinstance(value, BaseModel):
        return f"{getattr(value, 'name', '')} {getattr(value, 'url', '')}".strip()
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if value is not None and not isinstance(value, Path) else str(value or "")


def _setup(states: dict[str, State]) -> SetupOut:
    steps = [StepOut(step=step, state=states.get(step.value, "open")) for step in Step]
    return SetupOut(steps=steps, finished=all(each.state != "open" for each in steps))


def _read(request: Request, key: str) -> Any:
    with reading(house(request).catalogue) as db:
        return settings.get(db, key)


def _write(request: Request, key: str, value: Any, who: Caller) -> None:
    here = house(request)
    with here.catalogue.begin() as db:
        settings.put(db, key, value, who.account_id, here.surroundings.now())
