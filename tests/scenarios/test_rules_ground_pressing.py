"""Pressing: when a manager asks, how often, what ends it, and what giving way to him does."""

from dataclasses import replace

from scenarios.drill import Drill
from tests.drills import Stage, drill, put

WANTS = "restart_urged"
REASON = (("answer", "refuse"), ("reason", "not_tested"))
NO_REASON = (("answer", "refuse"), ("reason", "none"))
YES = (("answer", "give_way"), ("reason", "none"))


def standing(played: Drill | None = None, siren: bool = True) -> Stage:
    """Filling has been stopped at the pump and the valve, and the siren sounds."""
    stage = Stage(played or drill(overflow_at_s=3.0))
    put(stage, P_101="stopped", XV_101="closed")
    if siren:
        assert stage.act("IC", "alarm", "PA") == ""
    return stage


def heard(stage: Stage) -> int:
    return sum(m.sender == "manager" and m.topic == WANTS for m in stage.seen("IC").inbox)


def asked(stage: Stage) -> Stage:
    stage.wait(130)
    assert heard(stage) == 1
    return stage


def answer(stage: Stage, words: tuple[tuple[str, str], ...]) -> None:
    assert stage.act("IC", "call", "manager", words=words) == ""
    stage.wait(31)


def test_he_rings_once_filling_has_stood_for_two_minutes_under_the_siren():
    stage = standing()
    stage.wait(119)
    assert heard(stage) == 0 and not stage.told("fact", subject=WANTS)
    stage.wait(6)
    assert heard(stage) == 1 and len(stage.told("fact", subject=WANTS)) == 1
    assert all(m.sender != "manager" for m in stage.seen("DCS").inbox)  # it is the commander's phone


def test_he_does_not_ring_while_it_runs_nor_before_the_siren():
    running = Stage(drill())
    assert running.act("IC", "alarm", "PA") == ""
    running.wait(200)
    quiet = standing(siren=False)
    quiet.wait(200)
    assert heard(running) == heard(quiet) == 0
    assert quiet.act("IC", "alarm", "PA") == ""
    quiet.wait(5)
    assert heard(quiet) == 1


def test_he_knows_what_he_perceives_and_nothing_else():
    """Without the panel's pages on his desk he never learns that filling stands; with them he rings by the display,
    though it does not show what is so."""
    blind = drill(overflow_at_s=3.0)
    deaf = replace(blind.rules, managers=(replace(blind.rules.managers[0], screen=False),))
    blind = Drill(blind.scenario, blind.point, deaf)
    stage = standing(blind)
    stage.wait(300)
    assert heard(stage) == 0
    wrong = standing()
    gauges = list(wrong.world.gauges)
    flow = wrong.site.tag_index["FI-101"]
    gauges[flow] = replace(gauges[flow], fault="spurious", held=600.0)
    wrong.change(gauges=tuple(gauges))
    wrong.wait(200)
    assert wrong.world.panel.readings[flow] > 5.0 and heard(wrong) == 0


def test_unanswered_he_rings_again_and_a_reason_alone_ends_it():
    left, put_off, refused = asked(standing()), asked(standing()), asked(standing())
    answer(put_off, NO_REASON)
    answer(refused, REASON)
    for stage in (left, put_off, refused):
        stage.wait(200)
    assert (heard(left), heard(put_off), heard(refused)) == (2, 2, 1)
    assert [e.value for e in put_off.told("fact", subject=f"{WANTS}_refused")] == [0.0]
    assert [e.value for e in refused.told("fact", subject=f"{WANTS}_refused")] == [1.0]
    assert refused.device("P-101").state == "stopped" and not refused.told("fact", subject=f"{WANTS}_given_way")


def test_giving_way_is_the_commanders_order_and_liquid_runs_again():
    stage = asked(standing(drill(("IC",), overflow_at_s=3.0)))
    spilled = stage.world.hazard.spilled_kg
    answer(stage, YES)
    orders = [(e.seat, e.act, e.subject, e.detail, e.to) for e in stage.told("ordered")]
    assert orders == [("IC", "operate", "XV-101", "open", "DCS"), ("IC", "operate", "P-101", "start", "DCS")]
    assert stage.told("fact", subject=f"{WANTS}_given_way", seat="IC")
    stage.wait(120)
    assert stage.told("did", act="operate", subject="P-101", detail="start", by="IC")
    assert stage.device("P-101").state == "running" and stage.world.tanks[0].inflow_kg_s > 0.0
    assert stage.world.hazard.spilled_kg > spilled
    assert heard(stage) == 1  # he has what he wanted


def test_nothing_is_given_to_who_has_not_asked():
    stage = standing()
    stage.wait(5)
    answer(stage, YES)
    assert not stage.told("ordered") and not stage.told("fact", subject=f"{WANTS}_given_way")
