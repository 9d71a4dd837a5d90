from datetime import UTC, datetime, timedelta
from os import urandom
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier, Thread

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import Engine, text

from server.catalogue import drills, seats
from server.catalogue.engine import open_catalogue
from server.catalogue.seats import Claimed, Connected, Replayed

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
DRILL = "00" * 8
PEPPER = b"p" * 32
HOUR = timedelta(hours=1)
KEYS = {"pepper": PEPPER, "entropy": urandom}


def open_with_seats(path: Path) -> Engine:
    engine = open_catalogue(path)
    with engine.begin() as db:
        drills.add(db, drills.DrillRow(DRILL, "tank_overfill", "ab" * 32, "exam", NOW))
        seats.add(db, DRILL, "IC", "person", "K-17")
        seats.add(db, DRILL, "DCS", "colleague")
    return engine


@pytest.fixture
def engine(tmp_path: Path):
    engine = open_with_seats(tmp_path / "catalogue.db")
    yield engine
    engine.dispose()


@pytest.fixture
def db(engine: Engine):
    with engine.begin() as db:
        yield db


def issue(db, seat: str = "IC", now: datetime = NOW) -> str:
    return seats.issue_code(db, DRILL, seat, now=now, lifetime=HOUR, **KEYS)


def take(db, now: datetime = NOW) -> str:
    return seats.claim(db, issue(db, now=now), now=now, **KEYS).token


def test_a_code_opens_its_seat_once(db) -> None:
    code = issue(db)
    assert seats.list_(db, DRILL)[1].code_expires_at == NOW + HOUR
    claimed = seats.claim(db, code.lower().replace("-", " "), now=NOW, **KEYS)
    assert (claimed.drill, claimed.seat) == (DRILL, "IC")
    assert seats.claim(db, code, now=NOW, **KEYS) is None
    assert seats.list_(db, DRILL) == (
        seats.SeatRow(DRILL, "DCS", "colleague", "", None, None),
        seats.SeatRow(DRILL, "IC", "person", "K-17", None, NOW),
    )


def test_a_code_grows_old_and_a_new_one_makes_it_void(db) -> None:
    first = issue(db)
    assert seats.claim(db, first, now=NOW + HOUR, **KEYS) is None
    second = issue(db)
    assert seats.claim(db, first, now=NOW, **KEYS) is None
    assert seats.claim(db, second, now=NOW + HOUR - timedelta(seconds=1), **KEYS) is not None


@pytest.mark.parametrize("phase", ["ended", "sealed"])
def test_no_seat_of_a_drill_that_is_over_is_taken(db, phase: str) -> None:
    code = issue(db)
    drills.update(db, DRILL, phase=phase)
    assert seats.claim(db, code, now=NOW, **KEYS) is None
    drills.update(db, DRILL, phase="frozen")
    assert seats.claim(db, code, now=NOW, **KEYS) is not None


def test_a_code_for_no_seat_is_refused(db) -> None:
    with pytest.raises(LookupError):
        issue(db, "none")


def test_whoever_holds_the_seat_keeps_it_until_the_new_code_is_used(db) -> None:
    old = take(db)
    code = issue(db)
    assert isinstance(seats.connect(db, old, pepper=PEPPER), Connected)
    new = seats.claim(db, code, now=NOW, **KEYS).token
    assert seats.connect(db, old, pepper=PEPPER) == Replayed(DRILL, "IC")
    assert isinstance(seats.connect(db, new, pepper=PEPPER), Connected)


def test_a_code_is_taken_by_one_of_two_at_once(engine: Engine) -> None:
    with engine.begin() as db:
        code = issue(db)
    together, taken = Barrier(2), []

    def claim() -> None:
        together.wait()
        with engine.begin() as db:
            taken.append(seats.claim(db, code, now=NOW, **KEYS))

    threads = [Thread(target=claim) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(one) for one in taken if one) == [Claimed] and None in taken


