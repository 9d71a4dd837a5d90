"""Stand: a page with nothing but the world or the plan in it, under the server's policy, of any site."""

import json
import os
import subprocess
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from clients.web.building import FOLDER, node
from server.api.pages import POLICY
from server.site_model.building import build
from sim_core.site import Site

INDEX = """<!doctype html><html lang="en"><title>World</title><div id="app"></div>
<script type="module" src="./main.ts"></script>"""
MAIN = """
import { createApp, h, shallowRef } from "vue";
import { i18n, said } from "@/locale";
import "@/design/tokens.css";
import "./page.css";
import { PlanView } from "@/plan";
import { MARKS } from "@/plan/marks";
import planWords from "@/plan/words";
import { CASUALTIES_SAID, PLAIN_STATES, SIGHTS_SAID } from "@/scene/sightWords";
import { staffScene } from "@/scene/staff";
import { traineeScene } from "@/scene/trainee";
import { captionOf, soundsOf } from "@/sound";
import { WorldView } from "@/world";
import { DRAWERS } from "@/world/effects/drawers";
const scene = shallowRef(null);
const eye = shallowRef(undefined);
const options = JSON.parse(new URLSearchParams(location.search).get("options") ?? "{}");
const name = options.site ?? "site";
const site = await (await fetch(`${name}.json`)).json();
const modelUrl = options.model ?? `${name}.glb`;
Object.assign(window, {
  staff: (cells, tick) => (scene.value = staffScene(cells, tick, site)),
  trainee: (cells, tick) => (scene.value = traineeScene(cells, tick)),
  look: (to) => (eye.value = to),
  speak: (language) => (i18n.global.locale.value = language),
  told: {
    drawers: Object.keys(DRAWERS), marks: Object.keys(MARKS), words: Object.keys(planWords),
    sights: SIGHTS_SAID, plain: [...PLAIN_STATES], casualties: CASUALTIES_SAID,
  },
  heard: () => soundsOf(scene.value, site).map((one) => [one.kind, captionOf(one.kind), one.loud]),
});
const on = { onReady: (world) => (window.world = world), onPicked: (what) => (window.picked = what) };
const props = () => ({ site, modelUrl, scene: scene.value, eye: eye.value, options, cloud: true, ...on });
const plan = () => (scene.value ? h(PlanView, { site, scene: scene.value }) : h("p", "-"));
createApp({ render: () => (options.plan ? plan() : h(WorldView, props())) }).use(i18n).mount("#app");
"""
TWO_FRAMES = """() => new Promise((done) => setTimeout(() => {
  for (let n = 0; n < 2; n += 1) world.frame(performance.now());
  done({ ...world.stats() });
}, 50))"""
CONFIG = """
import vue from {plugin};
export default {{
  root: {root}, plugins: [vue()], logLevel: "warn",
  resolve: {{ preserveSymlinks: true, alias: {{ "@": {src}, vue: {vue} }} }},
  build: {{ outDir: {out}, assetsInlineLimit: 0, modulePreload: {{ polyfill: false }}, target: "es2022" }},
}};
"""


class Guarded(SimpleHTTPRequestHandler):
    """Hands out a folder under the server's policy."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@dataclass
class Stand:
    """A page with nothing but the world in it; plan: with nothing but the plan."""

    address: str
    browser: Browser
    trouble: list[str]

    def page(self, **options: Any) -> Page:
        context = self.browser.new_context(viewport={"width": 800, "height": 500}, locale="en-US")
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.on("console", lambda one: self.trouble.append(one.text) if one.type == "error" else None)
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.goto(f"{self.address}/?options={json.dumps(options)}")
        page.wait_for_function(
            "() => window.world" if not options.get("plan") else "() => window.staff", timeout=60_000
        )
        return page


@contextmanager
def handed_out(folder: Path, sites: Iterable[tuple[str, Site]]) -> Iterator[str]:
    """Address of the page, which knows these sites by their names. The first one is the one that is not asked for."""
    root, out, modules = folder / "page", folder / "built", FOLDER / "node_modules"
    (root / "public").mkdir(parents=True)
    (root / "index.html").write_text(INDEX)
    (root / "main.ts").write_text(MAIN)
    (root / "page.css").write_text("#app { height: 100vh; }")
    for n, (name, site) in enumerate(sites):
        for kept in ("site", name) if n == 0 else (name,):
            (root / "public" / f"{kept}.json").write_text(json.dumps(asdict(site)))
            (root / "public" / f"{kept}.glb").write_bytes(build(site))
    paths = {
        "plugin": modules / "@vitejs" / "plugin-vue" / "dist" / "index.mjs",
        "root": root,
        "src": FOLDER / "src",
        "vue": modules / "vue",
        "out": out,
    }
    config = root / "vite.config.mjs"
    config.write_text(CONFIG.format(**{name: json.dumps(str(path)) for name, path in paths.items()}))
    vite = [str(node()), str(modules / "vite" / "bin" / "vite.js"), "build", "--config", str(config), "--emptyOutDir"]
    environment = {**os.environ, "PATH": f"{node().parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    subprocess.run(vite, cwd=FOLDER, env=environment, check=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Guarded, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def draw(page: Page, who: str, cells: dict[str, Any], tick: int, eye: dict[str, Any]) -> dict[str, float]:
    """Show cells through an eye; what a frame then costs."""
    page.evaluate("([who, cells, tick, eye]) => { look(eye); window[who](cells, tick); }", [who, cells, tick, eye])
    # The eye is taken up by the next turn of Vue; two frames drawn by hand need no clock.
    told: dict[str, float] = page.evaluate(TWO_FRAMES)
    return told
