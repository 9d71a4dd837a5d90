"""Measures: what the product costs, each beside a reference taken in the same run, so that machines compare."""

from collections.abc import Callable
from functools import cache, partial
from random import Random
from statistics import median
from time import perf_counter

import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from scenarios.drill import Drill, build
from scenarios.play import play
from scenarios.reader import load
from server.cli import measures_debrief, measures_live, measures_physics, measures_restore, measures_slow
from server.cli.installation import holds
from server.cli.judgement import judge
from server.cli.measure import Measure
from server.cli.meta import describe
from server.cli.motion import SAMPLES_PER_S, TICKS_PER_SAMPLE, motion
from sim_core.chance import drill_keys
from sim_core.observation import observe
from sim_core.record.drill import Recorder, arrange
from sim_core.record.reading import read_blocks
from sim_core.record.reexecute import seek
from sim_core.simulation import advance
from sim_core.world import TICKS_PER_S

SCENARIO = "tank_overfill"
SEED = 1
ROUNDS = 30
SEEKS = 40
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
SIGNER = KEY.public_key().public_bytes_raw()


def python_loop_s() -> float:
    """Median time of a fixed loop of 10,000 additions in Python, s."""
    return _median_s(lambda: sum(i for i in range(10_000)))


def numpy_s() -> float:
    """Median time of a fixed 100 sums and products over 300 numbers in NumPy, s."""
    a, b = np.linspace(0.0, 1.0, 300), np.linspace(1.0, 2.0, 300)

    def work() -> None:
        for _ in range(100):
            np.add(np.multiply(a, b), b)

    return _median_s(work)


def _median_s(work: Callable[[], object]) -> float:
    return median(_time_s(work) for _ in range(ROUNDS))


def _time_s(work: Callable[[], object]) -> float:
    start_s = perf_counter()
    work()
    return perf_counter() - start_s


def step_mean_us(quick: bool) -> list[Measure]:
    """Every tick of a drill in which nobody acts, six seats, digests and senses included."""
    drill = _drill(SEED)
    point, ticks = drill.point, 6000 if quick else drill.rules.limit_tick
    start_s = perf_counter()
    for _ in range(ticks):
        point, _events = advance(point, drill.rules)
    mean_us = (perf_counter() - start_s) / ticks * 1.0e6
    return [Measure("step_mean_us", mean_us, "us", "python_loop", python_loop_s() * 1.0e6, 150.0, 50.0)]


def observe_us(quick: bool) -> list[Measure]:
    """What one seat perceives, ten minutes into a drill: mean over the seats, the median of many."""
    drill = _drill(SEED)
    point = drill.point
    while point.world.tick < 600 * TICKS_PER_S:
        point, _events = advance(point, drill.rules)
    seats = range(len(point.world.people))
    looks = _median_s(lambda: [observe(point.world, drill.rules.site, seat) for seat in seats for _ in range(50)])
    per_seat_us = looks / (50 * len(seats)) * 1.0e6
    return [Measure("observe_us", per_seat_us, "us", "python_loop", python_loop_s() * 1.0e6, 60.0, 20.0)]


def run_realtime_factor(quick: bool) -> list[Measure]:
    """The expert's drill to its natural end: simulated by wall seconds, the median over seeds."""
    factors = []
    for seed in range(1, 6 if quick else 21):
        start_s = perf_counter()
        drill = _drill(seed)
        played = play(drill, drill.scenario.policies["expert"])
        factors.append(played.point.world.tick / TICKS_PER_S / (perf_counter() - start_s))
    loops_per_s = 1.0 / numpy_s()
    return [Measure("run_realtime_factor", median(factors), "x", "numpy_per_s", loops_per_s, 300.0, 1000.0)]


def physics_tick_us(quick: bool) -> list[Measure]:
    """All phenomena of every scenario, averaged over its ticks."""
    return measures_physics.tick_us(range(1, 2 if quick else 4), python_loop_s())


def train_step_us(quick: bool) -> list[Measure]:
    """A gas step of a full train, read at 32 points."""
    return measures_physics.train_us(python_loop_s())


def enclosure_step_us(quick: bool) -> list[Measure]:
    """A second of a confined space in four layers."""
    return measures_physics.enclosure_us(python_loop_s())


