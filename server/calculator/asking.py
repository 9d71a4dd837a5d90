"""Asking: inputs checked by name, kind and range, the model run, the answer with all that it rests on."""

from collections.abc import Mapping
from math import inf, isfinite
from typing import Any

from server.calculator.model import REQUIRED, Input, Model, unit_of
from sim_core.physics.validity import OutOfRangeError
from sim_core.text import Text

EXTRAPOLATE = "allow_extrapolation"
MOST_VALUES = 10_000


class RefusedError(ValueError):
    """Why a model gives no answer, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        self.text = Text(zh, en)
        super().__init__(en)


def ask(model: Model, given: Mapping[str, Any]) -> dict[str, Any]:
    """The model's answer in the stable shape of `calc --json`. Raises RefusedError with the reason in words."""
    inputs = dict(given)
    beyond_allowed = inputs.pop(EXTRAPOLATE, False)
    if not isinstance(beyond_allowed, bool):
        raise RefusedError(f"{EXTRAPOLATE} 须为 true 或 false", f"{EXTRAPOLATE} must be true or false")
    values = _values(model, inputs)
    extrapolated = _in_range(model, values, beyond_allowed)
    try:
        outputs = _run(model, values)
    except OutOfRangeError as error:
        raise RefusedError(*error.text) from error
    except (ZeroDivisionError, OverflowError, ValueError) as error:
        if isinstance(error, RefusedError):
            raise
        raise RefusedError("以这些输入算不出结果", "nothing can be computed from these inputs") from error
    if not all(_finite(v) for v in outputs.values()):
        raise RefusedError("以这些输入算不出有限的结果", "these inputs give no finite answer")
    return {
        "model": model.name,
        "inputs": {k: _told(v) for k, v in values.items()},
        "outputs": outputs,
        "units": {n: u for n in (*values, *outputs) if (u := unit_of(n))},
        "range": {i.name: _told(limits) for i in model.inputs if (limits := model.limits(i.name, values)) is not None},
        "source": model.source,
        "assumptions": [a._asdict() for a in model.assumes],
        "extrapolated": extrapolated,
    }


def _values(model: Model, given: dict[str, Any]) -> dict[str, Any]:
    known = {i.name: i for i in model.inputs}
    for name in given:
        if name not in known:
            names = ", ".join((*known, EXTRAPOLATE))
            raise RefusedError(
                f"{model.name} 没有输入 {name}，可用：{names}", f"{model.name} has no input {name}; it takes {names}"
            )
    values = {}
    for name, i in known.items():
        value = given.get(name, i.default)
        if value is REQUIRED:
            raise RefusedError(f"{model.name} 缺少输入 {name}", f"{model.name} needs the input {name}")
        values[name] = _checked(i, value)
    return values


def _checked(i: Input, value: Any) -> Any:
    """A value of the right kind: word, flag, number, or tuple of numbers."""
    if i.default is None and (value is None or value == "none"):
        return None
    if isinstance(i.default, bool):
        if not isinstance(value, bool):
            raise RefusedError(f"{i.name} 须为 true 或 false", f"{i.name} must be true or false")
        return value
    if i.words:
        if value not in i.words:
            words = ", ".join(i.words)
            raise RefusedError(f"{i.name} 须为以下之一：{words}", f"{i.name} must be one of: {words}")
        return value
    if isinstance(i.default, Mapping) and isinstance(value, Mapping):
        return {str(k): _number(f"{i.name}.{k}", v) for k, v in value.items()}
    if i.many and isinstance(value, list | tuple):
        if not 1 <= len(value) <= MOST_VALUES:
            most = MOST_VALUES
            raise RefusedError(f"{i.name} 须有 1 至 {most} 个值", f"{i.name} must have 1 to {most} values")
        return tuple(_number(i.name, v) for v in value)
    return _number(i.name, value)


def _number(name: str, value: Any) -> float:
    if value == "inf":
        return inf
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RefusedError(f"{name} 须为数字，而非 {value!r}", f"{name} must be a number, not {value!r}")
    return float(value)


def _in_range(model: Model, values: dict[str, Any], beyond_allowed: bool) -> bool:
    """Whether any value lies outside; refused unless that is allowed. What cannot be (a negative mass) never is."""
    extrapolated = False
    for i in model.inputs:
        limits, value = model.limits(i.name, values), values[i.name]
        for v in value if isinstance(value, tuple) else (value,):
            if limits is None or not isinstance(v, float):
                continue
            low, high = limits
            unit = unit_of(i.name)
            if low <= v <= high:
                continue
            impossible = v != v or (low >= 0.0 > v)
            if impossible or not beyond_allowed:
                raise RefusedError(
                    f"{i.name} = {v:g} 超出范围 {low:g} 至 {high:g} {unit}".rstrip(),
                    f"{i.name} = {v:g} lies outside its range, {low:g} to {high:g} {unit}".rstrip(),
                )
            extrapolated = True
    return extrapolated


def _run(model: Model, values: dict[str, Any]) -> dict[str, Any]:
    many = {k: v for k, v in values.items() if isinstance(v, tuple)}
    if model.whole:
        return dict(model.run(**values))
    if not many:
        return dict(model.run(**values))
    lengths = {len(v) for v in many.values()}
    if len(lengths) > 1:
        names = ", ".join(many)
        raise RefusedError(f"{names} 的个数须相同", f"{names} must have equally many values")
    rows = [model.run(**{**values, **{k: v[n] for k, v in many.items()}}) for n in range(lengths.pop())]
    return {name: [row[name] for row in rows] for name in rows[0]}


def _told(value: Any) -> Any:
    """An input as JSON can say it: JSON has no infinity."""
    if isinstance(value, tuple):
        return [_told(v) for v in value]
    return "inf" if value == inf else value


def _finite(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return all(_finite(v) for v in value)
    if isinstance(value, Mapping):
        return all(_finite(v) for v in value.values())
    return not isinstance(value, float) or isfinite(value)
