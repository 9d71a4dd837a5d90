"""Piping: product lines from pump through valves to tank, on the ground and over the rack; roots of tanks, drains.

Every run is square to the plane's axes. Between things far apart a line climbs to the rack, which keeps RACK_ASIDE_M
off the valves on the side away from the tank, so that people can walk under it.
"""

from dataclasses import replace
from itertools import pairwise
from math import sqrt

from server.site_model import colours as c
from server.site_model.laying import RACK_Y_M, Laid
from server.site_model.shapes import Shape, merged
from server.site_model.standing import Flat, Stand, Standing
from server.site_model.valves import DRAIN_R_M, PIPE_R_M, PIPE_Y_M
from sim_core.site import Bund, Tank

RACK_ASIDE_M = 2.4
LONG_M = 30.0
PUMP_M, VALVE_M, DRAIN_M = 0.5, 0.24, 0.18  # from the middle to the flange
GROUND_M = -0.1


def piping(standing: Standing) -> Shape | None:
    """All pipes of a site and the rack that carries them; None where there are none."""
    work = Laid(standing)
    site = standing.site
    kinds = {device.id: device.kind for device in site.devices}
    stands = standing.devices
    for line in {(one.pump, one.valves, one.tank): one for one in site.lines}.values():
        tank = site.tanks[site.tank_index[line.tank]]
        for before, after in pairwise([line.pump, *line.valves]):
            seen = _seen(work, stands[after])
            reach = PUMP_M if kinds[before] == "pump" else VALVE_M
            _between(work, _turned(work, stands[before]), seen, _turned_tank(work, tank), reach)
        _into(work, _seen(work, stands[line.valves[-1]]), _turned_tank(work, tank))
    for pump in dict.fromkeys(line.pump for line in site.lines):
        onward = next(line.valves[0] for line in site.lines if line.pump == pump)
        seen = _seen(work, stands[pump])
        _suction(work, seen, _turned(work, stands[onward]))
    on_lines = {valve for line in site.lines for valve in line.valves}
    for device in site.devices:
        if device.id not in on_lines and device.kind == "rosov":
            _root(work, stands[device.id])
        elif device.kind == "drain_valve":
            _drain(work, stands[device.id], site.bunds[site.bund_index[device.bund]])
    work.rack()
    return merged(work.shapes) if work.shapes else None


def _seen(work: Laid, stand: Stand) -> Stand:
    """A thing as if it looked north or south; what is laid next is laid in its way."""
    work.swapped = stand.faces[0] != 0
    return _turned(work, stand)


def _turned(work: Laid, stand: Stand) -> Stand:
    return Stand(stand.y_m, stand.x_m, (stand.faces[1], stand.faces[0])) if work.swapped else stand


def _turned_tank(work: Laid, tank: Tank) -> Tank:
    return replace(tank, x_m=tank.y_m, y_m=tank.x_m) if work.swapped else tank


def _turned_bund(work: Laid, bund: Bund) -> Bund:
    if not work.swapped:
        return bund
    return replace(bund, x0_m=bund.y0_m, y0_m=bund.x0_m, x1_m=bund.y1_m, y1_m=bund.x1_m)


def _end(stand: Stand, towards: Flat, reach: float) -> Flat:
    """The flange of a valve or pump that looks towards a point; the pipe runs across its front."""
    fx, fy = stand.faces
    side = (-fy, fx)
    sense = 1.0 if side[0] * (towards[0] - stand.x_m) + side[1] * (towards[1] - stand.y_m) >= 0 else -1.0
    return stand.x_m + side[0] * sense * reach, stand.y_m + side[1] * sense * reach


def _between(work: Laid, a: Stand, b: Stand, tank: Tank, reach: float) -> None:
    if abs(a.x_m - b.x_m) < LONG_M and abs(a.y_m - b.y_m) < 0.05:
        start, end = _end(a, (b.x_m, b.y_m), reach), _end(b, (a.x_m, a.y_m), VALVE_M)
        work.lay([(*start, PIPE_Y_M), (*end, PIPE_Y_M)])
        return
    # Out of `a` towards `b`, up, along the rack, and down before `b`, through which the run goes on.
    away = 1.0 if b.x_m > a.x_m else -1.0
    x, y = _end(a, (a.x_m + away, a.y_m), reach)
    rise = x + away * 0.7
    rack = b.y_m + (RACK_ASIDE_M if tank.y_m < b.y_m else -RACK_ASIDE_M)
    drop = b.x_m - 0.72
    work.lay([(x, y, PIPE_Y_M), (rise, y, PIPE_Y_M), (rise, y, RACK_Y_M), (rise, rack, RACK_Y_M)])
    work.lay([(rise, rack, RACK_Y_M), (drop, rack, RACK_Y_M)])
    down = [
        (drop, rack, RACK_Y_M),
        (drop, b.y_m, RACK_Y_M),
        (drop, b.y_m, PIPE_Y_M),
        (b.x_m - VALVE_M, b.y_m, PIPE_Y_M),
    ]
    work.lay(down)


