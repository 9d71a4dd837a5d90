"""Sights: what of the incident eyes can see in the open, put up once a second from the truth."""

from scenarios.rules.ground import sights
from scenarios.rules.pipeline_release.rules import PipelineRelease
from sim_core.draft import Draft
from sim_core.plant.devices import opening
from sim_core.world import Sight

SHEEN_KG = 20.0  # less oil than this is not told from the water: training assumption 训练假设


def show(draft: Draft, rules: PipelineRelease) -> None:
    """Oil that has welled up or floats before the outfall, fires, sparks of tools."""
    site, incident = rules.site, rules.incident
    basin = site.bunds[incident.basin].id if draft.hazard.pools[incident.basin].mass_kg < SHEEN_KG else ""
    found = [*(s for s in sights.bunds(draft, rules) if s.id != basin), *sights.sparks(draft)]
    n = site.device_index[incident.hammer]
    here = site.place[site.devices[n].place]
    if opening(draft.devices[n], draft.tick) > 0.0:
        found.append(Sight("sparks", incident.hammer, here.x_m, here.y_m, "working"))
    draft.sights = tuple(found)
