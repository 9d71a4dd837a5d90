"""Release: one whole release into a steady wind, run with the train second by second as a drill runs it."""

import numpy as np

from sim_core.physics import train_birth, train_motion, train_reading
from sim_core.physics.train import EMPTY, Gas
from sim_core.physics.train_air import Air
from sim_core.physics.validity import states
from sim_core.text import Text

STEP_S = 1.0  # as in a drill; longer once what is near has been seen
LATER = ((900.0, 2.0), (2700.0, 5.0))
LONGEST_S = 30_000.0
FAINTEST = 1.0e-10
RISEN = 1.0005  # a maximum that grows by less over a third of the time so far stands


@states(
    "field trials Burro, Coyote, Maplin Sands (LNG on water); train of slabs as told in train, train_motion; edition 1",
    assumes=Text(
        "仅计蒸气，不含液滴；开阔平地，无障碍物；未给出粗糙度时按开阔水面（0.0002 m），偏于安全",
        "vapour only, no droplets; open level ground without obstacles; where no roughness is given, that of open water"
        " (0.0002 m), which errs to the safe side",
    ),
    flow_kg_s=(1.0e-3, 5000.0),
    duration_s=(1.0, 7200.0),
    pool_diameter_m=(0.1, 300.0),
    temperature_k=(20.0, 500.0),
    height_m=(0.0, 50.0),
)
def maxima(
    gas: Gas,
    air: Air,
    flow_kg_s: float,
    duration_s: float,
    pool_diameter_m: float,
    temperature_k: float,
    distances_m: tuple[float, ...],
    height_m: float = 1.0,
) -> tuple[float, ...]:
    """Greatest volume fraction over time at distances downwind of the middle of the pool, on the axis, at height_m.

    C(x) = max over t of c(x, 0, z, t). Vapour leaves the pool evenly at temperature_k.

    Example: tests/sim_core/test_physics_release.py
    """
    speed = np.sqrt(air.u_m_s * air.u_m_s + air.v_m_s * air.v_m_s)
    toward = (air.u_m_s / speed, air.v_m_s / speed)
    points = np.array([[x * toward[0], x * toward[1]] for x in distances_m])
    heights = np.full(len(distances_m), height_m)
    chill = gas.heat_capacity_j_kg_k * (temperature_k - air.layer.temperature_k)
    train, best, stood = EMPTY, np.zeros(len(distances_m)), np.zeros(len(distances_m))
    t = due = check = 0.0
    while t < LONGEST_S:
        step = next((s for after, s in reversed(LATER) if t >= after), STEP_S)
        mass = flow_kg_s * min(step, max(duration_s - t, 0.0))
        train = train_birth.feed(train, air, 0, 0.0, 0.0, pool_diameter_m, mass, 0.0, mass * chill)
        train = train_motion.advance(train, gas, air, step, FAINTEST)
        t += step
        if t < due:
            continue
        due = t + float(np.floor(0.005 * t))
        best = np.maximum(best, train_reading.concentration(train, gas, air, points, heights))
        if train.puffs.shape[1] == 0 and t >= duration_s:
            break
        if t >= check:
            if check > 0.0 and (best > 0.0).all() and (best <= RISEN * stood).all():
                break
            stood, check = best, t + max(60.0, float(np.floor(0.3 * t)))
    return tuple(best.tolist())
