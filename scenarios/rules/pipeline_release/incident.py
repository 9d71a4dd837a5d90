"""The incident's constants, read once from the scenario's [incident] table."""

from dataclasses import dataclass
from math import sqrt
from typing import Any

from scenarios.model import Scenario
from sim_core.physics.burning_rate import POOLS
from sim_core.physics.burning_rate import Pool as PoolBurning
from sim_core.physics.properties import Properties, liquid_density_kg_m3
from sim_core.physics.substances import SUBSTANCES
from sim_core.site import Site, distance_m


@dataclass(frozen=True, slots=True)
class Incident:
    """What line it is, and the drain beneath it.

    manholes: places, upstream first: one a reach of the culvert. kerbs: the ground above each, where oil wells up;
    basin: the water before the outfall. pump, upstream, downstream: of the line; outfall: gate of the culvert, pool:
    what turns its water into the accident pool, boom: before the outfall, hammer: breaks covers, blower: of clean air
    at the uppermost manhole. begins_s: when the hole opens. surface_share: of what leaks, so much wells up.
    finds_m3_h: from what imbalance on the leak is located. above_m: who stands so near the culvert's line stands over
    it. mouth_share: of the air beneath a cover, met above it. valid_s: how long a test counts. drop_share: of the share
    that is lost, how much the pressure falls.
    """

    substance: Properties
    burning: PoolBurning
    density_kg_m3: float
    manholes: tuple[str, ...]
    kerbs: tuple[int, ...]
    basin: int
    pump: str
    upstream: str
    downstream: str
    outfall: str
    pool: str
    boom: str
    hammer: str
    blower: str
    begins_s: float
    ambient_k: float
    line_m3_h: float
    run_pa: float
    shut_in_pa: float
    up_head_m: float
    down_head_m: float
    left_head_m: float
    left_m3: float
    surface_share: float
    finds_m3_h: float
    imbalance_tau_s: float
    water_m_s: float
    draught_m_s: float
    width_m: float
    headroom_m: float
    weathered: float
    blower_m3_s: float
    mouth_share: float
    above_m: float
    risky_m: float
    smelt_m: float
    valid_s: float
    clean_lel: float
    boom_catches: float
    polluted_kg: float
    blast_efficiency: float
    drop_share: float

    def reach(self, place: str) -> int:
        """Which reach of the culvert lies beneath a place, -1 = none."""
        return self.manholes.index(place) if place in self.manholes else -1

    def line_m(self, site: Site) -> tuple[tuple[float, float], ...]:
        """The culvert as it runs from manhole to manhole."""
        return tuple((site.place[m].x_m, site.place[m].y_m) for m in self.manholes)

    def length_m(self, site: Site) -> float:
        """Of one reach: the manholes stand evenly."""
        points = self.line_m(site)
        return distance_m(*points[0], *points[-1]) / (len(points) - 1)

    def nearest(self, site: Site, x_m: float, y_m: float) -> tuple[int, float]:
        """The reach whose manhole is nearest to a point, and how far the point is from the culvert's axis."""
        points = self.line_m(site)
        (x0, y0), (x1, y1) = points[0], points[-1]
        long_m = distance_m(x0, y0, x1, y1)
        ux, uy = (x1 - x0) / long_m, (y1 - y0) / long_m
        half = 0.5 * self.length_m(site)
        along = (x_m - x0) * ux + (y_m - y0) * uy
        held = min(max(along, -half), long_m + half)
        aside = sqrt((x_m - x0 - held * ux) * (x_m - x0 - held * ux) + (y_m - y0 - held * uy) * (y_m - y0 - held * uy))
        each = long_m / (len(points) - 1)
        return min(max(int(along / each + 0.5), 0), len(points) - 1), aside


DEVICES = ("pump", "upstream", "downstream", "outfall", "pool", "boom", "hammer", "blower")
NUMBERS = (
    "begins_s", "ambient_k", "line_m3_h", "run_pa", "shut_in_pa", "up_head_m", "down_head_m", "left_head_m", "left_m3",
    "surface_share", "finds_m3_h", "imbalance_tau_s", "water_m_s", "draught_m_s", "width_m", "headroom_m", "weathered",
    "blower_m3_s", "mouth_share", "above_m", "risky_m", "smelt_m", "valid_s", "clean_lel", "boom_catches",
    "polluted_kg", "blast_efficiency", "drop_share",
)  # fmt: skip


def incident_of(scenario: Scenario) -> Incident:
    """Read [incident.params]."""
    params, site = scenario.params, scenario.site
    names: dict[str, Any] = {key: str(params[key]) for key in DEVICES}
    numbers: dict[str, Any] = {key: float(params[key]) for key in NUMBERS}
    substance = SUBSTANCES[str(params["substance"])]
    return Incident(
        substance=substance,
        burning=POOLS[substance.id],
        density_kg_m3=liquid_density_kg_m3(substance, float(params["ambient_k"])),
        manholes=tuple(str(params["manholes"]).split(",")),
        kerbs=tuple(site.bund_index[k] for k in str(params["kerbs"]).split(",")),
        basin=site.bund_index[str(params["basin"])],
        **names,
        **numbers,
    )
