"""docs/validation.md is what the models give today."""

from server.validation import cohorts, find
from server.validation.document import MARK, PLACE, document
from tests.house.tree import ROOT


def test_it_is_current() -> None:
    assert PLACE == ROOT / "docs" / "validation.md"
    told = PLACE.read_text("utf-8")
    assert told == document([find(c) for c in cohorts()]), "python -m server.validation.document"
    assert told.startswith(MARK)
