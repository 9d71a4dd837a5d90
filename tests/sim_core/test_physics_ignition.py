from sim_core.physics.ignition import ignites


def test_vapour_burns_from_half_of_lfl_because_it_is_patchy() -> None:
    assert not ignites(0.0)
    assert not ignites(0.499)
    assert ignites(0.5)
    assert ignites(5.0)
