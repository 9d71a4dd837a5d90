"""The incident's constants, read once from the scenario's [incident] table."""

from dataclasses import dataclass

from scenarios.model import Scenario
from sim_core.physics.substance import PETROL, Substance
from sim_core.site import Site

SUBSTANCES = {"petrol": PETROL}


@dataclass(frozen=True, slots=True)
class Incident:
    """Which tank overflows, how far the drill starts from it, what is on site to fight it.

    overflow_at_s: when the first liquid goes over the rim. switch_below_rim_m: set point of the independent switch.
    """

    substance: Substance
    tank: int
    bund: int
    pump: str
    outfall: str
    overflow_at_s: float
    switch_below_rim_m: float
    fall_height_m: float
    ambient_k: float
    liquid_k: float
    other_level_share: float
    monitor_l_min: float
    monitor_reach_m: float
    foam_proportion: float
    foam_stock_l: float
    drain_m2: float
    congested_m: tuple[float, float, float]

    def centre(self, site: Site) -> tuple[float, float]:
        """Middle of the tank that overflows."""
        tank = site.tanks[self.tank]
        return tank.x_m, tank.y_m


NUMBERS = (
    "overflow_at_s", "switch_below_rim_m", "fall_height_m", "ambient_k", "liquid_k", "other_level_share",
    "monitor_l_min", "monitor_reach_m", "foam_proportion", "foam_stock_l", "drain_m2",
)  # fmt: skip


def incident_of(scenario: Scenario) -> Incident:
    """The [incident] table with names resolved against the site. KeyError names a missing key."""
    params, site = scenario.params, scenario.site
    tank = site.tank_index[str(params["tank"])]
    return Incident(
        substance=SUBSTANCES[str(params["substance"])],
        tank=tank,
        bund=site.bund_index[site.tanks[tank].bund],
        pump=str(params["pump"]),
        outfall=str(params["outfall"]),
        congested_m=(
            float(params["congested_x_m"]),
            float(params["congested_y_m"]),
            float(params["congested_radius_m"]),
        ),
        **{key: float(params[key]) for key in NUMBERS},
    )
