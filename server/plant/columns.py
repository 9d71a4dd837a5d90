"""Columns: what a workbook of a plant asks for, sheet by sheet (`columns.toml`).

Workbook, drawing, reader, site file and legend all stand on this one table.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from scenarios.lint_site import DEVICE_KINDS, INSTRUMENT_KINDS
from scenarios.rules.ground.exposure import GASES
from sim_core.physics.substances import SUBSTANCES
from sim_core.site import CLEAN_AIR
from sim_core.text import Text

FAR_M = 20_000.0  # a plant further from its origin than this is in other units, or in the grid of a country
WORDS: Mapping[str, tuple[str, ...]] = {
    "substances": tuple(SUBSTANCES),
    "gases": tuple(dict.fromkeys((*SUBSTANCES, *CLEAN_AIR, *GASES))),
    "device_kinds": DEVICE_KINDS,
    "instrument_kinds": INSTRUMENT_KINDS,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column. key: field of the site (units last). sort: id, ids, slug, words, number, whole, truth.

    default: what an empty cell means, None = it must be filled in. within: least and most of a number. of: the words
    that may stand there, () = any. example: of the template's rows.
    """

    key: str
    name: Text
    what: Text
    sort: str
    default: object
    within: tuple[float, float]
    of: tuple[str, ...]
    example: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of thing. key: of the `[site]`. needed: a plant without one is none."""

    key: str
    name: Text
    columns: tuple[Column, ...]
    needed: bool

    @property
    def title(self) -> str:
        """What the tab is called."""
        return f"{self.name.zh} {self.name.en}"


def _column(row: Mapping[str, Any]) -> Column:
    default, of = row.get("default"), row.get("of", ())
    least, most = row.get("within", (-FAR_M, FAR_M))
    return Column(
        row["key"],
        Text(**row["name"]),
        Text(**row["what"]),
        row.get("sort", "words"),
        tuple(default) if isinstance(default, list) else default,
        (least, most),
        WORDS[of] if isinstance(of, str) else tuple(of),
        tuple(row.get("example", ())),
    )


def _sheets() -> dict[str, Sheet]:
    text = files("server.plant").joinpath("columns.toml").read_text(encoding="utf-8")
    return {
        row["key"]: Sheet(
            row["key"], Text(**row["name"]), tuple(_column(c) for c in row["columns"]), row.get("needed", False)
        )
        for row in tomllib.loads(text)["sheet"]
    }


SHEETS: Mapping[str, Sheet] = _sheets()


def columns_of(key: str) -> dict[str, Column]:
    """The columns of a sheet by their keys."""
    return {column.key: column for column in SHEETS[key].columns}
