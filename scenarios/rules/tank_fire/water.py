"""Water: the fire main and what is open on it, shells that it cools, water into the burning tank, what runs off."""

from dataclasses import replace

from scenarios.rules.tank_fire.rules import TankFire, fires_of
from sim_core.draft import Draft
from sim_core.physics import burning_tank
from sim_core.plant.devices import opening
from sim_core.site import Device, Site, distance_m

PERIOD_S = 1.0
LITRES = 1000.0
ENOUGH = 0.5  # of the standard's rate: as much as the shell counts as cooled: training assumption 训练假设


def demand_l_min(draft: Draft, rules: TankFire) -> tuple[float, ...]:
    """What each device would pass at full pressure, aligned with `site.devices`."""
    return tuple(_nominal(draft, rules, i, d) for i, d in enumerate(rules.site.devices))


def _nominal(draft: Draft, rules: TankFire, i: int, device: Device) -> float:
    incident, site = rules.incident, rules.site
    state = draft.devices[i]
    if device.kind == "cooling":
        n = cooled(site, device)
        return incident.ring_l_min(site.tanks[n], n == incident.tank) * opening(state, draft.tick)
    if device.kind == "water_monitor" and state.state in ("fog", "jet"):
        return incident.size.monitor_l_min
    if device.kind == "curtain":
        row = next(c for c in incident.curtains if c.device == device.id)
        return incident.size.curtain_l_min_m * row.length_m * opening(state, draft.tick)
    if state.state != "open":
        return 0.0
    if device.kind == "monitor":
        return incident.size.foam_monitor_l_min
    if device.id in (incident.seal_riser, incident.surface_riser):
        fire = "rim" if device.id == incident.seal_riser else "full"
        return incident.riser_l_min(site.tanks[incident.tank], fire)
    return 0.0


def cooled(site: Site, device: Device) -> int:
    """The tank that a ring or a water monitor cools: the nearest one."""
    here = site.place[device.place]
    far = [distance_m(here.x_m, here.y_m, t.x_m, t.y_m) for t in site.tanks]
    if device.kind == "cooling":
        named = [i for i, t in enumerate(site.tanks) if device.id.endswith(t.id[-3:])]
        return named[0] if named else far.index(min(far))
    return far.index(min(far))


def flow(draft: Draft, rules: TankFire) -> None:
    """The second's water: shared out between all that is open."""
    incident, site, fires = rules.incident, rules.site, fires_of(draft)
    asked = demand_l_min(draft, rules)
    total = sum(asked)
    capacity = incident.size.main_l_min * fires.main_share
    share = burning_tank.shared(capacity, total)
    drawn = min(total / capacity, 1.0)
    applied = [0.0] * len(site.tanks)
    into_l = onto_l = 0.0
    for i, device in enumerate(site.devices):
        litres = asked[i] * share
        if device.kind == "curtain":
            onto_l += litres
        if litres == 0.0 or device.kind not in ("cooling", "water_monitor"):
            continue
        n = cooled(site, device)
        tank = site.tanks[n]
        here = site.place[device.place]
        far = distance_m(here.x_m, here.y_m, tank.x_m, tank.y_m)
        if device.kind == "cooling" or (draft.devices[i].state == "fog" and far <= incident.size.monitor_reach_m):
            applied[n] += litres / incident.shell_m2(tank, n == incident.tank)
            onto_l += litres
        elif draft.devices[i].state == "jet" and n == incident.tank and far <= incident.size.monitor_reach_m:
            if fires.tanks[n].was:
                into_l += litres
            else:  # its roof is shut: it runs down into the bund
                onto_l += litres
        if device.kind == "water_monitor" and far <= incident.size.monitor_reach_m:
            _flush(draft, rules, litres / LITRES / 60.0 * PERIOD_S, draft.devices[i].by)
    draft.hazard = replace(
        draft.hazard,
        tank_fires=replace(
            fires_of(draft),
            main_mpa=burning_tank.main_mpa(incident.size.main_mpa, fires.main_share, share, drawn),
            applied_l_min_m2=tuple(applied),
            run_off_m3=fires.run_off_m3 + _escapes(draft, rules, (onto_l + into_l) / LITRES / 60.0 * PERIOD_S),
        ),
    )
    _wet(draft, rules, into_l)
    _judge(draft, rules)


