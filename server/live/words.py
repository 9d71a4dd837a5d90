"""Words: a Problem with its text in both languages."""

from clients.protocol.messages import CODES, Problem


def problem(timeline: str, code: str, seq: int = 0, *, closing: bool = False) -> Problem:
    """Make the Problem of a code."""
    zh, en = CODES[code]
    return Problem(timeline=timeline, code=code, zh=zh, en=en, seq=seq, closing=closing)
