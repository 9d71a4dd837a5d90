"""Fire in an enclosure: what it takes, sealed room and vent (CFAST verification), the LLNL room, fires that starve."""

from dataclasses import replace

import pytest

from sim_core.physics.enclosure import SPECIES, dry_fraction
from sim_core.physics.enclosure_fire import (
    CO2,
    H2O,
    O2,
    WALLS,
    Room,
    RoomAir,
    burning,
    gas_temperature_k,
    room_step,
    sealed_overpressure_pa,
    sealed_temperature_k,
    vent_overpressure_pa,
    wall_loss_w_m2_k,
)

MOLAR_M3 = 8.314462618 * 293.15 / 101325.0
NOTHING = (0.0,) * len(SPECIES)
AIR = tuple({"O2": 0.209, "N2": 0.791}.get(s, 0.0) for s in SPECIES)


def methane(heat_kw: float, **given: float) -> Room:
    fire = burning(heat_kw, 5.0e7, 1.0, 4.0, 0.0, 0.0)
    taken = {O2: -fire.o2_mol_s, CO2: fire.co2_mol_s, H2O: fire.h2o_mol_s}
    made = tuple(MOLAR_M3 * taken.get(n, 0.0) for n in range(len(SPECIES)))
    return Room(108.0, 0.0, AIR, NOTHING, made, fire_w=1000.0 * heat_kw, wall_area_m2=138.0, **given)  # type: ignore[arg-type]


def run(room: Room, seconds: int) -> RoomAir:
    air = RoomAir(AIR, room.volume_m3, room.outside_k)
    for _ in range(seconds):
        air = room_step(room, air, 1.0)
    return air


def test_species_of_a_methane_flame() -> None:
    """firemodels/cfast, Verification/Species/methane_flame_simple: 5 kW for 100 s, 50 MJ/kg."""
    fire = burning(5.0, 5.0e7, 1.0, 4.0, 0.0, 0.0)
    assert 100.0 * fire.o2_mol_s * 0.031999 == pytest.approx(0.039894876, rel=0.005)
    assert 100.0 * fire.co2_mol_s * 0.04401 == pytest.approx(0.027433961, rel=0.005)
    assert 100.0 * fire.h2o_mol_s * 0.018015 == pytest.approx(0.022460815, rel=0.005)


def test_carbon_monoxide_comes_out_of_the_same_carbon() -> None:
    clean, foul = (burning(100.0, 4.46e7, 7.0, 16.0, 0.0, y) for y in (0.0, 0.05))
    assert foul.co_mol_s * 0.02801 == pytest.approx(0.05 * foul.fuel_mol_s * 0.100204, rel=1.0e-3)
    assert foul.co2_mol_s + foul.co_mol_s == pytest.approx(clean.co2_mol_s)
    assert clean.o2_mol_s - foul.o2_mol_s == pytest.approx(0.5 * foul.co_mol_s)


@pytest.mark.parametrize(("seconds", "pascal", "celsius"), [
    (60.0, 19200.0, 75.26897), (120.0, 38400.0, 130.449315), (900.0, 288000.0, 839.8246216)])  # fmt: skip
def test_sealed_room(seconds: float, pascal: float, celsius: float) -> None:
    """firemodels/cfast, Verification/Energy_Balance/sealed_test.csv: 100 kW in 125 m3."""
    over = sealed_overpressure_pa(100.0, 125.0, seconds)
    assert over == pytest.approx(pascal, rel=0.02)
    assert sealed_temperature_k(293.15, over, 101325.0) - 273.15 == pytest.approx(celsius, rel=0.02)


def test_vents() -> None:
    """firemodels/cfast, Verification/Ventilation: ventilation_1 (11042 Pa) and Leakage_Flow (1.2245 Pa)."""
    assert vent_overpressure_pa(0.01, 1.0e-4, 0.7, 1.2, 101325.0) == pytest.approx(11042.0, rel=0.01)
    assert vent_overpressure_pa(0.01, 1.0e-2, 0.7, 1.2, 101325.0) == pytest.approx(1.224489796, rel=1.0e-3)


def test_a_closed_fire_starves() -> None:
    """All the oxygen there is burns and no more. By hand: for n of CH4 the room gains n and loses n of its mixture, so
    N dO2/dn = -2 - O2: gone at e^(-n/N) = 2/2.209, and CO2 is then 1 - e^(-n/N) = 1 - 1/1.1045.
    """
    air = run(methane(400.0), 2400)
    assert air.fractions[O2] == pytest.approx(0.0, abs=1.0e-6)
    assert air.fractions[CO2] == pytest.approx(1.0 - 1.0 / 1.1045, rel=0.01)
    leap = room_step(methane(400.0), RoomAir(AIR, 108.0, 293.15), 3600.0)
    assert leap.fractions[CO2] == pytest.approx(1.0 - 1.0 / 1.1045, rel=0.05), "in one long step, too"
    out = run(replace(methane(400.0), extinction_o2=0.13), 2400)
    assert 0.128 < out.fractions[O2] <= 0.13


