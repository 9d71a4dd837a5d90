"""Limits against the ALOHA chemical library as pyeldqm carries it: the second hand that evidence R2 speaks of."""

import sqlite3
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from sim_core.physics import properties
from sim_core.physics.substances import SUBSTANCES

FOUND = find_spec("pyeldqm")
if FOUND is None or FOUND.origin is None:
    pytest.skip("pyeldqm is not here: make peers", allow_module_level=True)

TABLE = Path(FOUND.origin).parent / "data" / "chemicals_database" / "chemicals_database.sqlite3"
COLUMNS = ("idlh", "aegl1_60min", "aegl2_60min", "aegl3_60min", "lel", "uel")
# Where another source is pinned: substance -> columns, with the reason in handbook.toml.
OTHERWISE = {"methanol": {"lel"}, "xylene": {"aegl1_60min", "aegl2_60min", "aegl3_60min"}}


def rows() -> Iterator[tuple[str, str, float]]:
    """substance, column, ppm."""
    by_cas = {s.cas: s.id for s in SUBSTANCES.values()} | {"108-38-3": "xylene"}
    for cas, *cells in sqlite3.connect(TABLE).execute(f"select cas_number, {', '.join(COLUMNS)} from shanto_chemical"):
        first, *rest = str(cas).split("-")
        identity = by_cas.get("-".join([first, *(part.zfill(n) for part, n in zip(rest, (2, 1), strict=False))]))
        for column, cell in zip(COLUMNS, cells, strict=True):
            if identity is not None and cell is not None and str(cell).endswith(" ppm"):
                yield identity, column, float(str(cell).removesuffix(" ppm"))


ROWS = [row for row in rows() if row[1] not in OTHERWISE.get(row[0], set())]


def test_there_are_enough_to_compare() -> None:
    assert len(ROWS) > 70


@pytest.mark.parametrize(("identity", "column", "ppm"), ROWS)
def test_agrees(identity: str, column: str, ppm: float) -> None:
    s = SUBSTANCES[identity]
    if column in ("lel", "uel"):
        assert 1e6 * (s.lfl if column == "lel" else s.ufl) == pytest.approx(ppm, rel=1e-9)
        return
    kind, minutes = ("IDLH", 0.0) if column == "idlh" else (f"AEGL-{column[4]}", 60.0)
    assert [x.ppm for x in properties.limits_of(s, kind, minutes)] == [ppm]
