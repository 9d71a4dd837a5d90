"""Start: the world at tick 0 of a drill, from the scenario and the hidden values. They are used here and dropped."""

from collections.abc import Iterator
from dataclasses import replace

from scenarios.model import Scenario
from scenarios.rules.ground import start as ground
from scenarios.rules.ground.meeting import DULLED
from scenarios.rules.ground.start import RADIANS, Hidden, ticks
from scenarios.rules.pressurised_release.incident import Incident
from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core import exact
from sim_core.physics import properties
from sim_core.physics.absorber import Absorber
from sim_core.physics.pressure_vessel import Flare, Leak, VesselState, lying_level_m, sphere_level_m
from sim_core.physics.spreading import Pool
from sim_core.plant.devices import FULL
from sim_core.site import Instrument, Tank, distance_m
from sim_core.world import (
    Casualty,
    Command,
    CrowdState,
    DeviceState,
    Gauge,
    OffSite,
    Person,
    Source,
    Space,
    TankState,
    Vehicle,
    World,
)

AMBIENT_PA = 101325.0
SATURATES = 3.0  # a poisoned cell shows no more than this, in its unit: training assumption 训练假设
MASK = {"good": 0.01, "poor": 0.05, "none": 1.0}  # what passes an escape mask: training assumption 训练假设
SLOW = 2.0  # a stiff wheel takes twice as long: training assumption 训练假设


def start(scenario: Scenario, rules: PressurisedRelease, hidden: Hidden, humans: tuple[str, ...]) -> World:
    """Everything as the shift finds it."""
    incident, site = rules.incident, rules.site
    vessels = tuple(_vessel(incident, t, i == incident.tank, hidden) for i, t in enumerate(site.tanks))
    hazard = replace(
        ground.hazard(rules, incident.ambient_k),
        spaces=(Space(incident.room.place, (_stale(rules, hidden),)),) if incident.room is not None else (),
        vessels=vessels,
        leaks=_leaks(incident, hidden),
        absorber=Absorber(float(hidden["reagent_kg"])) if incident.absorber else None,
        offsite=_offsite(rules, hidden),
        bath=Absorber(0.0) if incident.bath else None,
        flare=Flare() if incident.vents else None,
        seal=float(hidden.get("seal_pct", 100.0)) / 100.0,
        pools=tuple(Pool(0.0, incident.substance.boiling_k, 0.0) for _ in site.bunds),
    )
    return World(
        tick=0,
        weather=ground.weather(incident.ambient_k, hidden),
        devices=_devices(rules, hidden),
        tanks=tuple(
            TankState(level_m(incident, t, v.liquid_kg, 0.0), wall_k=incident.ambient_k)
            for t, v in zip(site.tanks, vessels, strict=True)
        ),
        gauges=ground.gauges(rules, lambda n: _fault(n, rules, hidden)),
        panel=ground.panel(len(site.instruments)),
        sources=_sources(scenario, incident, hidden),
        vehicles=_vehicles(scenario, incident, hidden),
        hazard=hazard,
        people=_people(ground.people(scenario, rules, str(hidden.get("radio_dead", "none")), humans), hidden),
        crowds=_crowds(rules, hidden),
        command=Command(),
        casualties=_casualties(rules, hidden),
    )


def level_m(incident: Incident, tank: Tank, liquid_kg: float, water_m3: float) -> float:
    """Level in a vessel that holds so much of its liquid over so much water; how high a bell stands on its gas."""
    if incident.bell is not None:
        return tank.rim_m * liquid_kg / incident.bell_kg(tank)
    density = properties.liquid_density_kg_m3(incident.substance, incident.ambient_k)
    held = min(max(liquid_kg / density + water_m3, 0.0), incident.volume_m3(tank))
    if tank.shape == "bullet":
        return lying_level_m(tank.diameter_m, incident.bullet_m, held)
    return sphere_level_m(tank.diameter_m, held)


def _sources(scenario: Scenario, incident: Incident, hidden: Hidden) -> tuple[Source, ...]:
    """What the draw put to work; and, where nothing leads charges to earth, what they strike."""
    begin = ticks(hidden.get("ignition_start_s", 0.0))
    found = ground.sources(scenario, str(hidden.get("ignition_place", "")), begin)
    if hidden.get("earth_clamp") == "off":
        found += ground.sources(scenario, incident.unearthed, ticks(incident.unearthed_s))
    return found


