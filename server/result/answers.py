"""Answers: what an answer to a delivery means, and how long to wait before the next try. Pure.

Only a receipt for this very key and fingerprint ends a delivery: any machine in between may say 200.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

State = Literal["pending", "sending", "delivered", "uncertain", "dead"]
NO_EFFECT_YET = {425, 429}  # the receiver says that it did nothing: the item is as it was
RETRIED_4XX = {408, 425, 429}
MOST_RECEIPT_CHARS = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back of one try. status: 0 = no whole answer. error: a word for what went wrong, "" = nothing.

    sent: False only if the request surely never left. retry_after: header, "" = none.
    """

    status: int = 0
    body: bytes = b""
    retry_after: str = ""
    error: str = ""
    sent: bool = True


@dataclass(frozen=True, slots=True)
class Judgement:
    """state: of the outbox row from now on. error: word for people, "" = none. receipt: the receiver's own id."""

    state: State
    error: str = ""
    receipt: str = ""


def judge(answer: Answer, key: str, fingerprint: str) -> Judgement:
    """Say what an answer makes of a delivery. A time-out is not failure: the effect may be there."""
    status = answer.status
    if not answer.sent:
        return Judgement("pending", answer.error)
    if status == 0:
        return Judgement("uncertain", answer.error)
    if 200 <= status < 300:
        receipt = _receipt(answer.body, key, fingerprint)
        return Judgement("delivered", "", receipt) if receipt else Judgement("uncertain", "no_receipt")
    if status in NO_EFFECT_YET:
        return Judgement("pending", f"status_{status}")
    if 400 <= status < 500 and status not in RETRIED_4XX and not (status == 409 and _code(answer) == "in_progress"):
        return Judgement("dead", _code(answer) or f"status_{status}")
    return Judgement("uncertain", f"status_{status}")


def pause_s(tries: int, first_s: float, most_s: float, chance: float, asked_s: float = 0.0) -> float:
    """Give the seconds until the next try: full jitter over a doubling span, on top of what the receiver asked for.

    tries: made so far, from 1. chance: evenly from [0, 1). Never more than twice most_s.
    """
    span = min(most_s, first_s * 2.0 ** min(tries - 1, 60))
    return min(asked_s, most_s) + span * chance


def asked_s(retry_after: str, now: datetime) -> float:
    """Read a Retry-After header, seconds or a date; 0 where it says nothing that can be read."""
    word = retry_after.strip()
    if word.isascii() and word.isdigit():
        return float(word[:9])
    try:
        until = parsedate_to_datetime(word)
        return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())
    except (ValueError, OverflowError, IndexError, TypeError):
        return 0.0


def read_object(body: bytes) -> dict[str, object]:
    """Read a JSON object; an empty one if it is anything else."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _receipt(body: bytes, key: str, fingerprint: str) -> str:
    found = read_object(body)
    receipt = found.get("receipt")
    same = found.get("key") == key and found.get("fingerprint") == fingerprint
    return receipt if same and isinstance(receipt, str) and len(receipt) <= MOST_RECEIPT_CHARS else ""


def _code(answer: Answer) -> str:
    code = read_object(answer.body).get("code")
    # It goes into logs and pages: a word and nothing else.
    return code if isinstance(code, str) and code.isascii() and code.isidentifier() and len(code) <= 40 else ""
