"""Posting: one request to a receiver. It ends at its deadline whatever the receiver does, and reads only so much."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

import httpx

from server.result.answers import Answer
from server.result.webhook import headers

MOST_ANSWER_BYTES = 64 * 1024
MOST_IDS_BYTES = 4 * 1024 * 1024
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
# What is asked for plainly comes plainly: a few kilobytes must not unfold into gigabytes here.
_PLAIN = {"accept": "application/json", "accept-encoding": "identity"}


@dataclass(frozen=True, slots=True)
class Destination:
    """A receiver. name: part of the outbox keys. url: of its certificates. secrets: the newest first, never shown."""

    name: str
    url: str
    secrets: tuple[bytes, ...]

    def __repr__(self) -> str:
        return f"Destination({self.name!r})"


def new_client() -> httpx.AsyncClient:
    """Make the client. No connection is used twice: an answer that comes late or twice cannot pass for another."""
    limits = httpx.Limits(max_keepalive_connections=0)
    return httpx.AsyncClient(limits=limits, follow_redirects=False, trust_env=False, timeout=None)


async def post(
    client: httpx.AsyncClient, to: Destination, key: str, payload: str, at: datetime, timeout_s: float
) -> Answer:
    """Send one delivery. Never raises for anything that receiver or network do."""
    body = payload.encode()
    signed = headers(to.secrets, key, body, at) | _PLAIN | {"content-type": "application/json"}
    request = client.build_request("POST", to.url, content=body, headers=signed)
    return await _exchange(client, request, timeout_s, MOST_ANSWER_BYTES)


async def ask_ids(
    client: httpx.AsyncClient, to: Destination, after: str, nonce: str, at: datetime, timeout_s: float
) -> Answer:
    """Ask which keys the receiver holds beyond `after`, in order. nonce: a word never used before."""
    request = client.build_request("GET", urljoin(to.url, "ids"), params={"after": after})
    target = request.url.raw_path
    request.headers.update(headers(to.secrets, f"ids-{nonce}", target, at) | _PLAIN)
    return await _exchange(client, request, timeout_s, MOST_IDS_BYTES)


async def _exchange(client: httpx.AsyncClient, request: httpx.Request, timeout_s: float, most_bytes: int) -> Answer:
    try:
        # Not httpx's own time-out: that starts anew with every byte of a receiver that dribbles.
        async with asyncio.timeout(timeout_s):
            return await _whole_answer(client, request, most_bytes)
    except TimeoutError:
        return Answer(error="timeout")
    except _NEVER_SENT:
        return Answer(error="no_connection", sent=False)
    except httpx.HTTPError:
        return Answer(error="connection_lost")
    except httpx.InvalidURL:
        return Answer(error="bad_url", sent=False)


async def _whole_answer(client: httpx.AsyncClient, request: httpx.Request, most_bytes: int) -> Answer:
    response = await client.send(request, stream=True)
    try:
        body = bytearray()
        async for part in response.aiter_raw():
            body += part
            if len(body) > most_bytes:
                return Answer(error="answer_too_long")
        return Answer(response.status_code, bytes(body), response.headers.get("retry-after", ""))
    finally:
        await response.aclose()
