"""Stored: rubrics, sheets and what was asked of them, as text and exactly back."""

import rfc8785
from msgspec import UNSET, Struct, UnsetType, json, to_builtins

from scoring.marks import Sheet
from scoring.rubric import Rubric
from server.panel.sheet import OwnSheet, Patch


class Asked(Struct, frozen=True, omit_defaults=True):
    """What made a version: kind save, lock or replace; on which version it was based; what it changes."""

    kind: str
    base_version: int
    patch: Patch | UnsetType = UNSET


class Body(Struct, frozen=True):
    """What a version keeps: what was asked, so that a repeat is told from something new; the whole sheet after it."""

    asked: Asked
    sheet: OwnSheet


class Decision(Struct, frozen=True, omit_defaults=True):
    """What the chief decides. kind: confirm or replace. examiner, patch: whose sheet, and what changes in it."""

    kind: str
    reason: str
    examiner: str = ""
    patch: Patch = Patch()


# Made here, before there are threads: two that are the first to ask `json.decode` for a type tear its description apart
# under each other, and the process dies (msgspec 0.22: examiners who come back at once after a restart).
_RUBRIC, _SHEET = json.Decoder(Rubric), json.Decoder(Sheet)
_DECISION, _BODY = json.Decoder(Decision), json.Decoder(Body)


def rubric_text(rubric: Rubric) -> str:
    """A rubric as JSON text: equal rubrics, equal texts."""
    return json.encode(rubric, order="sorted").decode()


def rubric_of(text: str) -> Rubric:
    """The rubric that `rubric_text` wrote, equal in every field."""
    return _RUBRIC.decode(text)


def prefilled_text(sheet: Sheet) -> str:
    """The machine's sheet as JSON text: equal sheets, equal texts."""
    return json.encode(sheet, order="sorted").decode()


def prefilled_of(text: str) -> Sheet:
    """The sheet that `prefilled_text` wrote, equal in every field, the decimals of its amounts included."""
    return _SHEET.decode(text)


def canonical(value: Struct) -> str:
    """A body or a request as RFC 8785 JSON, which is what the hash chain covers."""
    return rfc8785.dumps(to_builtins(value)).decode()


def decision_of(text: str) -> Decision:
    """The decision that `canonical` wrote."""
    return _DECISION.decode(text)


def body_of(text: str) -> Body:
    """The body that `canonical` wrote."""
    return _BODY.decode(text)
