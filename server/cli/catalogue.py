"""Catalogue: scenarios as a command asks for them; what cannot be read ends the command in one line."""

from scenarios import reader
from scenarios.model import Scenario
from server.cli.failure import CommandError


def one_scenario(scenario_id: str) -> Scenario:
    """Load a scenario by its id. CommandError if there is none, or it cannot be read."""
    try:
        return reader.load(scenario_id)
    except reader.ScenarioError as error:
        raise _unreadable(error) from error


def all_scenarios() -> tuple[Scenario, ...]:
    """Load the whole catalogue. CommandError if one cannot be read."""
    try:
        return reader.catalogue()
    except reader.ScenarioError as error:
        raise _unreadable(error) from error


def _unreadable(error: reader.ScenarioError) -> CommandError:
    where = f"{error.file}: {error.key}" if error.key else error.file
    return CommandError(f"{where}：{error.reason.zh}", f"{where}: {error.reason.en}")
