"""The wheel yanlian-client: built from clients/ alone, whole, and without anything else of ours."""

import os
import sys
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from subprocess import CompletedProcess, run
from zipfile import ZipFile

import pytest

from tests.house.tree import PACKAGES, ROOT

IMPORT = "import clients.sdk, clients.protocol.frames as f, sys; print(f.__file__, *sorted(sys.modules))"


def python(*arguments: str, cwd: Path, **environment: str) -> CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return run(command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("wheel")
    if find_spec("hatchling") is None:
        pins = str(ROOT / "constraints.txt")
        fetched = python("-m", "pip", "install", "-q", "-c", pins, "--target", "backend", "hatchling", cwd=folder)
        if fetched.returncode:
            pytest.skip("SKIPPED: the build back end hatchling is not installed and no package index can be reached")
    options = ["--no-deps", "--no-build-isolation", "--no-cache-dir", "-q", "-w", str(folder)]
    built = python(
        "-m", "pip", "wheel", *options, str(ROOT / "clients"), cwd=folder, PYTHONPATH=str(folder / "backend")
    )
    assert built.returncode == 0, built.stderr
    yield next(folder.glob("yanlian_client-*.whl"))


def test_holds_this_folder_and_no_rule_and_no_physics(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert {name.split("/")[0] for name in names} == {
        "clients",
        wheel.name.removesuffix("-py3-none-any.whl") + ".dist-info",
    }
    sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "clients").rglob("*.py")}
    assert {name for name in names if name.endswith(".py")} == sources
    assert "clients/protocol/PROTOCOL.md" in names and "clients/protocol/generated/golden.gen.json" in names


def test_imports_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    ZipFile(wheel).extractall(tmp_path)
    imported = python("-P", "-c", IMPORT, cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert imported.returncode == 0, imported.stderr
    place, *modules = imported.stdout.split()
    assert Path(place).is_relative_to(tmp_path)
    assert not set(PACKAGES) - {"clients"} & set(modules)


def test_agrees_with_the_server_on_version_licence_and_dependencies() -> None:
    here = tomllib.loads((ROOT / "clients" / "pyproject.toml").read_text("utf-8"))["project"]
    there = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert here["version"] == there["version"]
    assert (ROOT / "clients" / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    names = {requirement.split(">")[0] for requirement in there["dependencies"]}
    assert {requirement.split(">")[0] for requirement in here["dependencies"]} <= names
