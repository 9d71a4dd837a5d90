"""App: the whole server as one ASGI application, from its house."""

import asyncio
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from anyio import to_thread
from fastapi import FastAPI, WebSocket

from scenarios.reader import catalogue
from server.api import (
    accounts,
    bookmarks,
    cases,
    debrief,
    directing,
    drills,
    headsets,
    models,
    network,
    operation,
    pages,
    panels,
    people,
    records,
    results,
    scenarios,
    seat,
    sessions,
    settings,
    trust,
    values,
    watching,
)
from server.api.door import install_door
from server.api.problems import install_problems
from server.catalogue.engine import reading
from server.catalogue.results import counts
from server.debrief.readers import Readers
from server.finals import on_final
from server.house import House
from server.live.live import Live
from server.live.socket import Entrance
from server.network import NOWHERE, Network
from server.operation.access_log import AccessLog
from server.operation.metrics import Metrics
from server.operation.vitals import ClockWatch, Reading
from server.site_model.ahead import ModelsAhead
from server.site_model.keeping import models_in
from server.store.log import LogStore
from server.watching.tutoring import Tutor
from server.watching.watch import Watch
from sim_core.text import Text

ROUTE_THREADS = 6  # routes take turns with the ticks on one interpreter; more of them would only make both wait
UNRESTORED = Text("有演练未能恢复，请查看日志", "a drill could not be brought back, look into the log")
ROUTERS = (
    sessions.router,
    accounts.router,
    scenarios.router,
    cases.router,
    values.router,
    seat.router,
    models.router,
    drills.router,
    directing.router,
    records.router,
    debrief.router,
    panels.router,
    watching.router,
    bookmarks.router,
    results.router,
    settings.router,
    network.router,
    people.router,
    headsets.router,
    operation.router,
    trust.router,
    pages.router,  # last: it takes every address that is left
)
QUEUE_STEP = 100  # a batch more or less would show when something was written that nobody has been told


@dataclass(frozen=True, slots=True)
class Start:
    """What a server is started with. alive_at: when an earlier process was last at work, None = never.
    delivery_up: whether the delivery worker lives; None = there is none. network: how it is reached. ahead: whether
    the models of the catalogue's sites are made before anybody asks."""

    house: House
    store: LogStore
    alive_at: datetime | None
    delivery_up: Callable[[], bool | None]
    network: Network = NOWHERE
    ahead: bool = False


def make_app(start: Start) -> FastAPI:
    """Make the application. Its drills come back to life when it starts up."""
    house, metrics = start.house, Metrics()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = ROUTE_THREADS
        live = Live(house, start.store, metrics, asyncio.get_running_loop(), start.alive_at)
        app.state.live, app.state.entrance = live, Entrance(live)
        app.state.readers = Readers()
        app.state.readers.begin()
        app.state.vitals = Pulse(start, live)
        app.state.watch = Watch(live)
        await live.begin()
        tutor = Tutor(live, app.state.watch)
        tutor.begin()
        if start.ahead:
            app.state.models_ahead.begin(lambda: [scenario.site for scenario in catalogue()])
        try:
            yield
        finally:
            await tutor.end()
            app.state.models_ahead.end()
            await app.state.readers.end()
            await live.archive.end()
            if live.stop() == 0:
                start.store.close()

    app = FastAPI(title="Yanlian 演练", version=house.origin.product, lifespan=lifespan, docs_url=None, redoc_url=None)
    app.state.metrics = metrics
    app.state.network = start.network
    app.state.models_ahead = ModelsAhead(models_in(house.folder))
    app.state.panel_final = on_final(house)
    install_door(app, house)
    for router in ROUTERS:
        app.include_router(router)
    install_problems(app, house.config.limits.body_bytes)
    app.add_middleware(
        AccessLog,
        metrics=metrics,
        entropy=house.surroundings.entropy,
        monotonic_s=house.surroundings.monotonic_s,
    )

    @app.websocket("/ws")
    async def ws(websocket: WebSocket) -> None:
        await app.state.entrance(websocket)

    return app


class Pulse:
    """The server's vitals."""

    def __init__(self, start: Start, live: Live) -> None:
        self._start, self._live = start, live
        self._clock = ClockWatch(start.house.surroundings)

    def look(self) -> Reading:
        """Read everything now."""
        live, house = self._live, self._start.house
        disk = shutil.disk_usage(house.folder)
        with reading(house.catalogue) as db:
            outbox = counts(db)
        hosts = list(live.hosts.values())
        return Reading(
            version=house.origin.product,
            drills=Counter(host.room.phase for host in hosts),
            connections=Counter(line.role for host in hosts for line in host.all_lines()),
            log_queued=live.ledger.queued // QUEUE_STEP * QUEUE_STEP,
            log_trouble=live.ledger.trouble or (UNRESTORED if live.unrestored else None),
            outbox=outbox,
            delivery_up=self._start.delivery_up(),
            disk_free_bytes=disk.free,
            disk_total_bytes=disk.total,
            up_s=self._clock.up_s(),
            clock_step_s=self._clock.step_s(),
            slow=sum(line.slow for host in hosts for line in host.all_lines()),
        )
