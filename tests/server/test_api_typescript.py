"""The web's types of the routes are those of the routes."""

import pytest

from clients.web.building import BuildError
from server.api.typescript import NOTICE, OUTPUT, make


def test_types_are_those_of_the_routes() -> None:
    try:
        made = make()
    except BuildError as error:
        pytest.skip(f"SKIPPED: {error}")
    assert made == OUTPUT.read_text("utf-8"), "run python -m server.api.typescript"
    assert made.startswith(NOTICE) and '"/api/drills/{drill}/watching"' in made
