"""Answer: verdicts on the cohorts, the stable shape of `validate --json`, and the batch that gives the same figures."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from server.validation.cohort import Bar, Cohort, Reference
from server.validation.predicting import Found
from server.validation.scores import DEFINITIONS
from server.validation.worked import examined

PUBLISHED = ("n", "fac2", "mg", "vg", "fb", "within_tolerance")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A bar, what was reached, whether it holds."""

    bar: Bar
    value: float
    held: bool


def verdict(found: Found) -> tuple[Verdict, ...]:
    """Judge a cohort by its bars."""
    values = [(bar, found.statistic(bar.statistic)) for bar in found.cohort.bars]
    return tuple(Verdict(bar, value, bar.held(value)) for bar, value in values)


def shape(found: Iterable[Found]) -> dict[str, Any]:
    """Give what was found in its stable JSON shape."""
    return {
        "cohorts": {f.cohort.name: _cohort(f) for f in found},
        "worked": [
            {"name": w.name.en, "model": w.model, "expected": w.expected, "value": w.got, "held": w.held}
            for w in examined()
        ],
        "definitions": {name: words.en for name, words in DEFINITIONS.items()},
    }


def _cohort(found: Found) -> dict[str, Any]:
    c = found.cohort
    return {
        "title": c.title._asdict(),
        "model": c.model,
        "output": c.output,
        **asdict(found.scores),
        "trials_within_2": found.trials_within_2,
        "tolerance": c.tolerance,
        "floor": c.floor,
        "bars": [
            {"statistic": v.bar.statistic, "value": v.value, "held": v.held, **_limits(v.bar)} for v in verdict(found)
        ],
        "trials": {name: {"n": s.n, "fac2": s.fac2, "mg": s.mg, "vg": s.vg} for name, s in found.trials.items()},
        "reference": {r.key: _reference(r) for r in found.references},
        "left_out": [words.en for words in c.left_out],
        "refusals": list(found.refusals),
        "source": c.source,
    }


def _limits(bar: Bar) -> dict[str, float]:
    """The limits of a bar that are finite: JSON has no infinity."""
    ends = {"least": bar.least, "most": bar.most}
    return {name: value for name, value in ends.items() if abs(value) < 1.0e300}


def _reference(r: Reference) -> dict[str, Any]:
    given = {name: getattr(r, name) for name in PUBLISHED}
    return {**{k: v for k, v in given.items() if v is not None}, "of": r.of.en, "source": r.source}


def batch(cohorts: Iterable[Cohort]) -> list[dict[str, Any]]:
    """Every call as `calc --batch` takes it."""
    return [{"model": c.model, "inputs": dict(case.inputs)} for c in cohorts for case in c.cases]


def observed(cohorts: Iterable[Cohort]) -> list[dict[str, Any]]:
    """What was measured, row by row as in `batch`: whoever has both can compute the scores."""
    return [
        {"cohort": c.name, "trial": case.trial, "output": c.output, "floor": c.floor, "tolerance": c.tolerance}
        | {"at": list(case.at), "observed": list(case.observed)}
        for c in cohorts
        for case in c.cases
    ]
