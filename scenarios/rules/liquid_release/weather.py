"""Wind and sky over the site, once a second."""

from dataclasses import replace

from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.draft import Draft
from sim_core.physics import wind

RAMP_TICKS = 1200
SLOW_S = 60  # gusts and wander are drawn once a minute and joined by straight lines


def blow(draft: Draft, rules: LiquidRelease) -> None:
    """The wind of this second."""
    w = draft.weather
    minute, share = divmod(draft.tick, SLOW_S * 20)
    now, then = rules.chance.normals("wind", minute, 2), rules.chance.normals("wind", minute + 1, 2)
    part = share / (SLOW_S * 20)
    gust = float(now[0]) + (float(then[0]) - float(now[0])) * part
    wander = float(now[1]) + (float(then[1]) - float(now[1])) * part
    turned = w.shift_rad * wind.shift_share(draft.tick, w.shift_tick, RAMP_TICKS)
    air = wind.wind_at(w.base_speed_m_s, w.base_bearing_rad, turned, gust, wander)
    draft.weather = replace(
        w, speed_m_s=air.speed_m_s, bearing_rad=air.bearing_rad, u_m_s=air.u_m_s, v_m_s=air.v_m_s
    )
