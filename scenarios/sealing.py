"""Sealing: what a record says of its drill, and the commitment to what was hidden. Pure: nonce and time are given."""

from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Annotated, Any, Literal

import rfc8785
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scenarios.hidden import ANY, Terms

FORMAT: Literal[1] = 1
TAG = b"yanlian commitment 1\0"

Who = Literal["human", "bot", "colleague"]
Hex32 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


@dataclass(frozen=True, slots=True)
class Keys:
    """The two keys of a drill, 32 bytes each in hex; in a record only once it is sealed."""

    hidden_key: Hex32
    world_key: Hex32


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a drill leaves another one: its id, the tick, and the digest there, in hex."""

    parent: str
    tick: int
    digest: str


class Meta(BaseModel):
    """The META block. scenario: the whole scenario, so that a record needs no catalogue. seats: who sat where.

    policy: the plan in the commander's seat. policy_hash: of the marking policy, the scenario's rubric.
    started_at: ISO 8601 with offset, given by the caller; re-execution does not look at it. branch: None for a drill
    that began at its scenario's start. terms: what the draw was bound to.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    format: Literal[1] = FORMAT
    product: str
    engine: Hex32
    scenario: dict[str, Any]
    scenario_hash: Hex32
    policy: str
    policy_hash: str = ""
    mode: Literal["training", "exam", "week"]
    seats: dict[str, Who]
    keys: Keys
    nonce: Hex32
    commitment: Hex32
    ticks_per_s: Literal[20] = 20
    started_at: str
    branch: Branch | None = None
    terms: Terms = ANY

    def canonical_scenario(self) -> bytes:
        """Give the scenario as its RFC 8785 JSON."""
        return rfc8785.dumps(self.scenario)


def write_meta(meta: Meta) -> bytes:
    """Give the META block: RFC 8785 JSON."""
    return rfc8785.dumps(meta.model_dump(mode="json", exclude_none=True))


def read_meta(data: bytes) -> Meta:
    """Read a META block. ValueError, in one line, for any other run of bytes."""
    try:
        return Meta.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ValueError(f"{where}: {first['msg']}") from error
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def commitment(hidden_key: str, scenario_hash: str, nonce: str, terms: Terms = ANY) -> str:
    """Commit to a draw before the drill: SHA-256 of tag, nonce and RFC 8785 JSON, terms only where there are some.
    All in hex."""
    bound = asdict(terms) if terms != ANY else {}
    committed = rfc8785.dumps({"hidden_key": hidden_key, "scenario": scenario_hash, **bound})
    return sha256(TAG + bytes.fromhex(nonce) + committed).hexdigest()


def draw_faults(meta: Meta) -> tuple[str, ...]:
    """Name what of the draw disagrees: `scenario` (its hash), `commitment`."""
    faults = []
    if sha256(meta.canonical_scenario()).hexdigest() != meta.scenario_hash:
        faults.append("scenario")
    if commitment(meta.keys.hidden_key, meta.scenario_hash, meta.nonce, meta.terms) != meta.commitment:
        faults.append("commitment")
    return tuple(faults)
