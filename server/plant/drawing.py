"""Drawing: a DXF plan as marks in metres. What is read lies on layers named YL_...; the rest is left out."""

import io
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import dist, isfinite

from ezdxf import recover
from ezdxf.audit import AuditError
from ezdxf.document import Drawing
from ezdxf.entities.dxfentity import DXFEntity
from ezdxf.entities.dxfgfx import DXFGraphic
from ezdxf.lldxf.const import DXFError

from server.plant.columns import FAR_M
from server.plant.faults import Fault, UnreadableError, Where
from sim_core.text import Text

PREFIX = "YL_"
BINARY = b"AutoCAD Binary DXF\r\n"
MOST_MARKS = 3000
BREAKS = (DXFError, OSError, ValueError, ArithmeticError, LookupError, TypeError, AttributeError)
TEXT_REACH_M = 5.0  # of a tag to what it names
METRES: Mapping[str, float] = {"mm": 0.001, "cm": 0.01, "dm": 0.1, "m": 1.0, "km": 1000.0, "in": 0.0254, "ft": 0.3048}
INSUNITS = {1: "in", 2: "ft", 4: "mm", 5: "cm", 6: "m", 7: "km", 14: "dm"}
Point = tuple[float, float]
logging.getLogger("ezdxf").addHandler(logging.NullHandler())  # what matters of it is told as faults, not as log lines


@dataclass(slots=True)
class Mark:
    """An entity of the plan. shape: point, circle or path. attributes: of a block, keys in lower case. tag: "" = none.

    words: what stands beside the tag.
    """

    layer: str
    handle: str
    shape: str
    points: list[Point]
    radius_m: float = 0.0
    closed: bool = False
    attributes: dict[str, str] = field(default_factory=dict)
    tag: str = ""
    words: str = ""

    @property
    def where(self) -> Where:
        """The entity, as a fault names it."""
        return Where(layer=self.layer, handle=self.handle)

    def middle(self) -> Point:
        """The middle of its box."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return (min(xs) + max(xs)) / 2.0, (min(ys) + max(ys)) / 2.0

    def away_m(self, at: Point) -> float:
        """How far a point lies from it: 0 within a circle or the box of a closed path."""
        if self.shape == "circle":
            return max(dist(self.points[0], at) - self.radius_m, 0.0)
        if self.closed:
            xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
            return dist((min(max(at[0], min(xs)), max(xs)), min(max(at[1], min(ys)), max(ys))), at)
        return min(dist(point, at) for point in self.points)


@dataclass(frozen=True, slots=True)
class _Label:
    layer: str
    at: Point
    text: str


def read_drawing(data: bytes, unit: str | None = None) -> tuple[list[Mark], tuple[Fault, ...], tuple[Text, ...]]:
    """Marks, faults of single entities, and what was assumed. unit: of the drawing, None = as it says itself."""
    document = _opened(data)
    metres = _metres(document, unit)
    try:
        marks, labels, faults, odd = _collected(document, metres)
    except BREAKS as error:  # an entity may be damaged in a way that is seen only when it is asked
        raise UnreadableError(_BROKEN, _EXPORT) from error
    notes = [*_shifted(marks, labels), *_tagged(marks, labels)]
    if odd:
        shown = ", ".join(f"{times} {kind}" for kind, times in odd.items())
        notes.append(Text(f"未取用的图元：{shown}", f"entities left out: {shown}"))
    return marks, tuple(faults), tuple(notes)


def _collected(document: Drawing, metres: float) -> tuple[list[Mark], list[_Label], list[Fault], dict[str, int]]:
    """What lies on the layers of a plan: marks, texts, faults, and how many of what could not be taken."""
    faults: list[Fault] = []
    odd: dict[str, int] = {}
    marks: list[Mark] = []
    labels: list[_Label] = []
    others: dict[str, bool] = {}
    for entity in document.modelspace():
        layer = str(entity.dxf.get("layer", "0")).upper()
        if not layer.startswith(PREFIX):
            others[layer] = True
            continue
        made = _made(entity, layer, metres)
        if made is None:
            odd[f"{entity.dxftype()} ({layer})"] = odd.get(f"{entity.dxftype()} ({layer})", 0) + 1
        elif not all(isfinite(v) for point in _points_of(made) for v in point):
            at = Where(layer=layer, handle=str(entity.dxf.get("handle", "")))
            what = Text("坐标不是数", "its coordinates are no numbers")
            faults.append(Fault(at, what, Text("在图上重画", "draw it anew")))
        elif isinstance(made, _Label):
            labels.append(made)
        else:
            marks.append(made)
        if len(marks) + len(labels) > MOST_MARKS:
            raise UnreadableError(
                Text(f"YL_ 图层上的图元超过 {MOST_MARKS} 个", f"More than {MOST_MARKS} entities lie on YL_ layers"),
                Text("只保留厂区的图元", "Keep those of the plant alone"),
            )
    if not marks and not faults:
        seen = ", ".join(sorted(others)[:20])
        advice = f"layers seen: {seen}; their names: yanlian plant layers"
        raise UnreadableError(_NO_LAYER, Text(f"现有图层：{seen}；约定见 yanlian plant layers", advice))
    return marks, labels, faults, odd


_NO_LAYER = Text("模型空间里没有 YL_ 图层上的图元", "Nothing in the model space lies on a YL_ layer")
_BROKEN = Text("此 DXF 文件已损坏", "This DXF file is broken")
_EXPORT = Text("在制图软件中另存为 DXF（2010 或更新）", "Save it as DXF (2010 or later) in the drawing program")


def _opened(data: bytes) -> Drawing:
    if data.startswith(b"AC10"):
        raise UnreadableError(Text("这是 DWG 文件", "This is a DWG file"), _EXPORT)
    if not data.strip():
        raise UnreadableError(Text("文件是空的", "The file is empty"), _EXPORT)
    # The reader makes do with half a file; a plan must not lose what was cut off.
    if not data.startswith(BINARY) and not data.rstrip().endswith(b"EOF"):
        raise UnreadableError(Text("不是完整的 DXF 文件", "This is no whole DXF file"), _EXPORT)
    try:
        document, audit = recover.read(io.BytesIO(data))
    except BREAKS as error:
        raise UnreadableError(_BROKEN, _EXPORT) from error
    # Where a number cannot be read, the reader takes what digits it finds; a plant must not stand on that.
    guessed = [e.message for e in audit.errors if e.code == AuditError.INVALID_FLOATING_POINT_VALUE]
    if guessed:
        raise UnreadableError(Text(f"坐标损坏：{guessed[0]}", f"A coordinate is damaged: {guessed[0]}"), _EXPORT)
    return document


def _metres(document: Drawing, unit: str | None) -> float:
    own = INSUNITS.get(int(document.header.get("$INSUNITS", 0) or 0), "")
    if not unit and not own:
        raise UnreadableError(
            Text("图中没有写明单位（$INSUNITS）", "The drawing does not say its unit ($INSUNITS)"),
            Text(f"加 --unit（{'、'.join(METRES)} 之一）", f"add --unit, one of {', '.join(METRES)}"),
        )
    return METRES[unit or own]


def _made(entity: DXFEntity, layer: str, metres: float) -> Mark | _Label | None:
    handle, dxf = str(entity.dxf.get("handle", "")), entity.dxf
    kind = entity.dxftype()
    if kind in ("TEXT", "MTEXT"):
        text = entity.plain_text() if kind == "TEXT" else entity.plain_text(split=False)  # type: ignore[attr-defined]
        return _Label(layer, _flat(entity, dxf.insert, metres), " ".join(str(text).split()))
    if kind == "CIRCLE":
        return Mark(layer, handle, "circle", [_flat(entity, dxf.center, metres)], abs(float(dxf.radius)) * metres)
    if kind == "POINT":
        return Mark(layer, handle, "point", [(dxf.location.x * metres, dxf.location.y * metres)])
    if kind == "LINE":
        ends = [(p.x * metres, p.y * metres) for p in (dxf.start, dxf.end)]
        return Mark(layer, handle, "path", ends)
    if kind == "INSERT":
        attributes = {str(a.dxf.tag).lower(): str(a.dxf.text).strip() for a in entity.attribs}  # type: ignore[attr-defined]
        tag = attributes.pop("tag", "") or attributes.pop("id", "")
        return Mark(layer, handle, "point", [_flat(entity, dxf.insert, metres)], attributes=attributes, tag=tag)
    if kind in ("LWPOLYLINE", "POLYLINE"):
        points = [_flat(entity, v, metres) for v in _vertices(entity)]
        closed = bool(entity.is_closed if kind == "POLYLINE" else entity.closed)  # type: ignore[attr-defined]
        return Mark(layer, handle, "path", points, closed=closed) if len(points) > 1 else None
    return None


def _vertices(entity: DXFEntity) -> Iterator[object]:
    if entity.dxftype() == "LWPOLYLINE":
        yield from ((x, y, 0.0) for x, y in entity.get_points("xy"))  # type: ignore[attr-defined]
    else:
        yield from entity.points()  # type: ignore[attr-defined]


def _flat(entity: DXFEntity, point: object, metres: float) -> Point:
    """A point of an entity's own plane seen from above: mirrored symbols have one of their own."""
    assert isinstance(entity, DXFGraphic)
    seen = entity.ocs().to_wcs(point)
    return seen.x * metres, seen.y * metres


