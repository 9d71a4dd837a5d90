"""Walking: where people are, along straight legs from an anchor, so that nothing is due while they walk."""

from dataclasses import replace
from math import ceil, sqrt

from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import REACH_M, position, within_m
from sim_core.rules import Rules
from sim_core.site import Instrument, Place, Site
from sim_core.world import TICKS_PER_S, CrowdState, Person, Vehicle

BRISK_M_S = 1.7
IN_SCBA_M_S = 1.3
CROWD_M_S = 1.5
STEER_LIMIT_M_S = 3.0


def leg(x_m: float, y_m: float, to_x_m: float, to_y_m: float, speed_m_s: float) -> tuple[float, float, int]:
    """Velocity (m/s) and duration (ticks) of a straight walk; the duration is a whole number of ticks."""
    dx, dy = to_x_m - x_m, to_y_m - y_m
    ticks = max(1, ceil(sqrt(dx * dx + dy * dy) / speed_m_s * TICKS_PER_S))
    return dx * TICKS_PER_S / ticks, dy * TICKS_PER_S / ticks, ticks


def within_reach(p: Person, place: Place, tick: int) -> bool:
    """Whether a person's hands reach what is at a place."""
    if p.place == place.id:
        return True
    x, y = position(p, tick)
    return within_m(x, y, place.x_m, place.y_m, REACH_M)


def served_from(site: Site, n: Instrument) -> str:
    """The place from which a fixed instrument is served, in the open: the nearest to it."""
    open_air = [p for p in site.places if not p.indoors and not p.zone]
    return min(open_air, key=lambda p: (p.x_m - n.x_m) * (p.x_m - n.x_m) + (p.y_m - n.y_m) * (p.y_m - n.y_m)).id


def at_instrument(p: Person, site: Site, n: Instrument, tick: int) -> bool:
    """Whether a person's hands reach a fixed instrument: from the place that serves it, or close by it."""
    x, y = position(p, tick)
    indoors = bool(p.place) and site.place[p.place].indoors
    return within_reach(p, site.place[served_from(site, n)], tick) or (
        not indoors and within_m(x, y, n.x_m, n.y_m, REACH_M)
    )


def stands_at(site: Site, x_m: float, y_m: float) -> str:
    """The outdoor place at which someone stands who stops at this point, "" = none within reach."""
    nearest = site.place[site.nearest(x_m, y_m)]
    return nearest.id if within_m(x_m, y_m, nearest.x_m, nearest.y_m, REACH_M) else ""


def speed_m_s(p: Person) -> float:
    """How fast a person walks in what is worn."""
    return IN_SCBA_M_S if "scba" in p.worn else BRISK_M_S


def go(draft: Draft, rules: Rules, i: int, act: Act) -> str:
    """Set out for a place along the ways, or straight in if it is within reach. Returns a word why not, or ""."""
    site, p = rules.site, draft.people[i]
    if act.target not in site.place:
        return "unknown_place"
    x, y = position(p, draft.tick)
    start = p.place or site.nearest(x, y)
    if start == act.target and p.place:
        return "already_there"
    stops = site.route(start, act.target) if p.place else (start, *site.route(start, act.target))
    if within_reach(p, site.place[act.target], draft.tick):
        stops = (act.target,)
    if not stops:
        return "no_way"
    standing = replace(p, x_m=x, y_m=y, tick=draft.tick, until_tick=0, vx_m_s=0.0, vy_m_s=0.0)
    draft.people[i] = _next_leg(standing, stops, site, draft.tick)
    draft.event("did", seat=p.seat, act="go", subject=act.target)
    return ""


def steer(draft: Draft, rules: Rules, i: int, act: Act) -> str:
    """Walk in a direction (words x, y: unit vector; value: speed) until told otherwise, at most 60 s."""
    heading = dict(act.words)
    try:
        hx, hy = float(heading["x"]), float(heading["y"])
    except (KeyError, ValueError):
        return "bad_heading"
    size = sqrt(hx * hx + hy * hy)
    if not 1.0e-3 < size < 1.0e6:
        return "bad_heading"
    p = draft.people[i]
    x, y = position(p, draft.tick)
    speed = min(max(act.value, 0.0), STEER_LIMIT_M_S)
    free_m = min(60.0 * speed, free_path_m(rules.site, x, y, hx / size, hy / size))
    if free_m < 0.1:
        return "in_the_way"
    vx, vy, ticks = leg(x, y, x + hx / size * free_m, y + hy / size * free_m, speed)
    draft.people[i] = replace(
        p,
        x_m=x,
        y_m=y,
        tick=draft.tick,
        vx_m_s=vx,
        vy_m_s=vy,
        until_tick=draft.tick + ticks,
        place="",
        route=(),
    )
    return ""


