"""Faults: what is wrong with a plan or a workbook, where, and what to do. Nothing stops at the first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sim_core.text import Text


@dataclass(frozen=True, slots=True)
class Where:
    """Where something stands: a cell (row as the spreadsheet counts, column its letter), or an entity of a drawing."""

    sheet: str = ""
    row: int = 0
    column: str = ""
    layer: str = ""
    handle: str = ""

    def __str__(self) -> str:
        cell = f"{self.column}{self.row or ''}"
        entity = f"{self.layer}#{self.handle}" if self.handle else self.layer
        return " ".join(part for part in ("!".join(filter(None, (self.sheet, cell))), entity) if part)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and what to do about it."""

    where: Where
    what: Text
    do: Text

    def said(self) -> Text:
        """One line in each language."""
        at = f"{self.where}: " if str(self.where) else ""
        return Text(f"{at}{self.what.zh}；{self.do.zh}", f"{at}{self.what.en}; {self.do.en}")

    def shape(self) -> dict[str, Any]:
        """As JSON for programs."""
        at = self.where
        return {
            "sheet": at.sheet,
            "row": at.row,
            "column": at.column,
            "layer": at.layer,
            "handle": at.handle,
            "what": self.what._asdict(),
            "do": self.do._asdict(),
        }


class UnreadableError(Exception):
    """The file as a whole is none that can be read. what, do: as of a fault."""

    def __init__(self, what: Text, do: Text) -> None:
        super().__init__(what.en)
        self.what, self.do = what, do


def once(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults in their order, of those about one cell only the first: what follows from it is no news."""
    told: dict[Where, Fault] = {}
    rest: list[Fault] = []
    for fault in faults:
        if fault.where.column and told.setdefault(fault.where, fault) is not fault:
            continue
        rest.append(fault)
    return tuple(rest)
