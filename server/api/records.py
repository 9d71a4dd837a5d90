"""Records: what may be seen of a drill once it is over: its record, its radar."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import FileResponse, Response

from scoring import Text, drill_radar, radar_svg
from server.api.door import Caller, caller, house
from server.api.drills import DrillId, drill_of, scenario_of
from server.api.problems import PROBLEM_RESPONSES, ApiProblem
from server.catalogue import panels
from server.catalogue.drills import DrillRow
from server.catalogue.engine import reading
from server.panel.outcome import outcome

router = APIRouter(tags=["records"], responses=PROBLEM_RESPONSES)


@router.get("/api/drills/{drill}/record")
def get_record(
    request: Request, drill: DrillId, who: Annotated[Caller, Depends(caller("record.read"))]
) -> FileResponse:
    """The sealed record. It holds what was hidden: of an exam it is given out once the panel is final."""
    row, _ = drill_of(request, drill, who)
    path = house(request).records / f"{drill}.ylr"
    if row.phase != "sealed" or not path.is_file() or not open_now(request, row):
        raise ApiProblem(409, "not_yet", "记录尚未开放", "The record may not be seen yet")
    return FileResponse(path, media_type="application/octet-stream", filename=path.name)


@router.get("/api/drills/{drill}/radar.svg")
def get_radar(
    request: Request, drill: DrillId, who: Annotated[Caller, Depends(caller("result.read"))]
) -> Response:
    """The radar of the panel's marks, once they are final."""
    row, _ = drill_of(request, drill, who)
    if not open_now(request, row):
        raise ApiProblem(409, "not_yet", "考官组尚未定分", "The panel is not final yet")
    with reading(house(request).catalogue) as db:
        if panels.panel_of(db, drill) is None:
            raise ApiProblem(404, "no_panel", "演练没有考官组", "The drill has no panel")
        found = outcome(db, drill)
    radar = drill_radar(found.result.lines, found.rubric, found.result.vetoes, found.prefilled.teamwork)
    name = Text(*scenario_of(row.scenario_id).name)
    return Response(radar_svg(radar, name, found.result.score), media_type="image/svg+xml")


def open_now(request: Request, row: DrillRow) -> bool:
    """Whether what was hidden in a drill may be seen: its panel is final, or it has none to influence."""
    with reading(house(request).catalogue) as db:
        panel = panels.panel_of(db, row.id)
    return panel is None or panel.state == "final" or (row.phase == "sealed" and panel.prefilled is None)
