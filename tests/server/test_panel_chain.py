from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.catalogue.panels import VersionRow
from server.panel.chain import fault, first_link, link
from tests.server.panel_rooms import ANNA, AT, BO, DRILL


def chained(length: int) -> list[VersionRow]:
    rows: list[VersionRow] = []
    previous = first_link(DRILL, ANNA)
    for number in range(1, length + 1):
        at = AT + timedelta(seconds=number, microseconds=number)
        row = VersionRow(DRILL, ANNA, number, "draft", "{}", "", ANNA, f"save {number}", previous, "", at)
        rows.append(replace(row, hash=link(row)))
        previous = rows[-1].hash
    return rows


CHANGES = {
    "drill": "00000000000000d2",
    "examiner": BO,
    "version": 9,
    "state": "locked",
    "body": '{"a":1}',
    "reason": "x",
    "actor": BO,
    "save_id": "other",
    "previous_hash": "0" * 64,
    "hash": "0" * 64,
    "saved_at": AT,
}


def test_a_chain_that_was_left_alone_holds() -> None:
    assert fault(DRILL, ANNA, chained(5)) is None
    assert fault(DRILL, ANNA, []) is None


@pytest.mark.parametrize("field", CHANGES)
@given(place=st.integers(0, 4))
def test_a_change_of_any_field_shows_where_it_is(field: str, place: int) -> None:
    rows = chained(5)
    rows[place] = replace(rows[place], **{field: CHANGES[field]})
    assert fault(DRILL, ANNA, rows) == place + 1
    if field != "hash":  # whoever also makes the hash anew breaks the next link
        rows[place] = replace(rows[place], hash=link(rows[place]))
        found = fault(DRILL, ANNA, rows)
        assert found in (place + 1, place + 2) or place == 4


@pytest.mark.parametrize(("gone", "seen"), [(0, 1), (2, 3)])
def test_a_version_taken_out_shows(gone: int, seen: int) -> None:
    rows = chained(5)
    del rows[gone]
    assert fault(DRILL, ANNA, rows) == seen


def test_a_sheet_passed_off_as_anothers_shows() -> None:
    assert fault(DRILL, BO, chained(1)) == 1
    assert fault("00000000000000d2", ANNA, chained(1)) == 1
