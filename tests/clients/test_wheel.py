"""The wheel yanlian-client: built from clients/ alone, whole, and without anything else of ours."""

import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.house.tree import PACKAGES, ROOT, python_files
from tests.wheels import build, python

IMPORT = "import clients.sdk, clients.protocol.frames as f, sys; print(f.__file__, *sorted(sys.modules))"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT / "clients", tmp_path_factory.mktemp("wheel"))


def test_holds_this_folder_and_no_rule_and_no_physics(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert {name.split("/")[0] for name in names} == {
        "clients",
        wheel.name.removesuffix("-py3-none-any.whl") + ".dist-info",
    }
    own = [path for path in python_files("clients") if "web" not in path.parts]  # the web is in the server's wheel
    sources = {path.relative_to(ROOT).as_posix() for path in own}
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