def _points_of(made: Mark | _Label) -> list[Point]:
    return [made.at] if isinstance(made, _Label) else [*made.points, (made.radius_m, 0.0)]


def _shifted(marks: list[Mark], labels: list[_Label]) -> Iterator[Text]:
    """A plan in the grid of a country is brought to an origin of its own."""
    points = [point for mark in marks for point in mark.points]
    if max((abs(v) for point in points for v in point), default=0.0) <= FAR_M:
        return
    x0, y0 = (10.0 * (min(p[axis] for p in points) // 10.0) for axis in (0, 1))
    for mark in marks:
        mark.points = [(x - x0, y - y0) for x, y in mark.points]
    labels[:] = [_Label(one.layer, (one.at[0] - x0, one.at[1] - y0), one.text) for one in labels]
    yield Text(
        f"坐标很大：原点移到图上 ({x0:.0f}, {y0:.0f}) m",
        f"large coordinates: the origin is put at ({x0:.0f}, {y0:.0f}) m",
    )


def _tagged(marks: list[Mark], labels: list[_Label]) -> Iterator[Text]:
    """Give each mark without a tag the nearest text of its layer; what stands after the tag are words on it."""
    pairs = sorted(
        (mark.away_m(one.at), dist(mark.middle(), one.at), i, k)
        for i, mark in enumerate(marks)
        if not mark.tag
        for k, one in enumerate(labels)
        if one.layer == mark.layer and mark.away_m(one.at) <= TEXT_REACH_M
    )
    used: dict[int, bool] = {}
    for _, _, i, k in pairs:
        if not marks[i].tag and k not in used and labels[k].text:
            used[k] = True
            marks[i].tag, _, marks[i].words = labels[k].text.partition(" ")
    idle = [one.text for k, one in enumerate(labels) if k not in used]
    if idle:
        shown = ", ".join(idle[:10])
        yield Text(f"不属于任何图元的文字：{shown}", f"texts that belong to nothing: {shown}")
