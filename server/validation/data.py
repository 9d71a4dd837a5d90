"""Data: the measured trials, the bars, what others published, and what other programs gave, as files of the package."""

import json
import tomllib
from importlib.resources import files
from typing import Any

from server.validation.cohort import Bar, Reference
from sim_core.text import Text


def measured(name: str) -> dict[str, Any]:
    """A table of data/."""
    return tomllib.loads(_read("data", f"{name}.toml"))


def peer(name: str) -> dict[str, Any]:
    """What another program gave, of peers/."""
    kept: dict[str, Any] = json.loads(_read("peers", f"{name}.json"))
    return kept


def bars(cohort: str) -> tuple[Bar, ...]:
    """The bars of a cohort; none where it is reported without one."""
    return tuple(Bar(statistic, **limits) for statistic, limits in measured("bars").get(cohort, {}).items())


def published(cohort: str) -> tuple[Reference, ...]:
    """What others published, or reached elsewhere, on measurements of this kind."""
    rows = measured("published").get(cohort, [])
    return tuple(Reference(**{**row, "title": Text(**row["title"]), "of": Text(**row["of"])}) for row in rows)


def notes(cohort: str) -> tuple[Text, ...]:
    """What a reader must know of a cohort."""
    return _told(cohort, "notes")


def left_out(cohort: str) -> tuple[Text, ...]:
    """What is left out of a cohort."""
    return _told(cohort, "left_out")


def _told(cohort: str, part: str) -> tuple[Text, ...]:
    return tuple(Text(**words) for words in measured("notes").get(cohort, {}).get(part, ()))


def _read(folder: str, name: str) -> str:
    return (files("server.validation") / folder / name).read_text(encoding="utf-8")
