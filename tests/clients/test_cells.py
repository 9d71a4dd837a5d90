"""Cells: baseline and changes give back every state, and a State that does not fit is refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clients.protocol.cells import StateError, baseline_of, cells_of, changes, patched
from clients.protocol.frames import decode, encode
from clients.protocol.messages import Baseline, State

KEYS = st.sampled_from(["a", "b", "c", "d", "储罐"]) | st.text(max_size=4)
WHOLE = st.integers(-(2**63), 2**64 - 1)
VALUES = st.recursive(
    st.none() | st.booleans() | WHOLE | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
CELLS = st.dictionaries(KEYS, VALUES, max_size=6)


@given(CELLS)
def test_a_baseline_gives_its_cells(cells: dict[str, Any]) -> None:
    assert cells_of(baseline_of("d", 1, 5, cells)) == cells


@given(CELLS, CELLS)
def test_any_state_from_any_baseline(before: dict[str, Any], after: dict[str, Any]) -> None:
    baseline = baseline_of("d", 1, 5, before)
    state = changes("d", baseline, 6, after)
    assert patched(baseline, state) == after
    assert (state.baseline, state.tick, state.timeline) == (1, 6, "d")


@given(CELLS, CELLS)
def test_over_the_wire_too(before: dict[str, Any], after: dict[str, Any]) -> None:
    baseline = baseline_of("d", 1, 5, before)
    sent = [encode(baseline), encode(changes("d", baseline, 6, after))]
    first, second = (decode("trainee", data, to_server=False) for data in sent)
    assert patched(first, second) == after


@given(CELLS, st.data())
def test_only_what_differs_is_sent(before: dict[str, Any], data: st.DataObject) -> None:
    baseline = baseline_of("d", 1, 5, before)
    changed = set(data.draw(st.lists(st.sampled_from(sorted(before)), unique=True))) if before else set()
    after = {key: "changed" if key in changed else value for key, value in before.items()}
    state = changes("d", baseline, 6, after)
    assert {baseline.keys[n] for n in state.at} == {key for key in changed if before[key] != "changed"}
    assert not state.gone and not state.new


BASE = Baseline(number=3, tick=1, keys=("a", "b"), values=(1, 2))


@pytest.mark.parametrize(
    "state",
    [
        State(baseline=2, tick=2),
        State(baseline=3, tick=2, at=(0,)),
        State(baseline=3, tick=2, values=(1,)),
        State(baseline=3, tick=2, at=(2,), values=(1,)),
        State(baseline=3, tick=2, at=(-1,), values=(1,)),
        State(baseline=3, tick=2, gone=(2,)),
        State(baseline=3, tick=2, gone=(-1,)),
        State(baseline=3, tick=2, gone=(0, 0)),
    ],
)
def test_a_state_that_does_not_fit(state: State) -> None:
    with pytest.raises(StateError):
        patched(BASE, state)


@pytest.mark.parametrize(
    "baseline",
    [
        Baseline(number=1, tick=1, keys=("a",), values=()),
        Baseline(number=1, tick=1, keys=(), values=(1,)),
        Baseline(number=1, tick=1, keys=("a", "a"), values=(1, 2)),
    ],
)
def test_a_baseline_that_is_none(baseline: Baseline) -> None:
    with pytest.raises(StateError):
        cells_of(baseline)


@given(
    st.builds(State, baseline=st.just(3), tick=st.just(2), at=st.lists(st.integers(-1, 2), max_size=3).map(tuple),
              values=st.lists(VALUES, max_size=3).map(tuple), gone=st.lists(st.integers(-1, 2), max_size=3).map(tuple),
              new=CELLS)
)  # fmt: skip
def test_any_state_is_read_or_refused(state: State) -> None:
    try:
        cells = patched(BASE, state)
    except StateError:
        return
    assert set(cells) <= {"a", "b", *state.new}
