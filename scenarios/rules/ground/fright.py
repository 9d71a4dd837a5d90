"""Fright: somebody on site who loses his head and runs, until another one stands beside him and leads him away.

He runs for the place by which he came in, whatever muster was named, from place to place along the ways. If that way
leads nearer to the fire, gas or fallen man that he sees, he turns for good: from then on he runs where it leads away
from what he sees, and where he sees nothing of it any more, or can get no farther, he stands. He does not heed what is
announced: only a voice close by reaches him, and then he goes where the last order to leave says. Nothing here is drawn
by chance. People run for the way they know: training assumption, after Sime (1985) [B].
"""

from collections.abc import Iterable
from dataclasses import replace
from math import sqrt

from scenarios.model import Frightened
from scenarios.rules.ground.rules import Ground
from sim_core.acts import Act
from sim_core.cues import holds
from sim_core.draft import Draft
from sim_core.observation import Observation, Sighting, perceive
from sim_core.people.bodies import position, within_m
from sim_core.people.command import note
from sim_core.people.walking import send_crowd
from sim_core.world import TICKS_PER_S, Person

RUNS_M_S = 3.5  # training assumption 训练假设
CALLED_M = 15.0  # from so near a voice reaches who has lost his head: training assumption 训练假设
FEARED = ("fire", "tank_fire", "jet_fire", "fireball", "boil_over", "jet", "cloud", "overflow")
HORRIFYING = ("lying", "still", "down")  # of a casualty, or of somebody in a seat
Threat = tuple[float, float]


def run(draft: Draft, rules: Ground) -> None:
    """Once a second, everybody who may lose his head."""
    for f in rules.frightened:
        n = [c.id for c in rules.site.crowds].index(f.crowd)
        if draft.crowds[n].number and f"{f.crowd}_led" not in draft.facts:
            _run(draft, rules, f, n)


def _run(draft: Draft, rules: Ground, f: Frightened, n: int) -> None:
    seen = perceived(draft, rules, n)
    panics = f"{f.crowd}_panics"
    ordered_away = draft.command.evacuate_tick > draft.tick - TICKS_PER_S
    if panics not in draft.facts:
        near = _near(seen, f.near_m)
        if not any(all(holds(c, near, rules.site) for c in group) for group in f.when):
            return
        draft.fact(panics)
    elif draft.crowds[n].until_tick and not ordered_away:
        return
    _flee(draft, rules, f, n, seen)


def perceived(draft: Draft, rules: Ground, n: int) -> Observation:
    """What he hears, sees and smells where he is, by the senses of everybody."""
    c = draft.crowds[n]
    x, y = position(c, draft.tick)
    met = draft.hazard.air_crowds[n][0] if draft.hazard.air_crowds else 0.0
    smell = int(rules.smelt > 0.0 and met >= rules.smelt)
    return perceive(draft, rules.site, Person(rules.site.crowds[n].id, True, x, y, c.place, worn=(), smell=smell))


def _near(seen: Observation, near_m: float) -> Observation:
    x, y = seen.body.x_m, seen.body.y_m
    return replace(seen, seen=tuple(s for s in seen.seen if within_m(x, y, s.x_m, s.y_m, near_m)))


def _flee(draft: Draft, rules: Ground, f: Frightened, n: int, seen: Observation) -> None:
    """The next leg, or none."""
    c, site, turned = draft.crowds[n], rules.site, f"{f.crowd}_turned"
    here = c.place or site.nearest(seen.body.x_m, seen.body.y_m)
    threat = _threat(seen)
    goal = "" if here == f.came_in else site.route(here, f.came_in)[0]
    if goal and threat is not None and _far_m(rules, goal, threat) < _far_m(rules, here, threat):
        draft.fact(turned)
    if turned in draft.facts:
        goal = _away(rules, here, threat) if threat is not None else ""
    draft.crowds[n] = send_crowd(c, site, goal or here, draft.tick, RUNS_M_S)


def _away(rules: Ground, here: str, threat: Threat) -> str:
    """The place next to here that lies farthest from what he fears, "" if none is farther than here."""
    places = (here, *(there for there, _ in rules.site.neighbours[here]))
    farthest = max(places, key=lambda place: _far_m(rules, place, threat))
    return farthest if farthest != here else ""


def _threat(seen: Observation) -> Threat | None:
    """Where the nearest thing stands that he is afraid of."""
    feared = [s for s in seen.seen if s.state != "out" and (s.kind in FEARED or s.state in HORRIFYING)]
    x, y = seen.body.x_m, seen.body.y_m

    def far2(s: Sighting) -> float:
        return (s.x_m - x) * (s.x_m - x) + (s.y_m - y) * (s.y_m - y)

    nearest = min(feared, key=far2, default=None)
    return (nearest.x_m, nearest.y_m) if nearest is not None else None


def _far_m(rules: Ground, place: str, threat: Threat) -> float:
    dx, dy = rules.site.place[place].x_m - threat[0], rules.site.place[place].y_m - threat[1]
    return sqrt(dx * dx + dy * dy)


def clear(draft: Draft, rules: Ground, i: int, act: Act, by: str) -> None:
    """Who stands about at a place is spoken to and goes to the muster point. value: how many."""
    led = lead(draft, rules, act.target, range(len(draft.crowds)))
    tell(draft, i, act, by, led)


def tell(draft: Draft, i: int, act: Act, by: str, number: int) -> None:
    """How many went is told, nought too: else nobody knows whether somebody was found there."""
    note(draft, i, "led", act.target, float(number))
    draft.event("did", seat=draft.people[i].seat, act="clear", subject=act.target, value=float(number), by=by)


def lead(draft: Draft, rules: Ground, place: str, whom: Iterable[int]) -> int:
    """Those of these crowds that a voice reaches from a place set out for the muster point last announced.

    Who had lost his head goes along; whoever stands at the muster point already, stays there.
    """
    here, led = rules.site.place[place], 0
    to = draft.command.muster or _safest_muster(draft, rules, place)
    for n in whom if to else ():
        c, panics = draft.crowds[n], lost(draft, rules, n)
        indoors = bool(c.place) and rules.site.place[c.place].indoors and c.place != place
        on_the_way = bool(c.route) and c.route[-1] == to and not panics
        hears = not indoors and within_m(*position(c, draft.tick), here.x_m, here.y_m, CALLED_M)
        if c.number and hears and not on_the_way and (c.place != to or panics):
            led += c.number
            if panics:
                draft.fact(f"{rules.site.crowds[n].id}_led")
            draft.crowds[n] = send_crowd(c, rules.site, to, draft.tick)
    return led


def lost(draft: Draft, rules: Ground, n: int) -> bool:
    """Whether somebody has lost his head, and nobody has led him away yet."""
    crowd = rules.site.crowds[n].id
    return f"{crowd}_panics" in draft.facts and f"{crowd}_led" not in draft.facts


def _safest_muster(draft: Draft, rules: Ground, place: str) -> str:
    """Where nobody has announced one: the muster point best upwind, as an order to leave is judged; of equals the
    nearest."""
    here = rules.site.place[place]
    return max(
        (p.id for p in rules.site.places if p.kind == "muster"),
        key=lambda m: (rules.upwind(draft, m), -_far_m(rules, m, (here.x_m, here.y_m))),
        default="",
    )
