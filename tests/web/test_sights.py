"""What an incident shows and sounds like reaches eyes and ears: every kind of the lists, in every scenario there is.

A kind that rule modules put up and that the front end has no drawer, mark, word or voice for fails here, by its name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from scenarios import load
from scenarios.drill import Drill, build
from scenarios.lint_policy import SIGHTS, SOUNDS
from server.catalogue import seats
from server.cli.serve import LOG, make_house
from server.config import read_config
from server.demo.preparing import CODE_LIFETIME
from server.live.opening import Wish, open_drill
from server.rooms.rows import kind_of, write
from server.store.log import Row
from server.store.sqlite_log import SqliteLog
from server.views import staff, trainee
from sim_core.chance import drill_keys
from sim_core.observation import observe
from sim_core.simulation import advance, jump
from sim_core.world import TICKS_PER_S, Casualty, Sight, World
from tests.server.served import Place
from tests.web.ground import Ground, accessibility, ground_at, shoot
from tests.web.stand import Stand, draw, handed_out
from tests.web.test_trainee import enter
from tests.web.test_world import MOST_CALLS, MOST_TRIANGLES

NAMES = sorted(path.stem for path in (Path(__file__).parents[2] / "scenarios" / "catalogue").glob("*.toml"))
CAST = ("person", "crowd", "vehicle", "device", "casualty")  # those who go about or are operated, drawn as such
ELSEWHERE = ("pool", "overflow", "sparks")  # drawn with the plant itself
SEEDS = (1, 3, 8)
EVERY_S = 10
FAR = {"kind": "free", "x_m": 40, "y_m": 25, "distance_m": 150, "yaw": 0.4, "pitch": -0.55}
NEARER = {**FAR, "x_m": 4, "y_m": 0, "distance_m": 40}
WINDOW, SMALL = {"width": 800, "height": 500}, {"width": 320, "height": 200}
SEED_OF_A_JET_FIRE = 48  # by day somebody lies at the pumps, and the leak burns after three minutes


@dataclass
class Found:
    """What a scenario puts up while nobody does anything, each with a world of it. fullest: the one that shows most."""

    drill: Drill
    fullest: World
    sights: dict[tuple[str, str], Sight] = field(default_factory=dict)
    casualties: dict[str, Casualty] = field(default_factory=dict)
    states: set[str] = field(default_factory=set)
    noises: set[str] = field(default_factory=set)


def courses(name: str) -> Iterator[tuple[Drill, World]]:
    """Every ten seconds of a few drills without a hand in them."""
    scenario = load(name)
    for seed in SEEDS:
        keys = drill_keys(seed)
        played = build(scenario, keys.hidden, keys.world, ())
        point = played.point
        for second in range(EVERY_S, int(scenario.duration_s), EVERY_S):
            point = jump(point, played.rules, second * TICKS_PER_S)
            while point.world.tick < second * TICKS_PER_S and not point.world.ended:
                point, _ = advance(point, played.rules, ())
                point = jump(point, played.rules, second * TICKS_PER_S)
            yield played, point.world
            if point.world.ended:
                break


def found_in(name: str) -> Found:
    """All kinds and states that it puts up."""
    played, world = next(courses(name))
    found = Found(played, world)
    for drill, world in courses(name):
        site = drill.rules.site
        if len(world.sights) > len(found.fullest.sights):
            found.drill, found.fullest = drill, world
        found.noises |= {noise.kind for noise in world.noises}
        found.states |= {state.state for state in world.devices}
        found.sights.update({(one.kind, one.state): one for one in world.sights if not one.id.startswith("lamps")})
        for n in range(len(world.people)):
            seen = observe(world, site, n).seen
            found.casualties.update(
                {s.state: next(c for c in world.casualties if c.id == s.id) for s in seen if s.kind == "casualty"}
            )
    return found


@pytest.fixture(scope="module")
def stand(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stand]:
    sites = [(name, load(name).site) for name in NAMES]
    with handed_out(tmp_path_factory.mktemp("sights"), sites) as address:
        yield Stand(address, browser, [])


@pytest.fixture(autouse=True)
def closed(browser: Browser) -> Iterator[None]:
    yield
    for context in browser.contexts:
        context.close()


def seen_cells(site: Any, *sights: Sight | tuple[str, str, float, float, str], **more: Any) -> dict[str, Any]:
    """What a seat is told that sees these, and nothing else."""
    rows = [(s.kind, s.id, s.x_m, s.y_m, s.state) if isinstance(s, Sight) else s for s in sights]
    cells: dict[str, Any] = {"seat": "OUT", "heard": [], "seen": [[row[0], row[1]] for row in rows], **more}
    for kind, id_, x, y, state in rows:
        cells[f"seen.{kind}.{id_}"] = [float(x) + 0.001, float(y) + 0.001, state]
    return cells


def told_of(page: Page) -> dict[str, Any]:
    told: dict[str, Any] = page.evaluate("window.told")
    return told


def test_every_kind_of_the_lists_is_drawn_marked_and_said(stand: Stand) -> None:
    page = stand.page()
    told = told_of(page)
    for kind in SIGHTS:
        if kind in CAST:
            continue
        assert kind in told["drawers"], f"{kind} has no drawer in the world"
        assert kind in told["marks"], f"{kind} has no mark on the plan"
        assert kind in told["sights"], f"nothing is said of {kind}"
        assert all(told["sights"][kind]["name"][language].strip() for language in ("zh", "en")), kind
        assert told["sights"][kind]["sign"].strip(), f"{kind} is told by its colour alone"
    for kind in SOUNDS:
        page.evaluate("cells => window.trainee(cells, 1)", seen_cells(None, heard=[kind]))
        heard = page.evaluate("window.heard()")
        assert [one for one, _, _ in heard] == [kind] and heard[0][2] > 0, f"{kind} is not heard"
        assert all(heard[0][1][language].strip() for language in ("zh", "en")), f"{kind} has no caption"


STROKES = """async (cells) => {
  window.trainee(cells, 1);
  await new Promise((done) => setTimeout(done, 20));
  world.frame(performance.now());
  return world.effects.sights.drawn;
}"""


def test_each_state_that_has_a_word_is_drawn_too(stand: Stand) -> None:
    """Those as well that need somebody's hand, or bad luck: at a tank, as a sight of it."""
    page = stand.page(site="lpg_sphere_leak")
    page.set_viewport_size(SMALL)
    tank = load("lpg_sphere_leak").site.tanks[0]
    for kind, said in told_of(page)["sights"].items():
        if kind in ELSEWHERE:
            continue
        for state in said["states"] or ("burning",):
            cells = seen_cells(None, (kind, tank.id, tank.x_m, tank.y_m, state))
            assert page.evaluate(STROKES, cells) > 0, f"{kind} {state} is not drawn"
        assert page.evaluate(STROKES, seen_cells(None)) == 0


