"""Life: what a drill may go through, as one table. This module knows no clock and no client."""

from typing import Literal, NamedTuple

PhaseName = Literal["lobby", "briefing", "running", "frozen", "ended", "sealed"]

# (phase, what is done) -> phase after it. What is not here cannot be done.
LIFE: dict[tuple[str, str], PhaseName] = {
    ("lobby", "brief"): "briefing",
    ("lobby", "start"): "running",
    ("briefing", "start"): "running",
    ("running", "freeze"): "frozen",
    ("running", "interrupted"): "frozen",
    ("frozen", "interrupted"): "frozen",
    ("frozen", "resume"): "running",
    ("running", "speed"): "running",
    ("frozen", "speed"): "frozen",
    ("running", "inject"): "running",
    ("frozen", "inject"): "frozen",
    ("running", "hint"): "running",
    ("running", "takeover"): "running",
    ("frozen", "takeover"): "frozen",
    ("briefing", "takeover"): "briefing",
    ("lobby", "takeover"): "lobby",
    ("running", "finish"): "ended",
    ("frozen", "finish"): "ended",
    ("lobby", "annul"): "ended",
    ("briefing", "annul"): "ended",
    ("running", "annul"): "ended",
    ("frozen", "annul"): "ended",
    ("lobby", "safety_stop"): "ended",
    ("briefing", "safety_stop"): "ended",
    ("running", "safety_stop"): "ended",
    ("frozen", "safety_stop"): "ended",
    ("running", "end"): "ended",  # the drill's own end
    ("ended", "seal"): "sealed",
}

# An exam is locked: what changes its course is not open to a director. Resuming is, after an interruption.
NOT_IN_EXAMS = frozenset({"freeze", "speed", "inject", "hint", "takeover", "finish"})
# What the server alone says, and under which name: nobody can ask for it.
SYSTEM = "system"
OF_THE_SYSTEM = frozenset({"interrupted", "hint", "end", "seal"})
# No result comes of a drill that ended so.
ANNULLED = frozenset({"safety_stop", "annulled"})


class Step(NamedTuple):
    """phase: after it. refused: code of a Problem, "" = it may be done."""

    phase: str
    refused: str = ""


def step(phase: str, verb: str, mode: str) -> Step:
    """What a verb makes of a phase."""
    if mode == "exam" and verb in NOT_IN_EXAMS:
        return Step(phase, "not_allowed")
    after = LIFE.get((phase, verb))
    return Step(phase, "not_running") if after is None else Step(after)
