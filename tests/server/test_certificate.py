"""The authority of the base: what it may vouch for, when the server's certificate is made anew; with real sockets."""

import asyncio
import json
import socket
import ssl
import stat
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError
from websockets.asyncio.client import connect

from server.cli.again import again
from server.cli.certificate import RENEWED_BEFORE, SERVER_LASTS, own_certificate
from server.cli.failure import CommandError
from tests.server.conftest import surroundings
from tests.server.served import Place

NOW = datetime.now(UTC).replace(microsecond=0)
NAMES = ("base-pc", "base-pc.local", "192.168.1.10", "fd00::10")


def read(folder: Path, name: str) -> x509.Certificate:
    return x509.load_pem_x509_certificate((folder / name).read_bytes())


def hosts(folder: Path) -> list[str]:
    names = read(folder, "certificate.pem").extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return [str(name.value) for name in names]


def test_it_vouches_for_all_names_and_addresses(tmp_path: Path) -> None:
    made = own_certificate(tmp_path, NAMES, NOW)
    assert hosts(tmp_path) == sorted({"localhost", "127.0.0.1", "::1", *NAMES}) and made.left_out == ()
    authority = read(tmp_path, "authority.pem")
    constraints = authority.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert constraints.ca and constraints.path_length == 0
    leaf = read(tmp_path, "certificate.pem")
    leaf.verify_directly_issued_by(authority)
    assert leaf.not_valid_after_utc - NOW == SERVER_LASTS and leaf.not_valid_before_utc < NOW
    for name in ("authority.key", "key.pem"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["base-pc", "192.168.1.10"])
def test_a_verifier_accepts_the_chain(tmp_path: Path, name: str) -> None:
    """By another implementation of path validation than the one of TLS below."""
    own_certificate(tmp_path, NAMES, NOW)
    authority, leaf = read(tmp_path, "authority.pem"), read(tmp_path, "certificate.pem")
    subject = x509.DNSName(name) if name == "base-pc" else x509.IPAddress(ip_address(name))
    store = PolicyBuilder().store(Store([authority])).time(NOW.replace(tzinfo=None))
    try:
        store.build_server_verifier(subject).verify(leaf, [])
    except VerificationError as error:
        pytest.fail(str(error))


def test_it_stays_until_addresses_change_or_its_end_is_near(tmp_path: Path) -> None:
    own_certificate(tmp_path, NAMES, NOW)
    first, authority = read(tmp_path, "certificate.pem"), read(tmp_path, "authority.pem")
    own_certificate(tmp_path, reversed(NAMES), NOW + timedelta(days=30))
    assert read(tmp_path, "certificate.pem") == first
    own_certificate(tmp_path, ("base-pc", "192.168.1.99"), NOW)
    moved = read(tmp_path, "certificate.pem")
    assert moved != first and "192.168.1.99" in hosts(tmp_path) and "192.168.1.10" not in hosts(tmp_path)
    own_certificate(tmp_path, ("base-pc", "192.168.1.99"), NOW + SERVER_LASTS - RENEWED_BEFORE + timedelta(days=1))
    assert read(tmp_path, "certificate.pem") != moved
    assert read(tmp_path, "authority.pem") == authority
    own_certificate(tmp_path, NAMES, NOW + timedelta(days=3600))
    assert read(tmp_path, "authority.pem") != authority


def test_it_vouches_for_nothing_beyond_the_lan(tmp_path: Path) -> None:
    own_certificate(tmp_path, ("base-pc",), NOW)
    made = own_certificate(tmp_path, ("base-pc", "www.example.com", "203.0.113.9", "电脑", "10.1.2.3"), NOW)
    assert set(made.left_out) == {"www.example.com", "203.0.113.9", "电脑"}
    assert "10.1.2.3" in hosts(tmp_path)


