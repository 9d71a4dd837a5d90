"""Hydrogen cyanide: only of cyanide, by water, heat or explosion; downwind alone, by the plume of the field trials."""

from math import exp, pi, sqrt

import pytest

from tests.drills import put
from tests.stores import facts, shed, store, warm


@pytest.mark.parametrize(("cyanide", "water", "burst", "kg_s"), [
    ("no", True, True, 0.0), ("yes", False, False, 0.0), ("yes", True, False, 0.03), ("yes", False, True, 0.12),
])  # fmt: skip
def test_it_comes_of_cyanide_that_is_wetted_or_strewn(cyanide, water, burst, kg_s):
    stage = shed(cyanide=cyanide)
    if water:
        put(stage, WM_1="fog")
    if burst:
        warm(stage, 580.0)
    stage.wait(2)
    assert store(stage).hcn_kg_s == pytest.approx(kg_s)


def test_a_row_that_the_fire_has_heated_gives_off_a_little():
    stage = shed(cyanide="yes", growth_kw_s2=0.2)
    stage.wait(900)
    assert store(stage).hcn_kg_s in (pytest.approx(0.004), pytest.approx(0.124))


def met_ppm(stage, seat: str) -> float:
    return 1.0e6 * stage.world.hazard.air_people[stage.index(seat)][0]


def test_downwind_it_is_what_the_plume_says_and_upwind_nothing():
    """Briggs rural D at x: 0.08 x / sqrt(1 + 1e-4 x), 0.06 x / sqrt(1 + 1.5e-3 x)."""
    stage = shed(cyanide="yes", wind_from_deg=0.0)
    put(stage, WM_1="fog")
    x, y = stage.rules.centre_m
    stage.stand("FF", "MP-N")
    stage.wait(1)
    w = stage.world.weather
    far = 150.0
    stage.put("SAF", place="", x_m=x + far * w.u_m_s / w.speed_m_s, y_m=y + far * w.v_m_s / w.speed_m_s, until_tick=0)
    stage.wait(1)
    w = stage.world.weather
    p = stage.person("SAF")
    along = ((p.x_m - x) * w.u_m_s + (p.y_m - y) * w.v_m_s) / w.speed_m_s
    across = ((p.y_m - y) * w.u_m_s - (p.x_m - x) * w.v_m_s) / w.speed_m_s
    sy, sz = 0.08 * along / sqrt(1.0 + 1.0e-4 * along), 0.06 * along / sqrt(1.0 + 1.5e-3 * along)
    kg_m3 = 0.03 / (pi * w.speed_m_s * sy * sz) * exp(-across * across / (2 * sy * sy)) * exp(-2.25 / (2 * sz * sz))
    assert w.stability == "D"
    assert met_ppm(stage, "SAF") == pytest.approx(1.0e6 * kg_m3 * 8.314 * 298.15 / (0.027025 * 101325.0), rel=0.01)
    assert met_ppm(stage, "FF") == 0.0


def test_detectors_and_the_portable_one_show_it_and_where_it_harms_is_told():
    stage = shed(cyanide="yes", wind_from_deg=0.0, wind_speed_m_s=1.0)
    put(stage, WM_1="fog")
    stage.stand("SAF", "R1")
    stage.wait(60)
    assert stage.told("alarm", subject="GD-3")
    assert not stage.told("alarm", subject="GD-1")
    stage.put("SAF", place="", x_m=10.0, y_m=-40.0, until_tick=0)
    stage.wait(30)
    assert stage.seen("SAF").body.gas[0] > 10.0
    assert "hcn_at_people" in facts(stage)
