"""Models are made before anybody asks; who asks early waits for the same one, and holds no thread of the routes."""

import asyncio
from pathlib import Path

import pytest

from scenarios import load
from scenarios.reader import catalogue
from server.site_model.ahead import ModelsAhead
from server.site_model.keeping import ModelError, Models
from tests.server.served import Place, served

SITE = load("tank_overfill").site
WAIT_S = 60.0


def test_a_server_makes_the_models_of_its_catalogue_by_itself(tmp_path: Path) -> None:
    place = Place.at(tmp_path)

    async def started() -> set[str]:
        async with served(place):
            for _ in range(int(WAIT_S / 0.1)):
                made = {path.name.split(".")[0] for path in (place.data / "models").glob("*.glb")}
                if len(made) == len({scenario.site for scenario in catalogue()}):
                    return made
                await asyncio.sleep(0.1)
        return set()

    made = asyncio.run(started())
    assert made
    models = Models(place.data / "models")
    written = [path.stat().st_mtime_ns for path in models.folder.iterdir()]
    assert all(models.of(scenario.site).whole[:4] == b"glTF" for scenario in catalogue())
    assert [path.stat().st_mtime_ns for path in models.folder.iterdir()] == written  # what it made, not anew


def test_who_asks_early_waits_for_the_one_that_is_being_made(tmp_path: Path) -> None:
    models = Models(tmp_path / "models")

    async def asked() -> None:
        ahead = ModelsAhead(models)
        gone = asyncio.ensure_future(ahead.of(SITE))
        waiting = [asyncio.ensure_future(ahead.of(SITE)) for _ in range(20)]
        await asyncio.sleep(0.2)
        gone.cancel()  # a client that does not wait
        assert models.known(SITE) is None
        found = await asyncio.gather(*waiting)
        assert all(one is found[0] for one in found)
        assert models.known(SITE) is await ahead.of(SITE)
        ahead.end()

    asyncio.run(asked())
    assert len(list(models.folder.glob("*.glb"))) == 1


def test_a_server_that_ends_waits_for_no_model(tmp_path: Path) -> None:
    models = Models(tmp_path / "models")

    async def ended() -> None:
        ahead = ModelsAhead(models)
        waiting = asyncio.ensure_future(ahead.of(SITE))
        await asyncio.sleep(0.2)
        ahead.end()
        with pytest.raises(ModelError):
            await waiting

    asyncio.run(ended())
    assert not list(tmp_path.rglob("*.glb"))
