"""The world in a real browser, under the server's policy: real scenes drawn, picked, within the budget of a frame."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from scenarios.drill import Drill
from server.views import staff, trainee
from sim_core.observation import observe
from sim_core.simulation import advance, jump
from sim_core.world import TICKS_PER_S, World
from tests.drills import drill
from tests.web.ground import shoot
from tests.web.stand import Stand, draw, handed_out

MOST_CALLS, MOST_TRIANGLES = 250, 300_000
GREY = """() => {
  const small = document.createElement("canvas");
  small.width = small.height = 64;
  const pen = small.getContext("2d");
  world.frame(performance.now());
  pen.drawImage(world.renderer.domElement, 0, 0, 64, 64);
  const data = pen.getImageData(0, 0, 64, 64).data;
  return Array.from({ length: 4096 }, (_, n) => (data[4 * n] + data[4 * n + 1] + data[4 * n + 2]) / 3);
}"""
ROOF = "world.effects.rain.high[0].toArray()"


@pytest.fixture
def stand(browser: Browser, address: str) -> Iterator[Stand]:
    yield Stand(address, browser, [])
    for context in browser.contexts:  # a world that nobody looks at would go on drawing
        context.close()


@pytest.fixture(scope="module")
def address(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = drill().rules.site
    with handed_out(tmp_path_factory.mktemp("world"), [(site.id, site)]) as address:
        yield address


def after(played: Drill, seconds: int) -> World:
    """The drill that far on, if nobody does anything."""
    point, tick = jump(played.point, played.rules, seconds * TICKS_PER_S), seconds * TICKS_PER_S
    while point.world.tick < tick and not point.world.ended:
        point, _ = advance(point, played.rules, ())
        point = jump(point, played.rules, tick)
    return point.world


FREE = {"kind": "free", "x_m": 40, "y_m": 25, "distance_m": 150, "yaw": 0.4, "pitch": -0.55}
OWN = {"kind": "first", "x_m": 20, "y_m": -14, "height_m": 1.7, "yaw": 0.3, "pitch": 0.05}


def test_a_real_drill_is_drawn_within_the_budget_of_a_frame(stand: Stand) -> None:
    played = drill(humans=(), overflow_at_s=30.0)
    site, page = played.rules.site, stand.page()
    before, spilled = after(played, 10), after(played, 200)
    quiet = draw(page, "staff", staff.encode(before, site), before.tick, FREE)
    loud = draw(page, "staff", staff.encode(spilled, site), spilled.tick, FREE)
    assert spilled.hazard.pools[0].area_m2 > 100 and spilled.hazard.train.puffs.shape[1] > 0
    assert loud["calls"] > quiet["calls"]  # what pours, lies and drifts is drawn
    drawn = "world.effects.cloud.mesh.visible"
    assert page.evaluate(drawn)
    # a debrief that stands still switches it by itself, no new scene comes
    assert page.evaluate(f"() => [false, true].map(shown => (world.showCloud(shown), {drawn}))") == [False, True]
    shoot(page, "world-staff")
    seen = observe(spilled, site, next(n for n, p in enumerate(spilled.people) if p.seat == "OUT"))
    cells = trainee.encode(seen, [one.tag for one in site.instruments])
    own = draw(page, "trainee", cells, seen.tick, OWN)
    shoot(page, "world-trainee")
    for told in (quiet, loud, own):
        assert 0 < told["calls"] <= MOST_CALLS and told["triangles"] <= MOST_TRIANGLES, told
    assert [one for one in stand.trouble if "404" not in one] == []


def brightness(page: Page) -> float:
    """Mean grey of the picture, 0..255. AssertionError if it is an empty one."""
    grey: list[float] = page.evaluate(GREY)
    assert max(grey) - min(grey) > 20
    return sum(grey) / len(grey)


def test_night_is_dark_to_ones_own_eyes_and_readable_to_those_who_watch(stand: Stand) -> None:
    played = drill(overflow_at_s=30.0)
    page, world = stand.page(), after(played, 200)
    cells = {**staff.encode(world, played.rules.site), "cloud": []}  # which is as bright by night
    assert page.evaluate("world.glasses.length") > 0  # the model's own road lamps shine, none of ours beside them
    means: dict[tuple[str, str], float] = {}
    for sky, name in (([False] * 3, "day"), ([True, False, False], "night"), ([True, True, False], "night-fog")):
        for eye in (OWN, FREE):
            draw(page, "staff", {**cells, "sky": sky}, world.tick, eye)
            means[name, eye["kind"]] = brightness(page)
            shoot(page, f"world-{name}-{eye['kind']}")
            expect(page.locator(".sky")).to_have_count(int(eye is FREE and name != "day"))
    for name in ("night", "night-fog"):
        assert means[name, "first"] < 0.4 * means["day", "first"]
        assert 0.5 * means["day", "free"] < means[name, "free"] < 0.75 * means["day", "free"]
    expect(page.locator(".sky")).to_have_text("night, fog · picture brightened")


@pytest.mark.parametrize("night", [False, True])
def test_rain_falls_wets_the_ground_and_costs_one_draw_call(stand: Stand, night: bool) -> None:
    played = drill(overflow_at_s=30.0)
    page, world, site = stand.page(), after(played, 200), played.rules.site
    cells = {**staff.encode(world, site), "cloud": []}
    told, floors, means = [], [], []
    for rain in (False, True):
        told.append(draw(page, "staff", {**cells, "sky": [night, False, rain]}, world.tick, OWN))
        floors.append(page.evaluate("[...world.wet.floors.keys()].map(one => one.color.r)"))
        means.append(brightness(page))
    assert told[1]["calls"] == told[0]["calls"] + 1 <= MOST_CALLS and told[1]["triangles"] <= MOST_TRIANGLES
    assert len(floors[0]) >= 4 and all(wet < dry for dry, wet in zip(*floors, strict=True))
    assert means[1] != means[0]
    shoot(page, f"world-rain-{'night' if night else 'day'}-first")
    draw(page, "staff", {**cells, "sky": [night, False, True]}, world.tick, FREE)
    shoot(page, f"world-rain-{'night' if night else 'day'}-free")
    assert page.evaluate(ROOF)[1] > 4  # the pump house keeps the rain off
    seat = next(n for n, p in enumerate(world.people) if p.seat == "OUT")
    seen = observe(replace(world, weather=replace(world.weather, rain=True)), site, seat)
    draw(page, "staff", cells, world.tick, OWN)
    assert not page.evaluate("world.effects.rain.lines.visible")
    assert page.evaluate("[...world.wet.floors.keys()].map(one => one.color.r)") == floors[0]
    draw(page, "trainee", trainee.encode(seen, [one.tag for one in site.instruments]), seen.tick, OWN)
    assert page.evaluate("world.effects.rain.lines.visible")


def test_what_a_finger_touches_is_named(stand: Stand) -> None:
    played = drill()
    page, world = stand.page(), after(played, 5)
    cells = {**staff.encode(world, played.rules.site), "person.OUT": [200, -160, "", "", "ok", [], -1, False, False]}
    toward_tank = {"kind": "first", "x_m": 20, "y_m": -25, "height_m": 1.7, "yaw": 0, "pitch": 0.2}
    draw(page, "staff", cells, world.tick, toward_tank)
    page.locator("canvas").click(position={"x": 400, "y": 250})
    assert page.evaluate("window.picked")["id"] == "T-101"
    draw(page, "staff", cells, world.tick, {**toward_tank, "pitch": -0.06})
    page.locator("canvas").click(position={"x": 400, "y": 250})
    assert page.evaluate("window.picked")["id"] == "OUT"
    assert page.evaluate("world.pick(0, 0).part") == "person"


def test_a_model_that_is_missing_is_told_and_plain_shapes_stand_in(stand: Stand) -> None:
    page = stand.page()
    assert page.evaluate("world.model") == "model"
    expect(page.get_by_role("status")).to_have_count(0)
    page.close()
    page = stand.page(model="nowhere.glb")
    expect(page.get_by_role("status")).to_contain_text("plain shapes")
    assert page.evaluate("world.model") == "plain"
    assert page.evaluate("world.devicePart('HV-101', 'wheel') !== null")


def test_a_wheel_turns_as_far_as_the_valve_is_open_or_the_hand_has_it(stand: Stand) -> None:
    played = drill()
    page, world = stand.page(), after(played, 5)
    cells = staff.encode(world, played.rules.site)
    turn = "() => { const { x, y, z, w } = world.devicePart('HV-101', 'wheel').quaternion; return Math.abs(w); }"
    draw(page, "staff", {**cells, "device.HV-101": ["closed", 0, False]}, world.tick, FREE)
    assert page.evaluate(turn) == pytest.approx(1.0)
    page.evaluate("world.setTurn('HV-101', 0.5)")  # half a turn: the quaternion's w is cos 90 deg
    assert page.evaluate(turn) == pytest.approx(0.0, abs=1e-6)


def test_a_card_that_drops_the_picture_is_told_and_it_comes_back(stand: Stand) -> None:
    page = stand.page()
    page.evaluate("window.lose = world.renderer.getContext().getExtension('WEBGL_lose_context'); lose.loseContext()")
    expect(page.get_by_role("status")).to_contain_text("dropped the picture")
    page.evaluate("lose.restoreContext()")
    expect(page.get_by_role("status")).to_have_count(0)
    world = after(drill(), 5)
    assert draw(page, "staff", staff.encode(world, drill().rules.site), world.tick, FREE)["calls"] > 10


def test_without_webgl_it_says_so(stand: Stand) -> None:
    page = stand.browser.new_context(locale="en-US").new_page()
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto(stand.address)
    expect(page.get_by_role("status")).to_contain_text("no WebGL")
