"""The source tree as the tests of the house see it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from subprocess import run

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("clients", "scenarios", "scoring", "server", "sim_core")


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_bytes())


def python_files(*folders: str) -> list[Path]:
    """Python files below folders of the tree, sorted; without what was installed or built into them."""
    files = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in files if not {"node_modules", "dist"} & set(path.parts))


def tracked_files() -> list[Path]:
    """Files that git holds or would take up, sorted."""
    listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    # safe.directory: git refuses a checkout that belongs to another user.
    answer = run(["git", "-c", "safe.directory=*", *listing], cwd=ROOT, capture_output=True, check=True)
    paths = (ROOT / name.decode() for name in answer.stdout.split(b"\0") if name)
    return sorted(path for path in paths if path.is_file())


def imports(file: Path) -> Iterator[str]:
    """Top-level names of what a Python file imports."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module.partition(".")[0]
