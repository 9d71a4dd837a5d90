"""Acts at a confined space: blinds, duct, winch, tag line, stand-by, carrying in pairs, tests by level, a dead cell."""

from dataclasses import replace

import pytest

from tests.pits import dress, facts, fill, pit, share, space
from tests.scenarios.test_rules_confined_space_workers import casualty, go_in


def down(**hidden):
    stage = go_in(**hidden)
    stage.wait(60)
    assert casualty(stage).state == "down"
    return stage


def test_the_winch_brings_up_who_hangs_on_it():
    stage = down(winch_attached="yes")
    stage.act("ATT", "winch", "WN-1")
    stage.wait(60.1)
    assert casualty(stage).place == "LD" and casualty(stage).state == "out"
    assert stage.told("did", act="winch")[0].value == 1.0 and "off_the_line" not in facts(stage)


def test_the_winch_comes_up_empty_for_who_is_off_the_line():
    stage = down(winch_attached="no")
    stage.act("ATT", "winch", "WN-1")
    stage.wait(60.1)
    assert casualty(stage).place == "P3"
    assert stage.told("did", act="winch")[0].value == 0.0 and "off_the_line" in facts(stage)


def test_the_line_is_seen_from_the_mouth_and_from_nowhere_else():
    for attached, word in (("yes", "taut"), ("no", "loose")):
        stage = down(winch_attached=attached)
        lines = {seat: [s.state for s in stage.seen(seat).seen if s.kind == "line"] for seat in ("ATT", "IC")}
        assert lines == {"ATT": [word], "IC": []}


@pytest.mark.parametrize("posture", ["on_back", "sitting", "face_down"])
def test_how_somebody_lies_is_seen_from_the_mouth(posture):
    stage = down(posture=posture)
    assert [s.state for s in stage.seen("ATT").seen if s.kind == "casualty"] == [posture]
    assert [s for s in stage.seen("IC").seen if s.kind == "casualty"] == []


def test_nobody_carries_alone():
    stage = down(winch_attached="no")
    dress(stage, "ENT", "FF")
    stage.stand("ENT", "P3")
    assert stage.act("ENT", "carry", "W1", "LD") == "alone"
    stage.stand("FF", "P2")
    assert stage.act("ENT", "carry", "W1", "LD") == ""
    stage.wait(90)
    assert casualty(stage).place == "LD" and stage.person("ENT").place == "LD"
    assert "all_out" not in facts(stage)
    stage.walk("FF", "MT")
    stage.wait(1.1)
    assert "all_out" in facts(stage)


def test_a_mate_who_is_not_dressed_is_no_second():
    stage = down(winch_attached="no")
    dress(stage, "ENT")
    stage.stand("ENT", "P3")
    stage.stand("FF", "P2")
    assert stage.act("ENT", "carry", "W1", "LD") == "alone"


def test_standing_by_counts_with_set_and_line():
    stage = pit()
    stage.stand("GAS", "MT")
    stage.act("GAS", "stand_by", "MT")
    stage.wait(6)
    dress(stage, "GAS")
    stage.act("GAS", "stand_by", "MT")
    stage.wait(6)
    assert [e.value for e in stage.told("did", act="stand_by")] == [0.0, 1.0]


def test_a_blind_is_put_in_once():
    stage = pit()
    stage.stand("ENT", "BI")
    stage.act("ENT", "isolate", "BL-1")
    stage.wait(60.1)
    assert stage.device("BL-1").state == "closed"
    assert stage.act("ENT", "isolate", "BL-1") == "already_closed"


def test_a_test_by_level_tells_the_air_of_that_level():
    stage = pit(o2_bottom_pct=8.0, pre_h2s_ppm=5.0)
    stage.stand("GAS", "MT")
    for layer, level in enumerate(("bottom", "middle", "top")):
        stage.act("GAS", "measure", "MT", level)
        stage.wait(15.1)
        notes = {n.word or "lel": n.value for n in stage.person("GAS").notes[-4:]}
        assert notes["o2"] == pytest.approx(100.0 * share(stage, layer, "oxygen"), abs=0.15)
        assert notes["h2s"] == pytest.approx(1.0e6 * share(stage, layer, "hydrogen_sulfide"), abs=1.1)
    assert [e.detail for e in stage.told("did", act="measure")] == ["bottom", "middle", "top"]
    assert min(space(stage).tested_tick) > 0


