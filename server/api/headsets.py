"""Headsets: the inventory, and handing out and taking back. Minutes are reckoned here, by the server's clock."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection

from server.api.door import Caller, caller, house
from server.api.people import no_such_trainee
from server.api.problems import PROBLEM_RESPONSES, ApiProblem
from server.catalogue import headsets, trainees
from server.catalogue.base import new_id
from server.catalogue.engine import reading
from server.catalogue.headsets import Headset, Wear
from server.trainees import wearing
from server.trainees.wearing import minutes

router = APIRouter(prefix="/api/headsets", tags=["headsets"], responses=PROBLEM_RESPONSES)
HeadsetId = Annotated[str, Path(pattern="^[0-9a-f]{16}$", examples=["0" * 16])]
Label = Annotated[str, Field(max_length=16, pattern=r"^[0-9A-Za-z一-鿿][0-9A-Za-z一-鿿._ -]*$")]
Line = Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f]*$")]
Percent = Annotated[int, Field(ge=0, le=100)]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewHeadset(_In):
    """What makes a headset: what is written on it, its model, notes on how it fits."""

    label: Label
    model: Line = ""
    fit: Line = ""


class HeadsetChange(_In):
    """What is to change; the rest stays. cleaned: it was cleaned just now."""

    label: Label | None = None
    model: Line | None = None
    fit: Line | None = None
    battery_percent: Percent | None = None
    withdrawn: bool | None = None
    cleaned: bool = False


class Out(_In):
    """To whom a headset goes, by number. despite: although something speaks against it, which was told."""

    number: Annotated[str, Field(max_length=64)]
    despite: bool = False


class WearerOut(BaseModel):
    """Somebody who wears or has worn a headset. headset: that is on now, "" = none. left_minutes: that may still be
    worn from now; 0 = at a limit."""

    number: str
    name: str
    headset: str
    now_minutes: int
    block_minutes: int
    day_minutes: int
    left_minutes: int


class HeadsetOut(BaseModel):
    """A headset as shown. cleaned_at: ISO 8601 or "". day_minutes: worn by anybody within 24 hours. dirty: not cleaned
    since it was last worn. wearer: who has it on."""

    id: str
    label: str
    model: str
    fit: str
    battery_percent: int | None
    cleaned_at: str
    dirty: bool
    withdrawn: bool
    day_minutes: int
    wearer: WearerOut | None


class LimitsOut(BaseModel):
    """Most minutes a wear, within 6 hours, within 24 hours; and the least battery."""

    wear_minutes: int
    block_minutes: int
    day_minutes: int
    battery_percent: int


class HeadsetsOut(BaseModel):
    """The inventory, everybody who has worn a headset within 24 hours, and the limits."""

    headsets: list[HeadsetOut]
    wearers: list[WearerOut]
    limits: LimitsOut


LIMITS = LimitsOut(
    wear_minutes=minutes(wearing.WEAR_MOST),
    block_minutes=minutes(wearing.BLOCK_MOST),
    day_minutes=minutes(wearing.DAY_MOST),
    battery_percent=wearing.BATTERY_LEAST_PERCENT,
)


@router.get("")
def list_headsets(request: Request, who: Annotated[Caller, Depends(caller("headsets.use"))]) -> HeadsetsOut:
    """All headsets and who wears them."""
    with reading(house(request).catalogue) as db:
        return _all(db, house(request).surroundings.now())


@router.post("", status_code=201)
def add_headset(
    request: Request, new: NewHeadset, who: Annotated[Caller, Depends(caller("headsets.change"))]
) -> HeadsetsOut:
    """Note a new headset."""
    here = house(request)
    try:
        with here.catalogue.begin() as db:
            headsets.add(db, new_id(here.surroundings.entropy), new.label.strip(), new.model, new.fit)
            return _all(db, here.surroundings.now())
    except headsets.LabelTakenError:
        raise _taken() from None


@router.patch("/{headset}")
def change_headset(
    request: Request,
    headset: HeadsetId,
    change: HeadsetChange,
    who: Annotated[Caller, Depends(caller("headsets.use"))],
) -> HeadsetsOut:
    """Change a headset; a medic too notes that it was cleaned, or takes it out of use."""
    here = house(request)
    now = here.surroundings.now()
    columns: dict[str, Any] = change.model_dump(exclude_none=True, exclude={"cleaned"})
    if change.cleaned:
        columns["cleaned_at"] = now
    try:
        with here.catalogue.begin() as db:
            headsets.change(db, headset, **columns)
            return _all(db, now)
    except LookupError:
        raise _unknown() from None
    except headsets.LabelTakenError:
        raise _taken() from None


@router.post("/{headset}/out")
def hand_out(
    request: Request, headset: HeadsetId, out: Out, who: Annotated[Caller, Depends(caller("headsets.use"))]
) -> HeadsetsOut:
    """Somebody puts a headset on. What speaks against it is told first, and asks for `despite`."""
    here = house(request)
    now = here.surroundings.now()
    with here.catalogue.begin() as db:
        what, trainee = _headset(db, headset), _trainee(db, out.number)
        worn = headsets.wears_since(db, now - wearing.DAY)
        _free(what, trainee, worn)
        told = wearing.warnings(
            wearing.worn(worn, trainee, now),
            what.cleaned_at,
            headsets.last_doffed(db).get(headset),
            what.battery_percent,
        )
        if told and not out.despite:
            zh, en = "；".join(each.zh for each in told), "; ".join(each.en for each in told)
            raise ApiProblem(409, "warned", zh, en)
        wear_id = new_id(here.surroundings.entropy)
        headsets.don(db, wear_id, headset, trainee, now, given_by=who.account_id, despite=bool(told))
        return _all(db, now)


@router.post("/{headset}/back")
def take_back(
    request: Request, headset: HeadsetId, who: Annotated[Caller, Depends(caller("headsets.use"))]
) -> HeadsetsOut:
    """The headset is off; taking it back twice is no fault."""
    here = house(request)
    now = here.surroundings.now()
    with here.catalogue.begin() as db:
        _headset(db, headset)
        headsets.doff(db, headset, now)
        return _all(db, now)


def _headset(db: Connection, headset: str) -> Headset:
    try:
        return headsets.get(db, headset)
    except LookupError:
        raise _unknown() from None


def _trainee(db: Connection, number: str) -> str:
    try:
        return trainees.of_number(db, number).id
    except LookupError:
        raise no_such_trainee() from None


def _free(what: Headset, trainee: str, worn: Sequence[Wear]) -> None:
    on = [wear for wear in worn if wear.doffed_at is None]
    if what.withdrawn:
        raise ApiProblem(409, "withdrawn", "此头显已停用", "This headset is out of use")
    if any(wear.headset == what.id for wear in on):
        raise ApiProblem(409, "already_out", "此头显正有人佩戴，请先收回", "Somebody wears it; take it back first")
    if any(wear.trainee == trainee for wear in on):
        raise ApiProblem(409, "already_wearing", "此人正戴着另一台头显", "This person wears another headset")


def _all(db: Connection, now: datetime) -> HeadsetsOut:
    worn, names = headsets.wears_since(db, now - wearing.DAY), headsets.names_of_wearers(db)
    inventory, off = headsets.list_(db), headsets.last_doffed(db)
    labels = {each.id: each.label for each in inventory}
    on = {wear.headset: wear.trainee for wear in worn if wear.doffed_at is None}
    worn_by = {trainee: labels[headset] for headset, trainee in on.items()}
    wearers = {}
    for trainee in dict.fromkeys(wear.trainee for wear in worn):
        number, name = names[trainee]
        had = wearing.worn(worn, trainee, now)
        wearers[trainee] = WearerOut(
            number=number,
            name=name,
            headset=worn_by.get(trainee, ""),
            now_minutes=minutes(had.now),
            block_minutes=minutes(had.block),
            day_minutes=minutes(had.day),
            left_minutes=int(had.left / timedelta(minutes=1)),
        )
    shown = [
        HeadsetOut(
            id=each.id,
            label=each.label,
            model=each.model,
            fit=each.fit,
            battery_percent=each.battery_percent,
            cleaned_at="" if each.cleaned_at is None else each.cleaned_at.isoformat(),
            dirty=each.id in off and (each.cleaned_at is None or each.cleaned_at < off[each.id]),
            withdrawn=each.withdrawn,
            day_minutes=minutes(wearing.used(worn, each.id, now)),
            wearer=wearers[on[each.id]] if each.id in on else None,
        )
        for each in inventory
    ]
    return HeadsetsOut(headsets=shown, wearers=list(wearers.values()), limits=LIMITS)


def _unknown() -> ApiProblem:
    return ApiProblem(404, "no_such_headset", "没有这台头显", "There is no such headset")


def _taken() -> ApiProblem:
    return ApiProblem(409, "label_taken", "已有同名的头显", "Another headset has this label")
