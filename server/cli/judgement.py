"""Judgement: whether a record holds, in the one order in which that can be told."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from scenarios.drill import Drill, build
from scenarios.hidden import NoDrawError
from scenarios.reader import ScenarioError, from_canonical
from scenarios.sealing import Meta, draw_faults, read_meta
from server.cli.engine import engine_id
from server.cli.failure import DONE, UNUSABLE, WRONG
from server.cli.installation import holds
from server.cli.language import line
from sim_core.record.drill import DrillRecord, RecordError, arrange
from sim_core.record.reading import HeaderError, Reading, read_blocks
from sim_core.record.reexecute import Moment, reexecute
from sim_core.text import Text

_DRAW_TEXTS = {
    "scenario": Text("情景与其哈希不符", "the scenario disagrees with its hash"),
    "commitment": Text("抽取与承诺不符", "the draw disagrees with its commitment"),
    "terms": Text("情景没有所约定的难度", "the scenario has no such stratum as was agreed"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is found of one record. status: exit status. meta, record, drill: as far as they could be read."""

    status: int
    faults: tuple[Text, ...]
    reexecuted: bool = False
    meta: Meta | None = None
    record: DrillRecord | None = None
    drill: Drill | None = None

    @property
    def ok(self) -> bool:
        """Nothing is wrong, and that was seen by running the drill again."""
        return self.status == DONE and self.reexecuted and not self.faults


def judge(
    data: bytes, trusted: Collection[bytes], watch: Callable[[DrillRecord, Moment], None] | None = None
) -> Verdict:
    """Judge a record: header, chain, seal and signature, content, engine, signer, draw, re-execution.

    The first of these that does not hold ends it. trusted: public keys. watch: sees each tick re-executed.
    """
    try:
        reading = read_blocks(data, holds, trusted)
    except HeaderError as error:
        return Verdict(UNUSABLE, (error.text,))
    stranger = _only_stranger(data, reading, trusted)
    if reading.faults and not stranger:
        return Verdict(WRONG, _texts(reading))
    try:
        record = arrange(reading)
        meta = read_meta(record.meta)
    except RecordError as error:
        return Verdict(WRONG, (line(error.fault.zh, error.fault.en),))
    except ValueError as error:
        return Verdict(WRONG, (line(f"概要无法读取：{error}", f"the META block cannot be read: {error}"),))
    verdict = Verdict(WRONG, (), meta=meta, record=record)
    if meta.engine != engine_id():
        return replace(verdict, status=UNUSABLE, faults=(_other_engine(meta),))
    if stranger:
        return replace(verdict, faults=_texts(reading))
    return _run_again(verdict, meta, record, watch)


def _run_again(
    verdict: Verdict, meta: Meta, record: DrillRecord, watch: Callable[[DrillRecord, Moment], None] | None
) -> Verdict:
    try:
        wrong = draw_faults(meta)
        scenario = from_canonical(meta.canonical_scenario())
    except ScenarioError as error:
        return replace(verdict, faults=(line(*error.reason),))
    if wrong:
        return replace(verdict, faults=tuple(_DRAW_TEXTS[name] for name in wrong))
    humans = tuple(seat for seat, who in meta.seats.items() if who != "colleague")
    hidden, world = bytes.fromhex(meta.keys.hidden_key), bytes.fromhex(meta.keys.world_key)
    try:
        drill = build(scenario, hidden, world, humans, terms=meta.terms)
    except NoDrawError:
        return replace(verdict, faults=(_DRAW_TEXTS["terms"],))
    follow = None if watch is None else lambda moment: watch(record, moment)
    faults = reexecute(record, drill.point, drill.rules, follow)
    return replace(
        verdict,
        status=WRONG if faults else DONE,
        faults=tuple(line(fault.zh, fault.en) for fault in faults),
        reexecuted=True,
        drill=drill,
    )


def _only_stranger(data: bytes, reading: Reading, trusted: Collection[bytes]) -> bool:
    """Tell whether nothing is wrong but that the signer is not trusted."""
    if not reading.faults or reading.seal is None or reading.seal.public_key in trusted:
        return False
    return not read_blocks(data, holds, (reading.seal.public_key,)).faults


def _texts(reading: Reading) -> tuple[Text, ...]:
    return tuple(line(fault.zh, fault.en) for fault in reading.faults)


def _other_engine(meta: Meta) -> Text:
    theirs, ours = meta.engine[:12], engine_id()[:12]
    return line(
        f"需用引擎 {theirs}… 重演，本机为 {ours}…；未重演",
        f"needs engine {theirs}… to re-execute, here is {ours}…; not re-executed",
    )
