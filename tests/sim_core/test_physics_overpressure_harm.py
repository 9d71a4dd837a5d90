"""Overpressure harm: the probits of HyRAM's own tests, and that more is worse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import overpressure_harm as harm
from sim_core.physics.heat_dose import probability


def test_hyram_probits() -> None:
    assert harm.eisenberg_probit(1.0e5) == pytest.approx(2.454315, abs=1.0e-4)
    assert harm.tno_head_probit(1.0e5, 1.0e4) == pytest.approx(12.2786003, abs=1.0e-4)
    assert harm.tno_collapse_probit(1.0e5, 1.0e4) == pytest.approx(6.4917213, abs=1.0e-4)
    assert harm.tno_body_probit(1.0e5, 1.0e4) == pytest.approx(5.0 - 2.44 * 0.317580, abs=1.0e-4)  # ln 1.3738
    assert probability(harm.eisenberg_probit(144542.867547)) == pytest.approx(0.5, abs=1.0e-4)


@given(p=st.floats(1.0e3, 1.0e6), i=st.floats(1.0, 1.0e5), more=st.floats(1.0, 5.0))
def test_more_is_worse(p: float, i: float, more: float) -> None:
    for of in (harm.tno_head_probit, harm.tno_body_probit, harm.tno_collapse_probit):
        assert of(p * more, i) >= of(p, i) <= of(p, i * more)
    assert harm.tno_lung_probit(p, i, 70.0) <= harm.tno_lung_probit(p * more, i, 70.0)
    assert harm.tno_lung_probit(p, i, 70.0) <= harm.tno_lung_probit(p, i, 10.0), "a small body suffers more"
    assert harm.hse_probit(p) <= harm.hse_probit(p * more)
