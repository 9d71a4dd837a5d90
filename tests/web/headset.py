"""A headset that is not there: `iwer` in the page stands for WebXR's device, and a test moves its head and hands.

Places are of the room one wears it in: x right, y up, z back, metres; turns are quaternions x, y, z, w.
"""

import io
import math
from dataclasses import dataclass, field

import httpx
import numpy as np
import trimesh
from numpy.typing import NDArray
from playwright.sync_api import BrowserContext, Page

from clients.web.building import FOLDER

RUNTIME = FOLDER / "node_modules" / "iwer" / "build" / "iwer.min.js"
# Chromium has a navigator.xr of its own, without a device: the runtime must be told to take its place.
DEVICE = """
window.headset = new IWER.XRDevice(IWER.metaQuest3, { stereoEnabled: true });
window.headset.installRuntime({ forceInstall: true });
"""
# What a frame of the session asks of the graphics card, both eyes together, and how long its script takes.
METER = """
window.frameCost = [];
let calls = 0, triangles = 0;
const sides = { 4: n => n / 3, 5: n => n - 2, 6: n => n - 2 };
const counted = (name, at, times) => {
  const plain = WebGL2RenderingContext.prototype[name];
  WebGL2RenderingContext.prototype[name] = function (...given) {
    calls += 1;
    triangles += Math.max(0, sides[given[0]]?.(given[at]) ?? 0) * (times ? given[times] : 1);
    return plain.apply(this, given);
  };
};
counted("drawArrays", 2), counted("drawElements", 1), counted("drawRangeElements", 3);
counted("drawArraysInstanced", 2, 3), counted("drawElementsInstanced", 1, 4);
const asked = XRSession.prototype.requestAnimationFrame;
XRSession.prototype.requestAnimationFrame = function (work) {
  return asked.call(this, (time, frame) => {
    calls = triangles = 0;
    const begun = performance.now();
    work(time, frame);
    if (calls) frameCost.push({ calls, triangles, scriptMs: performance.now() - begun });
  });
};
"""
Place = tuple[float, float, float]
Turn = tuple[float, float, float, float]
AHEAD: Turn = (0.0, 0.0, 0.0, 1.0)
UP: Place = (0.0, 1.0, 0.0)


def turn(axis: Place, degrees: float) -> Turn:
    """A turn about an axis, anticlockwise seen from where it points."""
    half = math.radians(degrees) / 2
    x, y, z = (math.sin(half) * part for part in axis)
    return (x, y, z, math.cos(half))


def give_headset(context: BrowserContext) -> None:
    """Every page of this browser has a headset on its cable."""
    context.add_init_script(RUNTIME.read_text("utf-8") + DEVICE + METER)


@dataclass
class Headset:
    """The device of a page, as hands and head move it."""

    page: Page
    at: dict[str, Place] = field(default_factory=dict)

    def head(self, at: Place, turned: Turn = AHEAD) -> None:
        """The head is here."""
        self._put("window.headset", at, turned)

    def hand(self, side: str, at: Place, turned: Turn = AHEAD) -> None:
        """A hand is here, and points along -z of its turn."""
        self.at[side] = at
        self._put(f"window.headset.controllers.{side}", at, turned)

    def press(self, side: str, key: str, value: float = 1.0) -> None:
        """A key is down ("trigger", "squeeze", "y-button") or, with 0, up."""
        self.page.evaluate(f"window.headset.controllers.{side}.updateButtonValue('{key}', {value})")
        self.frames()

    def stick(self, side: str, right: float, back: float) -> None:
        """The stick of a hand."""
        self.page.evaluate(f"window.headset.controllers.{side}.updateAxes('thumbstick', {right}, {back})")
        self.frames()

    def frames(self, count: int = 3) -> None:
        """Wait until so many frames of the session have been drawn."""
        script = """count => new Promise(done => {
            const step = () => count-- > 0 ? window.headset.activeSession.requestAnimationFrame(step) : done();
            step();
        })"""
        self.page.evaluate(script, count)

    def cost(self, frames: int = 8) -> dict[str, float]:
        """Of the frames to come: most draw calls and triangles of one, and the median of their scripts in ms."""
        self.page.evaluate("() => { window.frameCost.length = 0 }")
        self.frames(frames)
        told = self.page.evaluate("window.frameCost")
        most = {key: max(one[key] for one in told) for key in ("calls", "triangles")}
        return {**most, "scriptMs": sorted(one["scriptMs"] for one in told)[len(told) // 2]}

    def _put(self, what: str, at: Place, turned: Turn) -> None:
        x, y, z = at
        i, j, k, w = turned
        self.page.evaluate(f"{what}.position.set({x}, {y}, {z}); {what}.quaternion.set({i}, {j}, {k}, {w})")


def node_at(address: str, model_url: str, name: str) -> NDArray[np.float64]:
    """Where a named node of the site's model is: x east, y up, z south."""
    told = httpx.get(address + model_url, trust_env=False)
    model = trimesh.load_scene(io.BytesIO(told.content), file_type="glb")
    matrix, _ = model.graph.get(name)
    return np.asarray(matrix[:3, 3], dtype=np.float64)
