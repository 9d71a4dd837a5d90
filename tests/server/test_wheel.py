"""The wheel yanlian: installed into an empty environment, it plays a whole exam drill outside the checkout."""

import json
import os
import sysconfig
import venv
from pathlib import Path
from subprocess import run
from zipfile import ZipFile

import pytest

from tests.house.tree import PACKAGES, ROOT
from tests.wheels import build

PLACES = "import clients, scenarios, scoring, server, sim_core; print(*(m.__file__ for m in ({})))"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("wheel"))


def environment(folder: Path) -> Path:
    """A new environment; its interpreter."""
    venv.create(folder, with_pip=True, symlinks=os.name != "nt")
    return folder / ("Scripts" if os.name == "nt" else "bin") / "python"


def call(*command: object, cwd: Path) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "YANLIAN", "VIRTUAL"))}
    surroundings = kept | {"YANLIAN_HOME": str(cwd / "home"), "LANG": "en_US.UTF-8"}
    done = run(list(map(str, command)), cwd=cwd, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def plays_a_demo(python: Path, folder: Path) -> None:
    places = call(python, "-P", "-c", PLACES.format(", ".join(PACKAGES)), cwd=folder).split()
    assert not [place for place in places if Path(place).is_relative_to(ROOT / "server")], places
    assert all("site-packages" in place for place in places), places
    yanlian = python.with_name("yanlian")
    out = folder / "out"
    told = json.loads(call(yanlian, "demo", "--seed", 3, "--speed", "max", "--out", out, "--json", cwd=folder))
    assert told["deliveries"] == 1 and len(told["sheets"]) == 3
    assert json.loads(call(yanlian, "verify", out / "record.ylr", "--json", cwd=folder))["digest"] == told["digest"]
    assert json.loads(call(yanlian, "result", "verify", out / "result.json", "--json", cwd=folder))["ok"]


def test_holds_the_front_end_and_not_what_it_is_made_of(wheel: Path) -> None:
    names = [name for name in ZipFile(wheel).namelist() if name.startswith("clients/web/")]
    made = [name for name in names if name.startswith("clients/web/dist/")]
    assert "clients/web/dist/index.html" in made and any(name.endswith(".js") for name in made)
    assert sorted(set(names) - set(made)) == ["clients/web/__init__.py", "clients/web/building.py"]


def test_the_wheel_alone_plays_a_demo(wheel: Path, tmp_path: Path) -> None:
    """Its dependencies are lent by the environment of the tests; nothing of this checkout is."""
    python = environment(tmp_path / "env")
    site = Path(call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip())
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    call(python, "-m", "pip", "install", "-q", "--no-deps", "--force-reinstall", wheel, cwd=tmp_path)
    plays_a_demo(python, tmp_path)


@pytest.mark.soak
def test_the_wheel_with_its_own_dependencies_plays_a_demo(wheel: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "env")
    call(python, "-m", "pip", "install", "-q", "-c", ROOT / "constraints.txt", wheel, cwd=tmp_path)
    plays_a_demo(python, tmp_path)


def test_the_wheel_holds_what_it_reads_at_run_time(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert "scenarios/catalogue/tank_overfill.toml" in names
    assert "server/catalogue/migrations/versions/0001_access.py" in names
    assert not [name for name in names if name.startswith("tests/")]
