"""Dense plume and puff through the calculator: CCPS 1999 p. 122 and Potchefstroom as in GasDispersion.jl (MIT)."""

from typing import Any

import pytest

from server.calculator import MODELS, RefusedError, ask

BURRO = {"mass_flow_kg_s": 97.888, "vapour_density_kg_m3": 1.76, "vapour_temperature_k": 111.15,
         "wind_10m_m_s": 10.9, "ambient_temperature_k": 298}  # fmt: skip
POTCHEFSTROOM = {"volume_m3": 72500.0, "vapour_density_kg_m3": 1.434, "initial_fraction": 1 / 16.4,
                 "wind_10m_m_s": 2, "ambient_temperature_k": 293.15}  # fmt: skip


def fraction(model: str, **given: Any) -> Any:
    return ask(MODELS[model], given)["outputs"]["volume_fraction"]


def test_burro() -> None:
    found = fraction("dense_plume", **BURRO, x_m=[45.2, 367, 1200])
    assert found == pytest.approx([0.6720234544594696, 0.050717667650511944, 0.004921409666659286], rel=1e-3)


@pytest.mark.parametrize(
    ("x_m", "time_s", "expected"),
    [
        (160, 200, 0.0030830245167018195),
        (333, 124, 0.006097560975609757),
        (333, 1396, 0.00018497619507887978),
        (2500, 3125, 0.0007259996788424369 / 16.4),
        (3000, 200, 0.0),
    ],
)
def test_potchefstroom(x_m: float, time_s: float, expected: float) -> None:
    assert fraction("dense_puff", **POTCHEFSTROOM, x_m=x_m, time_s=time_s) == pytest.approx(expected, rel=1e-3)


def test_without_a_time_the_front_is_read() -> None:
    """At 1396 s the front of Potchefstroom is at 0.4 x 2 x 1396 + 785.6 m."""
    assert fraction("dense_puff", **POTCHEFSTROOM, x_m=1902.4) == pytest.approx(0.00018497619507887978, rel=2e-3)


def test_cold_puffs_warm() -> None:
    plain = fraction("dense_puff", **POTCHEFSTROOM, x_m=500)
    assert fraction("dense_puff", **POTCHEFSTROOM, x_m=500, vapour_temperature_k=239.8) > plain


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"vapour_density_kg_m3": 0.7}, "no denser"),
        ({"wind_10m_m_s": 0.5, "mass_flow_kg_s": 500}, "alpha"),
        ({"x_m": -1}, "x_m"),
        ({"wind_10m_m_s": 0.1}, "wind_10m_m_s"),
    ],
)
def test_what_the_curves_do_not_know_is_refused(given: dict[str, Any], says: str) -> None:
    with pytest.raises(RefusedError) as refused:
        fraction("dense_plume", **{**BURRO, "x_m": 100, **given})
    assert says in refused.value.text.en and refused.value.text.zh