def test_a_machine_with_a_public_address_is_vouched_for(tmp_path: Path) -> None:
    assert own_certificate(tmp_path, ("203.0.113.9",), NOW).left_out == ()
    assert own_certificate(tmp_path, ("203.0.113.10",), NOW).left_out == ("203.0.113.10",)


def test_what_is_damaged_is_said(tmp_path: Path) -> None:
    own_certificate(tmp_path, NAMES, NOW)
    (tmp_path / "authority.key").write_bytes((tmp_path / "key.pem").read_bytes())
    with pytest.raises(CommandError):
        own_certificate(tmp_path, NAMES, NOW)
    (tmp_path / "authority.key").write_text("nothing")
    with pytest.raises(CommandError):
        own_certificate(tmp_path, NAMES, NOW)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as on:
        return int(on.getsockname()[1])


@asynccontextmanager
async def encrypted(place: Place) -> AsyncIterator[dict[str, str]]:
    """`serve --tls`, and what it said of itself."""
    command = again("serve", "--json", "--tls", "--port", free_port(), "--data", place.data)
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, env=surroundings(place.home), cwd=place.home
    )
    assert process.stdout is not None
    try:
        yield json.loads(await asyncio.wait_for(process.stdout.readline(), 60))
    finally:
        process.terminate()
        assert await process.wait() == 0


def with_place(tmp_path: Path, work: Callable[[dict[str, str], Path], object]) -> None:
    async def go() -> None:
        place = Place.at(tmp_path)
        async with encrypted(place) as said:
            await work(said, place.data / "tls")  # type: ignore[misc]

    asyncio.run(go())


def test_a_device_learns_to_trust_and_comes_in(tmp_path: Path) -> None:
    async def work(said: dict[str, str], folder: Path) -> None:
        async with httpx.AsyncClient(trust_env=False) as plain:
            page = await plain.get(said["trust"])
            assert said["fingerprint"][:20] in page.text and "adb reverse" in page.text
            told = await plain.get(said["trust"] + "/authority.cer")
            assert told.headers["content-type"] == "application/x-x509-ca-cert"
            authority = x509.load_der_x509_certificate(told.content)
            assert authority == read(folder, "authority.pem")
            text = await plain.get(said["trust"] + "/authority.pem")
            assert text.content == (folder / "authority.pem").read_bytes()
            base = said["trust"].removesuffix("/trust")
            for other in ("/", "/api/me", "/health", "/login"):
                assert (await plain.get(base + other)).headers["location"] == "/trust"
            assert (await plain.post(base + "/api/login", json={})).status_code == 405
        trusting = ssl.create_default_context(cadata=text.text)
        async with httpx.AsyncClient(verify=trusting, trust_env=False) as client:
            for host in ("127.0.0.1", "localhost"):
                url = said["address"].replace("127.0.0.1", host)
                assert (await client.get(f"{url}/health")).json()["status"] == "ok"
            assert "/trust/authority.cer" in (await client.get(f"{said['address']}/trust?lang=en")).text
        async with connect(said["address"].replace("https", "wss") + "/ws", ssl=trusting, proxy=None) as ws:
            await ws.close()
        (folder.parent / "other").mkdir()
        own_certificate(folder.parent / "other", (), NOW)
        for wrong in (ssl.create_default_context(), ssl.create_default_context(cafile=folder.parent / "other" / "authority.pem")):
            async with httpx.AsyncClient(verify=wrong, trust_env=False) as client:
                with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
                    await client.get(f"{said['address']}/health")

    with_place(tmp_path, work)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_the_key_is_for_its_owner_alone_while_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    seen: list[int] = []
    opened = os.open

    def watching(path: str, flags: int, mode: int = 0o777, **more: object) -> int:
        handle = opened(path, flags, mode, **more)  # type: ignore[arg-type]
        if str(path).endswith(".new"):
            seen.append(stat.S_IMODE(os.fstat(handle).st_mode))
        return handle

    monkeypatch.setattr(os, "open", watching)
    own_certificate(tmp_path, NAMES, NOW)
    assert seen == [0o600, 0o600]
