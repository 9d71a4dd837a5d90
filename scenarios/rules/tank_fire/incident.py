"""The incident's constants, read once from the scenario's [incident] table, and what follows from them."""

from dataclasses import MISSING, dataclass, fields, replace
from math import pi, sqrt

from scenarios.model import Scenario
from scenarios.rules.ground.curtains import Curtain, curtains_of
from sim_core.physics import burning_rate, demand, properties, suppression, tank_fire
from sim_core.physics.burning_rate import Pool
from sim_core.physics.properties import Properties
from sim_core.physics.substances import SUBSTANCES
from sim_core.physics.train import Gas
from sim_core.site import Site, Tank

STANDARD = "gb50151"
AGENT = "afff"
COOLED = {True: "fixed_roof", False: "neighbour"}
FLASH_K = 250.0  # class A by GB 50160: flashes far below 28 degC


@dataclass(frozen=True, slots=True)
class Sizes:
    """Numbers of the incident, SI, units last in their names.

    near_d: tanks whose shell lies within so many diameters are neighbours. seal_m: width of the rim seal. fold_m: how
    far the rim comes down where the shell folds. buckles_at: share of its yield. lights_k: metal so hot lights the
    vapour. glows_k: so hot it is seen to glow. hatch_pa: a jammed hatch screams; seam_pa: its roof tears.
    transfer_m3_h: what the pump between the tanks moves, down to suction_m. curtain_l_min_m: water of a metre of
    curtain; curtain_top_m: how high it stands.

    Those with a value here may be left out: seal and roof of a tank that has none, a pump between tanks, curtains.
    foam_stock_l: concentrate, where no share of the need is drawn. spill_l_min_m2, spill_min: foam for a spill, where
    the standard's value for hydrocarbons is not enough. least_o2: with less oxygen under its roof a tank cannot catch
    fire; blanket_o2: what a sound nitrogen blanket leaves there, stripped_o2: what a lost one does. dilute_m3: so much
    water on a spill that mixes with it counts as flushing; product_out_kg: so much product off the site as pollution.
    look_s: so long a look with the thermal camera holds good.
    """

    ambient_k: float
    humidity: float
    feed_m3_h: float
    level_m: float
    neighbour_level_m: float
    near_d: float
    thickness_m: float
    layer_m: float
    fold_m: float
    buckles_at: float
    fold_kg_s: float
    leak_kg_s: float
    drain_kg_s: float
    film_m: float
    drain_m2: float
    lights_k: float
    glows_k: float
    hatch_pa: float
    seam_pa: float
    main_l_min: float
    main_mpa: float
    monitor_l_min: float
    monitor_reach_m: float
    foam_monitor_l_min: float
    foam_proportion: float
    retreat_m: float
    run_off_m3: float
    water_bottom_m: float = 0.0
    seal_m: float = 0.0
    roof_water_m: float = 0.0
    transfer_m3_h: float = 0.0
    suction_m: float = 0.0
    curtain_l_min_m: float = 0.0
    curtain_top_m: float = 0.0
    foam_stock_l: float = 0.0
    spill_l_min_m2: float = 0.0
    spill_min: float = 0.0
    least_o2: float = 0.0
    blanket_o2: float = 0.209
    stripped_o2: float = 0.209
    dilute_m3: float = 1.0
    product_out_kg: float = 1.0e9
    look_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Incident:
    """Which tank burns, what is in it, what is on site to fight it.

    polar: the liquid destroys common foam. seal_riser, surface_riser: foam to the seal and to the whole surface.
    faint: its flame has no soot and is lost in daylight. miscible: water thrown on it carries it along. vapour: what a
    pool gives to the wind while it does not burn is worked; gas: that vapour.
    """

    liquid: Properties
    gas: Gas
    faint: bool
    miscible: bool
    vapour: bool
    burns: Pool
    density_kg_m3: float
    polar: bool
    tank: int
    bund: int
    feed: str
    shut_off: str
    outfall: str
    pool_inlet: str
    pool_outlet: str
    seal_riser: str
    surface_riser: str
    curtains: tuple[Curtain, ...]
    size: Sizes

    def centre(self, site: Site) -> tuple[float, float]:
        """Middle of the tank that burns."""
        tank = site.tanks[self.tank]
        return tank.x_m, tank.y_m

    def ring_m2(self, tank: Tank) -> float:
        """The seal of a tank, between shell and foam dam."""
        return tank_fire.seal_area_m2(tank.diameter_m, self.size.seal_m, 1.0)

    def code(self, fire: str) -> demand.Demand:
        """What the standard asks for on such a fire."""
        place = {"rim": "external_floating_roof"}.get(fire, "fixed_roof")
        return demand.foam(STANDARD, place, FLASH_K, AGENT)

    def area_m2(self, tank: Tank, fire: str) -> float:
        """What foam must cover."""
        return self.ring_m2(tank) if fire == "rim" else tank.area_m2

    def riser_l_min(self, tank: Tank, fire: str) -> float:
        """Solution that the fixed system for such a fire gives at full pressure: what the standard asks for."""
        return self.area_m2(tank, fire) * self.code(fire).rate_l_min_m2

    def need_l(self, tank: Tank, fire: str) -> float:
        """Concentrate for the whole time that the standard asks for."""
        seconds = self.code(fire).minutes * 60.0
        return suppression.concentrate_l(self.riser_l_min(tank, fire), self.size.foam_proportion, seconds)

    def spill_need_l(self, area_m2: float) -> float:
        """Concentrate for a spill of this width."""
        asked = self.spill_code()
        return suppression.concentrate_l(area_m2 * asked.rate_l_min_m2, self.size.foam_proportion, asked.minutes * 60.0)

    def spill_code(self) -> demand.Demand:
        """What is asked for on a spill: the standard's value for hydrocarbons, or the incident's own."""
        asked = demand.foam(STANDARD, "spill_outdoor", FLASH_K, AGENT)
        if self.size.spill_l_min_m2 == 0.0:
            return asked
        return replace(asked, rate_l_min_m2=self.size.spill_l_min_m2, minutes=self.size.spill_min)

    def monitor_need_l(self, tank: Tank) -> float:
        """Concentrate for a tank's whole surface from monitors."""
        asked = demand.foam(STANDARD, "fixed_roof_mobile", FLASH_K, AGENT)
        return suppression.concentrate_l(
            tank.area_m2 * asked.rate_l_min_m2, self.size.foam_proportion, asked.minutes * 60.0
        )

    def shell_m2(self, tank: Tank, burning: bool) -> float:
        """Shell that the standard has cooled: all of a burning tank's, the half of a neighbour's."""
        return demand.cooled_area_m2(COOLED[burning], tank.diameter_m, tank.rim_m)

    def ring_l_min(self, tank: Tank, burning: bool) -> float:
        """Water of a cooling ring at full pressure: what the standard asks for."""
        asked = demand.cooling("gb50160", COOLED[burning], tank.diameter_m)
        return asked.rate_l_min_m2 * self.shell_m2(tank, burning)

    def near(self, site: Site, other: int) -> bool:
        """Whether another tank stands so near that it must be cooled."""
        a, b = site.tanks[self.tank], site.tanks[other]
        axis = sqrt((a.x_m - b.x_m) * (a.x_m - b.x_m) + (a.y_m - b.y_m) * (a.y_m - b.y_m))
        return other != self.tank and axis - 0.5 * (a.diameter_m + b.diameter_m) <= self.size.near_d * a.diameter_m

    def floor_m2(self, site: Site) -> float:
        """Floor of the bund that is free of tanks."""
        bund = site.bunds[self.bund]
        return bund.area_m2 - sum(t.area_m2 for t in site.tanks if t.bund == bund.id)

    def rim_round_m(self, tank: Tank) -> float:
        """Length of a tank's rim."""
        return pi * tank.diameter_m


