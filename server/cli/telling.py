"""Telling: events as lines for a person: names for ids, kinds in words and never by colour alone."""

import click

from scenarios.model import Scenario
from server.cli.language import Speech
from server.cli.words import COLOURS, DIRECTIONS, KINDS
from sim_core.acts import ACTS
from sim_core.events import Event
from sim_core.world import TICKS_PER_S

FINDINGS = {"count", "measure", "watch", "missing", "led", "gas"}
ROUTINE = {("told", "order"), ("told", "read_back")}  # what the speaker's own line has already said


class Teller:
    """Prints the events of one scenario."""

    def __init__(self, scenario: Scenario, speech: Speech) -> None:
        self._speech = speech
        self._names = scenario.rubric.names

    def tell(self, event: Event) -> None:
        """Print one event, unless another line says the same."""
        if (event.kind, event.act) in ROUTINE:
            return
        kind = f"[{self._speech.pick(KINDS[event.kind])}]"
        words = " ".join(word for word in self._words(event) if word)
        click.echo(f"{clock(event.tick)} {click.style(kind, fg=COLOURS.get(event.kind))} {words}")

    def _words(self, event: Event) -> tuple[str, ...]:
        name, act = self._name, self._act(event.act)
        ordered = event.by not in ("", event.seat)
        by = f"({self._speech.pick(('奉命', 'by order of'))} {event.by})" if ordered else ""
        match event.kind:
            case "ordered" | "read_back":
                return event.seat, "→", event.to + ":", act, name(event.subject), name(event.detail)
            case "told":
                return event.seat, "←", event.to + ":", name(event.detail), name(event.subject), _amount(event)
            case "directed":
                what = self._speech.pick(DIRECTIONS[event.act])
                return what, name(event.subject), name(event.detail), _amount(event)
            case "refused":
                return event.seat, act, name(event.subject) + ":", name(event.detail)
            case "alarm":
                return name(event.subject), name(event.detail), f"{event.value:g}"
            case "did":
                to = f"→ {event.to}:" if event.to else ""
                return event.seat, act, to, name(event.subject), name(event.detail), _amount(event), by
            case _:
                return event.seat, name(event.subject), name(event.detail), _amount(event), by

    def _name(self, code: str) -> str:
        text = self._names.get(code)
        if text is None and ":" in code:
            act, _, subject = code.partition(":")
            return f"{self._act(act)} {self._name(subject)}".strip()
        return code if text is None else self._speech.pick(text)

    def _act(self, kind: str) -> str:
        return self._speech.pick(ACTS[kind].name) if kind in ACTS else kind


def clock(tick: int) -> str:
    """Write a tick as minutes and seconds of the drill."""
    minutes, seconds = divmod(tick // TICKS_PER_S, 60)
    return f"{minutes:02d}:{seconds:02d}"


def _amount(event: Event) -> str:
    found = event.act in FINDINGS or event.detail in FINDINGS  # here nought is an answer too
    return f"{event.value:.4g}" if event.value or found else ""
