"""The incident's constants, read once from the scenario's [incident] table."""

from dataclasses import dataclass

from scenarios.model import Scenario
from sim_core.site import Site

LEVELS = ("bottom", "middle", "top")  # of a space, as its layers lie, lowest first


@dataclass(frozen=True, slots=True)
class Incident:
    """Which space it is, how large, and what stands at its mouth.

    layers: places inside, lowest first. landing: where the winch lays people down. supply: fans that blow in near the
    bottom, or wherever the end of their duct hangs; exhaust: fans that draw out there. not_ex: what sparks when it
    runs. pocket_kg: H2S freed by one who treads the sludge. tend_m: how far from the mouth an attendant still attends.
    tag_line: what steadies who hangs on the winch; catch_share: how often he catches under the edge of a landing
    without it, catch_s: how long it takes to free him; discharge_share: of what an exhaust fan draws out, how much is
    met where it stands; heave_s: how long two take to heave somebody up the ladder, a layer (training assumptions
    训练假设).
    """

    space: str
    mouth: str
    landing: str
    layers: tuple[str, ...]
    crowd: str
    workers: tuple[str, ...]
    winch: str
    oxygen: str
    duct: str
    tag_line: str
    inlets: tuple[str, ...]
    supply: tuple[str, ...]
    exhaust: tuple[str, ...]
    not_ex: tuple[str, ...]
    ambient_k: float
    wind_m_s: float
    wind_from_deg: float
    area_m2: float
    layer_m: float
    mouth_m2: float
    stirred_m3_s: float
    fan_m3_s: float
    oxygen_m3_s: float
    inlet_h2s_kg_s: float
    pocket_kg: float
    pocket_rise_s: float
    pocket_decay_s: float
    stir_rise_s: float
    stir_decay_s: float
    stir_share: float
    mouth_share: float
    o2_drift_per_s: float
    tend_m: float
    catch_share: float
    catch_s: float
    discharge_share: float
    heave_s: float

    @property
    def layer_m3(self) -> float:
        """Volume of one layer."""
        return self.area_m2 * self.layer_m

    def level(self, place: str) -> int:
        """Which layer a place lies in, lowest 0; -1 outside."""
        return self.layers.index(place) if place in self.layers else -1


NUMBERS = (
    "ambient_k", "wind_m_s", "wind_from_deg", "area_m2", "layer_m", "mouth_m2", "stirred_m3_s", "fan_m3_s",
    "oxygen_m3_s", "inlet_h2s_kg_s", "pocket_kg", "pocket_rise_s", "pocket_decay_s", "stir_rise_s", "stir_decay_s",
    "stir_share", "mouth_share", "o2_drift_per_s", "tend_m", "catch_share", "catch_s", "discharge_share", "heave_s",
)  # fmt: skip
NAMES = ("space", "mouth", "landing", "crowd", "winch", "oxygen", "duct", "tag_line")
LISTS = ("layers", "workers", "inlets", "supply", "exhaust", "not_ex")


def incident_of(scenario: Scenario) -> Incident:
    """The [incident] table; lists are ids joined by commas. KeyError names a missing key or an unknown id."""
    params = scenario.params
    lists = {key: tuple(i for i in str(params[key]).split(",") if i) for key in LISTS}
    names = {key: str(params[key]) for key in NAMES}
    numbers = {key: float(params[key]) for key in NUMBERS}
    _must_exist(scenario.site, names, lists)
    return Incident(**names, **lists, **numbers)  # type: ignore[arg-type]


def _must_exist(site: Site, names: dict[str, str], lists: dict[str, tuple[str, ...]]) -> None:
    places = (names["mouth"], names["landing"], *lists["layers"])
    devices = (
        *(names[key] for key in ("winch", "oxygen", "duct", "tag_line")),
        *(one for key in ("inlets", "supply", "exhaust", "not_ex") for one in lists[key]),
    )
    for place in places:
        site.place[place]
    for device in devices:
        site.device_index[device]
    if names["space"] not in [p.zone for p in site.places]:
        raise KeyError(names["space"])
