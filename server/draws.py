"""Draws: the life of a fair draw in the catalogue. Committed, then opened with the candidate's nonce, then revealed
after the sitting; or cancelled, for a reason and signed, which stays to be seen.

An attempt has one draw, a draw is opened with one nonce, and the next attempt begins only when the one before was
cancelled or is over: so nobody can draw until the outcome suits him without its being reported.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from scenarios import fair_draw
from scenarios.fair_draw import Opened, Previous, Public, Sealed
from server.catalogue import draws
from server.catalogue.draws import DrawRow, EventRow
from sim_core.text import Text


class DrawRefusedError(Exception):
    """Why something was not done, in both languages. altered: the sealed file is not what was committed to."""

    def __init__(self, zh: str, en: str, altered: bool = False) -> None:
        self.text, self.altered = Text(zh, en), altered
        super().__init__(en)


@dataclass(frozen=True, slots=True)
class Cancellation:
    """Why a draw was cancelled and who signed for it."""

    at: datetime
    reason: str
    signed_by: str


@dataclass(frozen=True, slots=True)
class History:
    """What became of a draw. follows: how the attempt before ended, cancelled or revealed; "" = it is the first."""

    draw: DrawRow
    committed_at: datetime | None
    opened_at: datetime | None
    revealed_at: datetime | None
    cancelled: Cancellation | None
    drawn: tuple[str, ...]
    relaxed: tuple[str, ...]
    follows: str

    @property
    def state(self) -> str:
        """Where it stands: committed, opened, revealed or cancelled."""
        if self.cancelled:
            return "cancelled"
        return "revealed" if self.revealed_at else "opened" if self.opened_at else "committed"


@dataclass(frozen=True, slots=True)
class Report:
    """All draws and the log's newest hash, to be lodged outside. broken: the first link that does not hold, or None."""

    draws: tuple[History, ...]
    events: int
    head: str
    broken: int | None


def previous_of(db: Connection, candidate: str) -> Previous:
    """Substances and axes of the candidate's last draw."""
    event = draws.last_opened(db, candidate)
    if event is None:
        return Previous()
    drawn = fair_draw.read_opened(event.body.encode()).drawn
    substances, axes = sorted({v.substance for v in drawn}), sorted({v.axis for v in drawn})
    return Previous(substances=tuple(substances), axes=tuple(axes))


def commit(db: Connection, draw_id: str, public: Public, at: datetime) -> DrawRow:
    """Write a commitment down. DrawRefusedError: the attempt has its draw, or may not begin yet."""
    row = DrawRow(
        id=draw_id,
        exam=public.exam,
        candidate=public.candidate,
        attempt=public.attempt,
        level=public.level,
        stratum=public.stratum,
        commitment=public.commitment,
    )
    _may_begin(db, row)
    try:
        with db.begin_nested():
            draws.add(db, row)
            draws.append(db, row.id, "committed", public.model_dump(mode="json"), at)
    except IntegrityError as error:
        raise DrawRefusedError(
            f"第 {row.attempt} 次已有抽签：须先撤销并注明理由，再作为下一次抽取",
            f"attempt {row.attempt} has its draw: cancel it with a reason, then draw for the next attempt",
        ) from error
    return row


def open_draw(db: Connection, sealed: Sealed, candidate_nonce: str, at: datetime) -> Opened:
    """Draw with the candidate's nonce and write it down; the same nonce again gives the same.

    DrawRefusedError: nothing was committed, it was cancelled, or another nonce was drawn with. ValueError: PoolError,
    or of the nonce.
    """
    row, happened = _of_sealed(db, sealed)
    if "cancelled" in happened:
        raise DrawRefusedError("该抽签已撤销", "this draw was cancelled")
    if "opened" in happened:
        opened = fair_draw.read_opened(happened["opened"].body.encode())
        if opened.candidate_nonce != fair_draw.nonce_text(candidate_nonce):
            raise DrawRefusedError("该抽签已用另一随机数开启", "this draw was opened with another nonce")
        return opened
    opened = fair_draw.open_draw(sealed, candidate_nonce)
    draws.append(db, row.id, "opened", opened.model_dump(mode="json"), at)
    return opened


def reveal(db: Connection, sealed: Sealed, at: datetime) -> Opened:
    """Give the opened draw with all that it was made of, and write down that it was revealed; again gives the same.

    The caller knows that the sitting is over. DrawRefusedError: nothing was committed, or it was not opened.
    """
    row, happened = _of_sealed(db, sealed)
    if "opened" not in happened:
        raise DrawRefusedError("该抽签尚未开启，无可揭示", "this draw was not opened: there is nothing to reveal")
    if "revealed" not in happened:
        draws.append(db, row.id, "revealed", {}, at)
    nonce = fair_draw.read_opened(happened["opened"].body.encode()).candidate_nonce
    return fair_draw.reveal(sealed, nonce)


