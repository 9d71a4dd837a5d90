"""Lint of policies and conditions: that what a plan looks at and does exists on this plant."""

from collections.abc import Iterator

from scenarios.lint_site import Fault, repeated, unknown
from scenarios.model import Scenario
from scenarios.policy import ALARMING, MUSTER, UPWIND, Policy, Step
from sim_core.acts import ACTS
from sim_core.cues import CONDITIONS, Condition
from sim_core.people.doing import PORTABLE
from sim_core.people.gear import WEAR_S
from sim_core.people.talking import ALL, DELAY_S
from sim_core.plant.devices import WORDS, states
from sim_core.site import Site
from sim_core.text import Text

COMMANDER = "IC"
NEEDED = ("expert", "idle")
# What the senses can find: those of every incident, and those that rule modules put up (`Sight.kind`, `Noise.kind`).
SIGHTS = (
    "person", "crowd", "vehicle", "device", "casualty", "pool", "overflow", "fire", "sparks",
    "jet", "jet_fire", "tank_fire", "cloud", "curtain", "spray", "frost", "shell", "boil_over", "sludge", "vapour",
    "line", "fireball", "flare", "work",
)  # fmt: skip
SOUNDS = ("siren", "horn", "blast", "hiss", "scream", "roar", "frying", "retreat", "alarm", "shriek")
STRATEGIES = ("offensive", "defensive", "withdraw")


def condition_faults(key: str, c: Condition, scenario: Scenario) -> Iterator[Fault]:
    """Faults of one condition: kind, tag, place, sound or thing that does not exist."""
    site = scenario.site
    if c.kind not in CONDITIONS:
        yield unknown(key, c.kind)
    elif c.kind in ("reading", "alarm", "alarms", "still"):
        exact = c.kind == "still"
        yield from (unknown(key, tag) for tag in (c.subject, c.of) if not _tag_fits(tag, site, exact))
    else:
        known: dict[str, tuple[str, ...]] = {
            "sees": SIGHTS,
            "at": tuple(site.place),
            "muster": tuple(site.place),
            "worn": tuple(WEAR_S),
            "hears": SOUNDS,
        }
        subject = c.subject.partition(":")[0]
        if c.kind in known and subject not in known[c.kind]:
            yield unknown(key, c.subject)
        if c.kind in ("told", "noted") and not subject:
            yield key, Text("未写话题", "names no topic")


def _tag_fits(tag: str, site: Site, exact: bool) -> bool:
    if tag.endswith("*") and not exact:
        return any(name.startswith(tag[:-1]) for name in site.tag_index)
    return tag in site.tag_index or (not tag and not exact)


def policy_faults(scenario: Scenario) -> Iterator[Fault]:
    """Faults of all policies."""
    yield from (unknown("policies", name) for name in NEEDED if name not in scenario.policies)
    for name, policy in scenario.policies.items():
        if name == "idle" and policy.steps:
            yield "policies.idle", Text("应无步骤", "must have no steps")
        if name != "idle" and not policy.steps:
            yield f"policies.{name}", Text("没有步骤", "has no steps")
        if policy.steps and policy.around not in {**scenario.site.bund_index, **scenario.site.place}:
            yield unknown(f"policies.{name}.around", policy.around or "around")
        yield from _steps(policy, scenario)


def _steps(policy: Policy, scenario: Scenario) -> Iterator[Fault]:
    ids = [step.id for step in policy.steps]
    yield from repeated(f"policies.{policy.id}.steps", ids)
    for step in policy.steps:
        key = f"policies.{policy.id}.{step.id}"
        yield from (unknown(key, other) for other in (*step.after, *step.without) if other not in ids)
        for condition in (*step.any, *step.all, *step.unless):
            yield from condition_faults(key, condition, scenario)
        yield from _act(key, step, scenario)


def _act(key: str, step: Step, scenario: Scenario) -> Iterator[Fault]:
    act = step.act
    if act.kind not in ACTS:
        yield unknown(key, act.kind)
        return
    if act.to and act.to not in (*(role.seat for role in scenario.roles), ALL):
        yield unknown(key, act.to)
    if act.via not in DELAY_S:
        yield unknown(key, act.via)
    allowed = ACTS[act.kind].seats
    doer = act.to or COMMANDER
    if allowed and doer not in allowed:
        yield key, Text(f"{doer} 不能执行 {act.kind}", f"{doer} cannot do {act.kind}")
    targets = _targets(act.kind, scenario)
    if targets is not None and act.target not in targets:
        yield unknown(key, act.target or "target")
    elif act.kind == "operate":
        yield from _detail(key, act.target, act.detail, scenario.site)


def done_faults(key: str, act: str, subject: str, detail: str, scenario: Scenario) -> Iterator[Fault]:
    """Faults of a deed that the sheet looks for: what it was done to does not exist, or cannot be done to that."""
    targets = _targets(act, scenario) if act in ACTS else None
    if targets is not None and subject not in targets:
        yield unknown(key, subject)
    elif act == "operate":
        yield from _detail(key, subject, detail, scenario.site)


def _detail(key: str, target: str, detail: str, site: Site) -> Iterator[Fault]:
    """`close` is said of a valve, `stop` of a pump: what a device of this kind knows."""
    if target not in site.device_index or not detail:
        return
    kind = site.devices[site.device_index[target]].kind
    known = [word for word, state in WORDS.items() if state in states(kind)]
    if detail not in known:
        yield key, Text(f"{target} 没有 {detail}；有：{'、'.join(known)}",
                        f"{target} knows no {detail}; it knows: {', '.join(known)}")  # fmt: skip


def _targets(kind: str, scenario: Scenario) -> tuple[str, ...] | None:
    """What this kind of act can be aimed at; None: anything."""
    site = scenario.site
    special: dict[str, tuple[str, ...]] = {
        "operate": (*site.device_index, "DCS", *(f"{UPWIND}{d.kind}" for d in site.devices)),
        "draft": tuple(scenario.calls),
        "decide": STRATEGIES,
        "drive": tuple(site.place),
    }
    if kind in special or not ACTS[kind].aims:
        return special.get(kind)
    aims = [aimed(aim, scenario) for aim in ACTS[kind].aims]
    if any(found is None for found in aims):
        return None
    more = ("PA",) if kind == "alarm" else ()
    return (*more, *(name for found in aims for name in found or ()))


def aimed(aim: str, scenario: Scenario) -> tuple[str, ...] | None:
    """Names that an aim of the act table stands for; None: words that are told, of which there is no list here."""
    site = scenario.site
    what, _, kind = aim.partition(":")
    match what:
        case "device":
            return (f"{UPWIND}{kind}", *(d.id for d in site.devices if d.kind == kind))
        case "place":
            kinds = (kind,) if kind else tuple({p.kind: None for p in site.places})
            more = (MUSTER,) if "muster" in kinds else ()
            return (*more, *(f"{UPWIND}{k}" for k in kinds), *(p.id for p in site.places if not kind or p.kind == kind))
        case "gas":
            return (PORTABLE, ALARMING, *(n.tag for n in site.instruments if n.kind == "gas"))
        case "gear":
            return scenario.gear
        case "casualty":
            return tuple(c.id for c in site.casualties)
        case "call":
            return tuple(scenario.calls)
        case _:
            return None
