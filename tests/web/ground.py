"""Ground of the web's tests: a real server in a process of its own, its crew, and a real browser before it."""

import asyncio
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import httpx
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from clients.protocol.messages import Message
from clients.sdk import DrillClient, Rest
from clients.web.building import FOLDER
from scenarios import load
from server.cli.again import again
from server.cli.run import policy_of
from server.demo.bot import play_seat
from server.demo.examiner import mark_and_lock
from server.demo.preparing import CREW, Prepared
from tests.server.conftest import surroundings
from tests.server.served import WHOLE, Place

FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-unsafe-swiftshader",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--mute-audio",
)
WAIT_S = 60.0
AXE = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
AT_REST = """() => {
  const moving = document.getAnimations().filter(
    one => one.playState === "running" && one.effect?.getComputedTiming().iterations !== Infinity);
  for (const one of moving) one.finish();
  return moving.length === 0;
}"""
OVERFLOWS = """() => {
  const { scrollHeight, scrollWidth } = document.scrollingElement;
  const screen = document.querySelector("main.whole > *");
  const fits = screen && screen.getBoundingClientRect().height <= innerHeight + 1; // a report may be long
  return [
    ...(scrollWidth > innerWidth + 1 ? [`the page is ${scrollWidth} px wide in ${innerWidth}`] : []),
    ...(fits && scrollHeight > innerHeight + 1 ? [`a whole screen is ${scrollHeight} px high in ${innerHeight}`] : []),
  ];
}"""
CHOSEN_ELSEWHERE = """language => window.dispatchEvent(
  new StorageEvent("storage", { key: "yanlian.language", newValue: language }))"""
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAINTED_MS = 400  # without a graphics card a picture of the world takes that long
PASSWORD = "crew-password-1"
T = TypeVar("T")


