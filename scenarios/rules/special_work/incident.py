"""The incident's constants, read once from the scenario's [incident] table: the place of the work, what must be so
before it begins, what can come out there, and the dangers of this kind of work."""

from dataclasses import dataclass, fields
from typing import Any, TypeVar

from scenarios.model import Scenario
from sim_core.physics.substances import SUBSTANCES
from sim_core.site import Place, Site

Params = dict[str, float | str]
GAS_CONSTANT, ATMOSPHERE_PA = 8.314462618, 101325.0
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Escape:
    """A place where gas can come out.

    kg_s: into the wind, come up within ramp_s; lel: %LEL that stands in the place itself (a drain, a pipe). flaw: only
    while this is not as it should be. shut_by: any of these ends it. when: "" always, work (only while hands are at
    work), others (only while those who do not belong here stand there), drop (only once the load has fallen on it).
    """

    place: Place
    kg_s: str
    lel: str
    ramp_s: float
    starts_s: str
    flaw: str
    shut_by: tuple[str, ...]
    when: str


@dataclass(frozen=True, slots=True)
class Fire:
    """What burns and how it goes on. slag_s: uncovered, sparks that fall set fire to what lies there after so long.
    blanket: what covers it. spreads_s: an incipient fire, then no longer one for a hand extinguisher. back: while this
    blind is out, the fire goes back into the tank after back_s and blast_j of vapour explode at back_to."""

    arc: str
    slag_s: float
    blanket: str
    spreads_s: float
    back: str
    back_s: float
    back_to: str
    blast_j: float


@dataclass(frozen=True, slots=True)
class Fall:
    """Work aloft. to: where one lands. Somebody loses hold after slip_s in wind_m_s and more, or steps after board_s on
    a board that does not bear. lifeline: what holds, unless its anchor has the flaw anchor."""

    to: str
    wind_m_s: float
    slip_s: float
    board: str
    board_s: float
    lifeline: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Shock:
    """Hands on a conductor after touch_s of work: live: the breaker that feeds it. cable: damaged, it bites whoever
    uses it after use_s; rcd: what should trip then has this flaw."""

    live: str
    touch_s: float
    cable: str
    use_s: float
    rcd: str


@dataclass(frozen=True, slots=True)
class Trench:
    """Digging. digs_m_s down to final_m. soft: the flaw by which the ground has soft_kpa instead of firm_kpa (undrained
    shear strength). surcharge_kpa: what others' vehicle at the edge weighs on it. shoring: what holds the wall. cable:
    the flaw that one lies at cable_m, fed by live."""

    digs_m_s: float
    final_m: float
    soft: str
    soft_kpa: float
    firm_kpa: float
    unit_weight_kn_m3: float
    surcharge_kpa: float
    shoring: str
    cable: str
    cable_m: float
    live: str


@dataclass(frozen=True, slots=True)
class Hoist:
    """Lifting. paper_kg, heavier_kg: by the paper, and with the flaw heavy; rated_kg: the crane's at this radius. soft:
    the flaw of the ground below an outrigger. hook_s: work before the load hangs; lean_s: from leaning or swinging to
    the fall; under_m: who is struck. mats: what spreads the outrigger's load."""

    paper_kg: float
    heavier_kg: float
    rated_kg: float
    heavy: str
    soft: str
    hook_s: float
    lean_s: float
    under_m: float
    swing_m_s: float


@dataclass(frozen=True, slots=True)
class Road:
    """A cut across a road. barriers: what closes it, lights: what shows it at night; plates: what bridges the cut.
    needed_s: hidden time at which the fire engine must pass; hold_s: how long it may stand before it is too late."""

    barriers: tuple[str, ...]
    lights: str
    plates: str
    needed_s: str
    hold_s: float


