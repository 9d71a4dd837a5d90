"""Start: the world at tick 0 of a drill, from the scenario and the hidden values. They are used here and dropped."""

from dataclasses import replace

from scenarios.model import Scenario
from scenarios.rules.ground import start as ground
from scenarios.rules.ground.start import Hidden
from scenarios.rules.store_fire.rules import StoreFire
from sim_core.physics.oxidiser import Row, Store
from sim_core.world import Command, World

KG_PER_T = 1000.0
TRUTHS = {
    (False, False): "goods_an", (True, False): "goods_an_cyanide", (False, True): "goods_an_wet",
    (True, True): "goods_an_both",
}  # fmt: skip
GENERAL = "goods_general"


def start(scenario: Scenario, rules: StoreFire, hidden: Hidden, humans: tuple[str, ...]) -> World:
    """Everything as the shift finds it."""
    incident = rules.incident
    return World(
        tick=0,
        weather=ground.weather(incident.ambient_k, hidden),
        devices=ground.devices(rules, lambda d: False),
        tanks=(),
        gauges=ground.gauges(rules, lambda n: None),
        panel=ground.panel(len(rules.site.instruments)),
        sources=(),
        vehicles=ground.vehicles(scenario, -1),
        hazard=replace(ground.hazard(rules, incident.ambient_k), store=_store(rules, hidden)),
        people=ground.people(scenario, rules, str(hidden["radio_dead"]), humans),
        crowds=ground.crowds(rules),
        command=Command(),
    )


def _store(rules: StoreFire, hidden: Hidden) -> Store:
    """What burns, the oxidiser beside it, and the two rows beyond."""
    cold = rules.incident.ambient_k
    cyanide, reactive = hidden["cyanide"] == "yes", hidden["reactive"] == "yes"
    truth = TRUTHS[cyanide, reactive]
    rows = (
        Row("packing", 0.0, cold),
        Row("oxidiser", float(hidden["oxidiser_t"]) * KG_PER_T, cold),
        Row("reactive" if reactive else "plain", 0.0, cold),
        Row("cyanide" if cyanide else "plain", 0.0, cold),
    )
    return Store(
        rows=rows,
        growth_kw_s2=float(hidden["growth_kw_s2"]),
        faster=rules.incident.contaminated if hidden["contaminated"] == "yes" else 1.0,
        papers=truth if hidden["manifest"] == "right" else GENERAL,
        truth=truth,
        reply_s=float(hidden["reply_s"]),
    )
