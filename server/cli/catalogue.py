"""Catalogue: scenarios as a command asks for them; what cannot be read ends the command in one line."""

from pathlib import Path

from scenarios import reader
from scenarios.model import Scenario
from server.cli.failure import CommandError


def one_scenario(scenario_id: str) -> Scenario:
    """Load a scenario by its id, or read the `.toml` file of one. CommandError if that cannot be done."""
    try:
        if scenario_id.endswith(".toml"):
            path = Path(scenario_id)
            return reader.read(_text(path), path.name, lambda name: _beside(path, name))
        return reader.load(scenario_id)
    except reader.ScenarioError as error:
        raise _unreadable(error) from error


def all_scenarios() -> tuple[Scenario, ...]:
    """Load the whole catalogue. CommandError if one cannot be read."""
    try:
        return reader.catalogue()
    except reader.ScenarioError as error:
        raise _unreadable(error) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path}：读不出来", f"{path}: cannot be read") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path}：不是 UTF-8 文本", f"{path}: is not text in UTF-8") from error


def _beside(path: Path, name: str) -> str | None:
    """The site that a scenario names, if it lies in the same folder."""
    file = path.parent / f"{name}.toml"
    return _text(file) if file.is_file() and file != path else None


def _unreadable(error: reader.ScenarioError) -> CommandError:
    where = f"{error.file}: {error.key}" if error.key else error.file
    return CommandError(f"{where}：{error.reason.zh}", f"{where}: {error.reason.en}")
