"""An oracle for the puff train: the same cloud as a steady slab, marched downwind. Not shipped; plain math on purpose.

Solved in flux form over distance (Heun), where the train goes puff by puff over time: they share no code.
"""

from dataclasses import dataclass
from math import cbrt, exp, gamma, pi, sqrt

GAS, AIR_KG_MOL, AIR_CP, G = 8.314462618, 0.02896, 1006.0, 9.80665


@dataclass(frozen=True)
class Case:
    """A steady release, SI. exponent: of the wind over height; spread: delta of Sy = sqrt2 delta x^0.9."""

    flow_kg_s: float
    side_m: float  # half side of the square source
    kg_mol: float
    heat_capacity: float
    source_k: float
    wind_1m: float
    exponent: float
    friction: float
    wind_10m: float
    ambient_k: float
    pressure_pa: float
    spread: float
    per_obukhov: float = 0.0


@dataclass(frozen=True)
class Slab:
    """What the slab is at one distance: gas share by mass, J/kgK, K, kg/m3, depth scale, depth, speed."""

    c: float
    cp: float
    t: float
    rho: float
    scale: float
    h: float
    u: float


def slab(case: Case, r: float, rs: float, b: float, e: float) -> Slab:
    a, whole = case.exponent, gamma(1.0 / (1.0 + case.exponent))
    c = rs / r
    cp = (1 - c) * AIR_CP + c * case.heat_capacity
    t = ((1 - c) * AIR_CP * case.ambient_k + c * case.heat_capacity * case.source_k + e / r) / cp
    rho = case.pressure_pa / (GAS * t * (c / case.kg_mol + (1 - c) / AIR_KG_MOL))
    scale = (r * (1 + a) / (rho * case.wind_1m * b)) ** (1 / (1 + a))
    return Slab(c, cp, t, rho, scale, whole / (1 + a) * scale, case.wind_1m / whole * scale**a)


def slope(case: Case, y: list[float], x: float) -> list[float]:
    """d/dx of mass, gas, half width, heat of half the cloud."""
    s, b = slab(case, *y), y[2]
    air = case.pressure_pa * AIR_KG_MOL / (GAS * case.ambient_k)
    excess = max(s.rho - air, 0.0) * G / air
    ri = excess * s.h / case.friction**2
    warm = max(G * (case.ambient_k - s.t) / s.t * s.h / (case.friction * s.u), 0.0)
    k = 1 + 0.25 * warm ** (2 / 3)
    z = min(max(0.6 * s.h * case.per_obukhov, -1.0), 1.0)
    neutral = 0.74 * (1.0 + 5.0 * z if z >= 0.0 else min(sqrt(k) / sqrt(1.0 - 16.0 * z), 1.0))
    phi = (neutral + 0.25 * (ri / k) ** 0.7 + 1.2e-7 * (ri / k) ** 3) / sqrt(k)
    we = 0.41 * case.friction * (1 + case.exponent) / phi
    d = sqrt(pi / 2) * case.spread
    passive, front = 0.9 * d * ((b / d) ** (1 / 0.9)) ** -0.1, 1.15 * sqrt(excess * s.h) / s.u
    free = 89.0 * cbrt(max(case.ambient_k - s.t, 0.0) / ((case.ambient_k + s.t) / 2) ** 2)
    ground = max(free, 1.22 * s.rho * s.cp * case.friction**2 / case.wind_10m) * (case.ambient_k - s.t) * b
    source = case.flow_kg_s / (4 * case.side_m) if x < case.side_m else 0.0
    taken = air * (we * b + s.u * s.h * max(passive - front, 0.0))
    return [taken + source, source, max(front, passive), ground]


def march(case: Case, distances_m: list[float], height_m: float = 1.0) -> list[float]:
    """Volume fraction on the axis at each distance from the middle of the source, for a release without end."""
    a, half = case.exponent, case.side_m
    air = case.pressure_pa * AIR_KG_MOL / (GAS * case.ambient_k)
    thin = 0.02 * (1 + a) / gamma(1.0 / (1.0 + a))
    y = [air * case.wind_1m * thin ** (1 + a) / (1 + a) * half, 0.0, half, 0.0]
    over = [half * (2 * (n + 1) / 60 - 1) for n in range(60)]
    beyond = [half * (max(distances_m) / half) ** ((n + 1) / 300) for n in range(300)]
    x, out = -half, []
    for end in sorted({*over, *beyond, *distances_m}):
        step = end - x
        first = slope(case, y, x)
        last = slope(case, [p + step * q for p, q in zip(y, first, strict=True)], x + 0.999 * step)
        y = [p + 0.5 * step * (q + s) for p, q, s in zip(y, first, last, strict=True)]
        x = end
        if end in distances_m:
            s = slab(case, *y)
            by_volume = s.c * AIR_KG_MOL / (case.kg_mol + (AIR_KG_MOL - case.kg_mol) * s.c)
            out.append(by_volume * exp(-((height_m / s.scale) ** (1 + a))))
    return out
