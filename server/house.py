"""House: what the parts of a running server share, made once by the composition root."""

from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Engine

from server.config import Config
from server.meta import Origin
from server.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class House:
    """folder: the data folder. signer: of records and results. pepper: 32 secret bytes, for hashes of tokens and
    codes. vault: 32 secret bytes, under which the keys of drills are kept. catalogue: accounts, drills, panels,
    results. origin: which program this is. The live drills are `app.state.live` (server.live)."""

    config: Config
    folder: Path
    surroundings: Surroundings
    catalogue: Engine
    signer: Ed25519PrivateKey
    pepper: bytes
    vault: bytes
    origin: Origin

    @property
    def records(self) -> Path:
        """Where the sealed records lie."""
        return self.folder / "records"
