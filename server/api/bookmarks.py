"""Bookmarks: routes of whoever follows a drill and marks moments of it for himself."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field, StrictInt

from server.api.door import Caller, caller, house
from server.api.drills import DrillId, drill_of
from server.api.panels import unstored
from server.api.problems import PROBLEM_RESPONSES, ApiProblem
from server.catalogue.bookmarks import BookmarkRow
from server.catalogue.engine import reading
from server.watching.bookmarks import BookmarkError, make, seen_by, take_back

router = APIRouter(
    prefix="/api/drills/{drill}/bookmarks",
    tags=["watching"],
    dependencies=[Depends(unstored)],
    responses=PROBLEM_RESPONSES,
)


class NewBookmark(BaseModel):
    """A bookmark to be made. id: made by the client, the same on every repeat."""

    model_config = ConfigDict(extra="forbid")
    id: UUID
    tick: Annotated[StrictInt, Field(ge=0, le=2**31 - 1)]
    note: Annotated[str, Field(max_length=2000)] = ""


class BookmarkAnswer(BaseModel):
    """A bookmark. own: of who asks. made_at: by the clock of the server."""

    id: str
    tick: int
    note: str
    own: bool
    account: str
    made_at: datetime


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except BookmarkError as error:
        raise ApiProblem(409, error.code, error.text.zh, error.text.en) from None


@router.get("")
def list_bookmarks(
    request: Request, drill: DrillId, who: Annotated[Caller, Depends(caller("bookmarks.own"))]
) -> list[BookmarkAnswer]:
    """One's own bookmarks; those of others once the panel is final, or if there is none."""
    drill_of(request, drill, who)
    with reading(house(request).catalogue) as db:
        return [_answer(row, who) for row in seen_by(db, drill, who.account_id, who.role)]


@router.post("")
def make_bookmark(
    request: Request, drill: DrillId, new: NewBookmark, who: Annotated[Caller, Depends(caller("bookmarks.own"))]
) -> BookmarkAnswer:
    """Mark a moment. A repeat of an id gives the same answer."""
    drill_of(request, drill, who)
    row = BookmarkRow(str(new.id), drill, who.account_id, new.tick, new.note, house(request).surroundings.now())
    with _refusals(), house(request).catalogue.begin() as db:
        return _answer(make(db, row), who)


@router.delete("/{bookmark}", status_code=204)
def remove_bookmark(
    request: Request, drill: DrillId, bookmark: UUID, who: Annotated[Caller, Depends(caller("bookmarks.own"))]
) -> None:
    """Take one's own bookmark back. What is not there is not there."""
    drill_of(request, drill, who)
    with house(request).catalogue.begin() as db:
        take_back(db, drill, who.account_id, str(bookmark), house(request).surroundings.now())


def _answer(row: BookmarkRow, who: Caller) -> BookmarkAnswer:
    return BookmarkAnswer(
        id=row.id,
        tick=row.tick,
        note=row.note,
        own=row.account == who.account_id,
        account=row.account,
        made_at=row.made_at,
    )
