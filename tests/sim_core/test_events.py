"""Events: every kind is one of the list, and a whole drill speaks in no other words."""

from scenarios.play import play
from sim_core.acts import ACTS, SEATS
from sim_core.events import KINDS, Event
from sim_core.pack import pack, unpack
from sim_core.sensing import PLAN
from tests.drills import SCENARIO, drill


def test_a_drill_tells_in_known_words_and_in_order():
    told = play(drill(humans=("IC",), seed=5), SCENARIO.policies["expert"]).events
    assert {e.kind for e in told} <= set(KINDS) and len({e.kind for e in told}) >= 7
    assert [e.tick for e in told] == sorted(e.tick for e in told)
    outside = {PLAN, *(m.id for m in SCENARIO.managers)}
    for e in told:
        assert e.seat in ("", *SEATS) and e.by in ("", *SEATS) and e.to in ("", "ALL", *outside, *SEATS)
        assert e.act in ("", "order", "card", *ACTS)
        assert unpack(Event, pack(e)) == e
