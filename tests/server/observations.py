"""Observations as Hypothesis makes them: everything that the types allow, likely or not."""

import struct
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import strategies as st

from sim_core.observation import Act, Body, Heard, Note, Observation, PanelView, Sighting, Sock

KINDS = ("person", "crowd", "vehicle", "device", "pool", "overflow", "fire", "sparks")
TAGS = ("LT-101", "液位 1", "a.b", "")
MOST_TICKS = 1 << 40

texts = st.text(max_size=6)
counts = st.integers(0, MOST_TICKS)
floats = st.floats() | st.sampled_from((0.0, -0.0, 0.07, 0.29, 1.1, 2.0**53, 2.0**53 / 100, 1e300, 5e-324))
# What acts, plans and displays can bring about: `well_formed` lets no larger value in, and no nought has a sign.
sane = st.floats(-1e12, 1e12).map(lambda value: value or 0.0)


def observations(numbers: st.SearchStrategy[float] = floats) -> st.SearchStrategy[Observation]:
    """Any observation of a site whose instruments are TAGS."""
    acts = st.builds(
        Act, texts, texts, texts, numbers, st.lists(st.tuples(texts, texts), max_size=2).map(tuple), texts, texts
    )
    bodies = st.builds(
        Body, numbers, numbers, texts, st.booleans(), texts, _rows(texts), numbers, texts, st.integers(0, 2), numbers
    )
    heard = st.builds(Heard, counts, counts, texts, texts, texts, texts, numbers, st.none() | acts, texts)
    panels = st.builds(
        PanelView, _each(numbers), _each(st.integers(0, MOST_TICKS // 20)), _each(st.integers(0, 4))
    )
    return st.builds(
        Observation,
        counts,
        texts,
        bodies,
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.none() | st.builds(Sock, st.integers(-1, 7), st.integers(0, 3)),
        _rows(texts),
        st.none() | panels,
        _rows(texts),
        _rows(
            st.builds(Sighting, st.sampled_from(KINDS), texts, numbers, numbers, texts), lambda s: (s.kind, s.id)
        ),
        _rows(heard, lambda m: m.number).map(lambda row: tuple(sorted(row, key=lambda m: m.number))),
        _rows(st.builds(Note, counts, texts, texts, numbers, texts)),
        st.booleans(),
        texts,
        numbers,
    )


def bits(value: Any) -> Any:
    """A value taken apart so that only the same types and the same bits are equal."""
    if is_dataclass(value):
        return type(value).__name__, [bits(getattr(value, f.name)) for f in fields(value)]
    if isinstance(value, tuple):
        return "tuple", [bits(each) for each in value]
    if isinstance(value, float):
        return "float", struct.pack("<d", value)
    return type(value).__name__, value


def _rows(each: st.SearchStrategy[Any], key: Any = None) -> st.SearchStrategy[Any]:
    return st.lists(each, max_size=3, unique_by=key).map(tuple)


def _each(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.tuples(*(values for _ in TAGS))
