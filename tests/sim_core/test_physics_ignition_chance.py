"""Ignition chance: the look-up at its points, direct ignition, and the limits of the source density form."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import ignition_chance

SHARES = st.floats(0.0, 1.0)


LOOK_UP = [(0.1, "plant", 0.001), (1.0, "open", 0.003), (100.0, "plant", 0.4)]


@pytest.mark.parametrize(("rate", "scene", "chance"), LOOK_UP)
def test_the_look_up(rate: float, scene: str, chance: float) -> None:
    assert ignition_chance.total(rate, scene) == pytest.approx(chance)


@given(st.floats(0.1, 1e4), st.floats(1.0, 10.0))
def test_a_larger_release_is_likelier_lit_up_to_the_cap(rate: float, larger: float) -> None:
    for scene in ("open", "plant"):
        here = ignition_chance.total(rate, scene)
        assert here <= ignition_chance.total(rate * larger, scene) * (1 + 1e-12) <= 0.65 + 1e-9
    assert ignition_chance.total(rate, "open") <= ignition_chance.total(rate, "plant") * (1 + 1e-12)


def test_direct_ignition_by_rate() -> None:
    assert [ignition_chance.direct(r, "gas_high") for r in (9.9, 10.0, 100.0, 101.0)] == [0.2, 0.5, 0.5, 0.7]


@given(st.floats(0.0, 100.0), SHARES, SHARES, st.floats(0.0, 1e3), st.floats(0.0, 100.0))
def test_sources(n: float, a: float, p: float, t: float, more: float) -> None:
    chance = ignition_chance.by_sources(n, a, p, 1e-3, t)
    assert 0.0 <= chance <= 1.0
    assert ignition_chance.by_sources(n, a, p, 1e-3, t + more) >= chance - 1e-12
    assert ignition_chance.by_sources(n + more, a, p, 1e-3, t) >= chance - 1e-12
    assert ignition_chance.by_sources(n, 0.0, p, 0.0, t) == 0.0


def test_a_source_at_work_lights_by_its_own_chance() -> None:
    assert ignition_chance.by_sources(2.0, 0.5, 0.4, 0.0, 60.0) == pytest.approx(1.0 - exp(-2.0 * 0.2))


def test_in_the_end_every_source_that_starts_has_its_chance() -> None:
    assert ignition_chance.by_sources(2.0, 0.1, 0.5, 0.01, 1.0e5) == pytest.approx(1.0 - exp(-2.0), rel=1e-6)
