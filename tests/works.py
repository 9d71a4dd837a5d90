"""Operations under a permit for tests: built with given hidden values, on the stage of `tests.drills`."""

from dataclasses import replace
from functools import cache

from scenarios import Scenario, load
from scenarios.drill import build
from scenarios.model import Choice, Mixture
from scenarios.play import Played, play
from scenarios.policy import Policy
from scoring.marks import Sheet, prefill
from sim_core.chance import drill_keys
from sim_core.people.walking import arrive_crowd
from sim_core.work import Work
from tests.drills import Stage

Value = float | str


@cache
def quiet(scenario_id: str) -> dict[str, Value]:
    """A draw without a fault: of a choice what is normal, of a range its low end."""
    found: dict[str, Value] = {}
    for h in load(scenario_id).hidden:
        r = h.range
        if isinstance(r, Choice):
            found[h.id] = h.normal or r.options[0]
        else:
            found[h.id] = r.parts[0].low if isinstance(r, Mixture) else r.low  # type: ignore[union-attr]
    return found


def work(scenario_id: str, humans: tuple[str, ...] | None = None, seed: int = 7, **hidden: Value) -> Stage:
    """A drill without faults but those given; by default nobody in it is a colleague. Numbers of [incident.params] may
    be given as well."""
    scenario = load(scenario_id)
    known = quiet(scenario_id)
    given = {**known, **{k: v for k, v in hidden.items() if k in known}}
    params = {k: v for k, v in hidden.items() if k not in known}
    assert set(params) <= set(scenario.params)
    scenario = replace(scenario, params={**scenario.params, **params})
    seats = seats_of(scenario) if humans is None else humans
    keys = drill_keys(seed)
    return Stage(build(scenario, keys.hidden, keys.world, seats, given))


def seats_of(scenario: Scenario) -> tuple[str, ...]:
    """Every seat."""
    return tuple(role.seat for role in scenario.roles)


def now(stage: Stage) -> Work:
    """The operation now."""
    assert stage.world.hazard.work is not None
    return stage.world.hazard.work


def set_work(stage: Stage, /, **what: object) -> None:
    """Set the stage: change the operation by hand."""
    stage.change(hazard=replace(stage.world.hazard, work=replace(now(stage), **what)))  # type: ignore[arg-type]


def at_work(stage: Stage, by: str = "IC") -> None:
    """Set the stage: the crew stands at the work and has leave to begin; a second later it begins."""
    incident = stage.rules.incident  # type: ignore[attr-defined]
    n = [c.id for c in stage.site.crowds].index(incident.crew)
    crowd = replace(stage.world.crowds[n], route=(incident.at.id,), until_tick=0)
    there = arrive_crowd(crowd, stage.site, stage.tick)
    stage.change(crowds=tuple(there if k == n else c for k, c in enumerate(stage.world.crowds)))
    set_work(stage, stage="called", by=by, since_tick=stage.tick)
    stage.wait(1.1)
    assert now(stage).begun_tick >= 0


def ready(stage: Stage) -> None:
    """Set the stage: tests are fresh, blinds, locks and guards are as they should be."""
    incident, tick = stage.rules.incident, stage.tick  # type: ignore[attr-defined]
    devices = list(stage.world.devices)
    for name in (*incident.blinds, *incident.guards, *incident.locks):
        n = stage.site.device_index[name]
        kind = stage.site.devices[n].kind
        state, far = ("placed", 1.0) if kind == "guard" else ("closed" if kind == "blind" else "stopped", 0.0)
        devices[n] = replace(devices[n], state=state, opening=far, wanted=state)
    stage.change(devices=tuple(devices))
    set_work(
        stage, tested_tick=tuple(tick for _ in incident.points), tested=tuple(0.0 for _ in incident.points),
        locked=incident.locks, grade=incident.grade_right or now(stage).grade,
    )  # fmt: skip


def facts(stage: Stage) -> dict[str, str]:
    """What became true, with whose word it was."""
    return {e.subject: e.by for e in stage.told("fact")}


def played(scenario_id: str, policy: str, skip: tuple[str, ...] = (), **hidden: Value) -> tuple[Played, Sheet]:
    """A drill played to its end by a policy less some of its steps, on a draw without faults but those given."""
    scenario, keys = load(scenario_id), drill_keys(3)
    drill = build(scenario, keys.hidden, keys.world, hidden={**quiet(scenario_id), **hidden})
    done = play(drill, without(scenario.policies[policy], skip))
    return done, prefill(done.events, scenario.rubric, ("IC",), done.point.world.tick)


def without(plan: Policy, skip: tuple[str, ...]) -> Policy:
    """A plan less some of its steps; what waited for them no longer does."""
    assert set(skip) <= {s.id for s in plan.steps}
    kept = (s for s in plan.steps if s.id not in skip)
    loose = (replace(s, after=_less(s.after, skip), without=_less(s.without, skip)) for s in kept)
    return replace(plan, steps=tuple(loose))


def _less(names: tuple[str, ...], gone: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in gone)


def points(sheet: Sheet) -> dict[str, float]:
    """What the machine gave, line by line."""
    return {line.item_id: float(line.points) for line in sheet.lines if line.points is not None}


def facts_of(done: Played) -> set[str]:
    """What became true in a drill that was played."""
    return set(done.point.world.facts)
