"""The cloud: where it goes, who meets it, what a curtain and the nearness of a hole make of it."""

from dataclasses import replace

from tests.scenarios.spheres import set_device, sphere


def met(stage, tag):
    return stage.world.hazard.met_gauges[stage.site.tag_index[tag]]


def test_it_drifts_down_the_wind():
    stage = sphere(wind_from_deg=270.0, jet="up", hole_mm=40.0)
    stage.wait(90)
    assert met(stage, "LEL-2") > 20.0  # east
    assert met(stage, "LEL-4") < 1.0  # west


def test_beside_the_hole_there_is_gas_whatever_the_wind():
    stage = sphere(wind_from_deg=0.0, jet="S", hole_mm=20.0)
    stage.stand("OUT", "LK1")
    stage.wait(24)
    assert stage.met_lel("OUT") > 100.0
    set_device(stage, "HV-201", "closed", 0.0)
    stage.wait(60)
    assert stage.met_lel("OUT") < 5.0


def test_a_curtain_thins_what_passes_it_and_nothing_before_it():
    readings = {}
    for open_ in (False, True):
        stage = sphere(wind_from_deg=0.0, jet="down", hole_mm=40.0, wind_speed_m_s=2.0)
        if open_:
            set_device(stage, "CT-1", "open", 1.0)
        stage.stand("SAF", "RB")
        stage.stand("FF", "BS")
        stage.wait(80)
        readings[open_] = stage.met_lel("SAF"), stage.met_lel("FF")
    assert 0.0 < readings[True][0] < 0.7 * readings[False][0]
    assert abs(readings[True][1] - readings[False][1]) < 1e-9


def test_a_curtain_without_water_does_nothing():
    readings = []
    for pump in ("running", "stopped"):
        stage = sphere(wind_from_deg=0.0, jet="down", hole_mm=40.0, wind_speed_m_s=2.0)
        set_device(stage, "CT-1", "open", 1.0)
        set_device(stage, "FP-1", pump, 1.0 if pump == "running" else 0.0)
        stage.stand("SAF", "RB")
        stage.wait(80)
        readings.append(stage.met_lel("SAF"))
    assert readings[0] < readings[1]


def test_a_solid_jet_makes_the_pool_boil_harder():
    boiled = []
    for state in ("closed", "jet"):
        stage = sphere(jet="down", hole_mm=20.0)
        stage.wait(60)
        set_device(stage, "WM-1", state, 1.0)
        hazard = stage.world.hazard
        stage.change(hazard=replace(hazard, leaks=()))
        stage.wait(5)
        boiled.append(stage.world.hazard.evaporated_kg - hazard.evaporated_kg)
    assert boiled[1] > 1.2 * boiled[0] > 0.0
