"""What breaks over the culvert: untested it is a fact, over vapour it explodes, as far as the vapour hangs together."""

import pytest

from tests.culverts import culvert, facts, fill, street
from tests.drills import put


def broken(stage, *of_lfl: float, seconds: float = 3.0) -> dict[str, float]:
    """The hammer works beside manhole 3 while so much vapour stands in each reach."""
    fill(stage, *of_lfl)
    put(stage, HB_1="running")
    stage.wait(seconds)
    return facts(stage)


def probed(stage, place: str) -> None:
    stage.stand("OUT", place)
    assert stage.act("OUT", "measure", place) == ""
    stage.wait(16)


@pytest.mark.parametrize(("of_lfl", "reaches"), [
    ((0.0, 0.0, 2.0, 0.0, 0.0), 1),
    ((2.0, 0.1, 2.0, 2.0, 0.1), 2),
    ((1.0, 1.0, 1.0, 1.0, 1.0), 5),
    ((0.0, 0.6, 0.6, 0.0, 0.0), 2),  # pockets burn where the mean is above half of it
])  # fmt: skip
def test_it_explodes_as_far_as_the_vapour_hangs_together(of_lfl, reaches):
    assert broken(street(), *of_lfl)["explosion"] == pytest.approx(90.0 * reaches)


@pytest.mark.parametrize("of_lfl", [(0.0, 0.0, 0.4, 0.0, 0.0), (3.0, 3.0, 0.0, 3.0, 3.0)])
def test_over_a_reach_without_it_nothing_happens_but_the_breach_is_told(of_lfl):
    found = broken(street(), *of_lfl)
    assert "explosion" not in found
    assert "broke_untested" in found


def test_it_strikes_who_stands_on_the_covers_that_fly_and_spares_who_went():
    stage = street(street_people="MK")
    stage.stand("OUT", "MH-4")
    stage.stand("SAF", "MP-N")
    broken(stage, 0.0, 0.0, 2.0, 2.0, 0.0)
    assert stage.person("OUT").state == "dead"
    assert stage.person("SAF").state == "fit"
    assert ("passers", 20.0) in [(e.subject, e.value) for e in stage.told("harm")]
    assert culvert(stage).burst


def test_where_it_did_not_burn_who_stands_on_the_covers_is_out_of_the_flame():
    stage = street()
    stage.stand("OUT", "MH-1")
    broken(stage, 0.0, 0.0, 2.0, 0.0, 0.0)
    assert stage.person("OUT").state != "dead"


def test_tested_and_clean_it_may_be_broken():
    stage = street(leak_m3_h=2.0, leak_reach="MH-5")
    probed(stage, "MH-3")
    assert "broke_untested" not in broken(stage, 0.0, 0.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize(("place", "of_lfl"), [("MH-2", 0.0), ("MH-3", 0.2)])
def test_tested_elsewhere_or_found_to_hold_gas_it_may_not(place, of_lfl):
    stage = street(leak_m3_h=2.0, leak_reach="MH-5")
    fill(stage, 0.0, 0.0, of_lfl, 0.0, 0.0)
    probed(stage, place)
    assert "broke_untested" in broken(stage, 0.0, 0.0, 0.0, 0.0, 0.0)


def test_a_test_draws_the_air_from_under_the_cover_and_all_five_are_a_whole_round():
    stage = street(leak_m3_h=2.0, leak_reach="MH-5")
    fill(stage, 0.0, 0.0, 0.3, 0.0, 0.0)
    for k in (1, 2, 4, 5):
        probed(stage, f"MH-{k}")
    assert "manholes_tested" not in facts(stage)
    probed(stage, "MH-3")
    assert "manholes_tested" in facts(stage)
    notes = [n for n in stage.person("OUT").notes if n.topic == "gas" and n.subject == "MH-3"]
    assert 20.0 <= notes[-1].value <= 30.0


@pytest.mark.parametrize(("stopped", "explodes"), [(False, True), (True, False)])
def test_the_contractor_breaks_at_his_hour_unless_work_is_stopped(stopped, explodes):
    stage = street(contractor="digs", dig_s=780.0)
    if stopped:
        stage.act("IC", "stop_work")
    stage.wait(770)
    fill(stage, 1.0, 1.0, 1.0, 1.0, 1.0)
    stage.wait(20)
    assert ("explosion" in facts(stage)) == explodes


@pytest.mark.parametrize(("intent", "board"), [("digs", ("contractor",)), ("waits", ())])
def test_what_he_means_to_do_stands_on_the_board_of_the_control_room(intent, board):
    stage = street(contractor=intent)
    stage.wait(1)
    assert stage.seen("IC").permits == board


def test_a_bus_over_a_rich_manhole_lights_it_and_stopped_traffic_does_not():
    for stopped in (False, True):
        stage = street()
        if stopped:
            stage.act("IC", "stop_work")
        stage.wait(999)
        for _ in range(45):
            fill(stage, 0.0, 6.0, 0.0, 0.0, 0.0)
            stage.wait(1)
        assert ("explosion" in facts(stage)) != stopped


def test_oil_on_the_street_burns_after_it():
    stage = street(leak_reach="MH-3")
    stage.wait(300)
    broken(stage, 0.0, 0.0, 2.0, 0.0, 0.0)
    n = [b.id for b in stage.site.bunds].index("G-3")
    before = stage.world.hazard.pools[n].mass_kg
    stage.wait(20)
    assert stage.world.hazard.fires_kw[n] > 0.0
    assert stage.world.hazard.burned_kg > 0.0
    assert before > 0.0
