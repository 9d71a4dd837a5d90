"""Plan: the marks of a drawing as rows, as far as a drawing can tell. What it cannot stays empty."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from server.plant.columns import columns_of
from server.plant.drawing import Mark, Point
from server.plant.faults import Fault, Where
from server.plant.network import Network, along, pipe
from server.plant.tables import Row, laid
from sim_core.text import Text

# layer -> sheet, what the layer says of its things, and what they are called when nothing else is told
LAYERS: Mapping[str, tuple[str, Mapping[str, str], Text]] = {
    "YL_PLACE": ("places", {}, Text("", "")),
    "YL_BUND": ("bunds", {}, Text("", "")),
    "YL_TANK": ("tanks", {}, Text("储罐", "tank")),
    "YL_PUMP": ("devices", {"kind": "pump"}, Text("泵", "pump")),
    "YL_VALVE": ("devices", {}, Text("阀", "valve")),
    "YL_ALARM": ("devices", {"kind": "alarm_point", "normal": "off"}, Text("手动报警按钮", "alarm point")),
    "YL_DEVICE": ("devices", {}, Text("设备", "device")),
    "YL_DETECTOR": ("instruments", {"kind": "gas"}, Text("探测器", "detector")),
    "YL_INSTRUMENT": ("instruments", {}, Text("仪表", "instrument")),
}
PATHS = ("YL_ROAD", "YL_PIPE")
UPRIGHT = 0.98  # of its box that a bund must fill to be taken for it
STANDS = {"YL_ALARM": "alarm_point", "YL_VALVE": "valve_station"}  # kind of the place that a device brings with it

LAYERS_SAID: Mapping[str, Text] = {
    "YL_PLACE": Text("地点：点或块", "place: point or block"),
    "YL_ROAD": Text("道路：直线或多段线，拐点即路口", "road: line or polyline, a node at each corner"),
    "YL_BUND": Text("防火堤：闭合的横平竖直矩形", "bund: closed upright rectangle"),
    "YL_TANK": Text("储罐：圆；或带 DIAMETER_M 属性的块", "tank: circle, or block with the attribute DIAMETER_M"),
    "YL_PUMP": Text("泵：点或块", "pump: point or block"),
    "YL_VALVE": Text("阀门：点或块", "valve: point or block"),
    "YL_ALARM": Text("手动报警按钮：点或块", "alarm point: point or block"),
    "YL_DEVICE": Text("其他设备：点或块", "any other device: point or block"),
    "YL_DETECTOR": Text("气体探测器：点或块", "gas detector: point or block"),
    "YL_INSTRUMENT": Text("其他仪表：点或块", "any other instrument: point or block"),
    "YL_PIPE": Text(
        "管线：一条多段线一条，顺流画，穿过其阀与一台泵，止于储罐",
        "pipe: one polyline each, drawn with the flow, through its valves and one pump into a tank",
    ),
}
TAGS_SAID = Text(
    "位号：块属性 TAG，或同一图层上 5 m 内的文字（首词为位号，其余为名称）。"
    "块属性可用任何列的键（KIND、PRODUCT、WALL_M……）。须写明图纸单位（$INSUNITS）；x 向东，y 向北。",
    "Tags: the block attribute TAG, or a text of the same layer within 5 m (first word the tag, the rest a name). "
    "A block may carry any column's key as an attribute (KIND, PRODUCT, WALL_M ...). "
    "The drawing must say its unit ($INSUNITS); x east, y north.",
)
_CORRECT = Text("在图上改正", "correct it in the drawing")


def rows_of(marks: list[Mark], name: str) -> tuple[dict[str, list[Row]], tuple[Fault, ...], tuple[Text, ...]]:
    """Tables of a plan, with the faults and notes of its shapes. name: id of the site until one is given."""
    maker = _Maker(marks, name)
    return maker.tables, tuple(maker.faults), tuple(maker.notes)


class _Maker:
    """Goes through the marks once a kind: places and roads first, then what stands at them."""

    def __init__(self, marks: list[Mark], name: str) -> None:
        self.faults: list[Fault] = []
        self.notes: list[Text] = []
        self.tables: dict[str, list[Row]] = {key: [] for key in ("places", "ways", "bunds", "tanks", "devices")}
        self.tables |= {"site": [laid("site", 0, {"id": name})], "instruments": [], "lines": []}
        self._marks = marks
        self._network = Network()
        self._rects: list[tuple[str, Point, Point]] = []
        for mark in self._on("YL_PLACE"):
            self._network.place(mark.tag, mark.middle())
            self._add("places", mark, {**_spot(mark.middle()), **_named(mark, Text("", ""))})
        self._roads()
        for mark in self._on("YL_BUND"):
            self._bund(mark)
        for mark in self._on("YL_TANK"):
            self._tank(mark)
        for layer in ("YL_PUMP", "YL_VALVE", "YL_ALARM", "YL_DEVICE"):
            for mark in self._on(layer):
                self._device(mark)
        for layer in ("YL_DETECTOR", "YL_INSTRUMENT"):
            for mark in self._on(layer):
                self._add("instruments", mark, {**_spot(mark.middle()), **_named(mark, LAYERS[layer][2])})
        self._ways()
        for mark in self._on("YL_PIPE"):
            self._pipe(mark)
        self._strange()

    def _on(self, layer: str) -> Iterator[Mark]:
        return (mark for mark in self._marks if mark.layer == layer)

    def _add(self, sheet: str, mark: Mark, cells: Mapping[str, str]) -> None:
        """One row; what the block says itself goes before what its layer and its shape say."""
        known = columns_of(sheet)
        own = {key.replace("name_", "name."): text for key, text in mark.attributes.items()}
        of_layer = LAYERS[mark.layer][1] if mark.layer in LAYERS else {}
        first = next(iter(known))
        told = {**of_layer, **cells, first: mark.tag, **{k: v for k, v in own.items() if k in known and v}}
        self.tables[sheet].append(laid(sheet, len(self.tables[sheet]), told, mark.layer, mark.handle))

    def _extra_place(self, name: str, at: Point, kind: str, words: Text, mark: Mark) -> None:
        cells = {"id": name, "name.zh": words.zh, "name.en": words.en, "kind": kind, **_spot(at)}
        self.tables["places"].append(laid("places", len(self.tables["places"]), cells, mark.layer, mark.handle))

    def _roads(self) -> None:
        for mark in self._on("YL_ROAD"):
            if mark.shape != "path":
                self._wrong(mark, Text("道路应为直线或多段线", "a road must be a line or a polyline"))
                continue
            for at in self._network.road(mark.points, mark.closed):
                name = self._network.node(at)
                self._extra_place(name, at, "road", Text(f"道路 {name}", f"road {name}"), mark)

    def _bund(self, mark: Mark) -> None:
        xs, ys = [x for x, _ in mark.points], [y for _, y in mark.points]
        low, high = (min(xs), min(ys)), (max(xs), max(ys))
        cells = {"x0_m": low[0], "y0_m": low[1], "x1_m": high[0], "y1_m": high[1]}
        if not mark.closed:
            self._wrong(mark, Text("防火堤应为闭合多段线", "a bund must be a closed polyline"))
        elif _area_m2(mark.points) < UPRIGHT * (high[0] - low[0]) * (high[1] - low[1]):
            what = Text("不是横平竖直的矩形", "it is no upright rectangle")
            self._wrong(
                mark, what, Text("转正图纸，或拆成几个矩形", "turn the plan upright, or part it into rectangles")
            )
        self._rects.append((mark.tag, low, high))
        self._add("bunds", mark, {key: _written(value) for key, value in cells.items()})

    def _tank(self, mark: Mark) -> None:
        at = mark.middle()
        inside = [tag for tag, low, high in self._rects if low[0] <= at[0] <= high[0] and low[1] <= at[1] <= high[1]]
        cells = {**_spot(at), **_named(mark, LAYERS["YL_TANK"][2]), "bund": inside[0] if inside else ""}
        if mark.shape == "circle":
            cells["diameter_m"] = _written(2.0 * mark.radius_m)
        self._add("tanks", mark, cells)

    def _device(self, mark: Mark) -> None:
        at = mark.middle()
        place = self._network.near(at)
        if not place and mark.tag:
            place = f"AT-{mark.tag}"
            self._network.place(place, at)
            words = Text(f"{mark.tag} 处", f"at {mark.tag}")
            self._extra_place(place, at, STANDS.get(mark.layer, "yard"), words, mark)
        self._add("devices", mark, {**_named(mark, LAYERS[mark.layer][2]), "place": place})

    def _ways(self) -> None:
        walks = self._network.joined()
        for i, (one, other) in enumerate(self._network.ways()):
            self.tables["ways"].append(laid("ways", i, {"from": one, "to": other}))
        if walks:
            shown = ", ".join(f"{a}–{b} {far_m:.0f} m" for a, b, far_m in walks)
            zh, en = "图上无路，按直线连到最近处，请核对", "no road drawn, joined straight to the nearest; check"
            self.notes.append(Text(f"{zh}：{shown}", f"{en}: {shown}"))

    def _pipe(self, mark: Mark) -> None:
        if mark.shape != "path":
            self._wrong(mark, Text("管线应为直线或多段线", "a pipe must be a line or a polyline"))
            return
        kinds = {"YL_PUMP": "pump", "YL_VALVE": "valve", "YL_DEVICE": "valve", "YL_TANK": "tank"}
        met = [
            (at, kinds[m.layer], m.tag)
            for m in self._marks
            if m.layer in kinds and (at := along(mark.points, m.middle(), m.radius_m)) is not None
        ]
        line = pipe(sorted(met))
        if line is None:
            shown = ", ".join(tag for _, _, tag in sorted(met)) or "-"
            what = Text(
                f"管线须经过一台泵并止于一座储罐，现经过 {shown}",
                f"a pipe must meet one pump and end in a tank; this meets {shown}",
            )
            do = Text(
                "一条多段线画一条管线，穿过其泵、阀、罐", "draw one polyline a pipe, through its pump, valves and tank"
            )
            self._wrong(mark, what, do)
        else:
            self.tables["lines"].append(laid("lines", len(self.tables["lines"]), line, mark.layer, mark.handle))

    def _strange(self) -> None:
        layers = dict.fromkeys(m.layer for m in self._marks if m.layer not in LAYERS and m.layer not in PATHS)
        known = ", ".join((*LAYERS, *PATHS))
        for layer in layers:
            what = Text("不识别的图层", "no layer that is known")
            self.faults.append(Fault(Where(layer=layer), what, Text(f"应为 {known}", f"one of {known}")))

    def _wrong(self, mark: Mark, what: Text, do: Text = _CORRECT) -> None:
        self.faults.append(Fault(mark.where, what, do))


def _named(mark: Mark, called: Text) -> dict[str, str]:
    """Names: the words beside the tag where they are of that language, else what its layer calls it, and the tag."""
    chinese = any(letter > "\u2e80" for letter in mark.words)
    zh, en = f"{called.zh} {mark.tag}".strip(), f"{called.en} {mark.tag}".strip()
    if mark.words:
        zh, en = (f"{mark.words} {mark.tag}", en) if chinese else (zh, f"{mark.words} {mark.tag}")
    return {"name.zh": zh, "name.en": en}


def _spot(at: Point) -> dict[str, str]:
    return {"x_m": _written(at[0]), "y_m": _written(at[1])}


def _written(value: float) -> str:
    """To the centimetre, without a tail."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def _area_m2(points: list[Point]) -> float:
    ring = [*points, points[0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2.0
