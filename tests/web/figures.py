"""Figures of the web, measured in a real browser before a real server: `python -m tests.web.figures`, by `make bench`.

Each line: name, value, unit, bar. Taken without a graphics card, so times of frames are those of script alone.
"""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import psutil
from playwright.sync_api import Page, Playwright, expect, sync_playwright

from clients.web import building
from scenarios import load
from server.views import staff
from tests.web.ground import FLAGS, Ground, chromium, ground_at
from tests.web.stand import Stand, handed_out
from tests.web.test_sights import FAR, NAMES, NEARER, found_in

# Counts what a frame draws and how long its script takes, whoever draws it.
COUNTING = """
(() => {
  const frames = (window.__frames = []);
  let calls = 0, triangles = 0;
  const gl = WebGL2RenderingContext.prototype;
  const count = (name, elements, instances) => {
    const drawn = gl[name];
    gl[name] = function (...a) {
      calls += 1;
      if (a[0] === 4) triangles += (a[elements] / 3) * (instances ? a[instances] : 1);
      return drawn.apply(this, a);
    };
  };
  count("drawElements", 1); count("drawArrays", 2);
  count("drawElementsInstanced", 1, 4); count("drawArraysInstanced", 2, 3);
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (work) => ask((now) => {
    calls = 0; triangles = 0;
    const from = performance.now();
    work(now);
    if (calls) frames.push([calls, triangles, performance.now() - from]);
  });
})();
"""


STATES = "performance.getEntriesByType('resource').filter(one => one.name.includes('/states'))"


class Figure(NamedTuple):
    """One measure. bar: what it must not exceed."""

    name: str
    value: float
    unit: str
    bar: float


def median(values: list[float]) -> float:
    """The middle one."""
    return sorted(values)[len(values) // 2]


def first_screen(ground: Ground) -> Iterator[Figure]:
    """What the first screen costs, with nothing kept from before: bytes over the wire, and until it can be used."""
    sizes, times = [], []
    for _ in range(5):
        page = ground.context().new_page()
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        sent: list[float] = []
        wire.on("Network.loadingFinished", lambda told, sent=sent: sent.append(told["encodedDataLength"]))
        page.goto("/login", wait_until="commit")
        page.get_by_label("账号").fill("x")
        times.append(page.evaluate("performance.now()") / 1000)
        page.wait_for_load_state("networkidle")
        sizes.append(sum(sent) / 1000)
        page.context.close()
    yield Figure("first_screen_kb", median(sizes), "kB gzipped", 450)
    yield Figure("first_screen_interactive_s", median(times), "s", 3)


def trainee_frame(ground: Ground) -> Iterator[Figure]:
    """A frame of the outside operator's, turning once round at the pump house and once at the manifold."""
    drill, codes = ground.open_training(("OUT",))
    context = ground.context(size=(1280, 720))
    context.add_init_script(COUNTING)
    page = context.new_page()
    page.goto(f"/join#{codes['OUT']}")
    page.wait_for_url("**/seat")
    ground.direct(drill, "start")
    expect(page.locator(".top .live")).to_be_visible(timeout=60_000)
    page.wait_for_function("() => window.__frames.length > 20", timeout=120_000)
    page.evaluate("window.__frames.length = 0")
    for _ in range(24):
        page.keyboard.down("KeyQ")
        page.wait_for_timeout(250)
        page.keyboard.up("KeyQ")
    frames = page.evaluate("window.__frames")
    yield Figure("trainee_frame_calls", max(one[0] for one in frames), "draw calls, most", 250)
    yield Figure("trainee_frame_triangles", max(one[1] for one in frames), "triangles, most", 300_000)
    yield Figure("trainee_frame_script_ms", median([one[2] for one in frames]), "ms, median", 4)
    ground.direct(drill, "finish")
    context.close()


# Turns the eye twice about what it looks at, and says of each frame of the second time what it costs.
TURNING = """async ([cells, tick, eye]) => {
  window.staff(cells, tick);
  const told = [];
  for (let n = 0; n < 96; n += 1) {
    window.look({ ...eye, yaw: eye.yaw + (2 * Math.PI * n) / 48 });
    await new Promise((done) => setTimeout(done, 10));
    const from = performance.now();
    world.frame(from);
    const script_ms = performance.now() - from;
    const { calls, triangles } = world.stats();
    told.push([calls, triangles, script_ms]);
  }
  return told.slice(48);
}"""


def incident_frames(ground: Ground) -> Iterator[Figure]:
    """A frame of staff's world in each scenario, at the moment that shows most while nobody acts, turning once."""
    sites = [(name, load(name).site) for name in NAMES]
    with TemporaryDirectory() as folder, handed_out(Path(folder), sites) as address:
        for name, site in sites:
            world = found_in(name).fullest
            page = Stand(address, ground.browser, []).page(site=name)
            frames = page.evaluate(TURNING, [staff.encode(world, site), world.tick, FAR if site.bunds else NEARER])
            page.context.close()
            yield Figure(f"{name}_calls", max(one[0] for one in frames), "draw calls, most", 250)
            yield Figure(f"{name}_triangles", max(one[1] for one in frames), "triangles, most", 300_000)
            yield Figure(f"{name}_script_ms", median([one[2] for one in frames]), "ms, median", 4)


def console(ground: Ground) -> Iterator[Figure]:
    """An examiner's console with curves at 10 Hz for 30 s: its renderer process, and all of Chromium."""
    drill, _ = ground.open_training()
    ground.direct(drill, "start")
    page = ground.page("examiner-1", f"/drills/{drill}/examine", language="en")
    page.get_by_text("Curves", exact=True).first.click()
    page.wait_for_timeout(5000)
    before = _busy(page)
    page.wait_for_timeout(30_000)
    shares = {name: 100 * (now - before[name]) / 30 for name, now in _busy(page).items()}
    yield Figure("console_renderer_percent", shares["renderer"], "% of one core", 20)
    yield Figure("console_all_percent", shares["all"], "% of one core, drawing included", 20)
    ground.direct(drill, "finish")
    page.context.close()


def _busy(page: Page) -> dict[str, float]:
    """Processor seconds so far. Only one page with a drill is open: the busiest renderer is its own."""
    told: list[dict[str, Any]] = page.context.browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")[
        "processInfo"
    ]
    spent = {one["id"]: sum(psutil.Process(one["id"]).cpu_times()[:2]) for one in told}
    renderers = [spent[one["id"]] for one in told if one["type"] == "renderer"]
    return {"renderer": max(renderers), "all": sum(spent.values())}