def _vehicles(scenario: Scenario, incident: Incident, hidden: Hidden) -> tuple[Vehicle, ...]:
    """All vehicles; of those that need not be there as many as the draw says."""
    absent = incident.loose[int(float(hidden.get("queue", len(incident.loose)))) :]
    vehicles = ground.vehicles(scenario, max(1, ticks(hidden.get("vehicle_start_s", 1.0e4))))
    return tuple(v for v in vehicles if v.id not in absent)


def _crowds(rules: PressurisedRelease, hidden: Hidden) -> tuple[CrowdState, ...]:
    """Where they work; the first driver where the draw says (`driver`: a place)."""
    crowds = list(ground.crowds(rules))
    if "driver" in hidden:
        n, here = rules.incident.drivers[0].crowd, rules.site.place[str(hidden["driver"])]
        crowds[n] = replace(crowds[n], x_m=here.x_m, y_m=here.y_m, place=here.id)
    return tuple(crowds)


def _vessel(incident: Incident, tank: Tank, leaks: bool, hidden: Hidden) -> VesselState:
    share = incident.fill_share if leaks else incident.other_fill_share
    if leaks and "fill_pct" in hidden:
        share = float(hidden["fill_pct"]) / 100.0
    density = properties.liquid_density_kg_m3(incident.substance, incident.ambient_k)
    k = incident.ambient_k
    if incident.holder is not None:
        return VesselState(incident.holder.content_kg, k, k, k, k, gas_pa=AMBIENT_PA + incident.holder.kept_pa)
    if incident.bell is not None:
        kg = incident.bell.fill_share * incident.bell_kg(tank)
        return VesselState(kg, k, k, k, k, gas_pa=AMBIENT_PA + incident.bell.over_pa)
    free = float(hidden.get("relief_pct", 100.0)) / 100.0 if leaks else 1.0
    return VesselState(share * incident.volume_m3(tank) * density, k, k, k, k, relief_share=free)


def _stale(rules: PressurisedRelease, hidden: Hidden) -> tuple[float, ...]:
    """The air of the room as it is found: so much of LFL."""
    s, species = rules.incident.substance, rules.incident.species
    gas = 0.01 * float(hidden.get("room_lel", 0.0)) * s.lfl
    clean = zip(rules.site.air, rules.site.clean_air, strict=True)
    return tuple(gas if name == species else share * (1.0 - gas) for name, share in clean)


def _people(people: tuple[Person, ...], hidden: Hidden) -> tuple[Person, ...]:
    """Whose nose the shift has dulled already."""
    dulled = str(hidden.get("smell_fatigue", "none"))
    return tuple(replace(p, smell=DULLED) if p.seat == dulled else p for p in people)


def _leaks(incident: Incident, hidden: Hidden) -> tuple[Leak, ...]:
    """The first leak behind the valves that the draw says, the one that cold may open, behind the root valve, and the
    other end of what has come apart."""
    behind: dict[str, tuple[str, ...]] = {
        "nozzle": (), "root": (incident.root_valve, *incident.root_also), "line": (incident.root_valve, incident.rosov),
    }  # fmt: skip
    begin = ticks(incident.release_at_s)
    leaks = [Leak(
        incident.first, incident.tank, float(hidden.get("hole_mm", 1000.0 * incident.ring_m)) / 1000.0,
        str(hidden.get("jet", incident.points)), behind[str(hidden.get("leak_at", incident.leaks_behind))], begin,
        gas=incident.bell is not None
        or incident.holder is not None
        or (hidden.get("side", "liquid") == "gas") != (hidden.get("orientation", "marked") == "rolled"),
        excess_kg_s=incident.excess_kg_s if hidden.get("excess_flow") == "works" else 0.0,
        strikes_kw_m2=float(hidden.get("flame_kw_m2", 0.0)),
    )]  # fmt: skip
    if incident.second_at_once or hidden.get("drain_trap") == "dry":
        behind_it = incident.second_behind
        leaks.append(Leak(incident.second, incident.tank, incident.second_hole_m, "up", behind_it, begin, gas=True))
    elif str(hidden.get("second_weep_s", "none")) != "none":
        cold_s = float(hidden["second_weep_s"])
        leaks.append(Leak(incident.second, incident.tank, incident.second_hole_m, "down", behind["root"], -1, cold_s))
    if incident.other_end is not None:
        end = incident.other_end
        leaks.append(Leak(end.place, end.vessel, end.hole_m, end.points, end.closed_by, begin))
    return tuple(leaks)


