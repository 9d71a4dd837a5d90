"""Generate sim_core/physics/substances.py and exposure_limits.py: `python -m tests.peers.substances.generate`.

Temperature functions are fits of the data in `thermo` and `chemicals` (MIT); what they lack is in handbook.toml.
Runs in the environment of `make peers`. The error of each fit is written beside it.
"""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from chemicals import MW, Pc, Tb, Tc, Tm, omega
from chemicals.combustion import combustion_data
from chemicals.identifiers import search_chemical
from thermo import EnthalpyVaporization, HeatCapacityGas, HeatCapacityLiquid, VaporPressure, VolumeLiquid

from tests.peers.substances.limits import exposure_limits

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
R = 8.314462618
ATMOSPHERE = 101325.0
# Range in which drills are played: where a fit has to be best.
DRILL_K = (250.0, 330.0)
DRILL_WEIGHT = 2.0
# Diffusion volumes of Fuller et al.: Poling, Prausnitz, O'Connell 5th ed. table 11-1.
ATOMS = {"C": 15.9, "H": 2.31, "O": 6.11, "N": 4.54, "Cl": 21.0, "S": 22.9}
MOLECULES = {"H2": 6.12, "N2": 18.5, "O2": 16.3, "CO": 18.0, "CO2": 26.9, "H3N": 20.7, "H2O": 13.1, "Cl2": 38.4,
             "O2S": 41.8}  # fmt: skip
AROMATIC = {"benzene", "toluene", "xylene"}
AIR_KG_MOL, AIR_VOLUME, RING = 0.02896, 19.7, -18.3
Fit = tuple[tuple[float, ...], float, float]  # coefficients, greatest relative error, that within DRILL_K


def least_squares(basis: Callable[[Any], list[Any]], t: Any, y: Any, relative: bool = True) -> Fit:
    """Coefficients that nearly minimise the greatest error, and that error (relative; of a logarithm: absolute)."""
    a = np.column_stack(basis(t))
    scale = 1.0 / np.abs(y) if relative else np.ones_like(y)
    inside = (t >= DRILL_K[0]) & (t <= DRILL_K[1])
    weight = np.where(inside, DRILL_WEIGHT, 1.0) * scale
    # Lawson: weights grow where the error is large, so that the greatest error shrinks.
    lawson = np.ones_like(y)
    best: Fit | None = None
    for _ in range(60):
        w = weight * np.sqrt(lawson)
        column = np.sqrt(((a * w[:, None]) ** 2).sum(axis=0))
        x = np.linalg.lstsq(a * w[:, None] / column, y * w, rcond=None)[0] / column
        x = np.array([float(f"{v:.9g}") for v in x])
        error = np.abs(a @ x - y) * scale
        if best is None or error.max() < best[1]:
            best = (tuple(float(v) for v in x), float(error.max()), float(error[inside].max(initial=0.0)))
        lawson = lawson * (error * weight / scale + 1e-15)
        lawson /= lawson.mean()
    assert best is not None
    return best


def fit_pressure(t: Any, p: Any) -> Fit:
    return least_squares(lambda k: [np.ones_like(k), 1.0 / k, np.log(k), k], t, np.log(p), relative=False)


def fit_polynomial(t: Any, y: Any, terms: int) -> Fit:
    return least_squares(lambda k: [k**n for n in range(terms)], t, y)


def fit_watson(t: Any, y: Any, critical_k: float) -> Fit:
    left = np.log(1.0 - t / critical_k)
    (ln_a, b), *errors = least_squares(lambda k: [np.ones_like(k), left], t, np.log(y), relative=False)
    return (float(f"{np.exp(ln_a):.6g}"), float(f"{b:.5g}")), *errors


def formula_of(cas: str) -> dict[str, float]:
    found = search_chemical(cas).formula
    return {e: float(n or 1) for e, n in re.findall(r"([A-Z][a-z]?)(\d*)", found)}


def text_of(formula: dict[str, float]) -> str:
    return "".join(e + (f"{n:g}" if n != 1 else "") for e, n in formula.items())


