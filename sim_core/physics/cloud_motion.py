"""Motion of the cloud: it slumps, takes in air, is warmed by the ground and drifts with the wind."""

from math import sqrt

import numpy as np

from sim_core.physics.cloud import (
    AIR,
    HEAT,
    HEIGHT,
    PI,
    RADIUS,
    VAPOUR,
    Cloud,
    Floats,
    X,
    Y,
    crowding,
    merged,
    mole_fraction,
    volume_m3,
)
from sim_core.physics.substance import (
    AIR_HEAT_CAPACITY_J_KG_K,
    GRAVITY_M_S2,
    Substance,
    air_density_kg_m3,
)

FRONT = 1.15  # gravity front over sqrt(g' h), Britter-McQuaid 1988, DEGADIS
EDGE_ENTRAINMENT = 0.6  # over the front's speed, TNO Yellow Book ch. 4
TOP_ENTRAINMENT = 0.5  # over u*, in 0.4-0.6
RICHARDSON_DAMPING = 0.1
# Kerbs, bund walls, hedges and vehicles hold the front back: set so that a Buncefield spill is about 250
# m in radius and 1.5-2 m deep after 20 minutes. Training assumption 训练假设.
GROUND_DRAG = 0.2
# Wind carries a cloud at full speed when g'h / u*^2 is far below this: training assumption 训练假设.
STANDING_RICHARDSON = 100.0
PASSIVE_SPREAD = 0.16  # dR/dt over wind: R = 2 sigma_y, sigma_y = 0.08 x, Briggs rural D
GROUND_W_M2_K = 5.0  # still air; plus 1.22 rho cp u*^2 / u10, DEGADIS (Colenbrander)
LEAST_WIND_M_S = 0.05
DILUTE = 0.01  # share of LFL below which a puff is let go


def advance(
    cloud: Cloud,
    substance: Substance,
    u_m_s: float,
    v_m_s: float,
    friction_velocity_m_s: float,
    ambient_k: float,
    dt_s: float,
) -> Cloud:
    """The cloud dt_s (0.1-5 s) later in a wind (u, v) at 10 m. Air taken in is at ambient_k.

    H = crowd h, Ri = g' H / u*^2. Front: sqrt(g' H / (1/1.15^2 + C_d R / H)), or 0.16 u once passive.
    Air: edge 2 pi R h 0.6 front (4 R h within a train), top pi R^2 / crowd 0.5 u* / (1 + 0.1 Ri). Drift:
    wind at H/2 over 1 + Ri / 100.
    """
    if cloud.puffs.shape[1] == 0:
        return cloud
    puffs = cloud.puffs.copy()
    radius, height = puffs[RADIUS].copy(), puffs[HEIGHT]
    crowd = crowding(puffs)
    area = PI * radius * radius
    depth = height * crowd
    air_kg_m3 = air_density_kg_m3(ambient_k)
    density = (puffs[VAPOUR] + puffs[AIR]) / (area * height)
    buoyancy = np.maximum(density * (1.0 / air_kg_m3) - 1.0, 0.0) * depth * GRAVITY_M_S2
    friction = max(friction_velocity_m_s, 0.05 * LEAST_WIND_M_S)
    richardson = buoyancy * (1.0 / (friction * friction))

    share = np.sqrt(np.sqrt(np.maximum(depth, 0.4) * 0.05)) / (1.0 + richardson * (1.0 / STANDING_RICHARDSON))
    wind_m_s = sqrt(u_m_s * u_m_s + v_m_s * v_m_s)
    slump = np.sqrt(buoyancy / (1.0 / (FRONT * FRONT) + GROUND_DRAG * radius / depth))
    passive = share * (PASSIVE_SPREAD * wind_m_s)
    rim = np.where(crowd > 1.0, 4.0, 2.0 * PI) * radius  # in a train only the two sides meet clean air
    edge = rim * height * np.maximum(EDGE_ENTRAINMENT * slump, passive)
    top = area / crowd * (TOP_ENTRAINMENT * friction) / (1.0 + RICHARDSON_DAMPING * richardson)

    warmth = _from_ground(substance, puffs, area / crowd, friction, max(wind_m_s, LEAST_WIND_M_S), dt_s)
    puffs[X] += share * (u_m_s * dt_s)
    puffs[Y] += share * (v_m_s * dt_s)
    puffs[AIR] += (edge + top) * (air_kg_m3 * dt_s)
    puffs[HEAT] += warmth
    puffs[RADIUS] += np.maximum(slump, passive) * dt_s
    puffs[HEIGHT] = volume_m3(substance, puffs, ambient_k) / (PI * puffs[RADIUS] * puffs[RADIUS])
    moved = Cloud(puffs, cloud.dispersed_kg, cloud.dispersed_j, cloud.warmed_j + float(warmth.sum()))
    return merged(_without_dilute(moved, substance), substance, ambient_k)


def _from_ground(
    substance: Substance, puffs: Floats, ground_m2: Floats, friction: float, wind_m_s: float, dt_s: float
) -> Floats:
    """Heat taken from the ground in dt, J, (n,). Implicit step, so that no thin puff overshoots ambient."""
    capacity = puffs[VAPOUR] * substance.vapour_heat_capacity_j_kg_k + puffs[AIR] * AIR_HEAT_CAPACITY_J_KG_K
    forced = 1.22 * 1.2 * AIR_HEAT_CAPACITY_J_KG_K * friction * friction / wind_m_s
    conductance = ground_m2 * ((GROUND_W_M2_K + forced) * dt_s)
    warmth: Floats = -puffs[HEAT] * conductance / (capacity + conductance)
    return warmth


def _without_dilute(cloud: Cloud, substance: Substance) -> Cloud:
    """Let go of puffs thinner than 1 % of LFL; what they held is tallied."""
    dilute = mole_fraction(substance, cloud.puffs) < DILUTE * substance.lfl
    if not dilute.any():
        return cloud
    gone = np.ascontiguousarray(cloud.puffs[:, dilute])
    return Cloud(
        np.ascontiguousarray(cloud.puffs[:, ~dilute]),
        cloud.dispersed_kg + float(gone[VAPOUR].sum()),
        cloud.dispersed_j + float(gone[HEAT].sum()),
        cloud.warmed_j,
    )
