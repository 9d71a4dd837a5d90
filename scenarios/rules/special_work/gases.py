"""Gases: what comes out at the work and near it, and whom it meets. Once a second.

An outflow comes up and goes down over ramp_s, its way to the people included (training assumption 训练假设).
"""

from dataclasses import replace

import numpy as np

from scenarios.rules.ground import meeting
from scenarios.rules.ground.meeting import Floats, Met
from scenarios.rules.special_work import igniting, plumes
from scenarios.rules.special_work.incident import Escape
from scenarios.rules.special_work.rules import SpecialWork, put_work, work_of
from sim_core.draft import Draft
from sim_core.work import Outflow

SMELT_OF_LFL = 0.005


def drift(draft: Draft, rules: SpecialWork) -> None:
    """Outflows a second later, who meets them, and whether they burn."""
    work = work_of(draft)
    outflows = tuple(_later(draft, rules, e, out) for e, out in zip(rules.incident.escapes, work.outflows, strict=True))
    put_work(draft, replace(work, outflows=outflows))
    igniting.look_for_spark(draft, rules, meet(draft, rules))


def _later(draft: Draft, rules: SpecialWork, e: Escape, out: Outflow) -> Outflow:
    """A second on its way to what it gives now."""
    aim = out.full_kg_s if rules.flows(draft, e, out) else 0.0
    step = out.full_kg_s / e.ramp_s
    if out.kg_s < aim:
        return replace(out, kg_s=min(out.kg_s + step, aim))
    return replace(out, kg_s=max(out.kg_s - step, aim)) if out.kg_s > aim else out


def meet(draft: Draft, rules: SpecialWork) -> Met:
    """What the gas reaches."""
    lfl = rules.incident.lfl

    def read(points_m: Floats) -> Floats:
        return np.array([plumes.fraction(draft, rules, float(x), float(y)) for x, y in points_m])

    return meeting.meet(draft, rules, rules.incident.substance, read, SMELT_OF_LFL * lfl)
