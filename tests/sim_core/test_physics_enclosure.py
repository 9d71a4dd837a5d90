"""Enclosure: purging, mixing and layers: mass balance, stability, limits that are known in closed form."""

from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import enclosure
from sim_core.physics.enclosure import column_step, exchange_m3_s, mixed_step, sludge_flow_kg_s

AIR = (0.2095, 0.7905, 0.0)
flows = st.floats(0.0, 5.0)
fractions = st.tuples(st.floats(0.0, 0.5), st.floats(0.0, 0.5)).map(lambda p: (p[0], p[1], 1.0 - p[0] - p[1]))


def test_purge_of_a_space_with_little_oxygen() -> None:
    """900 ft3, 300 cfm, 7 % of O2 to 19.5 %: 403 s (a worked answer of a public forum), 20.5 % after 10 min."""
    assert enclosure.purge_time_s(0.07, 0.21, 0.195, 1.0, 180.0, 1.0) == pytest.approx(403.0, abs=3.0)
    assert enclosure.purged_fraction(0.07, 0.21, 1.0, 180.0, 1.0, 600.0) == pytest.approx(0.205, abs=2.0e-4)
    assert enclosure.purge_time_s(0.07, 0.21, 0.195, 1.0, 180.0, 0.5) == pytest.approx(806.0, abs=6.0)
    assert enclosure.purged_fraction(0.07, 0.21, 1.0, 180.0, 0.5, 1200.0) == pytest.approx(0.205, abs=2.0e-4)
    with pytest.raises(ValueError, match="does not lead"):
        enclosure.purge_time_s(0.07, 0.0, 0.195, 1.0, 180.0, 1.0)


@pytest.mark.parametrize(("wanted", "minutes"), [(0.08, 9.603), (0.05, 14.303)])
def test_inerting_with_nitrogen(wanted: float, minutes: float) -> None:
    took = enclosure.purge_time_s(0.209, 0.0, wanted, 10.0 / 60.0, 100.0, 1.0)
    assert took / 60.0 == pytest.approx(minutes, rel=1.0e-3)


@given(y=fractions, x=fractions, q=flows, v=st.floats(0.5, 500.0), dt=st.floats(0.01, 5000.0))
def test_mixing_without_sources_is_the_exponential_and_keeps_the_sum(
    y: tuple[float, ...], x: tuple[float, ...], q: float, v: float, dt: float
) -> None:
    later = mixed_step(y, x, (0.0, 0.0, 0.0), q, v, dt)
    left = exp(-q * dt / v)
    assert later == pytest.approx([b + (a - b) * left for a, b in zip(y, x, strict=True)], abs=1.0e-9)
    assert sum(later) == pytest.approx(1.0)


@given(y=fractions, s=st.floats(0.0, 0.5), q=flows)
def test_many_steps_are_one_step(y: tuple[float, ...], s: float, q: float) -> None:
    once = mixed_step(y, AIR, (0.0, s, 0.0), q, 50.0, 60.0)
    for _ in range(60):
        y = mixed_step(y, AIR, (0.0, s, 0.0), q, 50.0, 1.0)
    assert y == pytest.approx(once, abs=1.0e-9)


def test_a_source_comes_to_its_balance() -> None:
    """0.01 m3/s of gas in 0.99 m3/s of air: 1 % in the end."""
    assert mixed_step(AIR, AIR, (0.0, 0.0, 0.01), 0.99, 10.0, 1.0e6)[2] == pytest.approx(0.01)


def test_what_a_fire_takes_is_made_up_from_outside() -> None:
    """2 O2 taken for 1 CO2: 1 of outside air comes in, so that nitrogen grows."""
    y = mixed_step((0.21, 0.79, 0.0), (0.21, 0.79, 0.0), (-0.02, 0.0, 0.01), 0.0, 100.0, 100.0)
    assert sum(y) == pytest.approx(1.0) and y[1] > 0.79
    assert y[2] == pytest.approx(0.01, rel=0.02)


def test_what_makes_up_is_of_the_inlet() -> None:
    """By hand, over a short time: 0.01 m3/s made and 0.01 m3/s drawn in of the third gas, 100 m3, 10 s."""
    y = mixed_step((0.21, 0.79, 0.0), (0.0, 0.0, 1.0), (-0.02, 0.0, 0.01), 0.0, 100.0, 10.0)
    assert y[2] == pytest.approx(0.002, rel=1.0e-6) and sum(y) == pytest.approx(1.0)


def test_a_dried_sample_reads_more() -> None:
    assert enclosure.dry_fraction(0.15, 0.25) == pytest.approx(0.2)


ONE = ((0.0, 0.0, 0.0),) * 4


