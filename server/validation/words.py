"""Words: figures as they are printed, and the poor cases named one by one."""

from collections.abc import Sequence
from math import inf

from server.validation.answer import Verdict, verdict
from server.validation.cohort import Bar, Cohort
from server.validation.predicting import Found, Reading
from server.validation.scores import within
from sim_core.text import Text

SHARES = ("fac2", "within_1_5", "within_tolerance", "trials_within_2")
STATISTICS = {
    "fac2": Text("FAC2", "FAC2"),
    "mg": Text("MG", "MG"),
    "vg": Text("VG", "VG"),
    "fb": Text("FB", "FB"),
    "within_1_5": Text("1.5 倍以内", "within 1.5"),
    "trials_within_2": Text("MG 在 0.5–2 的试验", "trials with MG 0.5–2"),
}


def figure(value: float | None) -> str:
    """A score as it is printed, a dash where there is none."""
    return "–" if value is None else f"{value + 0.0:.2f}".replace("-0.00", "0.00")


def share(value: float | None) -> str:
    """A share as it is printed: what is not whole never reads as 1.00."""
    shown = figure(value)
    return f"{value:.3f}" if value is not None and value < 1.0 and shown == "1.00" else shown


def score(name: str, value: float | None) -> str:
    """A score by its name, as it is printed."""
    return share(value) if name in SHARES else figure(value)


def amount(value: float | None) -> str:
    """A measured quantity, three digits."""
    return "–" if value is None else f"{value:.3g}"


def statistic(name: str, cohort: Cohort) -> Text:
    """What a statistic is called in a table."""
    tolerance = f"±{100.0 * (cohort.tolerance or 0.0):.0f} %"
    return STATISTICS.get(name, Text(tolerance, tolerance))


def floor_of(found: Found) -> Text:
    """The floor of a cohort, why, and how many pairs it touched."""
    c, unit = found.cohort, "" if found.cohort.unit == "1" else f" {found.cohort.unit}"
    return Text(
        f"下限 {c.floor:g}{unit}（{c.floor_says.zh}）：低于它按它计入 MG 与 VG；此处 {found.scores.raised} 对",
        f"floor {c.floor:g}{unit} ({c.floor_says.en}): what is below counts as the floor in MG and VG; "
        f"{found.scores.raised} pairs here",
    )


def limits(bar: Bar) -> str:
    """The bar in signs."""
    if bar.most == inf:
        return "= 1" if bar.least == 1.0 else f"≥ {bar.least:.2g}"
    return f"≤ {bar.most:.2g}" if bar.least == -inf else f"{bar.least:.2g}–{bar.most:.2g}"


def judged(v: Verdict, cohort: Cohort) -> Text:
    """A bar and what was reached, in one line."""
    name, reached = statistic(v.bar.statistic, cohort), f"{score(v.bar.statistic, v.value)} ({limits(v.bar)})"
    return Text(f"{name.zh} {reached}", f"{name.en} {reached}")


def missed(found: Found) -> Sequence[Text]:
    """The bars that are not reached."""
    words = [judged(v, found.cohort) for v in verdict(found) if not v.held]
    return [Text(f"未达线：{w.zh}", f"bar missed: {w.en}") for w in words]


def apart(reading: Reading, cohort: Cohort) -> bool:
    """Whether a prediction is poor: beyond the tolerance of the cohort, or beyond a factor of 2."""
    if cohort.tolerance is not None:
        return not within(reading.observed, reading.predicted, cohort.tolerance)
    return not 0.5 <= reading.ratio <= 2.0


def poor_trials(found: Found) -> Sequence[Text]:
    """The trials whose MG lies outside 0.5 to 2."""
    return [
        Text(
            f"{name}：MG {s.mg:.2f}，{'偏低' if s.mg > 1.0 else '偏高'}",
            f"{name}: MG {s.mg:.2f}, {'too low' if s.mg > 1.0 else 'too high'}",
        )
        for name, s in found.trials.items()
        if not 0.5 <= s.mg <= 2.0
    ]


def poor_readings(found: Found) -> Sequence[Text]:
    """Every measurement that the model misses."""
    return [_missed(r, found.cohort) for r in found.readings if apart(r, found.cohort)]


def _missed(r: Reading, cohort: Cohort) -> Text:
    unit = "" if cohort.unit == "1" else f" {cohort.unit}"
    where = f"{r.case.trial}, {r.at:g} {cohort.axis_unit}"
    ray = r.case.inputs.get("bearing_deg")
    where += "" if ray is None else f", {ray:g}°"
    pair = f"{amount(r.observed)} → {amount(r.predicted)}{unit}"
    if r.predicted is None:
        return Text(f"{where}：模型拒绝计算", f"{where}: the model refuses")
    if cohort.tolerance is not None:
        off = 100.0 * (r.predicted / r.observed - 1.0)
        return Text(f"{where}：{pair}（{off:+.1f} %）", f"{where}: {pair} ({off:+.1f} %)")
    if r.ratio > 1.0:
        return Text(f"{where}：{pair}（偏低 {r.ratio:.1f} 倍）", f"{where}: {pair} (low by {r.ratio:.1f})")
    return Text(f"{where}：{pair}（偏高 {1.0 / r.ratio:.1f} 倍）", f"{where}: {pair} (high by {1.0 / r.ratio:.1f})")
