"""Health: each thing that can be wrong turns its own check, and no other."""

import re
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

import pytest

from server.operation.health import judge
from server.operation.page import CONTENT_POLICY, health_page
from server.operation.vitals import ClockWatch, Reading
from server.surroundings import Surroundings
from sim_core.text import Text

READING = Reading(
    version="0.1.0",
    drills={"running": 2, "frozen": 1, "sealed": 50},
    connections={"trainee": 8, "examiner": 3},
    log_queued=3,
    log_trouble=None,
    outbox={"pending": 1, "delivered": 40},
    delivery_up=True,
    disk_free_bytes=50_000_000_000,
    disk_total_bytes=100_000_000_000,
    up_s=90_061.0,
    clock_step_s=0.01,
)
BEIJING = datetime(2026, 3, 1, 8, 30, 5, tzinfo=timezone(timedelta(hours=8)))


def failing(reading: Reading, late_s: float | None = 0.002, commit_s: float | None = 0.004) -> list[str]:
    return [check.id for check in judge(reading, late_s, commit_s, 2048).checks if not check.well]


def test_all_is_well() -> None:
    assert failing(READING) == []
    assert judge(READING, 0.002, 0.004, 2048).status == "ok"


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ({"log_trouble": Text("磁盘已满", "disk full")}, "log"),
        ({"disk_free_bytes": 2_047_999_999}, "disk"),
        ({"log_queued": 1001}, "queue"),
        ({"delivery_up": False}, "delivery"),
        ({"outbox": {"dead": 1}}, "outbox"),
        ({"clock_step_s": 2.1}, "clock"),
        ({"clock_step_s": -2.1}, "clock"),
    ],
)
def test_each_trouble_turns_its_check(change: dict[str, Any], check: str) -> None:
    reading = replace(READING, **change)
    assert failing(reading) == [check]
    assert judge(reading, None, None, 2048).status == "degraded"


def test_delays_turn_their_checks() -> None:
    assert failing(READING, late_s=0.0101) == ["ticks"]
    assert failing(READING, commit_s=0.0601) == ["commits"]
    assert failing(READING, late_s=0.010, commit_s=0.060) == []


def test_a_server_without_drills_and_destinations_is_well() -> None:
    idle = replace(READING, drills={}, connections={}, outbox={}, delivery_up=None)
    assert failing(idle, None, None) == []


def test_the_page_says_everything_in_both_languages() -> None:
    health = judge(READING, 0.002, 0.0041, 2048)
    page = health_page(health, READING, BEIJING)
    for check in health.checks:
        assert check.name.zh in page
        assert check.name.en in page
    for shown in ("一切正常", "All is well", "4.1 毫秒", "1:01:01", "2026-03-01 08:30:05+08:00", "0.1.0", "<b>3</b>"):
        assert shown in page


def test_the_page_puts_trouble_first_with_advice() -> None:
    reading = replace(READING, clock_step_s=3600.0, log_trouble=Text("磁盘 <已满>", "disk <full>"))
    health = judge(reading, 0.002, 0.004, 2048)
    page = health_page(health, reading, BEIJING)
    log, clock = (next(check for check in health.checks if check.id == id_) for id_ in ("log", "clock"))
    fine = next(check for check in health.checks if check.id == "disk")
    assert page.index(log.name.zh) < page.index(clock.name.zh) < page.index(fine.name.zh)
    assert log.advice.zh in page
    assert clock.advice.en in page
    assert fine.advice.zh not in page
    assert "disk &lt;full&gt;" in page
    assert "<full>" not in page


def test_the_page_loads_and_runs_nothing() -> None:
    page = health_page(judge(READING, None, None, 2048), READING, BEIJING)
    assert not re.findall(r"<script|<link|<img|src=|href=|url\(|@import|style=|\son\w+=", page)
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert b64encode(sha256(style.encode()).digest()).decode() in CONTENT_POLICY
    assert CONTENT_POLICY.startswith("default-src 'none'; ")


def test_a_clock_that_was_set_is_noticed() -> None:
    now, monotonic_s = [datetime(2026, 3, 1, tzinfo=UTC)], [100.0]
    watch = ClockWatch(Surroundings(lambda: now[0], lambda: monotonic_s[0], bytes))
    now[0] += timedelta(seconds=60)
    monotonic_s[0] += 60
    assert (watch.up_s(), watch.step_s()) == (60.0, 0.0)
    now[0] -= timedelta(hours=1)
    assert (watch.up_s(), watch.step_s()) == (60.0, -3600.0)
