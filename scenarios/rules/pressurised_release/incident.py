"""The incident's constants, read once from the scenario's [incident] table."""

from dataclasses import dataclass

from scenarios.model import Scenario
from scenarios.rules.ground.curtains import Curtain, curtains_of
from scenarios.rules.ground.drivers import Driver, drivers_of
from scenarios.rules.pressurised_release.bells import Bell, bell_of
from scenarios.rules.pressurised_release.surroundings import Holder, Room, Yard, holder_of, room_of, yard_of
from sim_core.physics.properties import Properties, vapour_density_kg_m3
from sim_core.physics.substances import SUBSTANCES
from sim_core.physics.vessel_fire import sphere_volume_m3
from sim_core.site import Site, Tank


@dataclass(frozen=True, slots=True)
class Beyond:
    """Somebody beyond the fence. calls: the numbers that warn them. number: of people. stays: they shelter indoors,
    else they are kept away. points_m: where; none: straight downwind of the first wind, so far as the draw says.
    engines: of their vehicles run until they have been warned; queues: those stand one behind the other."""

    calls: tuple[str, ...]
    number: int
    stays: bool
    points_m: tuple[tuple[float, float], ...]
    engines: bool = False
    queues: bool = False


@dataclass(frozen=True, slots=True)
class OtherEnd:
    """Where the other end of what has come apart leaks too: its place, the vessel behind it, valves, width, points."""

    place: str
    vessel: int
    closed_by: tuple[str, ...]
    hole_m: float
    points: str


@dataclass(frozen=True, slots=True)
class Incident:
    """Which vessel leaks, by which valves it is shut, and what is on site to fight it.

    substance: a liquefied gas; one without LFL does not burn. species: its name in `site.air`. rings: for each tank
    the device that cools its shell and legs, "" = none. water_pumps: any that runs feeds curtains, rings and monitors.
    share numbers: 0..1. plug_most_m: hole that one attempt closes; a larger one is left with the share plug_leaves.

    Of a gas that poisons: hot: fraction from which on nobody is unprotected; entry_gear: what is worn there; visible:
    fraction from which on the cloud is seen; harmful, irritating_load, hurt_load: off site (ppm^n min);
    mate_m: no further off is a partner, dressed alike. cradle: what turns the vessel so that vapour escapes. absorber:
    hood and tower that take hood_share, at most absorb_most_kg_s, as long as reagent_per_kg lasts. bullet_m: length of
    vessels that lie. warms_w_k: what a vessel that gives vapour takes from its surroundings. escape_s: how long the
    escape masks of those who lie there last.

    vents: valves to the flare with the width of their seat, m; flare: where it stands; header: the valve that cuts it
    off; flare_most_kg_s: what it burns without smoke and liquid; shell_least_k: colder its steel is brittle.
    bath: where a leaking cylinder is sunk in alkali; hoist: what lets it down; bath_valve: by which alkali runs in.
    inject_most_pa: over ambient, against which the pump that puts in water gives none.

    second_behind: valves that stop the second leak; second_at_once: it begins with the first. no_water: its cold liquid
    boils by water, and nobody may put it there. main_valve: what all fire water passes, "" = nothing in its way.
    smell_fails: fraction from which on the nose is dulled, 0 = never.
    bell: None where the vessel is no gasholder; ring_m: width of a round hole as large as the ring that its seal
    fills. offsite_m: how high above the ground those off site meet the gas, 0 = at their noses.
    other_end: None where nothing has come apart. excess_kg_s: more than that shuts the valve before the first leak, but
    for the share excess_leaves. alight: "yes": it burns as it begins. remote: for each tank the monitors that are
    trained on it and opened from afar, each remote_l_min_m2. blocked_gives: share of their water from nozzles that are
    blocked; unswept: share of a ring's film that stays where a flame strikes. retreat_radii: nobody stays nearer than
    so many radii of its fireball, nor than retreat_least_m, retreat_s after a vessel shows that it may burst, 0 = not
    judged; rising: pressure over the relief valve's at which its pitch rises. end_cosine: a manned monitor within that
    of a burning cylinder's axis plays at its end, 0 = not judged. leaks_behind: what lies before the leak where the
    draw
    does not say: nozzle, root or line.
    no_engine_m: nobody sends an engine so near a leak, 0 = not judged. transfer: what runs while it is unloaded, and
    attend_m: how near somebody stays then. drivers: who may start a vehicle. loose: vehicles of which the draw says
    how many are there. root_also: other handles of the root valve. unearthed: sources at work from unearthed_s on where
    the draw says that there is no earth; earth: the lamp that shows it.
    """

    substance: Properties
    species: str
    tank: int
    bund: int
    first: str
    second: str
    root_valve: str
    rosov: str
    feedback: str
    water_pumps: tuple[str, ...]
    trips: str
    inject_pump: str
    rings: tuple[str, ...]
    curtains: tuple[Curtain, ...]
    congestion: str
    release_at_s: float
    ambient_k: float
    humidity: float
    fill_share: float
    other_fill_share: float
    layer_share: float
    wall_m: float
    leg_m: float
    relief_set_pa: float
    relief_m2: float
    pipe_m: float
    jet_air_ratio: float
    second_hole_m: float
    impinged_kw_m2: float
    curtain_l_min_m: float
    ring_l_min_m2: float
    monitor_l_min_m2: float
    monitor_l_min: float
    monitor_reach_m: float
    inject_m3_h: float
    plug_most_m: float
    plug_leaves: float
    hot_s: float
    smelt: float
    congested_x_m: float
    congested_y_m: float
    congested_radius_m: float
    congested_height_m: float
    bullet_m: float
    risky_m: float
    hot: float
    visible: float
    harmful: float
    irritating_load: float
    hurt_load: float
    mate_m: float
    hood_share: float
    absorb_most_kg_s: float
    reagent_per_kg: float
    reagent_full_kg: float
    warms_w_k: float
    escape_s: float
    points: str
    cradle: str
    absorber: str
    entry_gear: tuple[str, ...]
    beyond: dict[str, Beyond]
    vents: tuple[tuple[str, float], ...]
    flare: str
    header: str
    flare_most_kg_s: float
    shell_least_k: float
    inject_most_pa: float
    bath: str
    hoist: str
    bath_valve: str
    bath_full_kg: float
    bath_fill_kg_s: float
    second_behind: tuple[str, ...]
    second_at_once: float
    no_water: bool
    main_valve: str
    smell_fails: float
    room: Room | None
    yard: Yard | None
    holder: Holder | None
    bell: Bell | None
    ring_m: float
    offsite_m: float
    other_end: OtherEnd | None
    excess_kg_s: float
    excess_leaves: float
    alight: str
    remote: tuple[tuple[str, ...], ...]
    remote_l_min_m2: float
    blocked_gives: float
    retreat_radii: float
    retreat_least_m: float
    retreat_s: float
    rising: float
    end_cosine: float
    unswept: float
    no_engine_m: float
    transfer: str
    attend_m: float
    drivers: tuple[Driver, ...]
    loose: tuple[str, ...]
    unearthed: str
    leaks_behind: str
    unearthed_s: float
    earth: str
    root_also: tuple[str, ...]

    def centre(self, site: Site) -> tuple[float, float]:
        """Below the vessel that leaks."""
        tank = site.tanks[self.tank]
        return tank.x_m, tank.y_m

    def bell_kg(self, tank: Tank) -> float:
        """Gas in a bell that stands as high as it can."""
        over_pa = self.bell.over_pa if self.bell is not None else 0.0
        return self.volume_m3(tank) * vapour_density_kg_m3(self.substance, self.ambient_k, 101325.0 + over_pa)

    def volume_m3(self, tank: Tank) -> float:
        """What a vessel holds when full."""
        if self.bell is not None:
            return tank.area_m2 * tank.rim_m
        if tank.shape == "bullet":
            return tank.area_m2 * self.bullet_m
        return sphere_volume_m3(tank.diameter_m, tank.diameter_m)

    @property
    def burns(self) -> bool:
        """Whether the gas burns at all."""
        return self.substance.lfl > 0.0


