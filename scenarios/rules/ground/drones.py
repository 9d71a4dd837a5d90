"""Drone: a camera and a gas head that are flown to a place instead of a person. Its motors are not Ex.

It hovers at head height: training assumption 训练假设.
"""

from dataclasses import replace

from scenarios.rules.ground.rules import Ground
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.observation import displayed
from sim_core.people.bodies import position, within_m
from sim_core.people.command import note
from sim_core.people.walking import drive_on
from sim_core.world import TICKS_PER_S, Job, Vehicle

DRONE = 2  # among the vehicles, where there is one
WARNS_LEL = 10.0  # its gas head sounds once
HOME_M = 1.0
TELLS_S = 1  # from reading to word


def fly(draft: Draft, rules: Ground, i: int, act: Act, by: str) -> None:
    """The drone takes off, or turns, straight toward a place; over its dock it lands."""
    v, seat, goal = draft.vehicles[DRONE], draft.people[i].seat, rules.site.place[act.target]
    x, y = position(v, draft.tick)
    off = replace(
        v, x_m=x, y_m=y, until_tick=0, route=((goal.x_m, goal.y_m),), engine=True, by=by or seat, eyes=seat,
        bound=act.target, warned=False,
    )  # fmt: skip
    draft.vehicles[DRONE] = drive_on(off, draft.tick)
    draft.event("did", seat=seat, act="fly", subject=act.target, by=by)


def has_drone(draft: Draft) -> bool:
    """Whether this site has a drone."""
    return len(draft.vehicles) > DRONE


def hover(draft: Draft, rules: Ground, fractions: tuple[float, ...], dock_m: tuple[float, float]) -> None:
    """What the gas head makes of the air it is in: a warning once, a reading where it was sent; landed, nothing.

    fractions: of the gas about each vehicle.
    """
    if not has_drone(draft) or not draft.vehicles[DRONE].eyes:
        return
    v = draft.vehicles[DRONE]
    pilot = [p.seat for p in draft.people].index(v.eyes)
    channel = rules.site.carried[0]
    shown = displayed(min(fractions[DRONE] / channel.per_unit, channel.most), channel.resolution)
    if v.until_tick == 0 and within_m(v.x_m, v.y_m, *dock_m, HOME_M):
        draft.vehicles[DRONE] = replace(v, engine=False, eyes="", bound="")
    elif v.until_tick == 0 and v.bound:
        _tell(draft, pilot, v, v.bound, shown)
        draft.vehicles[DRONE] = replace(v, bound="")
    elif shown >= WARNS_LEL and not v.warned:
        _tell(draft, pilot, v, rules.site.nearest(*position(v, draft.tick)), shown)
        draft.vehicles[DRONE] = replace(v, warned=True)


def _tell(draft: Draft, pilot: int, v: Vehicle, place: str, shown: float) -> None:
    """The pilot reads it off; a colleague tells who sent the drone."""
    note(draft, pilot, "gas", place, shown)
    p = draft.people[pilot]
    if p.colleague and v.by != p.seat:
        said = Act("report", target="gas", detail=place, value=shown, to=v.by)
        job = Job("", said, "working", draft.tick + TELLS_S * TICKS_PER_S)
        draft.people[pilot] = replace(p, jobs=(job, *p.jobs))
