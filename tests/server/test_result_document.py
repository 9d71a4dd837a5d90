import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.result.document import canonical, document, fingerprint, result_id, sitting_of
from tests.server.result_pieces import NOW, facts

CENTS = st.integers(0, 10_000).map(lambda cents: Decimal(cents).scaleb(-2))


def test_members_and_forms() -> None:
    made = json.loads(canonical(document(facts(), 1, None, NOW)))
    members = "kind version result exam sitting candidate level scenarios process total grade passed policy_hash "
    members += "commitment engine issued_at previous digest_alg sig_alg"
    assert list(made) == sorted(members.split())
    one = made["scenarios"][0]
    assert (one["mean"], one["sheets"], one["panel_size"]) == ("85.17", ["84.00", "86.50", "85.00"], 3)
    assert made["exam"] is made["level"] is made["process"] is made["total"] is made["grade"] is None
    assert (made["digest_alg"], made["sig_alg"], made["version"]) == ("sha256", "Ed25519", 1)


def test_canonical_bytes_are_those_of_another_writer() -> None:
    content = canonical(document(facts(), 1, None, NOW))
    other = json.dumps(json.loads(content), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert content == other
    assert fingerprint(content) == sha256(other).hexdigest()


def test_time_is_utc_with_offset() -> None:
    beijing = NOW.astimezone(timezone(timedelta(hours=8)))
    assert document(facts(), 1, None, beijing).issued_at == "2026-05-20T01:30:00+00:00"
    with pytest.raises(ValueError, match="offset"):
        document(facts(), 1, None, datetime(2026, 5, 20))


@pytest.mark.parametrize("mean", ["85.16", "85.18", "85.00"])
def test_mean_must_be_that_of_the_sheets(mean: str) -> None:
    with pytest.raises(ValueError, match="mean"):
        document(facts(mean=mean), 1, None, NOW)


@pytest.mark.parametrize("amount", ["85.171", "-1.00", "1000.00", "NaN"])
def test_no_other_amounts(amount: str) -> None:
    wrong = replace(facts().drills[0], score=Decimal(amount))
    with pytest.raises((ValueError, ArithmeticError)):
        document(replace(facts(), drills=[wrong]), 1, None, NOW)


@given(st.lists(CENTS, min_size=1, max_size=9))
def test_any_sheets_make_a_result(sheets: list[Decimal]) -> None:
    thirds = sum((100 * sheet for sheet in sheets), Decimal(0)) * 2 // len(sheets)  # halves of a hundredth
    mean = (thirds + 1) // 2 / 100  # half up
    made = document(facts(sheets=[f"{sheet:.2f}" for sheet in sheets], mean=f"{mean:.2f}"), 1, None, NOW)
    assert [Decimal(sheet) for sheet in made.scenarios[0].sheets] == sheets


def test_id_of_a_result_never_changes() -> None:
    assert result_id("00112233445566ff") == "r-00112233445566ff"
    assert sitting_of("r-00112233445566ff:2:office") == "00112233445566ff"
