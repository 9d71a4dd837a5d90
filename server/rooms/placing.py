"""Placing: whether a part of a Pose is one that a lane of the record can hold."""

from sim_core.record.lane import NOT_TRACKED, TURN_STEPS

FARTHEST_MM = 32_767
Part = tuple[int, int, int, int, int, int, int]


def fits(part: Part) -> bool:
    """Whether every number of a head or hand is in its range; else no record of the drill could be made."""
    *place, largest, a, b, c = part
    near = all(-FARTHEST_MM - 1 <= mm <= FARTHEST_MM for mm in place)
    return near and 0 <= largest <= NOT_TRACKED and max(map(abs, (a, b, c))) <= TURN_STEPS