def _devices(rules: PressurisedRelease, hidden: Hidden) -> tuple[DeviceState, ...]:
    """A shut-off valve whose feedback lies does not close; a root valve may be stiff or jammed; a pump may trip;
    nozzles may be blocked; the lamp that watches the earth may be dark."""
    incident, wheel = rules.incident, str(hidden.get("root_valve", "free"))
    fails = {
        incident.rosov: "yes" in (hidden.get("feedback_lies"), hidden.get("rosov_fails")),
        incident.root_valve: wheel == "stuck",
        incident.absorber: hidden.get("absorber_local") == "yes",
        incident.header: hidden.get("flare_ready") == "no",
        incident.rings[incident.tank]: hidden.get("ring_blocked") == "yes",
        str(hidden.get("monitor_out", "none")): True,
    }
    states = list(ground.devices(rules, lambda d: fails.get(d.id, False)))
    n = rules.site.device_index[incident.root_valve]
    states[n] = replace(states[n], stiff=SLOW if wheel == "slow" else 1.0)
    for name, state, share in _left(incident, hidden):
        n = rules.site.device_index[name]
        states[n] = replace(states[n], state=state, wanted=state, opening=share)
    if str(hidden.get("pump_trip_s", "none")) != "none":
        n = rules.site.device_index[incident.trips]
        states[n] = replace(states[n], trips_tick=ticks(hidden["pump_trip_s"]))
    if hidden.get("earth_clamp") == "off":
        n = rules.site.device_index[incident.earth]
        states[n] = replace(states[n], state="stopped", opening=0.0, wanted="stopped")
    return tuple(states)


def _left(incident: Incident, hidden: Hidden) -> Iterator[tuple[str, str, float]]:
    """How the shift left what nobody looked at: device, state, how far open."""
    if incident.yard is not None:
        state = str(hidden.get("outfall", "closed"))
        yield incident.yard.outfall, state, FULL[state]
    if incident.main_valve:
        yield incident.main_valve, "open", float(hidden.get("main_share", 1.0))


def _fault(n: Instrument, rules: PressurisedRelease, hidden: Hidden) -> Gauge | None:
    if n.tag == rules.incident.feedback and hidden.get("feedback_lies") == "yes":
        return Gauge("lies")
    if n.tag in str(hidden.get("saturated", "")).split(","):
        return Gauge("saturates", held=SATURATES)
    return Gauge("dead") if n.tag in str(hidden.get("dead_detectors", "")).split(",") else None


def _casualties(rules: PressurisedRelease, hidden: Hidden) -> tuple[Casualty, ...]:
    """Who lies hurt where the draw says (`none`: nobody); the site names one who may."""
    place = str(hidden.get("victim", "none"))
    if place == "none":
        return ()
    here = rules.site.place[place]
    lets_in, poisons = MASK.get(str(hidden.get("mask_fits", "")), 1.0), rules.incident.hot > 0.0
    return (Casualty(rules.site.casualties[0].id, here.x_m, here.y_m, place, soiled=poisons, lets_in=lets_in),)


def _offsite(rules: PressurisedRelease, hidden: Hidden) -> tuple[OffSite, ...]:
    """Beyond the fence. Who has no place of their own is where the first wind blows, as far as the draw says."""
    x, y = rules.centre_m
    toward = (float(hidden["wind_from_deg"]) + 180.0) * RADIANS
    found = []
    for id_, b in rules.incident.beyond.items():
        points = b.points_m
        if not points:
            far = float(hidden[f"{id_}_m"])
            points = ((x + far * exact.sin(toward), y + far * exact.cos(toward)),)
        number = int(float(hidden.get(f"{id_}_number", b.number)))
        found.append(OffSite(id_, points, min(distance_m(x, y, *at) for at in points), number, b.stays))
    return tuple(found)
