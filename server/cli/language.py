"""Language: Chinese where the caller or the system asks for it, English elsewhere."""

from collections.abc import Mapping
from typing import Any

import click

from sim_core.text import Text

LANGUAGES = ("zh", "en")
VARIABLES = ("YANLIAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def language(environ: Mapping[str, str]) -> str:
    """Choose "zh" or "en" by the first of VARIABLES that is set."""
    first = next((environ[name] for name in VARIABLES if environ.get(name)), "")
    return "zh" if first.lower().startswith("zh") else "en"


def both(zh: str, en: str) -> str:
    """Put both languages in one line, for help that is made before a language is chosen."""
    return f"{zh} / {en}"


def line(zh: str, en: str) -> Text:
    """Make a text of one line each, whatever stands in the names and messages that were put into it."""
    return Text(" ".join(zh.split()), " ".join(en.split()))


class Speech:
    """In which language this run of the command speaks, and how it puts words on the terminal."""

    def __init__(self, chosen: str) -> None:
        self.language = chosen

    def pick(self, text: tuple[str, str]) -> str:
        """Give a text in the chosen language."""
        return text[LANGUAGES.index(self.language)]

    def say(self, zh: str, en: str, **style: Any) -> None:
        """Print to standard output; style (as of click.style) only where that is a terminal."""
        click.secho(self.pick((zh, en)), **style)

    def complain(self, text: tuple[str, str]) -> None:
        """Print one line to standard error."""
        words = " ".join(self.pick(text).split())
        click.echo(f"{self.pick(('错误：', 'error: '))}{words}", err=True)

