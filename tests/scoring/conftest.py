"""One small rubric of 100 points and one drill fought well, for the tests to bend."""

from decimal import Decimal

import pytest

from scoring import Item, Pattern, Rubric, Text, Veto
from sim_core.events import Event


def ordered(act: str, subject: str = "") -> tuple[tuple[Pattern, ...], ...]:
    return ((Pattern("ordered", seat="IC", act=act, subject=subject),),)


@pytest.fixture
def rubric() -> Rubric:
    one, half = Decimal(1), Decimal("0.5")
    alarm = Item(
        "alarm", Text("报警", "Raise the alarm"), "procedure", Decimal(15), done=ordered("ALARM"),
        clock=("gas_smell", "gas_alarm"), target_s=55, limit_s=180, floor_s=5, critical=True,
        timing_weight=Decimal(2), axes={"D1": half, "D2": one},
    )  # fmt: skip
    stop = Item(
        "stop", Text("停泵", "Stop the pump"), "procedure", Decimal(15), done=ordered("PUMP_STOP", "P1*"),
        clock=("gas_smell",), target_s=90, limit_s=270, floor_s=9, after=("alarm",),
        timing_weight=one, axes={"D1": one, "D4": one},
    )  # fmt: skip
    isolate = Item(
        "isolate", Text("切断", "Isolate"), "procedure", Decimal(15), done=ordered("VALVE_R"),
        instead=ordered("VALVE_ALT"), instead_if=(Pattern("fact", subject="rosov_failed"),),
        clock=("gas_smell",), target_s=120, limit_s=360, floor_s=12,
        timing_weight=one, axes={"D1": one, "D4": one},
    )  # fmt: skip
    unhurt = Item(
        "unhurt", Text("无人受伤", "Nobody hurt"), "outcome", Decimal(15), never=(Pattern("harm"),),
        needs=ordered("ALARM"), axes={"D4": one, "D5": one},
    )  # fmt: skip
    command = Item("command", Text("指挥", "Command"), "command", Decimal(15), human=True, axes={"D8": one})
    report = Item(
        "report", Text("移交", "Hand over"), "closing", Decimal(10),
        done=((Pattern("told", detail="situation"), Pattern("told", detail="report")), (Pattern("ended"),)),
        axes={"D2": one},
    )  # fmt: skip
    engine = Veto(
        "engine", Text("云中启动发动机", "engine in the cloud"),
        facts=(Pattern("fact", subject="engine*"),), axes=("D1",),
    )  # fmt: skip
    evacuate = Veto(
        "evacuate", Text("未疏散", "no evacuation"), absent=ordered("EVAC")[0], clock=("gas_smell",),
        limit_s=300, axes=("D5",),
    )  # fmt: skip
    return Rubric("sample", "1", (alarm, stop, isolate, unhurt, command, report), (engine, evacuate))


@pytest.fixture
def fought() -> list[Event]:
    """The drill as an able commander fights it: cue at 10 s, alarm 75 s later."""
    return [
        Event(100, "cue_revealed", "DCS", subject="gas_smell"),
        Event(200, "cue_revealed", "IC", subject="gas_smell"),
        Event(1700, "ordered", "IC", "ALARM", "siren", to="DCS"),
        Event(1800, "ordered", "IC", "PUMP_STOP", "P101", to="DCS"),
        Event(1900, "ordered", "IC", "EVAC", "all", to="SAF"),
        Event(2600, "ordered", "IC", "VALVE_R", "V1", to="DCS"),
        Event(9000, "told", "LIA", detail="report", to="IC"),
        Event(10000, "ended", detail="time"),
    ]
