import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from server.cli.judgement import judge
from sim_core.record.drill import DrillRecord
from sim_core.record.reexecute import Moment
from tests.server.conftest import SIGNER, Yanlian


@pytest.fixture
def replay(yanlian: Yanlian, short_file: Path, keys_file: Path) -> Yanlian:
    def call(*args: object, file: Path = short_file) -> CompletedProcess[str]:
        return yanlian("replay", file, "--keys", keys_file, *args)

    return call


def test_replay_gives_the_digest_at_a_tick(replay: Yanlian, short_record: bytes) -> None:
    chains = dict[int, str]()

    def watch(record: DrillRecord, moment: Moment) -> None:
        chains[moment.after.world.tick] = moment.after.chain.hex()

    assert judge(short_record, (SIGNER,), watch).ok
    done = replay("--to", 421, "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["ok"], found["at_tick"], found["digest"]) == (0, True, 421, chains[421])
    assert chains[421] not in (chains[401], chains[800])


def test_replay_without_a_tick_goes_to_the_end(replay: Yanlian) -> None:
    found = json.loads(replay("--json").stdout)
    assert (found["ok"], found["at_tick"], found["ticks"]) == (True, 800, 800)


def test_replay_shows_what_happened_up_to_the_tick(replay: Yanlian) -> None:
    told = replay().stdout
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in told)
    *whole, last = told.splitlines()
    assert last.startswith("the record holds")
    assert "[end] time is up" in whole[-1]
    *half, last = replay("--to", 400).stdout.splitlines()
    assert half == [line for line in whole if line[:5] < "00:20"]
    assert half != whole


def test_replay_of_a_damaged_record_shows_nothing(replay: Yanlian, short_record: bytes, tmp_path: Path) -> None:
    bad = tmp_path / "bad.ylr"
    bad.write_bytes(short_record[:-1])
    done = replay(file=bad)
    assert (done.returncode, done.stdout) == (1, "")


@pytest.mark.parametrize(("tick", "why"), [("801", "the drill ends at tick 800"), ("-1", "not in the range")])
def test_a_tick_outside_the_drill_is_bad_usage(replay: Yanlian, tick: str, why: str) -> None:
    done = replay("--to", tick)
    assert done.returncode == 2
    assert why in done.stderr
