"""Refusal: why something was not done. It was not done at all: a refusal is raised before anything is written."""

from collections.abc import Mapping
from typing import Any

from sim_core.text import Text

TEXTS: dict[str, Text] = {
    "no_sheet": Text("没有您可查看的评分表。", "There is no sheet here for you."),
    "not_sealed": Text(
        "演练尚未封存：自动评分项目与锁定须待封存之后。",
        "The drill is not sealed yet: items the machine marks, and locking, come after that.",
    ),
    "locked": Text(
        "评分表已锁定，本次保存未写入；您填写的内容仍在您的页面上。",
        "The sheet is locked. This save was not written; what you entered is still on your page.",
    ),
    "stale": Text(
        "锁定之前评分表又有新的保存，请先看过再锁定。",
        "The sheet was saved again since you saw it. Look at it, then lock.",
    ),
    "unknown_base": Text(
        "服务器没有您所依据的版本，请重新载入后再保存；本次未写入。",
        "The server does not have the version you started from. Load the sheet and save again; nothing was written.",
    ),
    "conflict": Text(
        "同一栏目已被另一次保存改动，请选择保留哪一个；本次未写入。",
        "Another save changed the same fields. Choose which to keep; nothing was written.",
    ),
    "save_id_used": Text(
        "此保存编号已用于另一内容，请换新编号重发。",
        "This save id was used for something else. Send it again under a new one.",
    ),
    "unknown_field": Text("评分表没有这些栏目。", "The sheet has no such fields."),
    "out_of_range": Text("分数超出范围。", "Points out of range."),
    "incomplete": Text("评分表尚未填全，不能锁定。", "The sheet is not complete and cannot be locked."),
    "not_all_locked": Text(
        "尚有评分表未锁定，此前各表互不可见。",
        "Not all sheets are locked; until then nobody sees another's.",
    ),
    "not_final": Text("考官组尚未定分。", "The panel is not final yet."),
    "already_final": Text("考官组已定分，不再更改。", "The panel is final and stays as it is."),
    "own_panel": Text("考官组成员不得裁定本组。", "A member of the panel may not adjudicate it."),
    "no_such_member": Text("考官组中没有此人。", "There is no such member of the panel."),
    "reason_needed": Text("须写明理由。", "A reason is needed."),
    "nothing_changed": Text("替换未改动任何一栏，请改为确认。", "The replacement changes nothing: confirm instead."),
}


class PanelError(Exception):
    """code: one of TEXTS. facts: what the asker may know of it, plain JSON; only their own entries are in it."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.text = TEXTS[code]
        self.facts: Mapping[str, Any] = facts
