"""Motion: heads and hands of people at work, made up, so that a record can be weighed before a headset is there."""

import numpy as np
from numpy.typing import NDArray

from sim_core.record.lane import Placement, Pose, quantise

Floats = NDArray[np.float64]

SAMPLES_PER_S = 10
TICKS_PER_SAMPLE = 2
# Of head, left and right hand: where it rests (m), how far it reaches (m) and how far it turns (rad).
PARTS = (((0.0, 0.0, 1.65), 0.03, 0.9), ((0.25, 0.2, 1.0), 0.25, 0.6), ((0.25, -0.2, 1.0), 0.25, 0.6))


def motion(seed: int, samples: int) -> list[Pose]:
    """Make the lane of a person at work: the head looks about all the time, the hands reach out four tenths of it.

    Reaching takes half a second, swaying one and a half; jitter of tracking 0.5 mm and 0.1 degrees.
    """
    chance = np.random.default_rng(seed)
    at_work = np.where(_drift(chance, samples, 8.0, (1.0,)) > 0.25, 1.0, 0.0)
    parts = []
    for n, (rest_m, reach_m, look_rad) in enumerate(PARTS):
        share = at_work if n else np.ones_like(at_work)
        place = np.array(rest_m) + share * _drift(chance, samples, 0.5, (reach_m,) * 3)
        place += _drift(chance, samples, 1.5, (0.02,) * 3) + chance.normal(0.0, 0.0005, (samples, 3))
        angles = share * _drift(chance, samples, 0.6, (look_rad, 0.3, 0.15))
        angles += _drift(chance, samples, 1.5, (0.03,) * 3) + chance.normal(0.0, 0.002, (samples, 3))
        parts.append(_placements(place, angles))
    return [Pose(TICKS_PER_SAMPLE * i, *placed) for i, placed in enumerate(zip(*parts, strict=True))]


def _drift(chance: np.random.Generator, samples: int, seconds: float, spreads: tuple[float, ...]) -> Floats:
    """Noise through two low passes of this time constant, a column scaled to each spread."""
    share = 1.0 / (SAMPLES_PER_S * seconds)
    out = chance.standard_normal((samples, len(spreads)))
    slow = slower = np.zeros(len(spreads))
    for i in range(samples):
        slow = slow + share * (out[i] - slow)
        slower = slower + share * (slow - slower)
        out[i] = slower
    out *= np.array(spreads) / out.std(axis=0)
    return out


def _placements(place: Floats, angles: Floats) -> list[Placement]:
    """place: (samples, 3), m. angles: (samples, 3) of yaw, pitch and roll, rad."""
    cos, sin = np.cos(angles / 2.0).T, np.sin(angles / 2.0).T
    (cy, cp, cr), (sy, sp, sr) = cos, sin
    w, i = cr * cp * cy + sr * sp * sy, sr * cp * cy - cr * sp * sy
    j, k = cr * sp * cy + sr * cp * sy, cr * cp * sy - sr * sp * cy
    places = zip(*(axis.tolist() for axis in place.T), strict=True)
    turns = zip(w.tolist(), i.tolist(), j.tolist(), k.tolist(), strict=True)
    return [quantise((x, y, z), turn) for (x, y, z), turn in zip(places, turns, strict=True)]
