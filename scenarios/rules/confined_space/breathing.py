"""Doses of those without a seat, second by second: who falls, stops breathing, dies; what first aid changes."""

from dataclasses import replace

from scenarios.rules.confined_space.meeting import of_casualty
from scenarios.rules.confined_space.rules import ConfinedSpace, occupied
from scenarios.rules.ground.exposure import AT_REST_L_MIN, AT_WORK_L_MIN, mixture
from sim_core.draft import Draft
from sim_core.physics import incapacitation
from sim_core.physics.incapacitation import ASPHYXIA_O2, ASPHYXIA_S, DEAD, DOWN, Body
from sim_core.world import TICKS_PER_S, Casualty

PERIOD_S = 1.0
HELD = 0.9  # share of the felling dose that is left in who is resuscitated: training assumption 训练假设
IN_SLUDGE = "face_down"


def breathe(draft: Draft, rules: ConfinedSpace) -> None:
    """Everybody without a seat a second later."""
    for n, c in enumerate(draft.casualties):
        if c.body.condition != DEAD:
            _breathe(draft, rules, n, c)
        elif c.breathing:  # nobody brings back who is dead
            draft.casualties[n] = replace(c, breathing=False)
    if draft.casualties and not occupied(draft, rules) and all(c.state != "carried" for c in draft.casualties):
        draft.fact("all_out")


def _breathe(draft: Draft, rules: ConfinedSpace, n: int, c: Casualty) -> None:
    air = mixture(rules, of_casualty(draft, rules, c))
    body = resuscitated(c.body) if c.state == "treated" else c.body
    rate_l_min = AT_WORK_L_MIN if c.state == "inside" else AT_REST_L_MIN
    later = incapacitation.breathe(body, air, rate_l_min, PERIOD_S)
    in_sludge = c.posture == IN_SLUDGE and c.state == "down" and c.place in rules.incident.layers
    airless = in_sludge or _stopped(rules, c)
    if airless and later.asphyxia == 0.0:  # no breath, whatever the air
        share = body.asphyxia + PERIOD_S / ASPHYXIA_S
        later = replace(later, asphyxia=share, condition=DEAD if share >= 1.0 else DOWN)
    breathing = c.state == "treated" or not (
        airless or later.condition == DEAD or later.down_hydrogen_sulfide >= 1.0 or air.o2 < ASPHYXIA_O2
    )
    draft.casualties[n] = replace(c, body=later, breathing=breathing and later.condition != DEAD)
    if c.state == "inside" and later.condition in (DOWN, DEAD):
        worker = next(w for w in draft.hazard.workers if w.id == c.id)
        draft.casualties[n] = replace(
            draft.casualties[n], state="down", posture=worker.posture, tick=draft.tick
        )
        draft.event("harm", subject=c.id, detail="down", value=1.0)
        draft.fact("somebody_down", value=(draft.tick - worker.gone_tick) / TICKS_PER_S)
        if not worker.lined:
            draft.fact("off_the_line")
    if later.condition == DEAD:
        draft.event("harm", subject=c.id, detail="dead", value=1.0)


def _stopped(rules: ConfinedSpace, c: Casualty) -> bool:
    """Whether breath has been away for so long that it does not come back by itself."""
    going = rules.incident.going
    return going is not None and c.state != "treated" and c.body.asphyxia * ASPHYXIA_S >= going.apnoea_s


def resuscitated(body: Body) -> Body:
    """A body that is ventilated by others: the time without breath ends, the gas is washed out."""
    return replace(
        body,
        asphyxia=0.0,
        down_hydrogen_sulfide=min(body.down_hydrogen_sulfide, HELD),
        down_lack_of_oxygen=min(body.down_lack_of_oxygen, HELD),
    )
