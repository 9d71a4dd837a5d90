"""Transferring: product pumped out of a tank, at its root, into another one. Once a second; volume is kept.

What leaves a root is the water at the bottom first, unless that has a draw of its own. The level falls, and with it
what burns, what can pour out, and how much of the shell is wet.
"""

from dataclasses import replace

from scenarios.rules.ground import lines
from scenarios.rules.tank_fire.rules import TankFire, fires_of
from scenarios.rules.tank_fire.water import put
from sim_core.draft import Draft
from sim_core.site import Line

PERIOD_S = 1.0


def move(draft: Draft, rules: TankFire) -> None:
    """The second's transfer through every line that is open, shared by them."""
    size = rules.incident.size
    for i, t in enumerate(draft.tanks):
        if t.outflow_kg_s:
            draft.tanks[i] = replace(t, outflow_kg_s=0.0)
    for line in rules.site.lines:
        if line.source:
            m3_h = size.transfer_m3_h
            if rules.incident.boiling is not None and _draws_water(rules, line):
                m3_h = rules.incident.boiling.water_m3_h
            m3_s = lines.flow(draft, rules, line, m3_h / 3600.0, size.suction_m)
            if m3_s > 0.0:
                _move(draft, rules, line, m3_s * PERIOD_S)


def _draws_water(rules: TankFire, line: Line) -> bool:
    """Whether this line begins at the bottom: water goes first."""
    return not rules.incident.water_draw or rules.incident.water_draw in line.suction


def _move(draft: Draft, rules: TankFire, line: Line, m3: float) -> None:
    site, density = rules.site, rules.incident.density_kg_m3
    a, b = site.tank_index[line.source], site.tank_index[line.tank]
    giver, taker = site.tanks[a], site.tanks[b]
    falls, rises = m3 / giver.area_m2, m3 / taker.area_m2
    water = min(falls, fires_of(draft).tanks[a].bottom_m) if _draws_water(rules, line) else 0.0
    _lower(draft, rules, a, falls, water, line)
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


def _lower(draft: Draft, rules: TankFire, n: int, falls_m: float, water_m: float, line: Line) -> None:
    """What is drawn from below takes the hot zone of burning crude down with it. Product drawn from over the water
    brings the two together."""
    blaze, boiling = fires_of(draft).tanks[n], rules.incident.boiling
    if boiling is None or blaze.hot_m < 0.0:
        return
    put(draft, n, replace(blaze, hot_m=max(blaze.hot_m - falls_m, 0.0)))
    over = blaze.hot_m - falls_m - blaze.bottom_m
    if blaze.fire and water_m == 0.0 and blaze.bottom_m > 0.0 and over <= boiling.near_m:
        pump = draft.devices[rules.site.device_index[line.pump]]
        draft.fact("bottom_uncovered", by=pump.by)


def _overfill(draft: Draft, rules: TankFire, n: int, kg: float) -> None:
    """The tank that takes it is full: the rest runs into its bund."""
    bund = rules.site.bund_index[rules.site.tanks[n].bund]
    pools = list(draft.hazard.pools)
    pools[bund] = replace(pools[bund], mass_kg=pools[bund].mass_kg + kg)
    draft.hazard = replace(draft.hazard, pools=tuple(pools), spilled_kg=draft.hazard.spilled_kg + kg)
    draft.fact("second_overflow")
