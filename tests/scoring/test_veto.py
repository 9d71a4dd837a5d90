from scoring.timeline import Log
from scoring.veto import drawn
from sim_core.events import Event

END = 10_000


def vetoes(events, rubric, end_tick=END):
    return {veto.veto_id: veto for veto in drawn(Log(events, {}), rubric, ("IC",), end_tick)}


def test_a_fact_draws_at_its_tick(fought, rubric):
    fact = Event(3000, "fact", subject="engine_in_cloud")
    veto = vetoes([*fought, fact], rubric)["engine"]
    assert (veto.tick, veto.event) == (3000, fact)
    assert "engine in the cloud" in veto.reason.en
    assert "云中启动发动机" in veto.reason.zh


def test_an_absent_act_draws_at_its_deadline(fought, rubric):
    without = [event for event in fought if event.act != "EVAC"]
    deadline = 200 + 300 * 20
    assert vetoes(without, rubric)["evacuate"].tick == deadline
    assert vetoes([*without, Event(deadline, "ordered", "IC", "EVAC")], rubric) == {}
    assert "evacuate" in vetoes([*without, Event(deadline + 1, "ordered", "IC", "EVAC")], rubric)


def test_no_cue_or_no_time_left_draws_nothing(fought, rubric):
    assert vetoes(fought[:1], rubric) == {}
    assert vetoes(fought[:2], rubric, end_tick=6199) == {}
    assert set(vetoes(fought[:2], rubric, end_tick=6200)) == {"evacuate"}
