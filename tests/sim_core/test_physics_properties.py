"""Laws of properties on a made-up substance whose numbers can be worked by hand."""

import pytest

from sim_core.physics.properties import (
    Properties,
    heat_capacity_ratio,
    latent_heat_j_kg,
    liquid_capacity_j_kg_k,
    liquid_density_kg_m3,
    vapour_capacity_j_kg_k,
    vapour_density_kg_m3,
    vapour_pressure_pa,
)
from sim_core.text import Text

PLAIN = Properties(
    "plain", Text("甲", "plain"), "0-0-0", "0000", 0.044, 231.0, 370.0, 4.25e6, (200.0, 360.0),
    ln_pressure=(22.0, -2400.0, 0.0, 0.0),
    density=(800.0, -1.0, 0.0, 0.0),
    liquid_capacity=(2000.0, 1.0, 0.0),
    vapour_capacity=(500.0, 4.0, 0.0),
    latent=(6.0e5, 0.38),
    diffusivity_m2_s=1.0e-5,
)  # fmt: skip


def test_the_laws_by_hand() -> None:
    assert vapour_pressure_pa(PLAIN, 300.0) == pytest.approx(1_202_604.0, rel=1e-6)  # e^14
    assert liquid_density_kg_m3(PLAIN, 300.0) == 500.0
    assert liquid_capacity_j_kg_k(PLAIN, 300.0) == 2300.0
    assert vapour_capacity_j_kg_k(PLAIN, 300.0) == 1700.0
    assert heat_capacity_ratio(PLAIN, 300.0) == pytest.approx(1700.0 / (1700.0 - 188.965), rel=1e-5)
    assert latent_heat_j_kg(PLAIN, 185.0) == pytest.approx(6.0e5 * 0.5**0.38, rel=1e-12)
    assert vapour_density_kg_m3(PLAIN, 300.0, 101325.0) == pytest.approx(1.78737, rel=1e-5)


def test_above_the_critical_point_nothing_is_left_to_boil() -> None:
    assert latent_heat_j_kg(PLAIN, 370.0) == 0.0 == latent_heat_j_kg(PLAIN, 400.0)
