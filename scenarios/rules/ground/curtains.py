"""Curtains: rows of nozzles between a release and what lies behind, and what they divide a cloud by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from scenarios.model import Scenario
from scenarios.rules.ground.rules import Ground
from sim_core.draft import Draft
from sim_core.physics.obstacles import curtain_dilution
from sim_core.world import Sight

CLOUD_M = 2.0  # how deep the cloud is taken to be where it passes a curtain: training assumption 训练假设
SHOWS = 0.5  # so far open eyes see a wall of water
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Curtain:
    """A row of nozzles from (x0, y0) to (x1, y1): the device that opens it."""

    device: str
    x0_m: float
    y0_m: float
    x1_m: float
    y1_m: float

    @property
    def length_m(self) -> float:
        """Of the row."""
        dx, dy = self.x1_m - self.x0_m, self.y1_m - self.y0_m
        return sqrt(dx * dx + dy * dy)


def curtains_of(scenario: Scenario) -> tuple[Curtain, ...]:
    """Every curtain of a site; its row is the parameter `line_<device>`: `x0,y0,x1,y1`."""
    rows = (d.id for d in scenario.site.devices if d.kind == "curtain")
    return tuple(
        Curtain(device, *(float(v) for v in str(scenario.params[f"line_{device}"]).split(","))) for device in rows
    )


def crossed(c: Curtain, x0_m: float, y0_m: float, points_m: Floats) -> tuple[NDArray[np.bool_], Floats]:
    """Whether the straight way from (x0, y0) to each point crosses a row, and at which share of the way."""
    ex, ey = c.x1_m - c.x0_m, c.y1_m - c.y0_m
    dx, dy = points_m[:, 0] - x0_m, points_m[:, 1] - y0_m
    cross = dx * ey - dy * ex
    safe = np.where(np.abs(cross) > 1.0e-9, cross, 1.0)
    ax, ay = c.x0_m - x0_m, c.y0_m - y0_m
    along = (ax * ey - ay * ex) / safe
    aside = (ax * dy - ay * dx) / safe
    behind = (np.abs(cross) > 1.0e-9) & (along > 0.0) & (along <= 1.0) & (aside >= 0.0) & (aside <= 1.0)
    return behind, along


def dilution(draft: Draft, rules: Ground, c: Curtain, litres_min_m: float, points_m: Floats) -> Floats:
    """What a curtain divides by at each point: where the straight way from the release crosses its row."""
    x0, y0 = rules.centre_m
    behind, along = crossed(c, x0, y0, points_m)
    dx, dy = points_m[:, 0] - x0, points_m[:, 1] - y0
    wind = draft.held(curtain_dilution, "wind_m_s", draft.weather.speed_m_s)
    factor = np.ones(points_m.shape[0])
    for n in np.flatnonzero(behind).tolist():
        far = sqrt(float(dx[n]) * float(dx[n]) + float(dy[n]) * float(dy[n]))
        beyond = min(far * (1.0 - float(along[n])), 1.0e4)
        factor[n] = curtain_dilution(litres_min_m, wind, CLOUD_M, beyond)
    return factor


def seen(open_now: Iterable[tuple[Curtain, float]]) -> Iterator[Sight]:
    """The walls of water that stand. open_now: curtains with the share of their water that they give."""
    for c, share in open_now:
        if share > SHOWS:
            yield Sight("curtain", c.device, 0.5 * (c.x0_m + c.x1_m), 0.5 * (c.y0_m + c.y1_m), "open")
