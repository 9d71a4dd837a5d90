"""`yanlian result verify`, through the door of the command."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from server.result.document import document
from server.result.signing import sign
from tests.server.result_pieces import NOW, PUBLIC, SIGNER, START, environment, facts

SIGNED = sign(document(facts(), 1, None, NOW), SIGNER)


def verify(folder: Path, data: bytes | None, *more: str, keys: str = PUBLIC.hex()):
    if data is not None:
        (folder / "result.json").write_bytes(data)
    (folder / "keys.txt").write_text(keys)
    command = [sys.executable, "-c", START, "result", "verify", "result.json", *more]
    return subprocess.run(command, capture_output=True, text=True, env=environment(folder), cwd=folder)


def test_result_that_holds(tmp_path: Path) -> None:
    done = verify(tmp_path, SIGNED.file(), "--keys", "keys.txt", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {"ok": True, "kind": "result", "fingerprint": SIGNED.fingerprint, "faults": []}
    assert SIGNED.fingerprint in verify(tmp_path, None, "--keys", "keys.txt").stdout


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (SIGNED.file().replace(b'"passed":true', b'"passed":false'), 1),
        (SIGNED.file().replace(b"85.17", b"95.17"), 1),
        (b"{}", 2),
        (b"not json", 2),
        (None, 2),
    ],
)
def test_result_that_does_not(tmp_path: Path, data: bytes | None, status: int) -> None:
    done = verify(tmp_path, data, "--keys", "keys.txt", "--json")
    assert done.returncode == status
    assert len(done.stderr.splitlines()) == 1
    if data is not None:
        assert json.loads(done.stdout)["ok"] is False


def test_own_key_is_the_default_and_there_is_none_yet(tmp_path: Path) -> None:
    done = verify(tmp_path, SIGNED.file())
    assert (done.returncode, done.stderr) == (1, "error: the signer is not trusted\n")
