"""Motion of the train: it slumps, takes in air, is warmed by the ground and drifts with the wind."""

from dataclasses import replace
from math import sqrt

import numpy as np

from sim_core import exact
from sim_core.physics.train import (
    AIR,
    DISTANCE,
    HALF_WIDTH,
    HEAD_X,
    HEAD_Y,
    HEAT,
    LINK,
    TAIL_X,
    TAIL_Y,
    Floats,
    Gas,
    Mixture,
    Train,
    mixture,
)
from sim_core.physics.train_air import (
    AIR_KG_MOL,
    DEGADIS,
    GAS_CONSTANT,
    GRAVITY_M_S2,
    KARMAN,
    Air,
)
from sim_core.physics.train_birth import fitted, let_go
from sim_core.physics.validity import states
from sim_core.text import Text

FRONT = 1.15  # gravity front over sqrt(g' h): van Ulden 1974, DEGADIS
EDGE = 0.59  # air taken in over a free front, over its speed: van Ulden 1983, DEGADIS
NEUTRAL = 0.74
STABLE, UNSTABLE = 5.0, 16.0  # Businger-Dyer phi_h: 1 + 5 z/L, (1 - 16 z/L)^-1/2
ACTS_AT = 0.6  # of the mean height: where the air's stability is taken, van Ulden 1978
LEAST_FRICTION_M_S = 0.01
LEAST_WIND_M_S = 0.05
ROUND = 0.8862269254527580  # sqrt(pi) / 2: a square that slumps so grows in area as a circle does
PASSIVE_POWER = 0.9
STANDING = 3.0  # a free tail runs up the wind where the front is over 3 times as fast as the cloud drifts, in full at 6
LONGEST_M = 6.0  # a puff may always be so long ...
LONGEST_SHARE = 0.2  # ... or this share of the way it drifted, or 3 half widths over 1 + n u / front
IN_CHAIN, ALONE = 5.0, 0.5  # n: a lump that is alone is kept whole while it slumps faster than it drifts
MOST_WARM = 1.0e-6


@states(
    "top: Havens & Spicer, USCG CG-D-22-85 (1985), with k = 0.41; convection, front and ground heat: "
    + DEGADIS
    + "; phi_h: Businger et al., J. Atmos. Sci. 28 (1971) 181",
    assumes=Text(
        "顶部夹带：稠密与大气稳定度两项相加；重气锋面快于云团漂移三倍以上时才逐渐逆风推进；重气列车中段两侧无边缘夹带；比空气轻的混合气按中性处理，不抬升",
        "density and the air's own stability add up in entrainment; a front runs up the wind gradually where it "
        "is over three times as fast as the cloud drifts; no air is taken in at the sides of a dense train's middle; "
        "what is lighter than air counts as neutral and does not lift off",
    ),
    dt_s=(0.01, 5.0),
    faintest=(0.0, 0.1),
)
def advance(train: Train, gas: Gas, air: Air, dt_s: float, faintest: float = 1.0e-7) -> Train:
    """The train dt_s later. Puffs thinner than faintest by volume are let go.

    dB/dt = max(1.15 sqrt(g' h), 0.9 s u (B/s)^(-1/9)), s = sqrt(pi/2) delta; air: dM/dt = rho_a we 2 B l, with
    we = k u* (1 + a) / Phi; u = u1 S^a / Gamma. A free end runs ahead with the front and takes in 0.59 of it.

    Example: tests/sim_core/test_physics_train_motion.py
    """
    if train.puffs.shape[1] == 0:
        return train
    puffs = train.puffs.copy()
    m = mixture(puffs, gas, air)
    wind = max(sqrt(air.u_m_s * air.u_m_s + air.v_m_s * air.v_m_s), LEAST_WIND_M_S)
    speed, entrainment, front, passive, conductance = _rates(m, puffs[HALF_WIDTH], air, wind)

    linked = puffs[LINK] > 0.0
    free_tail = ~linked
    free_head = np.ones_like(free_tail)
    free_head[1:] = free_tail[:-1]
    alone = free_tail & free_head
    half = puffs[HALF_WIDTH]
    air_kg_m3 = air.layer.pressure_pa * AIR_KG_MOL / (GAS_CONSTANT * air.layer.temperature_k)
    ground = 2.0 * half * m.length
    # At the tail only as far as the front runs up the wind.
    upwind = np.minimum(np.maximum(front / speed * (1.0 / STANDING) - 1.0, 0.0), 1.0) * free_tail
    rim = 2.0 * half * (upwind + free_head) + 2.0 * m.length * alone
    # What spreads by turbulence, not by weight, mixes air in at the sides.
    sides = np.maximum(passive - front, 0.0) * m.depth * (2.0 * m.length)
    taken = ground * entrainment + (EDGE * front * m.depth) * rim + sides
    warmed = ground * conductance * dt_s
    warmth = -puffs[HEAT] * warmed / (m.capacity + warmed)

    # Nearly square and alone it slumps all round; a long strip, or a train, only sideways.
    square = np.minimum(m.length, 2.0 * half) / np.maximum(m.length, 2.0 * half) * alone
    outward = front * (1.0 - (1.0 - ROUND) * square)
    _drift(puffs, m, speed, outward, upwind, (air.u_m_s / wind, air.v_m_s / wind), free_head, free_tail, dt_s)
    puffs[HALF_WIDTH] += np.maximum(outward, passive) * dt_s
    puffs[AIR] += taken * (air_kg_m3 * dt_s)
    puffs[HEAT] += warmth
    puffs[DISTANCE] += speed * dt_s
    moved = replace(train, puffs=puffs, warmed_j=train.warmed_j + float(warmth.sum()))
    bends = np.where(alone, ALONE, IN_CHAIN)
    longest = np.maximum(3.0 * half * front / (front + bends * speed), LONGEST_SHARE * puffs[DISTANCE])
    gone = m.fraction < faintest
    return fitted(let_go(moved, gone), np.maximum(longest, LONGEST_M)[~gone])


