"""Lint of the false alarm: what lies exists, what holds then is known, and its sheet is whole."""

from collections.abc import Iterator

from scenarios.false_alarm import harmless
from scenarios.lint_site import Fault, unknown
from scenarios.model import Scenario
from scoring.check import check_rubric
from sim_core.text import Text

LEAST, MOST = 0.10, 0.15  # of the training draws: domain §4.1 rule 5


def false_alarm_faults(scenario: Scenario) -> Iterator[Fault]:
    """What is wrong with [false_alarm]."""
    told, key = scenario.false_alarm, "false_alarm"
    if told is None:
        yield key, Text("缺少：一成多的训练抽取应为误报", "is missing: 10 to 15 % of training draws are false alarms")
        return
    if not LEAST <= told.share <= MOST:
        yield f"{key}.share", Text("须在 0.10 与 0.15 之间", "must lie between 0.10 and 0.15")
    if not told.shows:
        yield f"{key}.shows", Text("没有会误报的仪表", "no instrument that may lie")
    yield from (unknown(f"{key}.shows", tag) for tag in told.shows if not _lies(scenario, tag))
    if not 0.0 <= told.from_s <= told.to_s <= 0.5 * scenario.duration_s:
        yield f"{key}.to_s", Text("误报须在演练前一半内开始", "it must begin in the first half of the drill")
    known = {*(hidden.id for hidden in scenario.hidden), *scenario.params}
    yield from (unknown(f"{key}.settings", name) for name in told.settings if name not in known)
    cues = [cue.id for cue in scenario.cues]
    yield from (unknown(f"{key}.clock", cue) for cue in told.clock if cue not in cues)
    for fault in check_rubric(harmless(scenario, {})[0].rubric):
        yield key, Text(fault.zh, fault.en)


def _lies(scenario: Scenario, tag: str) -> bool:
    """A tag of the plant, or `SEAT/channel` of a portable detector."""
    seat, _, channel = tag.partition("/")
    if channel:
        return seat in [role.seat for role in scenario.roles] and channel in scenario.site.portable
    return tag in scenario.site.tag_index
