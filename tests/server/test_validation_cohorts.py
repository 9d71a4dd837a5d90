"""The cohorts: whole, within the range of their models, held to their bars, and what is told of them true."""

import json
import re
import tomllib
from dataclasses import replace
from itertools import product
from math import cos, dist, log, pi, radians, sin, sqrt
from typing import Any

import pytest

from server.calculator import MODELS, ask
from server.validation import Cohort, Found, cohorts, examined, find, verdict
from server.validation.cohort import Bar
from server.validation.data import peer
from server.validation.peers import oxygen, races
from server.validation.words import apart, poor_readings, poor_trials
from sim_core.physics import train_motion
from sim_core.physics.transmissivity import transmissivity
from tests.house.tree import ROOT

COHORTS = {c.name: c for c in cohorts()}
DATA = ROOT / "server" / "validation" / "data"
# (cohort, statistic) that is not reached: told on the page, and here so that it does not go unseen when it changes.
MISSED = {("pool_fire", "fac2"), ("fireball", "fac2")}


@pytest.fixture(scope="module")
def found() -> dict[str, Found]:
    return {name: find(c) for name, c in COHORTS.items()}


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))


def test_every_measurement_of_the_data_is_there() -> None:
    lng, fires = read("lng_field")["trial"], read("pool_fire")["test"]
    expected = {
        "prairie_grass": sum(len(r["x_m"]) for r in read("prairie_grass")["runs"]),
        "prairie_grass_release": sum(len(r["x_m"]) for r in read("prairie_grass")["runs"]),
        "lng_field": sum(len(t["distance_m"]) for t in lng if not t["fence"]),
        "lng_fence": sum(len(t["distance_m"]) for t in lng if t["fence"]),
        "pool_fire": sum(len(t["heat"]) for t in fires),
        "pool_flame": len(fires),
        "jet_mass_flow": 3, "jet_fire": 2, "jet_radiant_fraction": 2, "jet_lift_off": 2, "fireball": 4,
        "enclosure_o2": sum(len(t["o2"]) for t in read("enclosure")["test"]),
    }  # fmt: skip
    assert {name: c.n for name, c in COHORTS.items()} == expected
    assert (expected["prairie_grass"], expected["lng_field"], expected["pool_fire"]) == (15, 26, 237)


@pytest.mark.parametrize("name", COHORTS)
def test_no_case_is_refused_or_beyond_the_range(name: str) -> None:
    c = COHORTS[name]
    for case in c.cases:
        assert len(case.at) == len(case.observed) > 0
        assert ask(MODELS[c.model], case.inputs)["extrapolated"] is False, case.trial


def test_bars(found: dict[str, Found]) -> None:
    missed = {(name, v.bar.statistic) for name, f in found.items() for v in verdict(f) if not v.held}
    assert missed == MISSED


def test_the_bars_are_those_that_were_set() -> None:
    assert set(COHORTS["lng_field"].bars) == {
        Bar("fac2", least=0.55), Bar("mg", 0.6, 1.7), Bar("vg", most=2.2), Bar("trials_within_2", least=0.8)
    }  # fmt: skip
    assert set(COHORTS["prairie_grass"].bars) == {Bar("fac2", least=0.6), Bar("mg", 0.67, 1.5), Bar("vg", most=1.8)}
    assert Bar("mg", 0.6, 1.7).held(0.6) and not Bar("mg", 0.6, 1.7).held(1.71)


def test_rivals_are_scored_on_the_same_measurements(found: dict[str, Found]) -> None:
    for f in found.values():
        here = f.references[: len(f.cohort.rivals)]
        assert [r.n for r in here] == [f.cohort.n] * len(here)
        assert f.references[len(here) :] == f.cohort.references


def test_what_is_kept_of_degadis_belongs_to_the_measurements() -> None:
    """Each kept value stands beside the measurement that it was made for."""
    rows = {(r["trial"], r["distance_m"]): r for r in peer("degadis")["rows"]}
    lng = COHORTS["lng_field"]
    kept = iter(next(r for r in lng.rivals if r.key == "DEGADISx at 1 m").kept)
    for case in lng.cases:
        for x, observed in zip(case.at, case.observed, strict=True):
            row = rows[case.trial, x]
            assert row["measured_fraction"] == observed and row["at_1_m_fraction"] == next(kept)


