"""Meta: what a record says of a drill that is run here and now."""

import secrets
from datetime import datetime

from scenarios.drill import Drill
from scenarios.hidden import ANY, Terms
from scenarios.sealing import Who, commitment
from server import meta
from server.cli.engine import engine_id
from server.cli.product import product
from sim_core.chance import DrillKeys


def origin() -> meta.Origin:
    """Which program runs here."""
    return meta.Origin(product(), engine_id())


def describe(drill: Drill, keys: DrillKeys, policy: str, terms: Terms = ANY) -> bytes:
    """Write the META block of a drill with a policy in the commander's seat: fresh nonce, time by the clock."""
    nonce = secrets.token_hex(32)
    seats: dict[str, Who] = {p.seat: "colleague" if p.colleague else "bot" for p in drill.point.world.people}
    return meta.describe(
        drill.scenario,
        keys,
        origin(),
        policy=policy,
        mode="training",
        seats=seats,
        nonce=nonce,
        commitment=commitment(keys.hidden.hex(), drill.scenario.hash, nonce, terms),
        terms=terms,
        started_at=datetime.now().astimezone().isoformat(timespec="seconds"),
    )