def test_away_from_the_mouth_the_air_is_that_of_the_spot():
    stage = pit(o2_bottom_pct=8.0)
    stage.wait(1)
    stage.act("GAS", "measure", "EQ", "bottom")
    stage.wait(15.1)
    assert {n.word: n.value for n in stage.person("GAS").notes}["o2"] == 20.9
    assert set(space(stage).tested_tick) == {-1}


def test_a_dead_cell_shows_nothing_until_the_detector_is_changed():
    stage = pit(meter_dead="h2s")
    fill(stage, hydrogen_sulfide=400.0e-6)
    stage.stand("GAS", "MT")
    stage.act("GAS", "bump", "portable")
    stage.wait(20.1)
    assert stage.person("GAS").notes[-1].word == "no_response"
    stage.act("GAS", "measure", "MT", "bottom")
    stage.wait(15.1)
    assert stage.person("GAS").notes[-1].value == 0.0
    for kind in ("doff", "wear"):
        stage.act("GAS", kind, "portable")
        stage.wait(10.1)
    stage.act("GAS", "measure", "MT", "bottom")
    stage.wait(15.1)
    assert stage.person("GAS").notes[-1].value > 100.0


def test_a_short_bottle_is_read_once_worn():
    stage = pit(scba_low="ENT")
    for seat in ("ENT", "FF"):
        stage.put(seat, worn=("scba",), air_tick=stage.tick)
    assert [stage.seen(seat).body.air_min for seat in ("ENT", "FF")] == [30.0, 51.0]


def test_a_casualty_is_hurt_only_once_fallen():
    stage = go_in()
    stage.wait(5)
    words = (("place", "MT"), ("incident", "poisoning"), ("access", "main_gate"))
    asked = [stage.rules.check_words(stage.world, "120", (*words, ("casualties", w))) for w in ("none", "yes")]
    assert asked == [1.0, 0.75]
    stage.wait(60)
    asked = [stage.rules.check_words(stage.world, "120", (*words, ("casualties", w))) for w in ("none", "yes")]
    assert asked == [0.75, 1.0]


def test_the_crew_is_counted_with_those_who_are_missing():
    stage = go_in()
    stage.wait(5)
    stage.change(crowds=(replace(stage.world.crowds[0], place="MP"),))
    stage.stand("FF", "MP")
    stage.act("FF", "count", "MP")
    stage.wait(46)
    assert stage.told("did", act="count")[0].value == 1.0


def test_the_duct_is_handled_at_the_mouth_and_takes_its_time():
    stage = pit()
    assert stage.act("GAS", "operate", "DU-1", "haul") == "out_of_reach"
    for seat, worn, takes_s in (("ATT", ("antistatic",), 24.0), ("GAS", ("scba",), 31.2)):
        stage.stand(seat, "MT")
        stage.put(seat, worn=worn, air_tick=stage.tick)
        detail = "haul" if stage.device("DU-1").state == "lowered" else "lower"
        stage.act(seat, "operate", "DU-1", detail)
        stage.wait(takes_s - 0.2)
        assert stage.device("DU-1").state == "moving"
        stage.wait(0.3)
        assert stage.device("DU-1").state == {"haul": "hauled", "lower": "lowered"}[detail]


@pytest.mark.parametrize(("device", "detail", "state"), [("DU-1", "haul", "hauled"), ("TL-1", "attach", "attached")])
def test_a_colleague_is_sent_to_duct_and_tag_line(device, detail, state):
    stage = pit(humans=("IC",))
    stage.act("IC", "operate", device, detail, to="FF")
    stage.wait(60)
    assert stage.device(device).state == state
    assert [(e.by, e.seat) for e in stage.told("did", act="operate")] == [("IC", "FF")]


def pair_below(**hidden):
    """Somebody lies at the bottom off the line, and two in sets and lines are with him."""
    stage = down(winch_attached="no", **hidden)
    dress(stage, "ENT", "FF")
    stage.stand("ENT", "P3")
    stage.stand("FF", "P3")
    return stage


