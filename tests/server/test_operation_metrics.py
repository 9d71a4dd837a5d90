"""Metrics: closed labels, no ids, and figures that are what was told."""

from dataclasses import replace

import pytest
from prometheus_client.parser import text_string_to_metric_families

from clients.protocol.messages import CODES
from server.operation.metrics import ACTS, DOORS, OUTBOX, PHASES, SOCKET_CLASSES, STATUS_CLASSES, Metrics
from server.operation.recent import Recent
from server.operation.vitals import Reading
from server.rooms.life import LIFE
from sim_core.text import Text

READING = Reading(
    version="0.1.0",
    drills={"running": 2, "sealed": 5},
    connections={"trainee": 8},
    log_queued=3,
    log_trouble=None,
    outbox={"pending": 1},
    delivery_up=True,
    disk_free_bytes=50_000_000_000,
    disk_total_bytes=100_000_000_000,
    up_s=61.0,
    clock_step_s=0.0,
)


def samples(metrics: Metrics, reading: Reading = READING) -> dict[tuple[str, ...], float]:
    """Value by name and label values."""
    families = text_string_to_metric_families(metrics.render(reading).decode())
    return {(s.name, *s.labels.values()): s.value for family in families for s in family.samples}


def test_what_was_told_is_shown() -> None:
    metrics = Metrics()
    metrics.tick(0.0015)
    metrics.commit(0.001)
    metrics.commit(0.004)
    metrics.end_second()
    metrics.end_second()
    metrics.request(404, 0.01)
    metrics.act("accepted")
    metrics.sent(3, 900)
    metrics.received()
    metrics.dropped("too_slow")
    metrics.entry_refused("seat")
    seen = samples(metrics)
    assert seen["yanlian_tick_lateness_seconds_bucket", "0.001"] == 0
    assert seen["yanlian_tick_lateness_seconds_bucket", "0.002"] == 1
    assert seen["yanlian_commit_seconds_sum",] == 0.004  # the slowest, and nothing of how many there were
    assert seen["yanlian_commit_seconds_count",] == 1
    assert seen["yanlian_requests_total", "4xx"] == 1
    assert seen["yanlian_acts_total", "accepted"] == 1
    assert seen["yanlian_frames_sent_total",] == 3
    assert seen["yanlian_sent_bytes_total",] == 900
    assert seen["yanlian_frames_received_total",] == 1
    assert seen["yanlian_clients_dropped_total", "too_slow"] == 1
    assert seen["yanlian_entries_refused_total", "seat"] == 1


def test_a_reading_is_shown_and_what_is_over_goes_back_to_zero() -> None:
    metrics = Metrics()
    assert samples(metrics)["yanlian_drills", "running"] == 2
    assert samples(metrics)["yanlian_outbox", "pending"] == 1
    later = replace(READING, drills={}, log_trouble=Text("磁盘已满", "disk full"))
    seen = samples(metrics, later)
    assert seen["yanlian_drills", "running"] == 0
    assert seen["yanlian_log_trouble",] == 1


def test_labels_come_from_closed_lists() -> None:
    words = {*PHASES, *SOCKET_CLASSES, *ACTS, *CODES, *OUTBOX, *DOORS, *STATUS_CLASSES}
    metrics = Metrics()
    for name, *labels in samples(metrics):
        if name.endswith("_bucket"):
            labels = [label for label in labels if float(label) < 0]
        assert set(labels) <= words, name


def test_every_phase_of_life_has_its_gauge() -> None:
    assert {phase for phase, _ in LIFE} | set(LIFE.values()) == set(PHASES)


@pytest.mark.parametrize("planted", ["0123456789abcdef", "commander", ""])
def test_an_id_cannot_become_a_label(planted: str) -> None:
    metrics = Metrics()
    for tell in (metrics.act, metrics.dropped, metrics.entry_refused):
        with pytest.raises(KeyError):
            tell(planted)
    for field in ("drills", "connections", "outbox"):
        with pytest.raises(KeyError) as caught:
            metrics.render(replace(READING, **{field: {planted: 1}}))  # type: ignore[arg-type]
        assert not planted or planted not in str(caught.value)
    assert not planted or planted.encode() not in metrics.render(READING)


def test_two_servers_in_one_process_do_not_share() -> None:
    first, second = Metrics(), Metrics()
    first.act("accepted")
    assert samples(second)["yanlian_acts_total", "accepted"] == 0


@pytest.mark.parametrize(("share", "expected"), [(0.5, 2.0), (0.75, 3.0), (0.76, 4.0), (1.0, 4.0)])
def test_quantile(share: float, expected: float) -> None:
    recent = Recent(4)
    for value in (9.0, 4.0, 1.0, 3.0, 2.0):
        recent.add(value)
    assert recent.quantile(share) == expected


def test_quantile_of_nothing() -> None:
    assert Recent(4).quantile(0.99) is None