@pytest.mark.parametrize("name", NAMES)
def test_all_that_a_scenario_puts_up_is_seen_by_staff_and_by_who_may_see_it(stand: Stand, name: str) -> None:
    found = found_in(name)
    page, plan = stand.page(site=name), stand.page(site=name, plan=True)
    told, site = told_of(page), found.drill.rules.site
    bare = {**staff.encode(found.fullest, site), "cloud": [], "sights": [], "noises": []}
    bare = {key: cell for key, cell in bare.items() if not key.startswith(("bund.", "casualty."))}
    quiet = {**bare, **{f"tank.{tank.id}": [1000, 0, 2930] for tank in site.tanks}}
    far = FAR if site.bunds else NEARER
    page.set_viewport_size(SMALL)  # what is drawn is counted; the processor paints it
    empty = draw(page, "trainee", seen_cells(site), 10, far)["calls"]
    for (kind, state), one in found.sights.items():
        row = [kind, one.id, round(10 * one.x_m), round(10 * one.y_m), state, one.inside]
        draw(page, "staff", {**quiet, "sights": [row]}, 10, far)
        by_staff = page.evaluate("world.effects.sights.drawn")
        own = draw(page, "trainee", seen_cells(site, one), 10, far)["calls"]
        # Pools, what pours over a rim and sparks staff have from the plant itself, in numbers.
        elsewhere = kind in ELSEWHERE or one.id in site.bund_index
        assert by_staff or elsewhere, f"{kind} {state} of {one.id} is not drawn for staff"
        dark = (kind, state) == ("sparks", "stopped")  # told in words, and nothing to be seen
        assert dark or own > empty, f"{kind} {state} of {one.id} is not drawn for who sees it"
        said = told["sights"][kind]["states"]
        assert state in said or state in told["plain"], f"nothing is said of {kind} that is {state}"
        plan.evaluate("cells => window.trainee(cells, 1)", seen_cells(site, one))
        if not elsewhere:
            expect(plan.locator(f"[data-sight={kind}][data-state={state}]")).to_have_count(1)
            expect(
                plan.locator("text.bad, text.warn, text.quiet").filter(has_text=told["sights"][kind]["sign"])
            ).not_to_have_count(0)
    for state, who in found.casualties.items():
        assert state in told["casualties"], f"nothing is said of a casualty that is {state}"
        cells = seen_cells(site, ("casualty", who.id, who.x_m, who.y_m, state))
        draw(page, "trainee", cells, 10, far)
        assert page.evaluate("world.cast.actors.filter(one => one.kind === 'casualty').length") == 1
        plan.evaluate("cells => window.trainee(cells, 1)", cells)
        expect(plan.locator(f"[data-casualty={who.id}][data-state={state}]")).to_have_count(1)
    assert found.noises <= set(SOUNDS) and found.states <= set(told["words"]), found.states - set(told["words"])
    cells = staff.encode(found.fullest, site)
    page.set_viewport_size(WINDOW)
    for night in (False, True):
        cost = draw(page, "staff", {**cells, "sky": [night, False, False]}, found.fullest.tick, far)
        assert cost["calls"] <= MOST_CALLS and cost["triangles"] <= MOST_TRIANGLES, cost
        shoot(page, f"sights-{name}-{'night' if night else 'day'}")
    plan.evaluate("([cells, tick]) => window.staff(cells, tick)", [cells, found.fullest.tick])
    for language in ("zh", "en"):
        plan.evaluate("language => window.speak(language)", language)
        shoot(plan, f"sights-{name}-plan-{language}-site")
    assert [one for one in stand.trouble if "404" not in one] == []


