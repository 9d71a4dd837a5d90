"""Birth, splitting and merging in the train: a source feeds the puffs that lie over it, neighbours become one."""

from dataclasses import replace
from math import sqrt

import numpy as np

from sim_core.physics.train import (
    AIR,
    CAPACITY,
    DISTANCE,
    HALF_WIDTH,
    HEAD_X,
    HEAD_Y,
    HEAT,
    LINK,
    ROWS,
    SOURCE,
    TAIL_X,
    TAIL_Y,
    VAPOUR,
    Flags,
    Floats,
    Train,
)
from sim_core.physics.train_air import AIR_KG_MOL, GAS_CONSTANT, Air
from sim_core.physics.validity import states
from sim_core.text import Text

SIDE = 0.44311346272637897  # sqrt(pi) / 4: half side of the square that has the area of a round pool, over diameter
SKIN_M = 0.02  # air that a puff begins with
LEAST_GAP = 0.1  # of the half side: wind must have opened so much behind the last puff before one is born
MERGED_SHARE = 0.1  # neighbours together shorter than this share of the way they drifted are one puff
STRAIGHT = 0.9  # ... if they lie nearly in line
# Over a source that has lain in a calm until its lump is so much wider than it, or so many metres, a fresh lump begins.
GROWN, GROWN_M = 1.5, 3.0
ALIKE = 0.7  # a lump within another of the same source that has grown to this share of it is one with it ...
ASIDE = 0.5  # ... if their middles lie within this share of its half width


@states(
    "square source of equal area as in Ermak, User's Manual for SLAB, UCRL-MA-105607 (1990), ch. 2",
    assumes=Text(
        "源上方最新一列的每个烟团按重叠长度分得蒸气，初始含 2 cm 空气；静风中烟团宽达源的 1.5 倍时，"
        "源上另起新团，套在旧团之内",
        "each puff of the newest chain over the source takes vapour by the length that lies over it, and begins with "
        "2 cm of air; in a calm, once a lump is 1.5 times as wide as the source, a fresh one begins within it",
    ),
    x_m=(-1.0e5, 1.0e5),
    y_m=(-1.0e5, 1.0e5),
    diameter_m=(0.001, 500.0),
    vapour_kg=(0.0, 1.0e6),
    air_kg=(0.0, 1.0e7),
    heat_j=(-1.0e12, 1.0e12),
)
def feed(
    train: Train,
    air: Air,
    source: int,
    x_m: float,
    y_m: float,
    diameter_m: float,
    vapour_kg: float,
    air_kg: float = 0.0,
    heat_j: float = 0.0,
) -> Train:
    """The train after a source of diameter_m at (x, y) gave vapour, with air and heat (J over ambient) in it.

    A new puff is born where the wind has opened a gap behind the last one: half side = sqrt(pi) d / 4. In a calm no gap
    opens; were all vapour mixed at once into one lump that keeps growing, the rim of a pool would read the less the
    stiller the air. So a fresh lump begins within the grown one, and what rises now is richest where it rises.

    Example: tests/sim_core/test_physics_train_birth.py
    """
    if vapour_kg <= 0.0:
        return train
    half = SIDE * diameter_m
    speed = sqrt(air.u_m_s * air.u_m_s + air.v_m_s * air.v_m_s)
    toward = (air.u_m_s / speed, air.v_m_s / speed) if speed > 1.0e-9 else (1.0, 0.0)
    puffs, newest = _with_newborn(train.puffs, air, source, x_m, y_m, half, toward)
    own = _chain(puffs, newest)
    heads = (puffs[HEAD_X] - x_m) * toward[0] + (puffs[HEAD_Y] - y_m) * toward[1]
    tails = (puffs[TAIL_X] - x_m) * toward[0] + (puffs[TAIL_Y] - y_m) * toward[1]
    reach = np.maximum(puffs[HALF_WIDTH], half)
    aside = 0.5 * (puffs[HEAD_Y] + puffs[TAIL_Y] - 2.0 * y_m) * toward[0]
    aside = np.abs(aside - 0.5 * (puffs[HEAD_X] + puffs[TAIL_X] - 2.0 * x_m) * toward[1])
    over = np.minimum(np.maximum(heads, tails), half) - np.maximum(np.minimum(heads, tails), -half)
    over = np.where(own & (aside < reach), np.maximum(over, 0.0), 0.0)
    total = float(over.sum())
    if total <= 0.0:
        over[newest] = total = 1.0
    share = over * (1.0 / total)
    puffs[VAPOUR] += share * vapour_kg
    puffs[AIR] += share * air_kg
    puffs[HEAT] += share * heat_j
    return within(replace(train, puffs=puffs))


