"""Document: the result of a sitting as the certificate system gets it. Pure; every amount is text with two decimals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, localcontext
from hashlib import sha256
from typing import Annotated, Literal, Self

import rfc8785
from pydantic import BaseModel, ConfigDict, Field, model_validator

from scoring.amounts import FIXED, hundredths

KIND: Literal["practical_result"] = "practical_result"
MOST_BYTES = 256 * 1024  # of a result with its signature

Amount = Annotated[str, Field(pattern=r"^(0|[1-9][0-9]{0,2})\.[0-9]{2}$", description="two decimals")]
Hex64 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Slug = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")]
Words = Annotated[str, Field(max_length=128)]
Moment = Annotated[str, Field(max_length=40, pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class ScenarioResult(_Part):
    """One drill of the sitting. score: the mean, capped where a veto stands. sheets: each examiner's total of 100.

    record_digest: the last digest of the drill's chain. record_sha256: of the sealed record file.
    """

    scenario: Slug
    code: Words
    drill: Slug
    score: Amount
    mean: Amount
    sheets: Annotated[list[Amount], Field(min_length=1, max_length=32)]
    panel_size: Annotated[int, Field(ge=1, le=32)]
    vetoes: Annotated[list[Slug], Field(max_length=64)]
    record_digest: Digest
    record_sha256: Hex64

    @model_validator(mode="after")
    def _mean_of_the_panel(self) -> Self:
        with localcontext(FIXED):
            mean = hundredths(sum(map(Decimal, self.sheets), Decimal(0)) / len(self.sheets))
        if self.panel_size != len(self.sheets) or mean != Decimal(self.mean):
            raise ValueError("the mean is not that of the panel's sheets")
        return self


class ResultDocument(_Part):
    """A result. result, version: its id and which version of it; previous: fingerprint of the version it replaces.

    exam, level, process, total, grade: null where a sitting is one drill. candidate: pseudonymous number.
    policy_hash: of the marking policy. commitment: to the hidden draw, made before the drill. engine: id of the
    code by which the record re-executes. digest_alg: of fingerprint, hashes, commitment.
    """

    kind: Literal["practical_result"] = KIND
    version: Annotated[int, Field(ge=1, le=10_000)]
    result: Slug
    exam: Slug | None = None
    sitting: Slug
    candidate: Words
    level: Literal["junior", "middle", "senior"] | None = None
    scenarios: Annotated[list[ScenarioResult], Field(min_length=1, max_length=32)]
    process: Amount | None = None
    total: Amount | None = None
    grade: Words | None = None
    passed: bool
    policy_hash: Hex64
    commitment: Hex64
    engine: Hex64
    issued_at: Moment
    previous: Hex64 | None = None
    digest_alg: Literal["sha256"] = "sha256"
    sig_alg: Literal["Ed25519"] = "Ed25519"


@dataclass(frozen=True, slots=True)
class DrillFacts:
    """What one drill came to; the fields are those of ScenarioResult, amounts still Decimal."""

    scenario: str
    code: str
    drill: str
    score: Decimal
    mean: Decimal
    sheets: Sequence[Decimal]
    vetoes: Sequence[str]
    record_digest: str
    record_sha256: str


@dataclass(frozen=True, slots=True)
class SittingFacts:
    """What a result is made of, but for version, previous version and time."""

    sitting: str
    candidate: str
    drills: Sequence[DrillFacts]
    passed: bool
    policy_hash: str
    commitment: str
    engine: str


def result_id(sitting: str) -> str:
    """Give the id of a sitting's result: always the same, so that a restored backup cannot make a second one."""
    return f"r-{sitting}"


def sitting_of(key: str) -> str:
    """Give the sitting of an outbox key, result:version:destination."""
    return key.partition(":")[0].removeprefix("r-")


def document(facts: SittingFacts, version: int, previous: str | None, issued_at: datetime) -> ResultDocument:
    """Make the document of a sitting. issued_at: with offset. ValueError where the facts do not make a result."""
    if issued_at.utcoffset() is None:
        raise ValueError("a time needs its offset")
    return ResultDocument(
        version=version,
        result=result_id(facts.sitting),
        sitting=facts.sitting,
        candidate=facts.candidate,
        scenarios=[_scenario(drill) for drill in facts.drills],
        passed=facts.passed,
        policy_hash=facts.policy_hash,
        commitment=facts.commitment,
        engine=facts.engine,
        issued_at=issued_at.astimezone(UTC).isoformat(timespec="seconds"),
        previous=previous,
    )


def canonical(result: ResultDocument) -> bytes:
    """Give the RFC 8785 bytes of a result: what is signed and hashed."""
    return rfc8785.dumps(result.model_dump(mode="json"))


def fingerprint(content: bytes) -> str:
    """Give the digital fingerprint of canonical bytes: SHA-256 in hex."""
    return sha256(content).hexdigest()


def _scenario(drill: DrillFacts) -> ScenarioResult:
    return ScenarioResult(
        scenario=drill.scenario,
        code=drill.code,
        drill=drill.drill,
        score=_amount(drill.score),
        mean=_amount(drill.mean),
        sheets=[_amount(sheet) for sheet in drill.sheets],
        panel_size=len(drill.sheets),
        vetoes=list(drill.vetoes),
        record_digest=drill.record_digest,
        record_sha256=drill.record_sha256,
    )


def _amount(amount: Decimal) -> str:
    if amount != hundredths(amount):
        raise ValueError("an amount of a result has two decimals")
    return f"{hundredths(amount):f}"