def oxygen_mol(formula: dict[str, float]) -> float:
    """O2 for one mol to CO2, H2O, SO2, HCl, N2."""
    n = {e: formula.get(e, 0.0) for e in ("C", "H", "O", "S", "Cl")}
    return round(n["C"] + (n["H"] - n["Cl"]) / 4.0 + n["S"] - n["O"] / 2.0, 6)


def diffusivity(identity: str, formula: dict[str, float], kg_mol: float) -> float:
    """In air at 298.15 K and one atmosphere, m2/s: Fuller, Schettler, Giddings (Poling et al. 5th ed. eq. 11-4.4)."""
    name = text_of(dict(sorted(formula.items(), key=lambda i: (i[0] != "C", i[0] != "H", i[0]))))
    volume = MOLECULES.get(name, sum(ATOMS[e] * n for e, n in formula.items()))
    volume += RING if identity in AROMATIC else 0.0
    pair = 2.0 / (1.0 / (1e3 * kg_mol) + 1.0 / (1e3 * AIR_KG_MOL))
    cm2_s = 0.00143 * 298.15**1.75 / (1.01325 * pair**0.5 * (volume ** (1 / 3) + AIR_VOLUME ** (1 / 3)) ** 2)
    return float(f"{1e-4 * cm2_s:.3g}")


class Data:
    """The temperature functions of one pure substance, from the packages."""

    def __init__(self, cas: str) -> None:
        self.cas, self.kg_mol = cas, MW(cas) / 1e3
        self.critical_k, self.critical_pa, self.melting_k = Tc(cas), Pc(cas), Tm(cas)
        about = {"CASRN": cas, "Tb": Tb(cas), "Tc": Tc(cas), "Pc": Pc(cas), "omega": omega(cas)}
        self.pressure = VaporPressure(**about)
        self.latent = EnthalpyVaporization(**about)
        self.volume = VolumeLiquid(MW=MW(cas), **about)
        self.liquid_cp = HeatCapacityLiquid(CASRN=cas, MW=MW(cas), Tc=Tc(cas), omega=omega(cas))
        self.vapour_cp = HeatCapacityGas(CASRN=cas, MW=MW(cas))
        for function in (self.pressure, self.latent, self.volume, self.liquid_cp, self.vapour_cp):
            choice = ("HEOS_FIT", "DIPPR_PERRY_8E", "TRCIG")
            function.method = next((m for m in choice if m in function.all_methods), function.method)

    def range_k(self) -> tuple[float, float]:
        cold = min(200.0, 0.85 * Tb(self.cas))
        return float(np.ceil(max(self.melting_k + 2.0, cold))), float(np.floor(0.9 * self.critical_k))

    def sample(self, function: Any, t: Any, scale: float = 1.0) -> Any:
        return np.array([function.T_dependent_property(float(k)) for k in t]) * scale


def vapour_range_k(coldest_liquid_k: float) -> tuple[float, float]:
    return max(min(200.0, coldest_liquid_k), 90.0), 450.0


def pure(identity: str, entry: dict[str, Any]) -> dict[str, Any]:
    cas = entry.get("data_cas", entry["cas"])
    data, formula = Data(cas), formula_of(cas)
    low, high = data.range_k()
    t = np.linspace(low, high, 241)
    warm = np.linspace(*vapour_range_k(low), 241)
    fits = {
        "ln_pressure": fit_pressure(t, data.sample(data.pressure, t)),
        "density": fit_polynomial(t, data.kg_mol / data.sample(data.volume, t), 4),
        "vapour_capacity": fit_polynomial(warm, data.sample(data.vapour_cp, warm, 1.0 / data.kg_mol), 3),
        "latent": fit_watson(t, data.sample(data.latent, t, 1.0 / data.kg_mol), data.critical_k),
    }
    if "liquid_capacity" in entry:
        fits["liquid_capacity"] = (tuple(entry["liquid_capacity"][:3]), 0.0, 0.0)
    else:
        cool = np.linspace(low, min(high, 0.85 * data.critical_k), 241)
        fits["liquid_capacity"] = fit_polynomial(cool, data.sample(data.liquid_cp, cool, 1.0 / data.kg_mol), 3)
    burns = "lfl" in entry
    return {
        "kg_mol": round(data.kg_mol, 8), "boiling_k": boiling_k(data),
        "critical_k": data.critical_k, "critical_pa": float(f"{data.critical_pa:.6g}"), "liquid_k": (low, high),
        "fits": fits, "diffusivity_m2_s": diffusivity(identity, formula, data.kg_mol),
        "heat_of_combustion_j_kg": float(f"{heat_of_combustion(cas):.5g}") if burns else 0.0,
        "oxygen_mol": oxygen_mol(formula) if burns else 0.0,
        "methods": f"{data.pressure.method}, {data.volume.method}, {data.liquid_cp.method}, {data.vapour_cp.method}",
    }  # fmt: skip


