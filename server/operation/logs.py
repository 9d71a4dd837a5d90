"""Logs: one line an event, JSON or text, in which only what `permitted` allows can stand.

Events are words ("drill sealed"), everything that varies is a key. What libraries log is taken in at WARNING and
above, as logger and place without the text, into which anything may have been put. uvicorn's access log is replaced
by `AccessLog`, so uvicorn is started with `log_config=None, access_log=False` (and `proxy_headers=False`, or the
address in a line would be what a client on this machine says it is).
"""

import logging
import sys
import threading
from collections.abc import Callable, MutableMapping
from datetime import datetime
from pathlib import PurePath
from typing import Any, TextIO

import structlog

from server.config import Operation
from server.operation.permitted import WITHHELD, permitted

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


class Lines:
    """Writes whole lines, from any thread. A closed pipe or a full disk loses the line, and never stops a drill."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def msg(self, line: str) -> None:
        """Write one line."""
        with self._lock:
            try:
                self._stream.write(line + "\n")
                self._stream.flush()
            except (OSError, ValueError):
                return

    debug = info = warning = error = critical = exception = msg


class Foreign(logging.Handler):
    """Takes in what libraries log: logger, place and kinds of exceptions; never the text."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log the record as one event of ours."""
        fields: dict[str, Any] = {
            "logger": record.name,
            "where": f"{PurePath(record.pathname).stem}.{record.funcName}:{record.lineno}",
        }
        if record.exc_info:
            fields["exc_info"] = record.exc_info
        method = next(name for name, level in reversed(_LEVELS.items()) if record.levelno >= level or name == "debug")
        getattr(structlog.get_logger(), method)("library", **fields)


def set_up(operation: Operation, now: Callable[[], datetime], stream: TextIO) -> None:
    """Set up the logs of this process: ours, those of libraries, and exceptions that nobody caught."""

    def stamped(_logger: object, method: str, fields: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        level = "error" if method == "exception" else method
        return {"time": now().isoformat(timespec="milliseconds"), "level": level, **fields}

    lines = Lines(stream)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            _caught,
            stamped,
            permitted,
            structlog.processors.JSONRenderer(ensure_ascii=False) if operation.log_format == "json" else _as_text,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(_LEVELS[operation.log_level]),
        logger_factory=lambda *_: lines,
        cache_logger_on_first_use=False,
    )
    _take_in_libraries()
    _take_in_uncaught()


def _caught(_logger: object, method: str, fields: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Put the exception itself where `exc_info=True` or `log.exception` stood."""
    if fields.get("exc_info") is True or (method == "exception" and "exc_info" not in fields):
        fields["exc_info"] = sys.exc_info()
    return fields


def _as_text(_logger: object, _method: str, fields: MutableMapping[str, Any]) -> str:
    time, level = fields.pop("time", ""), fields.pop("level", "")
    event = fields.pop("event", f"({WITHHELD})")
    rest = "  ".join(f"{key}={value}" for key, value in fields.items())
    return f"{time}  {level:<7}  {event}  {rest}".rstrip()


def _take_in_libraries() -> None:
    logging.captureWarnings(True)
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(Foreign())
    root.setLevel(logging.WARNING)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi"):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = name != "uvicorn.access"
        logger.setLevel(logging.WARNING)


def _take_in_uncaught() -> None:
    """Without this the interpreter would print the exception's text to standard error."""

    def uncaught(error: BaseException | None, kind: str) -> None:
        structlog.get_logger().error("uncaught exception", kind=kind, exc_info=error)

    sys.excepthook = lambda _type, error, _traceback: uncaught(error, "process")
    threading.excepthook = lambda told: uncaught(told.exc_value, "thread")
    sys.unraisablehook = lambda told: uncaught(told.exc_value, "unraisable")
