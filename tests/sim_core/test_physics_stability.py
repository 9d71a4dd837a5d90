"""Classes from weather and Obukhov length; lengths against GasDispersion.jl (27ac3007, MIT)."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import stability

AT_1_2_M = {"A": -11.609752888076077, "B": -26.818480014823884, "C": -129.91505611802876,
            "D": inf, "E": 129.91505611802876, "F": 26.818480014823884}  # fmt: skip


def test_obukhov_lengths() -> None:
    for one, length in AT_1_2_M.items():
        assert stability.obukhov_m(one, 1.2) == pytest.approx(length)


@given(st.sampled_from("ABCDEF"), st.floats(2e-4, 1.0))
def test_a_class_is_found_from_its_own_length(one: str, roughness_m: float) -> None:
    assert stability.class_of_obukhov(stability.obukhov_m(one, roughness_m), roughness_m) == one


def test_field_trials_have_the_classes_of_their_reports() -> None:
    """Burro 8 was stable (E), Coyote 6 neutral (D), Burro 3 and Coyote 3 unstable."""
    assert stability.class_of_obukhov(16.2, 0.0002) == "E"
    assert stability.class_of_obukhov(82.5, 0.0002) == "D"
    assert stability.class_of_obukhov(-9.49, 0.0002) in "BC"
    assert stability.class_of_obukhov(-8.56, 0.0002) in "BC"


@given(st.floats(0.0, 30.0), st.floats(0.0, 1300.0))
def test_more_wind_and_less_sun_are_nearer_to_neutral(wind: float, sun: float) -> None:
    assert stability.class_of_radiation(wind + 1.0, sun) >= stability.class_of_radiation(wind, sun)
    assert stability.class_of_radiation(wind, 0.5 * sun) >= stability.class_of_radiation(wind, sun)
    assert stability.class_of_night(wind, True) >= stability.class_of_night(wind, False)


@pytest.mark.parametrize(
    ("wind", "sky", "found"),
    [(1.0, "strong", "A"), (2.5, "slight", "C"), (4.0, "moderate", "C"), (4.0, "overcast", "D"),
     (4.0, "clear_night", "E"), (2.5, "cloudy_night", "E"), (7.0, "strong", "C"), (9.0, "clear_night", "D")],
)  # fmt: skip
def test_pasquill(wind: float, sky: str, found: str) -> None:
    assert stability.class_of_sky(wind, sky) == found
