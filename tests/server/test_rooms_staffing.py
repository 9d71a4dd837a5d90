"""What staff send: said again, it is done once, by whichever name the client gave it."""

from server.rooms.rows import ActRow
from tests.server.rooms import stand


def test_the_same_id_is_the_same_act_whatever_came_between() -> None:
    at = stand()
    call = {"target": "message", "detail": "OUT", "words": (("text", "hello"),)}
    assert isinstance(at.direct("inject", act_id="a", **call), ActRow)
    assert isinstance(at.direct("inject", act_id="b", **call), ActRow)
    assert isinstance(at.direct("inject", act_id="a", **call), bytes)
    assert isinstance(at.direct("inject", act_id="a", by="other", **call), ActRow)
    assert at.direct("freeze", act_id="a") == "bad_seq"
