"""To the flare: mass and heat are kept, the pressure falls and with it the leak; too much of it smokes, chills."""

from math import pi

import pytest

from sim_core.physics import properties
from sim_core.physics.substances import SUBSTANCES
from tests.scenarios.spheres import lit, set_device, sphere, total, vessel

PROPANE = SUBSTANCES["propane"]
FV_M, FB_M = 0.075, 0.15


def open_vents(stage, *names):
    for name in names:
        set_device(stage, name, "open", 1.0)
    return stage


def vented(stage):
    return stage.world.hazard.flare.taken_kg


def readings(stage, tag):
    return stage.seen("DCS").panel.readings[stage.site.tag_index[tag]]


def test_what_goes_to_the_flare_is_gas_at_the_speed_of_sound():
    """CCPS 1999: 0.85 A sqrt(k p rho (2/(k+1))^((k+1)/(k-1))), propane at 20 C: 0.836 MPa, k 1.13, 18.4 kg/m3 ideal
    at 44.1 g/mol times what is not ideal; the flow of the wide vent is that of the other times four."""
    rates = {}
    for names in (("FV-201",), ("FB-201",)):
        stage = open_vents(sphere(leak_at="root"), *names)
        stage.wait(2)
        rates[names[0]] = stage.world.hazard.flare.now_kg_s
    area = pi / 4 * FV_M * FV_M
    k, density = 1.13, 836e3 * 0.0441 / (8.314 * 293.15)
    by_hand = 0.85 * area * (k * 836e3 * density * (2 / (k + 1)) ** ((k + 1) / (k - 1))) ** 0.5
    assert rates["FV-201"] == pytest.approx(by_hand, rel=0.1)
    assert rates["FB-201"] == pytest.approx(4.0 * rates["FV-201"], rel=1e-3)


def test_mass_and_heat_are_kept_while_it_boils_off():
    stage = sphere(leak_at="nozzle", hole_mm=20.0)
    before = total(stage)
    open_vents(stage, "FV-201", "FB-201")
    stage.wait(200)
    v = stage.world.hazard.vessels[0]
    assert vented(stage) > 5000.0
    assert total(stage) == pytest.approx(before, rel=1e-9)
    cooled_k = 293.15 - v.liquid_k
    taken_j = vented(stage) * properties.latent_heat_j_kg(PROPANE, 290.0)
    given_j = 0.5 * (v.liquid_kg + 174800.0) * properties.liquid_capacity_j_kg_k(PROPANE, 290.0) * cooled_k
    assert given_j == pytest.approx(taken_j, rel=0.02)


def test_the_pressure_falls_and_with_it_the_leak():
    flows, pressures = {}, {}
    for names in ((), ("FV-201",), ("FV-201", "FB-201")):
        stage = open_vents(sphere(leak_at="nozzle", hole_mm=20.0), *names)
        stage.wait(400)
        flows[len(names)] = stage.world.hazard.leaks[0].flow_kg_s
        pressures[len(names)] = readings(stage, "PT-201")
    assert pressures[0] > pressures[1] + 0.02 > pressures[2] + 0.1
    assert flows[1] < 0.98 * flows[0]
    assert flows[2] < 0.88 * flows[0]


@pytest.mark.parametrize(("vent", "header", "goes"), [
    ("closed", "open", False), ("open", "closed", False), ("open", "open", True),
])  # fmt: skip
def test_nothing_goes_to_a_flare_that_is_shut_off(vent, header, goes):
    stage = sphere(leak_at="root")
    set_device(stage, "FV-201", vent, 1.0 if vent == "open" else 0.0)
    set_device(stage, "FX-1", header, 1.0 if header == "open" else 0.0)
    stage.wait(10)
    assert (vented(stage) > 0.0) is goes
    assert bool(stage.told("fact", subject="flaring")) is goes
    assert (readings(stage, "FT-401") > 0.0) is goes


def test_the_flare_is_seen_burning_and_smokes_with_more_than_it_can_burn():
    stage = open_vents(sphere(leak_at="root"), "FV-201")
    stage.stand("FF", "FS")
    stage.wait(3)
    assert [(s.id, s.state) for s in stage.seen("FF").seen if s.kind == "flare"] == [("FL", "burning")]
    assert not stage.told("fact", subject="flare_overloaded")
    open_vents(stage, "FB-201")
    stage.wait(3)
    assert [s.state for s in stage.seen("FF").seen if s.kind == "flare"] == ["smoking"]
    assert stage.told("fact", subject="flare_overloaded")
    for name in ("FV-201", "FB-201"):
        set_device(stage, name, "closed", 0.0)
    stage.wait(2)
    assert not [s for s in stage.seen("FF").seen if s.kind == "flare"]


def test_a_shell_colder_than_its_steel_allows_is_a_fact_of_who_opened_the_vent():
    stage = sphere(leak_at="root")
    vessel(stage, liquid_k=268.2, layer_k=268.2)
    open_vents(stage, "FV-201")
    stage.wait(1)
    assert not stage.told("fact", subject="shell_chilled")
    assert stage.act("DCS", "operate", "FB-201", "open") == ""
    stage.wait(20)
    (fact,) = stage.told("fact", subject="shell_chilled")
    assert fact.by == "DCS"


def test_of_a_sphere_in_a_fire_the_warm_layer_is_cooled_first():
    stage = lit(sphere(leak_at="nozzle", hole_mm=20.0, jet="up"))
    vessel(stage, layer_k=320.0)
    open_vents(stage, "FB-201")
    stage.wait(30)
    v = stage.world.hazard.vessels[0]
    assert v.layer_k < 316.0
    assert v.liquid_k == 293.15


def test_a_colleague_opens_the_vent_on_order_and_the_hand_wheel_shuts_the_header():
    stage = sphere(humans=("IC",), leak_at="nozzle")
    stage.wait(30)
    assert stage.act("IC", "operate", "FV-201", "open", to="DCS") == ""
    stage.wait(40)
    assert stage.told("fact", subject="flaring")
    assert stage.act("IC", "operate", "FX-1", "close", to="SAF") == ""
    stage.wait(300)
    assert stage.device("FX-1").state == "closed"
    assert stage.world.hazard.flare.now_kg_s == 0.0


def test_from_afar_no_hand_opens_it():
    stage = sphere()
    stage.stand("OUT", "RB")
    assert stage.act("OUT", "operate", "FV-201", "open") == "out_of_reach"
    assert stage.act("OUT", "operate", "FX-1", "close") == "out_of_reach"


def test_at_the_end_what_was_flared_is_told_and_is_not_what_was_released():
    stage = open_vents(sphere(leak_at="nozzle"), "FV-201")
    stage.wait(60)
    assert stage.act("IC", "handover") == ""
    stage.wait(21)
    told = {e.subject: e.value for e in stage.told("fact")}
    assert told["flared"] == vented(stage) > 500.0
    assert told["released"] == stage.world.hazard.spilled_kg
