"""What must hold once every server is dead: everything that was acknowledged or told is on disk, once."""

from collections import Counter
from hashlib import sha256

from sqlalchemy import select

from server.api.panel_answers import saved
from server.catalogue import drills, panels, results
from server.catalogue.drills import DrillRow
from server.catalogue.engine import reading
from server.cli.judgement import judge
from server.cli.serve import LOG
from server.panel.chain import fault
from server.rooms.rows import ActRow, TickRow, read
from server.store.sqlite_log import SqliteLog
from sim_core import direction
from sim_core.simulation import START
from tests.server.kill_players import Memory
from tests.server.kill_site import EXAMINERS, Site
from tests.server.test_deliver import held


def check_all(site: Site, memory: Memory) -> None:
    """Look at log, records, sheets and results of all drills."""
    assert not memory.wrong, memory.wrong
    told = [line for line in site.log.read_text().splitlines() if '"level": "error"' in line]
    assert not told, told
    with reading(site.house.catalogue) as db:
        rows = drills.list_(db, limit=10_000)
    known = {row.id for row in rows}
    assert {*memory.trainings, *memory.exams} <= known
    store = SqliteLog(site.folder / LOG)
    try:
        for row in rows:
            if row.outcome == "never_opened":
                assert row.id not in memory.trainings + memory.exams, "a drill that was told of has no log"
                continue
            assert store.fault(row.id) is None, row.id
            Course(store, row).check(site, memory)
    finally:
        store.close()
    check_sheets(site, memory)
    check_results(site, memory)


class Course:
    """One drill as its log has it."""

    def __init__(self, store: SqliteLog, row: DrillRow) -> None:
        self.row = row
        stored = [(each.n, read(each.kind, each.payload)) for each in store.read(row.id)]
        self.acts = [(n, each) for n, each in stored if isinstance(each, ActRow)]
        self.ticks = [(n, each) for n, each in stored if isinstance(each, TickRow)]
        self.done = [(each.tick, *act) for _, each in self.ticks for act in each.acts]
        self.chain = [(each.tick, each.chain.hex()) for _, each in self.ticks if each.chain]
        self.lanes: dict[str, list[bytes]] = {}
        for _, each in stored:
            for audience, frames in getattr(each, "lanes", {}).items():
                self.lanes.setdefault(audience, []).extend(frames)

    def check(self, site: Site, memory: Memory) -> None:
        ticks = [each.tick for _, each in self.ticks]
        assert ticks == sorted(set(ticks)), f"{self.row.id}: a tick was worked twice"
        self._acts(memory)
        self._staff(memory)
        self._told(memory)
        if self.row.phase == "sealed":
            self._record(site)

    def _acts(self, memory: Memory) -> None:
        given = Counter((act.seat, act.seq) for _, act in self.acts)
        assert set(given.values()) <= {1}, f"{self.row.id}: an act was logged twice"
        done = Counter(act[1:] for act in self.done)
        assert set(done.values()) <= {1}, f"{self.row.id}: an act was done twice"
        assert set(done) <= set(given), f"{self.row.id}: an act was done that is not in the log"
        logged_at = {(act.seat, act.seq): n for n, act in self.acts}
        done_at = {act: n for n, each in self.ticks for act in each.acts}
        assert all(logged_at[act] < n for act, n in done_at.items()), f"{self.row.id}: done before it was logged"
        values = {(act.seat, act.seq): act.value for _, act in self.acts}
        for (drill, seat, seq), value in memory.acts.items():
            if drill == self.row.id:
                assert values.get((seat, seq)) == value, f"{drill}: act {seq} of {seat} is lost"
        # What came in with the end of the drill is in the log and has no tick; nothing after it may have one.
        for seat in {seat for seat, _ in given}:
            mine = sorted(seq for of, seq in given if of == seat)
            assert mine == list(range(1, len(mine) + 1)), f"{self.row.id}: a gap in the acts of {seat}"
            kept = sorted(seq for of, seq in done if of == seat)
            assert kept == mine[: len(kept)], f"{self.row.id}: an act of {seat} was passed over"
            if seat != direction.STAFF:
                assert len(mine) - len(kept) <= 1, f"{self.row.id}: acts of {seat} were never done"

    def _staff(self, memory: Memory) -> None:
        reasons = Counter(dict(act.words).get("reason", "") for _, act in self.acts if act.seat == direction.STAFF)
        for (drill, reason), taken in memory.staff.items():
            if drill == self.row.id:
                assert reasons[reason] == 1 if taken else reasons[reason] <= 1, f"{drill}: {reason}: {reasons[reason]}"

    def _told(self, memory: Memory) -> None:
        links = dict(self.chain)
        for drill, tick, digest in memory.digests:
            if drill == self.row.id:
                assert digest == links.get(tick) or (tick, digest) == (0, START.hex()), f"{drill}: digest of {tick}"
        for (drill, audience), heard in memory.heard.items():
            if drill == self.row.id:
                lane = self.lanes.get(audience, [])
                assert sorted(heard) == list(range(1, len(heard) + 1)), f"{drill}: {audience} missed events"
                assert len(heard) <= len(lane), f"{drill}: {audience} was told what is not in the log"
                assert [heard[n] for n in sorted(heard)] == lane[: len(heard)], f"{drill}: {audience} heard otherwise"

    def _record(self, site: Site) -> None:
        row, data = self.row, (site.house.records / f"{self.row.id}.ylr").read_bytes()
        assert sha256(data).hexdigest() == row.record_sha256
        verdict = judge(data, [site.house.signer.public_key().public_bytes_raw()])
        assert verdict.ok, verdict.faults
        assert verdict.record is not None
        assert (verdict.record.digest.hex(), row.digest) == (self.chain[-1][1],) * 2
        logs = [span.log() for span in verdict.record.spans]
        in_record = [(timed.tick, timed.act.seat, timed.act.seq) for log in logs for timed in log.acts]
        assert Counter(in_record) == Counter(self.done), f"{row.id}: the record has other acts"


def check_sheets(site: Site, memory: Memory) -> None:
    """Every acknowledged save is in the history, once; the sheet is as it was last acknowledged."""
    with reading(site.house.catalogue) as db:
        for drill in memory.exams:
            for name in EXAMINERS:
                account = site.accounts[name]
                rows = panels.versions_of(db, drill, account)
                assert fault(drill, account, rows) is None
                found = [(row.save_id, row.version, row.hash) for row in rows]
                assert found == memory.saves[drill, name], f"{drill}: saves of {name}"
                assert rows[-1].state == "locked"
                assert saved(rows[-1]).sheet.model_dump() == memory.sheets[drill, name]


def check_results(site: Site, memory: Memory) -> None:
    """One result a final panel, as it was told; the receiver holds one certificate of each, and nothing else."""
    with reading(site.house.catalogue) as db:
        made = db.execute(select(results.results.c.drill, results.results.c.fingerprint)).all()
        final = set(db.execute(select(panels.panels.c.drill).where(panels.panels.c.state == "final")).scalars())
        sent = results.deliveries(db)
    assert Counter(drill for drill, _ in made) == Counter(final) == Counter(memory.exams)
    assert dict(made) == memory.fingerprints
    assert {row.state for row in sent} <= {"delivered"}
    certificates = held(site)
    assert certificates == {row.key: row.fingerprint for row in sent}
    assert sorted(certificates.values()) == sorted(memory.fingerprints.values())
