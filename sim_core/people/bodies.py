"""Bodies: where people are and what they breathe at a tick, evaluated from their anchors."""

from sim_core.site import Site
from sim_core.world import TICKS_PER_S, CrowdState, Person, Vehicle

REACH_M = 3.0
AIR_L = 2040.0  # 6.8 L at 30 MPa
AIR_L_PER_S = 40.0 / 60.0


def position(mover: Person | CrowdState | Vehicle, tick: int) -> tuple[float, float]:
    """Where someone or something is at a tick, metres."""
    if mover.until_tick == 0:
        return mover.x_m, mover.y_m
    t = (tick - mover.tick) / TICKS_PER_S
    return mover.x_m + mover.vx_m_s * t, mover.y_m + mover.vy_m_s * t


def air_left_l(p: Person, tick: int) -> float:
    """Litres of free air left in the set at a tick."""
    if "scba" not in p.worn:
        return p.air_l
    return max(0.0, p.air_l - AIR_L_PER_S * (tick - p.air_tick) / TICKS_PER_S)


def protected(p: Person, tick: int) -> bool:
    """Whether a person breathes from a set."""
    return "scba" in p.worn and air_left_l(p, tick) > 0.0


def within_m(x_m: float, y_m: float, to_x_m: float, to_y_m: float, reach_m: float) -> bool:
    """Whether two points lie no further apart than reach_m."""
    dx, dy = to_x_m - x_m, to_y_m - y_m
    return dx * dx + dy * dy <= reach_m * reach_m


def devices_in_reach(p: Person, site: Site, x_m: float, y_m: float) -> tuple[int, ...]:
    """What the hands of a person at this point reach, as positions in `site.devices`. Nothing on the way to a goal."""
    here = site.place.get(p.place)
    if here is not None and (x_m, y_m) == (here.x_m, here.y_m):
        return site.devices_at[here.id]
    if p.route or (here is not None and here.indoors):
        return ()
    return tuple(
        i
        for place in site.places
        if place is here or within_m(x_m, y_m, place.x_m, place.y_m, REACH_M)
        for i in site.devices_at[place.id]
    )
