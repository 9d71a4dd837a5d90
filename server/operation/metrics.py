"""Metrics: what Prometheus reads. A registry of its own, and labels from closed lists only.

No label ever names a drill, a seat or a person, and no metric tells one kind of act from another: with one drill
alive, that would tell what is going on in it. Nor does any count what happens in a drill that is not over: rows written
and frames sent would show when something happened that nobody has been told. A label that is not on its list is a
KeyError, not a new series.
"""

from collections.abc import Iterable, Mapping
from threading import Lock
from typing import TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.metrics import MetricWrapperBase

from clients.protocol.messages import CODES
from server.operation.recent import Recent
from server.operation.vitals import Reading

PHASES = ("lobby", "briefing", "running", "frozen", "ended", "sealed")
SOCKET_CLASSES = ("trainee", "examiner", "director", "observer")
ACTS = ("accepted", "repeated", "refused")
# why the server let go of a client: the codes of the protocol
DROPS = tuple(CODES)
OUTBOX = ("pending", "sending", "delivered", "uncertain", "dead")
DOORS = ("account", "seat", "token")
STATUS_CLASSES = ("1xx", "2xx", "3xx", "4xx", "5xx")

# fine between the aim (2 ms) and the bar (10 ms)
LATENESS_BUCKETS_S = (
    *(0.0002, 0.0005, 0.00075, 0.001, 0.0015, 0.002, 0.0025, 0.003, 0.004, 0.005, 0.006, 0.008, 0.010),
    *(0.015, 0.020, 0.050, 0.100, 0.250, 1.0),
)
COMMIT_BUCKETS_S = (0.0005, 0.001, 0.002, 0.005, 0.010, 0.025, 0.060, 0.120, 0.500, 2.0)
ANSWER_BUCKETS_S = (0.005, 0.020, 0.050, 0.100, 0.250, 1.0, 5.0)
# five seconds of 40 drills or a minute of three, and half a minute of a writer that is busy
LATENESS_KEPT, COMMITS_KEPT = 4096, 2048

Kept = TypeVar("Kept", bound=MetricWrapperBase)


def _by_word(metric: Kept, words: Iterable[str]) -> dict[str, Kept]:
    """Make the one child of each word, so that each is there from the start and no other can come."""
    return {word: metric.labels(word) for word in words}


class Metrics:
    """All of them. The hot ones are told by calls; what can be looked up is filled in from a Reading when asked."""

    def __init__(self) -> None:
        self.registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._drills = _by_word(Gauge("yanlian_drills", "Drills.", ["phase"], registry=registry), PHASES)
        self._connections = _by_word(
            Gauge("yanlian_connections", "Open sockets.", ["socket_class"], registry=registry), SOCKET_CLASSES
        )
        self._slow = Gauge("yanlian_connections_slow", "Sockets that do not keep up.", registry=registry)
        self._log_queued = Gauge("yanlian_log_queued", "Batches waiting for their commit.", registry=registry)
        self._log_trouble = Gauge("yanlian_log_trouble", "1 while the log cannot be written.", registry=registry)
        self._outbox = _by_word(Gauge("yanlian_outbox", "Results to deliver.", ["state"], registry=registry), OUTBOX)
        self._disk_free = Gauge("yanlian_disk_free_bytes", "Free space for data.", registry=registry)
        self._up = Gauge("yanlian_up_seconds", "Seconds since the start.", registry=registry)
        self._clock_step = Gauge("yanlian_clock_step_seconds", "Steps of the time of day.", registry=registry)

        self._lateness = Histogram(
            "yanlian_tick_lateness_seconds", "Ticks.", buckets=LATENESS_BUCKETS_S, registry=registry
        )
        self._commits = Histogram(
            "yanlian_commit_seconds", "Slowest commit of each second.", buckets=COMMIT_BUCKETS_S, registry=registry
        )
        self._answers = Histogram("yanlian_request_seconds", "Answers.", buckets=ANSWER_BUCKETS_S, registry=registry)
        self._requests = _by_word(
            Counter("yanlian_requests", "Requests by status.", ["status"], registry=registry), STATUS_CLASSES
        )
        self._acts = _by_word(Counter("yanlian_acts", "Acts of all seats.", ["outcome"], registry=registry), ACTS)
        self._frames_out = Counter("yanlian_frames_sent", "Messages sent in drills that are over.", registry=registry)
        self._bytes_out = Counter("yanlian_sent_bytes", "Payload sent in drills that are over.", registry=registry)
        self._frames_in = Counter("yanlian_frames_received", "Messages taken in.", registry=registry)
        self._drops = _by_word(
            Counter("yanlian_clients_dropped", "Clients let go.", ["reason"], registry=registry), DROPS
        )
        self._refused = _by_word(
            Counter("yanlian_entries_refused", "Wrong passwords, codes, tokens.", ["door"], registry=registry), DOORS
        )
        self._slowest_s = 0.0  # commit of this second; 0 = there was none
        self._second = Lock()
        self.recent_lateness_s = Recent(LATENESS_KEPT)
        self.recent_commit_s = Recent(COMMITS_KEPT)

    def tick(self, late_s: float) -> None:
        """Note how late a tick began."""
        self._lateness.observe(late_s)
        self.recent_lateness_s.add(late_s)

    def commit(self, seconds: float) -> None:
        """Note how long a commit of the log took; may be called from any thread."""
        with self._second:
            self._slowest_s = max(self._slowest_s, seconds)
        self.recent_commit_s.add(seconds)

    def end_second(self) -> None:
        """Show the slowest commit of a second: a drill under way has one in each, and more than that is not told."""
        with self._second:
            slowest_s, self._slowest_s = self._slowest_s, 0.0
        if slowest_s:
            self._commits.observe(slowest_s)

    def request(self, status: int, seconds: float) -> None:
        """Note an answer over HTTP."""
        self._requests[f"{status // 100}xx"].inc()
        self._answers.observe(seconds)

    def act(self, outcome: str) -> None:
        """Note an act: one of ACTS."""
        self._acts[outcome].inc()

    def sent(self, frames: int, size_bytes: int) -> None:
        """Note messages that were put on the wire of a drill that is over."""
        self._frames_out.inc(frames)
        self._bytes_out.inc(size_bytes)

    def received(self) -> None:
        """Note a message that was taken in."""
        self._frames_in.inc()

    def dropped(self, reason: str) -> None:
        """Note that the server let go of a client: one of DROPS."""
        self._drops[reason].inc()

    def entry_refused(self, door: str) -> None:
        """Note a wrong password, seat code or token: one of DOORS."""
        self._refused[door].inc()

    def render(self, reading: Reading) -> bytes:
        """Write the text format of Prometheus, with this reading."""
        for gauges, numbers in (
            (self._drills, reading.drills),
            (self._connections, reading.connections),
            (self._outbox, reading.outbox),
        ):
            _fill(gauges, numbers)
        self._slow.set(reading.slow)
        self._log_queued.set(reading.log_queued)
        self._log_trouble.set(reading.log_trouble is not None)
        self._disk_free.set(reading.disk_free_bytes)
        self._up.set(reading.up_s)
        self._clock_step.set(reading.clock_step_s)
        return generate_latest(self.registry)


def _fill(gauges: dict[str, Gauge], numbers: Mapping[str, int]) -> None:
    strange = set(numbers) - set(gauges)
    if strange:
        raise KeyError("a label that is not on its list")
    for word, gauge in gauges.items():
        gauge.set(numbers.get(word, 0))
