"""Validity: what a physics function says of itself: its source, where it holds, a worked example, what it assumes.

`states` only attaches; it wraps nothing and costs nothing in a drill. The calculator and a running drill read it:
the calculator refuses what lies outside, a drill clamps it and notes so (`sim_core.draft.Draft.held`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sim_core.text import Text

Limits = tuple[float, float]
Function = TypeVar("Function", bound=Callable[..., Any])
TRAINING_ASSUMPTION = Text("训练假设", "training assumption")


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example. gives: what comes out, or of a result with fields: the named ones. rel: tolerance."""

    source: str
    inputs: Mapping[str, Any]
    gives: float | str | bool | tuple[float, ...] | Mapping[str, Any]
    rel: float = 1.0e-3


@dataclass(frozen=True, slots=True)
class Validity:
    """source: document with edition and equation or clause. limits: parameter -> (least, most), inclusive, SI.

    assumes: what has no source, in both languages; shown wherever the function's answer is shown.
    """

    source: str
    limits: Mapping[str, Limits] = field(default_factory=dict)
    example: Example | None = None
    assumes: Text | None = None


class OutOfRangeError(ValueError):
    """An input lies outside the range in which a function holds."""

    def __init__(self, quantity: str, value: float, limits: Limits, source: str) -> None:
        self.text = Text(
            f"{quantity} = {value:g} 超出 {source} 的适用范围 {limits[0]:g} 至 {limits[1]:g}",
            f"{quantity} = {value:g} lies outside {limits[0]:g} to {limits[1]:g}, where {source} holds",
        )
        super().__init__(self.text.en)


def states(
    source: str, example: Example | None = None, assumes: Text | None = None, **limits: Limits
) -> Callable[[Function], Function]:
    """Attach a Validity to a physics function. limits: parameter name -> (least, most)."""

    def attach(function: Function) -> Function:
        function.validity = Validity(source, limits, example, assumes)  # type: ignore[attr-defined]
        return function

    return attach


def validity_of(function: Callable[..., Any]) -> Validity:
    """What a function states of itself. Raises AttributeError for one that states nothing."""
    found: Validity = function.validity  # type: ignore[attr-defined]
    return found


def check(function: Callable[..., Any], **values: float) -> None:
    """Raise OutOfRangeError for the first value that lies outside what the function states."""
    stated = validity_of(function)
    for quantity, value in values.items():
        limits = stated.limits.get(quantity)
        if limits is not None and not limits[0] <= value <= limits[1]:
            raise OutOfRangeError(quantity, value, limits, stated.source)
