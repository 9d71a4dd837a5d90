import stat
import subprocess
import sys
from pathlib import Path

import pytest

from server.cli.failure import CommandError
from server.cli.installation import holds, installation_folder, own_signer, signing_key
from tests.server.conftest import surroundings

MAKE = """
import sys
from pathlib import Path
from server.cli.installation import signing_key
sys.stdin.readline()
print(signing_key(Path(sys.argv[1])).public_key().public_bytes_raw().hex())
"""


def test_the_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    home = tmp_path / "a" / "b"
    assert own_signer(home) == ()
    key = signing_key(home)
    assert own_signer(home) == (key.public_key().public_bytes_raw(),)
    assert signing_key(home).private_bytes_raw() == key.private_bytes_raw()
    file = home / "signer" / "private_key.hex"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert (home / "signer" / "public_key.hex").read_text().strip() == own_signer(home)[0].hex()
    assert [entry.name for entry in home.iterdir()] == ["signer"]


def test_many_processes_at_once_make_one_key(tmp_path: Path) -> None:
    command = [sys.executable, "-c", MAKE, str(tmp_path / "home")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    children = [subprocess.Popen(command, text=True, env=surroundings(tmp_path), **pipes) for _ in range(6)]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    keys = {child.communicate(timeout=60)[0] for child in children}
    assert len(keys) == 1
    assert keys == {own_signer(tmp_path / "home")[0].hex() + "\n"}


def test_a_damaged_key_and_a_folder_that_cannot_be_made_are_named(tmp_path: Path) -> None:
    signing_key(tmp_path)
    (tmp_path / "signer" / "private_key.hex").write_text("00")
    with pytest.raises(CommandError, match="damaged"):
        signing_key(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(CommandError, match="cannot write"):
        signing_key(tmp_path / "file" / "home")


def test_the_folder_is_the_users_unless_one_is_named() -> None:
    assert installation_folder({"YANLIAN_HOME": "base"}) == Path("base")
    assert installation_folder({"XDG_DATA_HOME": "data", "LOCALAPPDATA": "data"}).name == "yanlian"


def test_a_signature_of_anything_else_does_not_hold(tmp_path: Path) -> None:
    key = signing_key(tmp_path)
    public_key = key.public_key().public_bytes_raw()
    assert holds(public_key, b"a", key.sign(b"a"))
    assert not holds(public_key, b"b", key.sign(b"a"))
    assert not holds(b"short", b"a", key.sign(b"a"))
    assert not holds(public_key, b"a", b"")
