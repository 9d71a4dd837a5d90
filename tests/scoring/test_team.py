"""Teamwork read off the events: loops, orders outstanding, overlap, idle hands."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scoring.marks import prefill
from scoring.radar import drill_radar
from scoring.team import team, teamwork
from sim_core.events import Event

SEATS = ("IC", "OUT", "FF")


def order(tick: int, to: str, act: str, subject: str = "") -> Event:
    return Event(tick, "ordered", "IC", act, subject, to=to)


def back(tick: int, seat: str, act: str, subject: str = "") -> Event:
    return Event(tick, "read_back", seat, act, subject, to="IC")


def did(tick: int, seat: str, act: str, subject: str = "") -> Event:
    return Event(tick, "did", seat, act, subject, by="IC")


def test_a_loop_is_closed_by_a_timely_read_back() -> None:
    told = [order(0, "OUT", "operate", "V1"), back(100, "OUT", "operate", "V1"), did(400, "OUT", "operate", "V1")]
    late = [order(1000, "FF", "wear", "scba"), back(1000 + 31 * 20, "FF", "wear", "scba")]
    seen = team([*told, *late], SEATS, 4000)
    assert (seen.closed_loop, seen.outstanding) == (Decimal("0.50"), 1)
    assert (seen.to_read_back_s, seen.to_done_s, seen.span) == (Decimal("5.0"), Decimal("20.0"), 2)
    assert [(o.read_back, o.done) for o in seen.orders] == [(100, 400), (1620, None)]


def test_one_deed_answers_one_order() -> None:
    twice = [order(0, "OUT", "measure", "A"), order(20, "OUT", "measure", "A"), did(60, "OUT", "measure", "A")]
    assert [o.done for o in team(twice, SEATS, 100).orders] == [60, None]


def test_another_seat_or_deed_answers_nothing() -> None:
    told = [order(0, "OUT", "operate", "V1"), did(10, "FF", "operate", "V1"), did(20, "OUT", "operate", "V2")]
    assert team(told, SEATS, 100).outstanding == 1


def test_a_third_order_at_once_is_overlap() -> None:
    told = [order(0, "OUT", "operate", "V1"), order(10, "OUT", "operate", "V2"), order(20, "OUT", "operate", "V3")]
    assert team(told, SEATS, 100).overlap == 1
    done = [told[0], did(5, "OUT", "operate", "V1"), *told[1:]]
    assert team(done, SEATS, 100).overlap == 0


def test_the_same_deed_of_two_seats_is_told() -> None:
    told = [order(0, "OUT", "operate", "V1"), order(10, "FF", "operate", "V1")]
    assert team(told, SEATS, 100).repeated == 1
    after = [told[0], did(5, "OUT", "operate", "V1"), told[1]]
    assert team(after, SEATS, 100).repeated == 0


def test_idle_hands_are_the_time_outside_orders_and_deeds() -> None:
    told = [order(200, "OUT", "operate", "V1"), did(700, "OUT", "operate", "V1")]
    idle = team(told, SEATS, 1000).idle_hands
    assert idle == {"IC": Decimal("0.80"), "OUT": Decimal("0.50"), "FF": Decimal("1.00")}


def test_nothing_said_is_no_figure() -> None:
    seen = team([], SEATS, 100)
    assert (seen.closed_loop, seen.to_read_back_s, seen.to_done_s) == (None, None, None)
    assert (seen.outstanding, seen.overlap, seen.repeated, seen.span) == (0, 0, 0, 0)


EVENTS = st.lists(
    st.tuples(
        st.integers(0, 900), st.sampled_from(["ordered", "read_back", "did"]), st.sampled_from(SEATS),
        st.sampled_from(["operate", "wear"]), st.sampled_from(["V1", "V2"]), st.sampled_from(SEATS),
    )
)  # fmt: skip


@given(EVENTS)
def test_whatever_happened_shares_are_shares(rows: list[tuple[int, str, str, str, str, str]]) -> None:
    events = [Event(tick, kind, seat, act, subject, to=to) for tick, kind, seat, act, subject, to in sorted(rows)]
    seen = team(events, SEATS, 1000)
    assert all(0 <= share <= 1 for share in seen.idle_hands.values())
    assert seen.closed_loop is None or 0 <= seen.closed_loop <= 1
    answers = [o.done for o in seen.orders if o.done is not None]
    assert len(answers) <= sum(e.kind == "did" for e in events)
    assert all(o.done is None or o.done >= o.tick for o in seen.orders)


def shown(told: list[Event], examined: tuple[str, ...] = ("IC",)) -> dict[str, Decimal]:
    return {piece.item_id: piece.value for piece in teamwork(told, examined)}


WORK = [
    order(0, "OUT", "operate", "V1"),
    back(60, "OUT", "operate", "V1"),
    did(200, "OUT", "operate", "V1"),
    order(300, "FF", "wear", "scba"),
    did(500, "FF", "wear", "scba"),
    order(600, "OUT", "measure", "A"),
    order(620, "FF", "measure", "A"),
    back(700, "FF", "measure", "A"),
]


def test_what_orders_show_of_teamwork() -> None:
    assert shown(WORK) == {
        "team_loop": Decimal("0.50"),
        "team_done": Decimal("0.50"),
        "team_clear": Decimal("0.75"),
        "team_hands": Decimal("1.00"),
    }
    idle = Event(100, "cue_revealed", "SAF")
    assert shown([*WORK, idle])["team_hands"] == Decimal("0.75")
    ticks = {piece.item_id: piece.tick for piece in teamwork(WORK, ("IC",))}
    assert (ticks["team_loop"], ticks["team_done"]) == (300, 600)


def test_too_few_orders_or_those_of_others_show_nothing() -> None:
    assert shown(WORK[:5]) == {}
    assert shown(WORK, ("FF",)) == {}


def test_teamwork_reaches_the_axis_and_no_marks(fought, rubric) -> None:
    own = [e for e in fought if e.kind != "ordered"]
    bare, full = (prefill([*own, *more], rubric, ("IC",), 10_000) for more in ((), WORK))
    assert (bare.teamwork, bare.score) == ((), full.score)
    drawn = {axis.id: axis for axis in drill_radar(full.lines, rubric, (), full.teamwork).axes}
    # DCS is idle: a = 2 + 0.5 + 0.5 + 0.5 x 0.75 + 0.5 x 0.75, of 7
    assert (drawn["D8"].items, str(drawn["D8"].mean)) == (4, "53.6")
    assert drill_radar(full.lines, rubric, ()).axes[7].mean is None
