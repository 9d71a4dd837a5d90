"""Documents: what is sealed, what is published before, what is opened, what is revealed at the end.

    Sealed    committed and nonce           kept secret until the sitting is over
    Public    commitment and part digests   published before the candidate's nonce is asked for
    Opened    candidate's nonce and what was drawn; after the sitting also `revealed`, and then anyone can recompute

The part digests are salted with the nonce: they tell nothing beforehand, and afterwards name what was changed.
"""

from typing import Annotated, Any, Literal, TypeVar
from unicodedata import category, normalize

import rfc8785
from pydantic import AfterValidator, Field, ValidationError, model_validator

from scenarios.fair_draw.rules import (
    MOST_VARIANTS,
    Document,
    Hex32,
    Parameters,
    Previous,
    Rule,
    Stratum,
    Variant,
    choose,
)
from scenarios.fair_draw.stream import Digest, hashed, keyed
from scenarios.model import Slug

TAG = b"yanlian draw 1\0"
PART_TAG = b"yanlian draw part 1\0"
POOL_TAG = b"yanlian draw pool 1\0"
MOST_BYTES = 1024 * 1024


def nonce_text(written: str) -> str:
    """Give a candidate's nonce as it counts: composed (NFC), without blanks around. ValueError if it is unusable."""
    nonce = normalize("NFC", written).strip()
    if not 4 <= len(nonce) <= 64 or any(category(sign).startswith("C") for sign in nonce):
        raise ValueError("a candidate's nonce has 4 to 64 visible signs")
    return nonce


Name = Annotated[str, Field(pattern=r"^[\w.-]{1,64}$")]
Nonce = Annotated[str, AfterValidator(nonce_text)]


class Fixed(Document):
    """A mandatory scenario of the sitting. hash: of its content."""

    scenario: Slug
    hash: Hex32


class Committed(Document):
    """All that a draw hangs on, but for the candidate's nonce. candidate: pseudonymous number. committed_at: ISO 8601
    with offset. pool: by scenario and stratum. previous: of the candidate's last draw. server_seed: of this sitting."""

    format: Literal[1] = 1
    exam: Name
    candidate: Name
    attempt: Annotated[int, Field(ge=1, le=99)]
    level: Name
    committed_at: str
    parameters: Parameters
    pool: Annotated[tuple[Variant, ...], Field(max_length=MOST_VARIANTS)]
    mandatory: tuple[Fixed, ...]
    previous: Previous
    server_seed: Hex32

    @model_validator(mode="after")
    def _in_order(self) -> "Committed":
        pool = [(variant.scenario, variant.stratum) for variant in self.pool]
        mandatory = [fixed.scenario for fixed in self.mandatory]
        if pool != sorted(set(pool)) or mandatory != sorted(set(mandatory)):
            raise ValueError("pool and mandatory scenarios stand once each, by id")
        if self.level not in self.parameters.strata:
            raise ValueError("the level has no stratum")
        return self

    @property
    def stratum(self) -> int:
        """The stratum of this level: the same for every candidate of it."""
        return self.parameters.strata[self.level]


class Sealed(Document):
    """The sealed file. nonce: 32 bytes that hide what the commitment was made of."""

    nonce: Hex32
    committed: Committed


class Public(Document):
    """What is published. parts: name of each part of what was committed to -> its digest, salted with the nonce."""

    format: Literal[1] = 1
    exam: Name
    candidate: Name
    attempt: int
    level: Name
    stratum: Stratum
    committed_at: str
    digest: Digest
    commitment: Hex32
    parts: dict[str, Hex32]


class DrillKey(Document):
    """The key of one drill of the sitting, from which its hidden and its world key come (`sim_core.chance`)."""

    scenario: Slug
    key: Hex32


class Revealed(Document):
    """What makes an opened draw verifiable. seed: of the choice and the drills, so that a wrong nonce can be told."""

    nonce: Hex32
    committed: Committed
    seed: Hex32
    drills: tuple[DrillKey, ...]


class Opened(Document):
    """The public draw. relaxed: rules that the pool made it give up. revealed: None until the sitting is over."""

    format: Literal[1] = 1
    public: Public
    candidate_nonce: Nonce
    drawn: tuple[Variant, ...]
    relaxed: tuple[Rule, ...]
    revealed: Revealed | None = None


def commit(sealed: Sealed) -> Public:
    """Give what is to be published: the digest of tag, nonce and RFC 8785 JSON of all that was committed to."""
    committed = sealed.committed
    digest = committed.parameters.digest
    return Public(
        exam=committed.exam,
        candidate=committed.candidate,
        attempt=committed.attempt,
        level=committed.level,
        stratum=committed.stratum,
        committed_at=committed.committed_at,
        digest=digest,
        commitment=commitment(sealed.nonce, committed, digest),
        parts=part_digests(sealed.nonce, committed, digest),
    )


