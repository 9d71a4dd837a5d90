"""The fire crew's own acts: foam monitors and the fire engine."""

from dataclasses import replace

from scenarios.rules.liquid_release.rules import LiquidRelease
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.people.walking import drive_on
from sim_core.world import DeviceState

ENGINE = 1


def foam(draft: Draft, rules: LiquidRelease, i: int, act: Act, by: str) -> None:
    """A monitor is opened or shut. detail: start or stop."""
    seat = draft.people[i].seat
    state = "closed" if act.detail == "stop" else "open"
    draft.devices[rules.site.device_index[act.target]] = DeviceState(
        state, 0.0 if state == "closed" else 1.0, draft.tick, wanted=state, by=by or seat
    )
    draft.event("did", seat=seat, act="foam", subject=act.target, detail=act.detail or "start", by=by)


def drive(draft: Draft, rules: LiquidRelease, i: int, act: Act, by: str) -> None:
    """The fire engine sets out with its engine running; it keeps running where it stops."""
    engine, seat = draft.vehicles[ENGINE], draft.people[i].seat
    x, y = position(engine, draft.tick)
    start = rules.site.nearest(x, y)
    stops = (start, *rules.site.route(start, act.target)) if engine.until_tick else rules.site.route(start, act.target)
    route = tuple((rules.site.place[s].x_m, rules.site.place[s].y_m) for s in stops)
    draft.vehicles[ENGINE] = drive_on(
        replace(engine, x_m=x, y_m=y, engine=True, by=by or seat, route=route, until_tick=0), draft.tick
    )
    draft.event("did", seat=seat, act="drive", subject=act.target, by=by)
