"""What DEGADISx (MIT, after EPA DEGADIS 2.1) gives for LNG field trials: `python -m tests.peers.dense.degadis`.

Writes server/validation/peers/degadis.json. Conditions: FDS Validation Guide, table LNG_Dispersion; arc maxima: NIST
firemodels/exp, LNG_Dispersion (public domain). A steady run of the field pool source, against arc maxima at 1 m.
Beside each run the cloud that drills run computes the same trial, and both are timed.
"""

import json
import tempfile
import time
import tomllib
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from server.calculator import MODELS, ask
from server.validation import cohorts

HERE = Path(__file__).parent
ANSWER = HERE.parents[2] / "server" / "validation" / "peers" / "degadis.json"
COMMAND = "make peers; .venv-peers/bin/python -m tests.peers.dense.degadis"
ATMOSPHERE_PA = 101325.0
R = 8314.462618
METHANE = (16.043, 111.7, 2238.0)  # kg/kmol, K, J/(kg K): SLAB, example deck INPR1
AIR_KG_KMOL = 28.96
HEIGHT_M = 1.0


def stability(obukhov_m: float) -> int:
    """Class 1 (A) to 6 (F) from the length of Obukhov; physics.md section 7."""
    if obukhov_m > 0.0:
        return 6 if obukhov_m < 15.0 else 5 if obukhov_m < 150.0 else 4
    return 2 if obukhov_m > -10.0 else 3 if obukhov_m > -60.0 else 4


def deck(trial: dict[str, Any]) -> str:
    """The input of a steady ground-level release."""
    molar, gas_k, capacity = METHANE
    air_k = trial["temperature_k"]
    radius = 0.5 * trial["pool_diameter_m"]
    rate = trial["mass_kg"] / trial["duration_s"]
    density = trial["pressure_pa"] * molar / (R * gas_k)
    rows = [(t, rate if n < 2 else 0.0, radius if n < 2 else 0.0) for n, t in enumerate((0.0, 6023.0, 6024.0, 6025.0))]
    return "\n".join([
        trial["name"], "", "", "",
        f"{trial['wind_m_s']} {trial['wind_height_m']} {trial['roughness_m']}",
        f"{stability(trial['obukhov_m'])}",
        f"0. {trial['averaging_s']}",
        f"2 {trial['obukhov_m']}",
        f"{air_k} {trial['pressure_pa'] / ATMOSPHERE_PA} -1. {trial['humidity_pct']}",
        f"0 {air_k}",
        "1 0.",  # heat from the ground: DEGADIS's own correlation
        "0 0.",
        "LNG",
        f"{molar} {gas_k} {density}",
        f"{capacity} 0.",
        f"0.15 0.05 {HEIGHT_M}",
        "0.001",
        "0.",
        "4",
        *(f"{t} {e} {r} 1. {gas_k} 1." for t, e, r in rows),
        "T",
        "made for comparison", "",
    ])  # fmt: skip


def computed(trial: dict[str, Any]) -> list[tuple[float, float]]:
    """Volume fraction on the axis at each arc, on the ground and 1 m above it."""
    from degadisx import run_steady

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "TRIAL.INP"
        path.write_text(deck(trial), "utf-8")
        profile, source = run_steady(path)
    names = ("dist", "cc", "gamma", "sz")
    x, carried, gamma, depth = (profile.column(name) for name in names)
    air = source.thermo.table.rhoa

    def share(kg_m3: float, arc: float) -> float:
        mass = kg_m3 / (air + float(np.interp(arc, x, gamma)) * kg_m3)
        gas, rest = mass / METHANE[0], (1.0 - mass) / AIR_KG_KMOL
        return round(gas / (gas + rest), 5)

    found = []
    for arc in trial["arcs_m"]:
        assert x[0] < arc < x[-1], f"{trial['name']}: the profile does not reach {arc} m"
        ground = float(np.exp(np.interp(arc, x, np.log(carried))))
        above = ground * float(np.exp(-((HEIGHT_M / np.interp(arc, x, depth)) ** (1.0 + source.alpha))))
        found.append((share(ground, arc), share(above, arc)))
    return found


def answer() -> dict[str, Any]:
    trials = tomllib.loads((HERE / "lng_trials.toml").read_text("utf-8"))["trial"]
    ours = {case.trial: case.inputs for c in cohorts() if c.name == "lng_field" for case in c.cases}
    rows, theirs_s, ours_s = [], [], []
    computed(trials[0])  # what is loaded and compiled at the first call is no part of a trial
    ask(MODELS["release"], ours[trials[0]["name"]])
    for trial in trials:
        began = time.perf_counter()
        got = computed(trial)
        between = time.perf_counter()
        ask(MODELS["release"], ours[trial["name"]])
        theirs_s.append(between - began)
        ours_s.append(time.perf_counter() - between)
        rows += [
            {"trial": trial["name"], "distance_m": x, "measured_fraction": m}
            | {"ground_fraction": at_0, "at_1_m_fraction": at_1}
            for x, m, (at_0, at_1) in zip(trial["arcs_m"], trial["measured_fraction"], got, strict=True)
        ]
    return {
        "program": f"degadisx {version('degadisx')}",
        "licence": "MIT",
        "command": COMMAND,
        "setting": "steady release of the mean rate; DEGADIS defaults; heat from the ground by its own correlation",
        "measured": "NIST firemodels/exp 2026-06-30, LNG_Dispersion; conditions: FDS Validation Guide, LNG_Dispersion",
        "s_per_trial": {"degadisx": round(median(theirs_s), 4), "release": round(median(ours_s), 4)},
        "rows": rows,
    }


if __name__ == "__main__":
    ANSWER.parent.mkdir(parents=True, exist_ok=True)
    ANSWER.write_text(json.dumps(answer(), indent=1, ensure_ascii=False) + "\n", "utf-8")
