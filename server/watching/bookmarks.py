"""Bookmarks: made, taken back, and who sees whose. One's own always; those of others once no sheet can follow them."""

from datetime import datetime

from sqlalchemy import Connection

from server.access.roles import Role
from server.catalogue import bookmarks, panels
from server.catalogue.bookmarks import BookmarkRow
from sim_core.text import Text

MOST = 500  # of one account in one drill

TEXTS: dict[str, Text] = {
    "id_used": Text("此书签编号已用于另一内容。", "This bookmark's id was used for something else."),
    "too_many_bookmarks": Text(f"一场演练最多 {MOST} 个书签。", f"At most {MOST} bookmarks in a drill."),
}


class BookmarkError(Exception):
    """Why a bookmark was not made; nothing was written. code: one of TEXTS."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code, self.text = code, TEXTS[code]


def make(db: Connection, wanted: BookmarkRow) -> BookmarkRow:
    """Make a bookmark; a repeat gives the one that it made, also if it was taken back since. BookmarkError."""
    earlier = bookmarks.find(db, wanted.id)
    if earlier is not None:
        if (earlier.drill, earlier.account, earlier.tick, earlier.note) != (
            wanted.drill,
            wanted.account,
            wanted.tick,
            wanted.note,
        ):
            raise BookmarkError("id_used")
        return earlier
    if bookmarks.count(db, wanted.drill, wanted.account) >= MOST:
        raise BookmarkError("too_many_bookmarks")
    bookmarks.add(db, wanted)
    return wanted


def take_back(db: Connection, drill: str, account: str, bookmark: str, at: datetime) -> None:
    """Take one's own bookmark back. One that is not there, or not one's own, stays as it is; which, is not told."""
    found = bookmarks.find(db, bookmark)
    if found is not None and (found.drill, found.account) == (drill, account):
        bookmarks.remove(db, bookmark, at)


def seen_by(db: Connection, drill: str, account: str, role: Role) -> tuple[BookmarkRow, ...]:
    """The bookmarks that an account sees."""
    return bookmarks.list_(db, drill, None if _all_open(db, drill, account, role) else account)


def _all_open(db: Connection, drill: str, account: str, role: Role) -> bool:
    """Whether nobody's sheet can follow another's bookmarks any more: there is no panel, or it is final; the chief, who
    decides, sees them once all sheets are locked."""
    panel = panels.panel_of(db, drill)
    if panel is None or panel.state == "final":
        return True
    member = any(each.examiner == account for each in panels.members_of(db, drill))
    return role is Role.CHIEF and not member and panel.state == "adjudicating"
