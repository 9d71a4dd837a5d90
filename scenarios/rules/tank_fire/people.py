"""People: the heat of every fire on everybody outdoors, once a second, by the law of all incidents."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from scenarios.rules.ground import exposure
from scenarios.rules.tank_fire import shells, show
from scenarios.rules.tank_fire.rules import TankFire, fires_of
from scenarios.rules.tank_fire.shells import Burning
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import position, within_m
from sim_core.people.doing import perform
from sim_core.physics import pool_fire, transmissivity
from sim_core.world import CrowdState, Person

FACE_M = 1.5
NEAREST_M = 1.0
FAR_D = 5.5  # beyond so many diameters of a fire less than 0.4 kW/m2 arrive, which nobody is harmed by


def heat(draft: Draft, rules: TankFire) -> None:
    """A second of heat, where anybody is near enough to feel it."""
    if not rules.burning(draft):
        return
    _climbed(draft, rules)
    incident, w = rules.incident, draft.weather
    ux, uy = (w.u_m_s / w.speed_m_s, w.v_m_s / w.speed_m_s) if w.speed_m_s > 0.1 else (1.0, 0.0)
    pools = tuple(shells.fires(draft, rules))
    if not _near(draft, rules, pools):
        return

    def arrives(points_m: NDArray[np.float64]) -> NDArray[np.float64]:
        kw = np.zeros(len(points_m))
        face = np.full(len(points_m), FACE_M)
        for fire, x, y, _ in pools:
            dx, dy = points_m[:, 0] - x, points_m[:, 1] - y
            along, cross = dx * ux + dy * uy, dy * ux - dx * uy
            kw = kw + pool_fire.heat_flux_array(
                fire, along, cross, face, incident.size.ambient_k, incident.size.humidity
            )
        for n, blaze in enumerate(fires_of(draft).tanks):
            if blaze.fire == "rim":
                kw = kw + _seal(rules, n, shells.seal_kw(rules, rules.site.tanks[n], blaze), points_m)
        return 1000.0 * kw

    exposure.radiate(draft, rules, arrives)


def _near(draft: Draft, rules: TankFire, pools: tuple[Burning, ...]) -> bool:
    """Whether anybody outdoors is within reach of a fire."""
    fires = [(x, y, FAR_D * 2.0 * fire.flame.across_m) for fire, x, y, _ in pools]
    for tank, blaze in zip(rules.site.tanks, fires_of(draft).tanks, strict=True):
        if blaze.fire == "rim":
            fires.append((tank.x_m, tank.y_m, FAR_D * tank.diameter_m))
    movers: list[Person | CrowdState] = [*draft.people, *draft.crowds]
    at = [position(p, draft.tick) for p in movers if not (p.place and rules.site.place[p.place].indoors)]
    return any(within_m(px, py, x, y, reach) for px, py in at for x, y, reach in fires)


def _climbed(draft: Draft, rules: TankFire) -> None:
    """Who stands on the roof of a burning tank is down at once."""
    for n, blaze in enumerate(fires_of(draft).tanks):
        top = show.top_of(rules.site.tanks[n].id)
        for i, p in enumerate(draft.people):
            if blaze.fire and p.state in ("fit", "hurt") and p.place and rules.site.place[p.place].zone == top:
                perform(draft, rules, i, Act("halt"))
                draft.people[i] = replace(draft.people[i], state="down")
                draft.event("harm", subject=p.seat, detail="down", value=1.0)


def _seal(rules: TankFire, n: int, released_kw: float, points_m: NDArray[np.float64]) -> NDArray[np.float64]:
    """A seal fire as a point at the rim."""
    tank, incident = rules.site.tanks[n], rules.incident
    dx, dy = points_m[:, 0] - tank.x_m, points_m[:, 1] - tank.y_m
    rise = tank.rim_m - FACE_M
    far = np.sqrt(np.maximum(dx * dx + dy * dy + rise * rise, NEAREST_M * NEAREST_M))
    through = transmissivity.transmissivity_array(incident.size.ambient_k, incident.size.humidity, far)
    found: NDArray[np.float64] = through * (incident.burns.radiant_fraction * released_kw / (4.0 * np.pi * far * far))
    return found