WORDS = (
    "species", "first", "second", "root_valve", "rosov", "feedback", "trips", "inject_pump", "congestion",
)  # fmt: skip
NUMBERS = (
    "release_at_s", "ambient_k", "humidity", "fill_share", "other_fill_share", "layer_share", "wall_m",
    "leg_m", "relief_set_pa", "relief_m2", "pipe_m", "jet_air_ratio", "second_hole_m", "impinged_kw_m2",
    "curtain_l_min_m", "ring_l_min_m2", "monitor_l_min_m2", "monitor_l_min", "monitor_reach_m", "inject_m3_h",
    "plug_most_m", "plug_leaves", "hot_s", "smelt", "congested_x_m", "congested_y_m", "congested_radius_m",
    "congested_height_m",
)  # fmt: skip

FIRE = (  # what only a gas that burns needs
    "humidity", "layer_share", "wall_m", "leg_m", "relief_set_pa", "relief_m2", "impinged_kw_m2", "ring_l_min_m2",
    "monitor_l_min_m2", "hot_s", "congested_x_m", "congested_y_m", "congested_radius_m", "congested_height_m",
    "congestion",
)  # fmt: skip
MAY_LACK = ("second", "feedback", "trips", "inject_pump", "second_hole_m", "inject_m3_h")
OF_POISON = {  # and what they are where a scenario does not say
    "bullet_m": 0.0, "risky_m": 25.0, "hot": 0.0, "visible": 0.0, "harmful": 0.0, "irritating_load": 0.0,
    "hurt_load": 0.0, "mate_m": 0.0, "hood_share": 0.0, "absorb_most_kg_s": 0.0, "reagent_per_kg": 1.0,
    "reagent_full_kg": 1.0, "warms_w_k": 0.0, "escape_s": 0.0,
}  # fmt: skip
OF_POISON_WORDS = {"points": "down", "cradle": "", "absorber": ""}
OF_VENTS = {"flare_most_kg_s": 0.0, "shell_least_k": 0.0, "inject_most_pa": 1.0}
OF_BATH = {"bath_full_kg": 0.0, "bath_fill_kg_s": 0.0}
OF_BELL = {"ring_m": 0.0, "offsite_m": 0.0}
OF_BATH_WORDS = {"bath": "", "hoist": "", "bath_valve": ""}
OF_VENTS_WORDS = {"flare": "", "header": ""}
OF_PLACES = {"second_at_once": 0.0, "smell_fails": 0.0}
OF_PLACES_WORDS = {"main_valve": ""}
OF_TRANSFER = {"excess_kg_s": 0.0, "excess_leaves": 0.0, "no_engine_m": 0.0, "attend_m": 0.0, "unearthed_s": 0.0}
OF_TRANSFER_WORDS = {"transfer": "", "unearthed": "", "earth": "", "leaks_behind": "nozzle"}
OF_RETREAT = {
    "remote_l_min_m2": 0.0, "blocked_gives": 0.0, "retreat_radii": 0.0, "retreat_least_m": 0.0, "retreat_s": 0.0,
    "rising": 0.0, "end_cosine": 0.0, "unswept": 1.0,
}  # fmt: skip
OF_RETREAT_WORDS = {"alight": "no"}
MAY_BE = OF_POISON | OF_VENTS | OF_BATH | OF_PLACES | OF_BELL | OF_TRANSFER | OF_RETREAT
MAY_BE_WORDS = (
    OF_POISON_WORDS | OF_VENTS_WORDS | OF_BATH_WORDS | OF_PLACES_WORDS | OF_TRANSFER_WORDS | OF_RETREAT_WORDS
)


