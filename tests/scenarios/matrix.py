"""The matrix: every scenario, many seeds, the expert, idling, and each careless policy; in shards that can be resumed.

    python -m tests.scenarios.matrix --seeds 20            play what is lacking, then tell what came of it
    python -m tests.scenarios.matrix --seeds 100 --only chlorine_leak,h2s_pit
    python -m tests.scenarios.matrix --seeds 20 --tell     tell only
    python -m tests.scenarios.matrix --seeds 100 --every   all careless policies, not one by turns

One line a drill is kept in out/matrix/<engine>.jsonl, so that an interrupted run goes on where it was; another engine
or another scenario file begins anew. Status 1 if a drill is not as it must be: expert >= 80 without a veto, idle < 60,
a careless policy draws its own veto, no drill longer than its limit, each fifth seed played twice with equal digests.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import mean, pstdev
from time import perf_counter
from typing import Any, NamedTuple

from scenarios import catalogue, load
from scenarios.drill import build
from scenarios.hidden import draw
from scenarios.play import play
from scenarios.strata import stratum
from scoring.marks import prefill
from server.cli.engine import engine_id
from sim_core.chance import drill_keys
from sim_core.world import TICKS_PER_S

FOLDER = Path("out/matrix")
AGAIN = 5  # each so-many-th seed is played twice


class Job(NamedTuple):
    """One drill of the matrix."""

    scenario: str
    seed: int
    policy: str

    @property
    def key(self) -> str:
        """What it is kept under; another file of the scenario is another job."""
        return f"{self.scenario}/{load(self.scenario).hash[:16]}/{self.seed}/{self.policy}"


def jobs(seeds: int, only: set[str], every: bool) -> Iterator[Job]:
    """Seeds go slowest, so that a part of the matrix already says something of every scenario.

    every: all careless policies on each seed, after those that take turns.
    """
    each = [(seed, scenario) for seed in range(1, seeds + 1) for scenario in catalogue()]
    each = [(seed, scenario) for seed, scenario in each if not only or scenario.id in only]
    for seed, scenario in each:
        careless = [f"careless:{veto.id}" for veto in scenario.rubric.vetoes]
        yield Job(scenario.id, seed, "expert")
        yield Job(scenario.id, seed, "idle")
        yield Job(scenario.id, seed, careless[seed % len(careless)])
    for seed, scenario in each if every else ():
        careless = [f"careless:{veto.id}" for veto in scenario.rubric.vetoes]
        yield from (Job(scenario.id, seed, p) for p in careless if p != careless[seed % len(careless)])


def played(job: Job) -> dict[str, Any]:
    """Play one drill, a second time now and then."""
    scenario, keys = load(job.scenario), drill_keys(job.seed)
    began = perf_counter()
    done = play(build(scenario, keys.hidden, keys.world), scenario.policies[job.policy])
    took_s = perf_counter() - began
    world = done.point.world
    sheet = prefill(done.events, scenario.rubric, ("IC",), world.tick)
    twice = job.seed % AGAIN == 0
    again = play(build(scenario, keys.hidden, keys.world), scenario.policies[job.policy]) if twice else done
    return {
        "key": job.key,
        "scenario": job.scenario,
        "seed": job.seed,
        "policy": job.policy,
        "score": float(sheet.score_raw),
        "vetoes": [veto.veto_id for veto in sheet.vetoes],
        "stratum": stratum(scenario, draw(scenario, keys.hidden)),
        "sim_s": world.tick / TICKS_PER_S,
        "wall_s": round(took_s, 3),
        "digest": done.point.chain.hex(),
        "same": again.point.chain == done.point.chain,
        "in_time": world.tick <= scenario.duration_s * TICKS_PER_S,
    }


def wrong(row: dict[str, Any]) -> str:
    """What is not as it must be, "" = nothing."""
    if not row["in_time"]:
        return "longer than its limit"
    if not row["same"]:
        return "other digests on a second run"
    if row["policy"] == "expert":
        return "" if row["score"] >= 80.0 and not row["vetoes"] else f"expert {row['score']} {row['vetoes']}"
    if row["policy"] == "idle":
        return "" if row["score"] < 60.0 else f"idle {row['score']}"
    own = row["policy"].partition(":")[2]
    return "" if own in row["vetoes"] else f"careless without its veto: {row['vetoes']}"


def tell(rows: list[dict[str, Any]]) -> int:
    """A line a scenario, then what is wrong."""
    by: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by[row["scenario"]].append(row)
    for name, own in sorted(by.items()):
        expert = [row for row in own if row["policy"] == "expert"]
        idle = [row["score"] for row in own if row["policy"] == "idle"]
        strata = [[row["score"] for row in expert if row["stratum"] == level] for level in range(1, 6)]
        spread = max((pstdev(scores) for scores in strata if len(scores) > 1), default=0.0)
        scores = [row["score"] for row in expert]
        speed = sum(row["sim_s"] for row in own) / max(1e-9, sum(row["wall_s"] for row in own))
        print(
            f"{name:22} {len(own):4} drills  expert {min(scores, default=0):6.2f}..{max(scores, default=0):6.2f} "
            f"mean {mean(scores) if scores else 0:6.2f}  worst sd in a stratum {spread:5.2f}  "
            f"idle at most {max(idle, default=0):5.2f}  {speed:5.0f} x"
        )
    faults = [(row["key"], why) for row in rows if (why := wrong(row))]
    for key, why in faults:
        print(f"WRONG {key}: {why}")
    print(f"{len(rows)} drills, {len(faults)} wrong")
    return 1 if faults else 0


def main() -> int:
    """Play and tell."""
    reader = argparse.ArgumentParser()
    reader.add_argument("--seeds", type=int, default=20)
    reader.add_argument("--only", default="")
    reader.add_argument("--every", action="store_true", help="every careless policy on every seed")
    reader.add_argument("--tell", action="store_true")
    reader.add_argument("--workers", type=int, default=None)
    asked = reader.parse_args()
    wanted = list(jobs(asked.seeds, {name for name in asked.only.split(",") if name}, asked.every))
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / f"{engine_id()[:16]}.jsonl"
    kept = {}
    if file.exists():
        kept = {row["key"]: row for line in file.read_text("utf-8").splitlines() if (row := json.loads(line))}
    lacking = [] if asked.tell else [job for job in wanted if job.key not in kept]
    with file.open("a", encoding="utf-8") as out, ProcessPoolExecutor(asked.workers) as pool:
        for n, row in enumerate(pool.map(played, lacking, chunksize=2), start=1):
            out.write(json.dumps(row) + "\n")
            out.flush()
            kept[row["key"]] = row
            if sys.stderr.isatty():
                print(f"\r{n}/{len(lacking)}", end="", file=sys.stderr)
    return tell([kept[job.key] for job in wanted if job.key in kept])


if __name__ == "__main__":
    sys.exit(main())
