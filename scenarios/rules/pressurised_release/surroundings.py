"""Surroundings: what only some sites have: a room beside the vessel, a yard that drains, gas that is held as gas."""

from collections.abc import Mapping
from dataclasses import dataclass

Params = Mapping[str, float | str]


@dataclass(frozen=True, slots=True)
class Room:
    """A room that a leak fills. place: its middle, and its name among the spaces; within x0..x1, y0..y1 there is its
    air. volume_m3; air_m3_s: through its leaks; fans, each fan_m3_s; not_ex: those of them that spark. congestion: of
    what stands in it (`bst.flame_mach`)."""

    place: str
    x0_m: float
    y0_m: float
    x1_m: float
    y1_m: float
    volume_m3: float
    air_m3_s: float
    fans: tuple[str, ...]
    fan_m3_s: float
    not_ex: tuple[str, ...]
    congestion: str

    def inside(self, x_m: float, y_m: float) -> bool:
        """Whether a point lies between its walls."""
        return self.x0_m <= x_m <= self.x1_m and self.y0_m <= y_m <= self.y1_m


@dataclass(frozen=True, slots=True)
class Yard:
    """Where water goes that was put on the cloud. wash_share: of the gas that each wall of water in its way dissolves.
    outfall: the device by which the yard drains off the site; spoils_kg: so much gas in it is a disaster outside."""

    wash_share: float
    outfall: str
    spoils_kg: float


@dataclass(frozen=True, slots=True)
class Holder:
    """A vessel that holds gas alone. kept_pa: over ambient, while it is fed; content_kg: then; feed: the device by
    which it is fed, at most feed_kg_s."""

    kept_pa: float
    content_kg: float
    feed: str
    feed_kg_s: float


def room_of(params: Params) -> Room | None:
    """The room, by `room` and `room_*`; walls: `x0,y0,x1,y1`."""
    if "room" not in params:
        return None
    x0, y0, x1, y1 = (float(v) for v in str(params["room_walls"]).split(","))
    return Room(
        str(params["room"]), x0, y0, x1, y1, float(params["room_m3"]), float(params["room_air_m3_s"]),
        tuple(str(params["room_fans"]).split(",")), float(params["room_fan_m3_s"]),
        tuple(str(params["room_not_ex"]).split(",")), str(params["room_congestion"]),
    )  # fmt: skip


def yard_of(params: Params) -> Yard | None:
    """The yard, by `wash_share`, `outfall` and `spoils_kg`."""
    if "outfall" not in params:
        return None
    return Yard(float(params["wash_share"]), str(params["outfall"]), float(params["spoils_kg"]))


def holder_of(params: Params) -> Holder | None:
    """The vessel of gas, by `kept_pa`, `content_kg`, `feed` and `feed_kg_s`."""
    if "kept_pa" not in params:
        return None
    return Holder(
        float(params["kept_pa"]), float(params["content_kg"]), str(params["feed"]), float(params["feed_kg_s"])
    )
