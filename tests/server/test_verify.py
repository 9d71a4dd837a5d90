import base64
import json
import shutil
import sys
from pathlib import Path
from subprocess import run as call

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.sealing import read_meta, write_meta
from server.cli.failure import UNUSABLE, WRONG
from server.cli.installation import holds
from server.cli.judgement import judge
from sim_core.record.container import HEADER_BYTES, Kind, RecordWriter
from sim_core.record.reading import read_blocks
from tests.server.conftest import KEY, ROOT, SIGNER, START, Yanlian, surroundings


def verified(yanlian: Yanlian, file: Path, *more: object) -> tuple[int, dict[str, object]]:
    done = yanlian("verify", file, "--json", *more)
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == (0 if done.returncode == 0 else 1)
    return done.returncode, json.loads(done.stdout)


def test_a_record_holds_by_its_own_installation(yanlian: Yanlian, drilled: tuple[Path, dict[str, object]]) -> None:
    record, ran = drilled
    status, found = verified(yanlian, record)
    assert (status, found["ok"], found["reexecuted"], found["faults"]) == (0, True, True, [])
    assert (found["kind"], found["ticks"], found["digest"]) == ("drill", ran["ticks"], ran["digest"])


def test_a_stranger_is_not_believed_but_by_keys(
    yanlian: Yanlian, short_file: Path, keys_file: Path, tmp_path: Path
) -> None:
    status, found = verified(yanlian, short_file)
    assert (status, found["ok"], found["reexecuted"]) == (1, False, False)
    assert "not among the trusted" in str(found["faults"])
    other = tmp_path / "base64.txt"
    other.write_text(base64.b64encode(SIGNER).decode())
    for keys in (keys_file, other):
        status, found = verified(yanlian, short_file, "--keys", keys)
        assert (status, found["ok"], found["ticks"]) == (0, True, 800)


def test_keys_alone_decide_who_is_trusted(
    yanlian: Yanlian, drilled: tuple[Path, dict[str, object]], keys_file: Path
) -> None:
    assert verified(yanlian, drilled[0], "--keys", keys_file)[0] == 1


@pytest.mark.parametrize("words", ["not a key", "00" * 31, "zz" * 32])
def test_a_file_of_keys_that_holds_none_is_bad_usage(
    yanlian: Yanlian, short_file: Path, tmp_path: Path, words: str
) -> None:
    keys = tmp_path / "keys.txt"
    keys.write_text(f"# one\n{words}\n")
    done = yanlian("verify", short_file, "--keys", keys)
    assert (done.returncode, done.stderr) == (2, f"error: {keys}, line 2: not a public key\n")


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", 2),
        (b"YANLIAN", 2),
        (b"\x89PNG\r\n" * 99, 2),
        (b"{}" * 600, 2),
    ],
)
def test_what_is_no_record_is_unreadable(yanlian: Yanlian, tmp_path: Path, data: bytes, status: int) -> None:
    file = tmp_path / "record.ylr"
    file.write_bytes(data)
    found, shape = verified(yanlian, file)
    assert (found, shape["ok"], shape["reexecuted"]) == (status, False, False)


def test_a_file_that_is_not_there_is_unreadable(yanlian: Yanlian, tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path, Path("/nonexistent")):
        done = yanlian("verify", path)
        assert done.returncode == 2
        assert done.stderr.startswith(f"error: cannot read {path}: ")


@pytest.mark.parametrize("share", [0.0, 0.00002, 0.001, 0.3, 0.7, 0.9999])
def test_damage_is_seen_through_the_door(
    yanlian: Yanlian, drilled: tuple[Path, dict[str, object]], tmp_path: Path, share: float
) -> None:
    data = bytearray(drilled[0].read_bytes())
    at = int(share * len(data))
    data[at] ^= 0x41
    file = tmp_path / "bad.ylr"
    file.write_bytes(data)
    assert verified(yanlian, file)[0] == (2 if at < HEADER_BYTES else 1)


def test_every_changed_byte_is_seen(short_record: bytes) -> None:
    assert judge(short_record, (SIGNER,)).ok
    for at in [*range(HEADER_BYTES + 40), *range(HEADER_BYTES + 40, len(short_record), 97)]:
        bad = bytearray(short_record)
        bad[at] ^= 0x41
        verdict = judge(bytes(bad), (SIGNER,))
        assert verdict.status == (UNUSABLE if at < HEADER_BYTES else WRONG), at
        assert not verdict.ok
        assert verdict.faults