def boiling_k(data: Data) -> float:
    """Where the pressure is one atmosphere, K; of what has no liquid there (CO2), where it sublimes."""
    near = np.linspace(0.97, 1.03, 601) * Tb(data.cas)
    if near[0] < data.melting_k:
        return float(Tb(data.cas))
    return round(float(np.interp(np.log(ATMOSPHERE), np.log(data.sample(data.pressure, near)), near)), 3)


def heat_of_combustion(cas: str) -> float:
    """Net, of the gas or liquid as it stands at 298 K, J/kg; products CO2, H2O gas, SO2, HCl, N2."""
    from chemicals import Hfg, Hfl

    formula = formula_of(cas)
    at_rest = Hfl(cas) if Tb(cas) > 298.15 else Hfg(cas)
    if at_rest is not None and not {"S", "Cl"} & set(formula):
        return -combustion_data(formula, Hf=at_rest).LHV / (MW(cas) / 1e3)
    made = {"C": -393510.0, "H2O": -241826.0, "S": -296840.0, "HCl": -92310.0}
    n = {e: formula.get(e, 0.0) for e in ("C", "H", "S", "Cl")}
    products = n["C"] * made["C"] + (n["H"] - n["Cl"]) / 2 * made["H2O"] + n["S"] * made["S"] + n["Cl"] * made["HCl"]
    return float((at_rest or 0.0) - products) / (MW(cas) / 1e3)


def petroleum_constants(entry: dict[str, Any]) -> tuple[float, float]:
    """a, b of ln(p/psi) = a - b/T, T in degrees Rankine: AP-42 figures 7.1-13b, 7.1-14b and table 7.1-2."""
    if "antoine_rankine" in entry:
        return tuple(entry["antoine_rankine"])
    if "crude_rvp_psi" in entry:
        ln = float(np.log(entry["crude_rvp_psi"]))
        return 12.82 - 0.9672 * ln, 7261.0 - 1216.0 * ln
    ln, s = float(np.log(entry["rvp_psi"])), entry["slope_s"] ** 0.5
    return 15.64 - 1.854 * s - (0.8742 - 0.3280 * s) * ln, 8742.0 - 1042.0 * s - (1049.0 - 179.4 * s) * ln


def petroleum(identity: str, entry: dict[str, Any]) -> dict[str, Any]:
    a, b = petroleum_constants(entry)
    ln_pressure = (float(f"{a + np.log(6894.757):.6g}"), float(f"{-b / 1.8:.6g}"), 0.0, 0.0)
    boiling = -ln_pressure[1] / (ln_pressure[0] - np.log(ATMOSPHERE))
    critical_k, critical_pa, _ = entry["critical"]
    rho, slope, _ = entry["density"]
    latent = (float(f"{entry['latent'][0] / (1.0 - 293.15 / critical_k) ** 0.38:.5g}"), 0.38)

    def line(name: str) -> tuple[float, ...]:
        value, rise, _ = entry[name]
        return (round(value - 293.15 * rise, 3), rise, 0.0)

    density = (round(rho - 288.15 * slope, 3), slope, 0.0, 0.0)
    given = {"ln_pressure": ln_pressure, "density": density, "latent": latent}
    given |= {name: line(name) for name in ("liquid_capacity", "vapour_capacity")}
    fits = {name: (coefficients, 0.0, 0.0) for name, coefficients in given.items()}
    return {
        "kg_mol": entry["kg_mol"], "boiling_k": round(float(boiling), 2), "critical_k": critical_k,
        "critical_pa": critical_pa, "liquid_k": tuple(entry["range_k"]), "fits": fits,
        "diffusivity_m2_s": diffusivity(identity, entry["formula"], entry["kg_mol"]),
        "heat_of_combustion_j_kg": entry["heat_of_combustion"][0], "oxygen_mol": oxygen_mol(entry["formula"]),
        "methods": f"{entry['pressure_source']}; " + "; ".join(
            f"{name.replace('_', ' ')} {entry[name][-1]}"
            for name in ("density", "liquid_capacity", "vapour_capacity", "latent", "critical", "heat_of_combustion")),
    }  # fmt: skip


