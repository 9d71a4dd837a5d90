"""Reading of the cloud: volume fraction at points, and how much of it can burn."""

from dataclasses import dataclass

import numpy as np

from sim_core import exact
from sim_core.physics.cloud import HEIGHT, PI, RADIUS, VAPOUR, Cloud, Floats, X, Y, crowding, mole_fraction
from sim_core.physics.substance import Substance

SQRT_PI = 1.7724538509055159
COLUMN = 0.9003163161571061  # 2 sqrt 2 / pi: the profile over height then holds the puff's vapour
FAINTEST = 1.0e-9


@dataclass(frozen=True, slots=True)
class Flammable:
    """Vapour between LFL and UFL, the area above LFL (m2) and its middle; no vapour: all zero."""

    vapour_kg: float
    area_m2: float
    x_m: float
    y_m: float


def concentration(cloud: Cloud, substance: Substance, points_m: Floats, height_m: float = 1.0) -> Floats:
    """Vapour by volume at points (k, 2), 0..1, (k,).

    Weight of a puff w = exp(-(pi/4) (r/R)^4), whose integral is the puff's area. Puffs that overlap lie
    on one another, the richer lower: fraction = sum(w h c^2) / sum(w h c) min(1, W), W = sum(w); depth
    H = sum(w h) / min(1, W), and over height 0.9 / (1 + (z/H)^4). So no mixture is richer than the
    richest puff. Shape: training assumption 训练假设.
    """
    puffs = cloud.puffs
    if puffs.shape[1] == 0:
        return np.zeros(points_m.shape[0])
    dx = points_m[:, 0:1] - puffs[X]
    dy = points_m[:, 1:2] - puffs[Y]
    dx *= dx
    dy *= dy
    dx += dy
    dx *= 1.0 / (puffs[RADIUS] * puffs[RADIUS])
    dx *= dx
    dx *= -0.25 * PI
    weight = exact.exp_array(np.maximum(dx, -80.0, out=dx))
    cover = np.minimum(weight.sum(axis=1), 1.0)
    richness = mole_fraction(substance, puffs)
    layer = weight * puffs[HEIGHT]
    stacked = layer.sum(axis=1)
    layer *= richness
    vapour = layer.sum(axis=1)
    layer *= richness
    slenderness = height_m * cover / stacked
    slenderness *= slenderness
    fraction = COLUMN * layer.sum(axis=1) / vapour * cover / (1.0 + slenderness * slenderness)
    return np.where(fraction < FAINTEST, 0.0, fraction)


def flammable(cloud: Cloud, substance: Substance) -> Flammable:
    """Vapour that can burn now.

    From the same weight w: r^2 = R^2 (2 / sqrt pi) sqrt(ln(c/LFL)) bounds the flammable part of a puff,
    and the share of its vapour inside is erf(sqrt(ln(c/LFL))), less the same at UFL. Overlapping area
    counts once (crowding).
    """
    puffs = cloud.puffs
    fraction = mole_fraction(substance, puffs)
    if not (fraction > substance.lfl).any():
        return Flammable(0.0, 0.0, 0.0, 0.0)
    lean = np.sqrt(exact.log_array(np.maximum(fraction * (1.0 / substance.lfl), 1.0)))
    rich = np.sqrt(exact.log_array(np.maximum(fraction * (1.0 / substance.ufl), 1.0)))
    vapour = puffs[VAPOUR] * (exact.erf_array(lean) - exact.erf_array(rich))
    area = 2.0 * SQRT_PI * puffs[RADIUS] * puffs[RADIUS] * lean / crowding(puffs)
    total, surface = float(vapour.sum()), float(area.sum())
    x, y = float((area * puffs[X]).sum()), float((area * puffs[Y]).sum())
    return Flammable(total, surface, x / surface, y / surface)
