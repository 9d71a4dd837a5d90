"""Sights: what of the incident eyes can see in the open, put up once a second from the truth."""

from scenarios.rules.ground import sights
from scenarios.rules.pipeline_release.rules import PipelineRelease
from sim_core.draft import Draft
from sim_core.plant.devices import opening
from sim_core.world import Sight


def show(draft: Draft, rules: PipelineRelease) -> None:
    """Oil that has welled up or floats before the outfall, fires, sparks of tools, a boom on the water."""
    site, incident = rules.site, rules.incident
    found = [*sights.bunds(draft, rules), *sights.sparks(draft)]
    n = site.device_index[incident.hammer]
    here = site.place[site.devices[n].place]
    if opening(draft.devices[n], draft.tick) > 0.0:
        found.append(Sight("sparks", incident.hammer, here.x_m, here.y_m, "working"))
    draft.sights = tuple(found)
