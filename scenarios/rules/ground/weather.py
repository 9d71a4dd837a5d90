"""Wind and sky over the site, once a second."""

from dataclasses import replace

from scenarios.rules.ground.rules import Ground
from sim_core.draft import Draft
from sim_core.physics import wind

SLOW_S = 60  # gusts and wander are drawn once a minute and joined by straight lines


def blow(draft: Draft, rules: Ground) -> None:
    """The wind of this second."""
    w = draft.weather
    minute, share = divmod(draft.tick, SLOW_S * 20)
    part = share / (SLOW_S * 20)
    gust = _slow(rules, "gust", minute, part)
    wander = _slow(rules, "wander", minute, part)
    turned = w.shift_rad * wind.shift_share(draft.tick, w.shift_tick, wind.SHIFT_RAMP_TICKS)
    air = wind.wind_at(w.base_speed_m_s, w.base_bearing_rad, turned, gust, wander)
    draft.weather = replace(
        w, speed_m_s=air.speed_m_s, bearing_rad=air.bearing_rad, u_m_s=air.u_m_s, v_m_s=air.v_m_s
    )


def _slow(rules: Ground, label: str, minute: int, part: float) -> float:
    """A normal value drawn for each full minute, joined by straight lines."""
    now, then = rules.chance.normal(label, 0, minute), rules.chance.normal(label, 0, minute + 1)
    return now + (then - now) * part
