"""Predicting: a cohort through the calculator, call by call, as `calc --batch` would answer it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from server.calculator import MODELS, RefusedError, ask
from server.validation.cohort import Case, Cohort, Reference, Rival
from server.validation.scores import Scores, scores
from sim_core.text import Text

HERE = Text("此处，同样的测点", "here, on the same measurements")


@dataclass(frozen=True, slots=True)
class Reading:
    """One measurement and what the model says of it; None where it refuses."""

    case: Case
    at: float
    observed: float
    predicted: float | None

    @property
    def ratio(self) -> float:
        """Observed over predicted; infinite where nothing is predicted."""
        return self.observed / self.predicted if self.predicted else float("inf")


@dataclass(frozen=True, slots=True)
class Found:
    """A cohort with its predictions, its scores, those of each trial, and those of its rivals."""

    cohort: Cohort
    readings: tuple[Reading, ...]
    scores: Scores
    trials: Mapping[str, Scores]
    references: tuple[Reference, ...]
    refusals: tuple[str, ...]

    @property
    def trials_within_2(self) -> float:
        """Share of the trials whose MG lies within 0.5 to 2."""
        return sum(0.5 <= s.mg <= 2.0 for s in self.trials.values()) / len(self.trials)

    def statistic(self, name: str) -> float:
        """A score by its name."""
        value = self.trials_within_2 if name == "trials_within_2" else getattr(self.scores, name)
        return float(value)


def asked(model: str, output: str, inputs: Mapping[str, Any], count: int) -> tuple[list[float | None], str]:
    """The output of one call as a list of `count` values, None and why where the model refuses."""
    try:
        value = ask(MODELS[model], inputs)["outputs"][output]
    except RefusedError as error:
        return [None] * count, error.text.en
    values = list(value) if isinstance(value, list | tuple) else [value]
    return [float(v) for v in values], ""


def find(cohort: Cohort, done: Callable[[], None] = lambda: None) -> Found:
    """Run a cohort and its rivals. done: called after each case."""
    readings: list[Reading] = []
    refusals: list[str] = []
    for case in cohort.cases:
        values, why = asked(cohort.model, cohort.output, case.inputs, len(case.observed))
        readings += [Reading(case, x, o, p) for x, o, p in zip(case.at, case.observed, values, strict=True)]
        refusals += [f"{case.trial}: {why}"] if why else []
        done()
    by_trial = {t: [r for r in readings if r.case.trial == t] for t in cohort.trials}
    return Found(
        cohort,
        tuple(readings),
        _scored(cohort, readings),
        {t: _scored(cohort, rows) for t, rows in by_trial.items()},
        tuple(_rival(cohort, r) for r in cohort.rivals) + cohort.references,
        tuple(refusals),
    )


def _scored(cohort: Cohort, readings: Sequence[Reading]) -> Scores:
    return scores([r.observed for r in readings], [r.predicted for r in readings], cohort.floor, cohort.tolerance)


def _rival(cohort: Cohort, rival: Rival) -> Reference:
    """The scores of a rival on the measurements of the cohort."""
    predicted: list[float | None] = list(rival.kept)
    if not predicted:
        for case, inputs, per in zip(cohort.cases, rival.inputs, rival.per, strict=True):
            values, _ = asked(rival.model, rival.output, inputs, len(case.observed))
            predicted += [None if v is None else v / per for v in values]
    observed = [o for c in cohort.cases for o in c.observed]
    s = scores(observed, predicted, cohort.floor, cohort.tolerance)
    return Reference(
        rival.key, rival.title, HERE, rival.source, s.n, s.fac2, s.mg, s.vg, s.fb, s.within_tolerance, s.refused
    )
