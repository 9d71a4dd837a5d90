"""People: the heat of every fire on everybody outdoors, once a second, by the law of all incidents."""

import numpy as np
from numpy.typing import NDArray

from scenarios.rules.ground import exposure
from scenarios.rules.tank_fire import shells
from scenarios.rules.tank_fire.rules import TankFire, fires_of
from sim_core.draft import Draft
from sim_core.physics import pool_fire, transmissivity

FACE_M = 1.5
NEAREST_M = 1.0


def heat(draft: Draft, rules: TankFire) -> None:
    """A second of heat."""
    if not rules.burning(draft):
        return
    incident, w = rules.incident, draft.weather
    ux, uy = (w.u_m_s / w.speed_m_s, w.v_m_s / w.speed_m_s) if w.speed_m_s > 0.1 else (1.0, 0.0)
    pools = tuple(shells.fires(draft, rules))

    def arrives(points_m: NDArray[np.float64]) -> NDArray[np.float64]:
        kw = np.zeros(len(points_m))
        face = np.full(len(points_m), FACE_M)
        for fire, x, y, _ in pools:
            dx, dy = points_m[:, 0] - x, points_m[:, 1] - y
            along, cross = dx * ux + dy * uy, dy * ux - dx * uy
            kw = kw + pool_fire.heat_flux_array(fire, along, cross, face, incident.ambient_k, incident.humidity)
        for n, blaze in enumerate(fires_of(draft).tanks):
            if blaze.fire == "rim":
                kw = kw + _seal(rules, n, shells.seal_kw(rules, rules.site.tanks[n], blaze), points_m)
        return 1000.0 * kw

    exposure.radiate(draft, rules, arrives)


def _seal(rules: TankFire, n: int, released_kw: float, points_m: NDArray[np.float64]) -> NDArray[np.float64]:
    """A seal fire as a point at the rim."""
    tank, incident = rules.site.tanks[n], rules.incident
    dx, dy = points_m[:, 0] - tank.x_m, points_m[:, 1] - tank.y_m
    rise = tank.rim_m - FACE_M
    far = np.sqrt(np.maximum(dx * dx + dy * dy + rise * rise, NEAREST_M * NEAREST_M))
    through = transmissivity.transmissivity_array(incident.ambient_k, incident.humidity, far)
    found: NDArray[np.float64] = through * (
        incident.burns.radiant_fraction * released_kw / (4.0 * np.pi * far * far)
    )
    return found
