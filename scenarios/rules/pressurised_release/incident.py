"""The incident's constants, read once from the scenario's [incident] table."""

from dataclasses import dataclass

from scenarios.model import Scenario
from sim_core.physics.properties import Properties
from sim_core.physics.substances import SUBSTANCES
from sim_core.site import Site


@dataclass(frozen=True, slots=True)
class Curtain:
    """A row of nozzles from (x0, y0) to (x1, y1): the device that opens it."""

    device: str
    x0_m: float
    y0_m: float
    x1_m: float
    y1_m: float


@dataclass(frozen=True, slots=True)
class Incident:
    """Which vessel leaks, by which valves it is shut, and what is on site to fight it.

    substance: a liquefied gas; one without LFL does not burn. species: its name in `site.air`. rings: for each tank
    the device that cools its shell and legs, "" = none. water_pumps: any that runs feeds curtains, rings and monitors.
    share numbers: 0..1. plug_most_m: hole that one attempt closes; a larger one is left with the share plug_leaves.
    """

    substance: Properties
    species: str
    tank: int
    bund: int
    first: str
    second: str
    root_valve: str
    rosov: str
    feedback: str
    water_pumps: tuple[str, ...]
    trips: str
    inject_pump: str
    rings: tuple[str, ...]
    curtains: tuple[Curtain, ...]
    congestion: str
    release_at_s: float
    ambient_k: float
    humidity: float
    fill_share: float
    other_fill_share: float
    layer_share: float
    wall_m: float
    leg_m: float
    relief_set_pa: float
    relief_m2: float
    pipe_m: float
    jet_air_ratio: float
    second_hole_m: float
    impinged_kw_m2: float
    curtain_l_min_m: float
    ring_l_min_m2: float
    monitor_l_min_m2: float
    monitor_l_min: float
    monitor_reach_m: float
    inject_m3_h: float
    plug_most_m: float
    plug_leaves: float
    hot_s: float
    smelt: float
    congested_x_m: float
    congested_y_m: float
    congested_radius_m: float
    congested_height_m: float

    def centre(self, site: Site) -> tuple[float, float]:
        """Below the vessel that leaks."""
        tank = site.tanks[self.tank]
        return tank.x_m, tank.y_m

    @property
    def burns(self) -> bool:
        """Whether the gas burns at all."""
        return self.substance.lfl > 0.0


WORDS = (
    "species", "first", "second", "root_valve", "rosov", "feedback", "trips", "inject_pump", "congestion",
)  # fmt: skip
NUMBERS = (
    "release_at_s", "ambient_k", "humidity", "fill_share", "other_fill_share", "layer_share", "wall_m",
    "leg_m", "relief_set_pa", "relief_m2", "pipe_m", "jet_air_ratio", "second_hole_m", "impinged_kw_m2",
    "curtain_l_min_m", "ring_l_min_m2", "monitor_l_min_m2", "monitor_l_min", "monitor_reach_m", "inject_m3_h",
    "plug_most_m", "plug_leaves", "hot_s", "smelt", "congested_x_m", "congested_y_m", "congested_radius_m",
    "congested_height_m",
)  # fmt: skip


def incident_of(scenario: Scenario) -> Incident:
    """The [incident] table with names resolved against the site. KeyError names a missing key."""
    params, site = scenario.params, scenario.site
    tank = site.tank_index[str(params["vessel"])]
    return Incident(
        substance=SUBSTANCES[str(params["substance"])],
        tank=tank,
        bund=site.bund_index[site.tanks[tank].bund],
        water_pumps=_names(params["water_pumps"]),
        rings=tuple(str(params.get(f"ring_{t.id}", "")) for t in site.tanks),
        curtains=tuple(_curtain(d.id, str(params[f"line_{d.id}"])) for d in site.devices if d.kind == "curtain"),
        **{key: str(params[key]) for key in WORDS},  # type: ignore[arg-type]
        **{key: float(params[key]) for key in NUMBERS},  # type: ignore[arg-type]
    )


def _names(value: float | str) -> tuple[str, ...]:
    return tuple(str(value).split(","))


def _curtain(device: str, line: str) -> Curtain:
    """`x0,y0,x1,y1` of a curtain."""
    x0, y0, x1, y1 = (float(v) for v in line.split(","))
    return Curtain(device, x0, y0, x1, y1)
