"""Stepping, jumping and working every tick in full give equal digests, events and worlds."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.play import play
from sim_core import simulation
from sim_core.acts import ACTS, Act, SeatAct
from sim_core.events import Event
from sim_core.pack import digest
from sim_core.people.bodies import position
from sim_core.simulation import START, advance, jump, link
from tests.drills import NOBODY, SCENARIO, SEATS, drill

Acts = dict[int, list[SeatAct]]
End = tuple[list[bytes], list[Event], bytes, str]
FOREVER = 1 << 40


def stepped(acts: Acts, last: int, *, fully: bool = False, **given: object) -> End:
    """Every tick, one by one; fully: also those at which nothing is due are worked."""
    played = drill(**given)
    point, chain, told = played.point, [START], []
    while point.world.tick < last and not point.world.ended:
        now = acts.get(point.world.tick, [])
        point, events = advance(point, played.rules, [*now, NOBODY] if fully else now)
        chain += [point.chain] if point.chain != chain[-1] else []
        told += events
    return chain, told, digest(point.world), point.world.ended


def jumped(acts: Acts, last: int, **given: object) -> End:
    """From one due tick or act to the next."""
    played = drill(**given)
    point, chain, told = played.point, [START], []
    while point.world.tick < last and not point.world.ended:
        point, events = advance(point, played.rules, acts.get(point.world.tick, []))
        chain += [point.chain] if point.chain != chain[-1] else []
        told += events
        point = jump(point, played.rules, min((t for t in acts if t >= point.world.tick), default=last))
    return chain, told, digest(point.world), point.world.ended


def acts_of(policy: str, **given: object) -> Acts:
    """What a policy does in a drill of its own, by tick."""
    acts: Acts = {}

    def follow(before, given_acts, after, events):
        if given_acts:
            acts[before.world.tick] = list(given_acts)

    play(drill(**given), SCENARIO.policies[policy], follow)
    return acts


@pytest.mark.parametrize(
    ("policy", "hidden"),
    [
        ("expert", {"rosov_fails": "yes", "radio_dead": "OUT", "wind_from_deg": 200.0, "seed": 1}),
        ("idle", {"wind_speed_m_s": 0.5, "vehicle_start_s": 600.0, "seed": 4}),
    ],
)
def test_whole_drills(policy: str, hidden: dict[str, object]):
    given = {"humans": ("IC",), **hidden}
    acts = acts_of(policy, **given)
    full = stepped(acts, FOREVER, fully=True, **given)
    assert stepped(acts, FOREVER, **given) == full
    assert jumped(acts, FOREVER, **given) == full
    assert full[3] and len(full[0]) > 1000


PLACES = [p.id for p in SCENARIO.site.places]
DEVICES = [d.id for d in SCENARIO.site.devices]
WORDS = ["", "close", "open", "stop", "start", "acknowledge", "scba", "fire_suit"]
act = st.builds(
    Act,
    kind=st.sampled_from(sorted(set(ACTS) - {"safety_stop", "handover"})),
    target=st.sampled_from([*PLACES, *DEVICES, "DCS", "scba", "overfill"]),
    detail=st.sampled_from(WORDS),
    value=st.sampled_from([0.0, 1.2, 150.0]),
    words=st.sampled_from([(), (("x", "0.6"), ("y", "-0.8")), (("ppe", "none"),)]),
    to=st.sampled_from(["", "", *SEATS, "ALL"]),
    via=st.sampled_from(["radio", "voice", "phone", "runner"]),
)
doings = st.lists(
    st.tuples(st.integers(0, 1500), st.sampled_from(SEATS), act), min_size=1, max_size=25
).map(lambda rows: [(t, SeatAct(s, n, a)) for n, (t, s, a) in enumerate(rows)])


def by_tick(rows: list[tuple[int, SeatAct]]) -> Acts:
    acts: Acts = {}
    for tick, seat_act in rows:
        acts.setdefault(tick, []).append(seat_act)
    return acts


@settings(max_examples=10, deadline=None)
@given(doings, st.sampled_from([SEATS, ("IC",)]), st.integers(0, 5))
def test_random_acts_at_random_ticks(rows, humans, seed):
    acts, given = by_tick(rows), {"humans": humans, "seed": seed, "overflow_at_s": 3.0}
    full = stepped(acts, 1600, fully=True, **given)
    assert stepped(acts, 1600, **given) == full
    assert jumped(acts, 1600, **given) == full


ENDS: Acts = {
    3: [SeatAct("DCS", 0, Act("operate", "XV-101", "close")), SeatAct("OUT", 0, Act("go", "MF"))],
    4: [SeatAct("IC", 0, Act("evacuate", "MP-E")), SeatAct("FF", 0, Act("drive", "JE"))],
    9: [SeatAct("LIA", 0, Act("report", "gas", to="IC", via="phone"))],
}


def test_every_kind_of_end_at_a_tick_of_its_own():
    """Strokes, walks, crowds, vehicles, words on their way, hands: at ticks at which nothing else is due."""
    given = {"vehicle_start_s": 20.35}
    full = stepped(ENDS, 1200, fully=True, **given)
    assert stepped(ENDS, 1200, **given) == full
    assert jumped(ENDS, 1200, **given) == full
    assert {e.tick for e in full[1] if e.kind == "changed"} == {3 + 60 + 400}


WALK = {5: [SeatAct("OUT", 0, Act("go", "MF"))]}


def test_a_walk_advanced_step_by_step_is_seen(monkeypatch):
    """Planted: twenty steps of 0.05 s in place of one anchor."""
    right = stepped(WALK, 200)
    true_step = simulation.step

    def creeping(world, rules, acts=()):
        after, events = true_step(world, rules, acts)
        people = []
        for p in after.people:
            x, y = position(p, after.tick)
            people.append(replace(p, x_m=x, y_m=y, tick=after.tick) if p.until_tick else p)
        return replace(after, people=tuple(people)), events

    monkeypatch.setattr(simulation, "step", creeping)
    assert stepped(WALK, 200)[0] != right[0]
    assert jumped(WALK, 200)[0] != stepped(WALK, 200)[0]


def test_a_forgotten_due_tick_is_seen(monkeypatch):
    """Planted: the ends of what hands do are no longer due, so a jump passes them by."""
    acts = {3: [SeatAct("IC", 0, Act("declare", "overfill"))]}
    full = stepped(acts, 200, fully=True)
    assert jumped(acts, 200) == full
    true_due = simulation.next_due

    def forgetful(world, rules):
        return true_due(replace(world, people=tuple(replace(p, doing=None) for p in world.people)), rules)

    monkeypatch.setattr(simulation, "next_due", forgetful)
    monkeypatch.setattr("sim_core.step.next_due", forgetful)
    assert jumped(acts, 200) != full


def test_the_chain_links_each_second_and_the_end():
    played = drill()
    point, expected = played.point, START
    for tick in range(45):
        before = point.chain
        point, _ = advance(point, played.rules)
        if tick % 20 == 0:
            expected = link(before, point.world)
        assert point.chain == expected
    point, _ = advance(point, played.rules, [SeatAct("IC", 0, Act("safety_stop"))])
    assert point.world.ended == "safety_stop" and point.chain == link(expected, point.world)
    after, events = advance(point, played.rules, [SeatAct("IC", 1, Act("declare"))])
    assert after.chain == point.chain and events == ()
    assert digest(replace(after.world, tick=point.world.tick)) == digest(point.world)


def test_a_jump_goes_no_further_than_asked():
    played = drill()
    point, _ = advance(played.point, played.rules)
    assert jump(point, played.rules, 1).world.tick == 1
    assert jump(point, played.rules, FOREVER).world.tick in (1, 2)
    assert jump(point, played.rules, 0) is point
    over, _ = advance(point, played.rules, [SeatAct("IC", 0, Act("safety_stop"))])
    assert jump(over, played.rules, FOREVER) is over
