"""Digging: a trench that grows deeper than its wall stands, and a cable that is on no drawing."""

from dataclasses import replace

from scenarios.rules.special_work import lives
from scenarios.rules.special_work.incident import Trench
from scenarios.rules.special_work.rules import SpecialWork, put_work, work_of
from sim_core.draft import Draft
from sim_core.physics.trench import critical_height_m

CRACKS = 0.85  # of the height at which the wall gives way cracks open behind its edge: training assumption 训练假设


def dig(draft: Draft, rules: SpecialWork) -> None:
    """Another second of digging."""
    trench, work = rules.incident.trench, work_of(draft)
    if trench is None or not rules.working(draft):
        return
    depth = min(work.depth_m + trench.digs_m_s, trench.final_m)
    put_work(draft, replace(work, depth_m=depth))
    if depth >= trench.cable_m and rules.flawed(draft, trench.cable) and rules.open(draft, trench.live) > 0.0:
        lives.strike(draft, rules, "cable_hit", rules.incident.at.id, False)
    elif not rules.is_set(draft, trench.shoring) and depth >= stands_m(draft, rules, trench):
        put_work(draft, replace(work_of(draft), collapsed=True))
        lives.strike(draft, rules, "trench_collapsed", rules.incident.at.id, False)


def stands_m(draft: Draft, rules: SpecialWork, trench: Trench) -> float:
    """To which depth the wall stands by itself, with what weighs on its edge now."""
    crowd = draft.crowds[rules.others]
    loaded = crowd.number > 0 and crowd.place == rules.incident.others_at
    surcharge = trench.surcharge_kpa if loaded else 0.0
    return critical_height_m(work_of(draft).strength_kpa, trench.unit_weight_kn_m3, surcharge)


def cracks(draft: Draft, rules: SpecialWork, trench: Trench) -> bool:
    """Whether cracks show behind the edge."""
    depth = work_of(draft).depth_m
    return depth > 0.0 and not rules.is_set(draft, trench.shoring) and depth >= CRACKS * stands_m(draft, rules, trench)
