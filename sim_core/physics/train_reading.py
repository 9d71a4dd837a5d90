"""Reading of the train: volume fraction at points and heights, and how much of it can burn."""

from dataclasses import dataclass

import numpy as np

from sim_core import exact
from sim_core.physics.train import (
    DISTANCE,
    HALF_WIDTH,
    HEAD_X,
    HEAD_Y,
    LINK,
    SOURCE,
    TAIL_X,
    TAIL_Y,
    VAPOUR,
    Floats,
    Gas,
    Mixture,
    Train,
    mixture,
)
from sim_core.physics.train_air import Air
from sim_core.physics.train_birth import within_older
from sim_core.physics.validity import states
from sim_core.text import Text

SQRT_PI = 1.7724538509055159
RAMP = 3.7599424119465006  # 1.5 sqrt(2 pi): a ramp so wide gives a short release the peak of its Gaussian
FARTHEST = -18.0  # e to this is nothing
HEGADAS = "HEGADAS-5 technical reference, HGSYSTEM 1994, similarity profile of Colenbrander 1980"


@dataclass(frozen=True, slots=True)
class Flammable:
    """Vapour between LFL and UFL, the area above LFL (m2) and its middle; no vapour: all zero."""

    vapour_kg: float
    area_m2: float
    x_m: float
    y_m: float


@dataclass(frozen=True, slots=True)
class Shape:
    """Of each puff, (n,): its mixture; flat half width b, Gaussian edge Sy, ramps at tail and head (m); S^-(1+a)."""

    mixture: Mixture
    flat: Floats
    edge: Floats
    at_tail: Floats
    at_head: Floats
    per_scale: Floats


@states(HEGADAS + "; along the wind Beals 1971")
def shape(train: Train, gas: Gas, air: Air) -> Shape:
    """How a puff spreads what it holds. Sy = sqrt(2) delta x^0.9, b = B - sqrt(pi)/2 Sy; ramp = 3.76 sigma_x.

    Example: tests/sim_core/test_physics_train_reading.py
    """
    puffs, layer = train.puffs, air.layer
    m = mixture(puffs, gas, air)
    n = puffs.shape[1]
    logs = np.empty(2 * n)
    logs[:n], logs[n:] = np.maximum(puffs[DISTANCE], 0.1), m.scale
    exact.log_array(logs, out=logs)
    scaled = np.empty(3 * n)
    scaled[:n], scaled[n : 2 * n] = 0.9 * logs[:n], layer.along[1] * logs[:n]
    scaled[2 * n :] = -(1.0 + layer.exponent) * logs[n:]
    powers = exact.exp_array(scaled)
    half = puffs[HALF_WIDTH]
    edge = np.minimum(1.4142135623730951 * layer.spread * powers[:n], half * (2.0 / SQRT_PI))
    edge = np.maximum(edge, 0.02 * half)
    ramp = np.maximum(RAMP * layer.along[0] * powers[n : 2 * n], 0.02 * half)
    at_tail, at_head = ramp.copy(), ramp.copy()
    if n > 1:
        linked = puffs[LINK, :-1] > 0.0
        mean = 0.5 * (ramp[1:] + ramp[:-1])
        at_tail[:-1] = np.where(linked, mean, ramp[:-1])
        at_head[1:] = np.where(linked, mean, ramp[1:])
    return Shape(m, half - 0.5 * SQRT_PI * edge, edge, at_tail, at_head, powers[2 * n :])


def _axes(puffs: Floats, m: Mixture) -> tuple[Floats, Floats, Floats, Floats]:
    """The axis at the tail and at the head of each puff: where two meet, the mean of both, so that nothing gapes."""
    tail_x, tail_y = m.axis_x.copy(), m.axis_y.copy()
    head_x, head_y = m.axis_x.copy(), m.axis_y.copy()
    if tail_x.size > 1:
        linked = puffs[LINK, :-1] > 0.0
        x, y = m.axis_x[1:] + m.axis_x[:-1], m.axis_y[1:] + m.axis_y[:-1]
        long = np.sqrt(x * x + y * y)
        linked &= long > 0.2
        per = 1.0 / np.maximum(long, 0.2)
        tail_x[:-1], tail_y[:-1] = np.where(linked, x * per, tail_x[:-1]), np.where(linked, y * per, tail_y[:-1])
        head_x[1:], head_y[1:] = np.where(linked, x * per, head_x[1:]), np.where(linked, y * per, head_y[1:])
    return tail_x, tail_y, head_x, head_y


