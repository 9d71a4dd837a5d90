"""The models of explosions: blast of a cloud by flame speed or by strength, TNT equivalence, energy, damage."""

from collections.abc import Callable, Mapping
from typing import Any

from server.calculator.asking import RefusedError
from server.calculator.model import Input, Model
from sim_core.physics import bst, congestion, damage, multi_energy, tnt
from sim_core.physics.validity import Limits, check, validity_of
from sim_core.text import Text

REACH_M = (0.1, 1.0e5)


def _explosion(
    energy_j: float, flame_mach: float | None, strength: float | None, distance_m: float, ambient_pa: float
) -> Mapping[str, Any]:
    if (flame_mach is None) == (strength is None):
        raise RefusedError(
            "须给出 flame_mach（BST）或 strength（多能法）之一",
            "give one of flame_mach (BST) and strength (multi-energy)",
        )
    scaled = bst.scaled_distance(energy_j, distance_m, ambient_pa)
    check(bst.overpressure, scaled=scaled)
    if flame_mach is not None:
        pressure, phase = bst.overpressure(flame_mach, scaled), bst.positive_phase_s(flame_mach, scaled, energy_j)
    else:
        assert strength is not None
        pressure = multi_energy.overpressure(strength, scaled)
        phase = multi_energy.positive_phase_s(strength, scaled, energy_j)
    overpressure_pa = pressure * ambient_pa
    return {
        "scaled_distance": scaled,
        "overpressure_pa": overpressure_pa,
        "positive_phase_s": phase,
        "impulse_pa_s": 0.5 * overpressure_pa * phase,
        **_damage(overpressure_pa),
    }


def _tnt(
    mass_kg: float, heat_of_combustion_j_kg: float, efficiency: float, distance_m: float | None
) -> Mapping[str, Any]:
    charge = tnt.equivalent_kg(mass_kg, heat_of_combustion_j_kg, efficiency)
    if distance_m is None:
        return {"tnt_kg": charge}
    scaled = tnt.scaled_m_kg13(charge, distance_m)
    check(tnt.overpressure_pa, scaled=scaled)
    overpressure_pa = tnt.overpressure_pa(scaled)
    lasts, pushes = _limits(tnt.positive_phase_s), _limits(tnt.impulse_pa_s)
    return {
        "tnt_kg": charge,
        "scaled_distance_m_kg13": scaled,
        "overpressure_pa": overpressure_pa,
        "positive_phase_s": tnt.positive_phase_s(scaled, charge) if lasts[0] <= scaled <= lasts[1] else None,
        "impulse_pa_s": tnt.impulse_pa_s(scaled, charge) if pushes[0] <= scaled <= pushes[1] else None,
        **_damage(overpressure_pa),
    }


def _energy(
    volume_m3: float, oxygen_mol: float, heat_of_combustion_j_mol: float, temperature_k: float, pressure_pa: float
) -> Mapping[str, float]:
    return {
        "stoichiometric_fraction": congestion.stoichiometric_fraction(oxygen_mol),
        "energy_j": congestion.energy_j(volume_m3, oxygen_mol, heat_of_combustion_j_mol, temperature_k, pressure_pa),
    }


def _limits(function: Callable[..., float]) -> Limits:
    return validity_of(function).limits["scaled"]


def _damage(overpressure_pa: float) -> Mapping[str, Any]:
    told = damage.words(overpressure_pa)
    return {"damage": told.en, "damage_zh": told.zh}


MODELS = (
    Model(
        "explosion",
        Text(
            "蒸气云爆炸（BST：能量已含地面反射加倍；多能法：能量不加倍）",
            "vapour cloud explosion (BST: energy doubled by the ground already; multi-energy: as it is)",
        ),
        (
            Input("energy_j"),
            Input("flame_mach", None),
            Input("strength", None),
            Input("distance_m", limits=REACH_M, many=True),
            Input("ambient_pa", bst.AMBIENT_PA),
        ),
        ("overpressure_pa", "positive_phase_s", "impulse_pa_s", "scaled_distance", "damage", "damage_zh"),
        (
            bst.overpressure, bst.positive_phase_s, bst.scaled_distance, multi_energy.overpressure,
            multi_energy.positive_phase_s, damage.words,
        ),
        _explosion,
    ),
    Model(
        "tnt",
        Text("TNT 当量", "TNT equivalence"),
        (
            Input("mass_kg"),
            Input("heat_of_combustion_j_kg"),
            Input("efficiency", 0.03),
            Input("distance_m", None, limits=REACH_M, many=True),
        ),
        ("tnt_kg", "overpressure_pa", "positive_phase_s", "impulse_pa_s", "scaled_distance_m_kg13", "damage",
         "damage_zh"),
        (tnt.equivalent_kg, tnt.overpressure_pa, tnt.positive_phase_s, tnt.impulse_pa_s, damage.words),
        _tnt,
    ),
    Model(
        "cloud_energy",
        Text("化学计量云团的燃烧能量", "combustion energy of a stoichiometric cloud"),
        (
            Input("volume_m3"),
            Input("oxygen_mol"),
            Input("heat_of_combustion_j_mol"),
            Input("temperature_k", 293.15),
            Input("pressure_pa", bst.AMBIENT_PA),
        ),
        ("stoichiometric_fraction", "energy_j"),
        (congestion.stoichiometric_fraction, congestion.energy_j),
        _energy,
    ),
    Model(
        "damage",
        Text("超压造成的破坏", "damage by overpressure"),
        (Input("overpressure_pa", many=True),),
        ("damage", "damage_zh"),
        (damage.words,),
        _damage,
    ),
)  # fmt: skip
