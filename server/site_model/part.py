"""Part: one kind of thing, as it looks near and far, with what moves on it. Its front looks south (+z)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from server.site_model.shapes import Point, Shape

Look = Mapping[str, Shape]  # by material
GONE: Look = {}


@dataclass(frozen=True, slots=True)
class Moving:
    """A piece that turns or slides: `shape` about its own origin, which is at `at` of the part. axis: it turns about
    (or slides along); turns: from one end to the other; travel_m: how far it goes along the axis meanwhile."""

    name: str
    look: Look
    at: Point
    axis: Point = (0.0, 1.0, 0.0)
    turns: float = 0.0
    travel_m: float = 0.0


@dataclass(frozen=True, slots=True)
class Level:
    """How it looks from `beyond_m` on. An empty look: it is not drawn."""

    beyond_m: float
    look: Look


@dataclass(frozen=True, slots=True)
class Part:
    """levels: nearest first. moving: on the nearest level."""

    levels: Sequence[Level]
    moving: Sequence[Moving] = field(default=())


def small(near: Look, far: Look, moving: Sequence[Moving] = (), far_m: float = 40.0, gone_m: float = 260.0) -> Part:
    """A thing of a man's size: plain from far_m on, gone from gone_m on."""
    return Part((Level(0.0, near), Level(far_m, far), Level(gone_m, GONE)), moving)
