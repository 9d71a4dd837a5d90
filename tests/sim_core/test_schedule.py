"""The schedule: waits against brute force; nothing due is ever missed."""

import pytest

from sim_core.schedule import CYCLE, DIGEST_PHASE, SENSE_PHASES, waits


@pytest.mark.parametrize("phenomena", [(), ((20, 0),), ((10, 1), (4, 3)), ((1, 0),), ((5, 4), (20, 19))])
def test_waits_lead_to_the_next_thing_due(phenomena: tuple[tuple[int, int], ...]):
    wait = waits(phenomena)
    for tick in range(3 * CYCLE):
        at = tick
        while not (
            at % CYCLE == DIGEST_PHASE
            or at % CYCLE in SENSE_PHASES
            or any(at % period == phase for period, phase in phenomena)
        ):
            at += 1
        assert wait[tick % CYCLE] == at - tick


def test_a_period_must_divide_the_cycle():
    with pytest.raises(ValueError, match="7"):
        waits(((7, 0),))


def test_each_seat_has_a_turn_of_its_own():
    assert len(SENSE_PHASES) == len(set(SENSE_PHASES)) == 6  # a scenario has no more seats: scenarios.lint
    assert DIGEST_PHASE not in SENSE_PHASES and max(SENSE_PHASES) < CYCLE
