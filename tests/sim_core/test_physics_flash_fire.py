from sim_core.physics.flash_fire import burns, death_by_flash


def test_who_dies() -> None:
    assert death_by_flash(1.0, fire_suit=False) == 1.0
    assert 0.0 < death_by_flash(1.0, fire_suit=True) < 1.0
    assert 0.0 < death_by_flash(0.5, fire_suit=False) < death_by_flash(1.0, fire_suit=True)
    assert death_by_flash(0.99, fire_suit=True) == 0.0
    assert death_by_flash(0.49, fire_suit=False) == 0.0


def test_who_is_burned() -> None:
    assert burns(0.5, fire_suit=False)
    assert not burns(0.49, fire_suit=False)
    assert burns(1.0, fire_suit=True)
    assert not burns(0.99, fire_suit=True)
