"""Measure: one figure, with what it is to be held against."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """reference_value: in the unit of the value. bar: must not be passed; goal: wanted."""

    name: str
    value: float
    unit: str
    reference: str
    reference_value: float
    bar: float
    goal: float
