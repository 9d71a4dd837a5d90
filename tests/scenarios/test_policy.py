"""The policy engine: one act at a time, human waits, closed loop, `@` names from what the seat may see."""

from dataclasses import replace

import pytest

from scenarios import Memory, Policy, Step, decide, load
from sim_core.acts import Act
from sim_core.cues import Condition
from sim_core.observation import Body, Observation, PanelView, Sock
from sim_core.site import Site
from sim_core.world import Heard

SITE = load("tank_overfill").site
BODY = Body(185.0, 60.0, "CR", False, "", ("antistatic",), -1.0, "fit", 0, -1.0)
HORN = Condition("hears", "horn")


def panel(wind_from_deg: float) -> PanelView:
    n = len(SITE.instruments)
    readings = [0.0] * n
    readings[SITE.tag_index["WD-1"]] = wind_from_deg
    return PanelView(tuple(readings), (0,) * n, (0,) * n)


def look(second: float, *heard: str, **changed: object) -> Observation:
    seen = Observation(
        int(second * 20), "IC", BODY, False, False, False, None, heard, None, (), (), (), (), False, "", 0.0
    )
    return replace(seen, **changed)  # type: ignore[arg-type]


def play(policy: Policy, *looks: Observation, site: Site = SITE) -> list[tuple[float, Act]]:
    """Acts with the second at which each was given."""
    memory, given = Memory(), []
    for seen in looks:
        acts, memory = decide(policy, seen, memory, site)
        given += [(seen.tick / 20, act) for act in acts]
    return given


def plan(*steps: Step) -> Policy:
    return Policy("own", steps, "B1")


def test_idle_does_nothing() -> None:
    assert play(load("tank_overfill").policies["idle"], *(look(t, "horn", "siren") for t in range(50))) == []


def test_an_act_waits_from_the_moment_its_conditions_first_held() -> None:
    policy = plan(Step("a", Act("declare"), any=(HORN,), wait_s=3.0))
    looks = [look(0), look(1), look(2, "horn"), look(3), look(4), look(5), look(6), look(7)]
    assert play(policy, *looks) == [(5.0, Act("declare"))]


def test_all_and_any_must_hold_together() -> None:
    siren = Condition("hears", "siren")
    policy = plan(Step("a", Act("declare"), any=(HORN,), all=(siren,)))
    assert play(policy, look(0, "horn"), look(1, "siren")) == []
    assert len(play(policy, look(0, "horn", "siren"))) == 1


def test_one_act_at_a_time_with_a_breath_between() -> None:
    policy = plan(Step("a", Act("alarm")), Step("b", Act("stop_work")))
    looks = [look(t / 4) for t in range(9)]
    assert [(t, act.kind) for t, act in play(policy, *looks)] == [(0.0, "alarm"), (1.0, "stop_work")]


def test_nothing_while_the_body_is_busy() -> None:
    policy = plan(Step("a", Act("alarm")))
    busy = replace(BODY, doing="call")
    assert play(policy, look(0, body=busy), look(1, body=busy), look(2)) == [(2.0, Act("alarm"))]


def test_after_unless_and_without() -> None:
    policy = plan(
        Step("b", Act("alarm"), after=("a",)),
        Step("a", Act("declare"), unless=(HORN,)),
        Step("c", Act("handover"), without=("a",), wait_s=1.0),
    )
    given = play(policy, look(0, "horn"), look(2), look(4), look(6), look(8))
    assert [act.kind for _, act in given] == ["declare", "alarm"]


def test_repeats_keep_their_distance() -> None:
    policy = plan(Step("a", Act("read_wind"), wait_s=5.0, times=2))
    assert [t for t, _ in play(policy, *(look(t) for t in range(30)))] == [5.0, 10.0]


ORDER = Act("operate", "P-101", "stop", to="DCS")
READ_BACK = Heard(0, 60, "DCS", "read_back", "operate", "P-101", 0.0, None, "radio")


def test_an_order_without_read_back_is_sent_by_runner_and_not_for_ever() -> None:
    policy = plan(Step("a", ORDER, confirm_s=10.0))
    given = play(policy, *(look(t) for t in range(60)))
    assert [(t, act.via) for t, act in given] == [(0.0, "radio"), (10.0, "runner"), (20.0, "runner")]


def test_a_read_back_closes_the_order() -> None:
    policy = plan(Step("a", ORDER, confirm_s=10.0))
    looks = [look(t, inbox=(READ_BACK,) if t >= 3 else ()) for t in range(60)]
    assert play(policy, *looks) == [(0.0, ORDER)]


@pytest.mark.parametrize(
    "wrong", [{"sender": "OUT"}, {"kind": "report"}, {"topic": "wear"}, {"subject": "XV-101"}, {"tick": -1}]
)
def test_only_the_right_read_back_closes_it(wrong: dict[str, object]) -> None:
    policy = plan(Step("a", ORDER, confirm_s=10.0))
    other = replace(READ_BACK, **wrong)  # type: ignore[arg-type]
    given = play(policy, *(look(t, inbox=(other,)) for t in range(15)))
    assert [act.via for _, act in given] == ["radio", "runner"]


def target(name: str, *looks: Observation) -> str:
    return play(plan(Step("a", Act("evacuate", name), any=(HORN,))), *looks)[0][1].target


@pytest.mark.parametrize(
    ("wind", "muster", "post", "monitor"),
    [
        (0.0, "MP-N", "CP-N", "FM-2"),
        (90.0, "MP-E", "CP-E", "FM-1"),
        (180.0, "MP-S", "CP-S", "FM-1"),
        (270.0, "MP-S", "CP-W", "FM-2"),
    ],
)
def test_upwind_places_by_the_panel(wind: float, muster: str, post: str, monitor: str) -> None:
    seen = look(0, "horn", panel=panel(wind))
    assert [target(f"@upwind_{n}", seen) for n in ("muster", "post", "monitor")] == [muster, post, monitor]


def test_wind_from_the_sock_is_remembered_and_a_hanging_sock_tells_nothing() -> None:
    assert target("@upwind_post", look(0, sock=Sock(4, 1)), look(1, "horn")) == "CP-S"
    assert target("@upwind_post", look(0, sock=Sock(4, 1)), look(1, "horn", sock=Sock(-1, 0))) == "CP-S"
    assert target("@upwind_post", look(0, "horn", sock=Sock(-1, 0))) == "CP-N"


def test_the_muster_is_the_one_announced_whatever_the_wind_does_and_before_that_the_one_upwind() -> None:
    assert target("@muster", look(0, "horn", panel=panel(0.0), muster="MP-S")) == "MP-S"
    assert target("@muster", look(0, "horn", panel=panel(0.0))) == "MP-N"


@pytest.mark.parametrize(("wind", "word"), [(0, "N"), (22, "N"), (23, "NE"), (270, "W"), (338, "N"), (337, "NW")])
def test_the_wind_in_a_call_is_an_octant(wind: float, word: str) -> None:
    policy = plan(Step("a", Act("call", "119", words=(("wind", "@wind"), ("place", "T-101")))))
    assert play(policy, look(0, panel=panel(wind)))[0][1].words == (("wind", word), ("place", "T-101"))
    assert play(policy, look(0))[0][1].words == (("wind", "unknown"), ("place", "T-101"))


def test_deciding_is_pure() -> None:
    policy, seen = load("tank_overfill").policies["expert"], look(0, panel=panel(90.0))
    assert decide(policy, seen, Memory(), SITE) == decide(policy, seen, Memory(), SITE)
