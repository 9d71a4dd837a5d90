"""Logs: whatever is planted, in whatever way, no secret is found in any line; and what may be said is said."""

import ast
import io
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from server.config import Operation
from server.operation import logs
from server.operation.permitted import NUMBERS, SHAPES, permitted
from tests.house.tree import ROOT, parsed, python_files

NOW = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
SECRETS = {
    "token": "pZ8wN0hYk3QeT7uVb1xCr5dMfGjLsAo2i6E9BqRzWXc",
    "code": "7K3M-Q9XA",
    "password": "Correct horse 9 battery!",
    "seed": 7046029254386353131,
    "hidden": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "webhook": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
}
LEVELS = ("debug", "info", "warning", "error", "critical", "exception")


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Logs set up on a stream; afterwards the interpreter's own hooks and pytest's handlers are back."""
    root = logging.getLogger()
    kept = root.handlers[:], root.level, sys.excepthook, logs.threading.excepthook, sys.unraisablehook
    written = io.StringIO()
    logs.set_up(Operation(log_level="debug"), lambda: NOW, written)
    yield written
    root.handlers[:], root.level, sys.excepthook, logs.threading.excepthook, sys.unraisablehook = kept
    logging.captureWarnings(False)
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def secret_free(text: str) -> None:
    found = [name for name, secret in SECRETS.items() if str(secret) in text or str(secret)[:10] in text]
    assert not found, f"in the log: {found}"


def test_what_may_be_said_is_said(stream: io.StringIO) -> None:
    structlog.get_logger().info("drill sealed", drill="0123456789abcdef", ticks=30000, mode="exam", seconds=0.25)
    expected = {"time": "2026-03-01T08:00:00.000+00:00", "level": "info", "event": "drill sealed"}
    assert lines(stream) == [
        expected | {"drill": "0123456789abcdef", "ticks": 30000, "mode": "exam", "seconds": 0.25},
    ]


def test_an_unknown_key_is_named_and_withheld(stream: io.StringIO) -> None:
    structlog.get_logger().info("seat claimed", seat="IC", token=SECRETS["token"])
    (line,) = lines(stream)
    assert line["withheld"] == ["token"]
    assert line["seat"] == "IC"
    secret_free(stream.getvalue())


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", list(SECRETS))
def test_no_secret_in_any_way_of_ours(stream: io.StringIO, name: str, level: str) -> None:
    secret = SECRETS[name]
    write = getattr(structlog.get_logger("server"), level)
    write(f"claimed with {secret}")
    write("claimed with %s", secret)
    write("claimed", **{name: secret})
    write("claimed", **{str(secret): 1})
    write("claimed", nested={"a": [secret]}, drill=[secret])
    for key in [*SHAPES, *NUMBERS, "event_", "stack_info", "address", "positional_args"]:
        write("claimed", **{key: secret})
    structlog.get_logger().bind(mode=secret).info("claimed")
    with structlog.contextvars.bound_contextvars(request=secret, anything=secret):
        write("claimed")
    secret_free(stream.getvalue())
    assert len(lines(stream)) >= len(SHAPES)


@pytest.mark.parametrize("name", list(SECRETS))
def test_no_secret_out_of_exceptions(stream: io.StringIO, name: str) -> None:
    secret = SECRETS[name]
    log = structlog.get_logger()
    try:
        try:
            raise KeyError(secret)
        except KeyError as error:
            error.add_note(str(secret))
            raise ValueError(f"wrong: {secret}") from error
    except ValueError as error:
        log.exception("seat refused")
        log.error("seat refused", exc_info=True)
        log.error("seat refused", exc_info=error)
        log.error("seat refused", exc_info=sys.exc_info())
        log.error("seat refused", error=error, reason=str(error))
        logging.getLogger("library").exception("failed with %s", secret)
    secret_free(stream.getvalue())
    first = lines(stream)[0]
    assert first["error"] == "ValueError < KeyError"
    assert first["where"].startswith("test_operation_logs.test_no_secret_out_of_exceptions:")


@pytest.mark.parametrize("name", list(SECRETS))
def test_no_secret_out_of_libraries(stream: io.StringIO, name: str) -> None:
    secret = SECRETS[name]
    for logger in ("uvicorn.error", "uvicorn.access", "sqlalchemy.engine", "httpx", "asyncio"):
        write = logging.getLogger(logger)
        write.warning('%s - "WebSocket %s" [accepted]', "127.0.0.1:9", f"/ws?token={secret}")
        write.error(f"Task exception was never retrieved: {secret}")
        write.error(f"Task {secret} of %s", "x")
        write.error(ValueError(secret))
        write.critical("x", extra={"token": secret})
    secret_free(stream.getvalue())
    told = lines(stream)
    assert {line["logger"] for line in told} == {"uvicorn.error", "sqlalchemy.engine", "httpx", "asyncio"}
    assert told[0]["where"].startswith("test_operation_logs.test_no_secret_out_of_libraries:")


@given(st.dictionaries(st.text(max_size=12), st.none() | st.text() | st.binary() | st.integers() | st.floats()))
def test_any_line_is_left_with_permitted_shapes_only(fields: dict[str, Any]) -> None:
    line = permitted(None, "info", dict(fields))
    known = {"event", "address", "withheld", *SHAPES, *NUMBERS}
    assert set(line) <= known
    json.dumps(line, allow_nan=False)


def test_text_format_says_the_same() -> None:
    fields = {"time": "2026-03-01T08:00:00.000+00:00", "level": "info", "event": "drill sealed", "ticks": 5}
    assert logs._as_text(None, "info", fields) == "2026-03-01T08:00:00.000+00:00  info     drill sealed  ticks=5"


UNCAUGHT = """
import sys, threading
from datetime import UTC, datetime
from server.config import Operation
from server.operation.logs import set_up
set_up(Operation(), lambda: datetime(2026, 3, 1, tzinfo=UTC), sys.stdout)
secret = sys.stdin.read()
def fail(): raise ValueError(secret)
thread = threading.Thread(target=fail)
thread.start(); thread.join()
class Odd:
    def __del__(self): raise ValueError(secret)