def test_what_is_kept_of_cfast_is_scored_as_its_own_file_has_it(found: dict[str, Found]) -> None:
    """The share within 5 % was computed when CFAST was run, by other code."""
    within = {r.key: r.within_tolerance for r in found["enclosure_o2"].references}
    told = json.loads((ROOT / "server/validation/peers/cfast.json").read_text("utf-8"))["error"]
    for key in ("as NIST", "mass matched"):
        assert within[f"CFAST, {key}"] == pytest.approx(told[f"cfast, {key}"]["within_5_pct"])
    assert found["enclosure_o2"].scores.within_tolerance == pytest.approx(told["enclosure, open"]["within_5_pct"])
    assert within["closed"] == pytest.approx(told["enclosure, closed"]["within_5_pct"])
    assert within["leakage as measured"] == pytest.approx(told["enclosure, leaky"]["within_5_pct"])


def test_peers() -> None:
    assert all(o.readings == COHORTS["enclosure_o2"].n for o in oxygen())
    assert races()[0].ratio >= 10.0


def test_the_null_model_by_hand(found: dict[str, Found]) -> None:
    """Burro 3 at 57 m: the plume of class D, in kg/m3, over pure methane of the air's temperature."""
    t = next(t for t in read("lng_field")["trial"] if t["id"] == "Burro3")
    null = next(r for r in COHORTS["lng_field"].rivals if r.key == "null model")
    pure = t["ambient_pressure_pa"] * 0.016043 / (8.314462618 * t["ambient_temperature_k"])
    assert null.per[0] == pytest.approx(pure, rel=1e-4)
    assert null.inputs[0]["emission_kg_s"] == pytest.approx(14712 / 167)


def test_what_is_told_of_the_poor_cases_is_true(found: dict[str, Found]) -> None:
    beyond = [r for r in found["pool_fire"].readings if apart(r, COHORTS["pool_fire"])]
    assert {(r.case.trial, r.at, r.observed) for r in beyond} == {
        ("montoir_lng_1_p1", 210.0, 0.6), ("montoir_lng_1_p2", 210.0, 0.2), ("certec_4", 15.0, 3.2),
        ("certec_7", 18.0, 1.0),
    }  # fmt: skip
    assert [r.case.trial for r in beyond if r.ratio > 1.0] == ["certec_4"]
    diesel = [r for r in found["pool_fire"].readings if r.case.trial.startswith("certec")]
    (fourth,), (seventh,) = ([r for r in diesel if r.case.trial == f"certec_{n}"] for n in (4, 7))
    assert 0.7 < seventh.observed / fourth.predicted < 1.4 and 0.9 < fourth.observed / seventh.predicted < 1.1
    assert all(1.5 < r.predicted / r.observed < 2.0 for r in diesel if r.case.trial not in ("certec_4", "certec_7"))
    largest = [r for r in found["pool_fire"].readings if r.case.trial == "phoenix_lng_2"]
    assert sum(2.0 / 3.0 <= r.ratio <= 1.5 for r in largest) == 8 and max(r.ratio for r in largest) < 1.74
    kept_apart = [s for trial, s in found["pool_fire"].trials.items() if trial.startswith("montoir_lng_3")]
    assert sum(s.n for s in kept_apart) == 131 and all(s.fac2 == 1.0 for s in kept_apart)
    assert all(0.955 <= s.mg <= 1.095 and 1.035 <= s.vg <= 1.075 for s in kept_apart)
    coyote = [r.ratio for r in found["lng_field"].readings if r.case.trial == "Coyote6"]
    assert found["lng_field"].trials["Coyote6"].mg < 0.5 and min(coyote) > 1 / 5.5
    first, *_, last = (r for r in found["lng_field"].readings if r.case.trial == "Coyote6")
    assert (first.at, last.at) == (140.0, 500.0) and first.ratio == pytest.approx(1.0, abs=0.1)
    per_distance = log(500.0 / 140.0)
    assert log(first.observed / last.observed) / per_distance == pytest.approx(2.4, abs=0.05)
    assert log(first.predicted / last.predicted) / per_distance == pytest.approx(1.1, abs=0.05)
    near = found["fireball"].readings[1]
    assert near.at == 40.0 and near.ratio > 2.0
    (facing,) = [r for r in found["fireball"].references if r.key == "facing"]
    assert facing.fac2 == 1.0
    lift = found["jet_lift_off"].readings[0]
    assert (lift.observed, lift.predicted) == (6.0, pytest.approx(3.0, abs=0.05))


