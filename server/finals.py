"""Finals: what becomes of a drill once its panel is final: its result, in the same transaction."""

from collections.abc import Callable

from sqlalchemy import Connection

from scenarios import reader
from server.catalogue import drills
from server.house import House
from server.panel.outcome import outcome
from server.result.document import DrillFacts, SittingFacts
from server.result.issuing import issue


def on_final(house: House) -> Callable[[Connection, str], None]:
    """Give what panels call when they become final. Here a sitting is one drill."""
    destinations = tuple(each.name for each in house.config.delivery.destinations)

    def issue_result(db: Connection, drill: str) -> None:
        row, found = drills.get(db, drill), outcome(db, drill)
        if row.mode != "exam":  # a panel may practise on a training drill; nobody's licence hangs on it
            return
        facts = DrillFacts(
            scenario=row.scenario_id,
            code=reader.load(row.scenario_id).code,
            drill=drill,
            score=found.result.score,
            mean=found.result.mean,
            sheets=[total for _, total in found.result.totals],
            vetoes=found.result.vetoes,
            record_digest=row.digest,
            record_sha256=row.record_sha256,
        )
        sitting = SittingFacts(
            sitting=drill,
            candidate=row.candidate,
            drills=[facts],
            passed=found.result.passed,
            policy_hash=row.policy_hash,
            commitment=row.commitment,
            engine=row.engine,
        )
        issue(db, sitting, house.signer, destinations, house.surroundings.now())

    return issue_result
