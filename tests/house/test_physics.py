"""Every public function of physics says what it computes, in what units, where it holds and where it comes from."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

import sim_core.physics
from sim_core.physics.validity import Example, Validity, states, validity_of

# Modules that hold no law of their own: types, tables, what is said of laws.
NOT_LAWS = {"exposure_limits", "substances", "table", "validity"}
PLAIN = (float, int, str, bool, tuple)


def public_functions(modules: set[str]) -> Iterator[tuple[str, Callable[..., Any]]]:
    for info in pkgutil.walk_packages(sim_core.physics.__path__, "sim_core.physics."):
        short = info.name.removeprefix("sim_core.physics.")
        if short.split(".")[-1] in modules:
            continue
        module = importlib.import_module(info.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == info.name and not name.startswith("_"):
                yield f"{short}.{name}", function


FUNCTIONS = dict(public_functions(NOT_LAWS))


def faults(function: Callable[..., Any]) -> list[str]:
    """What a public function of physics lacks."""
    found, words = [], inspect.getdoc(function) or ""
    stated: Validity | None = getattr(function, "validity", None)
    if stated is None:
        return ["states nothing: decorate it with @states(source, example, **limits)"]
    if "=" not in words and "assum" not in words:
        found.append("its docstring gives no formula")
    if not re.search(r"\d", stated.source) and stated.assumes is None:
        found.append("its source has no edition, equation or clause, and it is no training assumption")
    takes = inspect.signature(function).parameters
    numbers = [n for n, p in takes.items() if p.annotation is float or p.annotation == "float"]
    for name in numbers:
        if name not in stated.limits:
            found.append(f"no range for {name}")
    for name, (low, high) in stated.limits.items():
        if name not in takes:
            found.append(f"states a range for {name}, which it does not take")
        if not low < high:
            found.append(f"the range of {name} is empty")
    if stated.example is None and all(p.annotation in PLAIN for p in takes.values()):
        found.append("no worked example")
    if stated.example is None and "Example:" not in words:
        found.append("no worked example, nor a line `Example: tests/...` that says where it is tried")
    if stated.assumes is not None and not all(stated.assumes):
        found.append("its assumption is not told in both languages")
    return found


@pytest.mark.parametrize("name", FUNCTIONS)
def test_states_its_validity(name: str) -> None:
    assert not faults(FUNCTIONS[name]), f"{name}: {faults(FUNCTIONS[name])}"


@pytest.mark.parametrize("name", [n for n, f in FUNCTIONS.items() if getattr(f, "validity", Validity("")).example])
def test_worked_example(name: str) -> None:
    example = validity_of(FUNCTIONS[name]).example
    assert example is not None
    answer = FUNCTIONS[name](**example.inputs)
    assert agrees(answer, example), f"{name}{dict(example.inputs)} gives {answer}, {example.source}: {example.gives}"


def agrees(answer: Any, example: Example) -> bool:
    if isinstance(example.gives, Mapping):
        return all(_near(getattr(answer, field), value, example.rel) for field, value in example.gives.items())
    return _near(answer, example.gives, example.rel)


def _near(answer: Any, value: Any, rel: float) -> bool:
    if isinstance(value, str | bool):
        return bool(answer == value)
    return bool(answer == pytest.approx(value, rel=rel))


@dataclass(frozen=True)
class _Two:
    a_m: float


def test_each_lack_is_seen() -> None:
    def bare(x_m: float) -> float:
        """Twice x. y = 2 x."""
        return 2.0 * x_m

    good = states("Book 2005, eq. 1", Example("Book p. 1", {"x_m": 2.0}, 4.0), x_m=(0.0, 9.0))
    assert faults(bare) == ["states nothing: decorate it with @states(source, example, **limits)"]
    assert not faults(good(bare))
    assert any("no range" in f for f in faults(states("Book 2005", Example("p", {"x_m": 2.0}, 4.0))(bare)))
    assert any("edition" in f for f in faults(states("a book", Example("p", {"x_m": 2.0}, 4.0), x_m=(0.0, 9.0))(bare)))
    assert any("example" in f for f in faults(states("Book 2005", x_m=(0.0, 9.0))(bare)))
    assert any("does not take" in f for f in faults(states("Book 2005", x_m=(0.0, 9.0), z_m=(0.0, 1.0))(bare)))
    assert not agrees(5.0, Example("p", {}, 4.0))
    assert agrees(_Two(4.0), Example("p", {}, {"a_m": 4.0}))
