"""World: everything that is so, at one tick. Frozen; `sim_core.step` alone makes the next one."""

from dataclasses import dataclass

from sim_core.acts import Act
from sim_core.hazard import Hazard as Hazard
from sim_core.physics.incapacitation import Body
from sim_core.physics.shelter import OffSite as OffSite
from sim_core.space import Air as Air
from sim_core.space import Space as Space
from sim_core.space import Worker as Worker
from sim_core.work import Work as Work

TICKS_PER_S = 20
UNHARMED = Body()


@dataclass(frozen=True, slots=True)
class Weather:
    """Wind at 10 m (to_x, to_y: unit vector it blows toward) and sky. shift_*: the change that is coming."""

    base_speed_m_s: float
    base_bearing_rad: float
    shift_tick: int
    shift_rad: float
    stability: str
    ambient_k: float
    night: bool
    fog: bool
    rain: bool = False
    speed_m_s: float = 0.0
    bearing_rad: float = 0.0
    u_m_s: float = 0.0
    v_m_s: float = 0.0


@dataclass(frozen=True, slots=True)
class DeviceState:
    """state: open, closed, running, stopped, on, off ... opening: 0..1 at `tick`, moving by rate_per_s to `until_tick`.

    wanted: the state commanded last. stuck: it does not obey a remote command, nor its wheel the hand. by: whose order
    moved it last. stiff: how many times as long its wheel takes, of a rosov its stroke. trips_tick: from when on it
    stops by itself, -1 = no.
    """

    state: str
    opening: float
    tick: int = 0
    rate_per_s: float = 0.0
    until_tick: int = 0
    wanted: str = ""
    stuck: bool = False
    by: str = ""
    stiff: float = 1.0
    trips_tick: int = -1


@dataclass(frozen=True, slots=True)
class TankState:
    """Level and what flows in, out to another tank and over the rim, worked once a second; wall_k: the shell above the
    liquid. roof_o2: oxygen under the roof by volume; ran_over: it has, and vapour stands there; fire_kw: it burns."""

    level_m: float
    inflow_kg_s: float = 0.0
    spill_kg_s: float = 0.0
    wall_k: float = 293.15
    outflow_kg_s: float = 0.0
    roof_o2: float = 0.209
    ran_over: bool = False
    fire_kw: float = 0.0


@dataclass(frozen=True, slots=True)
class Gauge:
    """The inside of an instrument. fault: "", dead, stuck, saturates, spurious. held: what a faulty one shows; value:
    lagged signal."""

    fault: str = ""
    fault_tick: int = 0
    offset: float = 0.0
    held: float = 0.0
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class Panel:
    """What the control room's pages show: readings, how long each has not moved (tick), alarms.
    alarms: 0 normal, 1 raised, 2 acknowledged, aligned with `site.instruments` (the higher of high, high-high).
    horn: the panel's horn sounds.
    """

    readings: tuple[float, ...]
    moved_tick: tuple[int, ...]
    alarms: tuple[int, ...]
    horn: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Something that can ignite vapour. activity: from start_tick, on for on_s in each period_s, until stopped.
    kind: hot_work (stopped by STOPWORK), boiler, switchgear ... crowd: the people who work it ("" = nobody).
    """

    id: str
    kind: str
    x_m: float
    y_m: float
    start_tick: int
    on_s: float
    period_s: float
    stopped_tick: int = -1


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A vehicle on a way: from (x_m, y_m) at `tick` with velocity to until_tick; engine: it can ignite vapour.
    Of one that is flown: eyes: the seat on whose screen its camera is; bound: the place from which it is yet to tell;
    warned: its gas head has sounded.
    """

    id: str
    x_m: float
    y_m: float
    tick: int
    vx_m_s: float = 0.0
    vy_m_s: float = 0.0
    until_tick: int = 0
    route: tuple[tuple[float, float], ...] = ()
    start_tick: int = -1
    speed_m_s: float = 6.0
    engine: bool = False
    by: str = ""
    eyes: str = ""
    bound: str = ""
    warned: bool = False


