"""Values: what is to be confirmed before people are examined by a scenario, and who has confirmed it."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field

from scenarios import reader
from scenarios.model import Scenario
from scenarios.values import KINDS, values, values_hash
from server.api.bodies import Both
from server.api.door import Caller, caller, house
from server.api.drills import scenario_of
from server.api.problems import PROBLEM_RESPONSES, ApiProblem
from server.catalogue import signatures
from server.catalogue.base import new_id
from server.catalogue.engine import reading
from server.catalogue.signatures import SignatureRow

router = APIRouter(prefix="/api", tags=["scenarios"], responses=PROBLEM_RESPONSES)


class ValueOut(BaseModel):
    """A value to be confirmed. evidence: B to be verified, P proposal of this product."""

    id: str
    kind: Both
    what: Both
    value: Both
    source: Both
    evidence: str


class SignatureOut(BaseModel):
    """Who confirmed. holds: nothing has changed since."""

    signed_by: str
    note: str
    signed_at: datetime
    holds: bool


class ValuesOut(BaseModel):
    """The values of a scenario. signed: somebody has confirmed them as they are."""

    scenario: str
    name: Both
    mandatory: bool
    values_hash: str
    values: list[ValueOut]
    signatures: list[SignatureOut]
    signed: bool


class NewSignature(BaseModel):
    """An expert confirms. values_hash: of the list that he has read."""

    model_config = ConfigDict(extra="forbid")
    values_hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    signed_by: Annotated[str, Field(min_length=1, max_length=80)]
    note: Annotated[str, Field(max_length=500)] = ""


@router.get("/values")
def list_values(request: Request, who: Annotated[Caller, Depends(caller("values.read"))]) -> list[ValuesOut]:
    """All that is to be confirmed, by scenario."""
    with reading(house(request).catalogue) as db:
        rows = signatures.list_(db)
    return [_shown(scenario, rows) for scenario in reader.catalogue()]


@router.post("/values/{scenario}/signatures", status_code=201)
def sign(
    request: Request, scenario: str, new: NewSignature, who: Annotated[Caller, Depends(caller("values.sign"))]
) -> ValuesOut:
    """Confirm the values of a scenario as they were read."""
    here, found = house(request), scenario_of(scenario)
    if new.values_hash != values_hash(found):
        raise ApiProblem(409, "values_changed", "数值已改变，请重新阅读", "The values have changed; read them again")
    if not new.signed_by.strip():
        raise ApiProblem(422, "no_name", "请写下签认人姓名", "Write down who confirms")
    row = SignatureRow(
        new_id(here.surroundings.entropy),
        found.id,
        new.values_hash,
        new.signed_by.strip(),
        new.note,
        who.account_id,
        here.surroundings.now(),
    )
    with here.catalogue.begin() as db:
        signatures.add(db, row)
        rows = signatures.list_(db)
    return _shown(found, rows)


def _shown(scenario: Scenario, rows: tuple[SignatureRow, ...]) -> ValuesOut:
    now = values_hash(scenario)
    own = [row for row in rows if row.scenario_id == scenario.id]
    return ValuesOut(
        scenario=scenario.id,
        name=Both(**scenario.name._asdict()),
        mandatory=scenario.mandatory,
        values_hash=now,
        values=[
            ValueOut(
                id=v.id,
                kind=Both(**KINDS[v.kind]._asdict()),
                what=Both(**v.what._asdict()),
                value=Both(**v.value._asdict()),
                source=Both(**v.source._asdict()),
                evidence=v.evidence,
            )
            for v in values(scenario)
        ],
        signatures=[
            SignatureOut(
                signed_by=row.signed_by, note=row.note, signed_at=row.signed_at, holds=row.values_hash == now
            )
            for row in own
        ],
        signed=any(row.values_hash == now for row in own),
    )
