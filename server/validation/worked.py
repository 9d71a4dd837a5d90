"""Worked: examples that sources work out, through the calculator: what they give, what is given here, how far apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from server.calculator import MODELS, ask
from server.validation.data import measured
from sim_core.text import Text


@dataclass(frozen=True, slots=True)
class Worked:
    """One example. relative, absolute: what it may deviate by; one of them is 0. why: of one that is missed."""

    name: Text
    model: str
    expected: float
    got: float
    relative: float
    absolute: float
    source: str
    why: Text | None = None

    @property
    def held(self) -> bool:
        """Whether it deviates by no more than it may."""
        return abs(self.got - self.expected) <= max(self.absolute, self.relative * abs(self.expected)) * (1.0 + 1e-12)

    @property
    def deviation(self) -> str:
        """How far apart, in the terms of what is allowed."""
        off = self.got - self.expected
        share = f"{100.0 * off / self.expected:+.2f} %"
        return f"{off:+.1g}" if self.absolute else "0.00 %" if share in ("+0.00 %", "-0.00 %") else share

    @property
    def allowed(self) -> str:
        """What it may deviate by."""
        return f"± {self.absolute:g}" if self.absolute else f"± {100.0 * self.relative:g} %"


def examined() -> tuple[Worked, ...]:
    """Every example, computed."""
    return tuple(
        Worked(
            Text(**row["name"]), row["model"], row["expected"],
            ask(MODELS[row["model"]], row["inputs"])["outputs"][row["output"]],
            row.get("relative", 0.0), row.get("absolute", 0.0), row["source"],
            Text(**row["why"]) if "why" in row else None,
        )
        for row in measured("worked")["example"]
    )  # fmt: skip


def reasons(found: Iterable[Worked]) -> list[Text]:
    """Why each that is missed is missed, by its name."""
    return [Text(f"{w.name.zh}：{w.why.zh}", f"{w.name.en}: {w.why.en}") for w in found if w.why is not None]
