"""A pool in still air: what evaporates stays, lies richest at the rim, never above saturation, and nothing is lost."""

from functools import cache
from math import pi

import numpy as np
import pytest

from sim_core.physics import evaporation, properties, train_birth, train_motion, train_reading
from sim_core.physics.evaporation import GROUNDS, Weather
from sim_core.physics.properties import Properties
from sim_core.physics.spreading import Pool
from sim_core.physics.substances import SUBSTANCES
from sim_core.physics.train import EMPTY, HALF_WIDTH, HEAD_X, LINK, SOURCE, VAPOUR, Floats, Gas, Train
from sim_core.physics.train_air import Air
from tests.sim_core.train_cases import PETROL, after, air

LIQUIDS = (("xylene", 303.15), ("petrol", 293.15), ("methanol", 303.15))
POOLS_M = (5.0, 20.0, 50.0)
STILL, CALMS, BREEZE = 0.05, (0.05, 0.1, 0.3, 0.5), 1.0
LIES_S, LAST_S = 600, 120  # readings swing as lumps begin: their mean over the last two minutes counts
UP_TO_M = 20.0
GROUND_M, STEP_M = 0.0, 0.02


@cache
def pool(substance: str, at_k: float, diameter_m: float, wind_m_s: float) -> tuple[float, float, float, float]:
    """Of a pool that lay ten minutes in a steady wind, 1 m from its rim downwind: greatest fraction at the ground ever;
    mean fraction there; mean vapour over a square metre as a depth of pure vapour, m; kg/s given off."""
    liquid = SUBSTANCES[substance]
    gas = Gas(liquid.kg_mol, properties.vapour_capacity_j_kg_k(liquid, at_k))
    w = air(wind_m_s, roughness=0.1)
    lies, now, given = Pool(1.0e6, at_k, 0.25 * pi * diameter_m * diameter_m), EMPTY, 0.0
    heights = np.arange(GROUND_M, 12.0, STEP_M)
    points = np.tile((0.5 * diameter_m + 1.0, 0.0), (heights.size, 1))
    most, ground, column, seconds = 0.0, 0.0, 0.0, 0
    for n in range(LIES_S):
        now, lies, given = second(now, gas, w, liquid, lies, at_k, diameter_m, wind_m_s)
        if n % 10 == 0:
            found = train_reading.concentration(now, gas, w, points, heights)
            most = max(most, float(found[0]))
            if n >= LIES_S - LAST_S:
                ground, column, seconds = ground + float(found[0]), column + float(found.sum()) * STEP_M, seconds + 1
    return most, ground / seconds, column / seconds, given


def second(
    now: Train, gas: Gas, w: Air, liquid: Properties, lies: Pool, at_k: float, diameter_m: float, wind_m_s: float
) -> tuple[Train, Pool, float]:
    """One second of a pool as a drill works it, and what it gave off."""
    left, off = evaporation.evaporate(liquid, lies, Weather(wind_m_s, at_k), GROUNDS["concrete"], 1.0, 1.0)
    chill = off.vapour_kg * gas.heat_capacity_j_kg_k * (off.temperature_k - at_k)
    fed = train_birth.feed(now, w, 0, 0.0, 0.0, diameter_m, off.vapour_kg, 0.0, chill)
    return train_motion.advance(fed, gas, w, 1.0, 0.01 * liquid.lfl), left, off.vapour_kg


@pytest.mark.parametrize("diameter_m", POOLS_M)
@pytest.mark.parametrize(("substance", "at_k"), LIQUIDS)
def test_at_the_rim_it_is_the_richer_the_stiller_the_air(substance: str, at_k: float, diameter_m: float) -> None:
    """At the ground; higher up a calm may read less, for its layer is thin."""
    still = pool(substance, at_k, diameter_m, STILL)[1]
    breeze = pool(substance, at_k, diameter_m, BREEZE)[1]
    assert still > 1.5 * breeze
    for wind in CALMS:
        assert pool(substance, at_k, diameter_m, wind)[1] > 0.95 * breeze


