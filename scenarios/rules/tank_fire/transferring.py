"""Transferring: product pumped out of a tank, at its root, into another one. Once a second; volume is kept.

What leaves a root is the water at the bottom first. The level falls, and with it what burns, what can pour out, and how
much of the shell is wet.
"""

from dataclasses import replace

from scenarios.rules.tank_fire.rules import TankFire, fires_of
from scenarios.rules.tank_fire.water import put
from sim_core.draft import Draft
from sim_core.site import Line

PERIOD_S = 1.0


def move(draft: Draft, rules: TankFire) -> None:
    """The second's transfer through every line that is open, shared by them."""
    lines = [line for line in rules.site.lines if line.source]
    for i, t in enumerate(draft.tanks):
        if t.outflow_kg_s:
            draft.tanks[i] = replace(t, outflow_kg_s=0.0)
    for line in lines:
        throats = sum(_throat(draft, rules, other) for other in lines if other.pump == line.pump)
        mine = _throat(draft, rules, line)
        flow = rules.open(draft, line.pump) * min(throats, 1.0) * mine / throats if mine > 0.0 else 0.0
        if flow > 0.0:
            _move(draft, rules, line, flow * rules.incident.size.transfer_m3_h / 3600.0 * PERIOD_S)


def _throat(draft: Draft, rules: TankFire, line: Line) -> float:
    """How wide a line stands open: its narrowest valve; 0 where the pump has nothing to draw."""
    if draft.tanks[rules.site.tank_index[line.source]].level_m <= rules.incident.size.suction_m:
        return 0.0
    return min(rules.open(draft, valve) for valve in (*line.suction, *line.valves))


def _move(draft: Draft, rules: TankFire, line: Line, m3: float) -> None:
    site, density = rules.site, rules.incident.density_kg_m3
    a, b = site.tank_index[line.source], site.tank_index[line.tank]
    giver, taker = site.tanks[a], site.tanks[b]
    falls, rises = m3 / giver.area_m2, m3 / taker.area_m2
    water = min(falls, fires_of(draft).tanks[a].bottom_m)
    draft.tanks[a] = replace(
        draft.tanks[a], level_m=draft.tanks[a].level_m - falls, outflow_kg_s=m3 * density / PERIOD_S
    )
    level = draft.tanks[b].level_m + rises
    over = max(level - taker.rim_m, 0.0)
    draft.tanks[b] = replace(draft.tanks[b], level_m=level - over)
    if water > 0.0:
        put(draft, a, replace(fires_of(draft).tanks[a], bottom_m=fires_of(draft).tanks[a].bottom_m - water))
        lies = fires_of(draft).tanks[b]
        put(draft, b, replace(lies, bottom_m=lies.bottom_m + water * giver.area_m2 / taker.area_m2))
    draft.hazard = replace(draft.hazard, moved_kg=draft.hazard.moved_kg + m3 * density)
    if over > 0.0:
        _overfill(draft, rules, b, over * taker.area_m2 * density)


def _overfill(draft: Draft, rules: TankFire, n: int, kg: float) -> None:
    """The tank that takes it is full: the rest runs into its bund."""
    bund = rules.site.bund_index[rules.site.tanks[n].bund]
    pools = list(draft.hazard.pools)
    pools[bund] = replace(pools[bund], mass_kg=pools[bund].mass_kg + kg)
    draft.hazard = replace(draft.hazard, pools=tuple(pools), spilled_kg=draft.hazard.spilled_kg + kg)
    draft.fact("second_overflow")
