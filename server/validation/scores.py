"""Scores: how well predictions meet what was observed (Chang and Hanna 2004, Meteorol. Atmos. Phys. 87:167-196).

With o observed and p predicted: MG = exp(mean ln(o/p)), above 1 where the model is low; VG = exp(mean ln(o/p)^2), 1 at
best; FB = 2 (mean o - mean p) / (mean o + mean p); FAC2 the share with 1/2 <= p/o <= 2. n is every measurement.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from sim_core.text import Text

DEFINITIONS = {
    "n": Text("测点总数，一个不丢", "every measurement, none dropped"),
    "fac2": Text("预测在实测的 1/2 至 2 倍之内的份额", "share of predictions from half to twice the observed"),
    "within_1_5": Text("在 1.5 倍之内的份额", "share within a factor of 1.5"),
    "mg": Text(
        "几何平均偏差 exp(平均 ln(实测/预测))；大于 1 为预测偏低，小于 1 偏高",
        "geometric mean bias, exp(mean ln(observed/predicted)); above 1 the model is low, below 1 high",
    ),
    "vg": Text(
        "几何方差 exp(平均 ln²(实测/预测))；1 为完全一致",
        "geometric variance, exp(mean ln²(observed/predicted)); 1 is perfect",
    ),
    "fb": Text(
        "分数偏差 2(平均实测 − 平均预测)/(两者之和)，由大值支配",
        "fractional bias, 2 (mean observed - mean predicted) / their sum; large values rule it",
    ),
    "within_tolerance": Text("在容差之内的份额", "share within the tolerance"),
    "trials_within_2": Text("MG 在 0.5 至 2 之间的试验份额", "share of trials with an MG from 0.5 to 2"),
    "raised": Text(
        "低于下限、按下限计入 MG 与 VG 的测点数",
        "pairs with a value below the floor, which counts as the floor in MG, VG",
    ),
    "refused": Text(
        "模型拒绝计算的测点数；按下限计，且不算在两倍之内",
        "measurements that the model refuses; count as the floor, and as outside every factor",
    ),
}


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of one set of pairs."""

    n: int
    fac2: float
    within_1_5: float
    mg: float
    vg: float
    fb: float
    raised: int
    refused: int
    within_tolerance: float | None


def scores(
    observed: Sequence[float], predicted: Sequence[float | None], floor: float, tolerance: float | None = None
) -> Scores:
    """Scores of pairs, in order; None is a prediction that the model refuses. floor: above 0."""
    if not observed or len(observed) != len(predicted) or not floor > 0.0:
        raise ValueError("scores need as many predictions as observations, at least one, and a floor above 0")
    given = [0.0 if p is None else p for p in predicted]
    ratios = [log(max(o, floor) / max(p, floor)) for o, p in zip(observed, given, strict=True)]
    here = [p is not None for p in predicted]
    n, whole = len(observed), sum(observed) + sum(given)

    def share(factor: float) -> float:
        # A hair of slack, so that a ratio of exactly the factor lies within it whatever the logarithm's last digit.
        return sum(k and abs(r) <= log(factor) * (1.0 + 1e-12) for r, k in zip(ratios, here, strict=True)) / n

    return Scores(
        n=n,
        fac2=share(2.0),
        within_1_5=share(1.5),
        mg=exp(sum(ratios) / n),
        vg=exp(sum(r * r for r in ratios) / n),
        fb=2.0 * (sum(observed) - sum(given)) / whole if whole > 0.0 else 0.0,
        raised=sum(k and min(o, p) < floor for o, p, k in zip(observed, given, here, strict=True)),
        refused=n - sum(here),
        within_tolerance=None
        if tolerance is None
        else sum(within(o, p, tolerance) for o, p in zip(observed, predicted, strict=True)) / n,
    )


def within(observed: float, predicted: float | None, tolerance: float) -> bool:
    """Whether a prediction lies within a share of the observed."""
    return predicted is not None and abs(predicted - observed) <= tolerance * observed * (1.0 + 1e-12)
