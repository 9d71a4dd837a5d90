"""Limits of exposure: editions and evidence everywhere, levels in order."""

import pytest

from sim_core.physics import properties
from sim_core.physics.exposure_limits import EXPOSURE_LIMITS
from sim_core.physics.substances import SUBSTANCES
from tests.house.tree import ROOT
from tests.peers.substances.limits import exposure_limits


def test_is_as_generated() -> None:
    text = (ROOT / "sim_core" / "physics" / "exposure_limits.py").read_text("utf-8")
    assert text == exposure_limits(), "run python -m tests.peers.substances.generate"


def test_limits_of_one_kind_and_duration() -> None:
    chlorine = SUBSTANCES["chlorine"]
    assert [x.ppm for x in properties.limits_of(chlorine, "AEGL", 60.0)] == [0.5, 2.0, 20.0]
    assert [x.ppm for x in properties.limits_of(chlorine, "IDLH")] == [10.0]
    assert len(properties.limits_of(chlorine, "AEGL-3")) == 5
    assert not properties.limits_of(chlorine, "AEGL", 15.0)


@pytest.mark.parametrize("identity", EXPOSURE_LIMITS)
def test_each_limit_has_edition_and_evidence(identity: str) -> None:
    assert identity in SUBSTANCES
    for limit in EXPOSURE_LIMITS[identity]:
        assert limit.source and limit.edition and limit.evidence in ("R", "R2", "B")
        assert (limit.ppm > 0.0) != (limit.mg_m3 > 0.0)


@pytest.mark.parametrize("identity", EXPOSURE_LIMITS)
def test_levels_rise_and_fall_with_time(identity: str) -> None:
    aegl = {(x.kind, x.minutes): x.ppm for x in EXPOSURE_LIMITS[identity] if x.kind.startswith("AEGL")}
    for level in ("AEGL-1", "AEGL-2", "AEGL-3"):
        over_time = [aegl[level, m] for m in (10, 30, 60, 240, 480) if (level, m) in aegl]
        assert over_time == sorted(over_time, reverse=True)
    for minutes in (10, 30, 60, 240, 480):
        by_level = [aegl[level, minutes] for level in ("AEGL-1", "AEGL-2", "AEGL-3") if (level, minutes) in aegl]
        assert by_level == sorted(by_level)
