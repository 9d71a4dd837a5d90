"""The fire crew's vehicles: they are driven, their engines keep running where they stop."""

from dataclasses import replace

from scenarios.rules.ground.rules import Ground
from sim_core.acts import Act
from sim_core.draft import Draft
from sim_core.people.bodies import position
from sim_core.people.walking import drive_on

ENGINE = 1


def drive(draft: Draft, rules: Ground, i: int, act: Act, by: str) -> None:
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
