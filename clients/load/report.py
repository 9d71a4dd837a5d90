"""Report: what the clients of a load saw, in figures."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, nan
from statistics import median

from clients.load.client import Client


def quantile(values: Iterable[float], share: float) -> float:
    """The smallest value that `share` (0 < share <= 1) of all do not exceed; nan if there is none."""
    ordered = sorted(values)
    return ordered[ceil(share * len(ordered)) - 1] if ordered else nan


@dataclass(frozen=True, slots=True)
class Report:
    """Figures over all clients.

    seconds: counted. states_hz, ticks_hz: delivered to a client, the least and the median. ack_ms: from an act to its
    acknowledgement. event_ms: from an act to its event on another client, of acts whose event comes with their own
    tick. state_kbit_s: to a seat, median; whole_kbit_s: if every state were sent whole. lost, doubled, late: numbered
    events that never came, came again, came out of order. unanswered, unseen: acts without acknowledgement, without
    their event. dropped: clients by why they were let go. longest_pause_s: between two states of one client.
    own_late_p99_ms: of a bare timer in this process, which bounds what can be seen.
    """

    clients: int
    seconds: float
    acts: int
    states_hz_least: float
    states_hz: float
    ticks_hz_least: float
    ticks_hz: float
    ack_p50_ms: float
    ack_p99_ms: float
    event_p50_ms: float
    event_p95_ms: float
    event_p99_ms: float
    state_kbit_s: float
    whole_kbit_s: float
    longest_pause_s: float
    lost: int
    doubled: int
    late: int
    unanswered: int
    unseen: int
    refused: dict[str, int]
    dropped: dict[str, int]
    own_late_p99_ms: float

    @property
    def whole(self) -> bool:
        """Whether everybody got everything, once and in order."""
        return not (self.lost or self.doubled or self.late or self.unanswered or self.unseen or self.dropped)


def report(clients: Sequence[Client], seconds: float, own_late_s: Sequence[float]) -> Report:
    """Put the figures of all clients together."""
    tables = list({id(client.table): client.table for client in clients}.values())
    ack_s = [value for table in tables for value in table.ack_s]
    event_s = [value for table in tables for value in table.event_s]
    state_hz = [client.states / seconds for client in clients] or [nan]
    tick_hz = [_tick_hz(client) for client in clients] or [nan]
    seats = [client for client in clients if client.chair.seat]
    wholes = [8.0 * client.whole_bytes / client.wholes * client.states / seconds for client in seats if client.wholes]
    return Report(
        clients=len(clients),
        seconds=seconds,
        acts=sum(client.acts for client in clients),
        states_hz_least=min(state_hz),
        states_hz=median(state_hz),
        ticks_hz_least=min(tick_hz),
        ticks_hz=median(tick_hz),
        ack_p50_ms=1000.0 * quantile(ack_s, 0.50),
        ack_p99_ms=1000.0 * quantile(ack_s, 0.99),
        event_p50_ms=1000.0 * quantile(event_s, 0.50),
        event_p95_ms=1000.0 * quantile(event_s, 0.95),
        event_p99_ms=1000.0 * quantile(event_s, 0.99),
        state_kbit_s=median([8.0 * client.state_bytes / seconds / 1000.0 for client in seats] or [nan]),
        whole_kbit_s=median([bits / 1000.0 for bits in wholes] or [nan]),
        longest_pause_s=max((client.longest_pause_s for client in clients), default=nan),
        lost=sum(len(client.missing) for client in clients),
        doubled=sum(client.doubled for client in clients),
        late=sum(client.late for client in clients),
        unanswered=sum(client.unanswered_s is not None for client in clients),
        unseen=sum(table.unseen + len(table.due) for table in tables),
        refused=dict(sum((table.refused for table in tables), Counter())),
        dropped=dict(Counter(client.dropped for client in clients if client.dropped)),
        own_late_p99_ms=1000.0 * quantile(own_late_s, 0.99),
    )


def _tick_hz(client: Client) -> float:
    if client.first is None or client.last is None or client.last[1] <= client.first[1]:
        return 0.0
    return (client.last[0] - client.first[0]) / (client.last[1] - client.first[1])
