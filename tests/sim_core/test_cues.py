"""Cues: each kind of condition on a hand-made observation, just short of it and at it."""

from dataclasses import replace

import pytest

from sim_core.cues import CONDITIONS, Condition, holds
from sim_core.observation import Sighting, Sock
from sim_core.world import Heard, Note
from tests.drills import SCENARIO, Stage, drill

SITE = SCENARIO.site
LT, FI, GAS = (SITE.tag_index[tag] for tag in ("LT-101", "FI-101", "LEL-6"))
BASE = Stage(drill()).seen("DCS")
TAGS = len(SITE.instruments)


def panel(readings=(), still=(), alarms=()):
    def filled(pairs):
        return tuple(dict(pairs).get(i, 0) for i in range(TAGS))

    shown = replace(BASE.panel, readings=filled(readings), still_s=filled(still), alarms=filled(alarms))
    return replace(BASE, panel=shown)


def body(**what):
    return replace(BASE, body=replace(BASE.body, **what))


def inbox(topic: str, subject: str = "", value: float = 0.0, kind: str = "report"):
    return replace(BASE, inbox=(Heard(0, 0, "OUT", kind, topic, subject, value, None, "radio"),))


def sight(kind: str, name: str, state: str = ""):
    return replace(BASE, seen=(Sighting(kind, name, 0.0, 0.0, state),))


def note(topic: str, word: str = "", value: float = 0.0):
    return replace(BASE, notes=(Note(0, topic, "", value, word),))


READING = Condition("reading", "LT-101", low=14.0, high=15.0)
STILL = Condition("still", "LT-101", low=100.0, seconds=90.0, of="FI-101")
LEEWARD = Condition("muster", "MF", high=-0.7)  # the manifold lies between both muster points
VANE = SITE.tag_index["WD-1"]


def mustered(wind_from_deg: float, muster: str = "MP-N"):
    return replace(panel([(VANE, wind_from_deg)]), muster=muster)


CASES = [
    (LEEWARD, mustered(180.0), True),
    (LEEWARD, mustered(0.0), False),
    (LEEWARD, mustered(90.0), False),
    (LEEWARD, mustered(180.0, "MP-S"), False),
    (LEEWARD, mustered(180.0, ""), False),
    (LEEWARD, replace(BASE, panel=None, muster="MP-N", sock=Sock(4, 1)), True),
    (LEEWARD, replace(BASE, panel=None, muster="MP-S", sock=Sock(-1, 0)), False),
    (LEEWARD, replace(BASE, panel=None, muster="MP-S", sock=None), False),
    (READING, panel([(LT, 14.0)]), True),
    (READING, panel([(LT, 13.99)]), False),
    (READING, panel([(LT, 15.01)]), False),
    (READING, replace(BASE, panel=None), False),
    (Condition("reading", "LEL-*", low=5.0), panel([(GAS, 5.0)]), True),
    (Condition("reading", "LEL-*", low=5.0), panel([(LT, 5.0)]), False),
    (STILL, panel([(FI, 100.0)], [(LT, 90)]), True),
    (STILL, panel([(FI, 99.0)], [(LT, 90)]), False),
    (STILL, panel([(FI, 100.0)], [(LT, 89)]), False),
    (STILL, replace(BASE, panel=None), False),
    (Condition("alarm", "LEL-*"), panel(alarms=[(GAS, 2)]), True),
    (Condition("alarm", "LEL-*"), panel(alarms=[(LT, 1)]), False),
    (Condition("alarm", "LT-101"), panel(alarms=[(LT, 1)]), True),
    (Condition("alarm", "LT-101"), replace(BASE, panel=None), False),
    (Condition("alarms", "LEL-*", low=1, high=1), panel(alarms=[(GAS, 1)]), True),
    (Condition("alarms", "LEL-*", low=1, high=1), panel(alarms=[(GAS, 1), (GAS - 1, 2)]), False),
    (Condition("alarms", "LEL-*", low=1, high=1), panel(alarms=[(LT, 1)]), False),
    (Condition("alarms", "LEL-*", low=0, high=1), replace(BASE, panel=None), False),
    (Condition("sees", "pool"), sight("pool", "B1", "wide"), True),
    (Condition("sees", "pool:B1"), sight("pool", "B1", "wide"), True),
    (Condition("sees", "pool:B2"), sight("pool", "B1", "wide"), False),
    (Condition("sees", "pool:B*:wide"), sight("pool", "B1", "wide"), True),
    (Condition("sees", "pool::small"), sight("pool", "B1", "wide"), False),
    (Condition("sees", "fire"), sight("pool", "B1"), False),
    (Condition("told", "gas_alarm"), inbox("gas_alarm"), True),
    (Condition("told", "gas_alarm"), inbox("gas_alarm", kind="order"), False),
    (Condition("told", "gas*"), inbox("gas_alarm"), True),
    (Condition("told", "foam:AFFF", low=10.0), inbox("foam", "AFFF", 10.0), True),
    (Condition("told", "foam:AFFF", low=10.0), inbox("foam", "AFFF", 9.0), False),
    (Condition("told", "foam:AFFF"), inbox("foam", "A", 9.0), False),
    (Condition("told", "cannot:foam*"), inbox("cannot", "foam:FM-1"), True),
    (Condition("noted", "foam:A"), note("foam", "A"), True),
    (Condition("noted", "foam:A"), note("foam", "AFFF"), False),
    (Condition("noted", "missing", low=1.0), note("missing", value=1.0), True),
    (Condition("noted", "missing", low=1.0), note("missing"), False),
    (Condition("hears", "siren"), replace(BASE, heard=("siren",)), True),
    (Condition("hears", "siren"), BASE, False),
    (Condition("smells", low=1.0), body(smell=1), True),
    (Condition("smells", low=1.0), body(smell=0), False),
    (Condition("portable", low=5.0), body(lel=5.0), True),
    (Condition("portable", low=5.0), body(lel=-1.0), False),
    (Condition("sock"), replace(BASE, sock=Sock(1, 1)), True),
    (Condition("sock"), BASE, False),
    (Condition("at", "CR"), BASE, True),
    (Condition("at", "PH"), BASE, False),
    (Condition("worn", "antistatic"), BASE, True),
    (Condition("worn", "scba"), BASE, False),
    (Condition("idle"), BASE, True),
    (Condition("idle"), body(doing="call"), False),
    (Condition("idle"), body(moving=True), False),
    (Condition("time", seconds=2.0), replace(BASE, tick=40), True),
    (Condition("time", seconds=2.0), replace(BASE, tick=39), False),
]


@pytest.mark.parametrize(("condition", "seen", "expected"), CASES, ids=range(len(CASES)))
def test_a_condition_holds_where_it_should(condition, seen, expected):
    assert holds(condition, seen, SITE) is expected


def test_every_kind_is_tried_both_ways():
    for answer in (True, False):
        assert {c.kind for c, _, expected in CASES if expected is answer} == set(CONDITIONS)
