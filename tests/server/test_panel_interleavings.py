"""Interleavings: pages, lost answers, saves and locks of three examiners in any order, on a real catalogue."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from msgspec import structs
from sqlalchemy import Engine

from server.catalogue.engine import open_catalogue
from server.panel.adjudication import adjudicate
from server.panel.life import set_prefilled
from server.panel.refusal import PanelError
from server.panel.sheet import Patch
from server.panel.stored import Decision
from tests.server.panel_pages import Page, Panel
from tests.server.panel_rooms import ANNA, AT, BO, CHEN, CHIEF, EXAMINERS, FULL, PREFILLED, mark, new_id, opened

amounts = st.sampled_from([mark("1.00"), mark("2.00")])
patches = st.one_of(
    st.builds(Patch, marks=st.dictionaries(st.sampled_from(["command", "report"]), st.none() | amounts, min_size=1)),
    st.builds(Patch, vetoes=st.dictionaries(st.sampled_from(["engine", "evacuate"]), st.booleans(), min_size=1)),
    st.builds(Patch, notes=st.sampled_from(["", "one", "two"]), global_rating=st.integers(1, 2)),
    st.just(Patch(marks={"alarm": mark("0.00", "0.00", "wrong_manner")})),
    st.just(FULL),
)


class Interleaved(RuleBasedStateMachine):
    """Both machines: a panel of its own for every run, all in one catalogue."""

    count = 0

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine = engine

    @initialize(sealed=st.booleans())
    def open_panel(self, sealed: bool) -> None:
        Interleaved.count += 1
        drill = f"{Interleaved.count:016x}"
        opened(self.engine, drill, sealed)
        self.panel = Panel(self.engine, drill, sealed)

    def seal(self) -> None:
        with self.engine.begin() as db:
            set_prefilled(db, self.panel.drill, PREFILLED)
        self.panel.sealed = True

    def teardown(self) -> None:
        self.panel.check_kept()


class Pages(Interleaved):
    """Three pages of one examiner: what one saves, the others have not seen."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.pages = [Page(ANNA) for _ in range(3)]

    @rule(page=st.integers(0, 2), patch=patches, answered=st.booleans())
    def save(self, page: int, patch: Patch, answered: bool) -> None:
        self.panel.ask(self.pages[page], patch, answered)

    @rule(page=st.integers(0, 2))
    def load(self, page: int) -> None:
        self.panel.load(self.pages[page])

    @rule(page=st.integers(0, 2), answered=st.booleans())
    def lock(self, page: int, answered: bool) -> None:
        self.panel.ask(self.pages[page], None, answered)

    @precondition(lambda self: not self.panel.sealed)
    @rule()
    def seal_the_drill(self) -> None:
        self.seal()


class Panels(Interleaved):
    """Three examiners up to the last lock and the chief's decision, everybody looking all the time."""

    @rule(examiner=st.sampled_from(EXAMINERS), patch=patches)
    def save(self, examiner: str, patch: Patch) -> None:
        page = Page(examiner)
        self.panel.load(page)
        self.panel.ask(page, patch, answered=True)

    @rule(examiner=st.sampled_from(EXAMINERS), answered=st.booleans(), rating=st.sampled_from([5, 5, 2]))
    def fill_and_lock(self, examiner: str, answered: bool, rating: int) -> None:
        page = Page(examiner)
        self.panel.load(page)
        self.panel.ask(page, structs.replace(FULL, global_rating=rating), answered=True)
        self.panel.ask(page, None, answered)
        self.panel.ask(page, None, answered=True)

    @rule()
    def seal_the_drill(self) -> None:
        self.seal()

    @rule()
    def decide(self) -> None:
        try:
            with self.engine.begin() as db:
                decision = Decision("confirm", "seen")
                adjudicate(db, self.panel.drill, CHIEF, new_id(), decision, AT, self.panel.finals)
        except PanelError as error:
            early = len(self.panel.locked) < len(EXAMINERS)
            assert error.code == ("not_all_locked" if early else "already_final")
            return
        self.panel.decided = True

    @invariant()
    def nothing_is_seen_early(self) -> None:
        if hasattr(self, "panel"):
            self.panel.check_sealed_from_others()


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Engine]:
    engine = open_catalogue(tmp_path / "catalogue.db")
    yield engine
    engine.dispose()


@pytest.mark.parametrize(("machine", "runs"), [(Pages, 100), (Panels, 40)])
def test_nothing_is_lost_and_nothing_seen_early(catalogue: Engine, machine: Any, runs: int) -> None:
    steps = settings(max_examples=runs, stateful_step_count=20, deadline=None)
    run_state_machine_as_test(lambda: machine(catalogue), settings=steps)


def test_a_page_that_sends_the_same_again_after_a_lock_by_another(catalogue: Engine) -> None:
    """The run that hurts most, by hand: the answer is lost, the other page locks, the first asks again."""
    opened(catalogue, "1" * 16)
    panel, first, other = Panel(catalogue, "1" * 16, sealed=True), Page(ANNA), Page(ANNA)
    panel.ask(first, FULL, answered=False)
    panel.load(other)
    panel.ask(other, None, answered=False)
    panel.ask(first, None, answered=True)
    panel.ask(other, None, answered=True)
    assert (first.version, other.version) == (1, 2)
    for examiner in (BO, CHEN):
        page = Page(examiner)
        panel.ask(page, structs.replace(FULL, global_rating=5), answered=True)
        panel.ask(page, None, answered=True)
    panel.check_kept()
    panel.check_sealed_from_others()