Odd()
import warnings; warnings.warn(secret)
fail()
"""


def test_no_secret_out_of_what_nobody_caught() -> None:
    secret = str(SECRETS["token"])
    command = [sys.executable, "-c", UNCAUGHT]
    answer = subprocess.run(command, input=secret, capture_output=True, text=True, cwd=ROOT, check=False)
    assert answer.returncode == 1
    secret_free(answer.stdout + answer.stderr)
    kinds = [json.loads(line).get("kind") for line in answer.stdout.splitlines()]
    assert kinds == ["thread", "unraisable", None, "process"]


def test_a_closed_pipe_stops_nobody() -> None:
    broken = io.StringIO()
    broken.close()
    logs.Lines(broken).msg("a line")


def careless_calls(tree: ast.Module) -> list[str]:
    """Calls of a logger whose event is put together at run time, or whose keys are not on the lists."""
    found = []
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        of = call.func
        if not (isinstance(of, ast.Attribute) and of.attr in LEVELS and "log" in ast.unparse(of.value).lower()):
            continue
        known = {"exc_info", "address", *SHAPES, *NUMBERS}
        strange = [word.arg for word in call.keywords if word.arg is not None and word.arg not in known]
        literal = len(call.args) == 1 and isinstance(call.args[0], ast.Constant)
        if strange or not literal:
            found.append(f"{call.lineno}: {strange or 'the event is not a literal'}")
    return found


def test_all_our_log_lines_are_literal_and_known() -> None:
    found = {str(path.relative_to(ROOT)): careless_calls(parsed(path)) for path in python_files("server")}
    found = {path: calls for path, calls in found.items() if calls}
    assert not found, f"log words, and put what varies under keys of server/operation/permitted.py: {found}"


@pytest.mark.parametrize("line", ['log.info(f"a {x}")', 'log.info("a", token=x)', 'get_logger().error("a " + x)'])
def test_a_careless_line_is_seen(line: str) -> None:
    assert careless_calls(ast.parse(line))
