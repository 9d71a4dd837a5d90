"""The table of substances: whole, consistent with itself, and right at points that handbooks print."""

import pytest

from sim_core.physics import properties
from sim_core.physics.substances import SUBSTANCES

IDS = """petrol naphtha crude diesel kerosene methanol ethanol acetone propane butane lpg methane lng ethylene hydrogen
    chlorine ammonia hydrogen_sulfide carbon_monoxide carbon_dioxide nitrogen oxygen vinyl_chloride benzene toluene
    xylene hexane heptane acrylonitrile sulfur_dioxide water""".split()  # noqa: SIM905


def test_every_substance_is_there() -> None:
    assert sorted(SUBSTANCES) == sorted(IDS)


@pytest.mark.parametrize("identity", sorted(set(IDS) - {"carbon_dioxide", "diesel", "kerosene"}))
def test_boils_at_one_atmosphere(identity: str) -> None:
    s = SUBSTANCES[identity]
    assert s.liquid_k[0] < s.boiling_k < s.critical_k
    assert properties.vapour_pressure_pa(s, s.boiling_k) == pytest.approx(101325.0, rel=5e-3)


@pytest.mark.parametrize("identity", IDS)
def test_falls_and_rises_as_it_should(identity: str) -> None:
    s = SUBSTANCES[identity]
    low, high = s.liquid_k
    ts = [low + n * (high - low) / 40 for n in range(41)]
    pressure = [properties.vapour_pressure_pa(s, t) for t in ts]
    latent = [properties.latent_heat_j_kg(s, t) for t in ts]
    assert pressure == sorted(pressure)
    assert latent == sorted(latent, reverse=True)
    assert latent[-1] > 0.0
    assert properties.latent_heat_j_kg(s, s.critical_k) == 0.0
    assert all(properties.liquid_capacity_j_kg_k(s, t) > 0.0 for t in ts)
    assert all(1.03 < properties.heat_capacity_ratio(s, t) < 1.75 for t in (250.0, 300.0, 350.0))
    density = [properties.liquid_density_kg_m3(s, t) for t in ts if identity != "water" or t > 278.0]
    assert density == sorted(density, reverse=True)
