"""Lines: what passes from a pump through valves into a tank."""

from scenarios.rules.ground.rules import Ground
from sim_core.draft import Draft
from sim_core.site import Line


def flow(draft: Draft, rules: Ground, line: Line, rate: float, suction_m: float) -> float:
    """Of the pump's rate what passes through one line, in the rate's unit: throttled by its narrowest valve, shared by
    the lines of the pump that are open. suction_m: level below which a tank gives nothing."""
    total = sum(_throat(draft, rules, other, suction_m) for other in rules.site.lines if other.pump == line.pump)
    mine = _throat(draft, rules, line, suction_m)
    if mine <= 0.0:
        return 0.0
    return rules.open(draft, line.pump) * rate * min(1.0, total) * mine / total


def _throat(draft: Draft, rules: Ground, line: Line, suction_m: float) -> float:
    if line.source and draft.tanks[rules.site.tank_index[line.source]].level_m <= suction_m:
        return 0.0
    return min(rules.open(draft, valve) for valve in (*line.suction, *line.valves))
