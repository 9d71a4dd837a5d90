"""Wearing: minutes in a headset and what limits them. Pure.

Limits: 30 minutes a wear, 2 hours in a block of 6, 3 hours a day; after that 40 minutes before anything that needs a
clear head. Block and day are the last 6 and 24 hours at any moment, so that no midnight gives anybody fresh minutes.
training assumption 训练假设: short breaks do not measurably help, so the total is capped (JMIR 2020, e19840).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.catalogue.headsets import Wear
from sim_core.text import Text

WEAR_MOST = timedelta(minutes=30)
BLOCK, BLOCK_MOST = timedelta(hours=6), timedelta(hours=2)
DAY, DAY_MOST = timedelta(hours=24), timedelta(hours=3)
BATTERY_LEAST_PERCENT = 30  # one wear with something to spare


@dataclass(frozen=True, slots=True)
class Worn:
    """How long somebody has worn headsets. now: without a pause, zero if none is on."""

    now: timedelta
    block: timedelta
    day: timedelta

    @property
    def left(self) -> timedelta:
        """How long it may still be worn from now on, zero if at or over a limit."""
        rest = min(WEAR_MOST - self.now, BLOCK_MOST - self.block, DAY_MOST - self.day)
        return max(rest, timedelta())


def worn(wears: Iterable[Wear], trainee: str, now: datetime) -> Worn:
    """What a trainee has worn. wears: at least those of the last DAY."""
    own = [wear for wear in wears if wear.trainee == trainee]
    on = [now - wear.donned_at for wear in own if wear.doffed_at is None]
    return Worn(max(on, default=timedelta()), _within(own, now - BLOCK, now), _within(own, now - DAY, now))


def used(wears: Iterable[Wear], headset: str, now: datetime) -> timedelta:
    """How long a headset was worn in the last DAY."""
    return _within([wear for wear in wears if wear.headset == headset], now - DAY, now)


def warnings(wearer: Worn, cleaned_at: datetime | None, doffed_at: datetime | None, battery: int | None) -> list[Text]:
    """What speaks against handing a headset to somebody now. doffed_at: when it was last worn by anybody."""
    told = []
    if wearer.block >= BLOCK_MOST:
        told.append(_over(Text("6 小时", "6 hours"), wearer.block, BLOCK_MOST))
    if wearer.day >= DAY_MOST:
        told.append(_over(Text("24 小时", "24 hours"), wearer.day, DAY_MOST))
    if doffed_at is not None and (cleaned_at is None or cleaned_at < doffed_at):
        told.append(Text("上次佩戴后尚未清洁", "It has not been cleaned since it was last worn"))
    if battery is not None and battery < BATTERY_LEAST_PERCENT:
        told.append(Text(f"电量只有 {battery}%", f"Its battery is at {battery} %"))
    return told


def minutes(time: timedelta) -> int:
    """Whole minutes, begun ones counted: a limit is never told too late."""
    return -(-int(time.total_seconds()) // 60)


def _over(span: Text, had: timedelta, most: timedelta) -> Text:
    return Text(
        f"最近 {span.zh}已佩戴 {minutes(had)} 分钟，上限 {minutes(most)} 分钟",
        f"{minutes(had)} minutes worn within {span.en}; the limit is {minutes(most)}",
    )


def _within(wears: Iterable[Wear], begin: datetime, now: datetime) -> timedelta:
    spans = (min(wear.doffed_at or now, now) - max(wear.donned_at, begin) for wear in wears)
    return sum((span for span in spans if span > timedelta()), timedelta())