def cancel(
    db: Connection, exam: str, candidate: str, attempt: int, reason: str, signed_by: str, at: datetime
) -> Cancellation:
    """Cancel a draw. It stays, with its reason. DrawRefusedError: no reason or name, no such draw, or too late."""
    cancellation = Cancellation(at, reason.strip(), signed_by.strip())
    if not cancellation.reason or not cancellation.signed_by:
        raise DrawRefusedError("撤销须有理由和签字人", "a cancellation needs a reason and who signs")
    row = draws.find(db, exam, candidate, attempt)
    if row is None:
        raise DrawRefusedError("没有这次抽签", "there is no such draw")
    happened = _happened(db, row)
    if "cancelled" in happened:
        raise DrawRefusedError("该抽签已撤销", "this draw was cancelled already")
    if "revealed" in happened:
        raise DrawRefusedError("考次已结束并揭示，不能再撤销", "its sitting is over and revealed: too late to cancel")
    body = {"reason": cancellation.reason, "signed_by": cancellation.signed_by}
    draws.append(db, row.id, "cancelled", body, at)
    return cancellation


def report(db: Connection, exam: str | None = None) -> Report:
    """Tell of all draws, of one exam if given; the chain is checked as a whole."""
    every, log = draws.list_(db), draws.events(db)
    by_draw: dict[str, dict[str, EventRow]] = {row.id: {} for row in every}
    for event in log:
        by_draw.setdefault(event.draw, {})[event.kind] = event
    attempts = {(row.exam, row.candidate, row.attempt): row for row in every}
    histories = []
    for row in every:
        before = attempts.get((row.exam, row.candidate, row.attempt - 1))
        if exam in (None, row.exam):
            histories.append(_history(row, by_draw[row.id], by_draw[before.id] if before else {}))
    broken = draws.first_break(log, {row.id: row for row in every})
    return Report(tuple(histories), len(log), log[-1].hash if log else draws.FIRST_LINK, broken)


def _may_begin(db: Connection, row: DrawRow) -> None:
    if row.attempt > 1:
        before = draws.find(db, row.exam, row.candidate, row.attempt - 1)
        if before is None or not {"cancelled", "revealed"} & _happened(db, before).keys():
            raise DrawRefusedError(
                f"第 {row.attempt - 1} 次抽签须先撤销或结束并揭示",
                f"attempt {row.attempt - 1} must be cancelled, or be over and revealed, first",
            )
    strata = {other.stratum for other in draws.list_(db, row.exam, row.level)}
    if strata - {row.stratum}:
        raise DrawRefusedError(
            f"同场同级别考生须用同一难度层：已用 {min(strata)}，现为 {row.stratum}",
            f"all candidates of a level have the same stratum: it was {min(strata)}, now {row.stratum}",
        )


def _of_sealed(db: Connection, sealed: Sealed) -> tuple[DrawRow, dict[str, EventRow]]:
    public = fair_draw.commit(sealed)
    row = draws.find(db, public.exam, public.candidate, public.attempt)
    if row is None:
        raise DrawRefusedError("这里没有公布过此承诺", "no such commitment was published here")
    if row.commitment != public.commitment:
        raise DrawRefusedError("封存文件与公布的承诺不符", "the sealed file is not what was committed to", altered=True)
    return row, _happened(db, row)


def _happened(db: Connection, row: DrawRow) -> dict[str, EventRow]:
    return {event.kind: event for event in draws.events(db, row.id)}


def _history(row: DrawRow, happened: dict[str, EventRow], before: dict[str, EventRow]) -> History:
    cancelled = happened.get("cancelled")
    opened = happened.get("opened")
    said: dict[str, Any] = json.loads(opened.body) if opened else {"drawn": [], "relaxed": []}
    return History(
        draw=row,
        committed_at=_at(happened, "committed"),
        opened_at=_at(happened, "opened"),
        revealed_at=_at(happened, "revealed"),
        cancelled=Cancellation(cancelled.at, **json.loads(cancelled.body)) if cancelled else None,
        drawn=tuple(variant["scenario"] for variant in said["drawn"]),
        relaxed=tuple(said["relaxed"]),
        follows=next((kind for kind in ("cancelled", "revealed") if kind in before), ""),
    )


def _at(happened: dict[str, EventRow], kind: str) -> datetime | None:
    return happened[kind].at if kind in happened else None
