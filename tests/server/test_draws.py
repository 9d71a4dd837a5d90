"""The life of a draw: commit, open, reveal or cancel; nobody draws until the outcome suits him unseen."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scenarios import fair_draw
from scenarios.fair_draw import PARAMETERS, Previous, Sealed
from server import draws
from server.catalogue.engine import open_catalogue
from server.draws import DrawRefusedError
from tests.scenarios.drawn import NONCE, sealed

NOW = datetime(2026, 5, 20, 1, tzinfo=UTC)
EXAM, CANDIDATE = "2026-05", "K-1"


@pytest.fixture
def db(tmp_path: Path):
    engine = open_catalogue(tmp_path / "catalogue.db")
    with engine.begin() as db:
        yield db
    engine.dispose()


def attempt(number: int = 1, **more: object) -> Sealed:
    """The sealed draw of an attempt of one candidate, its seed by the attempt."""
    return sealed(number, candidate=CANDIDATE, attempt=number, **more)


def commit(db, one: Sealed, minute: int = 0):
    public = fair_draw.commit(one)
    return draws.commit(db, public.commitment[:16], public, NOW + timedelta(minutes=minute))


def cancel(db, number: int = 1, reason: str = "网络中断", signed_by: str = "主考 王某"):
    return draws.cancel(db, EXAM, CANDIDATE, number, reason, signed_by, NOW + timedelta(hours=1))


def test_a_draw_goes_its_way(db) -> None:
    one = attempt()
    commit(db, one)
    opened = draws.open_draw(db, one, NONCE, NOW + timedelta(minutes=5))
    assert opened == fair_draw.open_draw(one, NONCE)
    revealed = draws.reveal(db, one, NOW + timedelta(hours=5))
    assert fair_draw.verify(revealed, opened.public.commitment) == ()
    (history,) = draws.report(db).draws
    assert (history.state, history.committed_at, history.opened_at, history.revealed_at) == (
        "revealed",
        NOW,
        NOW + timedelta(minutes=5),
        NOW + timedelta(hours=5),
    )
    assert history.drawn == tuple(v.scenario for v in opened.drawn)
    assert (draws.report(db).broken, draws.report(db).events) == (None, 3)


def test_a_nonce_comes_after_its_commitment(db) -> None:
    with pytest.raises(DrawRefusedError, match="no such commitment") as told:
        draws.open_draw(db, attempt(), NONCE, NOW)
    assert not told.value.altered
    commit(db, attempt())
    draws.open_draw(db, attempt(), NONCE, NOW)
    assert [event.kind for event in draws.draws.events(db)] == ["committed", "opened"]


def test_a_sealed_file_that_was_changed_opens_nothing(db) -> None:
    commit(db, attempt())
    for other in (
        attempt().model_copy(update={"nonce": "00" * 32}),
        sealed(7, candidate=CANDIDATE, attempt=1),
    ):
        with pytest.raises(DrawRefusedError, match="not what was committed") as told:
            draws.open_draw(db, other, NONCE, NOW)
        assert told.value.altered
        with pytest.raises(DrawRefusedError, match="not what was committed"):
            draws.reveal(db, other, NOW)
    assert draws.report(db).draws[0].state == "committed"


def test_a_draw_is_opened_with_one_nonce_however_often(db) -> None:
    commit(db, attempt())
    first = draws.open_draw(db, attempt(), NONCE, NOW)
    assert draws.open_draw(db, attempt(), f" {NONCE} ", NOW + timedelta(minutes=1)) == first
    with pytest.raises(DrawRefusedError, match="another nonce"):
        draws.open_draw(db, attempt(), "another", NOW)
    assert draws.report(db).events == 2


def test_a_second_draw_of_an_attempt_is_refused(db) -> None:
    commit(db, attempt())
    for again in (attempt(), sealed(7, candidate=CANDIDATE, attempt=1)):
        with pytest.raises(DrawRefusedError, match="has its draw"):
            commit(db, again)
    assert draws.report(db).events == 1


def test_the_next_attempt_waits_until_this_one_is_cancelled_or_over(db) -> None:
    for early in (attempt(2), attempt(3)):
        with pytest.raises(DrawRefusedError, match="must be cancelled, or be over"):
            commit(db, early)
    commit(db, attempt())
    with pytest.raises(DrawRefusedError, match="attempt 1 must be cancelled"):
        commit(db, attempt(2))
    draws.open_draw(db, attempt(), NONCE, NOW)
    with pytest.raises(DrawRefusedError, match="attempt 1 must be cancelled"):
        commit(db, attempt(2))
    draws.reveal(db, attempt(), NOW)
    commit(db, attempt(2))
    assert [history.follows for history in draws.report(db).draws] == ["", "revealed"]


def test_abort_and_redraw_stays_to_be_seen(db) -> None:
    """Committed, opened, cancelled because the outcome did not suit; then drawn again: all of it is reported."""
    commit(db, attempt())
    disliked = draws.open_draw(db, attempt(), NONCE, NOW)
    cancel(db)
    with pytest.raises(DrawRefusedError, match="has its draw"):
        commit(db, sealed(7, candidate=CANDIDATE, attempt=1))
    commit(db, attempt(2), minute=90)
    first, second = draws.report(db, EXAM).draws
    assert (first.state, second.state, second.follows) == ("cancelled", "committed", "cancelled")
    assert first.cancelled is not None
    assert (first.cancelled.reason, first.cancelled.signed_by) == ("网络中断", "主考 王某")
    assert first.drawn == tuple(v.scenario for v in disliked.drawn)
    assert draws.report(db, "2026-06").draws == ()
    assert draws.report(db).broken is None


def test_a_cancelled_draw_is_not_opened_and_one_that_was_opened_can_still_be_revealed(db) -> None:
    commit(db, attempt())
    draws.open_draw(db, attempt(), NONCE, NOW)
    cancel(db)
    with pytest.raises(DrawRefusedError, match="was cancelled"):
        draws.open_draw(db, attempt(), NONCE, NOW)
    assert fair_draw.verify(draws.reveal(db, attempt(), NOW)) == ()
    assert draws.report(db).draws[0].state == "cancelled"


@pytest.mark.parametrize(("reason", "signed_by"), [("", "主考"), ("  ", "主考"), ("fault", ""), ("fault", "\t")])
def test_a_cancellation_needs_a_reason_and_a_name(db, reason: str, signed_by: str) -> None:
    commit(db, attempt())
    with pytest.raises(DrawRefusedError, match="reason and who signs"):
        cancel(db, 1, reason, signed_by)
    assert draws.report(db).draws[0].state == "committed"


def test_what_is_not_there_or_over_is_not_cancelled(db) -> None:
    with pytest.raises(DrawRefusedError, match="no such draw"):
        cancel(db)
    commit(db, attempt())
    with pytest.raises(DrawRefusedError, match="not opened"):
        draws.reveal(db, attempt(), NOW)
    draws.open_draw(db, attempt(), NONCE, NOW)
    draws.reveal(db, attempt(), NOW)
    draws.reveal(db, attempt(), NOW)
    with pytest.raises(DrawRefusedError, match="too late"):
        cancel(db)
    commit(db, attempt(2))
    cancel(db, 2)
    with pytest.raises(DrawRefusedError, match="cancelled already"):
        cancel(db, 2)


def test_all_candidates_of_a_level_have_one_stratum(db) -> None:
    commit(db, sealed(1))
    other = PARAMETERS.model_copy(update={"strata": {**PARAMETERS.strata, "junior": 3}})
    pool = tuple(v.model_copy(update={"stratum": 3}) for v in sealed(2).committed.pool)
    with pytest.raises(DrawRefusedError, match="it was 2, now 3"):
        commit(db, sealed(2, parameters=other, pool=pool))
    commit(db, sealed(3, exam="2026-06", parameters=other, pool=pool))
    commit(db, sealed(4, level="senior"))
    commit(db, sealed(5))


def test_the_last_draw_is_the_last_that_was_seen(db) -> None:
    assert draws.previous_of(db, CANDIDATE) == Previous()
    commit(db, attempt())
    assert draws.previous_of(db, CANDIDATE) == Previous()
    drawn = draws.open_draw(db, attempt(), NONCE, NOW).drawn
    cancel(db)
    assert draws.previous_of(db, CANDIDATE) == Previous(
        substances=tuple(sorted(v.substance for v in drawn)), axes=tuple(sorted(v.axis for v in drawn))
    )
    assert draws.previous_of(db, "K-2") == Previous()


def test_a_commitment_that_went_round_the_log_is_reported(db) -> None:
    row = commit(db, attempt())
    draws.draws.add(db, replace(row, id="f" * 16, candidate="K-2", commitment="ab" * 32))
    assert [history.committed_at for history in draws.report(db).draws] == [NOW, None]
