"""Damage words of the CCPS table at the pressures of the worked cases, and their order."""

import pytest

from sim_core.physics import damage

PSI = 6894.757


@pytest.mark.parametrize(
    ("psi", "en"),
    [(0.15, "typical glass breakage"), (0.4, "limited minor structural damage"), (1.0, "partial demolition of houses"),
     (10.0, "probable total destruction"), (0.99, "minor damage to house structures"), (0.0, "no damage")],
)  # fmt: skip
def test_words(psi: float, en: str) -> None:
    assert damage.words(psi * PSI).en == damage.words_en(psi * PSI) == en


def test_the_table_rises_and_speaks_both_languages() -> None:
    steps = [psi for psi, _ in damage.DAMAGE]
    assert steps == sorted(set(steps))
    assert all(text.zh and text.en for _, text in damage.DAMAGE)
    assert damage.words(1030.0).en == damage.words(1034.2).en  # 0.15 psi as kPa tables round it


def test_tanks() -> None:
    found = [damage.tank(p) for p in (6.9e3, 7.0e3, 20.0e3, 49.9e3, 50.0e3)]
    assert found == ["", "dented", "torn", "torn", "destroyed"]
