"""Tick 0: what the draw leaves in the world, and nothing else."""

import pytest

from sim_core.physics.enclosure import MOLAR_KG, held_kg
from tests.pits import pit, share, space


def test_layers_and_what_is_bound():
    stage = pit(o2_bottom_pct=10.0, pre_h2s_ppm=4.0, post_h2s_ppm=104.0, ch4_lel=20.0)
    oxygen = [share(stage, k, "oxygen") for k in range(3)]  # methane takes its own share of the room
    assert oxygen == pytest.approx([0.1, 0.1545, 0.209], rel=0.011)
    assert share(stage, 0, "hydrogen_sulfide") == pytest.approx(4.0e-6) and share(stage, 2, "hydrogen_sulfide") == 0.0
    assert [share(stage, k, "methane") for k in range(3)] == pytest.approx([0.01, 0.0075, 0.005])
    assert space(stage).bound_kg == pytest.approx(held_kg(100.0e-6, 40.5, MOLAR_KG["H2S"], 298.15, 101325.0))
    assert all(sum(layer) == pytest.approx(sum(stage.site.clean_air), abs=0.02) for layer in space(stage).layers)


@pytest.mark.parametrize(("victims", "go"), [("none", []), ("one", ["W1"]), ("two", ["W1", "W2"])])
def test_who_will_go_in(victims, go):
    workers = pit(victims=victims).world.hazard.workers
    assert [w.id for w in workers if w.goes_tick >= 0] == go
    assert [w.id for w in workers if w.lined] == ["W1"]
    assert pit(helper_runs="yes").world.hazard.workers[2].helps


def test_faults_sit_where_they_were_drawn():
    stage = pit(scba_low="FF", meter_dead="lel")
    assert [p.seat for p in stage.world.people if p.air_l < 2000.0] == ["FF"]
    assert [(p.seat, p.dead_cells) for p in stage.world.people if p.dead_cells] == [("GAS", ("lel",))]
    assert pit(night="yes").world.weather.night and not pit().world.weather.night