def halt(draft: Draft, rules: Rules, i: int, act: Act) -> str:
    """Stand still and let go of what the hands were at. Who walked freely stands at the place within reach."""
    p = draft.people[i]
    x, y = position(p, draft.tick)
    free = p.until_tick > 0 and not p.route
    draft.people[i] = replace(
        p,
        x_m=x,
        y_m=y,
        tick=draft.tick,
        vx_m_s=0.0,
        vy_m_s=0.0,
        until_tick=0,
        place=stands_at(rules.site, x, y) if free else p.place,
        route=(),
        doing=None,
    )
    return ""


def arrive(p: Person, site: Site, tick: int) -> Person:
    """The end of a leg: the next one, or standing at the place."""
    if not p.route:
        x, y = position(p, p.until_tick)
        return replace(
            p, x_m=x, y_m=y, tick=tick, vx_m_s=0.0, vy_m_s=0.0, until_tick=0, place=stands_at(site, x, y)
        )
    here = site.place[p.route[0]]
    there = replace(
        p, x_m=here.x_m, y_m=here.y_m, tick=tick, until_tick=0, vx_m_s=0.0, vy_m_s=0.0, place=here.id
    )
    return _next_leg(there, p.route[1:], site, tick) if len(p.route) > 1 else replace(there, route=())


def _next_leg(p: Person, stops: tuple[str, ...], site: Site, tick: int) -> Person:
    to = site.place[stops[0]]
    vx, vy, ticks = leg(p.x_m, p.y_m, to.x_m, to.y_m, speed_m_s(p))
    return replace(p, tick=tick, vx_m_s=vx, vy_m_s=vy, until_tick=tick + ticks, route=stops, place="")


def send_crowd(c: CrowdState, site: Site, to: str, tick: int, speed_m_s: float = CROWD_M_S) -> CrowdState:
    """A crowd sets out for a place. speed_m_s: on the first leg."""
    x, y = position(c, tick)
    start = c.place or site.nearest(x, y)
    stops = site.route(start, to) if c.place else (start, *site.route(start, to))
    return _crowd_leg(replace(c, x_m=x, y_m=y), stops, site, tick, speed_m_s) if stops and c.number else c


def arrive_crowd(c: CrowdState, site: Site, tick: int) -> CrowdState:
    """The end of a crowd's leg."""
    here = site.place[c.route[0]]
    there = replace(
        c, x_m=here.x_m, y_m=here.y_m, tick=tick, until_tick=0, vx_m_s=0.0, vy_m_s=0.0, place=here.id
    )
    return _crowd_leg(there, c.route[1:], site, tick) if len(c.route) > 1 else replace(there, route=())


def _crowd_leg(
    c: CrowdState, stops: tuple[str, ...], site: Site, tick: int, speed_m_s: float = CROWD_M_S
) -> CrowdState:
    to = site.place[stops[0]]
    vx, vy, ticks = leg(c.x_m, c.y_m, to.x_m, to.y_m, speed_m_s)
    return replace(c, tick=tick, vx_m_s=vx, vy_m_s=vy, until_tick=tick + ticks, route=stops, place="")


def drive_on(v: Vehicle, tick: int) -> Vehicle:
    """A vehicle takes the next point of its route, or stands."""
    x, y = position(v, tick)
    if not v.route:
        return replace(v, x_m=x, y_m=y, tick=tick, vx_m_s=0.0, vy_m_s=0.0, until_tick=0)
    (to_x, to_y), rest = v.route[0], v.route[1:]
    vx, vy, ticks = leg(x, y, to_x, to_y, v.speed_m_s)
    return replace(v, x_m=x, y_m=y, tick=tick, vx_m_s=vx, vy_m_s=vy, until_tick=tick + ticks, route=rest)


def free_path_m(site: Site, x_m: float, y_m: float, hx: float, hy: float) -> float:
    """How far one can walk along a unit vector before a tank's shell (0.5 m clear) is in the way, metres."""
    free = 1.0e9
    for t in site.tanks:
        dx, dy, r = t.x_m - x_m, t.y_m - y_m, 0.5 * t.diameter_m + 0.5
        along = dx * hx + dy * hy
        off2 = dx * dx + dy * dy - along * along
        if along > 0.0 and off2 < r * r:
            free = min(free, max(0.0, along - sqrt(r * r - off2)))
    return free
