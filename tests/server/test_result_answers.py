import json
from datetime import timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.result.answers import Answer, asked_s, judge, pause_s
from tests.server.result_pieces import NOW

KEY, PRINT = "r-1:1:office", "a" * 64
RECEIPT = json.dumps({"receipt": "C-1", "key": KEY, "fingerprint": PRINT}).encode()


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Answer(200, RECEIPT), "delivered"),
        (Answer(201, RECEIPT), "delivered"),
        (Answer(200, b""), "uncertain"),
        (Answer(200, b"<html>"), "uncertain"),
        (Answer(200, b"[" * 50_000), "uncertain"),
        (Answer(200, RECEIPT.replace(b"r-1", b"r-2")), "uncertain"),
        (Answer(200, RECEIPT.replace(b"aaa", b"aab")), "uncertain"),
        (Answer(200, RECEIPT.replace(b'"C-1"', b"7")), "uncertain"),
        (Answer(200, RECEIPT.replace(b"C-1", b"")), "uncertain"),
        (Answer(204, b""), "uncertain"),
        (Answer(307, b""), "uncertain"),
        (Answer(408, b""), "uncertain"),
        (Answer(409, b'{"code": "in_progress"}'), "uncertain"),
        (Answer(409, b'{"code": "version_held"}'), "dead"),
        (Answer(409, b""), "dead"),
        (Answer(425, b""), "pending"),
        (Answer(429, b""), "pending"),
        (Answer(400, b""), "dead"),
        (Answer(401, b""), "dead"),
        (Answer(404, b""), "dead"),
        (Answer(422, b""), "dead"),
        (Answer(500, b""), "uncertain"),
        (Answer(503, RECEIPT), "uncertain"),
        (Answer(error="timeout"), "uncertain"),
        (Answer(error="no_connection", sent=False), "pending"),
    ],
)
def test_what_an_answer_means(answer: Answer, state: str) -> None:
    assert judge(answer, KEY, PRINT).state == state


def test_receipt_is_kept() -> None:
    assert judge(Answer(200, RECEIPT), KEY, PRINT).receipt == "C-1"


@given(st.integers(0, 999), st.binary(max_size=60) | st.just(RECEIPT), st.booleans())
def test_only_a_receipt_delivers(status: int, body: bytes, sent: bool) -> None:
    judged = judge(Answer(status, body, sent=sent), KEY, PRINT)
    assert (judged.state == "delivered") == (sent and 200 <= status < 300 and body == RECEIPT)
    assert judged.state != "sending"


def test_word_of_a_receiver_is_a_word() -> None:
    assert judge(Answer(422, b'{"code": "wrong_result"}'), KEY, PRINT).error == "wrong_result"
    assert judge(Answer(422, b'{"code": "<b>secret</b>"}'), KEY, PRINT).error == "status_422"


def test_pause_doubles_and_stops_growing() -> None:
    spans = [pause_s(tries, 1.0, 60.0, 1.0) for tries in range(1, 9)]
    assert spans == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0]
    assert pause_s(3, 1.0, 60.0, 0.25, asked_s=10.0) == 11.0
    assert pause_s(10**9, 1.0, 60.0, 0.5, asked_s=1e12) == 90.0


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        (format_datetime(NOW + timedelta(seconds=90), usegmt=True), 90.0),
        (format_datetime(NOW - timedelta(seconds=90), usegmt=True), 0.0),
        ("", 0.0),
        ("-5", 0.0),
        ("soon", 0.0),
        ("²", 0.0),
        ("9" * 400, 999_999_999.0),
    ],
)
def test_what_retry_after_asks(written: str, seconds: float) -> None:
    assert asked_s(written, NOW) == seconds


@given(st.text(max_size=40))
def test_any_retry_after_gives_seconds(written: str) -> None:
    assert 0.0 <= asked_s(written, NOW) < 1e12
