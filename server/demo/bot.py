"""Bot: a policy in a seat of a drill, at the far end of the wire: it sees what the socket brings, nothing else."""

from clients.sdk import DrillClient, EndedError, RefusedError
from scenarios.model import Scenario
from scenarios.play import LOOK_PHASE, LOOK_TICKS
from scenarios.policy import Memory, Policy, decide
from server.views.trainee import decode
from sim_core.acts import Act

OVER = ("ended", "sealed")


async def play_seat(client: DrillClient, scenario: Scenario, policy: Policy) -> int:
    """Play until the drill is over, looking twice a second of the drill, as `scenarios.play` does; acts given."""
    tags = tuple(instrument.tag for instrument in scenario.site.instruments)
    memory, look, given = Memory(), LOOK_PHASE, 0
    try:
        while client.phase not in OVER:
            await client.ready(look)
            await client.until(lambda tick=look: client.state.tick >= tick or client.phase in OVER)  # type: ignore[misc]
            if client.phase in OVER:
                break
            seen = decode(client.state.cells, client.state.tick, tags)
            acts, memory = decide(policy, seen, memory, scenario.site)
            for act in acts:
                await _give(client, act, look)
                given += 1
            look = seen.tick + LOOK_TICKS - (seen.tick - LOOK_PHASE) % LOOK_TICKS
    except EndedError:
        pass
    return given


async def _give(client: DrillClient, act: Act, tick: int) -> None:
    """Give an act that belongs to a tick; where the drill was interrupted meanwhile, once it is there again."""
    while True:
        try:
            await client.act(act.kind, act.target, act.detail, act.value, act.words, act.to, act.via)
            return
        except RefusedError as refused:
            if refused.code != "not_running":
                raise
        await client.until(
            lambda: client.phase in OVER or (client.phase == "running" and client.state.tick >= tick)
        )
        if client.phase in OVER:
            return
