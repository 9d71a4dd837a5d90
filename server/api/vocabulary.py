"""Vocabulary: what a seat may do and say in a scenario, with names, so that no client repeats it. All of it is public.

It is made of the act table, the site and general words of the trade. Nothing of what is right is in it: each list
holds as much that is wrong, whatever was drawn, and every call asks for the same content.
"""

from collections.abc import Iterable

from pydantic import BaseModel

from scenarios.model import Scenario
from server.api.bodies import Both
from server.api.words_said import CONTENT, DECLARED, DRAFTS, NUMBERS, SITUATIONS, TACTICS, TOPICS
from sim_core.acts import ACTS
from sim_core.people.doing import SPOKEN
from sim_core.people.gear import WEAR_S, wear_s
from sim_core.people.talking import DELAY_S, SPEAK_S
from sim_core.plant.devices import PANEL, WORDS
from sim_core.site import Device, Site
from sim_core.text import Text

NOT_CHOSEN = ("steer", "read_back", "safety_stop")  # walked, answered, and a thing of its own
ZONES_M = (30.0, 50.0, 100.0, 150.0, 200.0, 300.0, 500.0)
GEAR = {
    "scba": Text("空气呼吸器", "breathing set"),
    "fire_suit": Text("灭火防护服", "fire suit"),
    "portable": Text("便携检测仪", "portable detector"),
    "antistatic": Text("防静电服", "antistatic clothing"),
}
DETAILS = {
    "close": Text("关", "close"),
    "open": Text("开", "open"),
    "stop": Text("停", "stop"),
    "start": Text("启", "start"),
    "acknowledge": Text("确认报警", "acknowledge alarms"),
    "reset": Text("复位报警", "reset alarms"),
}
WAYS_OF_SAYING = {
    "radio": Text("对讲机", "radio"),
    "phone": Text("电话", "phone"),
    "voice": Text("当面", "by voice"),
    "runner": Text("派人传令", "by runner"),
}


class Option(BaseModel):
    """One of what may be chosen. id: as the act's field holds it."""

    id: str
    name: Both


class Way(BaseModel):
    """One way of doing an act. detail: of the act; targets: empty = the act asks for none; values: SI, likewise."""

    detail: str
    name: Both
    targets: list[Option]
    values: list[float]


class ActOut(BaseModel):
    """An act. seats: who may do it, empty = everyone. where: anywhere, panel, target. seconds: how long hands or mouth
    are busy, 0 = at once or as the thing needs. orderable: another seat can be told to. said: it is told, not done."""

    kind: str
    name: Both
    seats: list[str]
    where: str
    seconds: float
    orderable: bool
    said: bool
    ways: list[Way]


class ContentOut(BaseModel):
    """One point of what a call can hold."""

    key: str
    name: Both
    options: list[Option]


class Vocabulary(BaseModel):
    """Acts; seconds to don, seat by seat and item by item; numbers and content of calls; ways of saying; seconds that
    an order takes to say."""

    acts: list[ActOut]
    gear_s: dict[str, dict[str, float]]
    calls: list[Option]
    content: list[ContentOut]
    via: list[Option]
    speak_s: float


def vocabulary(scenario: Scenario) -> Vocabulary:
    """What may be done and said in a scenario."""
    site = scenario.site
    acts = [
        ActOut(
            kind=kind,
            name=_both(act.name),
            seats=list(act.seats),
            where=act.where,
            seconds=act.seconds,
            orderable=kind not in SPOKEN,
            said=kind in SPOKEN,
            ways=_ways(kind, act.name, scenario),
        )
        for kind, act in ACTS.items()
        if kind not in NOT_CHOSEN
    ]
    return Vocabulary(
        acts=acts,
        gear_s={role.seat: {item: wear_s(role.seat, item) for item in WEAR_S} for role in scenario.roles},
        calls=_options((number, NUMBERS[number]) for number in scenario.calls),
        content=[
            ContentOut(key=key, name=_both(name), options=_options(words.items()) or _named(site.tanks))
            for key, (name, words) in CONTENT.items()
        ],
        via=_options((via, WAYS_OF_SAYING[via]) for via in DELAY_S),
        speak_s=SPEAK_S,
    )


def _both(text: Text) -> Both:
    return Both(zh=text.zh, en=text.en)


def _options(pairs: Iterable[tuple[str, Text]]) -> list[Option]:
    return [Option(id=id_, name=_both(text)) for id_, text in pairs]


def _named(things: Iterable[object]) -> list[Option]:
    return [Option(id=thing.id, name=_both(thing.name)) for thing in things]  # type: ignore[attr-defined]


def _ways(kind: str, name: Text, scenario: Scenario) -> list[Way]:
    site = scenario.site
    if kind == "operate":
        return _operating(site)
    if kind == "foam":
        return [_way(DETAILS[word], _devices(site, "monitor"), word) for word in ("start", "stop")]
    if kind == "zone":
        return [Way(detail="", name=_both(name), targets=[], values=list(ZONES_M))]
    return [_way(name, _targets(kind, scenario))]


def _way(name: Text, targets: list[Option], detail: str = "") -> Way:
    return Way(detail=detail, name=_both(name), targets=targets, values=[])


def _operating(site: Site) -> list[Way]:
    ways = []
    for detail, state in WORDS.items():
        able = [d for d in site.devices if state in _states(d)]
        ways.append(_way(DETAILS[detail], _named(able), detail))
    panel = _options([(PANEL, Text("中控盘面", "the panel"))])
    return ways + [_way(DETAILS[detail], panel, detail) for detail in ("acknowledge", "reset")]


def _states(device: Device) -> tuple[str, ...]:
    if device.kind in ("pump", "breaker"):
        return "running", "stopped"
    return ("open", "closed") if device.kind in ("rosov", "hand_valve", "drain_valve") else ()


def _devices(site: Site, kind: str) -> list[Option]:
    return _named(d for d in site.devices if d.kind == kind)


def _places(site: Site, *kinds: str) -> list[Option]:
    return _named(p for p in site.places if not kinds or p.kind in kinds)


def _targets(kind: str, scenario: Scenario) -> list[Option]:
    site = scenario.site
    if kind in ("wear", "doff"):
        return _options(GEAR.items())
    if kind == "alarm":
        return [*_options([("PA", Text("全厂广播", "public address"))]), *_devices(site, "alarm_point")]
    if kind == "bump":
        return [Option(id=n.tag, name=Both(zh=n.name.zh, en=n.name.en)) for n in site.instruments if n.kind == "gas"]
    plain = {"declare": DECLARED, "decide": TACTICS, "draft": DRAFTS, "sitrep": SITUATIONS, "report": TOPICS}
    if kind in plain:
        return _options(plain[kind].items())
    if kind == "call":
        return _options((number, NUMBERS[number]) for number in scenario.calls)
    kinds = {"evacuate": ("muster",), "set_post": ("post",), "count": ("muster",)}
    if kind in kinds:
        return _places(site, *kinds[kind])
    if kind == "check_foam":
        return _devices(site, "monitor")
    return _places(site) if kind in ("go", "measure", "watch", "drive") else []
