"""Sensing: display steps, stillness, alarms with their deadband, and the first time that a seat perceives a cue."""

from dataclasses import replace

import pytest

from sim_core.cues import holds
from sim_core.draft import Draft
from sim_core.schedule import SENSE_PHASES
from sim_core.sensing import show
from tests.drills import SCENARIO, Stage, drill

RULES = drill().rules
LEL, LT = SCENARIO.site.tag_index["LEL-1"], SCENARIO.site.tag_index["LT-101"]


class Board:
    """A panel that is shown one value at a time, a second apart."""

    def __init__(self) -> None:
        self.world = drill().point.world

    def show(self, i: int, value: float) -> list[str]:
        draft = Draft(self.world)
        values = list(self.world.panel.readings)
        values[i] = value
        show(draft, RULES, values)
        self.world = draft.world(draft.tick + 20)
        return [e.detail for e in draft.events]

    def state(self, i: int) -> int:
        return self.world.panel.alarms[i]

    def press(self, detail: str) -> None:
        alarms = tuple(0 if detail == "reset" else 2 if a else 0 for a in self.world.panel.alarms)
        self.world = replace(self.world, panel=replace(self.world.panel, alarms=alarms, horn=False))


def test_an_alarm_is_raised_at_its_limit_once():
    board = Board()
    assert board.show(LEL, 24.0) == [] and board.state(LEL) == 0
    assert board.show(LEL, 25.0) == ["raised"] and board.state(LEL) == 1 and board.world.panel.horn
    assert board.show(LEL, 26.0) == [] and board.show(LEL, 25.0) == []
    assert board.show(LEL, 50.0) == ["high_high"]


def test_an_alarm_clears_a_tenth_below_its_limit():
    board = Board()
    board.show(LEL, 30.0)
    assert board.show(LEL, 23.0) == [] and board.state(LEL) == 1
    assert board.show(LEL, 26.0) == []  # no chatter within the deadband
    assert board.show(LEL, 22.0) == ["cleared"] and board.state(LEL) == 0
    assert board.show(LEL, 25.0) == ["raised"]


def test_an_acknowledged_alarm_is_silent_until_it_gets_worse():
    board = Board()
    board.show(LEL, 30.0)
    board.press("acknowledge")
    assert board.show(LEL, 31.0) == [] and board.state(LEL) == 2 and not board.world.panel.horn
    assert board.show(LEL, 60.0) == ["high_high"] and board.state(LEL) == 1 and board.world.panel.horn


def test_a_reset_alarm_comes_again_only_from_below():
    board = Board()
    board.show(LEL, 30.0)
    board.press("reset")
    for value in (31.0, 40.0, 30.0, 25.0):
        assert board.show(LEL, value) == [] and board.state(LEL) == 0
    assert board.show(LEL, 24.0) == []
    assert board.show(LEL, 25.0) == ["raised"]


def test_readings_move_in_steps_of_the_display():
    board = Board()
    board.show(LT, 14.004)
    moved = board.world.panel.moved_tick[LT]
    assert board.world.panel.readings[LT] == pytest.approx(14.0)
    board.show(LT, 14.0049)
    assert board.world.panel.moved_tick[LT] == moved
    board.show(LT, 14.006)
    assert board.world.panel.readings[LT] == pytest.approx(14.01)
    assert board.world.panel.moved_tick[LT] == board.world.tick - 20


@pytest.mark.parametrize("seed", [1, 2])
def test_a_cue_is_revealed_once_at_the_first_look_at_which_it_holds(seed: int):
    """Held against an account of our own: what each seat perceives at each of its looks."""
    stage = Stage(drill(humans=("IC",), seed=seed, overflow_at_s=4.0, wind_speed_m_s=1.5))
    stage.act("IC", "alarm", "PA")
    first: dict[tuple[str, str], int] = {}
    looks = dict(zip(SENSE_PHASES, range(len(stage.world.people)), strict=False))
    real = []
    for _ in range(150 * 20):
        tick = stage.tick
        real += [(e.seat, e.subject, e.tick) for e in stage.tick_with() if e.kind == "cue_revealed"]
        i = looks.get(tick % 20)
        if i is not None:  # a look comes last in its tick: all but the colleague's own deed is as it was then
            stage_seen = stage.seen(stage.world.people[i].seat)
            seen = replace(stage_seen, tick=tick)
            for cue in stage.rules.cues:
                if any(holds(c, seen, stage.site) for c in cue.any):
                    first.setdefault((seen.seat, cue.id), tick)
    assert len(real) > 10 and len({(s, c) for s, c, _ in real}) == len(real)
    assert {(s, c): t for s, c, t in real} == first
    for p in stage.world.people:
        for cue, tick in zip(stage.rules.cues, p.cues, strict=True):
            assert tick == first.get((p.seat, cue.id), -1)


def test_a_plan_card_comes_up_at_its_seat_with_the_first_cue_that_brings_it_and_once():
    """The siren is heard outside; the panel saw its alarm before, and gets nothing a second time."""
    stage = Stage(drill(overflow_at_s=4.0, wind_speed_m_s=1.5))
    stage.wait(120)
    stage.act("IC", "alarm", "PA")
    stage.wait(10)
    came: dict[str, list[tuple[int, str]]] = {}
    for e in stage.told("told", act="card"):
        came.setdefault(e.seat, []).append((e.tick, e.detail))
    revealed = {(e.seat, e.subject): e.tick for e in stage.told("cue_revealed")}
    assert {seat for seat, _ in revealed} == set(came)
    for card in SCENARIO.plan_cards:
        [(tick, name)] = came[card.seat]
        first = min(revealed[card.seat, cue] for cue in card.cues if (card.seat, cue) in revealed)
        assert (name, tick) == (card.id, first + 1)
