import pytest

from server.access.roles import Role
from server.panel.sight import Sight, sight

NOTHING, STATE = Sight(False, False, False), Sight(True, False, False)
RESULT, ALL = Sight(True, True, False), Sight(True, True, True)


@pytest.mark.parametrize("role", Role)
def test_before_the_last_lock_nobody_sees_more_than_how_many(role: Role) -> None:
    assert sight("collecting", True, role) == STATE
    assert sight("collecting", False, role) == (NOTHING if role is Role.EXAMINER else STATE)


@pytest.mark.parametrize("role", Role)
def test_a_place_on_the_panel_outweighs_a_role(role: Role) -> None:
    assert sight("adjudicating", True, role) == STATE
    assert sight("final", True, role) == RESULT


@pytest.mark.parametrize(
    ("role", "adjudicating", "final"),
    [
        (Role.CHIEF, ALL, ALL),
        (Role.AUDITOR, STATE, ALL),
        (Role.ADMIN, STATE, RESULT),
        (Role.DIRECTOR, STATE, STATE),
        (Role.EXAMINER, NOTHING, NOTHING),
    ],
)
def test_what_others_see_after_the_last_lock(role: Role, adjudicating: Sight, final: Sight) -> None:
    assert sight("adjudicating", False, role) == adjudicating
    assert sight("final", False, role) == final