def test_a_trainees_scene_holds_what_he_perceives_and_no_more(stand: Stand) -> None:
    played, world = next(
        (drill, world) for drill, world in courses("tank_fire") if any(s.kind == "tank_fire" for s in world.sights)
    )
    site, page = played.rules.site, stand.page(site="tank_fire")
    shown = {}
    for seat, at in (("OUT", "RA"), ("SAF", "LK-E")):  # on the road; on the tower from which one looks onto the tank
        n = next(k for k, p in enumerate(world.people) if p.seat == seat)
        place = site.place[at]
        there = replace(world.people[n], place=at, x_m=place.x_m, y_m=place.y_m, until_tick=0, route=())
        people = (*world.people[:n], there, *world.people[n + 1 :])
        seen = observe(replace(world, people=people), site, n)
        draw(page, "trainee", trainee.encode(seen, [one.tag for one in site.instruments]), seen.tick, FAR)
        shown[seat] = set(page.evaluate("world.effects.sights.kinds"))
        assert shown[seat] == {s.kind for s in seen.seen if s.kind not in CAST}
    assert "fire" in shown["OUT"] and "tank_fire" not in shown["OUT"] and "tank_fire" in shown["SAF"]


EDGE = {"kind": "first", "x_m": 0, "y_m": 0, "height_m": 1.65, "yaw": 1.2, "pitch": -1.3, "place": "MT"}
INSIDE = {"kind": "first", "x_m": 2, "y_m": 2, "height_m": 1.65, "pitch": -0.05, "place": "P3"}
UPWARD = {**INSIDE, "yaw": 0.8, "pitch": 0.6}
GREY = """() => {
  world.effects.group.visible = world.labels.group.visible = false;
  world.frame(performance.now());
  const small = document.createElement("canvas");
  small.width = small.height = 96;
  const pen = small.getContext("2d");
  pen.drawImage(world.renderer.domElement, 0, 0, 96, 96);
  const data = pen.getImageData(0, 0, 96, 96).data;
  return Array.from({ length: 96 * 96 }, (_, n) => (data[4 * n] + data[4 * n + 1] + data[4 * n + 2]) / 3);
}"""


