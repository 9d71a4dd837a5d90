"""The incident's constants, read once from the scenario's [incident] table."""

from dataclasses import dataclass, fields

from scenarios.model import Scenario
from sim_core.site import Site

LEVELS = ("bottom", "middle", "top")  # of a space, as its layers lie, lowest first


@dataclass(frozen=True, slots=True)
class Sludge:
    """What rots at the bottom of some spaces. pocket_kg: H2S freed by one who treads it; stir_share: of what is bound,
    how much a pole reaches; o2_drift_per_s: how fast it takes the oxygen above it, as a fraction of the air there."""

    pocket_kg: float
    pocket_rise_s: float
    pocket_decay_s: float
    stir_rise_s: float
    stir_decay_s: float
    stir_share: float
    o2_drift_per_s: float


@dataclass(frozen=True, slots=True)
class Going:
    """How those of the crew go about who go in by themselves, where a scenario says more than that they stay.

    lower_s: how long one spends at the bottom before he climbs out, uncalled; heeds_s: after so long there he heeds a
    call, not before: he has come for something; apnoea_s: who has been without breath for so long does not breathe
    again by himself.
    """

    lower_s: float
    heeds_s: float
    apnoea_s: float


@dataclass(frozen=True, slots=True)
class Incident:
    """Which space it is, how large, and what stands at its mouth.

    layers: places inside, lowest first. landing: where the winch lays people down. supply: fans that blow in near the
    bottom, or wherever the end of their duct hangs; exhaust: fans that draw out there. not_ex: what sparks when it
    runs. bottles: what blows gas in, each with its gas. inlets: blinds of lines that bring inlet_kg_s of inlet_gas
    each; hiss_m: how far one hears that, 0 = not at all. tester: the seat whose detector may have a dead cell. side:
    cover of a second opening, at the layer side_layer; "" = none. co2_share: of the oxygen that is lacking at the
    start, how much is carbon dioxide; top_lack: of the lack at the bottom, how much there is on top. tend_m: how far
    from the mouth an attendant still attends. tag_line: what steadies who hangs on the winch; catch_share: how often
    he catches under the edge of a landing without it, catch_s: how long it takes to free him; discharge_share: of what
    an exhaust fan draws out, how much is met where it stands; heave_s: how long two take to heave somebody up the
    ladder, a layer (training assumptions 训练假设).
    """

    space: str
    mouth: str
    landing: str
    layers: tuple[str, ...]
    crowd: str
    workers: tuple[str, ...]
    winch: str
    bottles: tuple[tuple[str, str], ...]
    duct: str
    tag_line: str
    inlets: tuple[str, ...]
    inlet_gas: str
    supply: tuple[str, ...]
    exhaust: tuple[str, ...]
    not_ex: tuple[str, ...]
    tester: str
    side: str
    sludge: Sludge | None
    going: Going | None
    ambient_k: float
    wind_m_s: float
    wind_from_deg: float
    area_m2: float
    layer_m: float
    mouth_m2: float
    stirred_m3_s: float
    fan_m3_s: float
    bottle_m3_s: float
    inlet_kg_s: float
    mouth_share: float
    tend_m: float
    catch_share: float
    catch_s: float
    discharge_share: float
    heave_s: float
    co2_share: float
    top_lack: float
    side_layer: float
    hiss_m: float

    @property
    def layer_m3(self) -> float:
        """Volume of one layer."""
        return self.area_m2 * self.layer_m

    def level(self, place: str) -> int:
        """Which layer a place lies in, lowest 0; -1 outside."""
        return self.layers.index(place) if place in self.layers else -1


NUMBERS = (
    "ambient_k", "wind_m_s", "wind_from_deg", "area_m2", "layer_m", "mouth_m2", "stirred_m3_s", "fan_m3_s",
    "bottle_m3_s", "inlet_kg_s", "mouth_share", "tend_m", "catch_share", "catch_s", "discharge_share", "heave_s",
    "co2_share", "top_lack",
)  # fmt: skip
NAMES = ("space", "mouth", "landing", "crowd", "winch", "duct", "tag_line", "inlet_gas", "tester")
LISTS = ("layers", "workers", "inlets", "supply", "exhaust", "not_ex")


def incident_of(scenario: Scenario) -> Incident:
    """The [incident] table; lists are ids joined by commas. KeyError names a missing key or an unknown id."""
    params = scenario.params
    lists = {key: tuple(i for i in str(params[key]).split(",") if i) for key in LISTS}
    names = {key: str(params[key]) for key in NAMES} | {"side": str(params.get("side", ""))}
    numbers = {key: float(params[key]) for key in NUMBERS}
    numbers |= {key: float(params.get(key, 0.0)) for key in ("side_layer", "hiss_m")}
    pairs = (one.partition(":") for one in str(params["bottles"]).split(",") if one)
    bottles = tuple((device, gas) for device, _, gas in pairs)
    _must_exist(scenario.site, names, lists, bottles)
    sludge, going = _some(Sludge, params), _some(Going, params)
    parts = {"sludge": Sludge(**sludge) if sludge else None, "going": Going(**going) if going else None}
    return Incident(**names, **lists, **numbers, **parts, bottles=bottles)  # type: ignore[arg-type]


def _some(of: type[Sludge] | type[Going], params: dict[str, float | str]) -> dict[str, float]:
    """The numbers of what only some spaces have; nothing where the first of them is not given."""
    keys = [f.name for f in fields(of)]
    return {key: float(params[key]) for key in keys} if keys[0] in params else {}


def _must_exist(
    site: Site, names: dict[str, str], lists: dict[str, tuple[str, ...]], bottles: tuple[tuple[str, str], ...]
) -> None:
    places = (names["mouth"], names["landing"], *lists["layers"])
    devices = (
        *(names[key] for key in ("winch", "duct", "tag_line")),
        *(one for key in ("inlets", "supply", "exhaust", "not_ex") for one in lists[key]),
        *(device for device, _ in bottles),
        *((names["side"],) if names["side"] else ()),
    )
    for place in places:
        site.place[place]
    for device in devices:
        site.device_index[device]
    for gas in (names["inlet_gas"], *(gas for _, gas in bottles)):
        site.species_index[gas]
    if names["space"] not in [p.zone for p in site.places]:
        raise KeyError(names["space"])
