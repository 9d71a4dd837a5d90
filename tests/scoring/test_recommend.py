from dataclasses import replace

from scoring.marks import prefill
from scoring.radar import drill_radar
from scoring.recommend import reasons


def test_reasons_say_what_how_late_and_where(fought, rubric):
    late = [replace(event, tick=2000) if event.act == "ALARM" else event for event in fought]
    late = [event for event in late if event.act != "PUMP_STOP"]
    sheet = prefill(sorted(late, key=lambda event: event.tick), rubric, ("IC",), 10_000)
    said = reasons(drill_radar(sheet.lines, rubric, ()))
    assert [text.en for text in said] == [
        "D1 Hazard recognition & situational awareness: Stop the pump, not earned @ 00:10 (tick 200)",
        "D2 Alarm, reporting & communication: Raise the alarm, not in full, 35 s later than the target"
        " @ 01:40 (tick 2000)",
    ]
    assert said[1].zh == "D2 报警报告与信息沟通：报警，未得满分，比目标晚 35 s @ 01:40 (tick 2000)"
