"""Placing: what a seat tells of its head: who is shown it, and that nothing else comes of it."""

from clients.protocol import frames
from clients.protocol.cells import patched
from clients.protocol.messages import Baseline, Pose, State
from server.rooms.lanes import STAFF
from server.rooms.rows import PoseRow
from sim_core.pack import pack
from tests.server.rooms import ID, Stand, stand

CREW = ("IC", "DCS", "OUT")


def baseline(at: Stand, audience: str) -> dict[str, object]:
    """The state that an audience is shown now, whole."""
    at.room.picture(audience)
    picture = at.room.picture(audience)
    role = "director" if audience == STAFF else "trainee"
    whole, change = (frames.decode(role, frame, to_server=False) for frame in (picture.baseline, picture.change))
    assert isinstance(whole, Baseline) and isinstance(change, State)
    return patched(whole, change)


def test_where_a_seat_looks_is_shown_to_staff_alone_and_changes_nothing() -> None:
    at, quiet = stand(people=CREW), stand(people=CREW)
    head, part = (0, 0, 1650, 0, 0, 0, -361), (0, 0, 0, 4, 0, 0, 0)
    for _ in range(4):
        at.room.pose("OUT", Pose(timeline=ID, head=head, left=part, right=part))
        at.room.pose("FF", Pose(timeline=ID, head=head, left=part, right=part))  # a colleague's seat
        at.tick(50)
        quiet.tick(50)
    shown = {audience: baseline(at, audience) for audience in (STAFF, *CREW)}
    assert shown[STAFF] == {**baseline(quiet, STAFF), "head.OUT": list(head)}
    assert all(shown[seat] == baseline(quiet, seat) for seat in CREW)
    assert pack(at.room.point) == pack(quiet.room.point)
    assert [row for row in at.log if not isinstance(row[1], PoseRow)] == quiet.log
    at.do("takeover", target="OUT", detail="colleague")
    assert "head.OUT" not in baseline(at, STAFF)