def _suction(work: Laid, pump: Stand, onward: Stand) -> None:
    """What the pump draws from: a line out of the ground on its other side."""
    away = 1.0 if onward.x_m < pump.x_m else -1.0
    x, y = _end(pump, (pump.x_m + away, pump.y_m), PUMP_M)
    _under(work, x, y, 3.2 * away)


def _under(
    work: Laid, x: float, y: float, along: float, radius: float = PIPE_R_M, colour: int = c.FLAMMABLE_LIQUID
) -> None:
    """From a flange so far along and into the ground."""
    work.lay([(x, y, PIPE_Y_M), (x + along, y, PIPE_Y_M), (x + along, y, GROUND_M)], radius, colour)
    work.block(4 * radius, 0.14, x + along, y)


def _shell(tank: Tank, x: float, y: float) -> Flat:
    """Where a run from (x, y) square to the front meets a shell, as near to x as its width lets it."""
    radius = tank.diameter_m / 2
    aside = min(0.85 * radius, max(-0.85 * radius, x - tank.x_m))
    sense = 1.0 if tank.y_m > y else -1.0
    return tank.x_m + aside, tank.y_m - sense * sqrt(radius * radius - aside * aside)


def _into(work: Laid, valve: Stand, tank: Tank) -> None:
    """From the last valve through the bund's wall into the shell."""
    x, y = valve.x_m + VALVE_M, valve.y_m
    turn, shell = _shell(tank, x + 1.0, y)
    work.lay([(x, y, PIPE_Y_M), (turn, y, PIPE_Y_M), (turn, shell, PIPE_Y_M)])


def _root(work: Laid, device: Stand) -> None:
    """A root valve: from its tank's shell into the ground. Far from any bund: both ends go into the ground."""
    site = work.standing.site
    bund = next((b for b in site.bunds if b.within(device.x_m, device.y_m, 12.0)), None)
    tanks = [t for t in site.tanks if bund is not None and t.bund == bund.id]
    nearest = min(tanks, key=lambda t: abs(t.x_m - device.x_m) + abs(t.y_m - device.y_m), default=None)
    stand = _seen(work, device)
    x, y = stand.x_m - VALVE_M, stand.y_m
    if nearest is None:
        _under(work, x, y, -1.0, colour=c.DRAIN)
        _under(work, stand.x_m + VALVE_M, y, 1.0, colour=c.DRAIN)
        return
    turn, shell = _shell(_turned_tank(work, nearest), stand.x_m - 1.1, y)
    work.lay([(x, y, PIPE_Y_M), (turn, y, PIPE_Y_M), (turn, shell, PIPE_Y_M)])
    _under(work, stand.x_m + VALVE_M, y, 0.36)


def _drain(work: Laid, device: Stand, of: Bund) -> None:
    """From the bund's wall through the valve into the drain."""
    stand = _seen(work, device)
    bund = _turned_bund(work, of)
    x, y = stand.x_m, stand.y_m
    beside = not bund.x0_m <= x <= bund.x1_m
    wall = bund.x1_m if x > bund.middle_m[0] else bund.x0_m
    sense = 1.0 if x > wall or not beside else -1.0
    near = x - DRAIN_M * sense
    if beside:
        work.lay([(wall, y, PIPE_Y_M), (near, y, PIPE_Y_M)], DRAIN_R_M, c.DRAIN)
    else:
        across = bund.y1_m if y > bund.middle_m[1] else bund.y0_m
        turn = near - 0.7 * sense
        work.lay([(turn, across, PIPE_Y_M), (turn, y, PIPE_Y_M), (near, y, PIPE_Y_M)], DRAIN_R_M, c.DRAIN)
    _under(work, x + DRAIN_M * sense, y, 0.8 * sense, DRAIN_R_M, c.DRAIN)
