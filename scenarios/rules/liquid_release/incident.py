"""The incident's constants, read once from the scenario's [incident] table."""

from dataclasses import dataclass

from scenarios.model import Scenario
from scenarios.rules.ground.curtains import Curtain, curtains_of
from scenarios.rules.ground.drones import DRONE
from sim_core.physics.burning_rate import POOLS
from sim_core.physics.properties import Properties, liquid_density_kg_m3, vapour_capacity_j_kg_k
from sim_core.physics.substances import SUBSTANCES
from sim_core.physics.train import Gas
from sim_core.site import Site


@dataclass(frozen=True, slots=True)
class Incident:
    """Which tank overflows, how far the drill starts from it, what is on site to fight it, how its liquid burns.

    overflow_at_s: when the first liquid goes over the rim. switch_below_rim_m: set point of the independent switch.
    transfer_m3_h: what the pump between the tanks moves; suction_m: level at which it loses its suction. water_pump:
    feeds curtains and foam monitors. curtain_l_min_m: water of a metre of curtain. nitrogen: the valve to the space
    under the tank's roof, nitrogen_m3_h what it passes; roof_m3: that space when the tank is full. dock_m: where the
    drone stands by. weathered: vapour pressure of the pool below a cascade over that of the fresh liquid, what the fall
    has left of its light ends; 1 for a pure substance, which has none.
    """

    substance: Properties
    gas: Gas
    density_kg_m3: float
    smoke_kw_m2: float
    burning_flux_kg_m2_s: float
    k_beta_1_m: float
    radiant_fraction: float
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
    transfer_m3_h: float
    suction_m: float
    water_pump: str
    nitrogen: str
    nitrogen_m3_h: float
    roof_m3: float
    curtain_l_min_m: float
    curtains: tuple[Curtain, ...]
    dock_m: tuple[float, float]
    weathered: float

    def centre(self, site: Site) -> tuple[float, float]:
        """Middle of the tank that overflows."""
        tank = site.tanks[self.tank]
        return tank.x_m, tank.y_m


WEATHERED = 0.25  # of petrol: training assumption 训练假设
NUMBERS = (
    "overflow_at_s", "switch_below_rim_m", "fall_height_m", "ambient_k", "liquid_k", "other_level_share",
    "monitor_l_min", "monitor_reach_m", "foam_proportion", "foam_stock_l", "drain_m2",
    "transfer_m3_h", "suction_m", "curtain_l_min_m", "nitrogen_m3_h", "roof_m3",
)  # fmt: skip


def incident_of(scenario: Scenario) -> Incident:
    """The [incident] table with names resolved against the site. KeyError names a missing key."""
    params, site = scenario.params, scenario.site
    tank = site.tank_index[str(params["tank"])]
    substance = SUBSTANCES[str(params["substance"])]
    burning = POOLS[substance.id]
    return Incident(
        substance=substance,
        gas=Gas(substance.kg_mol, vapour_capacity_j_kg_k(substance, float(params["ambient_k"]))),
        density_kg_m3=liquid_density_kg_m3(substance, float(params["liquid_k"])),
        smoke_kw_m2=burning.smoke_kw_m2,
        burning_flux_kg_m2_s=burning.flux_kg_m2_s,
        k_beta_1_m=burning.k_beta_1_m,
        radiant_fraction=burning.radiant_fraction,
        tank=tank,
        bund=site.bund_index[site.tanks[tank].bund],
        pump=str(params["pump"]),
        outfall=str(params["outfall"]),
        water_pump=str(params["water_pump"]),
        nitrogen=str(params["nitrogen"]),
        curtains=curtains_of(scenario),
        dock_m=scenario.traffic[DRONE].route[0] if len(scenario.traffic) > DRONE else (0.0, 0.0),
        weathered=float(params.get("weathered", WEATHERED)),
        congested_m=(
            float(params["congested_x_m"]),
            float(params["congested_y_m"]),
            float(params["congested_radius_m"]),
        ),
        **{key: float(params[key]) for key in NUMBERS},
    )
