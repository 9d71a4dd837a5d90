import json
from contextlib import suppress
from hashlib import sha256

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios import load
from scenarios.hidden import Terms
from scenarios.sealing import TAG, Keys, Meta, commitment, draw_faults, read_meta, write_meta

KEY, NONCE = "ab" * 32, "cd" * 32


def meta_of(**change: object) -> Meta:
    scenario = load("tank_overfill")
    fields: dict[str, object] = {
        "product": "1.0",
        "engine": "00" * 32,
        "scenario": json.loads(scenario.canonical),
        "scenario_hash": scenario.hash,
        "policy": "expert",
        "mode": "exam",
        "seats": {"IC": "human", "DCS": "colleague"},
        "keys": Keys(KEY, "ef" * 32),
        "nonce": NONCE,
        "commitment": commitment(KEY, scenario.hash, NONCE),
        "started_at": "2026-11-23T22:00:00+08:00",
    }
    return Meta(**{**fields, **change})  # type: ignore[arg-type]


def test_meta_comes_back_and_holds_the_scenario_to_the_byte() -> None:
    meta = meta_of()
    assert read_meta(write_meta(meta)) == meta
    assert meta.canonical_scenario() == load("tank_overfill").canonical
    assert draw_faults(meta) == ()


def test_a_record_from_before_there_were_terms_is_read() -> None:
    old = json.loads(write_meta(meta_of()))
    del old["terms"]
    assert read_meta(rfc8785.dumps(old)) == meta_of()


def test_the_commitment_is_the_documented_one() -> None:
    text = rfc8785.dumps({"hidden_key": KEY, "scenario": "12" * 32})
    assert commitment(KEY, "12" * 32, NONCE) == sha256(TAG + bytes.fromhex(NONCE) + text).hexdigest()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"nonce": "00" * 32}, "commitment"),
        ({"keys": Keys("00" * 32, "ef" * 32)}, "commitment"),
        ({"commitment": "00" * 32}, "commitment"),
        ({"scenario": {"id": "other"}}, "scenario"),
    ],
)
def test_a_changed_draw_is_named(change: dict[str, object], fault: str) -> None:
    assert draw_faults(meta_of(**change)) == (fault,)


def test_the_commitment_covers_what_the_draw_was_bound_to() -> None:
    text = rfc8785.dumps({"hidden_key": KEY, "scenario": "12" * 32, "stratum": 3, "false_alarm": "never"})
    assert commitment(KEY, "12" * 32, NONCE, Terms(3)) == sha256(TAG + bytes.fromhex(NONCE) + text).hexdigest()
    bound = meta_of(terms=Terms(3), commitment=commitment(KEY, load("tank_overfill").hash, NONCE, Terms(3)))
    assert draw_faults(read_meta(write_meta(bound))) == ()
    assert draw_faults(bound.model_copy(update={"terms": Terms(4)})) == ("commitment",)


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'{"format": 2}', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_meta_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w") as caught:
        read_meta(data)
    assert "\n" not in str(caught.value)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_changed_meta_is_refused_or_read(data: st.DataObject) -> None:
    good = write_meta(meta_of())
    at = data.draw(st.integers(0, len(good) - 1))
    bad = good[:at] + data.draw(st.binary(min_size=1, max_size=3)) + good[at + 1 :]
    with suppress(ValueError):
        draw_faults(read_meta(bad))
