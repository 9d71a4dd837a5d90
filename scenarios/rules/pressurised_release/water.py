"""Fire water: pumps and their trip, and where the water goes: curtains, rings on vessels, monitors."""

from dataclasses import replace

from scenarios.rules.pressurised_release.rules import PressurisedRelease
from sim_core.draft import Draft
from sim_core.plant.devices import opening

LEAST_RUNNING = 0.5


def pump(draft: Draft, rules: PressurisedRelease) -> None:
    """A pump whose trip has come stops, and stops again whenever it is started."""
    for i, s in enumerate(draft.devices):
        if 0 <= s.trips_tick <= draft.tick and opening(s, draft.tick) > 0.0:
            draft.devices[i] = replace(
                s, state="stopped", opening=0.0, tick=draft.tick, rate_per_s=0.0, until_tick=0, wanted="stopped", by=""
            )
            draft.event("changed", subject=rules.site.devices[i].id, detail="tripped")
            draft.fact("pump_tripped")


def flows(draft: Draft, rules: PressurisedRelease) -> bool:
    """Whether there is pressure in the fire-water main."""
    return any(open_share(draft, rules, name) >= LEAST_RUNNING for name in rules.incident.water_pumps)


def head(draft: Draft, rules: PressurisedRelease) -> float:
    """Share of its full pressure that the main gives: a valve that is not open all the way takes the rest."""
    if not flows(draft, rules):
        return 0.0
    return open_share(draft, rules, rules.incident.main_valve) if rules.incident.main_valve else 1.0


def open_share(draft: Draft, rules: PressurisedRelease, name: str) -> float:
    """How far open, or how fast running, a device is; 0 for none of that name."""
    n = rules.site.device_index.get(name, -1)
    return opening(draft.devices[n], draft.tick) if n >= 0 else 0.0


def monitors(draft: Draft, rules: PressurisedRelease, state: str) -> int:
    """How many monitors that reach the leak give water so: fog or jet."""
    if not flows(draft, rules):
        return 0
    return sum(
        d.kind == "water_monitor" and draft.devices[i].state == state and reaches(draft, rules, d.place)
        for i, d in enumerate(rules.site.devices)
    )


def reaches(draft: Draft, rules: PressurisedRelease, place: str) -> bool:
    """Whether a monitor here reaches the vessel that leaks: as far as the pressure allows."""
    here, (x, y) = rules.site.place[place], rules.centre_m
    dx, dy, reach = here.x_m - x, here.y_m - y, rules.incident.monitor_reach_m * head(draft, rules)
    return dx * dx + dy * dy <= reach * reach


def on_vessel_l_min_m2(draft: Draft, rules: PressurisedRelease, n: int, struck: bool) -> float:
    """Water on the shell and legs of a vessel, L/(min m2): its ring, the monitors that are opened from afar, and fog of
    manned ones on the one that leaks. struck: a jet of flame sweeps off what the ring gives, but for a share."""
    if not flows(draft, rules):
        return 0.0
    incident = rules.incident
    ring = incident.ring_l_min_m2 * given(draft, rules, incident.rings[n]) * head(draft, rules)
    rate = ring * (incident.unswept if struck else 1.0)
    if n == incident.tank:
        rate += incident.monitor_l_min_m2 * monitors(draft, rules, "fog")
    return rate + incident.remote_l_min_m2 * sum(given(draft, rules, name) for name in incident.remote[n])


def given(draft: Draft, rules: PressurisedRelease, name: str) -> float:
    """What a ring or monitor gives of its water: less, once its nozzles are blocked, however far it is open."""
    n = rules.site.device_index.get(name, -1)
    blocked = n >= 0 and draft.devices[n].stuck
    return open_share(draft, rules, name) * (rules.incident.blocked_gives if blocked else 1.0)
