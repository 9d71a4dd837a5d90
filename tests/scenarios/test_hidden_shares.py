"""Over a thousand draws each hidden parameter comes as often as its file says, once no more than three faults stand.

Expectation is exact: draws are independent, so how many faults came before one in the file is a small recursion. All
tests of all scenarios together err with 1 % (Bonferroni), and the seeds are fixed.
"""

from collections import Counter
from collections.abc import Iterator

import mpmath
import pytest

from scenarios import catalogue
from scenarios.hidden import MAX_FAULTS, draw, grid_points, is_fault
from scenarios.model import Choice, Hidden, Mixture, Scenario, Subset
from sim_core.chance import drill_keys

DRAWS = 1000
FAMILY = 0.01
LEAST = 5.0  # expected of each cell of a chi-square; smaller ones are taken together
BINS = 8
TESTS = sum(len(s.hidden) for s in catalogue())

Share = dict[str, float]


def of_grid(low: float, high: float, step: float, weight: float, name: str) -> Share:
    """The points of a grid in at most BINS bins."""
    n = grid_points(low, high, step)
    shares: Counter[str] = Counter()
    for i in range(n):
        shares[f"{name}{i * min(BINS, n) // n}"] += weight / n  # type: ignore[assignment]
    return dict(shares)


def cell(hidden: Hidden, value: float | str) -> str:
    """In which cell a drawn value falls."""
    r = hidden.range
    if isinstance(r, Choice | Subset):
        return str(value)
    parts = r.parts if isinstance(r, Mixture) else ((r),)
    for k, part in enumerate(parts):
        n = grid_points(part.low, part.high, part.step)
        i = round((float(value) - part.low) / part.step)
        if 0 <= i < n and abs(part.low + i * part.step - float(value)) < 1e-6 * max(1.0, abs(float(value))) + 1e-9:
            return f"{k}/{i * min(BINS, n) // n}"
    return f"{len(parts) - 1}/{min(BINS, grid_points(parts[-1].low, parts[-1].high, parts[-1].step)) - 1}"


def free(hidden: Hidden) -> Share:
    """Shares of a parameter by itself."""
    r = hidden.range
    if isinstance(r, Choice):
        total = sum(r.weights)
        shares: Share = {}
        for option, weight in zip(r.options, r.weights, strict=True):
            shares[option] = shares.get(option, 0.0) + weight / total
        return shares
    if isinstance(r, Subset):
        return dict(of_subset(r))
    parts = r.parts if isinstance(r, Mixture) else (r,)
    weights = [p.weight for p in r.parts] if isinstance(r, Mixture) else [1.0]
    found: Share = {}
    for k, (part, weight) in enumerate(zip(parts, weights, strict=True)):
        found |= of_grid(part.low, part.high, part.step, weight / sum(weights), f"{k}/")
    return found


def of_subset(r: Subset) -> Iterator[tuple[str, float]]:
    """Every subset, those of one size alike."""
    sizes = [c / sum(r.counts) for c in r.counts]
    members = range(2 ** len(r.members))
    of_size = Counter(bin(bits).count("1") for bits in members)
    for bits in members:
        n = bin(bits).count("1")
        if n < len(sizes) and sizes[n] > 0.0:
            yield ",".join(m for i, m in enumerate(r.members) if bits >> i & 1), sizes[n] / of_size[n]


def expected(scenario: Scenario) -> Iterator[tuple[Hidden, Share]]:
    """Shares once at most MAX_FAULTS stand. before[k]: chance of k faults so far, the last one: that many or more."""
    before = [1.0] + [0.0] * MAX_FAULTS
    for hidden in scenario.hidden:
        shares = free(hidden)
        faults = {value for value in shares if not isinstance(hidden.range, Mixture) and is_fault(hidden, value)}
        stands = 1.0 - before[MAX_FAULTS]
        kept = {value: share * (stands if value in faults else 1.0) for value, share in shares.items()}
        lost = sum(shares[value] for value in faults) * (1.0 - stands)
        if lost:
            kept[hidden.normal] = kept.get(hidden.normal, 0.0) + lost
        yield hidden, kept
        p = sum(shares[value] for value in faults)
        before = [
            before[k] * (1.0 if k == MAX_FAULTS else 1.0 - p) + (before[k - 1] * p if k else 0.0)
            for k in range(MAX_FAULTS + 1)
        ]


def chance(seen: Counter[str], shares: Share, n: int) -> float:
    """Chance of a chi-square as large or larger; small cells are one."""
    large = {value: n * share for value, share in shares.items() if n * share >= LEAST}
    rest = n - sum(large.values())
    cells = [(float(seen[value]), want) for value, want in large.items()]
    if rest >= LEAST:
        cells.append((n - sum(got for got, _ in cells), rest))
    elif n - sum(got for got, _ in cells) > 4.0 * LEAST:
        return 0.0
    if len(cells) < 2:
        return 1.0
    square = sum((got - want) ** 2 / want for got, want in cells)
    return float(mpmath.gammainc((len(cells) - 1) / 2, square / 2, mpmath.inf, regularized=True))


@pytest.mark.parametrize("scenario", catalogue(), ids=lambda s: s.id)
def test_each_parameter_comes_as_often_as_its_file_says(scenario: Scenario) -> None:
    draws = [draw(scenario, drill_keys(seed).hidden) for seed in range(DRAWS)]
    odd = {}
    for hidden, shares in expected(scenario):
        assert sum(shares.values()) == pytest.approx(1.0)
        seen = Counter(cell(hidden, drawn[hidden.id]) for drawn in draws)
        p = chance(seen, shares, DRAWS)
        if p < FAMILY / TESTS:
            odd[hidden.id] = (p, dict(seen), shares)
    assert odd == {}
    assert max(sum(is_fault(h, drawn[h.id]) for h in scenario.hidden) for drawn in draws) <= MAX_FAULTS


def test_a_wrong_weight_would_be_found() -> None:
    shares = {"no": 0.8, "yes": 0.2}
    assert chance(Counter({"no": 800, "yes": 200}), shares, DRAWS) > 0.9
    assert chance(Counter({"no": 700, "yes": 300}), shares, DRAWS) < FAMILY / TESTS
