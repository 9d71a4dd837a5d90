"""FED: the verification cases of FDS and CFAST, terms that vanish, and that more is worse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import fed

PPM = 1.0e-6


def purser(t: float, o2: float, co: float = 0.0, co2: float = 0.0, hcn: float = 0.0, nox: float = 0.0) -> float:
    return fed.total_fed(
        fed.fed_co(co, t, 25.0, 30.0), fed.fed_hcn(hcn, nox, t), fed.fed_nox(nox, t), fed.fed_o2(o2, t), 0.0,
        fed.hyperventilation(co2),
    )  # fmt: skip


@pytest.mark.parametrize(("o2", "co", "co2", "hcn", "no", "expected"), [
    (0.11842405, 0.0, 0.0, 0.0, 0.0, 0.065345083),
    (0.20700008, 0.000999611, 0.0, 0.0, 0.0, 0.061542664),
    (0.09772709, 0.00324186, 0.03430594, 0.0, 0.0, 0.5994),
    (0.09021848, 0.00245582, 0.01918864, 0.00026533, 0.00013487, 0.97403),
])  # fmt: skip
def test_fds_verification(o2: float, co: float, co2: float, hcn: float, no: float, expected: float) -> None:
    """firemodels/fds, Verification/Species/FED_Device.csv and FED_FIC.csv, after 100 s."""
    assert purser(100.0, o2, co, co2, hcn, no) == pytest.approx(expected, rel=0.01)


def test_fds_irritants() -> None:
    """firemodels/fds, Verification/Species/FED_FIC.csv, irritants, after 100 s: FED 0.0082584, FIC 0.8574."""
    ppm = {"NO2": 1.14, "HCL": 68.33, "HBR": 68.33, "HF": 52.15, "SO2": 7.19, "ACROLEIN": 2.7, "HCHO": 13.49}
    dose = sum(fed.irritant_dose(s, PPM * c, 100.0) for s, c in ppm.items())
    hindered = sum(fed.irritant_share(s, PPM * c) for s, c in ppm.items())
    whole = fed.total_fed(
        0.0, 0.0, fed.fed_nox(1.14 * PPM, 100.0), fed.fed_o2(0.209, 100.0), dose, fed.hyperventilation(0.0)
    )
    assert whole == pytest.approx(0.0082584, rel=0.02)
    assert hindered == pytest.approx(0.8574, rel=0.02)


def test_clean_air_does_nothing() -> None:
    assert purser(86400.0, 0.209) == 0.0
    assert fed.iso_fed(0.0, 0.0, 0.0004, 86400.0) == 0.0 == fed.fed_co2(0.0004, 86400.0)


def test_nitrogen_oxides_protect_from_cyanide() -> None:
    assert fed.fed_hcn(100.0 * PPM, 100.0 * PPM, 60.0) == 0.0 < fed.fed_hcn(100.0 * PPM, 0.0, 60.0)


@given(o2=st.floats(0.0, 0.2), co=st.floats(0.0, 0.05), less=st.floats(0.0, 1.0), t=st.floats(1.0, 3600.0))
def test_more_is_worse_and_time_adds_up(o2: float, co: float, less: float, t: float) -> None:
    assert purser(t, o2, co * less) <= purser(t, o2, co) <= purser(t, o2 * less, co)
    assert 2.0 * purser(t, o2, co) == pytest.approx(purser(2.0 * t, o2, co))


def test_iso_agrees_with_cfast() -> None:
    """firemodels/cfast, gas_tenability: 13.7 ppm of CO and 0.0223 % of CO2 for 1 s."""
    assert fed.iso_fed(13.7 * PPM, 0.0, 0.000223, 1.0) == pytest.approx(6.56e-6, rel=0.03)
    assert fed.iso_fed(0.0, 165.6 * PPM, 0.0, 60.0) == pytest.approx(0.1440, rel=0.01)  # 165.6^2.36 = 172,800