def _chain(puffs: Floats, newest: int) -> Flags:
    """The puffs that are linked up to the newest of a source: older lumps lie over them and take nothing up."""
    first = newest
    while first > 0 and puffs[LINK, first - 1] > 0.0:
        first -= 1
    at = np.arange(puffs.shape[1])
    linked: Flags = (at >= first) & (at <= newest)
    return linked


def _with_newborn(
    puffs: Floats, air: Air, source: int, x_m: float, y_m: float, half: float, toward: tuple[float, float]
) -> tuple[Floats, int]:
    """A copy of the puffs, with a new one if there is a gap at the windward edge, or if the newest has slumped far over
    the source in a calm; the newest of the source."""
    edge_x, edge_y = x_m - half * toward[0], y_m - half * toward[1]
    own = np.flatnonzero(puffs[SOURCE] == float(source))
    linked, head = False, (x_m + half * toward[0], y_m + half * toward[1])
    at = puffs.shape[1]
    if own.size:
        newest = int(own[-1])
        at = newest + 1
        tail = (float(puffs[TAIL_X, newest]), float(puffs[TAIL_Y, newest]))
        dx, dy = float(puffs[HEAD_X, newest]) - tail[0], float(puffs[HEAD_Y, newest]) - tail[1]
        long = max(sqrt(dx * dx + dy * dy), 1.0e-3)
        gx, gy = edge_x - tail[0], edge_y - tail[1]
        within_m, off_m = (gx * dx + gy * dy) / long, abs(gy * dx - gx * dy) / long
        linked = sqrt(gx * gx + gy * gy) < max(6.0 * half, 3.0 * long)
        covered = 0.0 < within_m < long and off_m < puffs[HALF_WIDTH, newest]
        if linked and (covered or -gx * toward[0] - gy * toward[1] < LEAST_GAP * half):
            if puffs[HALF_WIDTH, newest] <= max(GROWN * half, GROWN_M):
                return puffs.copy(), newest
            linked = False  # a fresh lump, loose, within the grown one
        if linked:
            head = tail
    born = np.zeros((ROWS, 1))
    born[HEAD_X], born[HEAD_Y], born[TAIL_X], born[TAIL_Y] = head[0], head[1], edge_x, edge_y
    born[HALF_WIDTH], born[SOURCE] = half, float(source)
    gap = sqrt((head[0] - edge_x) * (head[0] - edge_x) + (head[1] - edge_y) * (head[1] - edge_y))
    density = air.layer.pressure_pa * AIR_KG_MOL / (GAS_CONSTANT * air.layer.temperature_k)
    born[AIR] = 2.0 * half * gap * SKIN_M * density
    born[DISTANCE] = 0.5 * gap
    grown = np.hstack((puffs[:, :at], born, puffs[:, at:]))
    if linked:
        grown[LINK, at - 1] = 1.0
    return grown, at