def _along(points_m: Floats, x: Floats, y: Floats, axis_x: Floats, axis_y: Floats, ramp: Floats) -> Floats:
    """How far each point lies beyond the cross-section at (x, y): 0 where its ramp begins, 1 where it ends, (k, n)."""
    per = 1.0 / ramp
    ax, ay = axis_x * per, axis_y * per
    t = points_m[:, 0:1] * ax
    t += points_m[:, 1:2] * ay
    t += 0.5 - (x * ax + y * ay)
    return t


def _smooth(t: Floats) -> Floats:
    """3 t^2 - 2 t^3, 0 before and 1 behind."""
    held = np.minimum(np.maximum(t, 0.0), 1.0)
    share: Floats = held * held * (3.0 - 2.0 * held)
    return share


def _raised(heights_m: Floats, exponent: float) -> Floats:
    """z^(1+a), (k,). All readings are mostly of one height."""
    if heights_m.size and (heights_m == heights_m[0]).all():
        return np.full(heights_m.shape, exact.power(float(heights_m[0]), 1.0 + exponent))
    return exact.power_array(heights_m, np.full(heights_m.shape, 1.0 + exponent))


@states(
    HEGADAS,
    assumes=Text(
        "不同源的烟团浓度相加；同一源的新烟团垫在旧烟团之下，占去其位",
        "what different sources give adds up; of one source a younger lump lies under an older one and has its room",
    ),
)
def concentration(train: Train, gas: Gas, air: Air, points_m: Floats, heights_m: Floats) -> Floats:
    """Vapour by volume, 0..1, (k,), at points (k, 2) and heights (k,).

    c = y exp(-(z/S)^(1+a) - max(|n| - b, 0)^2 / Sy^2), n: off the axis; along the train a puff holds between its ends.

    Example: tests/sim_core/test_physics_train_reading.py
    """
    puffs = train.puffs
    if puffs.shape[1] == 0:
        return np.zeros(points_m.shape[0])
    s = shape(train, gas, air)
    m = s.mixture
    tail_x, tail_y, head_x, head_y = _axes(puffs, m)
    behind = _along(points_m, puffs[TAIL_X], puffs[TAIL_Y], tail_x, tail_y, s.at_tail)
    beyond = _along(points_m, puffs[HEAD_X], puffs[HEAD_Y], head_x, head_y, s.at_head)
    # Few pairs of a point and a puff lie side by side: only these are computed.
    point, puff = np.nonzero((behind > 0.0) & (beyond < 1.0))
    share = np.maximum(_smooth(behind[point, puff]) - _smooth(beyond[point, puff]), 0.0)
    middle_x, middle_y = 0.5 * (puffs[HEAD_X] + puffs[TAIL_X]), 0.5 * (puffs[HEAD_Y] + puffs[TAIL_Y])
    dx, dy = points_m[point, 0] - middle_x[puff], points_m[point, 1] - middle_y[puff]
    off = np.abs(dy * m.axis_x[puff] - dx * m.axis_y[puff]) - s.flat[puff]
    np.maximum(off, 0.0, out=off)
    off *= (1.0 / s.edge)[puff]
    off *= -off
    off -= _raised(heights_m, air.layer.exponent)[point] * s.per_scale[puff]
    held = exact.exp_array(np.maximum(off, FARTHEST)) * (off > FARTHEST) * share
    value = held * m.fraction[puff]
    k, ends = points_m.shape[0], puffs[LINK] == 0.0
    if not (ends[:-1] & (puffs[SOURCE, :-1] == puffs[SOURCE, 1:])).any():
        fraction: Floats = np.minimum(np.bincount(point, value, k), 1.0)
        return fraction
    chain = np.zeros(puffs.shape[1], dtype=np.int64)
    np.cumsum(ends[:-1], out=chain[1:])
    at, n = chain[puff] * k + point, int(chain[-1]) + 1
    values, shares = (np.minimum(np.bincount(at, what, n * k), 1.0).reshape(n, k) for what in (value, held))
    return np.minimum(_one_under_another(values, shares, puffs[SOURCE, ends]), 1.0)


