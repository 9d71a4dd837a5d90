"""Model answer: the expert's plan, played by itself on the same draw, and what the sheet makes of it."""

from scenarios.drill import build
from scenarios.play import COMMANDER, play
from scoring.marks import prefill
from scoring.timeline import response
from server.debrief.opening import facts_of
from server.debrief.proven import Proven
from server.debrief.shapes import ExpertItem, ExpertOut
from server.debrief.words import both, brief, told

EXPERT = "expert"


def model_answer(proven: Proven) -> ExpertOut:
    """Play the draw again with the expert in the commander's seat, colleagues in all others."""
    scenario, keys, terms = proven.drill.scenario, proven.meta.keys, proven.meta.terms
    hidden, world = bytes.fromhex(keys.hidden_key), bytes.fromhex(keys.world_key)
    drill = build(scenario, hidden, world, (COMMANDER,), terms=terms)
    played = play(drill, scenario.policies[EXPERT])
    ticks = played.point.world.tick
    done = {one.item.id: one.done for one in response(played.events, scenario.rubric, (COMMANDER,))}
    sheet = prefill(played.events, scenario.rubric, (COMMANDER,), ticks)
    return ExpertOut(
        ticks,
        f"{sheet.score:.2f}",
        tuple(
            ExpertItem(
                line.item_id,
                None if (deed := done[line.item_id]) is None else deed.tick,
                None if line.seconds is None else f"{line.seconds:.2f}",
                None if line.points is None else f"{line.points:.2f}",
                f"{line.time_points:.2f}",
                brief(both(line.reason)),
            )
            for line in sheet.lines
        ),
        tuple(told(event, scenario.rubric.names) for event in facts_of(played.events)),
    )
