"""Splits and talk on events made by hand, with numbers worked by hand: 20 ticks a second."""

from decimal import Decimal

from scoring.rubric import Item, Pattern, Rubric, Text
from scoring.timeline import response
from server.debrief.shapes import Split
from server.debrief.splits import FORESIGHT, NO_ACT, NO_CUE, NO_EFFECT, NO_SIGN, NOT_BEGUN, NOT_DONE, Splits
from server.debrief.talk import talk
from sim_core.acts import Act, SeatAct
from sim_core.events import Event
from sim_core.record.drill import TimedAct


def deed(act: str, subject: str, detail: str = "") -> tuple[Pattern, ...]:
    return (
        Pattern("did", seat="IC", act=act, subject=subject, detail=detail),
        Pattern("did", by="IC", act=act, subject=subject, detail=detail),
    )


def item(name: str, *groups: tuple[Pattern, ...]) -> Item:
    text = Text(name, name)
    return Item(name, text, "procedure", Decimal(5), done=groups, clock=("smell",), target_s=60, limit_s=180)


ALARM = item("ALARM", deed("alarm", "PA"))
PUMP = item("PUMP", deed("operate", "P-1", "stop"))
UNTIMED = Item("PPE", Text("", ""), "procedure", Decimal(5), done=(deed("wear", "scba"),))
RUBRIC = Rubric("sample", "1", (ALARM, PUMP, UNTIMED), ())
CUE = Event(200, "cue_revealed", "IC", subject="smell")


def act(tick: int, kind: str, target: str = "", detail: str = "", to: str = "", seat: str = "IC") -> TimedAct:
    return TimedAct(tick, SeatAct(seat, tick, Act(kind, target, detail, to=to), tick))


def splits(acts: list[TimedAct], events: list[Event]) -> dict[str, Split | None]:
    reader = Splits(RUBRIC, acts, events, ("IC",))
    return {one.item.id: reader.of(one) for one in response(events, RUBRIC, ("IC",))}


def seconds(split: Split | None) -> tuple[float | None, float | None, float | None]:
    assert split is not None
    return split.perceive_s, split.decide_s, split.act_s


def test_a_declared_incident_an_own_alarm_and_an_ordered_pump() -> None:
    acts = [
        act(100, "declare", "early"),  # before the cue: no sign of having taken it in
        act(300, "go", "CR"),
        act(960, "declare", "overfill"),  # 38 s after the cue
        act(1240, "alarm", "PA"),  # 14 s later
        act(1400, "operate", "P-1", "stop", to="DCS"),  # 22 s after the declaration
        act(1600, "operate", "P-1", "stop", to="DCS"),  # again, by runner: the decision was the first one
    ]
    events = [
        CUE,
        Event(1300, "did", "IC", "alarm", "PA"),
        Event(1700, "did", "DCS", "operate", "P-1", "stop", by="IC"),
        Event(1900, "changed", subject="P-1", detail="stopped", by="IC"),
    ]
    found = splits(acts, events)
    assert seconds(found["ALARM"]) == (38.0, 14.0, 3.0)  # (960-200)/20, (1240-960)/20, (1300-1240)/20
    assert seconds(found["PUMP"]) == (38.0, 22.0, 25.0)  # to the pump standing still: (1900-1400)/20
    assert found["PUMP"] is not None and found["PUMP"].missing is None and found["PUMP"].effect_tick == 1900
    assert found["PPE"] is None  # no clock runs for it


def test_the_act_itself_may_be_the_first_sign() -> None:
    found = splits([act(500, "alarm", "PA")], [CUE, Event(560, "did", "IC", "alarm", "PA")])
    assert seconds(found["ALARM"]) == (15.0, 0.0, 3.0)


def test_dressing_oneself_is_no_sign_but_having_others_dressed_is() -> None:
    dressed = splits([act(300, "wear", "scba"), act(500, "alarm", "PA")], [CUE, Event(560, "did", "IC", "alarm", "PA")])
    ordered = splits(
        [act(300, "wear", "scba", to="OUT"), act(500, "alarm", "PA")], [CUE, Event(560, "did", "IC", "alarm", "PA")]
    )
    assert seconds(dressed["ALARM"])[0] == 15.0 and seconds(ordered["ALARM"])[0] == 5.0


def test_what_the_record_does_not_hold_is_not_measured() -> None:
    alone = splits([act(500, "declare")], [CUE])
    assert seconds(alone["ALARM"]) == (15.0, None, None)
    assert alone["ALARM"] is not None and alone["ALARM"].missing == NOT_BEGUN
    begun = splits([act(500, "declare"), act(700, "alarm", "PA")], [CUE])
    assert seconds(begun["ALARM"]) == (15.0, 10.0, None)
    assert begun["ALARM"] is not None and begun["ALARM"].missing == NOT_DONE
    for acts, events, why in (
        ([], [CUE], NO_SIGN),
        ([act(500, "alarm", "PA")], [Event(560, "did", "IC", "alarm", "PA")], NO_CUE),
        ([act(100, "alarm", "PA")], [CUE, Event(260, "did", "IC", "alarm", "PA")], FORESIGHT),
        ([act(300, "declare")], [CUE, Event(560, "did", "IC", "alarm", "PA")], NO_ACT),
    ):
        split = splits(acts, events)["ALARM"]
        assert split is not None and split.missing == why
        assert seconds(split)[1:] == (None, None)


def test_a_stuck_valve_never_shows_its_effect() -> None:
    acts = [act(400, "operate", "P-1", "stop", to="DCS")]
    did = Event(600, "did", "DCS", "operate", "P-1", "stop", by="IC")
    again = Event(2000, "did", "OUT", "operate", "P-1", "start")
    later = Event(2100, "changed", subject="P-1", detail="running")
    for events in ([CUE, did], [CUE, did, again, later]):
        split = splits(acts, events)["PUMP"]
        assert split is not None and seconds(split) == (10.0, 0.0, None) and split.missing == NO_EFFECT


def test_an_order_is_heard_once_and_answered_once_or_never() -> None:
    events = [
        Event(100, "ordered", "IC", "operate", "P-1", "stop", to="OUT"),  # lost on a dead radio
        Event(200, "ordered", "IC", "operate", "P-1", "stop", to="DCS"),
        Event(205, "ordered", "IC", "operate", "P-1", "stop", to="DCS"),  # said twice, heard once: the first time
        Event(211, "told", "DCS", "order", "P-1", "operate", to="IC"),
        Event(300, "read_back", "DCS", "operate", "P-1", to="IC"),
        Event(301, "told", "IC", "read_back", "P-1", "operate", to="DCS"),
        Event(400, "told", "IC", "report", "", "gas_alarm", to="DCS"),  # a colleague's mouth is not seen to open
    ]
    found = talk(events, {})
    assert [(one.tick, one.kind, one.heard_tick, one.answered_tick) for one in found] == [
        (100, "order", None, None),
        (200, "order", 211, 300),
        (205, "order", None, None),
        (300, "read_back", 301, None),
        (400, "report", 400, None),
    ]