def incident_of(scenario: Scenario) -> Incident:
    """The [incident] table with names resolved against the site. KeyError names a missing key."""
    site = scenario.site
    params = {**dict.fromkeys(MAY_LACK, ""), **_without_fire(scenario.params), **scenario.params}
    tank = site.tank_index[str(params["vessel"])]
    substance = SUBSTANCES[str(params["substance"])]
    return Incident(
        substance=substance,
        tank=tank,
        bund=site.bund_index[site.tanks[tank].bund],
        water_pumps=_names(params["water_pumps"]),
        rings=tuple(str(params.get(f"ring_{t.id}", "")) for t in site.tanks),
        curtains=curtains_of(scenario),
        entry_gear=_names(params.get("entry_gear", "scba")),
        other_end=_other_end(site, str(params["other_end"])) if "other_end" in params else None,
        remote=tuple(_given(params, f"remote_{t.id}") for t in site.tanks),
        drivers=drivers_of(scenario),
        loose=_given(params, "loose"),
        root_also=_given(params, "root_also"),
        beyond={id_: _beyond(str(params[f"offsite_{id_}"])) for id_ in _names(params.get("offsite", "")) if id_},
        **{key: str(params[key]) for key in WORDS},  # type: ignore[arg-type]
        **{key: float(params[key] or 0.0) for key in NUMBERS},  # type: ignore[arg-type]
        second_behind=_names(params.get("second_behind", params["root_valve"])),
        no_water=substance.lfl == 0.0 or params.get("no_water") == "yes",
        room=room_of(params),
        yard=yard_of(params),
        holder=holder_of(params),
        bell=bell_of(params),
        vents=tuple((d.id, float(params[f"vent_{d.id}"])) for d in site.devices if f"vent_{d.id}" in params),
        **{key: float(params.get(key, default)) for key, default in MAY_BE.items()},  # type: ignore[arg-type]
        **{key: str(params.get(key, default)) for key, default in MAY_BE_WORDS.items()},  # type: ignore[arg-type]
    )


def _without_fire(params: dict[str, float | str]) -> dict[str, float | str]:
    """A gas that does not burn needs no numbers of fire."""
    return {} if SUBSTANCES[str(params["substance"])].lfl > 0.0 else dict.fromkeys(FIRE, "")


def _other_end(site: Site, text: str) -> OtherEnd:
    """`place;vessel;valve,valve;hole in m;points`."""
    place, vessel, valves, hole, points = text.split(";")
    return OtherEnd(place, site.tank_index[vessel], _names(valves), float(hole), points)


def _beyond(text: str) -> Beyond:
    """`call or call+call;number;stays or leaves;x,y x,y ...`, and `;passing` or `;queue` where vehicles run."""
    calls, number, stays, points, *more = text.split(";")
    at = tuple((float(x), float(y)) for x, _, y in (p.partition(",") for p in points.split()))
    return Beyond(tuple(calls.split("+")), int(number), stays == "stays", at, bool(more), more == ["queue"])


def _given(params: dict[str, float | str], key: str) -> tuple[str, ...]:
    """Names that a scenario may give, none where it does not."""
    return _names(params[key]) if key in params else ()


def _names(value: float | str) -> tuple[str, ...]:
    return tuple(str(value).split(","))