def blend(identity: str, entry: dict[str, Any], handbook: dict[str, Any]) -> dict[str, Any]:
    """An ideal solution of pure substances, evaporating as it is: Raoult; properties by mole or mass."""
    parts = [(Data(handbook["pure"][n]["cas"]), x) for n, x in entry["moles"].items()]
    kg_mol = sum(x * d.kg_mol for d, x in parts)
    low = max(d.range_k()[0] for d, _ in parts)
    high = min(d.range_k()[1] for d, _ in parts)
    t = np.linspace(low, high, 241)
    warm = np.linspace(*vapour_range_k(low), 241)
    mass = [(d, x * d.kg_mol / kg_mol) for d, x in parts]
    critical_k = float(f"{sum(x * d.critical_k for d, x in parts):.6g}")
    pressure = sum(x * d.sample(d.pressure, t) for d, x in parts)
    volume = sum(x * d.sample(d.volume, t) for d, x in parts)
    cool = np.linspace(low, min(high, 0.85 * critical_k), 241)
    fits = {
        "ln_pressure": fit_pressure(t, pressure),
        "density": fit_polynomial(t, kg_mol / volume, 4),
        "liquid_capacity": fit_polynomial(
            cool, sum(w * d.sample(d.liquid_cp, cool, 1.0 / d.kg_mol) for d, w in mass), 3),
        "vapour_capacity": fit_polynomial(
            warm, sum(w * d.sample(d.vapour_cp, warm, 1.0 / d.kg_mol) for d, w in mass), 3),
        "latent": fit_watson(t, sum(w * d.sample(d.latent, t, 1.0 / d.kg_mol) for d, w in mass), critical_k),
    }  # fmt: skip
    boiling = float(np.interp(np.log(ATMOSPHERE), np.log(pressure), t))
    burnt = sum(w * heat_of_combustion(d.cas) for d, w in mass)
    return {
        "kg_mol": round(kg_mol, 8), "boiling_k": round(boiling, 2), "critical_k": critical_k,
        "critical_pa": float(f"{sum(x * d.critical_pa for d, x in parts):.5g}"), "liquid_k": (low, high), "fits": fits,
        "diffusivity_m2_s": diffusivity(identity, entry["formula"], kg_mol),
        "heat_of_combustion_j_kg": float(f"{burnt:.5g}"), "oxygen_mol": oxygen_mol(entry["formula"]),
        "methods": "pseudo-component: "
        + ", ".join(f"{x:g} {n}" for n, x in entry["moles"].items())
        + " by mole, ideal solution, constant composition",
    }  # fmt: skip


def shown(values: tuple[float, ...]) -> str:
    return "(" + ", ".join(repr(float(v)) for v in values) + ")"


def spelled(note: str, sources: dict[str, str]) -> str:
    """A note with the short names of sources written out."""
    return re.sub(r"\b[a-z0-9]+\b", lambda m: sources.get(m[0], m[0]), note)


def quoted(text: str, width: int = 95) -> str:
    """A literal, in pieces where it would be too long for a line."""
    pieces, line = [], ""
    for word in re.findall(r"\S+\s*", text):
        if len(line) + len(word) > width:
            pieces.append(line)
            line = ""
        line += word
    return "\n    ".join(f'"{piece}"' for piece in [*pieces, line])


