"""What the debrief shows is what the record holds: truth as re-execution gives it, sight as it was recorded."""

import json
from dataclasses import replace
from typing import Any

import pytest
import rfc8785

from scenarios import from_canonical, load
from scenarios.drill import build
from scenarios.play import play
from scoring.marks import prefill
from server.cli.installation import holds
from server.cli.meta import describe
from server.debrief import work
from server.debrief.course import run_again
from server.debrief.model_answer import model_answer
from server.debrief.opening import Told, opening
from server.debrief.proven import BrokenError, Proven, prove
from server.debrief.shapes import Frame
from server.debrief.states import states
from server.views import staff, trainee
from sim_core.chance import drill_keys
from sim_core.pack import unpack
from sim_core.people.bodies import position
from sim_core.record.container import Kind
from sim_core.record.drill import Observed, Recorder
from sim_core.record.lane import UNSEEN, Placement, Pose
from sim_core.simulation import Point, advance, jump
from tests.server.conftest import KEY, SIGNER

TOLD = Told("0" * 16, "0417", "ab" * 32, "http://here/drills/0#sha256=ab")


@pytest.fixture(scope="module")
def proven(short_record: bytes) -> Proven:
    return prove(short_record, holds, (SIGNER,))


def cells(frames: tuple[Frame, ...]) -> dict[int, dict[str, object]]:
    found: dict[int, dict[str, object]] = {}
    state: dict[str, object] = {}
    for frame in frames:
        state = {**state, **frame.cells}
        for name in frame.gone:
            del state[name]
        found[frame.tick] = state
    return found


@pytest.mark.parametrize("step", [1, 7, 10, 100])
def test_every_state_of_a_span_is_the_one_that_stepping_gives(proven: Proven, step: int) -> None:
    first = proven.acts[0].tick  # a state stands just where an act is given: it belongs to the next one
    from_tick, to_tick = first - 140, min(first + 160, proven.record.ticks - 1)
    shown = cells(states(proven, from_tick, to_tick, step, "").truth)
    point, rules = proven.drill.point, proven.drill.rules
    stepped = {}
    while point.world.tick <= to_tick:  # tick by tick from the start, by no keyframe
        stepped[point.world.tick] = staff.encode(point.world, rules.site)
        due = [timed.act for timed in proven.acts if timed.tick == point.world.tick]
        after, _ = advance(point, rules, due)
        point = jump(after, rules, point.world.tick + 1)
    assert sorted(shown) == sorted({*range(from_tick, to_tick, step), to_tick})
    assert all(shown[tick] == stepped[tick] for tick in shown)


def test_a_head_is_where_it_was_recorded_until_it_tells_nothing_any_more() -> None:
    """Told of at 150 and, in another span, at 230; then silent for longer than a span."""
    authored = json.loads(load("tank_overfill").canonical)
    scenario = from_canonical(rfc8785.dumps({**authored, "duration_s": 40}), "short")
    keys = drill_keys(5)
    drill = build(scenario, keys.hidden, keys.world)
    recorder = Recorder(describe(drill, keys, "expert"), drill.rules.site)
    heads = {tick: Placement(0, 0, 1650, 0, 0, 0, tick) for tick in (150, 230)}

    def follow(before: Point, *what: Any) -> None:
        recorder.follow(before, *what)
        for tick in [tick for tick in heads if tick <= before.world.tick and tick not in told]:
            recorder.pose("OUT", Pose(tick, heads[tick], UNSEEN, UNSEEN))
            told.append(tick)

    told: list[int] = []
    end = play(drill, scenario.policies["expert"], follow).point
    shown = cells(states(prove(recorder.seal(end, SIGNER, KEY.sign), holds, (SIGNER,)), 140, 460, 10, "").truth)
    assert [tick for tick, state in shown.items() if "head.OUT" in state] == list(range(150, 430, 10))
    assert all(shown[tick]["head.OUT"] == heads[150] for tick in range(150, 230, 10))
    assert all(shown[tick]["head.OUT"] == heads[230] for tick in range(230, 430, 10))


