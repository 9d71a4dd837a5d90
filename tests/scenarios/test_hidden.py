"""Draws: within range, distributed as declared, one stream a parameter, never more than three faults."""

from collections import Counter, defaultdict
from dataclasses import replace
from hashlib import sha256
from itertools import combinations
from math import sqrt

import pytest

from scenarios import MAX_FAULTS, draw, load
from scenarios.hidden import Value, is_fault
from scenarios.model import Choice, Hidden, Mixture, Part, Subset, Uniform

SCENARIO = load("tank_overfill")
KEYS = [sha256(b"draw %d" % n).digest() for n in range(1500)]


def grid(part: Uniform | Part) -> list[float]:
    n = round((part.high - part.low) / part.step) + 1
    return [part.low + (part.high - part.low) * i / (n - 1) for i in range(n)]


def expected(h: Hidden) -> dict[Value, float]:
    """What the declared distribution gives each value, written anew."""
    shares: defaultdict[Value, float] = defaultdict(float)
    match h.range:
        case Uniform():
            for v in grid(h.range):
                shares[round(v, 6)] += 1.0
        case Mixture():
            for part in h.range.parts:
                values = grid(part)
                for v in values:
                    shares[round(v, 6)] += part.weight / len(values)
        case Choice():
            for option, weight in zip(h.range.options, h.range.weights, strict=True):
                shares[option] += weight
        case Subset():
            for n, weight in enumerate(h.range.counts):
                sets = list(combinations(h.range.members, n))
                for chosen in sets:
                    shares[",".join(chosen)] += weight / len(sets)
    total = sum(shares.values())
    return {value: share / total for value, share in shares.items() if share}


def limit(df: int) -> float:
    """99.9 % point of chi-square (Wilson and Hilferty 1931)."""
    return df * (1.0 - 2.0 / (9.0 * df) + 3.09 * sqrt(2.0 / (9.0 * df))) ** 3


@pytest.mark.parametrize("h", SCENARIO.hidden, ids=lambda h: h.id)
def test_values_come_as_declared(h: Hidden) -> None:
    alone = replace(SCENARIO, hidden=(h,))
    seen: Counter[Value] = Counter()
    for key in KEYS:
        value = draw(alone, key)[h.id]
        seen[round(value, 6) if isinstance(value, float) else value] += 1
    shares = expected(h)
    assert set(seen) <= set(shares)
    chi2 = sum((seen[v] - len(KEYS) * share) ** 2 / (len(KEYS) * share) for v, share in shares.items())
    assert chi2 < limit(len(shares) - 1)


def test_ends_of_a_range_are_reached_and_not_passed() -> None:
    offset = next(h for h in SCENARIO.hidden if h.id == "gauge_offset_m")
    values = {draw(replace(SCENARIO, hidden=(offset,)), key)["gauge_offset_m"] for key in KEYS}
    assert min(values) == 0.2 and max(values) == 0.6


def test_same_key_same_draw() -> None:
    assert draw(SCENARIO, KEYS[0]) == draw(SCENARIO, KEYS[0]) != draw(SCENARIO, KEYS[1])
    assert list(draw(SCENARIO, KEYS[0])) == [h.id for h in SCENARIO.hidden]


def test_one_parameter_never_shifts_another() -> None:
    for left_out in SCENARIO.hidden:
        others = replace(SCENARIO, hidden=tuple(h for h in SCENARIO.hidden if h is not left_out and not h.fault))
        full = draw(SCENARIO, KEYS[2])
        assert all(full[name] == value for name, value in draw(others, KEYS[2]).items())


def test_no_two_parameters_share_a_stream() -> None:
    """Night and the dead switch are both fair coins: 2 x 2 counts, 99.9 % point."""
    drawn = [draw(SCENARIO, key) for key in KEYS]
    counts = Counter((d["night"], d["switch_dead"]) for d in drawn)
    fair = len(KEYS) / 4
    assert sum((counts[a, b] - fair) ** 2 / fair for a in ("no", "yes") for b in ("no", "yes")) < limit(3)


def test_never_more_faults_than_allowed() -> None:
    counts: Counter[int] = Counter()
    for key in KEYS:
        drawn = draw(SCENARIO, key)
        counts[sum(is_fault(h, drawn[h.id]) for h in SCENARIO.hidden)] += 1
    assert max(counts) == MAX_FAULTS and counts[MAX_FAULTS] > 0
    assert min(counts) == 1  # one or two detectors are always dead


def test_later_faults_fall_back_to_normal() -> None:
    faulty = tuple(h for h in SCENARIO.hidden if h.fault)
    certain = tuple(
        replace(h, range=Choice("choice", (h.fault[0],), (1.0,))) if isinstance(h.range, Choice) else h for h in faulty
    )
    drawn = draw(replace(SCENARIO, hidden=certain), KEYS[0])
    assert [is_fault(h, drawn[h.id]) for h in certain] == [True] * MAX_FAULTS + [False] * (len(certain) - MAX_FAULTS)
    assert drawn["foam"] == "good" and drawn["radio_dead"] == "none"


def test_places_of_ignition_are_sources() -> None:
    place = next(h for h in SCENARIO.hidden if h.id == "ignition_place")
    assert isinstance(place.range, Choice)
    assert set(place.range.options) == {source.id.partition("-")[0] for source in SCENARIO.sources}