@dataclass(frozen=True, slots=True)
class Incident:
    """The work.

    at: where it is done; rest: where the crew waits; crew, others: crowds; workers: those of the crew who can come
    to harm, in order. points: where the air is tested; limit_lel: above it no work; valid_s: how long a test
    counts. blinds, locks, guards: what must be in, locked, up before it begins; sound: flaws that must be put right
    before; looks: what must have been looked at. mends: flaw -> device or number that puts it right. tend_m: how
    far off a watcher still watches. wind_limit_m_s: no work from there on. impatient_s: a crew that nobody has told
    anything begins by itself then. job_s: how long the work takes. grace_s: how long one may take to stop it once
    it must stop (training assumption 训练假设).
    """

    at: Place
    rest: str
    crew: str
    others: str
    others_at: str
    workers: tuple[str, ...]
    points: tuple[str, ...]
    limit_lel: float
    valid_s: float
    blinds: tuple[str, ...]
    locks: tuple[str, ...]
    guards: tuple[str, ...]
    sound: tuple[str, ...]
    looks: tuple[str, ...]
    mends: dict[str, str]
    grade_right: str
    tend_m: float
    clear_m: float
    risky_m: float
    wind_limit_m_s: float
    impatient_s: float
    job_s: float
    grace_s: float
    ambient_k: float
    substance: str
    escapes: tuple[Escape, ...]
    fire: Fire | None
    fall: Fall | None
    shock: Shock | None
    trench: Trench | None
    hoist: Hoist | None
    road: Road | None

    @property
    def lfl(self) -> float:
        """Lower flammable limit of the gas, volume fraction."""
        return SUBSTANCES[self.substance].lfl

    def fraction(self, kg_m3: float) -> float:
        """Volume fraction of so much vapour in a cubic metre of air."""
        density = ATMOSPHERE_PA * SUBSTANCES[self.substance].kg_mol / (GAS_CONSTANT * self.ambient_k)
        return min(kg_m3 / density, 1.0)


NUMBERS = (
    "limit_lel", "valid_s", "tend_m", "clear_m", "risky_m", "wind_limit_m_s", "impatient_s", "job_s", "grace_s",
    "ambient_k",
)  # fmt: skip
LISTS = ("workers", "points", "blinds", "locks", "guards", "sound", "looks")


def listed(value: float | str) -> tuple[str, ...]:
    """Ids joined by commas."""
    return tuple(one for one in str(value).split(",") if one)


def paired(value: float | str) -> dict[str, str]:
    """`a:b,c:d` as a table."""
    return {one.partition(":")[0]: one.partition(":")[2] for one in listed(value)}


def incident_of(scenario: Scenario) -> Incident:
    """The [incident] table with names resolved against the site. KeyError names a missing key or an unknown id."""
    params, site = scenario.params, scenario.site
    incident = Incident(
        at=site.place[str(params["at"])],
        rest=str(params["rest"]),
        crew=str(params["crew"]),
        others=str(params["others"]),
        others_at=str(params.get("others_at", "")),
        mends=paired(params.get("mends", "")),
        grade_right=str(params.get("grade_right", "")),
        substance=str(params["substance"]),
        escapes=tuple(_escape(name, params, site) for name in listed(params.get("escapes", ""))),
        fire=_part(Fire, "fire_", params),
        fall=_part(Fall, "fall_", params),
        shock=_part(Shock, "shock_", params),
        trench=_part(Trench, "trench_", params),
        hoist=_part(Hoist, "hoist_", params),
        road=_part(Road, "road_", params),
        **{key: listed(params.get(key, "")) for key in LISTS},  # type: ignore[arg-type]
        **{key: float(params[key]) for key in NUMBERS},  # type: ignore[arg-type]
    )
    _must_exist(incident, site)
    return incident


def _escape(name: str, params: Params, site: Site) -> Escape:
    """`<name>_at`, `<name>_kg_s` ...: numbers may be the name of a hidden parameter."""

    def given(key: str, default: str = "") -> str:
        return str(params.get(f"{name}_{key}", default))

    return Escape(
        site.place[given("at")], given("kg_s", "0"), given("lel", "0"), float(given("ramp_s", "1")),
        given("from_s", "0"), given("flaw"), listed(given("shut_by")), given("when"),
    )  # fmt: skip


def _part(kind: type[Part], prefix: str, params: Params) -> Part | None:
    """The dangers of one kind: all of its keys, or none of them."""
    if not any(key.startswith(prefix) for key in params):
        return None
    values: dict[str, Any] = {}
    for f in fields(kind):  # type: ignore[arg-type]
        raw = params[f"{prefix}{f.name}"]
        values[f.name] = float(raw) if f.type is float else str(raw) if f.type is str else listed(raw)
    return kind(**values)


def _must_exist(incident: Incident, site: Site) -> None:
    for place in (incident.rest, *incident.points, *([incident.others_at] if incident.others_at else [])):
        site.place[place]
    shut = (device for escape in incident.escapes for device in escape.shut_by)
    for device in (*incident.blinds, *incident.locks, *incident.guards, *shut):
        site.device_index[device]
    for crowd in (incident.crew, incident.others):
        if crowd not in [c.id for c in site.crowds]:
            raise KeyError(crowd)
