"""Preview: the plan of a plant as SVG: names, north, scale. Drawn of what could be read, faults or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from server.plant.placing import Words, placed
from sim_core.site import Place, Site, Tank
from sim_core.text import Text

WIDTH, HIGHEST, EDGE = 1600.0, 2000.0, 60.0  # of the picture, in its own units
FOOT = 70.0  # below the plan: scale and legend
BARS_M = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
FONT = "'Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif"
COLOURS = {
    "bund": "#8d6e63", "tank": "#1565c0", "way": "#9e9e9e", "place": "#616161", "device": "#c62828",
    "instrument": "#6a1b9a", "panel": "#2e7d32", "line": "#00838f",
}  # fmt: skip
LEGEND = {
    "bund": Text("防火堤", "bund"), "tank": Text("储罐", "tank"), "way": Text("道路", "road"),
    "line": Text("管线（示意）", "pipe (diagram)"), "place": Text("地点", "place"), "panel": Text("操作站", "panel"),
    "device": Text("设备", "device"), "instrument": Text("仪表", "instrument"),
}  # fmt: skip


@dataclass
class _Frame:
    """From metres to the picture: y upwards becomes y downwards, one scale for both."""

    left_m: float
    top_m: float
    scale: float
    height: float

    def at(self, x_m: float, y_m: float) -> tuple[float, float]:
        return EDGE + (x_m - self.left_m) * self.scale, EDGE + (self.top_m - y_m) * self.scale


def preview(site: Site, language: str) -> str:
    """The picture, in "zh" or "en"."""
    name = site.name.zh if language == "zh" else site.name.en
    frame = _framed(site)
    words: list[Words] = []
    shapes = [*_bunds(site, frame, words), *_ways(site, frame), *_tanks(site, frame, words, language)]
    shapes += [*_lines(site, frame), *_places(site, frame, words, language), *_points(site, frame, words)]
    labels = placed(words, (WIDTH, frame.height - FOOT))
    title = f"{name} ({site.id})"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {frame.height:.0f}" font-family="{FONT}">'
        f'<rect width="{WIDTH:.0f}" height="{frame.height:.0f}" fill="#fff"/>'
        f'<text x="{EDGE}" y="34" font-size="22" font-weight="bold">{escape(title)}</text>'
    )
    body = "\n".join((head, *shapes, *labels, *_north(), *_scale_bar(frame), *_legend(frame, language)))
    return f"{body}\n</svg>\n"


def _framed(site: Site) -> _Frame:
    xs = [p.x_m for p in site.places] + [v for b in site.bunds for v in (b.x0_m, b.x1_m)]
    ys = [p.y_m for p in site.places] + [v for b in site.bunds for v in (b.y0_m, b.y1_m)]
    xs += [t.x_m + side * t.diameter_m / 2 for t in site.tanks for side in (-1, 1)] + [n.x_m for n in site.instruments]
    ys += [t.y_m + side * t.diameter_m / 2 for t in site.tanks for side in (-1, 1)] + [n.y_m for n in site.instruments]
    left, right, low, top = min(xs, default=0), max(xs, default=0), min(ys, default=0), max(ys, default=0)
    wide, high = max(right - left, 1.0), max(top - low, 1.0)
    scale = min((WIDTH - 2 * EDGE) / wide, (HIGHEST - 2 * EDGE - FOOT) / high)
    spare_m = ((WIDTH - 2 * EDGE) / scale - wide) / 2
    return _Frame(left - spare_m, top, scale, high * scale + 2 * EDGE + FOOT)


def _bunds(site: Site, frame: _Frame, words: list[Words]) -> Iterator[str]:
    for b in site.bunds:
        (x0, y0), (x1, y1) = frame.at(b.x0_m, b.y1_m), frame.at(b.x1_m, b.y0_m)
        wide, high = max(x1 - x0, 0.0), max(y1 - y0, 0.0)
        yield (
            f'<rect x="{x0:.1f}" y="{y0:.1f}" width="{wide:.1f}" height="{high:.1f}" fill="#efebe9"'
            f' stroke="{COLOURS["bund"]}" stroke-width="{2 if b.wall_m else 1}"/>'
        )
        words.append(Words(b.id, x0 + 14, y0 + 10, COLOURS["bund"], 13))


def _ways(site: Site, frame: _Frame) -> Iterator[str]:
    for one, other in site.ways:
        if one in site.place and other in site.place:
            p, q = site.place[one], site.place[other]
            yield _stroke(frame.at(p.x_m, p.y_m), frame.at(q.x_m, q.y_m), "way", 'stroke-width="2"')


def _stroke(a: tuple[float, float], b: tuple[float, float], kind: str, more: str) -> str:
    return f'<line x1="{a[0]:.1f}" y1="{a[1]:.1f}" x2="{b[0]:.1f}" y2="{b[1]:.1f}" stroke="{COLOURS[kind]}" {more}/>'


def _tanks(site: Site, frame: _Frame, words: list[Words], language: str) -> Iterator[str]:
    for t in site.tanks:
        x, y = frame.at(t.x_m, t.y_m)
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{t.diameter_m / 2 * frame.scale:.1f}" fill="#e3f2fd"'
            f' stroke="{COLOURS["tank"]}" stroke-width="2"><title>{escape(_tank_said(t, language))}</title></circle>'
        )
        words.append(Words(t.id, x, y, COLOURS["tank"], 14, middle=True))


def _tank_said(t: Tank, language: str) -> str:
    name = t.name.zh if language == "zh" else t.name.en
    return f"{name} ⌀{t.diameter_m:g} m × {t.rim_m:g} m {t.product}"


def _lines(site: Site, frame: _Frame) -> Iterator[str]:
    """Pipes have no course of their own: from thing to thing, dashed."""
    for pipe in site.lines:
        stops = []
        for name in (pipe.source, *pipe.suction, pipe.pump, *pipe.valves, pipe.tank):
            if name in site.tank_index:
                tank = site.tanks[site.tank_index[name]]
                stops.append(frame.at(tank.x_m, tank.y_m))
            elif name in site.device_index and (place := site.place.get(_place_of(site, name))) is not None:
                stops.append(frame.at(place.x_m, place.y_m))
        for a, b in pairwise(stops):
            yield _stroke(a, b, "line", 'stroke-width="1.2" stroke-dasharray="6 4"')


def _place_of(site: Site, device: str) -> str:
    return site.devices[site.device_index[device]].place


def _places(site: Site, frame: _Frame, words: list[Words], language: str) -> Iterator[str]:
    for p in site.places:
        x, y = frame.at(p.x_m, p.y_m)
        kind = "panel" if p.panel else "place"
        yield _dot(p, x, y, kind, language)
        if p.kind != "road":
            name = p.name.zh if language == "zh" else p.name.en
            words.append(Words(p.id if name == p.id else f"{p.id} {name}", x, y, COLOURS[kind], 11))
        else:
            words.append(Words(p.id, x, y, COLOURS["way"], 10))


def _dot(p: Place, x: float, y: float, kind: str, language: str) -> str:
    title = f"<title>{escape(p.name.zh if language == 'zh' else p.name.en)} ({p.x_m:g}, {p.y_m:g})</title>"
    if p.indoors:
        return f'<rect x="{x - 6:.1f}" y="{y - 6:.1f}" width="12" height="12" fill="{COLOURS[kind]}">{title}</rect>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{COLOURS[kind]}">{title}</circle>'


def _points(site: Site, frame: _Frame, words: list[Words]) -> Iterator[str]:
    """Devices hang at their places, side by side under the dot; detectors and the like stand where they stand."""
    for place, inside in site.devices_at.items():
        if inside:
            x, y = frame.at(site.place[place].x_m, site.place[place].y_m)
            yield f'<path d="M{x - 5:.1f} {y + 4:.1f}h10l-5 8z" fill="{COLOURS["device"]}"/>'
            tags = ", ".join(site.devices[i].id for i in inside[:3]) + (" …" if len(inside) > 3 else "")
            words.append(Words(tags, x, y + 6, COLOURS["device"], 10))
    for n in site.instruments:
        if n.kind == "gas":
            x, y = frame.at(n.x_m, n.y_m)
            yield f'<path d="M{x:.1f} {y - 5:.1f}l5 5l-5 5l-5 -5z" fill="{COLOURS["instrument"]}"/>'
            words.append(Words(n.tag, x, y, COLOURS["instrument"], 10))


def _north() -> Iterator[str]:
    x, y = WIDTH - 34, 26
    yield f'<path d="M{x} {y - 18}l9 30l-9 -7l-9 7z" fill="#212121"/>'
    yield f'<text x="{x}" y="{y + 28}" font-size="14" text-anchor="middle">N</text>'


def _scale_bar(frame: _Frame) -> Iterator[str]:
    bar_m = max((m for m in BARS_M if m * frame.scale <= 240), default=BARS_M[0])
    x, y, wide = EDGE, frame.height - 34, bar_m * frame.scale
    yield f'<path d="M{x} {y - 6}v12M{x} {y}h{wide:.1f}M{x + wide:.1f} {y - 6}v12" stroke="#212121" fill="none"/>'
    yield f'<text x="{x + wide / 2:.1f}" y="{y + 20}" font-size="13" text-anchor="middle">{bar_m} m</text>'


def _legend(frame: _Frame, language: str) -> Iterator[str]:
    x = 400.0
    for kind, name in LEGEND.items():
        yield f'<rect x="{x:.0f}" y="{frame.height - 42:.0f}" width="16" height="12" fill="{COLOURS[kind]}"/>'
        text = name.zh if language == "zh" else name.en
        yield f'<text x="{x + 22:.0f}" y="{frame.height - 31:.0f}" font-size="13">{escape(text)}</text>'
        x += 146
