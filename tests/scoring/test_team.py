"""Teamwork read off the events: loops, orders outstanding, overlap, idle hands."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scoring.team import team
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