def _rates(m: Mixture, half: Floats, air: Air, wind: float) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Speed (m/s), air taken in at the top (m/s), gravity front (m/s), passive spread (m/s), ground (W/(m2 K))."""
    layer = air.layer
    a, n = layer.exponent, half.shape[0]
    friction = max(air.friction_velocity_m_s, LEAST_FRICTION_M_S)
    ambient = layer.temperature_k
    air_kg_m3 = layer.pressure_pa * AIR_KG_MOL / (GAS_CONSTANT * ambient)
    spread = 1.2533141373155003 * layer.spread  # sqrt(pi / 2) delta
    cold = np.maximum(ambient - m.temperature, MOST_WARM)
    mean_k = 0.5 * (ambient + m.temperature)

    logs = np.empty(3 * n)
    logs[:n], logs[n : 2 * n], logs[2 * n :] = m.scale, cold / (mean_k * mean_k), half * (1.0 / spread)
    exact.log_array(logs, out=logs)
    logs[:n] *= a
    logs[n : 2 * n] *= 1.0 / 3.0
    logs[2 * n :] *= -1.0 / 9.0
    powers = exact.exp_array(logs)
    speed = powers[:n] * (wind * layer.share_1m / layer.gamma)
    free = 89.0 * powers[n : 2 * n]
    passive = powers[2 * n :] * (PASSIVE_POWER * spread) * speed

    excess = np.maximum(m.density * (1.0 / air_kg_m3) - 1.0, 0.0) * GRAVITY_M_S2
    buoyancy = excess * m.depth
    front = FRONT * np.sqrt(buoyancy)
    richardson = np.maximum(buoyancy * (1.0 / (friction * friction)), 1.0e-12)
    warm = cold / m.temperature * m.depth * (GRAVITY_M_S2 / friction) / speed
    pair = np.empty(2 * n)
    pair[:n], pair[n:] = richardson, np.maximum(warm, 1.0e-12)
    exact.log_array(pair, out=pair)
    convection = 1.0 + 0.25 * exact.exp_array(pair[n:] * (2.0 / 3.0))
    quiet = richardson / convection
    damped = 0.25 * exact.exp_array(0.7 * (pair[:n] - exact.log_array(convection))) + 1.2e-7 * quiet * quiet * quiet
    stirred = np.sqrt(convection)
    phi = (_neutral(m.depth, layer.per_obukhov_1_m, stirred) + damped) / stirred
    entrainment = (KARMAN * friction * (1.0 + a)) / phi
    forced = m.density * (m.capacity / (m.density * 2.0 * half * m.length * m.depth))
    conductance = np.maximum(free, forced * (1.22 * friction * friction / wind))
    return speed, entrainment, front, passive, conductance


def _neutral(depth: Floats, per_obukhov: float, stirred: Floats) -> Floats:
    """0.74 phi_h of the air's own stability at 0.6 of the depth of the puff.

    Warm ground stirs unstable air and a cold cloud alike: the greater of both counts, not their product.
    """
    z_over_l = np.minimum(np.maximum(depth * (ACTS_AT * per_obukhov), -1.0), 1.0)  # as far as it was measured
    if per_obukhov >= 0.0:
        stable: Floats = NEUTRAL * (1.0 + STABLE * z_over_l)
        return stable
    unstable: Floats = NEUTRAL * np.minimum(stirred / np.sqrt(1.0 - UNSTABLE * z_over_l), 1.0)
    return unstable


def _drift(
    puffs: Floats,
    m: Mixture,
    speed: Floats,
    front: Floats,
    upwind: Floats,
    toward: tuple[float, float],
    free_head: Floats,
    free_tail: Floats,
    dt_s: float,
) -> None:
    """Both ends of every puff moved, in place. Where two puffs meet, with the mean of their speeds."""
    at_head, at_tail = speed.copy(), speed.copy()
    meeting = 0.5 * (speed[1:] + speed[:-1])
    at_head[1:] = np.where(free_head[1:], speed[1:], meeting)
    at_tail[:-1] = np.where(free_tail[:-1], speed[:-1], meeting)
    # A free end neither runs into its own puff: the deeper, the faster, so it would fold up.
    np.copyto(at_head, np.maximum(at_head, at_tail), where=free_head)
    np.copyto(at_tail, np.minimum(at_head, at_tail), where=free_tail)
    ahead = front * free_head * dt_s
    behind = front * upwind * dt_s
    u, v = toward[0] * dt_s, toward[1] * dt_s
    puffs[HEAD_X] += at_head * u + ahead * m.axis_x
    puffs[HEAD_Y] += at_head * v + ahead * m.axis_y
    puffs[TAIL_X] += at_tail * u - behind * m.axis_x
    puffs[TAIL_Y] += at_tail * v - behind * m.axis_y