def test_who_lies_in_the_pit_is_seen_from_its_edge_and_who_is_inside_sees_walls(stand: Stand) -> None:
    site, page = load("h2s_pit").site, stand.page(site="h2s_pit")
    bottom = site.place["P3"]
    at_the_mouth = {"body.place": "MT"}
    lies = ("casualty", "W1", bottom.x_m, bottom.y_m, "on_back")
    draw(page, "trainee", seen_cells(site, **at_the_mouth), 10, EDGE)
    without = page.evaluate(GREY)
    draw(page, "trainee", seen_cells(site, lies, **at_the_mouth), 10, EDGE)
    with_him = page.evaluate(GREY)
    changed = sum(abs(a - b) > 8 for a, b in zip(without, with_him, strict=True))
    assert changed > 40, changed
    assert page.evaluate("world.cast.actors.find(one => one.kind === 'casualty').height_m") == bottom.z_m
    shoot(page, "sights-pit-edge")
    # The same words from far off, where nobody looks into the pit: on the ground, not below it.
    draw(page, "trainee", seen_cells(site, lies, **{"body.place": "CP"}), 10, FAR)
    assert page.evaluate("world.cast.actors.find(one => one.kind === 'casualty').height_m") == 0
    draw(page, "trainee", seen_cells(site, **{"body.place": "P3"}), 10, {**INSIDE, "yaw": 0})
    page.wait_for_timeout(300)  # levels of detail follow the eye four times a second
    for quarter in range(4):
        draw(page, "trainee", seen_cells(site, **{"body.place": "P3"}), 10, {**INSIDE, "yaw": 1.5708 * quarter})
        hit = page.evaluate("world.pick(0, 0)")
        assert hit and hit["id"] == "MT" and hit["distance_m"] < 3.0, (quarter, hit)
    draw(page, "trainee", seen_cells(site, **{"body.place": "P3"}), 10, UPWARD)
    shoot(page, "sights-pit-inside")


def _known_drill(place: Place) -> tuple[str, str]:
    """A training drill whose draw is known, before the server starts: its id and the code of the outside operator."""
    house, store = make_house(read_config(place.config), place.data, place.home), SqliteLog(place.data / LOG)
    keys, sounds = drill_keys(SEED_OF_A_JET_FIRE), house.surroundings
    wish = Wish(load("lpg_sphere_leak"), "training", {"OUT": "person"}, "0001", "demo", speed=12.0)
    try:
        with house.catalogue.begin() as db:
            opened = open_drill(db, wish, house.vault, sounds, keys)
            code = seats.issue_code(
                db,
                opened.drill,
                "OUT",
                pepper=house.pepper,
                entropy=sounds.entropy,
                now=sounds.now(),
                lifetime=CODE_LIFETIME,
            )
        store.append([Row(opened.drill, kind_of(opened), 0, write(opened))])
        return opened.drill, code
    finally:
        store.close()
        house.catalogue.dispose()


@pytest.fixture
def burning(browser: Browser, tmp_path: Path) -> Iterator[tuple[Ground, str, str]]:
    """A server with a drill that will burn; its id, and the code of the outside operator's seat."""
    known: list[tuple[str, str]] = []

    def prepare(place: Place) -> None:
        known.append(_known_drill(place))

    with ground_at(tmp_path / "ground", browser, prepare) as ground:
        ground.crew()
        yield ground, *known[0]


def test_a_jet_fire_and_who_lies_hurt_are_on_the_trainees_and_the_examiners_screens(
    burning: tuple[Ground, str, str],
) -> None:
    ground, drill, code = burning
    page = enter(ground, code, size=(800, 500))
    ground.direct(drill, "start")
    examiner = ground.page("examiner-1", f"/drills/{drill}/examine", size=(1024, 768))
    expect(examiner.locator("[data-sight=jet_fire]")).to_have_count(1, timeout=60_000)
    ground.direct(drill, "freeze")
    expect(examiner.locator("[data-casualty]")).to_have_count(1)
    expect(examiner.locator(".labels")).to_contain_text("喷射火")
    expect(examiner.locator(".labels")).to_contain_text("倒地")
    shoot(examiner, "sights-examiner-zh")
    expect(page.locator(".captions")).to_contain_text("大火轰鸣声")
    page.keyboard.press("m")
    sheet = page.locator("[role=dialog]")
    expect(sheet.locator("[data-sight=jet_fire]")).to_have_count(1)
    expect(sheet.locator("[data-casualty]")).to_have_count(1)
    expect(sheet.locator(".labels")).to_contain_text("喷射火")
    expect(sheet.locator(".labels")).not_to_contain_text("%")  # eyes are told words, no shares
    assert accessibility(examiner) == [] and accessibility(page) == []
    shoot(page, "sights-trainee-zh")
