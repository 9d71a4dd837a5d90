"""Vault: the keys of a drill at rest, readable by this installation alone."""

from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sim_core.chance import DrillKeys, keys_of

NONCE_BYTES = 12


class VaultError(Exception):
    """Keys that were put away by another installation, or for another drill."""


def put_away(keys: DrillKeys, drill: str, vault: bytes, entropy: Callable[[int], bytes]) -> bytes:
    """Encrypt a drill's keys (AES-256-GCM). vault: 32 bytes."""
    nonce = entropy(NONCE_BYTES)
    return nonce + AESGCM(vault).encrypt(nonce, keys.drill, drill.encode())


def take_out(sealed: bytes, drill: str, vault: bytes) -> DrillKeys:
    """Decrypt a drill's keys. VaultError if they are not of this installation and drill."""
    try:
        key = AESGCM(vault).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], drill.encode())
    except (InvalidTag, ValueError) as error:
        raise VaultError(f"the keys of drill {drill} were not put away by this installation") from error
    return keys_of(key)
