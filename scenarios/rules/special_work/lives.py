"""Lives: who of the crew comes to harm, and how long somebody who does not breathe lives."""

from dataclasses import replace

from scenarios.rules.special_work import gangs
from scenarios.rules.special_work.rules import SpecialWork
from sim_core.draft import Draft
from sim_core.physics.incapacitation import ASPHYXIA_S, DEAD
from sim_core.world import Casualty

PERIOD_S = 1.0


def strike(draft: Draft, rules: SpecialWork, fact: str, place: str, breathing: bool) -> None:
    """One of the crew lies at a place; the others leave the work where it is."""
    crowd, here = draft.crowds[rules.crew], rules.site.place[place]
    gone = [c.id for c in draft.casualties]
    who = next((w for w in rules.incident.workers if w not in gone), "")
    draft.fact(fact)
    if not who or crowd.number == 0:
        return
    draft.crowds[rules.crew] = replace(crowd, number=crowd.number - 1)
    draft.casualties.append(Casualty(who, here.x_m, here.y_m, here.id, "down", breathing, tick=draft.tick))
    draft.event("harm", subject=who, detail="down", value=1.0)
    gangs.halt(draft, rules, "stopped")


def live(draft: Draft, rules: SpecialWork) -> None:
    """Who does not breathe and is not helped dies within minutes."""
    for n, c in enumerate(draft.casualties):
        if c.breathing or c.state == "treated" or c.body.condition == DEAD:
            continue
        share = c.body.asphyxia + PERIOD_S / ASPHYXIA_S
        dead = share >= 1.0
        body = replace(c.body, asphyxia=share, condition=DEAD if dead else c.body.condition)
        draft.casualties[n] = replace(c, body=body)
        if dead:
            draft.event("harm", subject=c.id, detail="dead", value=1.0)
