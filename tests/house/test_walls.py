"""The walls between the packages: they stand in this tree, and each is seen to break on a planted import."""

import os
import re
import sys
import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from subprocess import CompletedProcess, run

import grimp
import pytest

from tests.house.tree import PACKAGES, ROOT, imports, python_files

CORE = "sim_core imports nothing of ours"
CLIENTS = "clients import nothing of ours"
MIDDLE = "scoring and scenarios know neither clients nor server"
SCORING = "scoring does not know scenarios"
EVENTS = "scoring enters sim_core by its events alone"
RUBRIC = "scenarios enter scoring by its rubric alone"
TRAINEE = "a trainee's side enters sim_core by its observation alone"
PURE = "no clock, entropy, file or socket where a drill is decided"

FOREIGN = [
    (CORE, "sim_core.planted", "import scoring"),
    (CORE, "sim_core.planted", "from scenarios import rules"),
    (CORE, "sim_core.physics.planted", "import server.cli"),
    (CORE, "sim_core.planted", "import clients"),
    (CLIENTS, "clients.planted", "from sim_core import events"),
    (CLIENTS, "clients.planted", "import scoring"),
    (CLIENTS, "clients.planted", "import scenarios"),
    (CLIENTS, "clients.planted", "import server"),
    (MIDDLE, "scenarios.planted", "import server"),
    (MIDDLE, "scenarios.rules.planted", "import clients"),
    (MIDDLE, "scoring.planted", "import server"),
    (MIDDLE, "scoring.planted", "import clients"),
    (SCORING, "scoring.planted", "from scenarios import model"),
    (EVENTS, "scoring.planted", "from sim_core.world import World"),
    (EVENTS, "scoring.planted", "from sim_core import observation"),
    (EVENTS, "scoring.planted", "import sim_core"),
    (RUBRIC, "scenarios.planted", "from scoring import marks"),
    (RUBRIC, "scenarios.rules.planted", "from scoring import prefill"),
]
AT_THE_SEAT = ("views.trainee", "live.line", "live.desk", "live.socket", "api.seat")
BLIND = [
    *((TRAINEE, f"server.{place}", "from sim_core.world import World") for place in AT_THE_SEAT),
    (TRAINEE, "server.views.trainee", "from sim_core import simulation"),
    (TRAINEE, "server.views.trainee", "import sim_core"),
    (TRAINEE, "server.views.trainee", "def late():\n    from sim_core.plant import devices\n    return devices"),
    (TRAINEE, "server.live.desk", "import typing\nif typing.TYPE_CHECKING:\n    from sim_core.acts import Act as _Act"),
]
DECIDING = ("sim_core", "sim_core.physics", "scoring", "scenarios.rules", "server.rooms", "server.views")
IMPURE = ("asyncio", "datetime", "os", "pathlib", "random", "secrets", "socket", "time")
ALL_IMPURE = "\n".join(f"import {name}" for name in IMPURE)
PLANTS = [
    *FOREIGN,
    *BLIND,
    *((PURE, f"{place}.planted", ALL_IMPURE) for place in DECIDING),
    (PURE, "scenarios.policy", ALL_IMPURE),
    (PURE, "sim_core.planted", "from os import path"),
    (PURE, "scoring.planted", "def now():\n    from time import monotonic\n    return monotonic()"),
    (PURE, "sim_core.planted", "import typing\nif typing.TYPE_CHECKING:\n    from datetime import date"),
]
DOORS = [
    ("scoring.planted", "from sim_core.events import Event"),
    ("scenarios.planted", "from sim_core.world import World\nfrom scoring.rubric import Rubric\nimport os"),
    ("server.planted", "import clients, scenarios, scoring, sim_core, os, time"),
    ("clients.planted", "import os, time"),
    ("server.views.trainee", "from sim_core.observation import Observation as _Observation"),
]
THIRD_PARTY = {"sim_core": {"numpy", "xxhash"}, "scoring": set[str]()}


def copy_packages(folder: Path, *packages: str) -> None:
    """Copy packages of the tree into a folder."""
    built = ignore_patterns("__pycache__", "node_modules", "dist")
    for package in packages:
        copytree(ROOT / package, folder / package, ignore=built)


def lint_imports(folder: Path) -> CompletedProcess[str]:
    """Run import-linter over the packages in a folder, with the contracts of the pyproject.toml there."""
    linter = Path(sys.executable).with_name("lint-imports")
    # A wide screen keeps the name of a contract and its state on one line.
    wide = os.environ | {"COLUMNS": "200", "NO_COLOR": "1"}
    return run([linter, "--no-logo"], cwd=folder, env=wide, capture_output=True, text=True, check=False)


