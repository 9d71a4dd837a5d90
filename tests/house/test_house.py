"""Rules of the house: what keeps the tree small, named in one way, and free of this or that machine."""

import ast
import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from subprocess import run

import pytest

from tests.house.tree import PACKAGES, ROOT, parsed, python_files, tracked_files

FILE_LINES = 400
FUNCTION_LINES = 70
# path from the root -> why the file may be longer than FILE_LINES
LONG_FILES: dict[str, str] = {
    "sim_core/physics/substances.py": "a generated table",
}
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "manager", "managers"}
SOURCE = {".py", ".ts", ".vue"}

# module of sim_core or scoring without a test file of its name -> what covers it.
COVERED_ELSEWHERE = {
    "scoring.amounts": "half-up rounding: tests/scoring/test_panel.py",
    "scoring.axes": "names and order: tests/scoring/test_radar_svg.py",
    "scoring.evidence": "types only: tests/scoring/test_radar.py",
    "scoring.rubric": "types only: tests/scoring/test_check.py",
    "scoring.words": "moments: tests/scoring/test_marks.py; the names of kinds are data",
    "sim_core.events": "types only: tests/scoring/test_timeline.py",
    "sim_core.exact.circular": "tests/sim_core/test_exact.py",
    "sim_core.exact.error_function": "tests/sim_core/test_exact.py",
    "sim_core.exact.exponential": "tests/sim_core/test_exact.py",
    "sim_core.exact.polynomial": "tests/sim_core/test_exact.py",
    "sim_core.record.reading": "tests/sim_core/test_record_container.py",
    "sim_core.hazard": "plain data, as world: tests/sim_core/test_pack.py, test_world.py",
    "sim_core.text": "one named tuple: tests/scenarios/test_reader.py",
}

REGISTRIES = ("files.pythonhosted", "pypi", "registry.npmjs", "deb.debian", "security.debian")
HOSTS = "|".join(re.escape(f"{registry}.org") for registry in REGISTRIES)
MACHINE_PATHS = r"(?<![\w./-])/(?:home|root|work|Users)/\w|[A-Z]:[\\/]Users[\\/]"
NOT_IN_GIT = re.compile(f"{HOSTS}|{MACHINE_PATHS}".encode())


def place(path: Path) -> str:
    """Path from the root, the same on every system."""
    return path.relative_to(ROOT).as_posix()


def test_packages_come_from_this_tree() -> None:
    for package in PACKAGES:
        spec = importlib.util.find_spec(package)
        front_door = spec and spec.origin and Path(spec.origin)
        assert front_door == ROOT / package / "__init__.py", f"{package} is imported from {front_door}"


def test_no_second_copy_can_be_imported() -> None:
    entries = {Path(entry).resolve() for entry in sys.path} - {ROOT}
    copies = [str(entry / package) for entry in entries for package in PACKAGES if (entry / package).is_dir()]
    assert not copies, f"a second copy hides or is hidden by this tree, uninstall it: {copies}"


def test_tests_are_not_packages() -> None:
    found = [place(path) for path in (ROOT / "tests").rglob("__init__.py")]
    assert not found, f"delete {found}: with it a test folder hides the package of its name"


def test_front_doors_say_what_lies_behind() -> None:
    doors = [path for path in python_files(*PACKAGES) if path.name == "__init__.py"]
    silent = [place(path) for path in doors if not ast.get_docstring(parsed(path))]
    assert not silent, f"write a docstring that names the nouns of the package: {silent}"


def undocumented(*arguments: str, source: str | None = None) -> str:
    """What ruff says of public names without a docstring, as `make lint` would."""
    command = [sys.executable, "-m", "ruff", "check", "--quiet", "--select", "D1", "--ignore", "D105,D107"]
    answer = run([*command, *arguments], cwd=ROOT, input=source, capture_output=True, text=True, check=False)
    return answer.stdout + answer.stderr


def test_public_names_have_docstrings() -> None:
    assert not undocumented("sim_core", "scoring", "scenarios")


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("def level_m(): ...", "D103"),
        ("class Tank: ...", "D101"),
        ('class Tank:\n    """A tank."""\n    def level_m(self): ...', "D102"),
    ],
)
def test_missing_docstring_is_seen(source: str, rule: str) -> None:
    assert rule in undocumented("--stdin-filename", "sim_core/planted.py", "-", source=source)


def test_names_say_something() -> None:
    paths = [path.relative_to(ROOT) for path in tracked_files()]
    empty = [path.as_posix() for path in paths if set(re.split(r"[./_-]", path.as_posix())) & EMPTY_NAMES]
    assert not empty, f"name the file after what it knows: {empty}"


