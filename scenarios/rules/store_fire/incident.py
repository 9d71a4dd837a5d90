"""The incident's constants, read once from the scenario's [incident] table."""

from dataclasses import dataclass, fields
from typing import Any

from scenarios.model import Scenario


@dataclass(frozen=True, slots=True)
class Incident:
    """What stands in the store and about it.

    rows: bunds, in the order of the goods: what burns, the oxidiser, then the two of which it must be found out what
    they are. lookouts: places from which placards are read, one a side. owner: who is asked by phone. outside: crowd
    beyond the fence, which a call to `warned` alone sets in motion, to that one of the refuges which lies least
    downwind. hot_m: nobody goes nearer while the goods are unknown; retreat_m: nor than this once a warning sign
    stands; clear_s: how long one may take to get out.
    gap_m: between the fire and each row, rim to middle. layer_kg_m2: of a row, what the heat of the fire reaches. A row
    of which fumes_k is passed gives off brown fumes. share: of the oxidiser, what takes part.
    """

    rows: tuple[int, ...]
    lookouts: tuple[str, ...]
    owner: str
    warned: str
    outside: str
    refuges: tuple[str, ...]
    ambient_k: float
    most_kw: float
    radiated: float
    absorbs: float
    gap_m: float
    layer_kg_m2: float
    loss_w_m2_k: float
    roof_m: float
    hot_m: float
    retreat_m: float
    clear_s: float
    fumes_k: float
    contaminated: float
    share: float
    heat_j_kg: float
    flame_m: float
    beats_back: float
    cools_s: float
    gas_kw: float
    hcn_wet_kg_s: float
    hcn_hot_kg_s: float
    hcn_strewn_kg_s: float
    hot_row_k: float
    harmful_ppm: float
    hiss_m: float


NUMBERS = tuple(f.name for f in fields(Incident) if f.type is float)
NAMES = ("owner", "warned", "outside")


def incident_of(scenario: Scenario) -> Incident:
    """Read [incident.params]."""
    params, site = scenario.params, scenario.site
    names: dict[str, Any] = {key: str(params[key]) for key in NAMES}
    numbers: dict[str, Any] = {key: float(params[key]) for key in NUMBERS}
    return Incident(
        rows=tuple(site.bund_index[r] for r in str(params["rows"]).split(",")),
        lookouts=tuple(str(params["lookouts"]).split(",")),
        refuges=tuple(str(params["refuges"]).split(",")),
        **names,
        **numbers,
    )
