"""Model: one hazard model as the calculator offers it: names with units, ranges from the physics it stands on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sim_core.physics.validity import Limits, validity_of
from sim_core.text import Text

REQUIRED = object()
# Longest first: what a name ends in says its unit.
UNITS = {
    "kw_m2": "kW/m2", "w_m2": "W/m2", "kg_m2_s": "kg/(m2 s)", "kg_m3": "kg/m3", "kg_s": "kg/s", "m3_s": "m3/s",
    "j_kg_k": "J/(kg K)", "w_m_k": "W/(m K)", "j_kg": "J/kg", "kg_mol": "kg/mol", "m2_s": "m2/s",
    "l_min_m2": "L/(min m2)", "j_mol": "J/mol", "m_kg13": "m/kg^(1/3)",
    "l_min": "L/min", "m_s": "m/s", "w43_s": "(W/m2)^(4/3) s", "pa_s": "Pa s", "ppm": "ppm", "pct": "%", "deg": "deg",
    "pa": "Pa", "kw": "kW", "kg": "kg", "m3": "m3", "m2": "m2", "m": "m", "s": "s", "k": "K", "j": "J", "n_m": "N/m",
    "min": "min", "w": "W", "bar": "bar", "litres": "L",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Input:
    """One input. default: REQUIRED, or what is taken when it is not given (None: left out).

    words: for a word, what it may be. limits: its range where no function of the model states one for this name.
    many: a list is allowed, and gives lists.
    """

    name: str
    default: Any = REQUIRED
    words: tuple[str, ...] = ()
    limits: Limits | None = None
    many: bool = False


@dataclass(frozen=True, slots=True)
class Model:
    """name: as in `yanlian calc NAME`. run(**inputs) -> outputs by name; functions: the physics it stands on.

    whole: `run` takes lists itself (tuples of floats for inputs that may be many); else it is called for each element.
    narrows(values) -> ranges by name that hold for these other inputs, such as a substance's own temperatures.
    Every number in `inputs` has a range: its own, or the narrowest that the functions state for its name.
    """

    name: str
    title: Text
    inputs: tuple[Input, ...]
    outputs: tuple[str, ...]
    functions: tuple[Callable[..., Any], ...]
    run: Callable[..., Mapping[str, Any]]
    whole: bool = False
    narrows: Callable[[Mapping[str, Any]], Mapping[str, Limits]] | None = None

    def limits(self, name: str, given: Mapping[str, Any] | None = None) -> Limits | None:
        """The range of an input: where everything that the model stands on holds, with the other inputs as given."""
        own = next(i.limits for i in self.inputs if i.name == name)
        stated = [validity_of(f).limits[name] for f in self.functions if name in validity_of(f).limits]
        every = [*stated, *([own] if own is not None else [])]
        if given is not None and self.narrows is not None and name in (narrowed := self.narrows(given)):
            every.append(narrowed[name])
        return (max(low for low, _ in every), min(high for _, high in every)) if every else None

    @property
    def source(self) -> str:
        """The documents of the functions, each once."""
        return "; ".join(dict.fromkeys(validity_of(f).source for f in self.functions))

    @property
    def assumes(self) -> tuple[Text, ...]:
        """What the functions assume without a source."""
        return tuple(dict.fromkeys(a for f in self.functions if (a := validity_of(f).assumes) is not None))


def unit_of(name: str) -> str:
    """The unit that a name ends in, "" for a share, a count or a word."""
    parts = name.split("_")
    tails = ("_".join(parts[n:]) for n in range(1, len(parts)))
    return next((UNITS[t] for t in tails if t in UNITS), "")