def test_a_record_that_is_cut_off_or_goes_on_is_seen(short_record: bytes) -> None:
    for size in range(0, len(short_record), 61):
        assert judge(short_record[:size], (SIGNER,)).status == (UNUSABLE if size < HEADER_BYTES else WRONG)
    assert judge(short_record + b"\0", (SIGNER,)).status == WRONG


def resealed(record: bytes, key: Ed25519PrivateKey = KEY, **change: object) -> bytes:
    """The record with another META, sealed by a key."""
    reading = read_blocks(record, holds, (SIGNER,))
    writer = RecordWriter()
    for block in reading.blocks:
        payload = block.payload()
        if block.kind is Kind.META:
            payload = write_meta(read_meta(payload).model_copy(update=change))
        writer.add(block.kind, block.from_tick, block.to_tick, payload)
    assert reading.seal is not None
    signer = key.public_key().public_bytes_raw()
    return writer.seal(reading.seal.final_tick, reading.seal.final_digest, signer, key.sign)


def test_a_trusted_signer_cannot_change_draw_or_scenario(short_record: bytes) -> None:
    meta = read_meta(read_blocks(short_record, holds, (SIGNER,)).blocks[0].payload())
    for change, why in (
        ({"nonce": "00" * 32}, "commitment"),
        ({"scenario": {**meta.scenario, "duration_s": 41}}, "hash"),
    ):
        verdict = judge(resealed(short_record, **change), (SIGNER,))
        assert (verdict.status, verdict.reexecuted) == (WRONG, False)
        assert why in verdict.faults[0].en
    keys = meta.keys.__class__(meta.keys.hidden_key, "00" * 32)
    verdict = judge(resealed(short_record, keys=keys), (SIGNER,))
    assert (verdict.status, verdict.reexecuted) == (WRONG, True)
    assert "digest of tick 0 " in verdict.faults[0].en


def test_another_engine_is_never_ok(short_record: bytes) -> None:
    verdict = judge(resealed(short_record, engine="00" * 32), (SIGNER,))
    assert (verdict.status, verdict.ok, verdict.reexecuted) == (UNUSABLE, False, False)
    stranger = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    assert judge(resealed(short_record, stranger, engine="00" * 32), (SIGNER,)).status == UNUSABLE


def test_a_changed_rule_makes_another_engine(
    short_file: Path, keys_file: Path, home: Path, tmp_path: Path
) -> None:
    for package in ("scenarios", "scoring", "server", "sim_core"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-c", START, "verify", str(short_file), "--keys", str(keys_file), "--json"]
    env = surroundings(home, PYTHONPATH=str(tmp_path))
    crlf = tmp_path / "sim_core" / "world.py"
    crlf.write_bytes(crlf.read_bytes().replace(b"\n", b"\r\n"))
    same = call(command, capture_output=True, text=True, env=env, cwd=tmp_path)
    assert same.returncode == 0, same.stderr
    rule = tmp_path / "scenarios" / "rules" / "ground" / "weather.py"
    rule.write_text(rule.read_text() + "\n# changed\n")
    other = call(command, capture_output=True, text=True, env=env, cwd=tmp_path)
    assert other.returncode == 2
    assert {k: json.loads(other.stdout)[k] for k in ("ok", "reexecuted")} == {"ok": False, "reexecuted": False}
    assert "needs engine" in other.stderr


@given(st.binary(max_size=300))
@settings(max_examples=5000, deadline=None)
def test_random_files_are_refused(data: bytes) -> None:
    assert judge(data, (SIGNER,)).status == UNUSABLE


@given(st.binary(max_size=300))
@settings(max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_bytes_behind_a_right_header_are_wrong(short_record: bytes, tail: bytes) -> None:
    verdict = judge(short_record[:HEADER_BYTES] + tail, (SIGNER,))
    assert verdict.status == WRONG
    assert verdict.faults


@given(st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_spliced_records_are_wrong(short_record: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(HEADER_BYTES, len(short_record) - 1))
    to = data.draw(st.integers(at, len(short_record)))
    bad = short_record[:at] + data.draw(st.binary(max_size=40)) + short_record[to:]
    if bad != short_record:
        assert judge(bad, (SIGNER,)).status == WRONG