@states(
    "assumption of this work",
    assumes=Text(
        "相邻烟团合长不足飘移距离的十分之一时合并，套在一起、宽度达七成的两团合并，过长者一分为二",
        "neighbours together shorter than a tenth of their way are one, and so are two lumps, one within the other, "
        "once its width is seven tenths of the other's; one that is too long is split",
    ),
)
def fitted(train: Train, longest_m: Floats) -> Train:
    """The train with the puff that is most over longest_m (n,) split and at most two pairs of close neighbours merged.

    Vapour, air, heat add up, B = (B1 l1 + B2 l2) / l; of nested lumps B = (B1 m1 + B2 m2) / (m1 + m2), m: vapour.

    Example: tests/sim_core/test_physics_train_birth.py
    """
    puffs = train.puffs
    n = puffs.shape[1]
    if n == 0:
        return train
    dx, dy = puffs[HEAD_X] - puffs[TAIL_X], puffs[HEAD_Y] - puffs[TAIL_Y]
    length = np.sqrt(dx * dx + dy * dy)
    excess = length / longest_m
    worst = int(np.argmax(excess))
    if excess[worst] > 1.0 and n < CAPACITY:
        puffs = _split(puffs, worst)
    for _ in range(2):
        pair = _closest(puffs)
        pair = pair if pair >= 0 else _alike(puffs)
        if pair < 0:
            break
        puffs = np.hstack((puffs[:, :pair], _union(puffs[:, pair : pair + 2]), puffs[:, pair + 2 :]))
    return replace(train, puffs=puffs) if puffs is not train.puffs else train


@states(
    "assumption of this work",
    assumes=Text(
        "烟团最多 128 个：满时先合并最近的一对，无可合并则放弃最老者",
        "at most 128 puffs: the closest pair is merged; if none is linked the farthest is let go",
    ),
)
def within(train: Train) -> Train:
    """The train in at most 128 puffs: n <= 128.

    Example: tests/sim_core/test_physics_train_birth.py
    """
    while train.puffs.shape[1] > CAPACITY:
        pair = _closest(train.puffs)
        pair = pair if pair >= 0 else _alike(train.puffs)
        if pair >= 0:
            p = train.puffs
            train = replace(train, puffs=np.hstack((p[:, :pair], _union(p[:, pair : pair + 2]), p[:, pair + 2 :])))
        else:
            train = let_go(train, np.arange(train.puffs.shape[1]) == int(np.argmax(train.puffs[DISTANCE])))
    return train


def _closest(puffs: Floats) -> int:
    """The first of the pair to be merged, -1 if none is close and there is room."""
    n = puffs.shape[1]
    if n < 2:
        return -1
    dx, dy = puffs[HEAD_X] - puffs[TAIL_X], puffs[HEAD_Y] - puffs[TAIL_Y]
    length = np.sqrt(dx * dx + dy * dy)
    both = length[:-1] + length[1:]
    cx, cy = puffs[HEAD_X, :-1] - puffs[TAIL_X, 1:], puffs[HEAD_Y, :-1] - puffs[TAIL_Y, 1:]
    chord = np.sqrt(cx * cx + cy * cy)
    way = np.minimum(puffs[DISTANCE, :-1], puffs[DISTANCE, 1:])
    close = both / (MERGED_SHARE * np.maximum(way, 1.0))
    close = np.where(puffs[LINK, :-1] > 0.0, close, np.inf)
    crowded = n > CAPACITY
    if not crowded:
        close = np.where(chord >= STRAIGHT * both, close, np.inf)
    i = int(np.argmin(close))
    return i if close[i] < 1.0 or (crowded and close[i] < np.inf) else -1


def _alike(puffs: Floats) -> int:
    """The older of two lumps, one within the other, that are nearly of one size; -1 if there are none.

    The youngest of a source is never one of them: it is being fed.
    """
    if puffs.shape[1] < 3:
        return -1
    older, younger, alone = puffs[:, :-2], puffs[:, 1:-1], _alone(puffs)
    same = (older[SOURCE] == younger[SOURCE]) & (younger[SOURCE] == puffs[SOURCE, 2:]) & alone[:-2] & alone[1:-1]
    alike = (younger[HALF_WIDTH] > ALIKE * older[HALF_WIDTH]) & (_apart(older, younger) < ASIDE * older[HALF_WIDTH])
    found = np.flatnonzero(same & alike)
    return int(found[0]) if found.size else -1


def _alone(puffs: Floats) -> Flags:
    """Which puffs (n,) are linked to no other."""
    loose = puffs[LINK] == 0.0
    alone: Flags = loose.copy()
    alone[1:] &= loose[:-1]
    return alone


