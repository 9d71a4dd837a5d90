"""Work: a special operation under a permit: its paper, its stage, and what is not as it should be at it."""

from dataclasses import dataclass

NEVER_TICK = -(10**9)


@dataclass(frozen=True, slots=True)
class Paper:
    """One field of the permit as it reads. value: a number where it is one, else word."""

    id: str
    value: float = 0.0
    word: str = ""


@dataclass(frozen=True, slots=True)
class Outflow:
    """What comes out at one place: kg_s now, full_kg_s once it has come up, lel: %LEL that stands in the place itself.
    start_tick: not before, -1 = never."""

    full_kg_s: float = 0.0
    lel: float = 0.0
    start_tick: int = 0
    kg_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Work:
    """A special operation.

    stage: preparing, called (the crew is on its way), working, stopped, put_off, done; since_tick: when it came.
    by: whose word let it begin, "" = the crew began of its own accord. begun_tick, halted_tick: hands were last
    laid on, taken off. worked_s: seconds of work in all. grade: of the permit, as it stands now. paper: its fields.
    tested_tick, tested: when each point was last tested (before the drill: negative; NEVER_TICK) and what was read.
    locked: devices that carry a lock. looked: subjects that somebody has looked at on the spot. flaws: what is not
    as it should be. signs: subject -> the word that a look at it tells. mended: flaws put right by a call.
    outflows: where gas can come out, aligned with the incident's. others_tick: people who do not belong here come
    then. wind_tick, wind_m_s: when and to what the wind rises. restores_tick: somebody switches on what carries no
    lock. calls_tick: somebody calls the watcher away (of all ticks: -1 = never). carries_kg: what is to hang on the
    hook. strength_kpa: of the ground (undrained shear); depth_m: dug so far. collapsed, dropped: trench, load.
    fire_tick: it burns since; fire_at: where; out_tick: put out. slipped_s: how long somebody aloft has had no
    hold. leans_tick: crane or load is unsteady since. held_tick: a fire engine stands before the cut since.
    wrong_since: what goes on wrong, and since when.
    """

    stage: str = "preparing"
    by: str = ""
    since_tick: int = 0
    begun_tick: int = -1
    halted_tick: int = -1
    worked_s: float = 0.0
    grade: str = ""
    paper: tuple[Paper, ...] = ()
    tested_tick: tuple[int, ...] = ()
    tested: tuple[float, ...] = ()
    locked: tuple[str, ...] = ()
    looked: tuple[str, ...] = ()
    flaws: tuple[str, ...] = ()
    signs: tuple[tuple[str, str], ...] = ()
    mended: tuple[str, ...] = ()
    outflows: tuple[Outflow, ...] = ()
    others_tick: int = -1
    wind_tick: int = -1
    wind_m_s: float = 0.0
    restores_tick: int = -1
    calls_tick: int = -1
    carries_kg: float = 0.0
    strength_kpa: float = 0.0
    depth_m: float = 0.0
    collapsed: bool = False
    dropped: bool = False
    fire_tick: int = -1
    fire_at: str = ""
    out_tick: int = -1
    slipped_s: float = 0.0
    leans_tick: int = -1
    held_tick: int = -1
    wrong_since: tuple[tuple[str, int], ...] = ()
