"""Vocabulary: what a seat may do and say in a scenario, with names, so that no client repeats it. All of it is public.

It is made of the act table, the site and general words of the trade. Nothing of what is right is in it: each list
holds as much that is wrong, whatever was drawn, and every call asks for the same content.
"""

from collections.abc import Iterable

from pydantic import BaseModel

from scenarios.model import Scenario
from scenarios.rules import RULES
from server.api.bodies import Both
from server.api.words_said import CONTENT, NUMBERS, WORD_LISTS
from sim_core.acts import ACTS
from sim_core.people.doing import AT_ONCE, EFFECTS, PORTABLE, SPOKEN
from sim_core.people.gear import wear_s
from sim_core.people.talking import DELAY_S, SPEAK_S
from sim_core.plant.devices import PANEL, WORDS, states
from sim_core.site import Site
from sim_core.text import Text

WHERE = ("mouth", "work", "pump_house", "pump_pad", "workshop", "office", "gate")
CARRIED_TO = ("muster", "post", "landing", "decon", "pump_house", "fire_station", "gate")  # where one is laid down
NOT_CHOSEN = ("steer", "read_back", "safety_stop")  # walked, answered, and a thing of its own
LEVELS = ("bottom", "middle", "top")
ZONES_M = (30.0, 50.0, 100.0, 150.0, 200.0, 300.0, 500.0, 800.0, 1600.0)
GEAR = {
    "scba": Text("空气呼吸器", "breathing set"),
    "fire_suit": Text("灭火防护服", "fire suit"),
    "portable": Text("便携检测仪", "portable detector"),
    "antistatic": Text("防静电服", "antistatic clothing"),
    "gastight": Text("重型气密防化服", "gas-tight suit"),
    "harness": Text("安全带与救生绳", "harness and lifeline"),
    "filter": Text("过滤式面具", "filter mask"),
    "escape": Text("逃生呼吸器", "escape set"),
}
DETAILS = {
    "close": Text("关", "close"),
    "open": Text("开", "open"),
    "stop": Text("停", "stop"),
    "start": Text("启", "start"),
    "turn": Text("转瓶（泄漏点朝上）", "turn (leak on top)"),
    "sink": Text("吊入碱池", "let down into the bath"),
    "lower": Text("放下", "let down"),
    "haul": Text("提起", "haul up"),
    "attach": Text("挂上", "attach"),
    "place": Text("设置、就位", "put up"),
    "begin": Text("批准开工", "let it begin"),
    "put_off": Text("不批准、延期", "put it off"),
    "stow": Text("收起", "stow"),
    "lay": Text("布放", "lay"),
    "acknowledge": Text("确认报警", "acknowledge alarms"),
    "reset": Text("复位报警", "reset alarms"),
    "fog": Text("喷雾", "fog"),
    "jet": Text("直流", "solid jet"),
    "bottom": Text("检测池内下层", "test the bottom of the space"),
    "middle": Text("检测池内中层", "test the middle of the space"),
    "top": Text("检测池内上层", "test the top of the space"),
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
    site, can = scenario.site, possible(scenario)
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
        if kind not in NOT_CHOSEN and kind in can
    ]
    return Vocabulary(
        acts=acts,
        gear_s={role.seat: {item: wear_s(role.seat, item) for item in scenario.gear} for role in scenario.roles},
        calls=_options((number, NUMBERS[number]) for number in scenario.calls),
        content=[
            ContentOut(key=key, name=_both(name), options=_options(words.items()) or _scenes(site))
            for key, (name, words) in CONTENT.items()
        ],
        via=_options((via, WAYS_OF_SAYING[via]) for via in DELAY_S),
        speak_s=SPEAK_S,
    )


def possible(scenario: Scenario) -> frozenset[str]:
    """Acts that have an effect at this kind of incident, and something to be done to."""
    effects = (*AT_ONCE, *EFFECTS, *RULES[scenario.rule_module].effects)
    return frozenset(
        kind
        for kind in effects
        if not ACTS[kind].aims or any(_aimed(aim, scenario) for aim in ACTS[kind].aims) or kind == "alarm"
    )


def _both(text: Text) -> Both:
    return Both(zh=text.zh, en=text.en)


def _options(pairs: Iterable[tuple[str, Text]]) -> list[Option]:
    return [Option(id=id_, name=_both(text)) for id_, text in pairs]


def _named(things: Iterable[object]) -> list[Option]:
    return [Option(id=thing.id, name=_both(thing.name)) for thing in things]  # type: ignore[attr-defined]


def _scenes(site: Site) -> list[Option]:
    """Where an incident of this site can be: tanks, mouths of confined spaces, and where machines and people work."""
    return _named((*site.tanks, *(p for p in site.places if p.kind in WHERE)))


def _ways(kind: str, name: Text, scenario: Scenario) -> list[Way]:
    site, act = scenario.site, ACTS[kind]
    if kind == "operate":
        return _operating(site)
    if kind == "zone":
        return [Way(detail="", name=_both(name), targets=[], values=list(ZONES_M))]
    targets = [option for aim in act.aims for option in _aimed(aim, scenario)]
    if kind == "alarm":
        targets = [*_options([("PA", Text("全厂广播", "public address"))]), *targets]
    if kind == "measure" and any(p.into for p in site.places):
        looking_in = _named(p for p in site.places if p.into)
        return [_way(name, targets), *(_way(DETAILS[level], looking_in, level) for level in LEVELS)]
    if kind == "carry":
        return [_way(place.name, targets, place.id) for place in site.places if place.kind in CARRIED_TO]
    if act.details:
        return [_way(DETAILS[word], targets, word) for word in act.details]
    return [_way(name, targets)]


def _way(name: Text, targets: list[Option], detail: str = "") -> Way:
    return Way(detail=detail, name=_both(name), targets=targets, values=[])


def _operating(site: Site) -> list[Way]:
    ways = []
    for detail, state in WORDS.items():
        able = [d for d in site.devices if state in states(d.kind)]
        if able:
            ways.append(_way(DETAILS[detail], _named(able), detail))
    panel = _options([(PANEL, Text("中控盘面", "the panel"))])
    return ways + [_way(DETAILS[detail], panel, detail) for detail in ("acknowledge", "reset")]


def _aimed(aim: str, scenario: Scenario) -> list[Option]:
    """What an aim of the act table stands for at this site."""
    site = scenario.site
    what, _, kind = aim.partition(":")
    match what:
        case "device":
            return _named(d for d in site.devices if d.kind == kind)
        case "place":
            return _named(p for p in site.places if not kind or p.kind == kind)
        case "gas":
            fixed = ((n.tag, n.name) for n in site.instruments if n.kind == "gas")
            return _options([(PORTABLE, GEAR[PORTABLE]), *fixed])
        case "casualty":
            return _named(site.casualties)
        case "gear":
            return _options((item, GEAR[item]) for item in scenario.gear)
        case "call":
            return _options((number, NUMBERS[number]) for number in scenario.calls)
        case _:
            return _options(WORD_LISTS[kind].items())