@pytest.mark.parametrize("diameter_m", POOLS_M)
@pytest.mark.parametrize(("substance", "at_k"), LIQUIDS)
def test_over_a_square_metre_lies_what_is_given_off_and_runs_away(
    substance: str, at_k: float, diameter_m: float
) -> None:
    """A steady stream out through the rim holds Q = 2 pi R c h U (vapour by volume); U, the slump's, is of the order of
    a tenth of a metre a second, and the less the thinner the vapour: so U follows and must be that of a slump."""
    kg_mol = SUBSTANCES[substance].kg_mol
    for wind in (0.05, 0.1):
        _, _, column_m, given = pool(substance, at_k, diameter_m, wind)
        stream_m3_s = given / kg_mol * 8.314462618 * at_k / 101325.0
        runs_m_s = stream_m3_s / (pi * (diameter_m + 2.0) * column_m)
        excess = (kg_mol / 0.02896 - 1.0) * column_m  # g' h = g (M/Ma - 1) times the depth of pure vapour
        assert 0.15 < runs_m_s / (1.15 * (9.80665 * excess) ** 0.5 + wind) < 1.0


@pytest.mark.parametrize("wind_m_s", [*CALMS, BREEZE, 5.0])
@pytest.mark.parametrize(("substance", "at_k"), LIQUIDS)
def test_it_is_never_above_saturation(substance: str, at_k: float, wind_m_s: float) -> None:
    saturated = properties.vapour_pressure_pa(SUBSTANCES[substance], at_k) / 101325.0
    for diameter_m in POOLS_M:
        assert 0.0 < pool(substance, at_k, diameter_m, wind_m_s)[0] < saturated


def test_a_calm_begins_lump_within_lump_and_keeps_few() -> None:
    now = after(PETROL, [air(STILL)] * 900, kg_s=0.5)
    assert 3 <= now.puffs.shape[1] <= 10 and not now.puffs[LINK].any()
    assert (np.diff(now.puffs[HALF_WIDTH]) < 0.0).all()
    assert train_birth.within_older(now.puffs).tolist() == [False] + [True] * (now.puffs.shape[1] - 1)
    assert float(now.puffs[VAPOUR].sum()) + now.dispersed_kg == pytest.approx(450.0, rel=1e-12)


def test_the_youngest_alone_is_fed() -> None:
    now = after(PETROL, [air(STILL)] * 300, kg_s=0.5)
    fed = train_birth.feed(now, air(STILL), 0, 0.0, 0.0, 15.0, 2.0)
    gained = fed.puffs[VAPOUR] - now.puffs[VAPOUR]
    assert now.puffs.shape[1] > 2 and gained[-1] == pytest.approx(2.0) and not gained[:-1].any()


def test_a_nest_reads_no_richer_than_its_richest_and_counts_its_ground_once() -> None:
    nest = after(PETROL, [air(STILL)] * 600, kg_s=0.5)
    w, middle = air(STILL), np.array([[1.0, 0.0]])
    richest = float(train_reading.shape(nest, PETROL, w).mixture.fraction.max())
    assert float(read(nest, middle)[0]) <= richest
    widest = Train(nest.puffs[:, :1].copy())
    alone, all_told = (train_reading.flammable(t, PETROL, w, 0.001, 0.9) for t in (widest, nest))
    assert alone.area_m2 > 0.0 and all_told.area_m2 == pytest.approx(alone.area_m2)
    assert all_told.vapour_kg > alone.vapour_kg


def test_what_two_pools_give_still_adds_up() -> None:
    here = after(PETROL, [air(STILL)] * 60, kg_s=0.5)
    other = here.puffs.copy()
    other[SOURCE] = 1.0
    both = Train(np.hstack((here.puffs, other)))
    middle = np.array([[1.0, 0.0]])
    assert read(both, middle)[0] == pytest.approx(2.0 * read(here, middle)[0])


def test_wind_carries_a_nest_away() -> None:
    now = after(PETROL, [air(STILL)] * 300 + [air(3.0)] * 120, kg_s=0.5, emit_s=300)
    assert now.puffs.shape[1] == 0 or float(now.puffs[HEAD_X].min()) > 100.0


def read(now: Train, points_m: Floats) -> Floats:
    """Fractions at the ground."""
    return train_reading.concentration(now, PETROL, air(STILL), points_m, np.zeros(points_m.shape[0]))