@pytest.mark.parametrize("seat", ["IC", "OUT"])
def test_what_a_seat_saw_is_what_was_recorded(proven: Proven, seat: str) -> None:
    site = proven.drill.rules.site
    tags = [n.tag for n in site.instruments]
    recorded = {
        one.tick: trainee.encode(one, tags)
        for span in proven.record.spans
        for one in unpack(Observed, span.blocks[Kind.OBSERVED].payload()).seen
        if one.seat == seat
    }
    shown = cells(states(proven, 150, 450, 10, seat).seen)
    assert shown == {tick: recorded[tick] for tick in recorded if 140 < tick <= 450}
    assert states(proven, 150, 450, 10, "").seen == ()
    assert not any(key == "cloud" or key.startswith(("tank.", "bund.")) for one in shown.values() for key in one)


def test_beyond_the_end_is_the_end(proven: Proven) -> None:
    found = states(proven, 700, 4000, 100, "IC")
    assert [frame.tick for frame in found.truth] == [700, proven.record.ticks] and found.to_tick == proven.record.ticks


def test_the_course_agrees_and_is_sampled_once_a_second(proven: Proven) -> None:
    found = run_again(proven)
    assert found.faults == ()
    point, rules = proven.drill.point, proven.drill.rules
    here = next(track for track in found.tracks if track.seat == "OUT")
    out = [p.seat for p in point.world.people].index("OUT")
    level = next(curve for curve in found.curves if (curve.kind, curve.id) == ("level", "T-101"))
    while point.world.tick < 30 * 20:
        due = [timed.act for timed in proven.acts if timed.tick == point.world.tick]
        after, _ = advance(point, rules, due)
        point = jump(after, rules, point.world.tick + 1)
    x, y = position(point.world.people[out], point.world.tick)
    assert abs(here.x[30] / 10 - x) <= 0.05 and abs(here.y[30] / 10 - y) <= 0.05
    assert abs(level.hundredths[30] / 100 - point.world.tanks[0].level_m) <= 0.005
    assert len(here.x) == proven.record.ticks // 20


def test_a_course_that_departs_is_told(proven: Proven) -> None:
    other = replace(proven, drill=replace(proven.drill, point=replace(proven.drill.point, chain=b"\1" * 16)))
    assert run_again(other).faults


def test_the_opening_tells_what_the_machine_found(proven: Proven) -> None:
    found = opening(proven, TOLD)
    sheet = prefill(proven.events, proven.drill.scenario.rubric, proven.examined, proven.record.ticks)
    assert [(one.item, one.tick) for one in found.items] == [(line.item_id, line.tick) for line in sheet.lines]
    assert found.machine_points == f"{sheet.machine_points:.2f}" and found.panel is None
    assert all(one.panel_points is None for one in found.items)
    assert found.proof.signer == SIGNER.hex() and found.proof.digest == proven.record.digest.hex()
    assert 5 <= len(found.mattered) <= 9
    assert [line.tick for line in found.mattered] == sorted(line.tick for line in found.mattered)
    assert {one.id for one in found.hidden} == {one.id for one in proven.drill.scenario.hidden}


def test_the_expert_plays_the_same_draw(proven: Proven) -> None:
    # the record is the expert's own: played again, it comes out alike, deed for deed
    ours, theirs = opening(proven, TOLD), model_answer(proven)
    assert [(one.item, one.done_tick) for one in ours.items] == [(one.item, one.tick) for one in theirs.items]
    assert theirs.score == ours.machine_score


def test_a_changed_byte_opens_nothing(short_record: bytes) -> None:
    changed = bytearray(short_record)
    changed[len(changed) // 2] ^= 1
    with pytest.raises(BrokenError, match=r"does not hold|damaged"):
        prove(bytes(changed), holds, (SIGNER,))
    with pytest.raises(BrokenError, match="signer"):
        prove(short_record, holds, (bytes(32),))


def test_a_record_of_another_engine_is_shown_but_not_run(proven: Proven, tmp_path: object) -> None:
    shelf = work.Shelf()
    path = tmp_path / "a.ylr"  # type: ignore[operator]
    shelf._open[path] = proven
    wish = work.Wish("opening", path, SIGNER, "00" * 32, (TOLD,))
    assert work.answer(shelf, wish).body
    assert work.answer(shelf, replace(wish, what="course", arguments=())).code == "other_engine"