def test_somebody_is_heaved_up_the_ladder_layer_by_layer():
    for place, takes_s in (("P3", 15.0 + 3 * 20.0), ("P2", 15.0 + 2 * 20.0)):
        stage = pair_below()
        stage.change(casualties=(replace(casualty(stage), place=place),))
        stage.stand("ENT", place)
        assert stage.act("ENT", "carry", "W1", "LD") == ""
        stage.wait(takes_s - 0.5)
        assert casualty(stage).place == place and len(stage.told("did", act="carry")) == 1
        stage.wait(1)
        assert casualty(stage).state == "carried" and stage.person("ENT").route
        stage.wait(25)
        assert casualty(stage).place == "LD" and len(stage.told("did", act="carry")) == 1


def test_letting_go_on_the_ladder_saves_no_time():
    stage = pair_below()
    stage.act("ENT", "carry", "W1", "LD")
    stage.wait(20)
    stage.act("ENT", "halt")
    stage.act("ENT", "carry", "W1", "LD")
    stage.wait(60)
    assert casualty(stage).place == "P3"
    stage.wait(40)
    assert casualty(stage).place == "LD"


def test_who_is_wound_up_meanwhile_is_not_carried_as_well():
    stage = pair_below()
    stage.change(hazard=replace(stage.world.hazard, workers=tuple(
        replace(w, lined=w.id == "W1") for w in stage.world.hazard.workers)))  # fmt: skip
    stage.act("ATT", "winch", "WN-1")
    stage.wait(50)
    stage.act("ENT", "carry", "W1", "MP")
    stage.wait(20)
    assert casualty(stage).place == "LD" and not stage.told("did", act="carry")
    assert stage.person("ENT").place == "P3" and not stage.person("ENT").route


def test_off_the_line_he_is_hooked_on_and_then_wound_up():
    stage = pair_below()
    assert [s.state for s in stage.seen("ATT").seen if s.kind == "line"] == ["loose"]
    assert stage.act("ENT", "hook", "W1") == ""
    stage.wait(31)
    assert [s.state for s in stage.seen("ATT").seen if s.kind == "line"] == ["taut"]
    stage.rules = replace(stage.rules, incident=replace(stage.rules.incident, catch_share=0.0))
    stage.act("ATT", "winch", "WN-1")
    stage.wait(60.1)
    assert casualty(stage).place == "LD" and [e.value for e in stage.told("did", act="winch")] == [1.0]


def test_who_is_hooked_on_while_the_winch_turns_comes_up_a_whole_winding_later():
    stage = pair_below()
    stage.rules = replace(stage.rules, incident=replace(stage.rules.incident, catch_share=0.0))
    stage.act("ENT", "hook", "W1")
    stage.act("ATT", "winch", "WN-1")
    stage.wait(30 + 58)
    assert casualty(stage).place == "P3" and not stage.told("did", act="winch")
    stage.wait(3)
    assert casualty(stage).place == "LD" and [e.value for e in stage.told("did", act="winch")] == [1.0]


def test_hooking_needs_a_mate_a_free_line_and_somebody_there():
    stage = pair_below(victims="two")
    assert {casualty(stage, w).place for w in ("W1", "W2")} == {"P3"}
    stage.stand("FF", "MT")
    assert stage.act("ENT", "hook", "W1") == "alone"
    stage.stand("FF", "P2")
    assert stage.act("FF", "hook", "W1") == "out_of_reach"
    assert stage.act("ENT", "hook", "W1") == ""
    stage.wait(31)
    assert stage.act("ENT", "hook", "W2") == "line_taken"
    stage.stand("FF", "P3")
    stage.act("ATT", "winch", "WN-1")
    stage.wait(101)
    assert casualty(stage).place == "LD" and casualty(stage, "W2").place == "P3"
    stage.act("ENT", "hook", "W2")
    stage.wait(20)
    stage.act("FF", "hook", "W2")
    stage.wait(31)
    assert [e.value for e in stage.told("did", act="hook")] == [1.0, 1.0, 0.0]
    assert stage.act("MED", "hook", "W1") == "not_here"


def test_who_is_carried_off_meanwhile_is_not_hooked_on():
    stage = pair_below()
    assert stage.act("FF", "carry", "W1", "LD") == ""
    stage.wait(60)
    assert stage.act("ENT", "hook", "W1") == ""
    stage.wait(31)
    assert [e.value for e in stage.told("did", act="hook")] == [0.0]
    assert not any(w.lined for w in stage.world.hazard.workers)