def test_what_is_told_of_stable_air_and_coyote_6_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train_motion, "STABLE", 0.0)
    trials = find(COHORTS["lng_field"]).trials
    assert trials["Coyote6"].mg == pytest.approx(0.44, abs=0.01)
    assert trials["Burro8"].mg == pytest.approx(1.80, abs=0.01)


def room(opening_m2: float, odd: bool | None = None, **more: float) -> list[float]:
    """Errors of the LLNL tests without a fan with an opening, as shares; odd: of the tests of odd number, or even."""
    off = []
    for case in COHORTS["enclosure_o2"].cases[:8]:
        if odd is None or odd == (int(case.trial) % 2 == 1):
            got = ask(MODELS["enclosure"], {**case.inputs, "leakage_area_m2": opening_m2, **more})["outputs"]
            off += [p / o - 1.0 for p, o in zip(got["o2_fraction"], case.observed, strict=True)]
    return off


def test_what_is_told_of_the_llnl_room_is_true() -> None:
    """Within 5 % from 200 to 450 cm2; fits on either half of the tests, and how they do on the other half."""
    assert all(max(map(abs, room(a))) <= 0.05 for a in (0.02, 0.0265, 0.03, 0.045))
    assert all(max(map(abs, room(a))) > 0.05 for a in (0.018, 0.05))
    openings = [0.001 * n for n in range(2, 90)]
    fits = {odd: min(openings, key=lambda a: sum(e * e for e in room(a, odd))) for odd in (True, False)}
    assert fits == {True: pytest.approx(0.034), False: pytest.approx(0.052)}
    assert max(map(abs, room(0.034, odd=False))) == pytest.approx(0.035, abs=5e-4)
    assert max(map(abs, room(0.052, odd=True))) == pytest.approx(0.064, abs=5e-4)
    (untold,) = [r for r in find(COHORTS["enclosure_o2"]).references if r.key == "average walls"]
    assert untold.within_tolerance == 1.0
    closed = max(room(0.0), key=abs)
    assert closed == pytest.approx(-0.059, abs=5e-4)
    assert max(room(0.0, pressure_pa=101325.0)) == pytest.approx(0.055, abs=5e-4)


@pytest.mark.parametrize(
    ("name", "near_m", "measured", "most"),
    [("montoir_lng_1_p2", 174.9, 15.0, 1.8), ("montoir_lng_1_p1", 140.0, 11.8, 3.1)],
)
def test_how_fast_heat_can_fall(name: str, near_m: float, measured: float, most: float) -> None:
    """On one ray, to 210 m: from no point of the flame as measured does heat fall by more than this, so over any part
    of it, however bright; both readings within 2 need a fourth of what was measured."""
    test = next(t for t in read("pool_fire")["test"] if t["id"] == name)
    near, far = ((b, x, q) for azimuth, b, x, q in test["heat"] if azimuth == 225.0 and x in (near_m, 210.0))
    assert near[2] / far[2] == pytest.approx(measured, abs=0.05)
    sine = sin(radians(test["tilt_deg"]))
    along, across = 0.5 * test["diameter_m"] * test["drag_ratio"], 0.5 * test["diameter_m"]
    falls = []
    for level, angle in product(range(21), range(36)):
        up = 0.05 * level * test["flame_length_m"]
        p = (along - across + up * sine + along * cos(angle * pi / 18), across * sin(angle * pi / 18),
             up * sqrt(1.0 - sine * sine))  # fmt: skip
        heat = []
        for bearing, x, _ in (near, far):
            at = (x * cos(radians(bearing)), x * sin(radians(bearing)), 1.0)
            away = dist(at, p)
            through = transmissivity(test["air_temperature_k"], test["relative_humidity"], away)
            heat.append(through / away**2)
        falls.append(heat[0] / heat[1])
    assert max(falls) < most and max(falls) < 1.04 * measured / 4.0


