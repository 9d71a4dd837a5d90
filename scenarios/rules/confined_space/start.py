"""Start: the world at tick 0 of a drill, from the scenario and the hidden values. They are used here and dropped."""

from collections.abc import Iterator
from dataclasses import replace

from scenarios.model import Scenario
from scenarios.rules.confined_space.incident import Incident
from scenarios.rules.confined_space.rules import ConfinedSpace
from scenarios.rules.ground import start as ground
from scenarios.rules.ground.start import Hidden, ticks
from sim_core.physics.enclosure import MOLAR_KG, held_kg
from sim_core.plant.devices import FULL
from sim_core.world import Air, Command, DeviceState, Person, Space, Worker, World

ATMOSPHERE_PA = 101325.0
LEL_CH4 = 0.05
LOW_BOTTLE = 0.6
CLEAN_O2 = 0.209
MATE_S = 6.0  # a second one follows so long after the first
NUMBER = {"none": 0, "one": 1, "two": 2}
PASSING = {"no": 0.0, "yes": 1.0}


def start(scenario: Scenario, rules: ConfinedSpace, hidden: Hidden, humans: tuple[str, ...]) -> World:
    """Everything as the shift finds it."""
    incident = rules.incident
    night = hidden.get("night", "no")
    sky = {"wind_speed_m_s": incident.wind_m_s, "wind_from_deg": incident.wind_from_deg, "night": night}
    hazard = replace(
        ground.hazard(rules, incident.ambient_k),
        spaces=(space(rules, hidden),),
        workers=_workers(rules, hidden),
    )
    return World(
        tick=0,
        weather=ground.weather(incident.ambient_k, sky),
        devices=tuple(_devices(rules, hidden)),
        tanks=(),
        gauges=ground.gauges(rules, lambda n: None),
        panel=ground.panel(len(rules.site.instruments)),
        sources=(),
        vehicles=(),
        hazard=hazard,
        people=tuple(_as_drawn(p, hidden, incident.tester) for p in ground.people(scenario, rules, "", humans)),
        crowds=ground.crowds(rules),
        command=Command(),
    )


def space(rules: ConfinedSpace, hidden: Hidden) -> Space:
    """The air before the first stirring: thin below, as outside on top, and what is bound in the sludge."""
    incident = rules.incident
    n = len(incident.layers)
    layers = tuple(layer_air(rules, hidden, (n - 1 - i) / (n - 1)) for i in range(n))
    volume = incident.layer_m3 * n
    after = max(0.0, _number(hidden, "post_h2s_ppm") - _number(hidden, "pre_h2s_ppm")) * 1.0e-6
    methane = _number(hidden, "ch4_lel") * 0.01 * LEL_CH4
    return Space(
        incident.space,
        layers,
        bound_kg=_kg(incident, after, volume, "H2S"),
        methane_kg=_kg(incident, 0.5 * methane, volume, "CH4"),  # bubbles add half as much again 训练假设
        tested_tick=(-1,) * n,
        passing=PASSING[str(hidden.get("inlet_passing", "yes"))],
    )


def _kg(incident: Incident, fraction: float, volume_m3: float, gas: str) -> float:
    return held_kg(fraction, volume_m3, MOLAR_KG[gas], incident.ambient_k, ATMOSPHERE_PA)


def layer_air(rules: ConfinedSpace, hidden: Hidden, depth: float) -> Air:
    """The air of a layer. depth: 0 on top, 1 at the bottom. Oxygen is displaced by carbon dioxide and nitrogen."""
    incident = rules.incident
    lacking = incident.top_lack + (1.0 - incident.top_lack) * depth
    o2 = CLEAN_O2 + (0.01 * float(hidden["o2_bottom_pct"]) - CLEAN_O2) * lacking
    lack, co2 = CLEAN_O2 - o2, incident.co2_share
    strange = {
        "hydrogen_sulfide": 1.0e-6 * _number(hidden, "pre_h2s_ppm") * depth,
        "methane": 0.01 * LEL_CH4 * _number(hidden, "ch4_lel") * (0.5 + 0.5 * depth),
    }
    left = 1.0 - sum(strange.values())
    mixed = {"oxygen": o2, "carbon_dioxide": 0.0004 + co2 * lack, "nitrogen": 0.781 + (1.0 - co2) * lack}
    return tuple(strange.get(s, mixed.get(s, 0.0) * left) for s in rules.site.air)


def _number(hidden: Hidden, key: str) -> float:
    """What was drawn of a gas; none where the scenario draws none of it."""
    return float(hidden.get(key, 0.0))


def _devices(rules: ConfinedSpace, hidden: Hidden) -> Iterator[DeviceState]:
    """Every device in its normal state; the cover of a second opening as drawn."""
    for device, state in zip(rules.site.devices, ground.devices(rules, lambda d: False), strict=True):
        if device.id == rules.incident.side:
            cover = str(hidden["side_cover"])
            state = replace(state, state=cover, opening=FULL[cover], wanted=cover)
        yield state


def _workers(rules: ConfinedSpace, hidden: Hidden) -> tuple[Worker, ...]:
    """Who will go in: as many as were drawn, one after the other, and perhaps a mate who runs in after them."""
    crowd = [c.id for c in rules.site.crowds].index(rules.incident.crowd)
    goes, number = ticks(hidden["worker_goes_s"]), NUMBER[str(hidden.get("victims", "one"))]
    lined, helps = hidden["winch_attached"] == "yes", hidden["helper_runs"] == "yes"
    posture, lingers = str(hidden.get("posture", "on_back")), ticks(hidden.get("lingers_s", 0.0))
    last = len(rules.incident.workers) - 1
    return tuple(
        Worker(
            id_,
            crowd,
            goes_tick=goes + ticks(MATE_S * k) if k < number else -1,
            helps=helps and k == last,
            lined=lined and k == 0,
            posture=posture if k == 0 else "on_back",
            lingers_ticks=lingers if k == 0 else 0,
        )
        for k, id_ in enumerate(rules.incident.workers)
    )


def _as_drawn(p: Person, hidden: Hidden, tester: str) -> Person:
    """Whose bottle is short, who was handed a filter mask, and the dead cell of the tester's detector."""
    if hidden.get("scba_low") == p.seat:
        p = replace(p, air_l=LOW_BOTTLE * p.air_l)
    if hidden.get("filter_handed") == p.seat:
        p = replace(p, worn=(*p.worn, "filter"))
    cell = str(hidden.get("meter_dead", "none"))
    return replace(p, dead_cells=(cell,)) if cell != "none" and p.seat == tester else p
