"""The golden drills, played in a process of its own, because a CPU setting counts only from the start of one.

    python -m tests.golden.child            print one JSON line: digests, what was exercised, what the CPU gives
    python -m tests.golden.child --plant    the same with numpy's exp in place of the core's own: must turn red
    python -m tests.golden.child --write    write digests.json anew, after a change that is meant
"""

import json
import math
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy._core._multiarray_umath import __cpu_dispatch__, __cpu_features__
from xxhash import xxh3_64_hexdigest

from scenarios import catalogue, load
from scenarios.drill import build
from scenarios.play import Played, play
from sim_core import exact
from sim_core.chance import drill_keys

DIGESTS = Path(__file__).with_name("digests.json")
DRILLS = (  # scenario, seed, policy, seconds: together they show everything that test_golden asks for
    ("tank_overfill", 11, "expert", 600.0),
    ("tank_overfill", 11, "careless:engine_in_cloud", 600.0),
    ("tank_overfill", 12, "idle", 660.0),
    ("h2s_pit", 11, "expert", 900.0),
    ("lpg_sphere_leak", 2, "expert", 420.0),
    ("lpg_sphere_leak", 3, "idle", 480.0),
    ("tank_fire", 11, "expert", 600.0),
    ("chlorine_leak", 12, "expert", 600.0),
    *((s.id, 11, "expert", 240.0) for s in catalogue() if not s.mandatory),
)


def played(scenario_id: str, seed: int, policy: str, seconds: float) -> Played:
    scenario, keys = load(scenario_id), drill_keys(seed)
    drill = build(replace(scenario, duration_s=seconds), keys.hidden, keys.world)
    return play(drill, scenario.policies[policy])


def exercised(drill: Played) -> set[str]:
    """Facts that became true, and whether the wind has turned."""
    world = drill.point.world
    turned = world.weather.shift_rad != 0.0 and world.weather.shift_tick < world.tick
    return {*world.facts, *(["wind_shift"] if turned else [])}


def probes() -> dict[str, str]:
    """Digests of what is NOT bit-exact: they show whether a setting reached the library that it is meant for."""
    x = np.linspace(-20.0, 3.0, 1001)
    square = np.outer(x, x)[:200, :200] + x[:200]
    libm = np.array([math.exp(v) for v in x.tolist()])
    results = {"numpy": np.exp(x), "libm": libm, "openblas": square @ square.T}
    return {name: xxh3_64_hexdigest(result.tobytes()) for name, result in results.items()}


def report() -> dict[str, object]:
    drills = {f"{name}/{seed}/{policy}": played(name, seed, policy, s) for name, seed, policy, s in DRILLS}
    return {
        "digests": {key: drill.point.chain.hex() for key, drill in drills.items()},
        "exercised": sorted(set().union(*map(exercised, drills.values()))),
        "features": [name for name in __cpu_dispatch__ if __cpu_features__[name]],
        "probes": probes(),
    }


def main(arguments: list[str]) -> None:
    if "--plant" in arguments:
        exact.exp_array = lambda x, out=None: np.exp(x, out=out)
    told = report()
    if "--write" in arguments:
        DIGESTS.write_text(json.dumps(told["digests"], indent=2) + "\n")
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1:])
