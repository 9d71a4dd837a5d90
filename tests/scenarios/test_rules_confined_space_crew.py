"""Acts at a confined space: blinds, winch, stand-by, carrying in pairs, tests by level, and a dead cell."""

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
    stage.wait(45)
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
    assert stage.person("GAS").notes[-1].word == "dead"
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
