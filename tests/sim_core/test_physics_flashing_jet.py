"""Mass and heat of a jet are kept; what is caught falls."""

from hypothesis import given as for_all
from hypothesis import strategies as st

from sim_core.physics.flashing_jet import CAUGHT, caught_share, given

share = st.floats(0.0, 1.0)
PROPANE = {"latent_j_kg": 4.28e5, "capacity_j_kg_k": 1400.0, "boiling_k": 231.0, "ambient_k": 293.0}


@for_all(st.floats(0.0, 200.0), share, share, share, st.floats(0.0, 20.0))
def test_what_flows_flies_or_falls(flow, flash, flies, caught, air):
    jet = given(flow, flash, flies, caught, air, **PROPANE)
    assert abs(jet.vapour_kg_s + jet.rain_kg_s - flow) <= 1e-9 * (1.0 + flow)
    assert jet.vapour_kg_s >= flow * flash - 1e-9
    assert abs(jet.air_kg_s - air * jet.vapour_kg_s) <= 1e-9 * (1.0 + flow * air)


def test_a_jet_all_of_vapour_is_cold_by_its_boiling_point_alone():
    jet = given(2.0, 1.0, 1.0, 0.5, 5.0, **PROPANE)
    assert jet.rain_kg_s == 0.0
    assert jet.heat_w == -2.0 * 1400.0 * 62.0


def test_drops_that_boil_in_the_air_make_it_colder_than_vapour():
    dry = given(1.0, 0.4, 1.0, 1.0, 5.0, **PROPANE)
    wet = given(1.0, 0.4, 1.0, 0.0, 5.0, **PROPANE)
    assert dry.vapour_kg_s == 0.4
    assert wet.heat_w < dry.heat_w - 0.5 * 4.28e5


def test_a_jet_on_the_ground_loses_most_and_a_level_one_least():
    assert caught_share("down") > caught_share("up") > caught_share("level") > 0.0
    assert set(CAUGHT) == {"down", "up", "level"}
