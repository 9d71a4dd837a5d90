"""Recommend: what one drill says to practise, in words. Choosing a scenario needs a person's history."""

from scoring.amounts import plain
from scoring.axes import AXES
from scoring.radar import Evidence, Radar, weak_points
from scoring.rubric import Text
from scoring.words import moment


def _reason(piece: Evidence) -> Text:
    axis = max(piece.axes, key=lambda pair: pair[1])[0]
    name = AXES[axis]
    zh, en = ("未得满分", "not in full") if piece.value else ("未得分", "not earned")
    if piece.late_s:
        late = plain(piece.late_s)
        zh, en = f"{zh}，比目标晚 {late} s", f"{en}, {late} s later than the target"
    at = "" if piece.tick is None else f" @ {moment(piece.tick)}"
    return Text(
        f"{axis} {name.zh}：{piece.name.zh}，{zh}{at}", f"{axis} {name.en}: {piece.name.en}, {en}{at}"
    )


def reasons(radar: Radar, count: int = 3) -> tuple[Text, ...]:
    """Say in words what to practise after one drill: its weakest items, how late, and where in the replay."""
    return tuple(_reason(piece) for piece in weak_points(radar, count))
