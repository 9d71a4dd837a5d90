"""Cues: conditions over what a seat perceives. One engine for response clocks, colleagues and policies."""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

from sim_core.exact import cos, sin
from sim_core.observation import Observation
from sim_core.site import Site
from sim_core.text import Text

RAD_PER_DEG = 0.017453292519943295


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that can be perceived. kind: key of CONDITIONS. subject: tag, sound, thing in sight, topic or cell.

    low, high: inclusive limits of the value. seconds: for how long a reading has not moved. of: a second tag.
    """

    kind: str
    subject: str = ""
    low: float = -1.0e9
    high: float = 1.0e9
    seconds: float = 0.0
    of: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of a scenario: revealed to a seat when any of its conditions first holds there.

    report: a colleague who perceives it tells the commander. danger: a colleague withdraws or dresses for it.
    cards: plan cards that it brings up, `SEAT/card`, to that seat alone.
    """

    id: str
    name: Text
    any: tuple[Condition, ...]
    report: bool = False
    danger: bool = False
    cards: tuple[str, ...] = ()


def _match(pattern: str, name: str) -> bool:
    return name.startswith(pattern[:-1]) if pattern.endswith("*") else name == pattern


def _readings(c: Condition, seen: Observation, site: Site) -> list[int]:
    if seen.panel is None:
        return []
    if not c.subject.endswith("*"):
        return [site.tag_index[c.subject]]
    return [i for i, n in enumerate(site.instruments) if _match(c.subject, n.tag)]


def _reading(c: Condition, seen: Observation, site: Site) -> bool:
    panel = seen.panel
    return panel is not None and any(c.low <= panel.readings[i] <= c.high for i in _readings(c, seen, site))


def _still(c: Condition, seen: Observation, site: Site) -> bool:
    """A reading that does not move while another one says that it should."""
    panel = seen.panel
    if panel is None or panel.readings[site.tag_index[c.of]] < c.low:
        return False
    return panel.still_s[site.tag_index[c.subject]] >= c.seconds


def _alarm(c: Condition, seen: Observation, site: Site) -> bool:
    panel = seen.panel
    return panel is not None and any(panel.alarms[i] > 0 for i in _readings(c, seen, site))


def _alarms(c: Condition, seen: Observation, site: Site) -> bool:
    """So many alarms stand at once."""
    panel = seen.panel
    return panel is not None and c.low <= sum(panel.alarms[i] > 0 for i in _readings(c, seen, site)) <= c.high


def _sees(c: Condition, seen: Observation, site: Site) -> bool:
    kind, _, rest = c.subject.partition(":")
    thing, _, state = rest.partition(":")
    return any(
        s.kind == kind and (not thing or _match(thing, s.id)) and (not state or s.state == state)
        for s in seen.seen
    )


def _told(c: Condition, seen: Observation, site: Site) -> bool:
    topic, _, subject = c.subject.partition(":")
    return any(
        _match(topic, m.topic) and (not subject or _match(subject, m.subject)) and c.low <= m.value <= c.high
        for m in seen.inbox
        if m.kind != "order"
    )


def _noted(c: Condition, seen: Observation, site: Site) -> bool:
    topic, _, word = c.subject.partition(":")
    return any(
        n.topic == topic and (not word or n.word == word) and c.low <= n.value <= c.high for n in seen.notes
    )


def _portable(c: Condition, seen: Observation, site: Site) -> bool:
    """A cell of the detector carried shows so much; without a subject: %LEL."""
    if c.subject:
        cells = zip(site.portable, seen.body.gas, strict=False)
        return any(name == c.subject and c.low <= value <= c.high for name, value in cells)
    return seen.body.lel >= c.low


def wind_from_deg(seen: Observation, site: Site) -> float:
    """Bearing the wind blows from, by the vane on the panel, else the sock; -1 = neither tells."""
    if seen.panel is not None:
        for i, instrument in enumerate(site.instruments):
            if instrument.kind == "wind_direction":
                return seen.panel.readings[i]
    return 45.0 * seen.sock.octant if seen.sock is not None and seen.sock.octant >= 0 else -1.0


def upwind(x_m: float, y_m: float, from_deg: float) -> float:
    """How far upwind an offset lies: 1 = straight upwind, -1 = straight downwind."""
    distance = sqrt(x_m * x_m + y_m * y_m)
    along = x_m * sin(from_deg * RAD_PER_DEG) + y_m * cos(from_deg * RAD_PER_DEG)
    return along / distance if distance > 0.0 else 0.0


def _muster(c: Condition, seen: Observation, site: Site) -> bool:
    """The muster point last announced lies so far upwind of a place, as far as the wind can be read."""
    wind = wind_from_deg(seen, site)
    if not seen.muster or wind < 0.0:
        return False
    there, here = site.place[seen.muster], site.place[c.subject]
    return c.low <= upwind(there.x_m - here.x_m, there.y_m - here.y_m, wind) <= c.high


CONDITIONS: dict[str, Callable[[Condition, Observation, Site], bool]] = {
    "reading": _reading,
    "still": _still,
    "alarm": _alarm,
    "alarms": _alarms,
    "sees": _sees,
    "told": _told,
    "noted": _noted,
    "hears": lambda c, seen, site: c.subject in seen.heard,
    "smells": lambda c, seen, site: seen.body.smell >= c.low,
    "portable": _portable,
    "muster": _muster,
    "sock": lambda c, seen, site: seen.sock is not None,
    "at": lambda c, seen, site: seen.body.place == c.subject,
    "worn": lambda c, seen, site: c.subject in seen.body.worn,
    "idle": lambda c, seen, site: not seen.body.doing and not seen.body.moving,
    "time": lambda c, seen, site: seen.tick >= 20.0 * c.seconds,
}


def holds(condition: Condition, seen: Observation, site: Site) -> bool:
    """Whether the condition holds for this observation."""
    return CONDITIONS[condition.kind](condition, seen, site)