def commitment(nonce: str, committed: Committed, digest: Digest) -> str:
    """Give the commitment in hex."""
    return hashed(digest, TAG, bytes.fromhex(nonce), write(committed)).hex()


def part_digests(nonce: str, committed: Committed, digest: Digest) -> dict[str, str]:
    """Give the salted digest of each part, in hex."""
    salt = bytes.fromhex(nonce)
    return {
        name: hashed(digest, PART_TAG, salt, rfc8785.dumps({"part": name, "value": value})).hex()
        for name, value in _parts(committed).items()
    }


def _parts(committed: Committed) -> dict[str, Any]:
    """Part by part; parameters, pool and mandatory scenarios one by one."""
    plain = committed.model_dump(mode="json")
    parameters, pool, mandatory = (plain.pop(name) for name in ("parameters", "pool", "mandatory"))
    return {
        **plain,
        **{f"parameters.{name}": value for name, value in parameters.items()},
        **{f"pool/{variant['scenario']}/{variant['stratum']}": variant for variant in pool},
        **{f"mandatory/{fixed['scenario']}": fixed for fixed in mandatory},
    }


def seed_of(committed: Committed, candidate_nonce: str) -> bytes:
    """Give the seed of the choice and of the drills: neither side alone could have chosen it."""
    digest = committed.parameters.digest
    pool = hashed(digest, POOL_TAG, rfc8785.dumps([variant.model_dump(mode="json") for variant in committed.pool]))
    message = {"exam": committed.exam, "candidate_nonce": candidate_nonce, "pool": pool.hex()}
    return keyed(digest, bytes.fromhex(committed.server_seed), message)


def drill_key(digest: Digest, seed: bytes, scenario: str, turn: int = 0) -> bytes:
    """Give the key of a drill, 32 bytes. turn: 0, then 1, 2 ... where a drill was annulled and is held anew.

    One-way: neither the seed nor another drill's key follows from it. From the seed rather than from the server's
    part of it, so that hidden parameters cannot have been picked for a candidate either.
    """
    return keyed(digest, seed, {"drill": scenario, "turn": turn})


def drill_keys_of(committed: Committed, drawn: tuple[Variant, ...], seed: bytes) -> tuple[DrillKey, ...]:
    """Give the keys of the sitting's drills, turn 0, the mandatory ones first."""
    scenarios = [*(fixed.scenario for fixed in committed.mandatory), *(variant.scenario for variant in drawn)]
    digest = committed.parameters.digest
    return tuple(DrillKey(scenario=each, key=drill_key(digest, seed, each).hex()) for each in scenarios)


def open_draw(sealed: Sealed, candidate_nonce: str) -> Opened:
    """Draw. What is given back reveals nothing of seed, nonce or drills. PoolError, ValueError for the nonce."""
    committed, nonce = sealed.committed, nonce_text(candidate_nonce)
    seed = seed_of(committed, nonce)
    choice = choose(committed.pool, committed.parameters, committed.stratum, committed.previous, seed)
    return Opened(public=commit(sealed), candidate_nonce=nonce, drawn=choice.drawn, relaxed=choice.relaxed)


def reveal(sealed: Sealed, candidate_nonce: str) -> Opened:
    """Give the opened draw with all that it was made of. Only after the sitting: it holds the keys of its drills."""
    opened, committed = open_draw(sealed, candidate_nonce), sealed.committed
    seed = seed_of(committed, opened.candidate_nonce)
    drills = drill_keys_of(committed, opened.drawn, seed)
    revealed = Revealed(nonce=sealed.nonce, committed=committed, seed=seed.hex(), drills=drills)
    return opened.model_copy(update={"revealed": revealed})


def write(document: Document) -> bytes:
    """Give a document as its RFC 8785 JSON."""
    return rfc8785.dumps(document.model_dump(mode="json"))


def read_sealed(data: bytes) -> Sealed:
    """Read a sealed file. ValueError, in one line, for any other run of bytes."""
    return _read(data, Sealed)


def read_opened(data: bytes) -> Opened:
    """Read an opened draw. ValueError, in one line, for any other run of bytes."""
    return _read(data, Opened)


Read = TypeVar("Read", bound=Document)


def _read(data: bytes, kind: type[Read]) -> Read:
    try:
        return kind.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ValueError(" ".join(f"{where}: {first['msg']}".split())) from error
    except RecursionError as error:
        raise ValueError("nested too deep") from error