@dataclass(frozen=True, slots=True)
class Doing:
    """What a person's hands or mouth are at, until a tick."""

    act: Act
    until_tick: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """Something said, on its way. kind: order, read_back, report, sitrep. lost: it never arrives."""

    deliver_tick: int
    sender: str
    to: str
    kind: str
    topic: str
    subject: str = ""
    value: float = 0.0
    act: Act | None = None
    via: str = "radio"
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as it reached a seat. number: counts what this seat heard, so it tells nothing of others."""

    number: int
    tick: int
    sender: str
    kind: str
    topic: str
    subject: str
    value: float
    act: Act | None
    via: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a person found out by an act: gas at a point, foam type and stock, heads counted, wind."""

    tick: int
    topic: str
    subject: str
    value: float = 0.0
    word: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """Something a colleague has taken on. stage: heard, working, acting. author: who ordered it, "" = duty.
    ready_tick: when the hand moves next. via: how the order came, and so how the answer goes.
    withdrawals: how often vapour has driven the colleague off it.
    """

    author: str
    act: Act
    stage: str
    ready_tick: int
    via: str = "radio"
    withdrawals: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in a seat: place, movement from an anchor, hands, clothes, air, harm, memory of a colleague.

    x_m, y_m: at `tick`; with velocity until until_tick; route: way points to come. place: "" on the way.
    worn: antistatic, portable, scba, fire_suit. air_l: litres of free air at air_tick, drawn while scba is worn.
    inbox: the last messages heard; heard: how many in all; handled: how many a colleague has dealt with.
    dose: heat, (W/m2)^(4/3) s; body: what has been breathed, and what it does.
    portable: cells of the detector carried, lagged, aligned with `site.portable`; dead_cells show nothing, the spurious
    one (channel, its inside) what is not there.
    smell: 0 none, 1 faint, 2 strong, -1 the nose is dulled and smells nothing.
    cues: tick at which each cue of the scenario was revealed, -1 = not yet. state: fit, hurt, down, dead.
    """

    seat: str
    colleague: bool
    x_m: float
    y_m: float
    place: str
    tick: int = 0
    vx_m_s: float = 0.0
    vy_m_s: float = 0.0
    until_tick: int = 0
    route: tuple[str, ...] = ()
    worn: tuple[str, ...] = ("antistatic",)
    air_l: float = 2040.0
    air_tick: int = 0
    state: str = "fit"
    dose: float = 0.0
    body: Body = UNHARMED
    portable: tuple[float, ...] = ()
    dead_cells: tuple[str, ...] = ()
    spurious: tuple[str, Gauge] | None = None
    smell: int = 0
    radio_dead: bool = False
    doing: Doing | None = None
    jobs: tuple[Job, ...] = ()
    inbox: tuple[Heard, ...] = ()
    heard: int = 0
    handled: int = 0
    notes: tuple[Note, ...] = ()
    cues: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CrowdState:
    """People without a seat, moving together. number: alive and well; going: to a muster point."""

    x_m: float
    y_m: float
    number: int
    place: str
    tick: int = 0
    vx_m_s: float = 0.0
    vy_m_s: float = 0.0
    until_tick: int = 0
    route: tuple[str, ...] = ()
    hurt: int = 0
    dose: float = 0.0
    body: Body = UNHARMED


@dataclass(frozen=True, slots=True)
class Casualty:
    """Somebody without a seat who must be found and helped. place: "" while carried.
    state: inside (on their feet in a confined space), down (as found), carried, out (in safe air), treated, dead.
    posture: how they lie, as eyes can tell. breathing: by themselves. soiled: skin or eyes met the substance. by: the
    seat that carries or treats. body: what has been breathed, worked by the rule module. lets_in: share of the gas
    about that passes the escape mask, 1 = none is worn.
    """

    id: str
    x_m: float
    y_m: float
    place: str
    state: str = "down"
    breathing: bool = True
    soiled: bool = False
    by: str = ""
    tick: int = 0
    body: Body = UNHARMED
    posture: str = ""
    lets_in: float = 1.0


@dataclass(frozen=True, slots=True)
class Sight:
    """Something of the incident that eyes can see: what the rule module shows. shines: seen at any distance.

    inside: seen only from inside that zone, or from a place that looks into it.
    """

    kind: str
    id: str
    x_m: float
    y_m: float
    state: str
    shines: bool = False
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Noise:
    """Something of the incident that ears can hear outdoors within reach_m, 0 = everywhere."""

    kind: str
    x_m: float
    y_m: float
    reach_m: float = 0.0


@dataclass(frozen=True, slots=True)
class Command:
    """What has been ordered for the whole site. -1 / "" = not yet."""

    siren_tick: int = -1
    stop_work_tick: int = -1
    evacuate_tick: int = -1
    muster: str = ""
    post: str = ""
    zone_m: float = 0.0
    reset_tick: int = -1
    reset_by: str = ""


@dataclass(frozen=True, slots=True)
class World:
    """The whole state of a drill before `tick` is worked. Tuples are aligned with the site's own.

    beyond: laws that were asked outside the range in which they hold, and clamped (`Draft.held`).
    """

    tick: int
    weather: Weather
    devices: tuple[DeviceState, ...]
    tanks: tuple[TankState, ...]
    gauges: tuple[Gauge, ...]
    panel: Panel
    sources: tuple[Source, ...]
    vehicles: tuple[Vehicle, ...]
    hazard: Hazard
    people: tuple[Person, ...]
    crowds: tuple[CrowdState, ...]
    command: Command
    casualties: tuple[Casualty, ...] = ()
    sights: tuple[Sight, ...] = ()
    noises: tuple[Noise, ...] = ()
    beyond: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()
    facts: tuple[str, ...] = ()
    foam_type: str = "AFFF"
    foam_stock_l: float = 0.0
    inflow_m3_h: float = 0.0
    ended: str = ""
