"""The models of explosions by name: worked cases, choice of method, refusals."""

from typing import Any

import pytest

from server.calculator import MODELS, RefusedError, ask

AMBIENT = 101_325.0


def outputs(model: str, **inputs: Any) -> dict[str, Any]:
    found: dict[str, Any] = ask(MODELS[model], inputs)["outputs"]
    return found


# Mf -> overpressure / ambient at R = 0.3, 0.5, 1, 2, 5: a digitised reading of Tang and Baker 1999.
READ = {
    0.2: (0.0682, 0.0525, 0.0280, 0.0146, 0.0057),
    0.7: (0.6682, 0.4670, 0.3085, 0.1362, 0.0496),
    1.0: (1.2103, 0.8492, 0.3278, 0.1489, 0.0543),
    5.2: (2.7393, 1.0395, 0.3949, 0.1707, 0.0588),
}


@pytest.mark.parametrize("mach", READ)
def test_bst(mach: float) -> None:
    energy = 2.4e8
    length = (energy / AMBIENT) ** (1.0 / 3.0)
    got = outputs("explosion", energy_j=energy, flame_mach=mach, distance_m=[r * length for r in (0.3, 0.5, 1, 2, 5)])
    assert [p / AMBIENT for p in got["overpressure_pa"]] == pytest.approx(READ[mach], rel=0.05)
    assert all(t > 0.0 for t in got["positive_phase_s"]) and len(got["damage"]) == 5


def test_scaled_distance() -> None:
    got = outputs("explosion", energy_j=2.4e8, flame_mach=1.0, distance_m=1.0)
    assert got["scaled_distance"] == pytest.approx(0.07501851394792557, rel=1e-9)


def test_multi_energy() -> None:
    got = outputs("explosion", energy_j=AMBIENT * 1.0e6, strength=6, distance_m=200.0)
    assert got["overpressure_pa"] / AMBIENT == pytest.approx(0.301 * 2.0**-1.11, rel=1e-6)
    assert got["damage"]


def test_tnt() -> None:
    got = outputs("tnt", mass_kg=1.0, heat_of_combustion_j_kg=1.2e8, efficiency=0.03)
    assert got == {"tnt_kg": pytest.approx(0.7692307692307693, rel=1e-12)}
    z = (1.0, 2.0, 5.0, 10.0, 20.0, 39.0)
    got = outputs("tnt", mass_kg=1.0, heat_of_combustion_j_kg=4.68e6, efficiency=1.0, distance_m=list(z))
    read = (12.8341, 2.6915, 0.4147, 0.1418, 0.0559, 0.0240)
    assert [p / AMBIENT for p in got["overpressure_pa"]] == pytest.approx(read, rel=0.05)


def test_beyond_its_fit_a_duration_is_left_out() -> None:
    got = outputs("tnt", mass_kg=1.0, heat_of_combustion_j_kg=4.68e6, efficiency=1.0, distance_m=[0.15, 10.0, 100.0])
    assert [t is None for t in got["positive_phase_s"]] == [True, False, True]
    assert [i is None for i in got["impulse_pa_s"]] == [True, False, False]


def test_butane_cloud_and_its_damage() -> None:
    got = outputs("cloud_energy", volume_m3=136857.23663150807, oxygen_mol=6.5, heat_of_combustion_j_mol=2.65732e6,
                  temperature_k=272.55, pressure_pa=14.7 * 6894.757)  # fmt: skip
    assert got["energy_j"] == pytest.approx(507786441.10258764e3, rel=1e-3)
    assert got["stoichiometric_fraction"] == pytest.approx(0.031218607756809045)
    words = outputs("damage", overpressure_pa=[0.15 * 6894.757, 0.4 * 6894.757, 6894.757, 68947.57])["damage"]
    assert words == ["typical glass breakage", "limited minor structural damage", "partial demolition of houses",
                     "probable total destruction"]  # fmt: skip


@pytest.mark.parametrize(
    ("inputs", "says"),
    [({"energy_j": 1e9, "distance_m": 10.0}, "one of"),
     ({"energy_j": 1e9, "flame_mach": 9.0, "distance_m": 10.0}, "range"),
     ({"energy_j": 1e9, "strength": 0, "distance_m": 10.0}, "range"),
     ({"energy_j": -1, "strength": 5, "distance_m": 9}, "range"),
     ({"energy_j": 1e3, "strength": 5, "distance_m": 1e5}, "lies outside"),
     ({"energy_j": 1e9, "strength": 5, "flame_mach": 1.0, "distance_m": 10.0}, "one of")],
)  # fmt: skip
def test_refusals(inputs: dict[str, Any], says: str) -> None:
    with pytest.raises(RefusedError, match=says):
        ask(MODELS["explosion"], inputs)
