"""Installation: the folder of this product on this machine, its keys, and the signers it trusts."""

import base64
import binascii
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from server.cli.failure import CommandError
from server.cli.files import cannot_read, cannot_write, read_bytes

KEY_BYTES = 32
KEYS_MOST_BYTES = 1024 * 1024


def installation_folder(environ: Mapping[str, str]) -> Path:
    """Give YANLIAN_HOME, else the user's data folder."""
    if environ.get("YANLIAN_HOME"):
        return Path(environ["YANLIAN_HOME"])
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "yanlian"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "yanlian"
    return Path(environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "yanlian"


def signing_key(folder: Path) -> Ed25519PrivateKey:
    """Load the installation's key; made on first use, once, whoever comes first."""
    return _load(folder) or _make(folder, "signer", _write_key, _load)


def own_signer(folder: Path) -> tuple[bytes, ...]:
    """Give the public key of this installation, if it has a key yet."""
    key = _load(folder)
    return () if key is None else (key.public_key().public_bytes_raw(),)


def signers(file: Path) -> tuple[bytes, ...]:
    """Read public keys from a file: one a line, hex or base64; `#` begins a comment."""
    text = read_bytes(file, KEYS_MOST_BYTES).decode("utf-8", "replace")
    keys = []
    for number, written in enumerate(text.splitlines(), start=1):
        word = written.partition("#")[0].strip()
        if word:
            keys.append(_public_key(word, file, number))
    return tuple(keys)


def holds(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether the Ed25519 signature is one of this message by this key."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _public_key(word: str, file: Path, number: int) -> bytes:
    try:
        if len(word) == 2 * KEY_BYTES:
            return bytes.fromhex(word)
        key = base64.b64decode(word, validate=True)
    except (ValueError, binascii.Error):
        key = b""
    if len(key) != KEY_BYTES:
        raise CommandError(f"{file} 第 {number} 行不是公钥", f"{file}, line {number}: not a public key")
    return key


def server_secret(folder: Path) -> bytes:
    """Load the secret under which a server keeps drill keys and hashes of tokens; made on first use."""
    return _load_secret(folder) or _make(folder, "server", _write_secret, _load_secret)


def _load(folder: Path) -> Ed25519PrivateKey | None:
    key = _read_hex(folder / "signer" / "private_key.hex")
    return None if key is None else Ed25519PrivateKey.from_private_bytes(key)


def _load_secret(folder: Path) -> bytes | None:
    return _read_hex(folder / "server" / "secret.hex")


def _read_hex(file: Path) -> bytes | None:
    try:
        key = bytes.fromhex(file.read_text(encoding="ascii"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise cannot_read(file, error) from error
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise CommandError(f"密钥 {file} 已损坏", f"the key {file} is damaged")
    return key


Made = TypeVar("Made")


def _make(folder: Path, name: str, write: Callable[[Path], Made], load: Callable[[Path], Made | None]) -> Made:
    """Write a key into a folder of its own and rename that: no folder ever takes the place of one with a key in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = Path(mkdtemp(dir=folder, prefix=f".{name}."))
        try:
            key = write(fresh)
            fresh.rename(folder / name)
            return key
        except OSError:
            first = load(folder)  # another process was first
            if first is None:
                raise
            return first
        finally:
            rmtree(fresh, ignore_errors=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _write_key(folder: Path) -> Ed25519PrivateKey:
    key = Ed25519PrivateKey.generate()
    _write_hex(folder / "private_key.hex", key.private_bytes_raw())
    (folder / "public_key.hex").write_text(key.public_key().public_bytes_raw().hex() + "\n", encoding="ascii")
    return key


def _write_secret(folder: Path) -> bytes:
    secret = os.urandom(KEY_BYTES)
    _write_hex(folder / "secret.hex", secret)
    return secret


def _write_hex(path: Path, secret: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secret.hex())
        file.flush()
        os.fsync(file.fileno())
