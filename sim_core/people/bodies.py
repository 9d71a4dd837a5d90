"""Bodies: where people are and what they breathe at a tick, evaluated from their anchors."""

from sim_core.world import TICKS_PER_S, CrowdState, Person, Vehicle

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