def debrief(ground: Ground) -> Iterator[Figure]:
    """A whole drill as a bot plays it: until the debrief shows it, and from a seek until the scene has followed."""
    drill, codes = ground.open_training(("IC",), "bot")
    ground.direct(drill, "start")
    ground.direct(drill, "speed", value=0)
    ground.bot(codes["IC"]).join(300)
    ground.until_phase(drill, "sealed", wait_s=120)
    page = ground.page("director", f"/drills/{drill}/debrief", language="en")
    expect(page.get_by_role("slider").first).to_be_visible(timeout=60_000)
    page.wait_for_timeout(3000)
    times = []
    for _ in range(3):
        page.goto("/drills")
        expect(page.get_by_role("article").first).to_be_visible()
        page.evaluate("window.__from = performance.now()")
        page.evaluate(f"history.pushState(null, '', '/drills/{drill}/debrief')")
        page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
        page.get_by_role("slider").first.wait_for()
        times.append(page.evaluate("performance.now() - window.__from") / 1000)
    yield Figure("debrief_open_s", median(times), "s", 2)
    page.evaluate("performance.setResourceTimingBufferSize(5000)")
    bar = page.get_by_role("slider").first.bounding_box()
    assert bar is not None
    sought = []
    for share in (0.9, 0.2, 0.7, 0.4, 0.55, 0.1, 0.8):
        page.evaluate("performance.clearResourceTimings(); window.__from = performance.now()")
        page.mouse.click(bar["x"] + share * bar["width"], bar["y"] + bar["height"] / 2)
        page.wait_for_function(f"() => {STATES}.length", timeout=10_000)
        sought.append(page.evaluate(f"({STATES}[0].responseEnd - window.__from) / 1000"))
    yield Figure("debrief_seek_s", max(sought), "s, worst of 7", 0.3)


# Without a graphics card a page of plans and curves is drawn by the processor, as Chromium does by itself on such a
# machine; the world needs WebGL, and has it from SwiftShader.
PLAIN = [*(flag for flag in FLAGS if "gl" not in flag and "swiftshader" not in flag), "--disable-gpu"]
MEASURES: dict[str, tuple[Callable[[Ground], Iterator[Figure]], list[str]]] = {
    "first_screen": (first_screen, PLAIN),
    "trainee_frame": (trainee_frame, list(FLAGS)),
    "incident_frames": (incident_frames, list(FLAGS)),
    "console": (console, PLAIN),
    "debrief": (debrief, PLAIN),
}


def measured(play: Playwright, name: str, folder: Path) -> Iterator[Figure]:
    """The figures of one measure, on a server and in a browser of its own."""
    measure, flags = MEASURES[name]
    browser = play.chromium.launch(executable_path=chromium(), args=flags)
    with ground_at(folder, browser) as ground:
        ground.crew()
        yield from measure(ground)
    browser.close()


def main(names: list[str]) -> int:
    """Measure, tell, and say by the exit status whether every bar is held."""
    building.build()
    held = True
    with sync_playwright() as play, TemporaryDirectory(prefix="yanlian-figures-") as spare:
        for name in names or MEASURES:
            for figure in measured(play, name, Path(spare) / name):
                held = held and figure.value <= figure.bar
                print(json.dumps(figure._asdict(), ensure_ascii=False), flush=True)
    return int(not held)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
