"""What a seat hears: nothing before a hand has touched the page, then sound that can be measured, and its caption."""

from playwright.sync_api import Page, expect

from tests.web.ground import Ground, accessibility, shoot, until
from tests.web.test_trainee import caption, enter, pick

# Beside whatever goes to the loudspeaker goes to a meter as well; short sounds are counted.
METER = """
window.begun = 0;
const start = AudioBufferSourceNode.prototype.start;
AudioBufferSourceNode.prototype.start = function (...more) {
  if (!this.loop) window.begun += 1;
  return start.call(this, ...more);
};
const connect = AudioNode.prototype.connect;
AudioNode.prototype.connect = function (to, ...more) {
  if (to instanceof AudioDestinationNode && this.context instanceof AudioContext) {
    window.meter = this.context.createAnalyser();
    connect.call(this, window.meter);
  }
  return connect.call(this, to, ...more);
};
"""
RMS = """() => {
  const wave = new Float32Array(meter.fftSize);
  meter.getFloatTimeDomainData(wave);
  return Math.sqrt(wave.reduce((sum, one) => sum + one * one, 0) / wave.length);
}"""
LOUD = 0.01


def loudness(page: Page) -> float:
    """Root mean square of what goes to the loudspeaker now."""
    return float(page.evaluate(RMS))


def test_the_siren_sounds_and_is_read(ground: Ground) -> None:
    drill, codes = ground.open_training(("IC",))
    page = ground.page(path="/", size=(960, 600))
    page.add_init_script(METER)
    page.goto(f"/join#{codes['IC']}")
    page.wait_for_url("**/seat")
    ground.direct(drill, "start")
    expect(page.locator(".top .live")).to_be_visible(timeout=60_000)
    assert page.evaluate("window.meter === undefined")  # nobody has touched the page
    page.locator(".top .time").click()
    page.wait_for_function("() => window.meter?.context.state === 'running'")
    assert loudness(page) < LOUD
    page.keyboard.press("o")
    pick(page, "self", "alarm", "PA")
    caption(page, "警报声")
    until(lambda: loudness(page) > LOUD)
    # off by a switch that is kept, and the caption still tells
    page.keyboard.press("v")
    until(lambda: loudness(page) < LOUD / 10)
    expect(page.locator(".captions")).to_contain_text("警报声")
    assert "false" in page.evaluate("JSON.stringify(JSON.parse(localStorage['yanlian.trainee']).sound)")
    page.keyboard.press("h")
    expect(page.get_by_label("声音")).not_to_be_checked()
    page.get_by_label("声音").check()
    page.get_by_label("音量").fill("40")
    assert not accessibility(page)
    shoot(page, "trainee-help-zh")
    until(lambda: loudness(page) > LOUD / 2)
    # a drill that stands still is silent
    ground.direct(drill, "freeze")
    until(lambda: loudness(page) < LOUD / 10)


def test_own_feet_and_what_is_about_one_are_heard_and_read(ground: Ground) -> None:
    drill, codes = ground.open_training(("OUT",))
    page = enter(ground, codes["OUT"])
    page.add_init_script(METER)
    page.reload()
    ground.direct(drill, "start")
    expect(page.locator(".top .live")).to_be_visible(timeout=60_000)
    page.locator(".view").click(position={"x": 500, "y": 300})
    page.wait_for_function("() => window.meter?.context.state === 'running'")
    assert page.evaluate("begun") == 0  # one stands still; whether the wind is heard lies in the draw
    page.keyboard.down("KeyD")
    until(lambda: page.evaluate("begun") >= 4)
    page.keyboard.up("KeyD")
