"""Meta: what a record says of its drill. Clock, entropy and the ids of product and engine are given."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

import rfc8785

from scenarios.hidden import ANY, Terms
from scenarios.model import Scenario
from scenarios.sealing import Branch, Keys, Meta, Who, write_meta
from sim_core.chance import DrillKeys


@dataclass(frozen=True, slots=True)
class Origin:
    """Which program ran a drill. engine: the id of what decides its course."""

    product: str
    engine: str


def policy_hash(scenario: Scenario) -> str:
    """Hash of the marking policy, the scenario's rubric: SHA-256 of its RFC 8785 JSON, in hex."""
    return sha256(rfc8785.dumps(json.loads(scenario.canonical)["rubric"])).hexdigest()


def describe(
    scenario: Scenario,
    keys: DrillKeys,
    origin: Origin,
    *,
    policy: str,
    mode: Literal["training", "exam", "week"],
    seats: Mapping[str, Who],
    nonce: str,
    commitment: str,
    started_at: str,
    branch: Branch | None = None,
    terms: Terms = ANY,
) -> bytes:
    """Write the META block of a drill's record."""
    meta = Meta(
        product=origin.product,
        engine=origin.engine,
        scenario=json.loads(scenario.canonical),
        scenario_hash=scenario.hash,
        policy=policy,
        policy_hash=policy_hash(scenario),
        mode=mode,
        seats=dict(seats),
        keys=Keys(keys.hidden.hex(), keys.world.hex()),
        nonce=nonce,
        commitment=commitment,
        started_at=started_at,
        branch=branch,
        terms=terms,
    )
    return write_meta(meta)
