"""Cells: a state as named values, and how it is put together from a baseline and what changed since."""

from collections.abc import Mapping
from typing import Any

from clients.protocol.messages import Baseline, State

Cells = dict[str, Any]


class StateError(ValueError):
    """A State that does not fit the baseline it names."""


def baseline_of(timeline: str, number: int, tick: int, cells: Mapping[str, Any]) -> Baseline:
    """Write a whole state."""
    return Baseline(timeline=timeline, number=number, tick=tick, keys=tuple(cells), values=tuple(cells.values()))


def cells_of(baseline: Baseline) -> Cells:
    """Read a whole state. StateError if it is none."""
    if len(baseline.keys) != len(baseline.values):
        raise StateError("a baseline has as many values as keys")
    cells = dict(zip(baseline.keys, baseline.values, strict=True))
    if len(cells) != len(baseline.keys):
        raise StateError("a baseline has each key once")
    return cells


def changes(timeline: str, baseline: Baseline, tick: int, cells: Mapping[str, Any]) -> State:
    """Write what changed since a baseline."""
    at, values, gone = [], [], []
    for n, (key, value) in enumerate(zip(baseline.keys, baseline.values, strict=True)):
        if key not in cells:
            gone.append(n)
        elif cells[key] != value:
            at.append(n)
            values.append(cells[key])
    new: Cells = {}
    if len(cells) > len(baseline.keys) - len(gone):  # most often there is none, and no need to look for it
        known = set(baseline.keys)
        new = {key: value for key, value in cells.items() if key not in known}
    return State(
        timeline=timeline,
        baseline=baseline.number,
        tick=tick,
        at=tuple(at),
        values=tuple(values),
        gone=tuple(gone),
        new=new,
    )


def patched(baseline: Baseline, state: State) -> Cells:
    """Read the state at a State's tick. StateError if it is not one of this baseline."""
    if state.baseline != baseline.number or len(state.at) != len(state.values):
        raise StateError(f"state of baseline {state.baseline}, at hand is {baseline.number}")
    cells, keys = cells_of(baseline), baseline.keys
    if any(not 0 <= n < len(keys) for n in (*state.at, *state.gone)):
        raise StateError("a position beyond the baseline")
    if len(set(state.gone)) != len(state.gone):
        raise StateError("a cell can go only once")
    for n, value in zip(state.at, state.values, strict=True):
        cells[keys[n]] = value
    for n in state.gone:
        del cells[keys[n]]
    cells.update(state.new)
    return cells
