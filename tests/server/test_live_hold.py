"""Hold: a little longer than the log has lately taken at worst, within bounds, and it forgets."""

import pytest

from server.live.hold import LONGEST_S, MARGIN, SHORTEST_S, WINDOW_S, Hold


class Clock:
    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def committed(hold: Hold, clock: Clock, position: int, took_s: float) -> None:
    hold.submitted(position)
    clock.now_s += took_s
    hold.on_disk(position)


@pytest.mark.parametrize(
    ("took_s", "held_s"), [(0.001, SHORTEST_S), (0.02, MARGIN * 0.02), (0.03, MARGIN * 0.03), (1.0, LONGEST_S)]
)
def test_it_follows_the_slowest_commit_within_bounds(took_s: float, held_s: float) -> None:
    clock = Clock()
    hold = Hold(clock)
    committed(hold, clock, 1, took_s)
    committed(hold, clock, 2, 0.001)
    assert hold.seconds() == pytest.approx(held_s)


def test_it_counts_from_the_first_of_what_is_committed_together() -> None:
    clock = Clock()
    hold = Hold(clock)
    hold.submitted(1)
    clock.now_s += 0.02
    hold.submitted(2)
    clock.now_s += 0.01
    hold.on_disk(2)
    assert hold.seconds() == pytest.approx(MARGIN * 0.03)


def test_a_hiccup_is_forgotten_after_two_windows_and_not_before_one() -> None:
    clock = Clock()
    hold = Hold(clock)
    committed(hold, clock, 1, 0.03)
    clock.now_s += WINDOW_S - 0.1
    assert hold.seconds() == pytest.approx(MARGIN * 0.03)
    clock.now_s += 0.2
    assert hold.seconds() == pytest.approx(MARGIN * 0.03)
    clock.now_s += WINDOW_S
    assert hold.seconds() == SHORTEST_S