def _one_under_another(values: Floats, held: Floats, source: Floats) -> Floats:
    """What chains give together, (k,), from values and held shares of the room (chains, k), oldest first.

    Of one source the younger lies under the older and has its room: a nest of lumps reads no richer than its richest.
    """
    total, nest = np.zeros(values.shape[1]), np.zeros(values.shape[1])
    for n in range(values.shape[0]):
        if n and source[n] != source[n - 1]:
            total, nest = total + nest, np.zeros(values.shape[1])
        nest = nest * (1.0 - held[n]) + values[n]
    return total + nest


@states(
    HEGADAS,
    assumes=Text(
        "部分含量用 erf 与 exp 之间按风廓线指数线性插值求得",
        "the share above a limit lies between its erf and exp forms, linear in the exponent of the wind",
    ),
    lfl=(1.0e-4, 1.0),
    ufl=(1.0e-4, 1.0),
)
def flammable(train: Train, gas: Gas, air: Air, lfl: float, ufl: float) -> Flammable:
    """Vapour that can burn now, the area above LFL at the ground, its middle.

    With E = ln(y/limit): share = (b P(p, E) + sqrt(pi)/2 Sy P(p + 1/2, E)) / B, p = 1/(1+a). Area
    is 2 l (b + Sy sqrt E).

    Example: tests/sim_core/test_physics_train_reading.py
    """
    if train.puffs.shape[1] == 0:
        return Flammable(0.0, 0.0, 0.0, 0.0)
    s = shape(train, gas, air)
    fraction = s.mixture.fraction
    if not (fraction > lfl).any():
        return Flammable(0.0, 0.0, 0.0, 0.0)
    puffs = train.puffs
    lean = exact.log_array(np.maximum(fraction * (1.0 / lfl), 1.0))
    rich = exact.log_array(np.maximum(fraction * (1.0 / ufl), 1.0))
    vapour = puffs[VAPOUR] * (_share_above(s, air, lean) - _share_above(s, air, rich))
    area = 2.0 * s.mixture.length * (s.flat + s.edge * np.sqrt(lean)) * (lean > 0.0)
    area[1:] *= ~(within_older(puffs)[1:] & (area[:-1] > 0.0))  # ground that the older lump has counted
    surface = float(area.sum())
    x = float((area * (puffs[HEAD_X] + puffs[TAIL_X])).sum())
    y = float((area * (puffs[HEAD_Y] + puffs[TAIL_Y])).sum())
    return Flammable(float(vapour.sum()), surface, 0.5 * x / surface, 0.5 * y / surface)


def _share_above(s: Shape, air: Air, e: Floats) -> Floats:
    """Share of a puff's vapour that lies where it is thicker than exp(-e) of its axis at the ground, (n,)."""
    root = np.sqrt(e)
    half_order, one = exact.erf_array(root), 1.0 - exact.exp_array(-e)
    three_halves = half_order - (2.0 / SQRT_PI) * root * (1.0 - one)
    toward_one = 2.0 / (1.0 + air.layer.exponent) - 1.0  # p from 1/2 to 1
    flat = half_order + toward_one * (one - half_order)
    edge = one + toward_one * (three_halves - one)
    skirt = 0.5 * SQRT_PI * s.edge
    share: Floats = (s.flat * flat + skirt * edge) / (s.flat + skirt)
    return share
