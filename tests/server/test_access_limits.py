from threading import Thread
from time import sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.access import limits
from server.access.limits import Attempts, Bucket
from tests.server.premises import Clock


def test_a_burst_then_the_rate() -> None:
    bucket = Bucket(rate_per_s=2.0, burst=3)
    assert [bucket.take(10.0) for _ in range(5)] == [0.0, 0.0, 0.0, 0.5, 0.5]
    assert [bucket.take(10.5), bucket.take(10.5)] == [0.0, 0.5]
    assert [bucket.take(1000.0) for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]


@given(st.lists(st.floats(0, 10), min_size=1, max_size=60), st.floats(0.1, 50), st.integers(1, 10))
def test_never_more_than_burst_and_rate_allow(pauses_s: list[float], rate_per_s: float, burst: int) -> None:
    bucket, now_s, taken = Bucket(rate_per_s, burst), 0.0, 0
    for pause_s in pauses_s:
        now_s += pause_s
        taken += bucket.take(now_s) == 0.0
        assert taken <= burst + (now_s - pauses_s[0]) * rate_per_s + 1e-6


@given(st.floats(0.1, 50), st.integers(1, 10))
def test_after_the_wait_that_was_told_one_is_there(rate_per_s: float, burst: int) -> None:
    bucket = Bucket(rate_per_s, burst)
    waits_s = [bucket.take(0.0) for _ in range(burst + 1)]
    assert waits_s[:-1] == [0.0] * burst and waits_s[-1] > 0
    assert bucket.take(waits_s[-1] + 1e-6) == 0.0


def test_a_clock_that_goes_back_gives_nothing() -> None:
    bucket = Bucket(1.0, 1)
    assert bucket.take(100.0) == 0.0
    assert bucket.take(0.0) > 0


def attempts(clock: Clock, limit: int = 2, **more: int) -> Attempts:
    return Attempts(limit, 60.0, clock.monotonic_s, **more)


def test_each_key_has_its_own_attempts_and_gets_them_again() -> None:
    clock = Clock()
    tried = attempts(clock)
    assert [tried.take("a") for _ in range(3)] == [0.0, 0.0, pytest.approx(30.0)]
    assert tried.take("b") == 0.0
    clock.pass_(seconds=30)
    assert tried.take("a") == 0.0 and tried.take("a") > 0


def test_an_attempt_that_succeeds_does_not_count() -> None:
    tried = attempts(Clock())
    for _ in range(10):
        assert tried.take("a") == 0.0
        tried.give_back("a")
    tried.give_back("unknown")
    assert [tried.take("a") > 0 for _ in range(3)] == [False, False, True]


def test_memory_is_bounded_and_a_flood_of_keys_frees_nobody_who_is_blocked() -> None:
    tried = attempts(Clock(), most_keys=100)
    while tried.take("attacked") == 0.0:
        pass
    for n in range(1000):
        tried.take(f"flood {n}")
    assert len(tried._buckets) <= 100
    assert tried.take("attacked") > 0


class Slow(Bucket):
    """Lets the other threads go between looking and taking."""

    def level(self, now_s: float) -> float:
        level = super().level(now_s)
        sleep(0.001)
        return level


def test_threads_together_get_no_more_than_one_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "Bucket", Slow)
    tried, got = attempts(Clock(), limit=20), []

    def ask() -> None:
        got.extend(tried.take("a") for _ in range(20))

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got.count(0.0) == 20
