from server.access.roles import PERMITS, ROLE_TEXTS, SOCKET_CLASSES, Role


def test_every_role_has_a_name_and_a_socket() -> None:
    assert set(ROLE_TEXTS) == set(SOCKET_CLASSES) == set(Role)
    assert set(SOCKET_CLASSES.values()) == {"examiner", "director", "observer"}


def test_every_action_is_somebodys_and_only_of_roles() -> None:
    assert all(roles and roles <= set(Role) for roles in PERMITS.values())


def test_marks_are_the_examiners_and_the_last_word_the_chiefs() -> None:
    assert PERMITS["sheet.own"] == {Role.EXAMINER}
    assert PERMITS["panel.adjudicate"] == {Role.CHIEF}
    assert Role.MEDIC not in PERMITS["sheet.versions"] | PERMITS["panel.read"]


def test_only_administrators_change_accounts() -> None:
    assert PERMITS["accounts.change"] == {Role.ADMIN}
