"""The tutor speaks when a step is overdue or an act is forbidden: once each, the gravest first, never two at once."""

from dataclasses import replace
from decimal import Decimal

from scoring.rubric import Item, Pattern, Rubric, Text, Veto
from scoring.tutor import PAUSE_S, hint
from sim_core.events import Event

PAUSE = int(PAUSE_S * 20)


def item(name: str, target_s: float = 60.0, **more: object) -> Item:
    base = Item(
        name, Text(f"{name}中", name), "procedure", Decimal(5), done=((Pattern("did", act=name),),), clock=("cue",),
        target_s=target_s, limit_s=3 * target_s, standard=Text("标准", "standard"),
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


RUBRIC = Rubric(
    "x",
    "1",
    (item("alarm"), item("close", critical=True), item("count", 30.0, after=("alarm",)), item("talk", human=True)),
    (Veto("bare", Text("无防护", "bare"), (Pattern("fact", subject="bare"),), standard=Text("条款", "clause")),),
)
CUE = Event(200, "cue_revealed", "IC", subject="cue")


def test_nothing_is_said_before_the_target_or_without_the_cue() -> None:
    assert hint([CUE], RUBRIC, ("IC",), 200 + 60 * 20 - 1, ()) is None
    assert hint([], RUBRIC, ("IC",), 90_000, ()) is None
    other = [replace(CUE, seat="FF")]
    assert hint(other, RUBRIC, ("IC",), 90_000, ()) is None


def test_the_critical_step_comes_first_with_its_source() -> None:
    one = hint([CUE], RUBRIC, ("IC",), 200 + 60 * 20, ())
    assert one is not None
    assert (one.about, one.kind, one.standard.en) == ("close", "overdue", "standard")
    assert "close" in one.text.en


def test_each_is_said_once_after_a_pause() -> None:
    tick = 200 + 60 * 20
    assert hint([CUE], RUBRIC, ("IC",), tick + PAUSE - 1, [("close", tick)]) is None
    following = hint([CUE], RUBRIC, ("IC",), tick + PAUSE, [("close", tick)])
    assert following is not None
    assert following.about == "alarm"
    assert hint([CUE], RUBRIC, ("IC",), 90_000, [("close", 1), ("alarm", 2)]) is None  # count waits for alarm


def test_what_is_done_is_not_asked_for() -> None:
    done = [CUE, Event(300, "did", "IC", "close"), Event(310, "did", "IC", "alarm")]
    late = hint(done, RUBRIC, ("IC",), 90_000, ())
    assert late is not None
    assert late.about == "count"


def test_a_forbidden_act_goes_before_all_else() -> None:
    told = hint([CUE, Event(300, "fact", subject="bare")], RUBRIC, ("IC",), 90_000, ())
    assert told is not None
    assert (told.about, told.kind, told.standard.en) == ("bare", "forbidden", "clause")