def _escapes(draft: Draft, rules: TankFire, water_m3: float) -> float:
    """Fire water off the site: through the outfall, or through an accident pool that is not shut off itself."""
    incident = rules.incident
    outfall = rules.open(draft, incident.outfall)
    through = rules.open(draft, incident.pool_inlet) * rules.open(draft, incident.pool_outlet)
    return water_m3 * min(1.0, outfall + (1.0 - outfall) * through)


def _flush(draft: Draft, rules: TankFire, water_m3: float, by: str) -> None:
    """Water from a monitor mixes with what lies in the bund, and what runs off carries it along."""
    incident, fires = rules.incident, fires_of(draft)
    out_m3 = _escapes(draft, rules, water_m3)
    if not incident.miscible or out_m3 <= 0.0 or draft.hazard.pools[incident.bund].mass_kg <= 0.0:
        return
    flushed = fires.flushed_m3 + out_m3
    draft.hazard = replace(draft.hazard, tank_fires=replace(fires, flushed_m3=flushed))
    if flushed >= incident.size.dilute_m3:
        draft.fact("flushed_out", by=by, value=flushed)


def _wet(draft: Draft, rules: TankFire, into_l_min: float) -> None:
    """Water thrown into the burning tank lies on its roof, or sinks to the bottom and lifts the product."""
    if into_l_min <= 0.0:
        return
    incident, n = rules.incident, rules.incident.tank
    blaze = fires_of(draft).tanks[n]
    depth = into_l_min / LITRES / 60.0 * PERIOD_S / rules.site.tanks[n].area_m2
    if blaze.was != "rim":
        put(draft, n, replace(blaze, bottom_m=blaze.bottom_m + depth))
        draft.tanks[n] = replace(draft.tanks[n], level_m=draft.tanks[n].level_m + depth)
    elif blaze.roof_m + depth < incident.size.roof_water_m:
        put(draft, n, replace(blaze, roof_m=blaze.roof_m + depth))
    else:
        draft.fact("roof_sunk")
        fire = "full" if blaze.fire else ""
        put(
            draft,
            n,
            replace(blaze, fire=fire, was="full", covered=0.0, roof_m=0.0, bottom_m=blaze.bottom_m + blaze.roof_m),
        )


def put(draft: Draft, n: int, blaze: burning_tank.Blaze) -> None:
    """One tank's fire becomes another one."""
    fires = fires_of(draft)
    tanks = (*fires.tanks[:n], blaze, *fires.tanks[n + 1 :])
    draft.hazard = replace(draft.hazard, tank_fires=replace(fires, tanks=tanks))


def _judge(draft: Draft, rules: TankFire) -> None:
    """What is cooled well enough, and what ran off the site."""
    incident, site, fires = rules.incident, rules.site, fires_of(draft)
    if fires.run_off_m3 >= incident.size.run_off_m3:
        draft.fact("run_off", value=fires.run_off_m3)
    n = incident.tank
    if fires.applied_l_min_m2[n] >= ENOUGH * incident.ring_l_min(site.tanks[n], True) / incident.shell_m2(
        site.tanks[n], True
    ):
        draft.fact("shell_cooled")
    exposed = [i for i in range(len(site.tanks)) if incident.near(site, i) and draft.tanks[i].level_m > 0.0]
    rate = incident.ring_l_min(site.tanks[n], False) / incident.shell_m2(site.tanks[n], False)
    if exposed and all(fires.applied_l_min_m2[i] >= ENOUGH * rate for i in exposed):
        draft.fact("neighbours_cooled")