NEEDED = tuple(f.name for f in fields(Sizes) if f.default is MISSING)
MAY_BE = tuple(f.name for f in fields(Sizes) if f.default is not MISSING)


def incident_of(scenario: Scenario) -> Incident:
    """The [incident] table with names resolved against the site. KeyError names a missing key."""
    params, site = scenario.params, scenario.site
    tank = site.tank_index[str(params["tank"])]
    name = str(params["substance"])
    liquid, ambient_k = SUBSTANCES[name], float(params["ambient_k"])
    return Incident(
        liquid=liquid,
        gas=Gas(liquid.kg_mol, properties.vapour_capacity_j_kg_k(liquid, ambient_k)),
        faint=params.get("faint") == "yes",
        miscible=params.get("miscible") == "yes",
        vapour=params.get("vapour") == "yes",
        burns=burning_rate.POOLS[name],
        density_kg_m3=properties.liquid_density_kg_m3(liquid, ambient_k),
        polar=params["polar"] == "yes",
        tank=tank,
        bund=site.bund_index[site.tanks[tank].bund],
        feed=str(params["feed"]),
        shut_off=str(params["shut_off"]),
        outfall=str(params["outfall"]),
        pool_inlet=str(params["pool_inlet"]),
        pool_outlet=str(params["pool_outlet"]),
        seal_riser=str(params.get("seal_riser", "")),
        surface_riser=str(params.get("surface_riser", "")),
        curtains=curtains_of(scenario),
        size=Sizes(
            **{key: float(params[key]) for key in NEEDED},
            **{key: float(params[key]) for key in MAY_BE if key in params},
        ),
    )
