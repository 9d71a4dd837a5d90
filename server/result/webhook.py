"""Webhook: the headers of a delivery after the Standard Webhooks specification, and whether given ones hold.

The id is the outbox key, the same on every try; the timestamp is that of the try. While a secret is replaced the
sender signs with all it has, and the receiver takes any.
"""

import binascii
import hmac
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from standardwebhooks import Webhook

from sim_core.text import Text

ID, TIMESTAMP, SIGNATURE = "webhook-id", "webhook-timestamp", "webhook-signature"
WINDOW = timedelta(minutes=5)
PREFIX = "whsec_"
SECRET_BYTES = (24, 64)
MOST_SIGNATURES = 8


class SecretError(Exception):
    """A secret cannot be used. text: why, never the secret."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


_BAD_SECRET = Text(
    "投递密钥须为 whsec_ 加 24 至 64 字节的 base64，每个文件一个",
    "a delivery secret is whsec_ and base64 of 24 to 64 bytes, one a file",
)


def new_secret(entropy: Callable[[int], bytes]) -> str:
    """Make a secret as it stands in its file. entropy: gives so many random bytes."""
    return PREFIX + b64encode(entropy(32)).decode()


def read_secret(written: str) -> bytes:
    """Read the content of a secret's file. SecretError."""
    word = written.strip()
    try:
        secret = b64decode(word.removeprefix(PREFIX), validate=True)
    except (ValueError, binascii.Error):
        raise SecretError(_BAD_SECRET) from None  # the cause would show the secret
    if not word.startswith(PREFIX) or not SECRET_BYTES[0] <= len(secret) <= SECRET_BYTES[1]:
        raise SecretError(_BAD_SECRET)
    return secret


def headers(secrets: Sequence[bytes], key: str, body: bytes, at: datetime) -> dict[str, str]:
    """Give the headers of one try. secrets: the newest first. body: UTF-8. at: with offset."""
    moment = at.astimezone(UTC)  # the library takes the digits of a time and forgets its offset
    return {
        ID: key,
        TIMESTAMP: str(int(moment.timestamp())),
        SIGNATURE: " ".join(Webhook(secret).sign(key, moment, body.decode()) for secret in secrets),
    }


def fault(secrets: Sequence[bytes], given: Mapping[str, str], body: bytes, now: datetime) -> str | None:
    """Tell what is wrong with the headers of a request: None, "missing", "window" or "signature".

    given: names in lower case. The library's own check asks the clock of the machine, so the time is judged here.
    """
    key, timestamp, signatures = (given.get(name, "") for name in (ID, TIMESTAMP, SIGNATURE))
    if not (key and signatures and re.fullmatch(r"[0-9]{1,12}", timestamp, re.ASCII)):
        return "missing"
    sent = datetime.fromtimestamp(int(timestamp), UTC)
    if abs(now - sent) > WINDOW:
        return "window"
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return "signature"
    passed = [word.encode("utf-8", "replace") for word in signatures.split(" ")[:MOST_SIGNATURES]]
    for secret in secrets:
        wanted = Webhook(secret).sign(key, sent, text).encode()
        if any(hmac.compare_digest(wanted, word) for word in passed):
            return None
    return "signature"