@states("balance of ground: what an older lump covers is counted once, 1 to 1")
def within_older(puffs: Floats) -> Flags:
    """Which puffs (n,) are lumps that lie within the one born before them of the same source: d + B <= B0.

    Example: tests/sim_core/test_physics_train_calm.py
    """
    inner = np.zeros(puffs.shape[1], dtype=np.bool_)
    older, younger, alone = puffs[:, :-1], puffs[:, 1:], _alone(puffs)
    inside = _apart(older, younger) + younger[HALF_WIDTH] <= older[HALF_WIDTH]
    inner[1:] = inside & alone[:-1] & alone[1:] & (older[SOURCE] == younger[SOURCE])
    return inner


def _apart(one: Floats, other: Floats) -> Floats:
    """How far the middles of puffs lie from those of others, m, (n,)."""
    dx = 0.5 * (one[HEAD_X] + one[TAIL_X] - other[HEAD_X] - other[TAIL_X])
    dy = 0.5 * (one[HEAD_Y] + one[TAIL_Y] - other[HEAD_Y] - other[TAIL_Y])
    far: Floats = np.sqrt(dx * dx + dy * dy)
    return far


def _union(pair: Floats) -> Floats:
    """Two linked puffs (11, 2) as one (11, 1), or two lumps of which one lies in the other."""
    if pair[LINK, 0] == 0.0:
        return _pooled(pair)
    (ax, bx), (ay, by) = pair[HEAD_X] - pair[TAIL_X], pair[HEAD_Y] - pair[TAIL_Y]
    first, second = sqrt(ax * ax + ay * ay), sqrt(bx * bx + by * by)
    one = pair[:, :1].copy()
    one[TAIL_X], one[TAIL_Y], one[LINK] = pair[TAIL_X, 1], pair[TAIL_Y, 1], pair[LINK, 1]
    for row in (VAPOUR, AIR, HEAT):
        one[row] = pair[row, 0] + pair[row, 1]
    share = second / max(first + second, 1.0e-9)
    for row in (HALF_WIDTH, DISTANCE):
        one[row] = pair[row, 0] + share * (pair[row, 1] - pair[row, 0])
    return one


def _pooled(pair: Floats) -> Floats:
    """Two lumps, one within the other, as one (11, 1): what they hold adds up; where and how wide, by their vapour."""
    one = pair[:, 1:].copy()
    share = pair[VAPOUR, 0] / max(pair[VAPOUR, 0] + pair[VAPOUR, 1], 1.0e-12)
    for row in (HEAD_X, HEAD_Y, TAIL_X, TAIL_Y, HALF_WIDTH, DISTANCE):
        one[row] = pair[row, 1] + share * (pair[row, 0] - pair[row, 1])
    for row in (VAPOUR, AIR, HEAT):
        one[row] = pair[row, 0] + pair[row, 1]
    return one


def _split(puffs: Floats, i: int) -> Floats:
    """The puffs with puff i in two linked halves."""
    older, newer = puffs[:, i : i + 1].copy(), puffs[:, i : i + 1].copy()
    for head, tail in ((HEAD_X, TAIL_X), (HEAD_Y, TAIL_Y)):
        middle = 0.5 * (puffs[head, i] + puffs[tail, i])
        older[tail], newer[head] = middle, middle
    for row in (VAPOUR, AIR, HEAT):
        older[row] *= 0.5
        newer[row] -= older[row]
    older[LINK] = 1.0
    return np.hstack((puffs[:, :i], older, newer, puffs[:, i + 1 :]))


@states("balance of mass and heat: what is let go is tallied, 1 to 1")
def let_go(train: Train, gone: Flags) -> Train:
    """The train without the puffs marked by gone (n,) bool; what they held is tallied: dispersed_kg += vapour.

    Example: tests/sim_core/test_physics_train_birth.py
    """
    if not gone.any():
        return train
    puffs = train.puffs.copy()
    puffs[LINK, :-1] *= ~gone[1:]
    lost = np.ascontiguousarray(puffs[:, gone])
    return replace(
        train,
        puffs=np.ascontiguousarray(puffs[:, ~gone]),
        dispersed_kg=train.dispersed_kg + float(lost[VAPOUR].sum()),
        dispersed_j=train.dispersed_j + float(lost[HEAT].sum()),
    )
