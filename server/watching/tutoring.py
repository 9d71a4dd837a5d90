"""Tutoring: in training drills that asked for it the tutor speaks, as an act of staff: recorded and re-executed."""

import asyncio
from contextlib import suppress

from scoring.tutor import Hint
from server.live.live import Live, Refused
from server.rooms.life import SYSTEM
from server.watching.watch import Watch
from sim_core.acts import Act

EVERY_S = 1.0


class Tutor:
    """Looks at each tutored drill once a second. Belongs to the loop of its `Live`."""

    def __init__(self, live: Live, watch: Watch) -> None:
        self._live, self._watch = live, watch
        self._task: asyncio.Task[None] | None = None
        self._spoken: dict[str, list[str]] = {}

    def begin(self) -> None:
        """From now on."""
        self._task = asyncio.create_task(self._attend())

    async def end(self) -> None:
        """Be silent."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _attend(self) -> None:
        while True:
            await asyncio.sleep(EVERY_S)
            hosts = dict(self._live.hosts)
            self._spoken = {drill: said for drill, said in self._spoken.items() if drill in hosts}
            for drill, host in hosts.items():
                room = host.room
                if room.opened.tutored and room.mode == "training" and room.phase == "running":
                    await self._speak(drill)

    async def _speak(self, drill: str) -> None:
        """Say what is due; a drill that is over by now has nobody to tell."""
        with suppress(LookupError, Refused):
            spoken = self._spoken.setdefault(drill, [])
            due = await self._watch.hint(drill, spoken)
            if due is not None:
                spoken.append(due[0].about)
                await self._live.direct(drill, SYSTEM, "hint", said(*due))


def said(hint: Hint, seat: str) -> Act:
    """The act by which a hint is told."""
    words = (
        ("zh", hint.text.zh),
        ("en", hint.text.en),
        ("source_zh", hint.standard.zh),
        ("source_en", hint.standard.en),
    )
    return Act("hint", target=hint.about, detail=seat, words=tuple((key, text[:200]) for key, text in words))
