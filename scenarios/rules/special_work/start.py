"""Start: the world at tick 0 of a drill, from the scenario and the hidden values. They are used here and dropped."""

from dataclasses import replace

from scenarios.hidden import is_fault
from scenarios.model import Scenario, Traffic
from scenarios.rules.ground import start as ground
from scenarios.rules.ground.start import Hidden, ticks
from scenarios.rules.special_work.incident import Escape, Params, listed, paired
from scenarios.rules.special_work.rules import SpecialWork
from sim_core.plant.devices import FULL
from sim_core.work import NEVER_TICK, Outflow, Paper, Work
from sim_core.world import Command, DeviceState, Source, Vehicle, World

TICKS_PER_MIN = 1200
FILLED = 0.6  # of their rim: the tanks beside a work
NOT_YET = 1 << 30  # a source that has not been put to work


def start(scenario: Scenario, rules: SpecialWork, hidden: Hidden, humans: tuple[str, ...]) -> World:
    """Everything as the shift finds it."""
    params, incident = scenario.params, rules.incident
    work = _work(scenario, rules, hidden)
    sky = {
        **hidden,
        "wind_speed_m_s": _number(params["wind_m_s"], hidden),
        "wind_from_deg": _number(params["wind_from_deg"], hidden),
    }
    return World(
        tick=0,
        weather=ground.weather(incident.ambient_k, sky),
        devices=_devices(rules, params, work.flaws),
        tanks=ground.resting_tanks(rules, FILLED, incident.ambient_k),
        gauges=ground.gauges(rules, lambda n: None),
        panel=ground.panel(len(rules.site.instruments)),
        sources=_sources(scenario, work.flaws),
        vehicles=_vehicles(scenario, hidden),
        hazard=replace(ground.hazard(rules, incident.ambient_k), work=work),
        people=ground.people(scenario, rules, str(hidden.get("radio_dead", "none")), humans),
        crowds=ground.crowds(rules),
        command=Command(),
    )


def _number(value: float | str, hidden: Hidden) -> float:
    """A number, or that of the hidden parameter of this name."""
    return float(hidden[value]) if isinstance(value, str) and value in hidden else float(value)


def _tick(value: float | str, hidden: Hidden) -> int:
    """A time in seconds or the name of a hidden one; "none" or below 0: never."""
    told = hidden.get(str(value), value)
    return -1 if told in ("none", "") or float(told) < 0.0 else ticks(told)


def _work(scenario: Scenario, rules: SpecialWork, hidden: Hidden) -> Work:
    params, incident = scenario.params, rules.incident
    flaws = tuple(h.id for h in scenario.hidden if h.fault and is_fault(h, hidden[h.id]))
    on_paper = listed(params.get("paper_points", ""))
    age = _number(params.get("paper_age_min", 0.0), hidden)
    trench, hoist = incident.trench, incident.hoist
    heavy = hoist is not None and hoist.heavy in flaws
    return Work(
        grade=str(hidden.get("grade", incident.grade_right)),
        paper=tuple(_field(name, hidden) for name in listed(params.get("paper", ""))),
        tested_tick=tuple(int(-age * TICKS_PER_MIN) if p in on_paper else NEVER_TICK for p in incident.points),
        tested=tuple(0.0 for _ in incident.points),
        flaws=flaws,
        signs=tuple((subject, str(hidden[name])) for subject, name in paired(params.get("shows", "")).items()),
        outflows=tuple(_outflow(e, hidden) for e in incident.escapes),
        others_tick=_tick(params.get("others_s", -1.0), hidden) if _comes(params, flaws) else -1,
        wind_tick=_tick(params.get("wind_rise_s", -1.0), hidden),
        wind_m_s=_number(params.get("wind_rise_m_s", 0.0), hidden),
        restores_tick=_tick(params.get("restores_s", -1.0), hidden),
        calls_tick=_tick(params.get("calls_away_s", -1.0), hidden),
        carries_kg=0.0 if hoist is None else hoist.heavier_kg if heavy else hoist.paper_kg,
        strength_kpa=0.0 if trench is None else trench.soft_kpa if trench.soft in flaws else trench.firm_kpa,
    )


def _comes(params: Params, flaws: tuple[str, ...]) -> bool:
    return str(params.get("others_flaw", "")) in ("", *flaws)


def _field(name: str, hidden: Hidden) -> Paper:
    """A field of the permit, a number or a word: what was drawn for it, or `name=value`, which every permit says."""
    name, _, said = name.partition("=")
    value = float(said) if said else hidden[name]
    return Paper(name, word=value) if isinstance(value, str) else Paper(name, value=float(value))


def _outflow(e: Escape, hidden: Hidden) -> Outflow:
    return Outflow(_number(e.kg_s, hidden), _number(e.lel, hidden), _tick(e.starts_s, hidden))


def _devices(rules: SpecialWork, params: Params, flaws: tuple[str, ...]) -> tuple[DeviceState, ...]:
    """In their normal states, but for `begins`: `device:state`, or `device:state:flaw` unless it has this flaw."""
    given = [one.split(":") for one in listed(params.get("begins", ""))]
    states = {row[0]: row[1] for row in given if len(row) == 2 or row[2] not in flaws}
    return tuple(
        DeviceState(state := states.get(d.id, d.normal), FULL.get(state, 0.0), wanted=state) for d in rules.site.devices
    )


def _sources(scenario: Scenario, flaws: tuple[str, ...]) -> tuple[Source, ...]:
    """What can ignite: the work's own arc or sparks, cold until hands are laid on it; what is not Ex, if it is not."""
    where = scenario.site.place
    own = str(scenario.params.get("fire_arc", ""))
    return tuple(
        Source(s.id, s.kind, where[s.place].x_m, where[s.place].y_m, NOT_YET if s.id == own else 0, s.on_s, s.period_s)
        for s in scenario.sources
        if s.id == own or s.kind in flaws
    )


def _vehicles(scenario: Scenario, hidden: Hidden) -> tuple[Vehicle, ...]:
    """Vehicles stand until they are due: the first drives at passes_s, the second when the road is needed."""
    times = (scenario.params.get("passes_s", -1.0), scenario.params.get("road_needed_s", -1.0))
    due = (*(_tick(t, hidden) for t in times), *(-1 for _ in scenario.traffic))
    return tuple(_vehicle(v, due[n]) for n, v in enumerate(scenario.traffic))


def _vehicle(v: Traffic, due_tick: int) -> Vehicle:
    (x, y), goes = v.route[0], due_tick >= 0
    route, begins = (v.route[1:], max(1, due_tick)) if goes else ((), -1)
    return Vehicle(v.id, x, y, route=route, start_tick=begins, speed_m_s=v.speed_m_s, engine=goes, tick=0)
