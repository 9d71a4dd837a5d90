import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import UNSET, ValidationError

from scenarios import Scenario, catalogue
from scenarios.drill import build
from scenarios.play import play
from scoring.marks import prefill
from server.panel.sheet import OwnSheet, Patch
from server.panel.stored import (
    Asked,
    Body,
    body_of,
    canonical,
    prefilled_of,
    prefilled_text,
    rubric_of,
    rubric_text,
)
from sim_core.chance import drill_keys
from tests.server.panel_rooms import PREFILLED, RUBRIC, mark


@pytest.mark.parametrize("scenario", catalogue(), ids=lambda scenario: scenario.id)
def test_rubrics_come_back_exactly(scenario: Scenario) -> None:
    again = rubric_of(rubric_text(scenario.rubric))
    assert again == scenario.rubric
    assert rubric_text(again) == rubric_text(scenario.rubric)


@pytest.mark.parametrize("scenario", catalogue(), ids=lambda scenario: scenario.id)
def test_sheets_of_a_drill_come_back_exactly(scenario: Scenario) -> None:
    keys = drill_keys(6)
    played = play(build(scenario, keys.hidden, keys.world), scenario.policies["idle"])
    sheet = prefill(played.events, scenario.rubric, ("IC",), played.point.world.tick)
    again = prefilled_of(prefilled_text(sheet))
    assert again == sheet
    assert repr(again) == repr(sheet)  # 0.00 is not 0 to whoever prints it
    assert prefilled_text(again) == prefilled_text(sheet)


def test_equal_things_have_equal_texts() -> None:
    backwards = replace(RUBRIC, names=dict(reversed([*RUBRIC.names.items(), ("x", ("一", "one"))])))
    forwards = replace(RUBRIC, names={**RUBRIC.names, "x": ("一", "one")})
    assert rubric_text(backwards) == rubric_text(forwards)


def test_a_body_keeps_what_was_asked() -> None:
    sheet = OwnSheet({"command": mark("9.50", reason="口令\u0000清楚")}, 4, ("engine",), "备注")
    for patch in (Patch(), Patch(global_rating=None), Patch(notes=""), Patch(marks={"command": None})):
        body = Body(Asked("save", 3, patch), sheet)
        assert body_of(canonical(body)) == body
    assert body_of(canonical(Body(Asked("lock", 3), sheet))).asked.patch is UNSET
    assert str(sheet.marks["command"].points) == "9.50"


def test_a_text_of_another_shape_is_not_read() -> None:
    with pytest.raises(ValidationError):
        rubric_of(prefilled_text(PREFILLED))
    assert prefilled_of(prefilled_text(PREFILLED)).machine_points == Decimal("71.08")


FIRST_READERS = """
import os, sys, threading
from server.panel.stored import body_of, rubric_of

rubric, body = sys.stdin.read().splitlines()
sys.setswitchinterval(1e-6)
together = threading.Barrier(8)

def read():
    together.wait()
    rubric_of(rubric), body_of(body)

for _ in range(50):
    child = os.fork()
    if not child:
        readers = [threading.Thread(target=read) for _ in range(8)]
        [reader.start() for reader in readers]
        [reader.join() for reader in readers]
        os._exit(0)
    if status := os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        sys.exit(f"ended with {status}")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork: only a fresh process has first readers")
def test_examiners_who_come_at_once_after_a_start_do_not_end_the_process() -> None:
    texts = rubric_text(RUBRIC) + "\n" + canonical(Body(Asked("lock", 3), OwnSheet()))
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", FIRST_READERS], input=texts, capture_output=True, text=True, cwd=root)
    assert done.returncode == 0, done.stderr
