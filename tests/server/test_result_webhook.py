import hashlib
import hmac
from base64 import b64encode
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook

from server.result.webhook import SecretError, fault, headers, new_secret, read_secret
from tests.server.result_pieces import NOW

OLD, NEW = bytes(range(32)), bytes(range(32, 64))
BODY = '{"成绩": 1}'.encode()
SENT = headers((NEW, OLD), "r-1:1:office", BODY, NOW)


def test_headers_by_the_specification() -> None:
    timestamp = str(int(NOW.timestamp()))
    signed = b".".join((b"r-1:1:office", timestamp.encode(), BODY))
    wanted = [b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode() for secret in (NEW, OLD)]
    wanted_headers = {
        "webhook-id": "r-1:1:office",
        "webhook-timestamp": timestamp,
        "webhook-signature": f"v1,{wanted[0]} v1,{wanted[1]}",
    }
    assert wanted_headers == SENT


def test_library_of_a_receiver_takes_them() -> None:
    sent = headers((NEW,), "key", BODY, datetime.now(UTC))
    assert Webhook(NEW).verify(BODY, sent) == {"成绩": 1}


def test_offset_of_the_clock_does_not_matter() -> None:
    assert headers((NEW, OLD), "r-1:1:office", BODY, NOW.astimezone(timezone(timedelta(hours=8)))) == SENT


@pytest.mark.parametrize("secrets", [(OLD,), (NEW,), (OLD, NEW), (bytes(32), OLD)])
def test_either_secret_is_enough(secrets: tuple[bytes, ...]) -> None:
    assert fault(secrets, SENT, BODY, NOW) is None


@pytest.mark.parametrize(
    ("later_s", "found"), [(0, None), (300, None), (-300, None), (301, "window"), (-301, "window")]
)
def test_window_is_five_minutes(later_s: int, found: str | None) -> None:
    assert fault((OLD,), SENT, BODY, NOW + timedelta(seconds=later_s)) == found


@pytest.mark.parametrize(
    "change",
    [
        {"webhook-id": "r-2:1:office"},
        {"webhook-timestamp": str(int(NOW.timestamp()) + 1)},
        {"webhook-signature": "v1,AAAA"},
        {"webhook-signature": SENT["webhook-signature"].replace("v1,", "v2,")},
        {"webhook-signature": "nonsense é 😀 , ,,"},
    ],
)
def test_other_headers_do_not_hold(change: dict[str, str]) -> None:
    assert fault((NEW, OLD), SENT | change, BODY, NOW) == "signature"


def test_other_body_or_secret_does_not_hold() -> None:
    assert fault((NEW, OLD), SENT, BODY + b" ", NOW) == "signature"
    assert fault((bytes(32),), SENT, BODY, NOW) == "signature"
    assert fault((), SENT, BODY, NOW) == "signature"
    assert fault((NEW,), SENT, b"\xff", NOW) == "signature"


@pytest.mark.parametrize("name", SENT)
def test_header_that_is_missing(name: str) -> None:
    assert fault((NEW,), {key: value for key, value in SENT.items() if key != name}, BODY, NOW) == "missing"


@given(st.dictionaries(st.sampled_from(sorted(SENT)), st.text(max_size=30), min_size=3), st.binary(max_size=30))
def test_nonsense_never_holds_and_never_raises(given_: dict[str, str], body: bytes) -> None:
    assert fault((NEW, OLD), given_, body, NOW) is not None


def test_secret_can_be_written_and_read() -> None:
    assert read_secret(new_secret(lambda length: bytes(range(length))) + "\n") == OLD


@pytest.mark.parametrize("written", ["", "whsec_", "whsec_c2hvcnQ=", "secret-in-plain-words", "whsec_????", "é"])
def test_no_secret_is_shown(written: str) -> None:
    with pytest.raises(SecretError) as caught:
        read_secret(written)
    assert len(written) < 8 or written not in str(caught.value) + caught.value.text.zh
    assert caught.value.__cause__ is None
