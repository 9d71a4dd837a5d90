"""What the goods are: papers that may be wrong, placards that night hides, an owner who takes his time."""

import pytest

from tests.drills import SEATS as ALL
from tests.stores import facts, noted, shed, store


def read(stage, seat: str, place: str) -> None:
    stage.stand(seat, place)
    assert stage.act(seat, "record") == ""
    stage.wait(9)


@pytest.mark.parametrize(("manifest", "cyanide", "reactive", "word"), [
    ("right", "no", "no", "goods_an"), ("right", "yes", "no", "goods_an_cyanide"),
    ("right", "no", "yes", "goods_an_wet"), ("right", "yes", "yes", "goods_an_both"),
    ("wrong", "yes", "yes", "goods_general"),
])  # fmt: skip
def test_papers_say_what_there_is_or_general_goods(manifest, cyanide, reactive, word):
    stage = shed(manifest=manifest, cyanide=cyanide, reactive=reactive)
    stage.act("LIA", "sds")
    stage.wait(16)
    assert noted(stage, "LIA") == [("papers", word)]
    assert not store(stage).known


@pytest.mark.parametrize(("hidden", "west", "east"), [
    ({}, "placard_oxidiser", "placard_plain"),
    ({"cyanide": "yes"}, "placard_oxidiser", "placard_toxic"),
    ({"reactive": "yes"}, "placard_oxidiser_wet", "placard_plain"),
])  # fmt: skip
def test_each_side_shows_its_own_placards_and_both_together_are_knowledge(hidden, west, east):
    stage = shed(manifest="wrong", **hidden)
    read(stage, "SAF", "LK-W")
    assert not store(stage).known
    read(stage, "SAF", "LK-E")
    assert noted(stage, "SAF") == [("LK-W", west), ("LK-E", east)]
    assert store(stage).known
    assert "contents_known" in facts(stage)


def test_by_night_they_cannot_be_made_out():
    stage = shed(night="yes")
    for place in ("LK-W", "LK-E"):
        read(stage, "SAF", place)
    assert [word for _, word in noted(stage, "SAF")] == ["placard_dark", "placard_dark"]
    assert not store(stage).known


def test_elsewhere_there_is_nothing_to_read():
    stage = shed()
    stage.stand("SAF", "R1")
    assert stage.act("SAF", "record") == "not_here"


def test_the_owner_answers_in_his_time_and_not_before():
    stage = shed(reply_s=360.0, manifest="wrong", cyanide="yes")
    stage.act("LIA", "call", "owner", words=(("incident", "fire"),))
    stage.wait(31 + 350)
    assert noted(stage, "LIA") == []
    stage.wait(15)
    assert noted(stage, "LIA") == [("owner", "goods_an_cyanide")]
    assert store(stage).known


def test_unasked_he_says_nothing():
    stage = shed(reply_s=360.0)
    stage.wait(500)
    assert not store(stage).told


def test_a_colleague_tells_the_commander_what_he_said():
    stage = shed(humans=("IC", "SAF", "FF"), reply_s=360.0)
    stage.act("IC", "call", "owner", to="LIA", words=(("incident", "fire"),))
    stage.wait(430)
    assert ("goods", "goods_an") in [(m.topic, m.subject) for m in stage.person("IC").inbox]
    assert "IC" in ALL
