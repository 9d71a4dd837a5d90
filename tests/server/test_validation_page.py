"""The page: whole by itself, every measurement drawn, both languages, poor cases in words; axes hold their values."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.validation import Found, cohorts, find, page, verdict
from server.validation.axes import axis_over
from server.validation.plots import COLOURS, courses, mark, scatter
from server.validation.words import figure, poor_readings, share

VOID = {"meta", "input", "br", "rect", "line", "circle", "path", "polyline"}


class Reader(HTMLParser):
    """Sees that what is opened is closed, and keeps tags, ids, targets and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        self.ids += [given["id"]] if given.get("id") else []
        self.targets += [v for k in ("href", "src", "action", "data", "for") if (v := given.get(k))]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@pytest.fixture(scope="module")
def found() -> list[Found]:
    return [find(c) for c in cohorts()]


@pytest.fixture(scope="module")
def text(found: list[Found]) -> str:
    return page(found, "en")


def test_it_is_whole_by_itself(text: str) -> None:
    reader = Reader(text)
    assert not reader.open and "script" not in reader.tags and "link" not in reader.tags
    assert len(reader.ids) == len(set(reader.ids))
    assert {t.removeprefix("#") for t in reader.targets} <= set(reader.ids)
    assert not re.search(r"https?:|url\(|@import|\bon\w+=", text) and "default-src 'none'" in text
    assert "prefers-color-scheme: dark" in text


def test_every_cohort_bar_and_poor_case_is_told(found: list[Found], text: str) -> None:
    said = "".join(Reader(text).said)
    for f in found:
        assert f.cohort.title.zh in said and f.cohort.title.en in said
        for words in poor_readings(f):
            assert words.zh in said and words.en in said
        for note in (*f.cohort.notes, *f.cohort.left_out):
            assert note.en in said and note.zh in said
        for r in f.references:
            assert r.title.en in said and r.source in said
    assert said.count("✗ ") == sum(not v.held for f in found for v in verdict(f)) * 2 + 3  # and three worked examples


def test_the_language_asked_for_comes_first(found: list[Found]) -> None:
    for language in ("zh", "en"):
        assert f'id="{language}" checked' in page(found[:1], language)


def test_every_measurement_is_drawn(found: list[Found]) -> None:
    for f in found:
        assert scatter(f).count('class="m ') == f.cohort.n, f.cohort.name
        if f.cohort.plot:
            alone = sum(s.n for s in f.trials.values() if s.n == 1)
            assert courses(f).count('class="m ') == 2 * (f.cohort.n - alone), f.cohort.name


def test_a_point_that_is_met_lies_on_the_line_of_equality(found: list[Found]) -> None:
    """The middle of the line predicted = observed, and a mark at its own value."""
    for f in found:
        x1, y1, x2, y2 = (float(v) for v in re.findall(r'class="near" x1="(.*?)" y1="(.*?)" x2="(.*?)" y2="(.*?)"',
                                                       scatter(f))[0])  # fmt: skip
        assert x1 < x2 and y1 > y2  # up and to the right: y grows downward in a drawing


def test_marks_of_many_trials_differ() -> None:
    assert len({mark(n, 0.0, 0.0) for n in range(18)}) == 18
    assert len({re.sub(r'class="[^"]*"', "", mark(n, 0.0, 0.0)) for n in range(6)}) == 6 and COLOURS >= 6


@given(st.lists(st.floats(1e-8, 1e6), min_size=1, max_size=9), st.booleans())
def test_axes_hold_their_values(values: list[float], logarithmic: bool) -> None:
    axis = axis_over(values, 40.0, 400.0, logarithmic)
    places = [axis.at(v) for v in sorted(values)]
    assert all(40.0 <= p <= 400.0 for p in places) and all(a <= b for a, b in pairwise(places))
    ticks = [t for t, _ in axis.ticks]
    assert all(axis.least <= t <= axis.most for t in ticks) and len(ticks) <= 40
    assert all(axis.at(a) < axis.at(b) for a, b in pairwise(ticks))


def test_figures_never_flatter() -> None:
    assert share(0.9961) == "0.996" and share(1.0) == "1.00" and share(0.66) == "0.66" and share(None) == "–"
    assert figure(-0.001) == "0.00" and figure(1.777) == "1.78"
