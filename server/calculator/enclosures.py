"""The models of confined spaces: what their air is made of over time, the pressure of a closed room, a vent."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from server.calculator.asking import RefusedError
from server.calculator.model import Input, Model
from sim_core.physics import enclosure, enclosure_fire
from sim_core.physics.burning_rate import POOLS
from sim_core.physics.enclosure import MOLAR_KG, SPECIES, Fractions
from sim_core.physics.enclosure_fire import CO, CO2, H2O, O2, Room, RoomAir
from sim_core.text import Text

AIR = {"O2": 0.2095, "CO2": 0.0004, "N2": 0.7901}
# Carbon, hydrogen, oxygen atoms and net heat of combustion, J/kg: SFPE Handbook 5th ed. 2016, appendix 3.
FUELS = {
    "methane": (1.0, 4.0, 0.0, 5.0e7),
    "propane": (3.0, 8.0, 0.0, 4.64e7),
    "petrol": (7.0, 14.0, 0.0, 4.37e7),
    "heptane": (7.0, 16.0, 0.0, 4.46e7),
    "diesel": (12.0, 23.0, 0.0, 4.26e7),
    "methanol": (1.0, 4.0, 1.0, 1.99e7),
    "ethanol": (2.0, 6.0, 1.0, 2.68e7),
}
# Share that is radiated to the walls: methane 0.20, of natural gas in the rooms of NBS (FDS Validation Guide, NIST SP
# 1018-3), 0.17 to 0.27 measured by McCaffrey; others as of their pools.
METHANE_RADIATES = 0.20
KNOWN_AS = {
    "OXYGEN": "O2", "NITROGEN": "N2", "CARBON_DIOXIDE": "CO2", "CARBON_MONOXIDE": "CO", "WATER": "H2O", "STEAM": "H2O",
    "METHANE": "CH4", "HYDROGEN_SULFIDE": "H2S", "AMMONIA": "NH3", "CHLORINE": "CL2", "SULFUR_DIOXIDE": "SO2",
    "HYDROGEN_CYANIDE": "HCN", "HYDROGEN": "H2", "PROPANE": "C3H8", "BENZENE": "C6H6", "PETROL": "VAPOUR",
}  # fmt: skip
LONGEST_S = 604800.0
MOST_STEPS = 20_000
STEP_S = 1.0


def species_of(word: str) -> str:
    """The species a word stands for: O2, o2, oxygen, o2_fraction. Raises RefusedError for one that is not known."""
    name = word.upper().removesuffix("_FRACTION")
    name = KNOWN_AS.get(name, name)
    if name not in MOLAR_KG:
        known = ", ".join(SPECIES)
        raise RefusedError(f"不认识组分 {word}，可用：{known}", f"no species {word}; known are {known}")
    return name


def composition(name: str, given: Any, otherwise: Mapping[str, float]) -> Fractions:
    """Fractions by SPECIES of a mapping; what is left to 1 is nitrogen. Raises RefusedError for what cannot be."""
    if not isinstance(given, Mapping):
        raise RefusedError(f"{name} 须为组分到分数的映射", f"{name} must be a mapping of species to fractions")
    found = {species_of(word): value for word, value in (given or otherwise).items()}
    whole = sum(found.values())
    if not all(isfinite(v) and 0.0 <= v <= 1.0 for v in found.values()) or not whole <= 1.0 + 1.0e-6:
        raise RefusedError(
            f"{name} 各分数须在 0 至 1 且合计不大于 1", f"{name}: fractions must be 0 to 1, together at most 1"
        )
    found["N2"] = found.get("N2", 0.0) + max(0.0, 1.0 - whole)
    return tuple(found.get(s, 0.0) for s in SPECIES)


def _flows(given: Any, temperature_k: float, pressure_pa: float) -> Fractions:
    """Sources in m3/s at outside conditions, by SPECIES."""
    if not isinstance(given, Mapping):
        raise RefusedError("sources_kg_s 须为组分到 kg/s 的映射", "sources_kg_s must be a mapping of species to kg/s")
    found = {species_of(word): value for word, value in given.items()}
    if not all(isfinite(v) and abs(v) <= 1.0e3 for v in found.values()):
        raise RefusedError("sources_kg_s 须在 -1000 至 1000 kg/s", "sources_kg_s must lie within -1000 to 1000 kg/s")
    return tuple(
        enclosure.volume_flow_m3_s(found[s], MOLAR_KG[s], temperature_k, pressure_pa) if s in found else 0.0
        for s in SPECIES
    )


def room_of(**given: Any) -> Room:
    """The room that the inputs of `enclosure` describe."""
    warm, pressure, volume = given["temperature_k"], given["pressure_pa"], given["volume_m3"]
    carbon, hydrogen, oxygen, heat = FUELS[given["fuel"]]
    fire = enclosure_fire.burning(given["fire_kw"], heat, carbon, hydrogen, oxygen, given["co_yield"])
    made = {O2: -fire.o2_mol_s, CO2: fire.co2_mol_s, CO: fire.co_mol_s, H2O: fire.h2o_mol_s}
    molar_m3 = enclosure.GAS_CONSTANT * warm / pressure
    side = volume ** (1.0 / 3.0)
    walls = given["wall_area_m2"] or 6.0 * side * side
    return Room(
        volume_m3=volume,
        inflow_m3_s=given["inflow_m3_s"] * given["mixing_factor"],
        inlet=composition("inflow_composition", given["inflow_composition"], AIR),
        sources_m3_s=_flows(given["sources_kg_s"], warm, pressure),
        fire_m3_s=tuple(molar_m3 * made.get(n, 0.0) for n in range(len(SPECIES))),
        fire_w=1000.0 * given["fire_kw"],
        leakage_m2=_leakage(given, walls),
        height_m=given["height_m"] or side,
        wall_area_m2=walls,
        wall=given["wall"],
        outside_k=warm,
        extinction_o2=given["extinction_o2_fraction"],
        radiant_share=_radiated(given["fuel"], given["radiant_fraction"]),
    )


def _leakage(given: Mapping[str, Any], walls_m2: float) -> float:
    """As asked; else a room that a fire warms and no fan relieves must leak, since warming would burst it."""
    if given["leakage_area_m2"] is not None:
        return float(given["leakage_area_m2"])
    relieved = given["fire_kw"] <= 0.0 or given["inflow_m3_s"] > 0.0
    return 0.0 if relieved else enclosure_fire.typical_leakage_m2(walls_m2)


def _radiated(fuel: str, asked: float | None) -> float:
    if asked is not None:
        return asked
    return METHANE_RADIATES if fuel == "methane" else POOLS[fuel].radiant_fraction


def _step_s(room: Room, until_s: float) -> float:
    """1 s where a fire burns, else as far as is asked: the mixing of constant flows is exact."""
    return max(STEP_S, until_s / MOST_STEPS) if room.fire_w > 0.0 else until_s


def _at(room: Room, air: RoomAir, time_s: float, step_s: float) -> RoomAir:
    while air.since_s < time_s - 1.0e-9:
        air = enclosure_fire.room_step(room, air, min(step_s, time_s - air.since_s))
    return air


def _read(air: RoomAir, kind: int, basis: str) -> float:
    value = air.fractions[kind]
    steam = air.fractions[H2O]
    if basis == "wet" or steam <= 0.0:
        return value
    return 0.0 if kind == H2O else enclosure.dry_fraction(value, min(steam, 0.99))


def _time_to(room: Room, air: RoomAir, kind: int, wanted: float, basis: str) -> float:
    """When a fraction is first reached, s, within LONGEST_S."""
    if not 0.0 <= wanted <= 1.0:
        raise RefusedError("目标分数须在 0 至 1", "the fraction to be reached must lie within 0 to 1")
    step = STEP_S
    before = _read(air, kind, basis)
    while air.since_s < LONGEST_S:
        later = enclosure_fire.room_step(room, air, step)
        now = _read(later, kind, basis)
        if (before - wanted) * (now - wanted) <= 0.0 and before != now:
            return air.since_s + step * (wanted - before) / (now - before)
        if abs(now - before) < 1.0e-12 and room.fire_w <= 0.0:
            break
        air, before = later, now
        step = STEP_S if room.fire_w > 0.0 and air.since_s < 2.0 * MOST_STEPS else max(STEP_S, air.since_s / 2000.0)
    raise RefusedError("达不到该分数", "that fraction is never reached")


def _asked(given: Mapping[str, Any]) -> tuple[int, float] | None:
    """The species and the fraction whose time is asked for."""
    time_to = given["time_to"]
    if isinstance(time_to, Mapping) and time_to:
        if len(time_to) != 1:
            raise RefusedError("time_to 须为一种组分", "time_to takes one species")
        word, value = next(iter(time_to.items()))
        return SPECIES.index(species_of(word)), value
    if given["until_o2_fraction"] is not None:
        return O2, given["until_o2_fraction"]
    if given["until_fraction"] is not None:
        return SPECIES.index(species_of(given["until_species"])), given["until_fraction"]
    return None if isinstance(time_to, Mapping) else (O2, time_to)


def _enclosure(**given: Any) -> Mapping[str, Any]:
    basis, duration = given["basis"], given["duration_s"]
    room = room_of(**given)
    start = RoomAir(composition("initial", given["initial"], AIR), room.volume_m3, room.outside_k)
    asked = _asked(given)
    if asked is None and duration is None:
        raise RefusedError("须给出 duration_s 或 time_to", "give duration_s or time_to")
    time_s = _time_to(room, start, *asked, basis) if asked else None
    durations = duration if isinstance(duration, tuple) else (duration if duration is not None else time_s,)
    step, air = _step_s(room, max(durations)), start
    found = {}
    for at_s in sorted(dict.fromkeys(durations)):
        air = found[at_s] = _at(room, air, at_s, step)
    molar = enclosure.GAS_CONSTANT * room.outside_k / given["pressure_pa"]
    rows = [_row(found[at_s], basis, room, molar) for at_s in durations]
    many = isinstance(duration, tuple)
    outputs: dict[str, Any] = {name: [r[name] for r in rows] if many else rows[0][name] for name in rows[0]}
    return {**outputs, "time_s": time_s}


def _row(air: RoomAir, basis: str, room: Room, molar_m3: float) -> dict[str, float]:
    made = {f"{s.lower()}_fraction": _read(air, n, basis) for n, s in enumerate(SPECIES)}
    burnt = {n: air.burnt_s * abs(room.fire_m3_s[n]) / molar_m3 * MOLAR_KG[SPECIES[n]] for n in (O2, CO2, H2O)}
    made["temperature_k"] = air.temperature_k
    return {**made, "o2_consumed_kg": burnt[O2], "co2_kg": burnt[CO2], "h2o_kg": burnt[H2O]}


def _room_pressure(heat_kw: float, volume_m3: float, duration_s: float, outside_k: float, pressure_pa: float) -> Any:
    over = enclosure_fire.sealed_overpressure_pa(heat_kw, volume_m3, duration_s)
    return {
        "overpressure_pa": over,
        "temperature_k": enclosure_fire.sealed_temperature_k(outside_k, over, pressure_pa),
    }


def _vent_flow(
    flow_m3_s: float, vent_area_m2: float, discharge_coefficient: float, temperature_k: float, pressure_pa: float
) -> Any:
    density = pressure_pa * 0.028965 / (enclosure.GAS_CONSTANT * temperature_k)
    return {
        "mass_flow_kg_s": flow_m3_s * density,
        "overpressure_pa": enclosure_fire.vent_overpressure_pa(
            flow_m3_s, vent_area_m2, discharge_coefficient, density, pressure_pa
        ),
    }


TEMPERATURE = Input("temperature_k", 293.15, limits=(223.15, 333.15))
PRESSURE = Input("pressure_pa", 101325.0, limits=(6.0e4, 1.2e5))

MODELS = (
    Model(
        "enclosure",
        Text("受限空间内的气体组分", "air of a confined space over time"),
        (
            Input("volume_m3"),
            Input("inflow_m3_s", 0.0),
            Input("initial", {}),
            Input("inflow_composition", {}),
            Input("sources_kg_s", {}),
            Input("fire_kw", 0.0, limits=(0.0, 1.0e5)),
            Input("mixing_factor", 1.0, limits=(0.05, 1.0)),
            Input("duration_s", None, limits=(0.0, LONGEST_S), many=True),
            Input("basis", "dry", ("dry", "wet")),
            Input("fuel", "methane", tuple(FUELS)),
            Input("co_yield", 0.0),
            Input("radiant_fraction", None, limits=(0.0, 0.6)),
            Input("extinction_o2_fraction", 0.0, limits=(0.0, 0.21)),
            Input("leakage_area_m2", None, limits=(0.0, 100.0)),
            Input("height_m", None, limits=(0.3, 100.0)),
            Input("wall", "concrete", tuple(enclosure_fire.WALLS)),
            Input("wall_area_m2", None, limits=(0.1, 1.0e6)),
            TEMPERATURE,
            PRESSURE,
            Input("time_to", {}),
            Input("until_o2_fraction", None, limits=(0.0, 1.0)),
            Input("until_species", "O2", (*SPECIES, *(s.lower() for s in SPECIES))),
            Input("until_fraction", None, limits=(0.0, 1.0)),
        ),
        (*(f"{s.lower()}_fraction" for s in SPECIES), "temperature_k", "o2_consumed_kg", "co2_kg", "h2o_kg", "time_s"),
        (enclosure.mixed_step, enclosure_fire.room_step, enclosure_fire.burning, enclosure.dry_fraction,
         enclosure.purged_fraction, enclosure_fire.typical_leakage_m2),
        _enclosure,
        whole=True,
    ),
    Model(
        "room_pressure",
        Text("密闭房间受热的升压与升温", "pressure and temperature of a sealed room that is heated"),
        (Input("heat_kw"), Input("volume_m3"), Input("duration_s", many=True),
         Input("outside_k", 293.15), PRESSURE),
        ("overpressure_pa", "temperature_k"),
        (enclosure_fire.sealed_overpressure_pa, enclosure_fire.sealed_temperature_k),
        _room_pressure,
    ),
    Model(
        "vent_flow",
        Text("送风房间经孔口的泄压", "pressure of a room that a fan blows into and a vent lets out of"),
        (Input("flow_m3_s"), Input("vent_area_m2"), Input("discharge_coefficient", 0.7), TEMPERATURE, PRESSURE),
        ("mass_flow_kg_s", "overpressure_pa"),
        (enclosure_fire.vent_overpressure_pa,),
        _vent_flow,
    ),
)  # fmt: skip
