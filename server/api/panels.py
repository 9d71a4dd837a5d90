"""Panels: the routes of examiners and of the chief examiner.

The application gives `state.panel_final`, called in the transaction in which a panel becomes final (Connection, drill),
and may give `state.live`, whose `panel_progress(drill, locked, of)` is called, from a thread, after a lock.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response

from server.api import panel_answers as answers
from server.api.door import Caller, caller, house
from server.api.panel_answers import OwnAnswer, PanelAnswer, SavedAnswer, VersionsAnswer
from server.api.panel_bodies import DecisionBody, LockBody, SaveBody
from server.api.problems import PROBLEM_RESPONSES, ApiProblem
from server.catalogue.engine import reading
from server.panel.adjudication import adjudicate
from server.panel.life import lock, progress, save
from server.panel.refusal import PanelError
from server.panel.sight import histories, look, own_sheet

# code of a refusal -> HTTP status; 409 for all others: the state of things does not allow it
STATUS = {
    "no_sheet": 404,
    "own_panel": 403,
    "unknown_field": 422,
    "out_of_range": 422,
    "incomplete": 422,
    "no_such_member": 422,
    "reason_needed": 422,
    "nothing_changed": 422,
}

DrillId = Annotated[str, Path(pattern="^[0-9a-f]{16}$")]


def unstored(response: Response) -> None:
    """Keep sheets out of the caches of a tablet that the next examiner picks up."""
    response.headers["Cache-Control"] = "no-store"


router = APIRouter(
    prefix="/api/drills/{drill}", tags=["panel"], dependencies=[Depends(unstored)], responses=PROBLEM_RESPONSES
)


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except PanelError as error:
        status = STATUS.get(error.code, 409)
        raise ApiProblem(status, error.code, error.text.zh, error.text.en, **error.facts) from None


@router.get("/panel")
def get_panel(request: Request, drill: DrillId, who: Annotated[Caller, Depends(caller("panel.read"))]) -> PanelAnswer:
    """How the panel stands; before the last lock, only how many sheets are locked."""
    with _refusals(), reading(house(request).catalogue) as db:
        return answers.panel(drill, look(db, drill, who.account_id, who.role))


@router.get("/sheet")
def get_sheet(request: Request, drill: DrillId, who: Annotated[Caller, Depends(caller("sheet.own"))]) -> OwnAnswer:
    """One's own sheet."""
    with _refusals(), reading(house(request).catalogue) as db:
        return answers.own(drill, own_sheet(db, drill, who.account_id))


@router.post("/sheet/saves")
def post_save(
    request: Request, drill: DrillId, body: SaveBody, who: Annotated[Caller, Depends(caller("sheet.own"))]
) -> SavedAnswer:
    """Save changes of one's own sheet. A repeat of a save_id gives the same answer."""
    at = house(request).surroundings.now()
    with _refusals(), house(request).catalogue.begin() as db:
        return answers.saved(
            save(db, drill, who.account_id, str(body.save_id), body.base_version, body.patch(), at)
        )


@router.post("/sheet/lock")
def post_lock(
    request: Request, drill: DrillId, body: LockBody, who: Annotated[Caller, Depends(caller("sheet.own"))]
) -> SavedAnswer:
    """Lock one's own sheet. A repeat of a save_id gives the same answer."""
    at, on_final = house(request).surroundings.now(), request.app.state.panel_final
    with _refusals(), house(request).catalogue.begin() as db:
        row = lock(db, drill, who.account_id, str(body.save_id), body.base_version, at, on_final)
    _push(request, drill)
    return answers.saved(row)


@router.post("/panel/adjudication")
def post_adjudication(
    request: Request,
    drill: DrillId,
    body: DecisionBody,
    who: Annotated[Caller, Depends(caller("panel.adjudicate"))],
) -> PanelAnswer:
    """Confirm the sheets, or replace one of them, with a reason. A repeat of a save_id gives the same answer."""
    at, on_final = house(request).surroundings.now(), request.app.state.panel_final
    with _refusals(), house(request).catalogue.begin() as db:
        adjudicate(db, drill, who.account_id, str(body.save_id), body.decision(), at, on_final)
    _push(request, drill)
    with _refusals(), reading(house(request).catalogue) as db:
        return answers.panel(drill, look(db, drill, who.account_id, who.role))


@router.get("/sheet/versions")
def get_versions(
    request: Request, drill: DrillId, who: Annotated[Caller, Depends(caller("sheet.versions"))]
) -> VersionsAnswer:
    """All versions of one's own sheet; of all sheets for the chief after the last lock, and the auditor at the end."""
    with _refusals(), reading(house(request).catalogue) as db:
        return answers.versions(drill, histories(db, drill, who.account_id, who.role))


def _push(request: Request, drill: str) -> None:
    live = getattr(request.app.state, "live", None)
    if live is not None:
        with reading(house(request).catalogue) as db:
            locked, of = progress(db, drill)
        live.panel_progress(drill, locked, of)
