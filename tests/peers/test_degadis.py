"""DEGADISx still gives for the LNG trials what server/validation/peers/degadis.json says that it gave."""

import json

import pytest

from tests.house.tree import ROOT

pytest.importorskip("degadisx", reason="degadisx is not here: make peers")

KEPT = json.loads((ROOT / "server" / "validation" / "peers" / "degadis.json").read_text("utf-8"))


def test_gives_what_was_kept() -> None:
    from tests.peers.dense.degadis import answer

    now, measured = answer(), ("rows", "s_per_trial")
    assert {k: v for k, v in now.items() if k not in measured} == {k: v for k, v in KEPT.items() if k not in measured}
    for ours, theirs in zip(now["rows"], KEPT["rows"], strict=True):
        assert ours == {k: v if isinstance(v, str) else pytest.approx(v, rel=0.01) for k, v in theirs.items()}


# Another person's steady runs of the same program for the same trials, set up apart from these.
@pytest.mark.parametrize(
    ("trial", "distance_m", "expected"),
    [("Burro8", 57.0, 0.85), ("Burro8", 800.0, 0.0218), ("Coyote6", 300.0, 0.115), ("MaplinSands27", 322.0, 0.0292)],
)
def test_agrees_with_runs_made_elsewhere(trial: str, distance_m: float, expected: float) -> None:
    (row,) = [r for r in KEPT["rows"] if (r["trial"], r["distance_m"]) == (trial, distance_m)]
    assert row["ground_fraction"] == pytest.approx(expected, rel=0.05)
