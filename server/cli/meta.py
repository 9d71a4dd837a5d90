"""Meta: what a record says of a drill that is run here and now."""

import json
import secrets
from datetime import datetime
from hashlib import sha256

import rfc8785

from scenarios.drill import Drill
from scenarios.sealing import Keys, Meta, Who, commitment, write_meta
from server.cli.engine import engine_id
from server.cli.product import product
from sim_core.chance import DrillKeys


def describe(drill: Drill, keys: DrillKeys, policy: str) -> bytes:
    """Write the META block of a drill a policy in the commander's seat: fresh nonce, time by the clock."""
    scenario, people, nonce = drill.scenario, drill.point.world.people, secrets.token_hex(32)
    hidden_key, world_key = keys.hidden.hex(), keys.world.hex()
    whole = json.loads(scenario.canonical)
    seats: dict[str, Who] = {p.seat: "colleague" if p.colleague else "bot" for p in people}
    meta = Meta(
        product=product(),
        engine=engine_id(),
        scenario=whole,
        scenario_hash=scenario.hash,
        policy=policy,
        policy_hash=sha256(rfc8785.dumps(whole["rubric"])).hexdigest(),
        mode="training",
        seats=seats,
        keys=Keys(hidden_key, world_key),
        nonce=nonce,
        commitment=commitment(hidden_key, scenario.hash, nonce),
        started_at=datetime.now().astimezone().isoformat(timespec="seconds"),
    )
    return write_meta(meta)
