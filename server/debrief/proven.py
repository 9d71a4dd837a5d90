"""Proven: a record whose chain, seal, signer and draw hold, and its drill built again from its keys."""

from collections.abc import Collection
from dataclasses import dataclass

from scenarios.drill import Drill, build
from scenarios.hidden import NoDrawError
from scenarios.reader import ScenarioError, from_canonical
from scenarios.sealing import Meta, draw_faults, read_meta
from server.debrief.shapes import Said
from sim_core.events import Event
from sim_core.pack import PackError
from sim_core.record.container import Seal
from sim_core.record.drill import DrillRecord, RecordError, TimedAct, arrange
from sim_core.record.reading import Check, HeaderError, read_blocks

_DRAW = {
    "scenario": Said("情景与其哈希不符", "the scenario disagrees with its hash"),
    "commitment": Said("抽取与承诺不符", "the draw disagrees with its commitment"),
    "terms": Said("情景没有所约定的难度", "the scenario has no such stratum as was agreed"),
}


class BrokenError(Exception):
    """A record that does not hold."""

    def __init__(self, reason: Said) -> None:
        super().__init__(reason.en)
        self.reason = reason

    def __reduce__(self) -> tuple[type["BrokenError"], tuple[Said]]:
        return BrokenError, (self.reason,)


@dataclass(frozen=True, slots=True)
class Proven:
    """examined: seats that a person or a bot held at the start."""

    meta: Meta
    record: DrillRecord
    seal: Seal
    drill: Drill
    acts: tuple[TimedAct, ...]
    events: tuple[Event, ...]
    examined: tuple[str, ...]
    blocks: int
    size_bytes: int


def prove(data: bytes, check: Check, trusted: Collection[bytes]) -> Proven:
    """Read a record and prove it. BrokenError for whatever does not hold; the first fault is named."""
    try:
        reading = read_blocks(data, check, trusted)
        if reading.faults or reading.seal is None:
            fault = reading.faults[0]
            raise BrokenError(Said(fault.zh, fault.en))
        record = arrange(reading)
        meta = read_meta(record.meta)
        wrong = draw_faults(meta)
        if wrong:
            raise BrokenError(_DRAW[wrong[0]])
        scenario = from_canonical(meta.canonical_scenario())
        logs = [span.log() for span in record.spans]
    except HeaderError as error:
        raise BrokenError(Said(error.text.zh, error.text.en)) from error
    except RecordError as error:
        raise BrokenError(Said(error.fault.zh, error.fault.en)) from error
    except (PackError, ScenarioError, ValueError) as error:
        raise BrokenError(Said(f"记录内容无法读取：{error}", f"its content cannot be read: {error}")) from error
    examined = tuple(seat for seat, who in meta.seats.items() if who != "colleague")
    keys = meta.keys
    hidden, world = bytes.fromhex(keys.hidden_key), bytes.fromhex(keys.world_key)
    try:
        drill = build(scenario, hidden, world, examined, terms=meta.terms)
    except NoDrawError as error:
        raise BrokenError(_DRAW["terms"]) from error
    return Proven(
        meta,
        record,
        reading.seal,
        drill,
        tuple(act for log in logs for act in log.acts),
        tuple(event for log in logs for event in log.events),
        examined,
        len(reading.blocks),
        len(data),
    )
