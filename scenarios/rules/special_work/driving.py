"""Driving: a car that sees the closed road or does not, and a fire engine that must pass."""

from dataclasses import replace

from scenarios.rules.special_work import lives
from scenarios.rules.special_work.incident import Road
from scenarios.rules.special_work.rules import SpecialWork, put_work, work_of
from sim_core.direction import OUTSIDE
from sim_core.draft import Draft
from sim_core.people.bodies import position, within_m
from sim_core.people.walking import drive_on
from sim_core.world import TICKS_PER_S, Message, Vehicle

CAR, ENGINE = 0, 1
STOPS_M, AT_THE_CUT_M = 12.0, 2.5


def drive(draft: Draft, rules: SpecialWork) -> None:
    """What comes up to the cut."""
    road, work = rules.incident.road, work_of(draft)
    if road is None:
        return
    if 0 <= draft.tick - draft.vehicles[ENGINE].start_tick < TICKS_PER_S and draft.vehicles[ENGINE].engine:
        told = Message(draft.tick + 1, OUTSIDE, "IC", "report", "engine_needed", draft.vehicles[ENGINE].id, via="phone")
        draft.messages.append(told)
    if work.begun_tick < 0:
        return
    car = draft.vehicles[CAR]
    if car.until_tick and _within(draft, rules, car, STOPS_M) and _closed(draft, rules, road):
        _stand(draft, CAR)
        draft.fact("car_stopped")
    elif car.until_tick and _within(draft, rules, car, AT_THE_CUT_M) and not rules.is_set(draft, road.plates):
        _stand(draft, CAR)
        lives.strike(draft, rules, "car_in_the_cut", rules.incident.at.id, True)
    _engine(draft, rules, road)


def _closed(draft: Draft, rules: SpecialWork, road: Road) -> bool:
    """Barriers stand at both ends, and at night their lights are on."""
    shown = not draft.weather.night or rules.is_set(draft, road.lights)
    return shown and all(rules.is_set(draft, b) for b in road.barriers)


def _engine(draft: Draft, rules: SpecialWork, road: Road) -> None:
    """It stands before the cut until plates lie over it and a barrier is out of its way."""
    engine, work = draft.vehicles[ENGINE], work_of(draft)
    passable = rules.is_set(draft, road.plates) and not all(rules.is_set(draft, b) for b in road.barriers)
    if engine.until_tick and _within(draft, rules, engine, STOPS_M) and not passable and work.held_tick < 0:
        _stand(draft, ENGINE, keeps=True)
        put_work(draft, replace(work, held_tick=draft.tick))
    elif work.held_tick >= 0 and passable:
        draft.vehicles[ENGINE] = drive_on(engine, draft.tick)
        put_work(draft, replace(work, held_tick=-1))
        draft.fact("engine_passed")
    elif work.held_tick >= 0 and draft.tick - work.held_tick >= road.hold_s * TICKS_PER_S:
        draft.fact("engine_held_up")
    elif engine.until_tick == 0 and not engine.route and engine.engine and work.held_tick < 0 and engine.tick > 0:
        draft.fact("engine_passed")


def _within(draft: Draft, rules: SpecialWork, v: Vehicle, reach_m: float) -> bool:
    here = rules.incident.at
    return within_m(*position(v, draft.tick), here.x_m, here.y_m, reach_m)


def _stand(draft: Draft, n: int, keeps: bool = False) -> None:
    """A vehicle stands where it is. keeps: its way, to go on later."""
    v = draft.vehicles[n]
    x, y = position(v, draft.tick)
    left_s = (v.until_tick - draft.tick) / TICKS_PER_S
    route = ((x + v.vx_m_s * left_s, y + v.vy_m_s * left_s), *v.route) if keeps else ()
    draft.vehicles[n] = replace(v, x_m=x, y_m=y, tick=draft.tick, vx_m_s=0.0, vy_m_s=0.0, until_tick=0, route=route)
