"""The shed of unknown goods for tests: built with given hidden values, on the stage of `tests.drills`."""

from dataclasses import replace

from scenarios import load
from scenarios.drill import build
from sim_core.chance import drill_keys
from sim_core.physics.oxidiser import Store
from tests.drills import Stage

SCENARIO = load("oxidiser_store")
SEATS = tuple(role.seat for role in SCENARIO.roles)
PURE: dict[str, float | str] = {
    "manifest": "right", "reply_s": 360.0, "cyanide": "no", "reactive": "no", "growth_kw_s2": 0.1, "oxidiser_t": 30.0,
    "contaminated": "no", "wind_speed_m_s": 3.0, "wind_from_deg": 0.0, "night": "no", "radio_dead": "none",
}  # fmt: skip


def shed(humans: tuple[str, ...] = SEATS, seed: int = 7, **hidden: float | str) -> Stage:
    """A drill without faults but those given; by default nobody in it is a colleague."""
    assert set(hidden) <= set(PURE)
    keys = drill_keys(seed)
    return Stage(build(SCENARIO, keys.hidden, keys.world, humans, {**PURE, **hidden}))


def store(stage: Stage) -> Store:
    """The store now."""
    assert stage.world.hazard.store is not None
    return stage.world.hazard.store


def warm(stage: Stage, kelvin: float) -> None:
    """Set the stage: the face of the oxidiser is so hot."""
    now = store(stage)
    rows = tuple(replace(r, surface_k=kelvin) if r.kind == "oxidiser" else r for r in now.rows)
    stage.change(hazard=replace(stage.world.hazard, store=replace(now, rows=rows)))


def face_k(stage: Stage) -> float:
    """How hot the face of the oxidiser is."""
    return next(r.surface_k for r in store(stage).rows if r.kind == "oxidiser")


def facts(stage: Stage) -> dict[str, tuple[str, str]]:
    """What became true, with the seat and whose order it was."""
    return {e.subject: (e.seat, e.by) for e in stage.told("fact")}


def noted(stage: Stage, seat: str) -> list[tuple[str, str]]:
    """What somebody has found out of the goods: where from, and the word."""
    return [(n.subject, n.word) for n in stage.person(seat).notes if n.topic == "goods"]
