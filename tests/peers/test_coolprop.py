"""The table of substances against CoolProp, and against correlations that were not fitted from equations of state.

The fits rest on `thermo`, whose HEOS_FIT follows the same equations of state as CoolProp: agreement there says that the
fits are good, not that two sources agree. DIPPR (Perry's Handbook, 8th ed.) is the independent one.
"""

from collections.abc import Callable

import pytest

from sim_core.physics import properties
from sim_core.physics.substances import SUBSTANCES

coolprop = pytest.importorskip("CoolProp.CoolProp", reason="CoolProp is not here: make peers")

FLUIDS = {
    "methanol": "Methanol", "ethanol": "Ethanol", "acetone": "Acetone", "propane": "Propane", "butane": "n-Butane",
    "methane": "Methane", "ethylene": "Ethylene", "hydrogen": "Hydrogen", "ammonia": "Ammonia",
    "hydrogen_sulfide": "HydrogenSulfide", "carbon_monoxide": "CarbonMonoxide", "carbon_dioxide": "CarbonDioxide",
    "nitrogen": "Nitrogen", "oxygen": "Oxygen", "benzene": "Benzene", "toluene": "Toluene", "xylene": "m-Xylene",
    "hexane": "n-Hexane", "heptane": "n-Heptane", "sulfur_dioxide": "SulfurDioxide", "water": "Water",
}  # fmt: skip
DRILL_K = (250.0, 330.0)
# Quadratic and Watson's law follow hydrogen near its critical point (33 K) less well.
LOOSE = {"hydrogen": 0.04}


def temperatures(identity: str) -> list[float]:
    """Where drills use the liquid: 250-330 K, or around boiling for what boils colder."""
    s = SUBSTANCES[identity]
    low, high = s.liquid_k
    if s.boiling_k > 190.0:
        low, high = max(low, DRILL_K[0]), min(high, DRILL_K[1])
    else:
        low, high = max(low, 0.92 * s.boiling_k), 1.15 * s.boiling_k
    return [low + n * (high - low) / 8 for n in range(9)]


def worst(
    identity: str, ours: Callable[[float], float], theirs: Callable[[float], float], most: float = 1.0
) -> float:
    """Greatest relative difference where drills use the liquid, up to a part of the critical temperature."""
    below = most * SUBSTANCES[identity].critical_k
    return max(abs(ours(t) / theirs(t) - 1.0) for t in temperatures(identity) if t <= below)


@pytest.mark.parametrize("identity", FLUIDS)
def test_vapour_pressure_within_1_percent(identity: str) -> None:
    s, fluid = SUBSTANCES[identity], FLUIDS[identity]
    assert worst(
        identity, lambda t: properties.vapour_pressure_pa(s, t), lambda t: coolprop.PropsSI("P", "T", t, "Q", 0, fluid)
    ) < 0.01  # fmt: skip


@pytest.mark.parametrize("identity", FLUIDS)
def test_liquid_density_within_1_percent(identity: str) -> None:
    s, fluid = SUBSTANCES[identity], FLUIDS[identity]
    assert worst(
        identity, lambda t: properties.liquid_density_kg_m3(s, t),
        lambda t: coolprop.PropsSI("D", "T", t, "Q", 0, fluid),
    ) < 0.01  # fmt: skip


@pytest.mark.parametrize("identity", FLUIDS)
def test_latent_heat_within_2_percent(identity: str) -> None:
    s, fluid = SUBSTANCES[identity], FLUIDS[identity]

    def theirs(t: float) -> float:
        return coolprop.PropsSI("H", "T", t, "Q", 1, fluid) - coolprop.PropsSI("H", "T", t, "Q", 0, fluid)

    assert worst(identity, lambda t: properties.latent_heat_j_kg(s, t), theirs) < LOOSE.get(identity, 0.02)


@pytest.mark.parametrize("identity", FLUIDS)
def test_liquid_heat_capacity_within_2_percent(identity: str) -> None:
    s, fluid = SUBSTANCES[identity], FLUIDS[identity]
    assert worst(
        identity, lambda t: properties.liquid_capacity_j_kg_k(s, t),
        lambda t: coolprop.PropsSI("C", "T", t, "Q", 0, fluid), most=0.85,
    ) < LOOSE.get(identity, 0.02)  # fmt: skip


@pytest.mark.parametrize("identity", FLUIDS)
def test_vapour_heat_capacity_within_2_percent(identity: str) -> None:
    s, fluid = SUBSTANCES[identity], FLUIDS[identity]
    for t in (250.0, 300.0, 350.0, 400.0, 450.0):
        theirs = coolprop.PropsSI("Cp0mass", "T", t, "D", 1e-4, fluid)
        assert properties.vapour_capacity_j_kg_k(s, t) == pytest.approx(theirs, rel=0.02), t