def long_functions(tree: ast.Module) -> list[str]:
    """`line name` of each function, method or inner function over FUNCTION_LINES, from `def` to its end."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [f"{f.lineno} {f.name}" for f in functions if f.end_lineno - f.lineno >= FUNCTION_LINES]


def test_functions_are_short() -> None:
    long = {place(path): long_functions(parsed(path)) for path in python_files(*PACKAGES, "tests")}
    long = {path: names for path, names in long.items() if names}
    assert not long, f"over {FUNCTION_LINES} lines, take the function apart: {long}"


@pytest.mark.parametrize(("body", "seen"), [(FUNCTION_LINES - 1, []), (FUNCTION_LINES, ["2 f"])])
def test_long_function_is_seen(body: int, seen: list[str]) -> None:
    assert long_functions(ast.parse("class A:\n  def f(self):\n" + "    x = 1\n" * body)) == seen


def test_files_are_short() -> None:
    sources = [path for path in tracked_files() if path.suffix in SOURCE and ".gen." not in path.name]
    long = {place(path) for path in sources if len(path.read_bytes().splitlines()) > FILE_LINES}
    new, gone = long - set(LONG_FILES), set(LONG_FILES) - long
    assert not new, f"over {FILE_LINES} lines, part it or give the reason in LONG_FILES: {new}"
    assert not gone, f"not over {FILE_LINES} lines, take it off LONG_FILES: {gone}"


@pytest.mark.parametrize("name", ["constraints.txt", "constraints-peers.txt"])
def test_constraints_hold_names_and_versions(name: str) -> None:
    pin = re.compile(r"([A-Za-z0-9._-]+)==[0-9][A-Za-z0-9.!+]*")
    rows = (ROOT / name).read_text("utf-8").splitlines()
    wrong = [row for row in rows if not pin.fullmatch(row)]
    assert not wrong, f"{name}: name==version on each line, nothing else, not {wrong}"


def canonical(requirement: str) -> str:
    """Name of a distribution as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()


def test_every_dependency_is_pinned() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project, build = config["project"], config["build-system"]
    lists = [project["dependencies"], *project["optional-dependencies"].values(), build["requires"]]
    needed = {canonical(requirement) for requirements in lists for requirement in requirements}
    pinned = {canonical(row) for row in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    assert not needed - pinned, f"add to constraints.txt: {needed - pinned}"


def test_no_host_and_no_path_of_a_machine() -> None:
    searched = ((path, NOT_IN_GIT.search(path.read_bytes())) for path in tracked_files())
    found = [f"{place(path)}: {match[0]!r}" for path, match in searched if match]
    assert not found, f"a registry host or a path of one machine may not be committed: {found}"


FORBIDDEN = [
    f"https://{REGISTRIES[1]}.org",
    *(f"{top}/x" for top in ("/" + "home", "'/" + "work", "C:/" + "Users")),
]


@pytest.mark.parametrize("text", FORBIDDEN)
def test_host_and_path_are_seen(text: str) -> None:
    assert NOT_IN_GIT.search(text.encode())


@pytest.mark.parametrize("text", ["https://host/home/start", "../work/rounds", "GET /workers/7", "pypi"])
def test_other_words_pass(text: str) -> None:
    assert not NOT_IN_GIT.search(text.encode())


def dotted(path: Path) -> str:
    """Name under which a file of the tree is imported."""
    return place(path).removesuffix(".py").replace("/", ".")


def untested(package: str) -> set[str]:
    """Modules of a package for which there is no test file of their name, dotted.

    The name of `sim_core/physics/pool.py` is test_pool.py or test_physics_pool.py.
    """
    tests = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / package).rglob("test_*.py")}
    modules = (dotted(path) for path in python_files(package) if path.name != "__init__.py")
    return {name for name in modules if not {name.split(".")[-1], "_".join(name.split(".")[1:])} & tests}


@pytest.mark.parametrize("package", ["sim_core", "scoring"])
def test_every_module_has_its_test(package: str) -> None:
    missing = sorted(untested(package) - set(COVERED_ELSEWHERE))
    advice = f"write tests/{package}/test_<module>.py, or say in COVERED_ELSEWHERE what covers it"
    assert not missing, f"{advice}: {missing}"


def test_covered_elsewhere_is_true() -> None:
    gone = set(COVERED_ELSEWHERE) - {dotted(path) for path in python_files("sim_core", "scoring")}
    assert not gone, f"take off COVERED_ELSEWHERE, there is no such module: {sorted(gone)}"
    tests = {path for reason in COVERED_ELSEWHERE.values() for path in re.findall(r"tests/\S+\.py", reason)}
    absent = {path for path in tests if not (ROOT / path).is_file()}
    assert not absent, f"COVERED_ELSEWHERE names a test that is not there: {sorted(absent)}"