def test_a_lost_welcome_locks_nobody_out(db) -> None:
    token = take(db)
    for _ in range(3):
        assert isinstance(seats.connect(db, token, pepper=PEPPER), Connected)


def test_a_welcome_that_comes_late_spoils_no_later_one(db) -> None:
    token = take(db)
    early, late = (seats.connect(db, token, pepper=PEPPER).new_token for _ in range(2))
    assert isinstance(seats.connect(db, early, pepper=PEPPER), Connected)
    assert isinstance(seats.connect(db, late, pepper=PEPPER), Connected)


def test_a_token_is_spent_once_its_successor_is_used(db) -> None:
    first = take(db)
    second = seats.connect(db, first, pepper=PEPPER).new_token
    assert seats.find(db, first, pepper=PEPPER).seat == seats.find(db, second, pepper=PEPPER).seat == "IC"
    third = seats.connect(db, second, pepper=PEPPER).new_token
    assert seats.connect(db, first, pepper=PEPPER) == Replayed(DRILL, "IC")
    assert seats.find(db, first, pepper=PEPPER) is None
    assert isinstance(seats.connect(db, third, pepper=PEPPER), Connected)


def test_a_token_is_spent_once_its_successor_is_confirmed(db) -> None:
    first = take(db)
    second = seats.connect(db, first, pepper=PEPPER).new_token
    assert seats.confirm(db, second, pepper=PEPPER).seat == "IC"
    assert seats.confirm(db, second, pepper=PEPPER).seat == "IC"
    assert seats.confirm(db, first, pepper=PEPPER) is None
    assert isinstance(seats.connect(db, first, pepper=PEPPER), Replayed)


def test_a_foreign_token_is_nobody(db) -> None:
    take(db)
    assert seats.connect(db, "A" * 43, pepper=PEPPER) is None
    assert seats.connect(db, "", pepper=PEPPER) is None


def test_nothing_that_opens_a_seat_is_stored(db, tmp_path: Path) -> None:
    code = issue(db)
    token = seats.claim(db, code, now=NOW, **KEYS).token
    later = seats.connect(db, token, pepper=PEPPER).new_token
    code = issue(db)
    rows = str([*db.execute(text("SELECT * FROM seats")), *db.execute(text("SELECT * FROM spent_seat_tokens"))])
    assert not [secret for secret in (code, code.replace("-", ""), token, later) if secret in rows]


class Rotation(RuleBasedStateMachine):
    """One client, a network that loses welcomes, and a thief with a copy of every token that was ever sent."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.engine = open_with_seats(Path(self.folder.name) / "catalogue.db")
        with self.engine.begin() as db:
            self.held = take(db)
        self.earlier: list[str] = []  # held before
        self.spent: list[str] = []

    def teardown(self) -> None:
        self.engine.dispose()
        self.folder.cleanup()

    @rule(arrives=st.booleans(), confirmed=st.booleans())
    def connects(self, arrives: bool, confirmed: bool) -> None:
        with self.engine.begin() as db:
            joined = seats.connect(db, self.held, pepper=PEPPER)
            assert isinstance(joined, Connected), "locked out"
            self.spent = self.earlier[:]
            if arrives:
                self.earlier.append(self.held)
                self.held = joined.new_token
            if arrives and confirmed:
                assert seats.confirm(db, self.held, pepper=PEPPER)
                self.spent = self.earlier[:]

    @precondition(lambda self: self.spent)
    @rule(data=st.data())
    def thief(self, data) -> None:
        with self.engine.begin() as db:
            assert seats.connect(db, data.draw(st.sampled_from(self.spent)), pepper=PEPPER) == Replayed(DRILL, "IC")

    @invariant()
    def the_holder_is_never_locked_out(self) -> None:
        with self.engine.begin() as db:
            assert seats.find(db, self.held, pepper=PEPPER) is not None


TestRotation = Rotation.TestCase
TestRotation.settings = settings(max_examples=10, stateful_step_count=12, deadline=None)
