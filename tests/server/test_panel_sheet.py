import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.panel.refusal import PanelError
from server.panel.sheet import OwnSheet, Patch, applied, changes, fields, merged
from tests.server.panel_rooms import mark, marks

entries = st.integers(0, 3).map(lambda points: mark(f"{points}.00"))
patches = st.builds(
    Patch,
    marks=st.dictionaries(st.sampled_from("abc"), st.none() | entries, max_size=3),
    vetoes=st.dictionaries(st.sampled_from("vw"), st.booleans(), max_size=2),
) | st.builds(Patch, global_rating=st.none() | st.integers(1, 3), notes=st.sampled_from(["", "x", "y"]))
sheets = st.lists(patches, max_size=4).map(lambda made: played(made))


def played(made: list[Patch]) -> OwnSheet:
    sheet = OwnSheet()
    for patch in made:
        sheet = applied(sheet, patch)
    return sheet


@given(sheets, patches)
def test_a_patch_changes_what_it_names_and_nothing_else(sheet: OwnSheet, patch: Patch) -> None:
    before, after, wanted = fields(sheet), fields(applied(sheet, patch)), changes(patch)
    for field in before.keys() | after.keys() | wanted.keys():
        assert after.get(field) == (wanted[field] if field in wanted else before.get(field))


@given(sheets, patches, patches)
def test_saves_of_two_tabs_come_together_or_say_where_not(base: OwnSheet, mine: Patch, theirs: Patch) -> None:
    current = applied(base, theirs)
    clash = {field for field, wanted in changes(mine).items() if changes(theirs).get(field, wanted) != wanted}
    clash = {field for field in clash if fields(current).get(field) != fields(base).get(field)}
    try:
        together = fields(merged(base, current, mine))
    except PanelError as error:
        assert error.code == "conflict"
        assert {one["field"] for one in error.facts["fields"]} == clash
        return
    assert not clash
    for field, wanted in changes(mine).items():
        assert together.get(field) == wanted
    for field, wanted in changes(theirs).items():
        if field not in changes(mine):
            assert together.get(field) == wanted


@given(sheets, sheets, patches)
def test_nothing_unseen_is_written_over(base: OwnSheet, current: OwnSheet, mine: Patch) -> None:
    """Whatever lies between: a value that changed since is either kept, or equal to what is wanted, or a conflict."""
    try:
        together = merged(base, current, mine)
    except PanelError:
        return
    for field, now in fields(current).items():
        if now != fields(base).get(field):
            assert fields(together).get(field) == now


def test_a_conflict_shows_both_values() -> None:
    base, current = OwnSheet(), applied(OwnSheet(), marks(command="9.00"))
    with pytest.raises(PanelError) as refused:
        merged(base, current, marks(command="12.00", report="1.00"))
    saved = {"points": "9.00", "time_points": "0.00", "reason": ""}
    sent = {**saved, "points": "12.00"}
    assert refused.value.facts == {"fields": [{"field": "marks/command", "saved": saved, "sent": sent}]}


def test_taking_a_mark_back_is_a_change_like_any_other() -> None:
    base = applied(OwnSheet(), marks(command="9.00"))
    gone = applied(base, Patch(marks={"command": None}))
    assert gone == OwnSheet()
    with pytest.raises(PanelError, match="conflict"):
        merged(base, gone, marks(command="10.00"))
    assert merged(base, gone, Patch(marks={"command": None})) == gone


def test_two_tabs_draw_two_vetoes() -> None:
    both = merged(OwnSheet(), applied(OwnSheet(), Patch(vetoes={"w": True})), Patch(vetoes={"v": True}))
    assert both.vetoes == ("v", "w")
    assert merged(both, both, Patch(vetoes={"w": False})).vetoes == ("v",)
