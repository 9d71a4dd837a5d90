"""What a rule module offers the core: everything of the protocol, constants only, periods that the cycle holds."""

from sim_core.rules import Rules
from sim_core.schedule import CYCLE, waits
from tests.drills import SCENARIO, Stage, drill

OFFERED = {name for name in vars(Rules) if not name.startswith("_")}


def test_a_rule_module_offers_all_that_the_core_asks():
    rules = drill().rules
    assert sorted(OFFERED) == [
        "calls", "chance", "check_words", "close", "cues", "demands", "effects", "limit_tick", "phenomena",
        "refuses", "risky", "sample", "site", "upwind", "waits", "whereabouts", "why_not",
    ]  # fmt: skip
    assert all(hasattr(rules, name) for name in OFFERED)


def test_phenomena_are_found_by_the_schedule():
    rules = drill().rules
    assert rules.waits == waits(tuple((p.period, p.phase) for p in rules.phenomena))
    assert all(CYCLE % p.period == 0 and 0 <= p.phase < p.period for p in rules.phenomena)
    assert len({p.name for p in rules.phenomena}) == len(rules.phenomena)
    assert rules.limit_tick == SCENARIO.duration_s * 20


def test_rules_hold_no_state():
    """A second drill under the same rules goes as the first did."""
    played = drill(humans=("IC",), overflow_at_s=5.0)
    first, second = Stage(played), Stage(played)
    for stage in (first, second):
        stage.act("IC", "operate", "P-101", "stop", to="DCS")
        stage.wait(40)
    assert first.point.chain == second.point.chain and first.events == second.events


def test_risky_is_near_the_bund_and_outdoors():
    rules = drill().rules
    assert {p.id for p in SCENARIO.site.places if rules.risky(p.id)} >= {"XV1", "HV1", "RB", "FM1", "MC1", "RE"}
    assert not any(rules.risky(p.id) for p in SCENARIO.site.places if p.indoors or p.kind in ("muster", "post"))
