"""`yanlian draw`: from the commitment to the proof, on scenarios of the catalogue's kind that can be drawn."""

import json
import os
import sqlite3
import stat
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import rfc8785

from scenarios import Scenario, catalogue, fair_draw, from_canonical, load
from scenarios.values import values_hash
from server.catalogue import signatures
from server.catalogue.base import new_id
from server.catalogue.signatures import SignatureRow
from server.cli.draw import draw
from server.cli.draw_new import new_command
from server.cli.draw_options import catalogue_in
from server.cli.main import status
from server.cli.surroundings import real_surroundings
from tests.server.conftest import Yanlian

WHO = ("--exam", "2026-05", "--candidate", "K-1")
NEW = ("new", *WHO, "--level", "junior")
NONCE = "考生-4711"


def drawable(of: str, name: str, family: str, substance: str) -> Scenario:
    """A scenario of the catalogue as one that is drawn."""
    authored = json.loads(load(of).canonical)
    calls = {who: {**keys, "substance": [substance]} for who, keys in authored["calls"].items()}
    change = {"id": name, "family": family, "mandatory": False, "calls": calls}
    return from_canonical(rfc8785.dumps({**authored, **change}), name)


SCENARIOS = (
    *(scenario for scenario in catalogue() if scenario.mandatory),
    drawable("tank_fire", "fire_one", "fire_explosion", "crude"),
    drawable("h2s_pit", "fire_two", "fire_explosion", "vcm"),
    drawable("h2s_pit", "vessel", "poisoning", "nitrogen"),
    drawable("chlorine_leak", "ammonia", "poisoning", "ammonia"),
    drawable("tank_overfill", "methanol", "tank_leak", "methanol"),
)