def written(identity: str, entry: dict[str, Any], found: dict[str, Any], sources: dict[str, str]) -> list[str]:
    """One entry of the table, with the sources and the errors of its fits."""
    fits = found["fits"]
    errors = ", ".join(
        f"{n.removeprefix('ln_').replace('_', ' ')} {100 * most:.2g} %" + (f" ({100 * drill:.2g})" if drill else "")
        for n, (_, most, drill) in fits.items() if most)  # fmt: skip
    notes = [f"# {found['methods']}" + (f". Greatest error of fit: {errors}" if errors else "")]
    notes += [f"# lfl, ufl: {entry['lfl'][-1]}."] if "lfl" in entry else []
    rows = [line for note in notes for line in wrapped(note)]
    lfl = entry.get("lfl", [0.0, 0.0])
    rows += [
        "Properties(",
        f'    "{identity}", Text("{entry["zh"]}", "{entry["en"]}"), "{entry["cas"]}", "{entry["un"]}",',
        f'    kg_mol={found["kg_mol"]!r}, boiling_k={found["boiling_k"]!r}, critical_k={found["critical_k"]!r}, '
        f'critical_pa={found["critical_pa"]!r},',
        f'    liquid_k={shown(found["liquid_k"])},',
        *(f"    {name}={shown(fits[name][0])}," for name in
          ("ln_pressure", "density", "liquid_capacity", "vapour_capacity", "latent")),
        f'    diffusivity_m2_s={found["diffusivity_m2_s"]!r}, '
        f'heat_of_combustion_j_kg={found["heat_of_combustion_j_kg"]!r}, oxygen_mol={found["oxygen_mol"]!r},',
        f'    lfl={lfl[0]!r}, ufl={lfl[1]!r}, reactivity="{entry.get("reactivity", "")}", '
        f'polar={entry.get("polar", False)}, limits=EXPOSURE_LIMITS.get("{identity}", ()),',
        *([f"    lfl_source={quoted(spelled(entry['lfl'][-1], sources))},"] if "lfl" in entry else []),
        "),",
    ]  # fmt: skip
    return ["    " + line for row in rows for line in row.split("\n")]


def wrapped(note: str, width: int = 112) -> list[str]:
    lines, line = [], ""
    for word in note.split():
        if len(line) + len(word) > width:
            lines.append(line)
            line = "#  "
        line += (" " if line else "") + word
    return [*lines, line]


def substances() -> str:
    handbook = tomllib.loads((HERE / "handbook.toml").read_text("utf-8"))
    rows = [
        '"""Substances: the table. Generated by tests/peers/substances/generate.py; do not edit.',
        "",
        "Pure substances are fits of data in chemicals and thermo; mixtures are pseudo-components or handbook numbers.",
        "Errors of fit are over liquid_k (liquid capacity: to 0.85 Tc; vapour: 200 K or less to 450 K),",
        f"in brackets over {DRILL_K[0]:g}-{DRILL_K[1]:g} K.",
        "B: to be confirmed against the book. Short names of sources:",
        *(f"{short}: {name}." for short, name in handbook["sources"].items()),
        '"""',
        "",
        "from sim_core.physics.exposure_limits import EXPOSURE_LIMITS",
        "from sim_core.physics.properties import Properties",
        "from sim_core.text import Text",
        "",
        "_ALL = (",
    ]
    for identity, entry in {**handbook["mixture"], **handbook["pure"]}.items():
        if identity in handbook["pure"]:
            found = pure(identity, entry)
        elif "moles" in entry:
            found = blend(identity, entry, handbook)
        else:
            found = petroleum(identity, entry)
        rows += written(identity, entry, found, handbook["sources"])
    return "\n".join([*rows, ")  # fmt: skip", "SUBSTANCES: dict[str, Properties] = {s.id: s for s in _ALL}", ""])


FILES = {"substances.py": substances, "exposure_limits.py": exposure_limits}

if __name__ == "__main__":
    for name, made in FILES.items():
        (ROOT / "sim_core" / "physics" / name).write_text(made(), "utf-8")
