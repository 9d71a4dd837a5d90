"""Own exp, log, power, sin, cos, atan2, erf: against mpmath, door against door, CPU against CPU."""

import hashlib
import itertools
import math
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim_core import exact
from sim_core.exact import circular, error_function, exponential

ROOT = Path(__file__).parents[2]
DOORS = {
    "exp": (exact.exp, exact.exp_array, mpmath.exp),
    "log": (exact.log, exact.log_array, mpmath.log),
    "sin": (exact.sin, exact.sin_array, mpmath.sin),
    "cos": (exact.cos, exact.cos_array, mpmath.cos),
    "erf": (exact.erf, exact.erf_array, mpmath.erf),
    "power": (exact.power, exact.power_array, mpmath.power),
    "atan2": (exact.atan2, exact.atan2_array, mpmath.atan2),
}


def samples(n: int) -> dict[str, tuple[np.ndarray, ...]]:
    """Arguments over the range each function is used in, n or a few times n, themselves free of np.power."""
    rng = np.random.default_rng(20)

    def octaves(low: int, high: int) -> np.ndarray:
        return np.ldexp(rng.uniform(1, 2, n), rng.integers(low, high, n, dtype=np.int32))

    def signed(x: np.ndarray) -> np.ndarray:
        return x * rng.choice([-1.0, 1.0], n)

    def spread(*pieces: np.ndarray) -> np.ndarray:
        return np.concatenate(pieces)

    half_turns = np.arange(-n // 2, n // 2) * (math.pi / 2)
    beside = np.nextafter(half_turns, 9e9)
    angles = spread(rng.uniform(-1e4, 1e4, n), rng.uniform(-4, 4, n), half_turns, beside)
    base = octaves(-166, 166)
    return {
        "exp": (spread(rng.uniform(-708.39, 709.78, n), rng.uniform(-1, 1, n), signed(octaves(-66, 0))),),
        "log": (spread(octaves(-996, 996), rng.uniform(0.3, 3, n), 1 + signed(octaves(-50, -3))),),
        "sin": (angles,),
        "cos": (angles,),
        "erf": (spread(rng.uniform(-6.5, 6.5, n), rng.uniform(-0.1, 0.1, n), signed(octaves(-996, 0))),),
        "power": (base, rng.uniform(-330, 330, n) / (1 + np.abs(np.frexp(base)[1]))),
        "atan2": (
            spread(rng.uniform(-1, 1, n), signed(octaves(-460, 460))),
            spread(rng.uniform(-1, 1, n), signed(octaves(-460, 460))),
        ),
    }


def results_hash() -> str:
    """Hash over 1e5 and more results of the array doors."""
    digest = hashlib.sha256()
    for name, arguments in samples(6000).items():
        digest.update(DOORS[name][1](*arguments).tobytes())
    return digest.hexdigest()


def ulps(value: float, true: mpmath.mpf) -> float:
    return float(abs(mpmath.mpf(value) - true) / mpmath.mpf(math.ulp(float(true))))


@pytest.fixture(autouse=True)
def digits():
    with mpmath.workprec(200):
        yield


@pytest.mark.parametrize("name", ["exp", "log", "sin", "cos", "erf", "atan2"])
def test_within_three_ulp_of_the_true_value(name: str) -> None:
    _, array_door, true = DOORS[name]
    arguments = samples(1500)[name]
    for value, *point in zip(array_door(*arguments).tolist(), *(a.tolist() for a in arguments), strict=True):
        assert ulps(value, true(*map(mpmath.mpf, point))) < 3.0, point


def test_power_within_1e_13() -> None:
    x, y = samples(1500)["power"]
    for value, base, exponent in zip(exact.power_array(x, y).tolist(), x.tolist(), y.tolist(), strict=True):
        assert abs(value / mpmath.power(base, exponent) - 1) < 1e-13, (base, exponent)


@pytest.mark.parametrize("name", list(DOORS))
def test_both_doors_give_equal_bits(name: str) -> None:
    scalar_door, array_door, _ = DOORS[name]
    arguments = samples(3000)[name]
    scalars = np.array([scalar_door(*point) for point in zip(*(a.tolist() for a in arguments), strict=True)])
    np.testing.assert_array_equal(array_door(*arguments).view(np.int64), scalars.view(np.int64))


EDGES = [0.0, -0.0, 1.0, -1.0, 5e-324, 2.3e-308, -1e-310, 1.7e308, math.inf, -math.inf, math.nan, 1e6, -1.1e6]
EDGES += [-708.39, math.nextafter(-708.39, -1e3), 709.78, math.nextafter(709.78, 1e3), math.nextafter(6.0, 0)]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", list(DOORS))
def test_both_doors_agree_at_the_edges(name: str) -> None:
    scalar_door, array_door, _ = DOORS[name]
    points = itertools.product(EDGES, repeat=2 if name in ("power", "atan2") else 1)
    for point in points:
        if name == "power" and not math.isfinite(point[1]):
            continue
        (value,) = array_door(*(np.array([x]) for x in point)).tolist()
        try:
            expected = scalar_door(*point)
        except ValueError:
            expected = math.nan
        same = value == expected and math.copysign(1, value) == math.copysign(1, expected)
        assert same or (math.isnan(value) and math.isnan(expected)), point


def test_exp_and_log_beyond_their_ranges() -> None:
    assert (exact.exp(-1e9), exact.exp(1e9)) == (0.0, math.inf)
    assert exact.exp(0.0) == 1.0
    assert exact.log(1.0) == 0.0
    assert exact.log(0.0) == -math.inf
    assert exact.log(math.inf) == math.inf
    with pytest.raises(ValueError, match="log needs x >= 0"):
        exact.log(-1.0)
    assert math.isnan(exact.log_array(np.array([-1.0]))[0])


def test_power_at_zero_and_one() -> None:
    assert exact.power(0.0, 0.0) == exact.power(math.inf, 0.0) == exact.power(1.0, 1e300) == 1.0
    assert exact.power(0.0, 2.5) == 0.0
    assert exact.power(0.0, -2.5) == math.inf
    with pytest.raises(ValueError, match="log needs x >= 0"):
        exact.power(-2.0, 2.0)
    np.testing.assert_array_equal(exact.power_array(np.array([4.0, 1.0]), 0.0), [1.0, 1.0])


def test_angles_too_large_for_the_reduction_are_refused() -> None:
    with pytest.raises(ValueError, match=r"need \|x\| <= 1e\+06 rad, got 1000001"):
        exact.sin(1_000_001.0)
    refused = np.isnan(exact.cos_array(np.array([1e6, 1.1e6, math.inf])))
    assert refused.tolist() == [False, True, True]


@pytest.mark.parametrize("y", [0.0, -0.0, 2.0, -2.0])
@pytest.mark.parametrize("x", [0.0, -0.0, 3.0, -3.0, math.inf, -math.inf])
def test_atan2_takes_the_quadrant_of_c(y: float, x: float) -> None:
    expected = math.atan2(y, x)
    assert exact.atan2(y, x) == pytest.approx(expected, rel=1e-15)
    assert math.copysign(1, exact.atan2(y, x)) == math.copysign(1, expected)


@given(st.floats(-745, 709.78), st.floats(-745, 709.78))
@settings(max_examples=200, deadline=None)
def test_exp_never_falls_by_more_than_its_error(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert exact.exp(low) <= exact.exp(high) * (1 + 4e-16)


@given(st.floats(-1e4, 1e4))
@settings(max_examples=200, deadline=None)
def test_symmetries_are_exact(x: float) -> None:
    assert exact.cos(-x) == exact.cos(x)
    assert exact.sin(-x) == -exact.sin(x)
    assert exact.erf(-x) == -exact.erf(x)


def test_sin_and_cos_stay_within_one() -> None:
    """An ulp above 1 would make the root of 1 - cos^2 a nan."""
    crests = np.random.default_rng(3).uniform(-1e-9, 1e-9, 20_000)
    assert np.abs(exact.cos_array(crests)).max() == 1.0
    assert max(abs(exact.cos(x)) for x in crests.tolist()) == 1.0


@pytest.mark.parametrize("name", list(DOORS))
def test_out_may_be_the_argument_and_layout_does_not_matter(name: str) -> None:
    array_door = DOORS[name][1]
    arguments = [a[:60].reshape(6, 10) for a in samples(60)[name]]
    expected = array_door(*arguments)
    assert expected.shape == (6, 10)
    np.testing.assert_array_equal(array_door(*(np.asfortranarray(a) for a in arguments)), expected)
    np.testing.assert_array_equal(array_door(*(a[::2, ::3] for a in arguments)), expected[::2, ::3])
    for i in range(len(arguments)):
        copies = [a.copy() for a in arguments]
        assert array_door(*copies, out=copies[i]) is copies[i]
        np.testing.assert_array_equal(copies[i], expected)
    before = [a.copy() for a in arguments]
    array_door(*arguments)
    np.testing.assert_array_equal(arguments, before)


def interpolation_error(f: Callable[[mpmath.mpf], mpmath.mpf], coefficients: tuple[float, ...], top: float):
    """Largest |polynomial / f - 1| over (0, top]."""
    points = [mpmath.mpf(top) * i / 200 for i in range(1, 201)]
    return max(abs(mpmath.polyval(coefficients[::-1], z, asc=True) / f(z) - 1) for z in points)


def test_coefficients_are_those_of_their_functions() -> None:
    """Catches a mistyped digit: each polynomial against its definition in 60 digits."""
    root = mpmath.sqrt

    def atanh_rest(z: mpmath.mpf) -> mpmath.mpf:
        return 2 * (mpmath.atanh(root(z)) / root(z) - 1) / z

    exp_rest = interpolation_error(lambda r: (mpmath.expm1(r) - r) / r**2, exponential.EXP, 0.3466)
    log_rest = interpolation_error(atanh_rest, exponential.LOG, 0.0294)
    sin_rest = interpolation_error(lambda z: (mpmath.sin(root(z)) / root(z) - 1) / z, circular.SIN, 2.467)
    atan_rest = interpolation_error(lambda z: (mpmath.atan(root(z)) / root(z) - 1) / z, circular.ATAN, 0.0039)
    assert exp_rest < 1e-15
    assert log_rest < 1e-15
    assert sin_rest < 3e-16
    assert atan_rest < 1e-15
    for row, coefficients in enumerate(error_function.TABLE):
        true = mpmath.taylor(mpmath.erf, mpmath.mpf(row) / 16, error_function.TERMS)
        np.testing.assert_allclose(coefficients[::-1], [float(c) for c in true], rtol=1e-16, atol=1e-25)


GOLDEN = "5db3186ac6e7984b069336b9f765f7168236b2ca304737cbc3dbc395a4218d75"


def test_results_never_change() -> None:
    assert results_hash() == GOLDEN


def test_every_cpu_level_gives_the_same_bits() -> None:
    found = np.show_config(mode="dicts")["SIMD Extensions"]["found"]
    if not found:
        pytest.skip("NumPy dispatches on nothing here")
    program = "from tests.sim_core.test_exact import results_hash; print(results_hash())"
    for first in range(len(found)):
        environment = os.environ | {"NPY_DISABLE_CPU_FEATURES": " ".join(found[first:])}
        child = subprocess.run(
            [sys.executable, "-W", "error", "-c", program],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert child.stdout.strip() == GOLDEN
