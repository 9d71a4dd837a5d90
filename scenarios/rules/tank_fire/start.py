"""Start: the world at tick 0 of a drill, from the scenario and the hidden values. They are used here and dropped.

What an incident does not draw is as it should be: no tank burns, foam, risers, main and hatches are sound.
"""

from dataclasses import replace

from scenarios.model import Scenario
from scenarios.rules.ground import start as ground
from scenarios.rules.ground.start import Hidden
from scenarios.rules.tank_fire.rules import TankFire
from sim_core.physics.burning_tank import Blaze, TankFires
from sim_core.physics.spreading import Pool
from sim_core.plant.devices import FULL
from sim_core.world import Command, DeviceState, TankState, World

FOAM = {"right": "AFFF/AR", "unfit": "AFFF"}
WEAK = 0.7
SEAL_SHARE = 0.25  # of the seal burns when the fire is found
ALL_OF_THEM = "all"
POOL_KG = 700.0  # of burning product in the bund, where there is any


def start(scenario: Scenario, rules: TankFire, hidden: Hidden, humans: tuple[str, ...]) -> World:
    """Everything as the shift finds it: a tank burns, or what ran out of it lies in its bund."""
    incident, site = rules.incident, rules.site
    fire = "" if hidden.get("fire", "none") == "none" else str(hidden["fire"])
    weather = ground.weather(incident.size.ambient_k, hidden)
    return World(
        tick=0,
        weather=weather,
        devices=_devices(rules, hidden),
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
        people=ground.people(scenario, rules, str(hidden.get("radio_dead", "none")), humans),
        crowds=ground.crowds(rules),
        command=Command(),
        foam_type=FOAM[str(hidden.get("foam_type", "right"))],
        foam_stock_l=_stock_l(rules, hidden, fire),
        inflow_m3_h=incident.size.feed_m3_h,
    )


def _stock_l(rules: TankFire, hidden: Hidden, fire: str) -> float:
    """Concentrate on site: a share of the need where one is drawn, else what the site keeps."""
    incident = rules.incident
    if "foam_share" not in hidden:
        return incident.size.foam_stock_l
    return float(int(incident.need_l(rules.site.tanks[incident.tank], fire or "full") * float(hidden["foam_share"])))


def _devices(rules: TankFire, hidden: Hidden) -> tuple[DeviceState, ...]:
    """Every device in its normal state; the drain of the bund that somebody left open stands open."""
    states = list(ground.devices(rules, lambda d: False))
    if hidden.get("drain") == "open":
        bund = rules.site.bunds[rules.incident.bund].id
        for i, d in enumerate(rules.site.devices):
            if d.kind == "drain_valve" and d.bund == bund:
                states[i] = replace(states[i], state="open", opening=FULL["open"], wanted="open")
    return tuple(states)


def _tanks(rules: TankFire, hidden: Hidden) -> tuple[TankState, ...]:
    """Of the neighbours only those that the draw names hold product; the others are empty and gas-freed."""
    incident, named = rules.incident, str(hidden.get("neighbours", ALL_OF_THEM)).split("+")
    wet = hidden.get("trap") == "water_bottom"
    burning = incident.size.level_m + (incident.size.water_bottom_m if wet else 0.0)
    lost = incident.tank if hidden.get("blanket") == "lost" else -1
    return tuple(
        TankState(
            burning if i == incident.tank else incident.size.neighbour_level_m if _holds(rules, i, named) else 0.0,
            wall_k=incident.size.ambient_k,
            roof_o2=incident.size.stripped_o2 if i == lost else incident.size.blanket_o2,
        )
        for i in range(len(rules.site.tanks))
    )


def _holds(rules: TankFire, i: int, named: list[str]) -> bool:
    return named == [ALL_OF_THEM] or rules.site.tanks[i].id in named or not rules.incident.near(rules.site, i)


def _pools(rules: TankFire, hidden: Hidden) -> tuple[Pool, ...]:
    incident = rules.incident
    kg = POOL_KG if hidden["bund_fire"] == "yes" else 0.0
    if "spill_m3" in hidden:
        kg = float(hidden["spill_m3"]) * incident.density_kg_m3
    area_m2 = kg / (incident.density_kg_m3 * incident.size.film_m)
    return tuple(
        Pool(kg, incident.size.ambient_k, area_m2) if n == incident.bund else Pool(0.0, incident.size.ambient_k, 0.0)
        for n in range(len(rules.site.bunds))
    )


def _fires(rules: TankFire, hidden: Hidden, fire: str) -> TankFires:
    incident, none = rules.incident, tuple(0.0 for _ in rules.site.tanks)
    cold = Blaze(layer_k=incident.size.ambient_k, hot_k=incident.size.ambient_k)
    first = replace(
        cold, fire=fire, was=fire, share=SEAL_SHARE, hot_spot=hidden.get("reignition") == "yes",
        bottom_m=incident.size.water_bottom_m if hidden.get("trap") == "water_bottom" else 0.0,
    )  # fmt: skip
    jammed = hidden.get("trap") == "hatch_jammed"
    return TankFires(
        tanks=tuple(
            first if i == incident.tank else replace(cold, hatch=not (jammed and incident.near(rules.site, i)))
            for i in range(len(rules.site.tanks))
        ),
        contents=str(hidden.get("contents", "stable")),
        main_share=WEAK if hidden.get("fire_main") == "weak" else 1.0,
        main_mpa=incident.size.main_mpa,
        leaks=hidden["bund_fire"] == "yes" or float(hidden.get("spill_m3", 0.0)) > 0.0,
        riser_lost=hidden.get("riser") == "in_flames",
        applied_l_min_m2=none,
        heat_kw_m2=none,
    )
