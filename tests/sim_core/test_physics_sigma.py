"""Spreads against the tables of GasDispersion.jl (27ac3007, MIT) and the ISC3 guide; float and array door agree."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim_core.physics import sigma

# set -> the classes A to F at 1.2 m: (across, upward)
AT_1_2_M = {
    "briggs_rural": [(0.2639841614254575, 0.24), (0.19198848103669636, 0.144),
                     (0.13199208071272875, 0.09598848207318536), (0.09599424051834818, 0.07193528734898633),
                     (0.07199568038876113, 0.03598704466392099), (0.04799712025917409, 0.019193090487424527)],
    "briggs_urban": [(0.38390787316433456, 0.2881727481910807), (0.38390787316433456, 0.2881727481910807),
                     (0.26393666280048, 0.24), (0.19195393658216728, 0.16796976816235135),
                     (0.13196833140024, 0.09591371646531512), (0.13196833140024, 0.09591371646531512)],
    "ccps": [(0.49842921341962687, 79.47756697338727), (0.3688140515374544, 0.15901388834172905),
             (0.247447127229602, 0.11437251727122057), (0.16025147287250416, 0.05115043235859766),
             (0.12018860465437811, 0.028796954615478678), (0.0794187446441675, 0.014462956106986533)],
    "tno": [(0.6170244776546403, 0.3299295029728027), (0.43445506897745934, 0.2685541668129271),
            (0.24613414407041376, 0.2545468210566936), (0.15096247150079659, 0.2297247262425074),
            (0.11551744100090941, 0.1713537324266559), (0.07661871086795012, 0.135591567342651)],
    "turner": [(0.5787971924008366, 0.10632089486974931), (0.39564838506913175, 0.1605299063149382),
               (0.22977233242748757, 0.13221263370966554), (0.1508249156447098, 0.10858929353740095),
               (0.10742276488910325, 0.09522313470055986), (0.07894741678277778, 0.0659507672737797)],
    "ccps_puff": [(0.21287234847910436, 0.6879188103871441), (0.16556738215041453, 0.6054498545741843),
                  (0.11826241582172466, 0.3869880921561032), (0.07095744949303479, 0.17041904657983328),
                  (0.047304966328689864, 0.11258170198247626), (0.023523465599668385, 0.05588182287353654)],
    "tno_puff": [(0.30851223882732015, 0.336), (0.21722753448872967, 0.276), (0.12306707203520688, 0.264),
                 (0.07548123575039829, 0.240), (0.057758720500454705, 0.18), (0.03830935543397506, 0.144)],
}  # fmt: skip
ISC3_ACROSS = [0.48870396813625905, 0.3288132138806368, 0.20096244824229573, 0.1309207626723034, 0.09742134712173195,
               0.0645858766834503]  # fmt: skip
ISC3_UPWARD = {
    "A": [(50, 7.246283645973222), (125, 17.6538512508938), (175, 25.32210358392127), (225, 33.46114450376929),
          (350, 58.955561122372494)],
    "B": [(100, 10.604690180980183), (300, 30.144226325216724), (500, 51.092852947678885)],
    "C": [(100, 7.44187785547111)],
    "D": [(100, 4.651174892531855), (500, 18.29689264165363), (2000, 50.15135417398994), (5000, 88.69020460936578)],
    "E": [(50, 1.979015073784176), (200, 6.23857638464594), (500, 12.80138815568348), (1500, 27.93119034063206)],
    "F": [(100, 2.3255231110829815), (500, 8.395558503802999), (800, 11.976175562087187), (1500, 18.030377292486545)],
}  # fmt: skip
TURNER_UPWARD = {
    "A": (16.85072624954395, 130.3205905733347), "B": (12.751343710359913, 52.9324088164219),
    "C": (8.735202083580425, 33.17271865454032), "D": (5.44235676295498, 18.33607966620897),
    "E": (4.156640589233231, 13.43619462405115), "F": (2.625547335519663, 8.572359097689173),
}  # fmt: skip


@pytest.mark.parametrize("sigma_set", AT_1_2_M)
def test_tables(sigma_set: str) -> None:
    for stability, (across, upward) in zip("ABCDEF", AT_1_2_M[sigma_set], strict=True):
        assert sigma.sigma_y_m(stability, 1.2, sigma_set) == pytest.approx(across, rel=1e-6)
        assert sigma.sigma_z_m(stability, 1.2, sigma_set) == pytest.approx(upward, rel=1e-6)


def test_isc3_pieces() -> None:
    for stability, across in zip("ABCDEF", ISC3_ACROSS, strict=True):
        assert sigma.sigma_y_m(stability, 1.2, "isc3_rural") == pytest.approx(across, rel=1e-6)
    for stability, points in ISC3_UPWARD.items():
        for x_m, upward in points:
            assert sigma.sigma_z_m(stability, float(x_m), "isc3_rural") == pytest.approx(upward, rel=1e-6)


def test_turner_pieces() -> None:
    for stability, (near, far) in TURNER_UPWARD.items():
        assert sigma.sigma_z_m(stability, 120.0, "turner") == pytest.approx(near, rel=1e-6)
        assert sigma.sigma_z_m(stability, 520.0, "turner") == pytest.approx(far, rel=1e-6)


@pytest.mark.parametrize("sigma_set", sigma.SETS)
@pytest.mark.parametrize("stability", "ABCDEF")
def test_doors_agree_bit_for_bit(sigma_set: str, stability: str) -> None:
    x_m = np.array([1.2, 50.0, 99.9, 100.0, 100.1, 150.0, 300.0, 499.0, 501.0, 2500.0, 31e3, 99e3])
    for one, many in ((sigma.sigma_y_m, sigma.sigma_y_array), (sigma.sigma_z_m, sigma.sigma_z_array)):
        assert many(stability, x_m, sigma_set).tolist() == [one(stability, float(x), sigma_set) for x in x_m]


@given(st.floats(100.0, 1e4), st.sampled_from(sigma.SETS))
def test_unstable_air_spreads_more(x_m: float, sigma_set: str) -> None:
    for spread in (sigma.sigma_y_m, sigma.sigma_z_m):
        found = [spread(stability, x_m, sigma_set) for stability in "ABCDEF"]
        assert sigma_set == "ccps" or found == sorted(found, reverse=True)
        assert spread("D", 1.1 * x_m, sigma_set) > found[3] > 0.0


def test_roughness() -> None:
    assert sigma.roughness_factor(100.0, 0.006) < 1.0 < sigma.roughness_factor(100.0, 1.0)
    # by hand: 0.06^(0.53 x 100^-0.22) = exp(-2.81341 x 0.192432)
    assert sigma.roughness_factor(100.0, 0.006) == pytest.approx(0.58193, rel=1e-4)
    assert sigma.roughness_factor(1e4, 0.006) > sigma.roughness_factor(100.0, 0.006)


def test_along_the_wind() -> None:
    assert sigma.sigma_x_m("C", 200.0, "ccps_puff") == sigma.sigma_y_m("C", 200.0, "ccps_puff")
    assert sigma.sigma_x_m("C", 200.0, "tno_puff") == pytest.approx(26.0)
