"""Sites as Hypothesis draws them: anything that a workbook may hold, whether a drill could be played there or not."""

from typing import Any

from hypothesis import strategies as st

from server.plant.columns import WORDS
from sim_core.site import (
    Bund,
    Channel,
    Crowd,
    Device,
    Found,
    Instrument,
    Line,
    Place,
    Site,
    Tank,
)
from sim_core.text import Text


def numbers(least: float = -20_000, most: float = 20_000) -> st.SearchStrategy[float]:
    return st.integers(int(least * 1000), int(most * 1000)).map(lambda n: n / 1000)


LETTERS = st.characters(categories=("L", "N", "P", "S"), exclude_characters="\ufffe")
words = (
    st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=4)
    .map(" ".join)
    .filter(lambda text: not text.startswith("="))
)
texts = st.builds(Text, words, words)
ids = st.text("ABCXYZ罐-_.0123456789", min_size=1, max_size=8)
refs = st.one_of(st.just(""), ids)
truths = st.booleans()


def many(kind: st.SearchStrategy[Any], key: str = "id") -> st.SearchStrategy[Any]:
    return st.lists(kind, max_size=4, unique_by=lambda thing: getattr(thing, key)).map(tuple)


kinds = {key: st.sampled_from(words) for key, words in WORDS.items()}
valves = st.lists(ids, max_size=3).map(tuple)
sites = st.builds(
    Site,
    id=st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True),
    name=texts,
    places=many(  #
        st.builds(
            Place,
            ids,
            texts,
            numbers(),
            numbers(),
            st.sampled_from(("yard", "road")),
            truths,
            truths,
            truths,
            refs,
            refs,
            numbers(-100, 300),
        )
    ),
    ways=st.lists(st.tuples(ids, ids), max_size=4).map(tuple),
    bunds=many(
        st.builds(Bund, ids, numbers(), numbers(), numbers(), numbers(), numbers(0, 30), st.one_of(st.none(), texts))
    ),
    tanks=many(
        st.builds(
            Tank,
            ids,
            texts,
            ids,
            numbers(),
            numbers(),
            numbers(0.001, 200),
            numbers(0.001, 100),
            kinds["substances"],
            st.sampled_from(("cylinder", "sphere", "bullet")),
        )
    ),
    devices=many(
        st.builds(
            Device,
            ids,
            texts,
            kinds["device_kinds"],
            ids,
            st.sampled_from(("open", "off")),
            numbers(0, 3600),
            st.integers(0, 1000),
            numbers(0, 60),
            truths,
            truths,
            refs,
            refs,
        )
    ),
    instruments=many(
        st.builds(
            Instrument,
            ids,
            texts,
            kinds["instrument_kinds"],
            refs,
            st.sampled_from(("", "m", "%LEL")),
            numbers(),
            numbers(),
            numbers(0.001),
            numbers(),
            numbers(),
        ),
        "tag",
    ),
    lines=st.lists(
        st.builds(Line, ids, valves, ids, refs, valves),
        max_size=3,
    ).map(tuple),
    crowds=many(st.builds(Crowd, ids, texts, ids, st.integers(1, 10_000))),
    air=st.lists(kinds["gases"], min_size=1, max_size=4, unique=True).map(tuple),
    channels=many(
        st.builds(
            Channel,
            ids,
            texts,
            ids,
            st.sampled_from(("%LEL", "ppm")),
            st.sampled_from((1e-6, 0.00014, 0.01)),
            numbers(0.001),
            numbers(0),
            numbers(0),
            numbers(0.001, 600),
            numbers(0.001),
        )
    ),
    portable=valves,
    casualties=many(st.builds(Found, ids, texts)),
)
