"""Falling: wind that takes somebody's hold aloft, a board that does not bear, and the line that holds or does not."""

from dataclasses import replace

from scenarios.rules.special_work import gangs, lives
from scenarios.rules.special_work.rules import SpecialWork, put_work, work_of
from sim_core.draft import Draft


def hold_on(draft: Draft, rules: SpecialWork) -> None:
    """Another second aloft."""
    fall, work = rules.incident.fall, work_of(draft)
    if fall is None or not rules.working(draft):
        return
    blown = draft.weather.speed_m_s >= fall.wind_m_s
    work = replace(work, slipped_s=work.slipped_s + 1.0 if blown else 0.0)
    put_work(draft, work)
    broken = work.worked_s >= fall.board_s and rules.flawed(draft, fall.board)
    if work.slipped_s < fall.slip_s and not broken:
        return
    if rules.is_set(draft, fall.lifeline) and not rules.flawed(draft, fall.anchor):
        draft.fact("fall_arrested", by=work.by)
        gangs.halt(draft, rules, "stopped")
    else:
        lives.strike(draft, rules, "fell", fall.to, True)
