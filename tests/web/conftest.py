"""Fixtures of the web's tests. SKIPPED, and why, where there is no Chromium or the front end cannot be built."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from clients.web import building
from tests.web.ground import FLAGS, Ground, chromium, ground_at

expect.set_options(timeout=30_000)  # how fast this machine is today is no matter here


@pytest.fixture(scope="session")
def built() -> None:
    """The front end, made of the sources as they are."""
    if chromium() is None:
        pytest.skip("SKIPPED: no Chromium on this machine; as root: apt-get install chromium fonts-noto-cjk")
    try:
        building.build()
    except building.BuildError as error:
        pytest.skip(f"SKIPPED: the front end cannot be built here: {error}")


# Of a module, not of the session: while it runs, its loop is the loop of this thread, and other tests have their own.
@pytest.fixture(scope="module")
def browser(built: None) -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def house(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """A server with the demo's crew."""
    with ground_at(tmp_path_factory.mktemp("ground"), browser) as ground:
        ground.crew()
        yield ground


@pytest.fixture
def ground(house: Ground) -> Iterator[Ground]:
    """The server of a module, with no browser before it and no drill that runs."""
    yield house
    house.leave()


@pytest.fixture
def fresh(browser: Browser, tmp_path: Path) -> Iterator[Ground]:
    """A server with the demo's crew, of one test alone."""
    with ground_at(tmp_path / "ground", browser) as ground:
        ground.crew()
        yield ground