def verify_25min_s(quick: bool) -> list[Measure]:
    """Judge a record of 25 minutes with six lanes: chain, signature, draw, re-execution."""
    record = _record()
    taken_s = _time_s(lambda: _judged(record))
    return [Measure("verify_25min_s", taken_s, "s", "python_loop", python_loop_s(), 5.0, 1.5)]


def record_25min_mb(quick: bool) -> list[Measure]:
    """Size of that record; the reference is the same content before compression."""
    record = _record()
    raw = sum(block.raw_bytes for block in read_blocks(record, holds, (SIGNER,)).blocks)
    return [Measure("record_25min_mb", len(record) / 1.0e6, "MB", "uncompressed", raw / 1.0e6, 5.0, 2.0)]


def seek_s(quick: bool) -> list[Measure]:
    """From a sealed record to the world at a tick chosen at random: median and worst."""
    reading = read_blocks(_record(), holds, (SIGNER,))
    record, drill = arrange(reading), _drill(SEED)
    ticks = Random(SEED).sample(range(record.ticks), SEEKS)
    taken = [_time_s(partial(seek, record, drill.point, drill.rules, tick)) for tick in ticks]
    reference_s = python_loop_s()
    return [
        Measure("seek_s", median(taken), "s", "python_loop", reference_s, 0.5, 0.1),
        Measure("seek_max_s", max(taken), "s", "python_loop", reference_s, 0.5, 0.1),
    ]


def debrief_open_s(quick: bool) -> list[Measure]:
    """From asking for a debrief of that record to its answer."""
    return measures_debrief.open_s(_record(), SIGNER, python_loop_s())


def debrief_seek_s(quick: bool) -> list[Measure]:
    """From asking for a moment of that debrief to its states."""
    return measures_debrief.seek_s(_record(), SIGNER, _drill(SEED).rules.limit_tick, python_loop_s())


def live_beside_debriefs_late_p99_ms(quick: bool) -> list[Measure]:
    """How late ticks begin while debriefs of that record are looked at."""
    return measures_debrief.beside_ms(_record(), SIGNER, _drill(SEED).rules.limit_tick, quick)


_LIVE = (
    measures_live.live_tick_lateness_p99_ms,
    measures_live.live_rate_hz,
    measures_live.live_act_to_event_p95_ms,
    measures_live.live_ack_p99_ms,
    measures_live.live_state_kbit_s,
    measures_live.live_lost_events,
    measures_restore.restore_one_s,
    measures_restore.restore_forty_s,
    measures_slow.slow_reader,
    live_beside_debriefs_late_p99_ms,
)
MEASURES: dict[str, Callable[[bool], list[Measure]]] = {
    measure.__name__: measure
    for measure in (
        step_mean_us,
        observe_us,
        run_realtime_factor,
        physics_tick_us,
        train_step_us,
        enclosure_step_us,
        verify_25min_s,
        record_25min_mb,
        seek_s,
        debrief_open_s,
        debrief_seek_s,
        *_LIVE,
    )
}
# Minutes rather than seconds: a quick look at everything leaves them out.
LONG = frozenset(measure.__name__ for measure in _LIVE)


def _drill(seed: int) -> Drill:
    keys = drill_keys(seed)
    return build(load(SCENARIO), keys.hidden, keys.world)


def _judged(record: bytes) -> None:
    verdict = judge(record, (SIGNER,))
    if not verdict.ok:
        raise RuntimeError(f"the record that was measured does not hold: {verdict.faults}")


@cache
def _record() -> bytes:
    """The record of 25 minutes in which nobody decides anything, six seats with head and hands at 10 Hz."""
    keys, drill = drill_keys(SEED), _drill(SEED)
    recorder = Recorder(describe(drill, keys, "idle"), drill.rules.site)
    samples = drill.rules.limit_tick // TICKS_PER_S * SAMPLES_PER_S
    poses = iter(motion(SEED, samples))  # the same for all seats: each lane is compressed on its own
    point = drill.point
    while not point.world.ended:
        after, events = advance(point, drill.rules)
        recorder.follow(point, (), after, events)
        if point.world.tick % TICKS_PER_SAMPLE == 0:
            pose = next(poses)
            for person in point.world.people:
                recorder.pose(person.seat, pose)
        point = after
    return recorder.seal(point, SIGNER, KEY.sign)
