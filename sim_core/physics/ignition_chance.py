"""Ignition chance: how likely a release is lit, by its rate and by the sources it meets.

For the design of drills and for debriefs: in a drill vapour is lit where it meets a source that is at work.
"""

from sim_core import exact
from sim_core.physics.table import log_log, logs
from sim_core.physics.validity import Example, states
from sim_core.text import Text

IOGP = "IOGP 434-06 Ignition Probabilities (2019), look-ups of the UKOOA/Energy Institute model (2006)"
PURPLE = "TNO Purple Book CPR 18E, 2nd ed. 2005"
LN_RATE = logs((0.1, 1.0, 10.0, 100.0, 1000.0))
# Total probability at these rates in kg/s; evidence B: read second-hand, to be confirmed.
TOTAL = {
    "open": logs((0.001, 0.003, 0.02, 0.1, 0.65)),
    "plant": logs((0.001, 0.01, 0.07, 0.4, 0.65)),
}
CAP = 0.65
# Direct ignition at a stationary plant: class -> below 10, 10 to 100, above 100 kg/s.
DIRECT = {
    "gas_high": (0.2, 0.5, 0.7), "gas_low": (0.02, 0.04, 0.09), "liquid_k1": (0.065, 0.065, 0.065),
    "liquid_k2": (0.01, 0.01, 0.01), "liquid_k34": (0.0, 0.0, 0.0),
}  # fmt: skip


@states(
    IOGP,
    Example("10 kg/s among plant", {"flow_kg_s": 10.0, "scene": "plant"}, 0.07),
    Text("查表值为二手资料，待确认；立即与延迟各半", "the look-up is second-hand, to be confirmed; half immediate"),
    flow_kg_s=(0.1, 1.0e4),
)
def total(flow_kg_s: float, scene: str) -> float:
    """Probability that a release is ever lit, 0..1. P = look-up(rate), log-log; scene: open (few sources) or plant."""
    return min(log_log(flow_kg_s, LN_RATE, TOTAL[scene]), CAP)


@states(
    f"{PURPLE}, part 1, table 4.5",
    Example("propane, 50 kg/s", {"flow_kg_s": 50.0, "kind": "gas_high"}, 0.5),
    flow_kg_s=(0.0, 1.0e5),
)
def direct(flow_kg_s: float, kind: str) -> float:
    """Probability of ignition at the leak at once, 0..1. P = table(kind, rate); kind: a key of DIRECT."""
    low, middle, high = DIRECT[kind]
    return low if flow_kg_s < 10.0 else middle if flow_kg_s <= 100.0 else high


@states(
    f"{PURPLE}, part 1, appendix 4.A; source density form: HSE and UKOOA/Energy Institute (2006)",
    Example("one sure steady source: certain at once, 1 - 1/e",
            {"sources": 1.0, "at_work": 1.0, "lights": 1.0, "activation_1_s": 0.0, "exposed_s": 60.0}, 0.6321206),
    sources=(0.0, 1.0e4),
    at_work=(0.0, 1.0),
    lights=(0.0, 1.0),
    activation_1_s=(0.0, 1.0),
    exposed_s=(0.0, 1.0e5),
)  # fmt: skip
def by_sources(sources: float, at_work: float, lights: float, activation_1_s: float, exposed_s: float) -> float:
    """Probability that vapour over many sources is lit within exposed_s, 0..1.

    P = 1 - exp(-n (1 - (1 - a p) exp(-lambda p t))); n: mean number of sources in the cloud (density x area), a: share
    of time at work, p: chance that one at work lights it (lights), lambda: how often one starts, 1/s.
    """
    unlit = (1.0 - at_work * lights) * exact.exp(-activation_1_s * lights * exposed_s)
    return 1.0 - exact.exp(-sources * (1.0 - unlit))
