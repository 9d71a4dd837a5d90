"""Permitted: what a log line may hold. Everything is withheld that is not on these lists, so no secret can slip in.

A key has a shape, and a value of another shape is withheld too: a token, a code (`XXXX-XXXX`) or a key of a drill has
none of them. Of an exception only its kinds and places are told, never its text, in which anything may stand.
"""

import re
from collections.abc import MutableMapping
from ipaddress import ip_address
from pathlib import PurePath
from traceback import extract_tb
from types import TracebackType
from typing import Any

NUMBERS = frozenset(
    {
        *("agreed", "attempts", "bytes", "clients", "contrary", "count", "drills", "faults", "foreign", "length"),
        *("locked", "of", "pid", "port", "position", "queued", "resent", "rows", "seconds", "settled", "status"),
        *("tick", "ticks", "wait_s"),
    }
)
_WORD = re.compile(r"[a-z][a-z0-9]{0,15}(?:[_. ][a-z0-9]{1,15}){0,3}")
_ID = re.compile(r"[0-9a-f]{16}")
SHAPES: dict[str, re.Pattern[str]] = {
    "action": _WORD,
    "destination": re.compile(r"[a-z0-9][a-z0-9_-]{0,31}"),
    "drill": _ID,
    "error": re.compile(rf"[A-Z][A-Za-z]{{1,39}}(?: < [A-Z][A-Za-z]{{1,39}}){{0,7}}|{_WORD.pattern}"),
    "kind": _WORD,
    "level": _WORD,
    "logger": re.compile(r"[a-z_]{1,24}(?:\.[a-z_]{1,24}){0,5}"),
    "method": re.compile(r"[A-Z]{3,9}"),
    "mode": _WORD,
    "outcome": _WORD,
    "phase": _WORD,
    "problem": _WORD,
    "reason": _WORD,
    "request": _ID,
    "role": _WORD,
    "route": re.compile(r"(?:/[a-z_.]{0,24}|/\{[a-z_:]{1,24}\}){1,8}|none"),
    "scenario": _WORD,
    "seat": re.compile(r"[A-Z]{2,8}"),
    "state": _WORD,
    "time": re.compile(r"[0-9T:.+-]{19,35}"),
    "version": re.compile(r"[0-9]{1,4}(?:\.[0-9a-z]{1,8}){1,4}"),
    "where": re.compile(r"[A-Za-z0-9_<>.]{1,64}:\d{1,6}(?: < [A-Za-z0-9_<>.]{1,64}:\d{1,6}){0,7}"),
}
_EVENT = re.compile(r"[a-z][a-z' ,_-]{2,59}")
_KEY = re.compile(r"[a-z_]{1,24}")
# Seeds and keys are numbers too: no count of ours comes near this.
_NUMBER_MOST = 10**13
_FRAMES_MOST = 4
_CAUSES_MOST = 4

WITHHELD = "withheld"


def permitted(_logger: object, _method: str, fields: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Give the line with what is on the lists; `withheld` names the keys of the rest. A processor of structlog."""
    failure = fields.pop("exc_info", None)
    line: dict[str, Any] = {}
    withheld = []
    for key, value in fields.items():
        if _may_say(key, value):
            line[key] = value
        else:
            withheld.append(key if _KEY.fullmatch(key) else "?")
    if failure:
        line |= _told(failure)
    if withheld:
        line[WITHHELD] = sorted(withheld)
    return line


def _may_say(key: str, value: object) -> bool:
    if key == "event":
        return isinstance(value, str) and _EVENT.fullmatch(value) is not None
    if key in NUMBERS:
        return value is None or (isinstance(value, bool | int | float) and abs(value) < _NUMBER_MOST)
    if key == "address":
        return isinstance(value, str) and _is_address(value)
    return key in SHAPES and type(value) is str and SHAPES[key].fullmatch(value) is not None


def _is_address(value: str) -> bool:
    try:
        ip_address(value)
    except ValueError:
        return False
    return "%" not in value  # the zone of an IPv6 address is free text


def _told(failure: object) -> dict[str, str]:
    """Tell kinds and places of an exception and its causes; exc_info as logging has it: exception, triple, or True."""
    error = failure[1] if isinstance(failure, tuple) else failure
    if not isinstance(error, BaseException):
        return {}
    kinds: list[str] = []
    places = _places(error.__traceback__)
    cause: BaseException | None = error
    while cause is not None and len(kinds) < _CAUSES_MOST:
        kinds.append(type(cause).__name__)
        cause = cause.__cause__ or cause.__context__
    return {"error": " < ".join(kinds)} | ({"where": places} if places else {})


def _places(traceback: TracebackType | None) -> str:
    frames = extract_tb(traceback)[-_FRAMES_MOST:]
    return " < ".join(f"{PurePath(frame.filename).stem}.{frame.name}:{frame.lineno}" for frame in reversed(frames))