def chromium() -> str | None:
    """Where Debian's Chromium is; None = the tests of this folder are skipped."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@dataclass
class Api:
    """The routes, as one account."""

    client: httpx.Client
    token: str
    me: dict[str, Any]

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """What a route gives; AssertionError with the problem for everything else."""
        told = self.client.request(method, path, json=body, headers={"Authorization": f"Bearer {self.token}"})
        assert told.is_success, f"{method} {path}: {told.status_code} {told.text}"
        return told.json() if told.content and "json" in told.headers.get("content-type", "") else told.content


@dataclass
class Ground:
    """A server and the browsers before it. trouble: errors, breaches of the policy, foreign hosts.

    host, within: where the server listens, and what its command begins with (a network of the test's own).
    """

    place: Place
    browser: Browser
    port: int
    host: str = "127.0.0.1"
    within: tuple[str, ...] = ()
    process: subprocess.Popen[bytes] | None = None
    first: dict[str, str] | None = None
    apis: dict[str, Api] = field(default_factory=dict)
    trouble: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """What a browser opens."""
        return f"http://{self.host}:{self.port}"

    # ---- the server

    def start(self) -> None:
        """Run the server; it answers from here on."""
        config = self.place.home / "yanlian.toml"
        config.write_text(self.place.config, encoding="utf-8")
        where = ("--host", self.host, "--port", self.port, "--data", self.place.data)
        command = again("serve", "--json", *where, "--config", config)
        self.process = subprocess.Popen(
            [*self.within, *command], stdout=subprocess.PIPE, env=surroundings(self.place.home), cwd=self.place.home
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the server did not start"
        self.first = json.loads(line)["first_login"] or self.first

    def stop(self, by: signal.Signals = signal.SIGTERM) -> None:
        """End the server."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(by)
            self.process.wait(WAIT_S)

    def kill(self) -> None:
        """The power fails."""
        self.stop(signal.SIGKILL)

    # ---- accounts

    def log_in(self, name: str, password: str) -> Api:
        """Log in over REST; one session for each account."""
        client = httpx.Client(base_url=self.address, timeout=30.0, trust_env=False)
        told = client.post("/api/login", json={"name": name, "password": password})
        assert told.is_success, told.text
        self.apis[name] = Api(client, told.json()["token"], told.json())
        return self.apis[name]

    def crew(self, *names: str) -> None:
        """Make accounts of the demo's crew (director, examiner-1 ..., chief, auditor), all with PASSWORD."""
        assert self.first is not None
        admin = self.apis.get("admin") or self.log_in(self.first["name"], self.first["password"])
        for name in names or [one for one in CREW if one != "admin"]:
            if name not in self.apis:
                admin.call("POST", "/api/accounts", {"name": name, "role": CREW[name], "password": PASSWORD})
                self.log_in(name, PASSWORD)

    def known(self, prepared: Prepared) -> None:
        """Log everybody in whom `Place.prepared` has put into the data before the start."""
        for name, password in prepared.passwords.items():
            self.log_in(name, password)

    def confirm(self, scenario: str) -> None:
        """The base's expert confirms the values of a scenario, as an exam asks for."""
        [told] = [one for one in self.apis["admin"].call("GET", "/api/values") if one["scenario"] == scenario]
        body = {"values_hash": told["values_hash"], "signed_by": "李工"}
        self.apis["admin"].call("POST", f"/api/values/{scenario}/signatures", body)

    # ---- browsers

    def context(self, size: tuple[int, int] = (1280, 800), language: str = "zh", **more: Any) -> BrowserContext:
        """A browser of its own: nothing shared with others."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale={"zh": "zh-CN", "en": "en-US"}[language],
            base_url=self.address,
            **more,
        )
        context.set_default_timeout(30_000)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.trouble.append(f"page error: {error.error}"))
        context.on("request", self._request)
        return context

    def page(self, name: str = "", path: str = "/", **more: Any) -> Page:
        """A page in a browser of its own, logged in as an account of `apis`; "" = nobody."""
        context = self.context(**more)
        if name:
            kept = json.dumps({**self.apis[name].me, "token": self.apis[name].token})
            own = "location.protocol === 'http:' && !localStorage['yanlian.session']"  # about:blank has no storage
            script = f"if ({own}) localStorage['yanlian.session'] = {json.dumps(kept)}"
            context.add_init_script(script)
        page = context.new_page()
        page.goto(path)
        return page

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.trouble.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        own = (self.address, f"ws://{self.host}:{self.port}", "data:", "blob:", "about:")
        if not request.url.startswith(own):
            self.trouble.append(f"foreign host: {request.url}")

    def expect(self, pattern: str) -> None:
        """Something that may be said, because the test brings it about (a 401, a lost network)."""
        self.expected.append(pattern)

    def unexpected(self) -> list[str]:
        """Trouble that no test brought about."""
        return [one for one in self.trouble if not any(re.search(pattern, one) for pattern in self.expected)]

    def leave(self) -> None:
        """Another test finds the server up, no browser before it and no drill that runs. AssertionError: trouble."""
        for context in self.browser.contexts:
            context.close()
        trouble, self.trouble, self.expected = self.unexpected(), [], []
        if self.process is None or self.process.poll() is not None:
            self.start()
        for drill in self.apis["director"].call("GET", "/api/drills"):
            if drill["phase"] == "running":
                self.direct(drill["id"], "freeze" if drill["mode"] == "training" else "safety_stop")
        assert not trouble, trouble

    # ---- drills

    def open_training(
        self, people: tuple[str, ...] = ("IC",), kind: str = "person", scenario: str = WHOLE.id
    ) -> tuple[str, dict[str, str]]:
        """A training drill: its id and the codes of its seats."""
        body = {"scenario": scenario, "mode": "training", "people": dict.fromkeys(people, kind)}
        opened = self.apis["director"].call("POST", "/api/drills", body)
        return opened["drill"]["id"], opened["codes"]

    def direct(self, drill: str, kind: str, **more: Any) -> None:
        """The director does something to a drill."""
        self.apis["director"].call("POST", f"/api/drills/{drill}/directions", {"kind": kind, **more})

    def until_phase(self, drill: str, *phases: str, wait_s: float = WAIT_S) -> None:
        """Wait until a drill is in one of these phases."""
        until(lambda: self.apis["director"].call("GET", f"/api/drills/{drill}")["phase"] in phases, wait_s)

    def bot(self, code: str, policy: str = "expert") -> threading.Thread:
        """A bot takes a seat by its code and plays it in a thread of its own, as `demo` does."""
        return in_background(lambda: self._play(code, policy))

    async def _play(self, code: str, policy: str) -> None:
        async with Rest(self.address) as rest:
            claimed = await rest.claim(code)
        async with DrillClient(self.address, claimed.token) as client:
            await play_seat(client, load(WHOLE.id), policy_of(WHOLE, policy))

    def examine(self, drill: str, *names: str) -> None:
        """These examiners mark and lock over REST."""

        async def all_of_them() -> None:
            for name in names:
                async with Rest(self.address, token=self.apis[name].token) as rest:
                    await mark_and_lock(rest, drill, name)

        in_background(all_of_them).join(WAIT_S)

    def hear(self, name: str, drill: str, role: str, seconds: float) -> list[Message]:
        """What a staff socket brings within a while."""
        heard: list[Message] = []

        async def listen() -> None:
            async with DrillClient(self.address, self.apis[name].token, role=role, drill=drill, hear=heard.append):
                await asyncio.sleep(seconds)

        in_background(listen).join(WAIT_S)
        return heard


def in_background(work: Callable[[], Coroutine[Any, Any, None]]) -> threading.Thread:
    """Run a coroutine in a thread with a loop of its own: the one of the test belongs to the browser."""
    thread = threading.Thread(target=lambda: asyncio.run(work()), daemon=True)
    thread.start()
    return thread


def until(holds: Callable[[], bool], wait_s: float = WAIT_S) -> None:
    """Wait until something holds; AssertionError after a while."""
    pause = threading.Event()
    for _ in range(int(wait_s / 0.1)):
        if holds():
            return
        pause.wait(0.1)
    raise AssertionError("it did not come to hold")


def accessibility(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA, a line a node, and what does not fit its window; empty: nothing."""
    page.wait_for_function(AT_REST, polling=100)  # what fades in has no contrast yet; frames may be long in coming
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        "tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(r => r.violations)", AXE_TAGS
    )
    nodes = [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]
    return [*nodes, *page.evaluate(OVERFLOWS)]


