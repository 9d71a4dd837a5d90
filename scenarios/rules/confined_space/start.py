"""Start: the world at tick 0 of a drill, from the scenario and the hidden values. They are used here and dropped."""

from dataclasses import replace

from scenarios.model import Scenario
from scenarios.rules.confined_space.incident import Incident
from scenarios.rules.confined_space.rules import ConfinedSpace
from scenarios.rules.ground import start as ground
from scenarios.rules.ground.start import Hidden, ticks
from sim_core.physics.enclosure import MOLAR_KG, held_kg
from sim_core.world import Air, Command, Person, Space, Worker, World

ATMOSPHERE_PA = 101325.0
LEL_CH4 = 0.05
LOW_BOTTLE = 0.6
CLEAN_O2 = 0.209
MATE_S = 6.0  # a second one follows so long after the first
NUMBER = {"none": 0, "one": 1, "two": 2}


def start(scenario: Scenario, rules: ConfinedSpace, hidden: Hidden, humans: tuple[str, ...]) -> World:
    """Everything as the shift finds it."""
    incident = rules.incident
    sky = {"wind_speed_m_s": incident.wind_m_s, "wind_from_deg": incident.wind_from_deg, "night": hidden["night"]}
    hazard = replace(
        ground.hazard(rules, incident.ambient_k),
        spaces=(space(rules, hidden),),
        workers=_workers(rules, hidden),
    )
    return World(
        tick=0,
        weather=ground.weather(incident.ambient_k, sky),
        devices=ground.devices(rules, lambda d: False),
        tanks=(),
        gauges=ground.gauges(rules, lambda n: None),
        panel=ground.panel(len(rules.site.instruments)),
        sources=(),
        vehicles=(),
        hazard=hazard,
        people=tuple(_as_drawn(p, hidden) for p in ground.people(scenario, rules, "", humans)),
        crowds=ground.crowds(rules),
        command=Command(),
    )


def space(rules: ConfinedSpace, hidden: Hidden) -> Space:
    """The air before the first stirring: thin below, as outside on top, and what is bound in the sludge."""
    incident = rules.incident
    n = len(incident.layers)
    layers = tuple(layer_air(rules, hidden, (n - 1 - i) / (n - 1)) for i in range(n))
    volume = incident.layer_m3 * n
    after = max(0.0, float(hidden["post_h2s_ppm"]) - float(hidden["pre_h2s_ppm"])) * 1.0e-6
    methane = float(hidden["ch4_lel"]) * 0.01 * LEL_CH4
    return Space(
        incident.space,
        layers,
        bound_kg=_kg(incident, after, volume, "H2S"),
        methane_kg=_kg(incident, 0.5 * methane, volume, "CH4"),  # bubbles add half as much again 训练假设
        tested_tick=(-1,) * n,
    )


def _kg(incident: Incident, fraction: float, volume_m3: float, gas: str) -> float:
    return held_kg(fraction, volume_m3, MOLAR_KG[gas], incident.ambient_k, ATMOSPHERE_PA)


def layer_air(rules: ConfinedSpace, hidden: Hidden, depth: float) -> Air:
    """The air of a layer. depth: 0 on top, 1 at the bottom. Oxygen is displaced by carbon dioxide and nitrogen."""
    o2 = CLEAN_O2 + (0.01 * float(hidden["o2_bottom_pct"]) - CLEAN_O2) * depth
    lack = CLEAN_O2 - o2
    strange = {
        "hydrogen_sulfide": 1.0e-6 * float(hidden["pre_h2s_ppm"]) * depth,
        "methane": 0.01 * LEL_CH4 * float(hidden["ch4_lel"]) * (0.5 + 0.5 * depth),
    }
    left = 1.0 - sum(strange.values())
    mixed = {"oxygen": o2, "carbon_dioxide": 0.0004 + 0.25 * lack, "nitrogen": 0.781 + 0.75 * lack}
    return tuple(strange.get(s, mixed.get(s, 0.0) * left) for s in rules.site.air)


def _workers(rules: ConfinedSpace, hidden: Hidden) -> tuple[Worker, ...]:
    """Who will go in: as many as were drawn, one after the other, and perhaps a mate who runs in after them."""
    crowd = [c.id for c in rules.site.crowds].index(rules.incident.crowd)
    goes, number = ticks(hidden["worker_goes_s"]), NUMBER[str(hidden["victims"])]
    lined, helps = hidden["winch_attached"] == "yes", hidden["helper_runs"] == "yes"
    posture = str(hidden["posture"])
    last = len(rules.incident.workers) - 1
    return tuple(
        Worker(
            id_,
            crowd,
            goes_tick=goes + ticks(MATE_S * k) if k < number else -1,
            helps=helps and k == last,
            lined=lined and k == 0,
            posture=posture if k == 0 else "on_back",
        )
        for k, id_ in enumerate(rules.incident.workers)
    )


def _as_drawn(p: Person, hidden: Hidden) -> Person:
    """Whose bottle is short, whose detector has a dead cell."""
    if hidden["scba_low"] == p.seat:
        p = replace(p, air_l=LOW_BOTTLE * p.air_l)
    cell = str(hidden["meter_dead"])
    return replace(p, dead_cells=(cell,)) if cell != "none" and p.seat == "GAS" else p
