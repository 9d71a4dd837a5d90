"""Hazard: what has been let loose in a drill: liquid, vapour, fire, and what each of the kinds of incident keeps."""

from dataclasses import dataclass

from sim_core.physics.absorber import Absorber
from sim_core.physics.burning_tank import TankFires
from sim_core.physics.culvert import BuriedLine, Culvert
from sim_core.physics.oxidiser import Store
from sim_core.physics.pressure_vessel import Ball, Flare, Leak, VesselState
from sim_core.physics.shelter import OffSite
from sim_core.physics.spreading import Pool
from sim_core.physics.train import Train
from sim_core.space import Air, Space, Worker
from sim_core.work import Work


@dataclass(frozen=True, slots=True)
class Hazard:
    """Liquid, vapour and fire. Totals close the mass balance (kg since start). moved_kg: pumped from tank to tank.

    air_*: volume fractions that each of them meets, aligned with `site.air`; met_gauges: what stands at each
    instrument, in its unit; stood_m: where each person was when that was last worked. train: vapour near the ground;
    vessels under pressure, aligned with `site.tanks`; balls: fireballs. offsite: who lives and drives beyond the fence.
    flare: what is vented and burns there, None where there is none. bath: of alkali, in which a cylinder may be sunk.
    work: an operation under a permit. seal: share of its water that the seal of a gasholder has. line, culvert: a
    buried line that leaks, the covered drain beneath it; store: goods that burn or stand beside.
    """

    pools: tuple[Pool, ...]
    fires_kw: tuple[float, ...]
    train: Train
    spilled_kg: float = 0.0
    evaporated_kg: float = 0.0
    burned_kg: float = 0.0
    drained_kg: float = 0.0
    flashed_kg: float = 0.0
    moved_kg: float = 0.0
    ignited_tick: int = -1
    air_people: tuple[Air, ...] = ()
    air_crowds: tuple[Air, ...] = ()
    met_gauges: tuple[float, ...] = ()
    stood_m: tuple[tuple[float, float], ...] = ()
    spaces: tuple[Space, ...] = ()
    workers: tuple[Worker, ...] = ()
    vessels: tuple[VesselState, ...] = ()
    leaks: tuple[Leak, ...] = ()
    balls: tuple[Ball, ...] = ()
    tank_fires: TankFires | None = None
    absorber: Absorber | None = None
    offsite: tuple[OffSite, ...] = ()
    flare: Flare | None = None
    bath: Absorber | None = None
    work: Work | None = None
    seal: float = 1.0
    line: BuriedLine | None = None
    culvert: Culvert | None = None
    store: Store | None = None
