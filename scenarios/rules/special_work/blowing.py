"""Blowing: the wind of the day, and the wind that rises."""

from dataclasses import replace

from scenarios.rules.ground import weather
from scenarios.rules.special_work.rules import SpecialWork, work_of
from sim_core.draft import Draft

STEP_M_S = 0.15  # so fast it rises: training assumption 训练假设


def blow(draft: Draft, rules: SpecialWork) -> None:
    """The wind of this second, which rises once it is due."""
    work, w = work_of(draft), draft.weather
    if 0 <= work.wind_tick <= draft.tick and w.base_speed_m_s < work.wind_m_s:
        draft.weather = replace(w, base_speed_m_s=min(w.base_speed_m_s + STEP_M_S, work.wind_m_s))
    weather.blow(draft, rules)