def test_a_colleague_goes_in_and_hooks_him_on():
    stage = down(winch_attached="no", humans=("IC",))
    dress(stage, "ENT", "FF")
    stage.stand("FF", "P2")
    stage.act("IC", "hook", "W1", to="ENT")
    stage.wait(75)
    assert [(e.seat, e.by, e.value) for e in stage.told("did", act="hook")] == [("ENT", "IC", 1.0)]
    assert [e.detail for e in stage.told("told", seat="IC", subject="hook:W1")] == ["done"]


def hung(line: bool = False, catch_share: float = 1.0):
    """Somebody hangs on the winch, who catches at every edge (or at none) unless he is steadied."""
    stage = down(winch_attached="yes")
    stage.rules = replace(stage.rules, incident=replace(stage.rules.incident, catch_share=catch_share))
    if line:
        assert stage.act("ATT", "operate", "TL-1", "attach") == ""
        stage.wait(20.1)
    return stage


def wound_up_s(stage) -> float:
    """How long the winch takes to bring him to the landing."""
    assert stage.act("ATT", "winch", "WN-1") == ""
    begun = stage.tick
    while casualty(stage).state == "down" and stage.tick < begun + 20 * 150:
        stage.tick_with()
    assert [e.value for e in stage.told("did", act="winch")] == [1.0]
    return (stage.tick - begun) / 20.0


def test_who_swings_free_catches_under_each_landing_and_comes_up_later():
    stage = hung()
    assert wound_up_s(stage) == pytest.approx(60.0 + 2 * 20.0, abs=0.2)
    assert [e.subject for e in stage.told("changed", detail="caught")] == ["WN-1", "WN-1"]
    assert "load_caught" in facts(stage)
    lucky = hung(catch_share=0.0)
    assert wound_up_s(lucky) == pytest.approx(60.0, abs=0.2) and "load_caught" not in facts(lucky)


def test_a_tag_line_that_a_second_one_holds_spares_it():
    stage = hung(line=True)
    stage.stand("GAS", "FA")
    assert wound_up_s(stage) == pytest.approx(60.0, abs=0.2)
    assert "load_caught" not in facts(stage)


@pytest.mark.parametrize("holder", ["nobody", "busy", "far", "down"])
def test_a_tag_line_that_nobody_holds_is_no_use(holder):
    stage = hung(line=True)
    if holder != "nobody":
        stage.stand("GAS", "EQ" if holder == "far" else "MT")
        stage.put("GAS", state="down" if holder == "down" else "fit")
    assert stage.act("ATT", "winch", "WN-1") == ""
    stage.wait(50)
    if holder == "busy":
        assert stage.act("GAS", "measure", "MT", "top") == ""
    stage.wait(11)
    assert casualty(stage).state == "down" and "load_caught" in facts(stage)


def test_a_tag_line_that_is_only_half_way_down_is_no_use():
    stage = hung()
    stage.stand("GAS", "MT")
    stage.act("GAS", "operate", "TL-1", "attach")
    stage.wait(10)
    stage.act("GAS", "halt")
    stage.act("ATT", "winch", "WN-1")
    stage.wait(61)
    assert stage.device("TL-1").state == "moving" and "load_caught" in facts(stage)


def test_a_second_one_puts_the_tag_line_on_while_the_winch_turns():
    stage = hung()
    stage.stand("GAS", "MT")
    assert stage.act("ATT", "winch", "WN-1") == ""
    assert stage.act("GAS", "operate", "TL-1", "attach") == ""
    stage.wait(60.1)
    assert casualty(stage).state == "out" and "load_caught" not in facts(stage)


def test_a_tag_line_that_comes_late_spares_what_is_left():
    stage = hung(line=True)
    stage.act("ATT", "winch", "WN-1")
    stage.wait(61)
    stage.stand("GAS", "MT")
    stage.wait(20)
    assert casualty(stage).state == "out" and len(stage.told("changed", detail="caught")) == 1


def test_that_he_hangs_caught_is_seen_from_the_mouth_alone():
    stage = hung()
    stage.act("ATT", "winch", "WN-1")
    stage.wait(62)
    lines = {seat: [s.state for s in stage.seen(seat).seen if s.kind == "line"] for seat in ("ATT", "IC")}
    assert lines == {"ATT": ["caught"], "IC": []}
