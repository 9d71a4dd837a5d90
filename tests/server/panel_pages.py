"""Panel pages: clients of a panel as tests play them, and what they must find, worked out beside the catalogue.

A page knows the version it last saw, keeps the request it has no answer for, and sends that again.
"""

from dataclasses import dataclass

import pytest
from sqlalchemy import Engine

from server.access.roles import Role
from server.catalogue import panels
from server.catalogue.engine import reading
from server.panel.chain import fault
from server.panel.life import lock, save
from server.panel.outcome import outcome
from server.panel.refusal import PanelError
from server.panel.sheet import RATING, OwnSheet, Patch, Value, changes, fields
from server.panel.sight import Looked, histories, look, own_sheet
from server.panel.stored import body_of
from tests.server.panel_rooms import AT, CHIEF, EXAMINERS, Finals, new_id

Fields = dict[str, Value]
WATCHERS = (
    *((examiner, Role.EXAMINER) for examiner in EXAMINERS),
    (CHIEF, Role.CHIEF),
    ("1" * 16, Role.AUDITOR),
    ("2" * 16, Role.ADMIN),
    ("3" * 16, Role.DIRECTOR),
)


@dataclass(frozen=True)
class Request:
    """What a page sends. patch: None = it asks to lock."""

    save_id: str
    base: int
    patch: Patch | None


class Page:
    """One open page of an examiner."""

    def __init__(self, examiner: str) -> None:
        self.examiner = examiner
        self.version = 0
        self.unanswered: Request | None = None


class Panel:
    """One panel, and what every page of it must find. after: examiner -> fields after each version, from 0."""

    def __init__(self, engine: Engine, drill: str, sealed: bool) -> None:
        self.engine, self.drill, self.sealed = engine, drill, sealed
        self.after: dict[str, list[Fields]] = {one: [fields(OwnSheet())] for one in EXAMINERS}
        self.made: dict[str, dict[str, int]] = {one: {} for one in EXAMINERS}  # save id -> version
        self.locked: set[str] = set()
        self.finals = Finals()
        self.decided = False

    def load(self, page: Page) -> None:
        with reading(self.engine) as db:
            own = own_sheet(db, self.drill, page.examiner)
        assert fields(own.sheet) == self.after[page.examiner][-1]
        page.version = own.current.version if own.current else 0

    def ask(self, page: Page, patch: Patch | None, answered: bool) -> None:
        """Send the request that has no answer yet, or else this one. answered: the answer reaches the page."""
        request = page.unanswered or Request(new_id(), page.version, patch)
        before = self.after[page.examiner]
        try:
            with self.engine.begin() as db:
                told = (db, self.drill, page.examiner, request.save_id, request.base)
                row = save(*told, request.patch, AT) if request.patch else lock(*told, AT, self.finals)
        except PanelError as error:
            assert request.save_id not in self.made[page.examiner]
            assert error.code == self.reason(page.examiner, request)
            page.unanswered = None
            return
        page.unanswered = None if answered else request
        page.version = row.version if answered else page.version
        if request.save_id in self.made[page.examiner]:
            assert self.made[page.examiner][request.save_id] == row.version
            return
        assert self.reason(page.examiner, request) is None
        assert row.version == len(before)
        self.made[page.examiner][request.save_id] = row.version
        after = before[-1] | (changes(request.patch) if request.patch else {})
        before.append({field: value for field, value in after.items() if value is not None or field == RATING})
        if request.patch is None:
            self.locked.add(page.examiner)

    def reason(self, examiner: str, request: Request) -> str | None:
        """Why a request that was not made before must be refused; None: it must not."""
        then, now = self.after[examiner][request.base], self.after[examiner][-1]
        if examiner in self.locked:
            return "locked"
        if request.patch is None:
            if not self.sealed or request.base + 1 < len(self.after[examiner]):
                return "stale" if self.sealed else "not_sealed"
            whole = {"marks/command", "marks/report", RATING} <= {field for field in now if now[field] is not None}
            return None if whole else "incomplete"
        if not self.sealed and "alarm" in request.patch.marks:
            return "not_sealed"
        wanted = changes(request.patch)
        unseen = [field for field in wanted if now.get(field) not in (then.get(field), wanted[field])]
        return "conflict" if unseen else None

    def check_kept(self) -> None:
        """Every acknowledged save is in the history, and its marks in the sheet unless changed later."""
        with reading(self.engine) as db:
            for examiner in EXAMINERS:
                rows = panels.versions_of(db, self.drill, examiner)
                assert fault(self.drill, examiner, rows) is None
                assert {row.save_id: row.version for row in rows} == self.made[examiner]
                assert [fields(body_of(row.body).sheet) for row in rows] == self.after[examiner][1:]

    def check_sealed_from_others(self) -> None:
        """Before the last lock nobody is told more than how many sheets are locked."""
        with reading(self.engine) as db:
            for examiner in EXAMINERS:
                assert [one.examiner for one in histories(db, self.drill, examiner, Role.EXAMINER)] == [examiner]
            if len(self.locked) == len(EXAMINERS):
                found = outcome(db, self.drill)
                assert (found.state == "final") == (self.decided or not found.result.discrepancies)
                assert self.finals == [self.drill] * (found.state == "final")
                return
            told = [look(db, self.drill, who, role) for who, role in WATCHERS]
            assert told == [Looked("collecting", len(self.locked), 3, None)] * len(WATCHERS)
            assert self.finals == []
            with pytest.raises(PanelError, match="not_all_locked"):
                outcome(db, self.drill)
            for who, role in WATCHERS[len(EXAMINERS) :]:
                with pytest.raises(PanelError):
                    histories(db, self.drill, who, role)
