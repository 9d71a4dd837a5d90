"""Panel bodies: what may be sent to the panel's routes. Amounts are strings with two decimals."""

from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from msgspec import UNSET, structs
from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt

from server.panel.sheet import Entry, Patch
from server.panel.stored import Decision

Amount = Annotated[str, Field(pattern=r"^(0|[1-9][0-9]{0,2})\.[0-9]{2}$", examples=["12.50"])]
FieldId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
Rating = Annotated[StrictInt, Field(ge=1, le=5)]
Reason = Annotated[str, Field(max_length=500)]
Version = Annotated[StrictInt, Field(ge=0, le=2**31 - 1)]
MAX_FIELDS = 200


class Strict(BaseModel):
    """A body: unknown names are refused, so that a mistyped field is not silently lost."""

    model_config = ConfigDict(extra="forbid")


class MarkBody(Strict):
    """A mark on one item. reason: of an override: one of the sheet's reasons, or free text."""

    points: Amount
    time_points: Amount
    reason: Reason = ""

    def entry(self) -> Entry:
        """The mark as the sheet keeps it."""
        return Entry(Decimal(self.points), Decimal(self.time_points), self.reason)


class Changes(Strict):
    """What changes; what is not named stays. A null takes back an own mark, or the rating."""

    marks: dict[FieldId, MarkBody | None] = Field(default={}, max_length=MAX_FIELDS)
    global_rating: Rating | None = None
    vetoes: dict[FieldId, StrictBool] = Field(default={}, max_length=MAX_FIELDS)

    def patch(self) -> Patch:
        """The changes as a patch."""
        return Patch(
            marks={item: None if mark is None else mark.entry() for item, mark in self.marks.items()},
            global_rating=self.global_rating if "global_rating" in self.model_fields_set else UNSET,
            vetoes=self.vetoes,
        )


class SaveBody(Changes):
    """A save. save_id: made by the client, the same on every repeat. base_version: the version it was looking at."""

    save_id: UUID
    base_version: Version
    notes: Annotated[str, Field(max_length=8000)] = ""

    def patch(self) -> Patch:
        """The changes as a patch, notes included."""
        return structs.replace(super().patch(), notes=self.notes if "notes" in self.model_fields_set else UNSET)


class LockBody(Strict):
    """A lock. base_version: the version that is locked; it must be the last."""

    save_id: UUID
    base_version: Version


class DecisionBody(Strict):
    """The chief's decision. examiner, changes: of a replacement only."""

    save_id: UUID
    kind: Literal["confirm", "replace"]
    reason: Annotated[str, Field(min_length=1, max_length=2000)]
    examiner: Annotated[str, Field(max_length=64)] = ""
    changes: Changes = Changes()

    def decision(self) -> Decision:
        """The decision as the panel takes it; a confirmation changes nothing."""
        if self.kind == "confirm":
            return Decision("confirm", self.reason)
        return Decision("replace", self.reason, self.examiner, self.changes.patch())