def free_port() -> int:
    """A port that nobody has now."""
    with socket.create_server(("127.0.0.1", 0)) as on:
        return int(on.getsockname()[1])


@contextmanager
def ground_at(
    folder: Path, browser: Browser, prepared: Callable[[Place], Prepared | None] | None = None, **where: Any
) -> Iterator[Ground]:
    """A server on data of its own, running. prepared: puts drills with known keys into it before it starts. where:
    host and within of a network of the test's own.

    However the test leaves, the server is gone. AssertionError if a page had trouble that nobody brought about.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    place = Place.at(folder)
    known = prepared(place) if prepared else None
    ground = Ground(place, browser, free_port(), **where)
    ground.start()
    try:
        if known is not None:
            ground.known(known)
        yield ground
        assert not ground.unexpected(), ground.unexpected()
    finally:
        for context in browser.contexts:
            context.close()
        ground.stop()


def screenshots() -> Path | None:
    """Where pictures go, if `make screenshots` asked for them."""
    folder = os.environ.get("YANLIAN_SCREENSHOTS")
    return Path(folder) if folder else None


def shoot(page: Page, name: str) -> None:
    """Keep a picture of what is on the screen, if pictures are asked for; of NAME-zh and NAME-en both."""
    folder = screenshots()
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    bare, _, own = name.rpartition("-")
    languages = {"zh": ("zh", "en"), "en": ("en", "zh")}.get(own)
    if languages is None or not page.locator("#app").count():
        page.screenshot(path=folder / f"{name}.png")
        return
    kept = page.evaluate("document.documentElement.lang")
    for language in languages:
        page.evaluate(CHOSEN_ELSEWHERE, language)
        page.wait_for_timeout(PAINTED_MS)
        page.screenshot(path=folder / f"{bare}-{language}.png")
    page.evaluate(CHOSEN_ELSEWHERE, kept)


def paper(page: Page, name: str) -> None:
    """Keep what would leave the printer, if pictures are asked for."""
    folder = screenshots()
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        page.pdf(path=folder / f"{name}.pdf", format="A4", prefer_css_page_size=True, print_background=True)