def test_a_leak_lets_the_warm_gas_out_and_air_in() -> None:
    sealed, leaky = run(methane(100.0), 1500), run(methane(100.0, leakage_m2=0.05, height_m=4.5), 1500)
    assert min(leaky.temperature_k, sealed.temperature_k) > 310.0 and sealed.content_m3 == 108.0
    assert leaky.content_m3 == pytest.approx(108.0 * 293.15 / leaky.temperature_k)
    assert leaky.fractions[O2] > sealed.fractions[O2]


def test_walls() -> None:
    """Through the wall in the end: 0.2 m of concrete 1/(0.125 + 1/9) = 4.235, in series with 25: 3.62."""
    assert wall_loss_w_m2_k(*WALLS["concrete"], 1.0e6) == pytest.approx(3.622, rel=1.0e-3)
    losses = [wall_loss_w_m2_k(*WALLS["concrete"], t) for t in (1.0, 60.0, 3600.0)]
    assert losses == sorted(losses, reverse=True) and losses[0] < 25.0


def test_temperature_comes_to_its_balance() -> None:
    warm = 293.15
    for _ in range(3000):
        warm = gas_temperature_k(warm, 293.15, 1.0e5, 100.0, 1.0, 2127.33, 1.0)
    assert warm - 293.15 == pytest.approx(1.0e5 / (1206.0 + 2127.33), rel=1.0e-3)


# LLNL test cell, 108 m3, methane (firemodels/exp, LLNL_Enclosure, public domain): fuel g/s, exhaust g/s, O2 at first,
# O2 read dry: (s, fraction).
LLNL = {
    "01": (4.0, 0.0, 0.2072, ((100, 0.197), (200, 0.186), (300, 0.174), (400, 0.162), (500, 0.150))),
    "05": (1.0, 0.0, 0.2085, ((100, 0.207), (2500, 0.148))),
    "07": (2.0, 0.0, 0.2099, ((300, 0.195), (500, 0.184), (1000, 0.156))),
    "10": (3.9, 110.0, 0.2090, ((500, 0.1592), (6000, 0.0905))),
    "12": (4.0, 308.0, 0.2092, ((500, 0.1768), (5000, 0.1675))),
    "15": (2.0, 312.0, 0.2096, ((500, 0.1936), (4000, 0.1894))),
}


@pytest.mark.parametrize("test", LLNL)
def test_oxygen_of_the_llnl_room(test: str) -> None:
    fuel, exhaust, first, readings = LLNL[test]
    room = replace(methane(50.0 * fuel), inflow_m3_s=exhaust / 1200.0, wall="refractory", height_m=4.5)
    start = tuple({"O2": first, "N2": 1.0 - first}.get(s, 0.0) for s in SPECIES)
    air = RoomAir(start, 108.0, 293.15)
    for time_s, measured in readings:
        while air.since_s < time_s:
            air = room_step(room, air, 1.0)
        assert dry_fraction(air.fractions[O2], air.fractions[H2O]) == pytest.approx(measured, rel=0.05), time_s


# Mean of the two trees of thermocouples of the LLNL cell at 100 s, degC: tests 01, 03, 04 without a fan.
WARM = {"01": (22.0, 3.98, 74.5), "03": (32.5, 8.0, 138.0), "04": (21.0, 5.97, 102.5)}


@pytest.mark.parametrize("test", WARM)
def test_what_a_flame_radiates_does_not_warm_the_gas_at_once(test: str) -> None:
    """0.20 of a flame of natural gas goes to the walls; with all of it in the gas the room is too warm by a fifth."""
    outside_c, fuel, measured_c = WARM[test]
    warm = []
    for share in (0.20, 0.0):
        room = replace(methane(50.0 * fuel), wall="refractory", height_m=4.5, wall_area_m2=138.0, leakage_m2=0.0265,
                       outside_k=outside_c + 273.15, radiant_share=share)  # fmt: skip
        air = RoomAir(tuple({"O2": 0.207, "N2": 0.793}.get(s, 0.0) for s in SPECIES), 108.0, room.outside_k)
        for _ in range(100):
            air = room_step(room, air, 1.0)
        warm.append(air.temperature_k - 273.15)
    assert warm[0] == pytest.approx(measured_c, abs=6.0) and warm[1] > measured_c + 12.0


def test_a_closed_room_keeps_its_oxygen_however_the_heat_goes() -> None:
    closed = [replace(methane(200.0), radiant_share=share) for share in (0.0, 0.35)]
    airs = [RoomAir(tuple({"O2": 0.2, "N2": 0.8}.get(s, 0.0) for s in SPECIES), 108.0, 293.15) for _ in closed]
    ends = [room_step(room, air, 60.0) for room, air in zip(closed, airs, strict=True)]
    assert ends[0].fractions == ends[1].fractions and ends[0].temperature_k > ends[1].temperature_k