def test_no_share_radiated_meets_both_odd_readings_of_certec() -> None:
    """Test 4 asks 0.43 of the heat or more to be met within a factor of 2, test 7 no more than 0.11."""
    found = {}
    for case in COHORTS["pool_fire"].cases:
        if case.trial in ("certec_4", "certec_7"):
            (least, most) = (case.observed[0] / 2.0, case.observed[0] * 2.0)
            shares = [0.01 * n for n in range(2, 61)]
            heat = [ask(MODELS["pool_fire"], {**case.inputs, "radiant_fraction": s})["outputs"] for s in shares]
            got = [h["heat_flux_kw_m2"][0] for h in heat]
            found[case.trial] = [s for s, q in zip(shares, got, strict=True) if least <= q <= most]
    assert min(found["certec_4"]) == pytest.approx(0.43) and max(found["certec_7"]) == pytest.approx(0.11)


def test_poor_cases_are_named_one_by_one(found: dict[str, Found]) -> None:
    for f in found.values():
        assert len(poor_readings(f)) == sum(apart(r, f.cohort) for r in f.readings)
        assert len(poor_trials(f)) == sum(not 0.5 <= s.mg <= 2.0 for s in f.trials.values())


def test_worked_examples() -> None:
    """All within what is allowed but three, and why these are not is told of each."""
    missed = [w for w in examined() if not w.held]
    assert [w.name.en for w in missed] == [
        "transmissivity: 303 K, 50 %, 1000 m", "diameter of an LNG pool: Burro 8", "diameter of an LNG pool: Coyote 6",
    ]  # fmt: skip
    assert missed[0].got == pytest.approx(0.460, abs=0.001) and len(examined()) >= 25
    assert missed == [w for w in examined() if w.why is not None]


def test_no_flux_brings_both_pools_within_a_tenth_of_a_metre() -> None:
    def wide(mass_kg: float, lasts: float, flux: float) -> float:
        return sqrt(4.0 * mass_kg / (pi * lasts * flux))

    assert wide(12453.0, 107.0, 0.16687) == pytest.approx(29.8, abs=1e-3)
    assert wide(10139.0, 82.0, 0.16704) == pytest.approx(30.7, abs=1e-3)
    assert abs(wide(12453.0, 106.5, 0.167) - 29.9) < 0.1 and abs(wide(10139.0, 82.5, 0.167) - 30.6) < 0.1


def test_drills_run_what_is_validated() -> None:
    """What the page says of `release` and `pool_fire`: rule modules call the same modules of the library."""
    rules = "".join(p.read_text("utf-8") for p in (ROOT / "scenarios" / "rules").rglob("*.py"))
    for name in ("train_motion", "train_reading", "train_birth", "pool_fire"):
        assert re.search(rf"from sim_core\.physics import .*\b{name}\b", rules), name
        modules = {f.__module__.rsplit(".", 1)[-1] for m in ("release", "pool_fire") for f in MODELS[m].functions}
        assert name in modules


def test_everything_is_told_in_both_languages() -> None:
    for c in COHORTS.values():
        words = [c.title, c.quantity, c.axis, c.floor_says, *c.notes, *c.left_out]
        words += [t for r in c.references for t in (r.title, r.of)] + [r.title for r in c.rivals]
        assert all(w.zh and w.en for w in words), c.name
        assert c.source and all(r.source for r in (*c.references, *c.rivals))
    told = read("notes")
    assert set(told) <= set(COHORTS) and set(read("bars")) <= set(COHORTS) and set(read("published")) <= set(COHORTS)


def test_a_refused_call_is_counted_and_named() -> None:
    """Planted: a pool of 500 m, which the model of pool fires refuses."""
    flame: Cohort = COHORTS["pool_flame"]
    first = flame.cases[0]
    planted = replace(first, inputs={**first.inputs, "diameter_m": 500.0})
    f = find(replace(flame, cases=(planted, *flame.cases[1:]), rivals=()))
    assert f.scores.n == flame.n and f.scores.refused == 1 and f.scores.within_tolerance == pytest.approx(11 / 12)
    assert len(f.refusals) == 1 and first.trial in f.refusals[0]