def broken(output: str) -> set[str]:
    """Names of the contracts that import-linter calls broken."""
    return set(re.findall(r"^(.+?) BROKEN", output, re.MULTILINE))


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the five packages with their contracts, in which imports may be planted."""
    folder = tmp_path_factory.mktemp("walls")
    copy_packages(folder, *PACKAGES)
    copy(ROOT / "pyproject.toml", folder)
    return folder


@pytest.fixture
def plant(copied: Path, request: pytest.FixtureRequest):
    """plant(module, source): writes a module of the copy, or adds to it, until the test ends."""

    def add(module: str, source: str) -> None:
        file = copied.joinpath(*module.split(".")).with_suffix(".py")
        before = file.read_text("utf-8") if file.exists() else ""
        file.write_text(f"{before}\n{source}\n", "utf-8")
        request.addfinalizer(lambda: file.write_text(before, "utf-8"))

    return add


def test_walls_stand() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("contract", "module", "source"), PLANTS)
def test_wall_breaks_on_a_plant(copied: Path, plant, contract: str, module: str, source: str) -> None:
    plant(module, source)
    result = lint_imports(copied)
    assert result.returncode == 1, result.stdout + result.stderr
    assert contract in broken(result.stdout)
    named = IMPURE if source == ALL_IMPURE else ("",)
    assert all(f"{module} -> {name}" in result.stdout for name in named), result.stdout


@pytest.mark.parametrize(("module", "source"), DOORS)
def test_open_door_stays_open(copied: Path, plant, module: str, source: str) -> None:
    plant(module, source)
    result = lint_imports(copied)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_contract_is_seen_to_break() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = {contract["name"] for contract in config["tool"]["importlinter"]["contracts"]}
    assert contracts == {contract for contract, _, _ in PLANTS}, "plant an import for each contract in PLANTS"


def third_party(file: Path) -> set[str]:
    """Libraries from outside that a Python file imports."""
    return set(imports(file)) - sys.stdlib_module_names - set(PACKAGES)


def circle(graph: grimp.ImportGraph) -> list[str]:
    """Modules that import each other in a ring, or none."""
    imported = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    try:
        TopologicalSorter(imported).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_circle_of_imports() -> None:
    ring = circle(grimp.build_graph(*PACKAGES, cache_dir=None))
    assert not ring, f"take one of these imports out: {' <- '.join(ring)}"


def test_circle_is_seen() -> None:
    graph = grimp.ImportGraph()
    for importer, imported in ("ab", "bc", "ca", "cd"):
        graph.add_import(importer=importer, imported=imported)
    assert set(circle(graph)) == {"a", "b", "c"}


@pytest.mark.parametrize("package", THIRD_PARTY)
def test_third_party_libraries(package: str) -> None:
    allowed = THIRD_PARTY[package]
    for file in python_files(package):
        extra = third_party(file) - allowed
        assert not extra, f"{file.relative_to(ROOT)} imports {extra}; {package} may use {allowed or 'none'}"


def test_third_party_library_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "planted.py"
    file.write_text("import math\nfrom sim_core import events\ndef f():\n    from scipy.special import erf\n")
    assert third_party(file) == {"scipy"}


ALONE = """
import sys
sys.path[:] = [entry for entry in sys.path if entry != {root!r}]
import clients, pkgutil, importlib
for module in pkgutil.walk_packages(clients.__path__, "clients."):
    importlib.import_module(module.name)
print(clients.__file__)
"""


def import_clients(folder: Path) -> CompletedProcess[str]:
    """Import every module of `clients` in a folder, where nothing else of ours can be found."""
    command = [sys.executable, "-c", ALONE.format(root=str(ROOT))]
    return run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_clients_alone_import(tmp_path: Path) -> None:
    copy_packages(tmp_path, "clients")
    result = import_clients(tmp_path)
    assert result.returncode == 0, result.stderr
    assert Path(result.stdout.strip()).is_relative_to(tmp_path)


def test_clients_alone_do_not_find_the_core(tmp_path: Path) -> None:
    copy_packages(tmp_path, "clients")
    (tmp_path / "clients" / "planted.py").write_text("import sim_core\n")
    assert "No module named 'sim_core'" in import_clients(tmp_path).stderr
