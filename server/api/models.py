"""Models: the plant in three dimensions, one file a site, the same to everybody."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from pydantic import BaseModel

from scenarios.model import Scenario
from server.api.door import house
from server.api.pages import Asset, handed
from server.api.problems import PROBLEM_RESPONSES, ApiProblem
from server.site_model.ahead import ModelsAhead
from server.site_model.keeping import models_in

router = APIRouter(prefix="/api", tags=["scenarios"], responses=PROBLEM_RESPONSES)
MEDIA_TYPE = "model/gltf-binary"


class ModelOut(BaseModel):
    """Where the model of a site is, and what it must be. bytes: before packing."""

    url: str
    sha256: str
    bytes: int


async def model_of(request: Request, scenario: Scenario) -> ModelOut:
    """Of a scenario's site, once it is made. It is the same whatever the draw."""
    ahead: ModelsAhead = request.app.state.models_ahead
    found = await ahead.of(scenario.site)
    return ModelOut(url=f"/api/models/{found.sha256}.glb", sha256=found.sha256, bytes=len(found.whole))


@router.get(
    "/models/{sha256}.glb",
    response_class=Response,
    responses={200: {"content": {MEDIA_TYPE: {}}, "description": "GLB"}},
)
def get_model(request: Request, sha256: str) -> Response:
    """A model by the hash of its bytes, so that it may be kept for ever."""
    found = models_in(house(request).folder).find(sha256)
    if found is None:
        raise ApiProblem(404, "not_found", "没有这个模型", "There is no such model")
    return handed(request, Asset(MEDIA_TYPE, found.whole, found.packed, f'"{sha256[:32]}"', True))