@given(
    zones=st.lists(fractions, min_size=4, max_size=4).map(tuple),
    fan=st.floats(-3.0, 3.0), at=st.integers(0, 3), stirred=st.floats(0.0, 2.0), dt=st.floats(0.05, 600.0),
)  # fmt: skip
def test_layers_keep_their_sums_and_stay_within_what_comes_in(
    zones: tuple[tuple[float, ...], ...], fan: float, at: int, stirred: float, dt: float
) -> None:
    blown = tuple(fan if n == at else 0.0 for n in range(4))
    later = column_step(zones, (2.0, 3.0, 4.0, 5.0), (stirred,) * 3, blown, AIR, AIR, ONE, dt)
    for zone in later:
        assert sum(zone) == pytest.approx(1.0)
    for kind in range(3):
        met = [z[kind] for z in (*zones, AIR)]
        assert all(min(met) - 1.0e-9 <= z[kind] <= max(met) + 1.0e-9 for z in later)


def test_a_closed_column_keeps_what_it_holds() -> None:
    """Sources in a closed column: only what is produced leaves at the top; without one the content is kept."""
    volumes, zones = (2.0, 3.0, 4.0), ((0.2, 0.8, 0.0), (0.1, 0.9, 0.0), (0.0, 0.5, 0.5))
    for _ in range(200):
        zones = column_step(zones, volumes, (0.05, 0.02), (0.0, 0.0, 0.0), AIR, AIR, ((0.0,) * 3,) * 3, 10.0)
    held = sum(v * z[2] for v, z in zip(volumes, zones, strict=True))
    assert held == pytest.approx(2.0, rel=1.0e-9)
    assert zones[0] == pytest.approx(zones[2], abs=1.0e-3)


def test_the_layer_under_the_hose_stays_foul() -> None:
    """A fan that blows in half-way up clears what is above; the dead corner below it clears by exchange alone."""
    foul = (0.10, 0.89, 0.01)
    zones = (foul, foul, foul)
    for _ in range(600):
        zones = column_step(zones, (5.0,) * 3, (0.001, 0.001), (0.0, 0.1, 0.0), AIR, AIR, ((0.0,) * 3,) * 3, 1.0)
    assert zones[1][0] > 0.208 and zones[2][0] > 0.208
    assert zones[0][0] < 0.13
    drawn = (foul,) * 3
    for _ in range(600):
        drawn = column_step(drawn, (5.0,) * 3, (0.001, 0.001), (-0.1, 0.0, 0.0), AIR, AIR, ((0.0,) * 3,) * 3, 1.0)
    assert drawn[0][0] > 0.20, "drawing out at the bottom pulls fresh air all the way down"


def test_gas_from_the_bottom_goes_out_at_the_top() -> None:
    """0.01 m3/s of gas into the lowest zone, 0.09 of air into the middle: 100 % below, 10 % above, in the end."""
    zones, made = (AIR, AIR, AIR), ((0.0, 0.0, 0.01), (0.0,) * 3, (0.0,) * 3)
    for _ in range(50):
        zones = column_step(zones, (2.0,) * 3, (0.0, 0.0), (0.0, 0.09, 0.0), AIR, AIR, made, 500.0)
        assert all(sum(z) == pytest.approx(1.0) for z in zones)
    assert [z[2] for z in zones] == pytest.approx([1.0, 0.1, 0.1], abs=1.0e-6)


def test_one_implicit_step_by_hand() -> None:
    """Two zones of 1 m3, exchange 1 m3/s, 1 s, gas 1 below and 0 above: x' = (2, 1)/3 of it."""
    later = column_step(((1.0,), (0.0,)), (1.0, 1.0), (1.0,), (0.0, 0.0), (0.0,), (0.0,), ((0.0,), (0.0,)), 1.0)
    assert [z[0] for z in later] == pytest.approx([2.0 / 3.0, 1.0 / 3.0])


def test_heavy_gas_low_hinders_and_high_overturns() -> None:
    level = exchange_m3_s(0.02, 1.2, 1.2, 1.0, 4.0)
    heavy_low = exchange_m3_s(0.02, 1.21, 1.20, 1.0, 4.0)
    heavier = exchange_m3_s(0.02, 1.30, 1.20, 1.0, 4.0)
    overturn = exchange_m3_s(0.02, 1.20, 1.21, 1.0, 4.0)
    assert level == pytest.approx(0.02)
    assert heavier < heavy_low < level < overturn
    # By hand: g' = 9.80665 x 0.01/1.205, 0.02 + 0.055 sqrt(g' 2^5).
    assert overturn == pytest.approx(0.02 + 0.055 * (9.80665 * 0.01 / 1.205 * 32.0) ** 0.5)


def test_sludge_gives_all_that_it_holds() -> None:
    whole = sum(sludge_flow_kg_s(0.5, t + 0.5, 30.0, 120.0) for t in range(3000))
    assert whole == pytest.approx(0.5, rel=1.0e-3)
    peak = max(range(600), key=lambda t: sludge_flow_kg_s(0.5, float(t), 30.0, 120.0))
    assert peak == pytest.approx(40.0 * log(4.0), abs=1.0)


def test_150_ppm_after_stirring_is_a_gram_in_a_pit() -> None:
    """domain: the median reading after stirring is 150 ppm; in 5 m3 that is 1.06 g of H2S."""
    assert enclosure.held_kg(150.0e-6, 5.0, 0.03408, 293.15, 101325.0) == pytest.approx(1.06e-3, rel=0.01)
