"""Start: the world at tick 0 of a drill, from the scenario and the hidden values. They are used here and dropped."""

from dataclasses import replace

from scenarios.model import Scenario
from scenarios.rules.ground import start as ground
from scenarios.rules.ground.start import Hidden
from scenarios.rules.tank_fire.rules import TankFire
from sim_core.physics.burning_tank import Blaze, TankFires
from sim_core.physics.spreading import Pool
from sim_core.world import Command, TankState, World

FOAM = {"right": "AFFF/AR", "unfit": "AFFF"}
WEAK = 0.7
SEAL_SHARE = 0.25  # of the seal burns when the fire is found
POOL_KG = 700.0  # of burning product in the bund, where there is any


def start(scenario: Scenario, rules: TankFire, hidden: Hidden, humans: tuple[str, ...]) -> World:
    """Everything as the shift finds it: the tank burns."""
    incident, site = rules.incident, rules.site
    fire = "" if hidden["fire"] == "none" else str(hidden["fire"])
    need_l = incident.need_l(site.tanks[incident.tank], fire or "full")
    weather = ground.weather(incident.size.ambient_k, hidden)
    return World(
        tick=0,
        weather=weather,
        devices=ground.devices(rules, lambda d: False),
        tanks=_tanks(rules, hidden),
        gauges=ground.gauges(rules, lambda n: None),
        panel=ground.panel(len(site.instruments)),
        sources=(),
        vehicles=(),
        hazard=replace(
            ground.hazard(rules, incident.size.ambient_k),
            pools=_pools(rules, hidden),
            fires_kw=tuple(
                1.0 if n == incident.bund and hidden["bund_fire"] == "yes" else 0.0 for n in range(len(site.bunds))
            ),
            tank_fires=_fires(rules, hidden, fire),
        ),
        people=ground.people(scenario, rules, str(hidden["radio_dead"]), humans),
        crowds=ground.crowds(rules),
        command=Command(),
        foam_type=FOAM[str(hidden["foam_type"])],
        foam_stock_l=float(int(need_l * float(hidden["foam_share"]))),
        inflow_m3_h=incident.size.feed_m3_h,
    )


def _tanks(rules: TankFire, hidden: Hidden) -> tuple[TankState, ...]:
    """Of the neighbours only those that the draw names hold product; the others are empty and gas-freed."""
    incident, named = rules.incident, str(hidden["neighbours"]).split("+")
    burning = incident.size.level_m + (incident.size.water_bottom_m if hidden["trap"] == "water_bottom" else 0.0)
    return tuple(
        TankState(
            burning if i == incident.tank else incident.size.neighbour_level_m if _holds(rules, i, named) else 0.0,
            wall_k=incident.size.ambient_k,
        )
        for i in range(len(rules.site.tanks))
    )


def _holds(rules: TankFire, i: int, named: list[str]) -> bool:
    return rules.site.tanks[i].id in named or not rules.incident.near(rules.site, i)


def _pools(rules: TankFire, hidden: Hidden) -> tuple[Pool, ...]:
    incident = rules.incident
    kg = POOL_KG if hidden["bund_fire"] == "yes" else 0.0
    area_m2 = kg / (incident.density_kg_m3 * incident.size.film_m)
    return tuple(
        Pool(kg, incident.size.ambient_k, area_m2) if n == incident.bund else Pool(0.0, incident.size.ambient_k, 0.0)
        for n in range(len(rules.site.bunds))
    )


def _fires(rules: TankFire, hidden: Hidden, fire: str) -> TankFires:
    incident, none = rules.incident, tuple(0.0 for _ in rules.site.tanks)
    cold = Blaze(layer_k=incident.size.ambient_k, hot_k=incident.size.ambient_k)
    first = replace(
        cold, fire=fire, was=fire, share=SEAL_SHARE, hot_spot=hidden["reignition"] == "yes",
        bottom_m=incident.size.water_bottom_m if hidden["trap"] == "water_bottom" else 0.0,
    )  # fmt: skip
    jammed = hidden["trap"] == "hatch_jammed"
    return TankFires(
        tanks=tuple(
            first if i == incident.tank else replace(cold, hatch=not (jammed and incident.near(rules.site, i)))
            for i in range(len(rules.site.tanks))
        ),
        contents=str(hidden["contents"]),
        main_share=WEAK if hidden["fire_main"] == "weak" else 1.0,
        main_mpa=incident.size.main_mpa,
        leaks=hidden["bund_fire"] == "yes",
        riser_lost=hidden["riser"] == "in_flames",
        applied_l_min_m2=none,
        heat_kw_m2=none,
    )