@dataclass(frozen=True)
class Said:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Door:
    """The command in this process, on an installation of its own."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home, self._capsys = home, capsys

    def __call__(self, *args: object) -> Said:
        code = status(["draw", *map(str, args)])
        told = self._capsys.readouterr()
        return Said(code, told.out, told.err)


@pytest.fixture
def door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Door:
    for name in [name for name in os.environ if name.startswith(("LC_", "LANG", "YANLIAN"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("YANLIAN_HOME", str(tmp_path / "home"))
    monkeypatch.setitem(draw.commands, "new", new_command(lambda: SCENARIOS))
    signed(tmp_path / "home", SCENARIOS)
    return Door(tmp_path / "home", capsys)


def signed(home: Path, scenarios: Iterable[Scenario]) -> None:
    """The base has confirmed the values of these scenarios."""
    here = real_surroundings()
    home.mkdir(parents=True, exist_ok=True)
    with catalogue_in(home) as engine, engine.begin() as db:
        for s in scenarios:
            row = SignatureRow(new_id(here.entropy), s.id, values_hash(s), "李工", "", "", here.now())
            signatures.add(db, row)


def test_nobody_is_examined_by_values_that_nobody_has_confirmed(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = drawable("tank_fire", "fire_three", "fire_explosion", "crude")
    monkeypatch.setitem(draw.commands, "new", new_command(lambda: (*SCENARIOS, fresh)))
    refused = door(*NEW)
    assert (refused.status, refused.out) == (2, "")
    assert "fire_three" in refused.err and "fire_one" not in refused.err
    signed(door.home, [fresh])
    assert door(*NEW).status == 0


def sealed_by(door: Door, *more: str) -> Path:
    done = door(*NEW, *more, "--json")
    assert (done.status, done.err) == (0, "")
    return Path(done.json["sealed"])


def one_line(said: Said) -> str:
    assert said.err.startswith("error: ") and said.err.count("\n") == 1
    return said.err


@pytest.mark.parametrize("digest", ["sha256", "sm3"])
def test_a_draw_from_commitment_to_proof(door: Door, tmp_path: Path, digest: str) -> None:
    if not fair_draw.at_hand(digest):
        pytest.skip("this OpenSSL has no SM3")
    public = door(*NEW, "--digest", digest, "--json").json
    assert (public["exam"], public["candidate"], public["attempt"]) == ("2026-05", "K-1", 1)
    assert (public["level"], public["stratum"], public["digest"]) == ("junior", 2, digest)
    sealed = Path(public["sealed"])
    assert stat.S_IMODE(sealed.stat().st_mode) == 0o600
    assert fair_draw.commit(fair_draw.read_sealed(sealed.read_bytes())).commitment == public["commitment"]

    opened = door("open", sealed, "--candidate-nonce", NONCE, "--json").json
    assert opened["revealed"] is False and opened["relaxed"] == []
    assert opened["drawn"][0] in ("fire_one", "fire_two") and opened["drawn"][1] in ("vessel", "ammonia", "methanol")
    early = door("verify", opened["file"], "--json")
    assert (early.status, early.json["ok"]) == (2, False)
    secret = fair_draw.read_sealed(sealed.read_bytes())
    for word in (secret.nonce, secret.committed.server_seed):
        assert word not in Path(opened["file"]).read_text(encoding="utf-8")

    shown = door("open", sealed, "--reveal", "--out", tmp_path / "all.json", "--json").json
    assert (shown["drawn"], shown["revealed"]) == (opened["drawn"], True)
    good = door("verify", tmp_path / "all.json", "--commitment", public["commitment"], "--json")
    assert (good.status, good.err, good.json) == (0, "", {"ok": True, "faults": []})
    held = door("verify", tmp_path / "all.json")
    assert held.status == 0 and "--commitment" in held.out

    drills = json.loads((tmp_path / "all.json").read_bytes())["revealed"]["drills"]
    assert len(drills) == len(SCENARIOS) - 5 + 2
    assert len({drill["key"] for drill in drills}) == len(drills)


def test_what_was_changed_is_named_and_so_is_another_commitment(door: Door, tmp_path: Path) -> None:
    sealed = sealed_by(door)
    door("open", sealed, "--candidate-nonce", NONCE)
    door("open", sealed, "--reveal", "--out", tmp_path / "all.json")
    text = (tmp_path / "all.json").read_text(encoding="utf-8")
    (tmp_path / "bad.json").write_text(text.replace('"substance":"ammonia"', '"substance":"air"'), encoding="utf-8")
    bad = door("verify", tmp_path / "bad.json", "--json")
    assert (bad.status, bad.json["ok"]) == (1, False)
    assert any(fault.startswith("pool/ammonia/2: ") for fault in bad.json["faults"])
    assert "pool/ammonia/2" in one_line(bad)
    other = door("verify", tmp_path / "all.json", "--commitment", "ab" * 32, "--json")
    assert (other.status, other.json["faults"]) == (
        1,
        ["public.commitment: not the commitment that was published"],
    )


def test_a_redraw_is_refused_until_it_is_cancelled_and_both_are_reported(door: Door) -> None:
    sealed = sealed_by(door)
    drawn = door("open", sealed, "--candidate-nonce", NONCE, "--json").json["drawn"]
    before = sorted(sealed.parent.iterdir())
    again = door(*NEW)
    assert again.status == 2 and "attempt 1 has its draw" in one_line(again)
    early = door(*NEW, "--attempt", 2)
    assert early.status == 2 and "attempt 1 must be cancelled" in one_line(early)
    other = door("open", sealed, "--candidate-nonce", "another")
    assert other.status == 2 and "another nonce" in one_line(other)
    assert sorted(sealed.parent.iterdir()) == before  # no sealed file is left of what was refused

    assert door("cancel", *WHO, "--reason", "停电", "--signed-by", "主考 王某", "--json").json["state"] == "cancelled"
    assert door(*NEW, "--attempt", 2).status == 0
    told = door("report", "--json")
    assert (told.status, told.json["ok"], told.json["events"]) == (0, True, 4)
    first, second = told.json["draws"]
    assert (first["state"], first["drawn"]) == ("cancelled", drawn)
    assert (first["cancelled"]["reason"], first["cancelled"]["signed_by"]) == ("停电", "主考 王某")
    assert (second["attempt"], second["state"], second["follows"]) == (2, "committed", "cancelled")
    lines = door("report").out
    assert "停电" in lines and "the attempt before: cancelled" in lines and told.json["head"] in lines


def test_the_same_nonce_again_writes_the_same_file_again(door: Door) -> None:
    sealed = sealed_by(door)
    first = Path(door("open", sealed, "--candidate-nonce", NONCE, "--json").json["file"])
    written = first.read_bytes()
    first.unlink()
    assert door("open", sealed, "--candidate-nonce", NONCE).status == 0
    assert first.read_bytes() == written


def test_the_next_draw_of_a_candidate_knows_the_last_one(door: Door) -> None:
    sealed = sealed_by(door)
    drawn = door("open", sealed, "--candidate-nonce", NONCE, "--json").json["drawn"]
    next_one = door("new", "--exam", "2026-06", "--candidate", "K-1", "--level", "senior", "--json").json
    previous = fair_draw.read_sealed(Path(next_one["sealed"]).read_bytes()).committed.previous
    substances = {each.id: each.calls["119"]["substance"][0] for each in SCENARIOS}
    assert previous.substances == tuple(sorted(substances[name] for name in drawn))
    assert len(previous.axes) == 2


def test_sealed_files_are_never_written_over(door: Door, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text("mine")
    taken = door(*NEW, "--out", kept)
    assert taken.status == 2 and "kept.json" in one_line(taken)
    assert kept.read_text() == "mine"
    assert door("report", "--json").json["events"] == 0
    sealed = sealed_by(door)
    held = sealed.read_bytes()
    onto = door("open", sealed, "--candidate-nonce", NONCE, "--out", sealed)
    assert onto.status == 2 and "not to be written over" in one_line(onto)
    assert sealed.read_bytes() == held


def test_a_sealed_file_that_was_changed_is_wrong(door: Door) -> None:
    sealed = sealed_by(door)
    changed = json.loads(sealed.read_bytes())
    changed["committed"]["server_seed"] = "00" * 32
    sealed.write_text(json.dumps(changed))
    said = door("open", sealed, "--candidate-nonce", NONCE)
    assert said.status == 1 and "not what was committed to" in one_line(said)


def test_a_changed_log_is_reported(door: Door) -> None:
    sealed_by(door)
    with sqlite3.connect(door.home / "catalogue.db") as db:
        db.execute("UPDATE draws SET candidate = 'K-7'")
    told = door("report", "--json")
    assert (told.status, told.json["faults"]) == (1, ["the log was changed at entry 1"])
    one_line(told)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((*NEW, "--digest", "md5"), "'md5' is not one of"),
        (("new", *WHO, "--level", "master"), "'master' is not one of"),
        (("new", "--exam", "a b", "--candidate", "K-1", "--level", "junior"), "at most 64"),
        (("new", "--exam", "a", "--candidate", "../K", "--level", "junior"), "at most 64"),
        ((*NEW, "--attempt", "0"), "not in the range"),
        ((*NEW, "--attempt", "2"), "attempt 1 must be"),
        (("open", "SEALED"), "give --candidate-nonce"),
        (("open", "SEALED", "--reveal", "--candidate-nonce", NONCE), "give --candidate-nonce"),
        (("open", "SEALED", "--reveal"), "not opened"),
        (("open", "SEALED", "--candidate-nonce", "abc"), "4 to 64"),
        (("open", "nowhere.json", "--candidate-nonce", NONCE), "cannot read nowhere.json"),
        (("open", "BAD", "--candidate-nonce", NONCE), "is not a sealed draw"),
        (("open", "SEALED", "--candidate-nonce", NONCE, "--data", "nowhere"), "no data folder"),
        (("verify", "nowhere.json"), "cannot read nowhere.json"),
        (("verify", "BAD"), "not a public draw"),
        (("verify", "SEALED"), "not a public draw"),
        (("verify", "BAD", "--commitment", "xyz"), "64 hex digits"),
        (("cancel", *WHO, "--reason", " ", "--signed-by", "W"), "a reason and who signs"),
        (("cancel", *WHO, "--attempt", "3", "--reason", "r", "--signed-by", "W"), "no such draw"),
        (("cancel", *WHO, "--reason", "r"), "signed-by"),
        (("report", "--data", "nowhere"), "no data folder"),
    ],
)
def test_bad_input_is_one_line(door: Door, tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    bad = tmp_path / "bad.json"
    bad.write_bytes(b"\xff\x00")
    sealed = sealed_by(door, "--exam", "2026-00")
    done = door(*({"SEALED": sealed, "BAD": bad}.get(arg, arg) for arg in args))
    assert done.status == 2 and said in one_line(done)


def test_a_catalogue_that_is_no_database_is_told(door: Door) -> None:
    (door.home / "catalogue.db").write_text("this is no database, however long one looks at it" * 100)
    said = door("report")
    assert said.status == 2 and "cannot use" in one_line(said)


def test_scenarios_of_one_kind_alone_are_not_drawn_from(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(draw.commands, "new", new_command(lambda: SCENARIOS[:-3]))
    said = door(*NEW)
    assert said.status == 2 and "others needs 1, there are 0" in one_line(said)
    assert not list(door.home.glob("draws/*"))


def test_a_scenario_for_training_alone_is_not_in_the_pool(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = tuple(s if s.mandatory else replace(s, examined=False) for s in SCENARIOS)
    monkeypatch.setitem(draw.commands, "new", new_command(lambda: alone))
    said = door(*NEW)
    assert said.status == 2 and "there are 0" in one_line(said)


def test_both_languages(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YANLIAN_LANG", "zh")
    said = door(*NEW)
    assert "承诺（sha256）：" in said.out and "commitment" not in said.out
    assert door(*NEW).err.startswith("错误：第 1 次已有抽签")
    assert "已承诺" in door("report").out


def test_through_the_door_with_the_catalogue_as_it_is(yanlian: Yanlian, tmp_path: Path) -> None:
    """As soon as scenarios of both kinds can be drawn, the command draws from them; before that it says so."""
    refused = yanlian("draw", *NEW, "--data", tmp_path, "--json")
    assert refused.returncode == 2 and "values not confirmed yet" in refused.stderr
    assert yanlian("scenarios", "sign", "all", "--by", "李工", "--data", tmp_path).returncode == 0
    can = {("fire" if each.family == "fire_explosion" else "other") for each in catalogue() if not each.mandatory}
    done = yanlian("draw", *NEW, "--data", tmp_path, "--json")
    if can < {"fire", "other"}:
        assert done.returncode == 2
        assert done.stderr.startswith("error: too few scenarios to draw from") and done.stderr.count("\n") == 1
        return
    assert done.returncode == 0, done.stderr
    sealed, revealed = json.loads(done.stdout)["sealed"], tmp_path / "all.json"
    for last in (("--candidate-nonce", NONCE), ("--reveal", "--out", revealed)):
        assert yanlian("draw", "open", sealed, *last, "--data", tmp_path).returncode == 0
    assert json.loads(yanlian("draw", "verify", revealed, "--json").stdout) == {"ok": True, "faults": []}


def test_help_explains_when_to_reveal(yanlian: Yanlian) -> None:
    told = yanlian("draw", "open", "--help").stdout
    assert "--reveal" in told and "sitting is over" in " ".join(told.split())
