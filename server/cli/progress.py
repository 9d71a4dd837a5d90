"""Progress: how far a long command has come, on standard error, and only where that is a terminal."""

import sys

import click

from server.cli.language import Speech

STEP_TICKS = 400


class Progress:
    """A bar up to `total` ticks, or other things done; drawn anew every `step` of them."""

    def __init__(self, speech: Speech, label: tuple[str, str], total: int, step: int = STEP_TICKS) -> None:
        self._done, self._step = 0, step
        shown = sys.stderr.isatty()
        self._bar = click.progressbar(length=total, label=speech.pick(label), file=sys.stderr) if shown else None

    def reach(self, tick: int) -> None:
        """The command has come to this tick."""
        if self._bar is not None and tick - self._done >= self._step:
            self._bar.update(tick - self._done)
            self._done = tick

    def close(self) -> None:
        """End the bar's line."""
        if self._bar is not None:
            self._bar.render_finish()
