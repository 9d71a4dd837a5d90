"""Demand: the clauses as read in the standards, and how second-hand values say so."""

from math import pi

import pytest

from sim_core.physics import demand

LIGHT, HEAVY = 253.15, 353.15


@pytest.mark.parametrize(
    ("standard", "place", "rate", "minutes", "clause", "evidence"),
    [
        ("gb50151", "external_floating_roof", 12.5, 60.0, "4.3.2", "R"),
        ("gb50151", "fixed_roof_subsurface", 6.0, 60.0, "4.2.2", "R"),
        ("gb50151", "lng_bund", 7.2, 40.0, "5.3.5", "R"),
        ("gb50151", "spill_indoor", 4.0, 10.0, "5.3.4", "R"),
        ("gb50151", "spill_outdoor", 4.0, 15.0, "5.3.4", "R"),
        ("gb50151", "fixed_roof", 5.0, 45.0, "4.2.2-1", "B"),
        ("nfpa11", "fixed_roof_monitor", 6.5, 65.0, "FP-2011-37", "R2"),
    ],
)
def test_foam(standard: str, place: str, rate: float, minutes: float, clause: str, evidence: str) -> None:
    asked = demand.foam(standard, place, LIGHT, "afff")
    assert (asked.rate_l_min_m2, asked.minutes, asked.evidence) == (rate, minutes, evidence)
    assert clause in asked.clause
    assert (asked.standing == demand.CONFIRM) == (evidence != "R")


def test_agent_and_flash_point_change_the_clause() -> None:
    """GB 50151-2010, table 4.2.2-1: protein 6.0 for 40/30 min, other foams 5.0 for 45/30; mobile 8.0, 6.5."""
    fixed = [demand.foam("gb50151", "fixed_roof", f, a) for f in (LIGHT, HEAVY) for a in ("protein", "fffp")]
    assert [(d.rate_l_min_m2, d.minutes) for d in fixed] == [(6.0, 40.0), (5.0, 45.0), (6.0, 30.0), (5.0, 30.0)]
    mobile = [demand.foam("gb50151", "fixed_roof_mobile", LIGHT, a).rate_l_min_m2 for a in ("fluoroprotein", "afff")]
    assert mobile == [8.0, 6.5]
    assert demand.foam("nfpa11", "fixed_roof_monitor", 320.0, "afff").minutes == 50.0


def test_limits_of_diameter_and_perimeter() -> None:
    assert demand.foam("nfpa11", "fixed_roof_monitor", LIGHT, "afff").most_m == 18.3
    assert demand.foam("nfpa11", "fixed_roof_handline", LIGHT, "afff").most_m == 9.2
    assert demand.foam("gb50151", "external_floating_roof", LIGHT, "afff").perimeter_m == 24.0


@pytest.mark.parametrize(
    ("standard", "place", "diameter_m", "rate", "hours"),
    [
        ("gb50160", "fixed_roof", 30.0, 2.5, 9.0), ("gb50160", "fixed_roof", 20.0, 2.5, 6.0),
        ("gb50160", "floating_roof", 80.0, 2.0, 6.0), ("gb50160", "sphere", 12.0, 9.0, 6.0),
        ("gb50974", "fixed_roof", 30.0, 2.5, 6.0), ("gb50974", "floating_roof", 30.0, 2.0, 4.0),
        ("nfpa15", "vessel", 3.0, 10.2, 0.0), ("cfr46", "horizontal", 3.0, 10.0, 0.0),
        ("cfr46", "vertical", 3.0, 4.0, 0.0),
    ],
)  # fmt: skip
def test_cooling(standard: str, place: str, diameter_m: float, rate: float, hours: float) -> None:
    asked = demand.cooling(standard, place, diameter_m)
    assert (asked.rate_l_min_m2, asked.minutes) == (rate, hours * 60.0)
    assert asked.clause and asked.evidence in ("R", "R2", "B")


def test_areas() -> None:
    assert demand.foam_area_m2(60.0, 0.9, True) == pytest.approx(pi * (30.0**2 - 29.1**2))
    assert demand.foam_area_m2(20.0, 0.9, False) == pytest.approx(100.0 * pi)
    assert demand.cooled_area_m2("neighbour", 20.0, 15.0) == pytest.approx(150.0 * pi)
    assert demand.cooled_area_m2("sphere", 10.0, 99.0) == pytest.approx(100.0 * pi)


def test_a_clause_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        demand.foam("nfpa11", "lng_bund", LIGHT, "afff")
