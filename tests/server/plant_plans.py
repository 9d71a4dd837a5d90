"""The petrol farm drawn as a plan, as a draughtsman would: circles, rectangles, roads, symbols with tags, texts."""

import io
from collections.abc import Mapping
from typing import Any

from ezdxf.document import Drawing
from ezdxf.filemanagement import new
from ezdxf.layouts import Modelspace

from scenarios import load
from sim_core.site import Site

VALVES = ("rosov", "hand_valve", "drain_valve")
PLACES = ("control_room", "muster", "gate", "office", "pump_house", "wind_sock", "fire_station")
ROADS = (
    ("RA", "RB", "RC", "RD", "RE", "RF", "RL", "RK", "RJ", "RI", "RH", "RW", "RA"),
    ("RH", "RF"), ("JW", "JE", "FS"), ("JW", "RA"), ("RE", "CP-E", "GT"),
)  # fmt: skip
FARM = load("tank_overfill").site


class Plan:
    """Draws in metres, whatever the unit of the drawing is. per_m: units of the drawing in a metre."""

    def __init__(self, per_m: float, units: int, origin_m: tuple[float, float] = (0.0, 0.0)) -> None:
        self.document: Drawing = new("R2010", units=units)
        self.document.blocks.new("SYMBOL").add_attdef("TAG", (0, 0))
        self._per_m, self._origin_m = per_m, origin_m

    @property
    def space(self) -> Modelspace:
        return self.document.modelspace()

    def at(self, x_m: float, y_m: float) -> tuple[float, float]:
        return (x_m + self._origin_m[0]) * self._per_m, (y_m + self._origin_m[1]) * self._per_m

    def text(self, layer: str, text: str, x_m: float, y_m: float) -> None:
        self.space.add_text(text, dxfattribs={"layer": layer, "insert": self.at(x_m, y_m)})

    def circle(self, layer: str, x_m: float, y_m: float, radius_m: float) -> None:
        self.space.add_circle(self.at(x_m, y_m), radius_m * self._per_m, dxfattribs={"layer": layer})

    def path(self, layer: str, points: list[tuple[float, float]], close: bool = False) -> None:
        self.space.add_lwpolyline([self.at(*p) for p in points], close=close, dxfattribs={"layer": layer})

    def point(self, layer: str, x_m: float, y_m: float) -> None:
        self.space.add_point(self.at(x_m, y_m), dxfattribs={"layer": layer})

    def symbol(self, layer: str, x_m: float, y_m: float, attributes: Mapping[str, str], **more: Any) -> None:
        one = self.space.add_blockref("SYMBOL", self.at(x_m, y_m), dxfattribs={"layer": layer, **more})
        for key, value in attributes.items():
            one.add_attrib(key, value, self.at(x_m, y_m))

    def data(self) -> bytes:
        text = io.StringIO()
        self.document.write(text)
        return self.document.encode(text.getvalue())


def farm(per_m: float = 1000.0, units: int = 4, origin_m: tuple[float, float] = (0.0, 0.0), site: Site = FARM) -> Plan:
    """The whole plan."""
    plan = Plan(per_m, units, origin_m)
    for tank in site.tanks:
        plan.circle("YL_TANK", tank.x_m, tank.y_m, tank.diameter_m / 2)
        plan.text("YL_TANK", f"{tank.id} 汽油罐", tank.x_m, tank.y_m)
    for b in site.bunds:
        corners = [(b.x0_m, b.y0_m), (b.x1_m, b.y0_m), (b.x1_m, b.y1_m), (b.x0_m, b.y1_m)]
        plan.path("YL_BUND", corners, close=True)
        plan.text("YL_BUND", b.id, b.x0_m + 2, b.y1_m - 2)
    for p in site.places:
        if p.kind in PLACES:
            more = {"PANEL": "是", "INDOORS": "是"} if p.panel else {}
            plan.symbol("YL_PLACE", p.x_m, p.y_m, {"TAG": p.id, "KIND": p.kind, **more})
    for road in ROADS:
        plan.path("YL_ROAD", [(site.place[name].x_m, site.place[name].y_m) for name in road])
    for place, inside in site.devices_at.items():
        x_m, y_m = site.place[place].x_m, site.place[place].y_m
        for n, device in enumerate(site.devices[i] for i in inside):
            if device.kind in VALVES:
                plan.symbol("YL_VALVE", x_m, y_m - 3 * n, {"TAG": device.id, "KIND": device.kind})
            elif device.kind == "pump":
                plan.point("YL_PUMP", x_m, y_m + 1.5 * n)
                plan.text("YL_PUMP", device.id, x_m + 1, y_m + 1.5 * n)
    for one in site.instruments:
        if one.kind == "gas":
            plan.point("YL_DETECTOR", one.x_m, one.y_m)
            plan.text("YL_DETECTOR", one.tag, one.x_m + 0.5, one.y_m + 0.5)
    stops = [site.place[site.devices[site.device_index[d]].place] for d in ("P-101", "MV-1", "XV-101", "HV-101")]
    plan.path("YL_PIPE", [*((s.x_m, s.y_m) for s in stops), (20.0, 10.0)])
    return plan
