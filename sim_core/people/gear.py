"""Gear: breathing sets, suits, portable detectors. Donning takes its seconds, air runs out."""

from dataclasses import replace

from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import AIR_L
from sim_core.rules import Rules

# Seconds to don. SCBA 60 s by job sheets, halved for the fire team by contest sheets; the others: training assumption
# 训练假设.
WEAR_S = {
    "scba": 60.0, "fire_suit": 45.0, "portable": 10.0, "antistatic": 60.0, "gastight": 120.0, "harness": 30.0,
    "filter": 10.0, "escape": 10.0,
}  # fmt: skip
AT_KIT = ("scba", "gastight", "harness", "fire_suit")  # they hang where breathing sets hang


def wear_s(seat: str, item: str) -> float:
    """Seconds to don. The fire team takes half of what others take: 30 s against 60 s for a set (contest sheets)."""
    return 0.5 * WEAR_S[item] if seat == "FF" else WEAR_S[item]


def wear(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """Donned."""
    p = draft.people[i]
    draft.people[i] = replace(p, worn=(*p.worn, act.target), air_tick=draft.tick)
    draft.event("did", seat=p.seat, act="wear", subject=act.target, by=by)


def doff(draft: Draft, rules: Rules, i: int, act: Act, by: str) -> None:
    """Taken off. A breathing set is exchanged for a full one when it is put on again, a detector for a sound one."""
    p = draft.people[i]
    full = AIR_L if act.target == "scba" else p.air_l
    dead = () if act.target == "portable" else p.dead_cells
    worn = tuple(w for w in p.worn if w != act.target)
    draft.people[i] = replace(p, worn=worn, air_l=full, air_tick=draft.tick, dead_cells=dead)
    draft.event("did", seat=p.seat, act="doff", subject=act.target, by=by)
