"""Link and pauses: addresses, waiting times, certificates."""

import asyncio
import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from websockets.asyncio.server import serve

from clients.sdk import DrillClient, EndedError, Pauses
from clients.sdk.link import socket_address
from tests.clients.peer import Peer


@pytest.mark.parametrize(
    ("server", "address"),
    [
        ("http://10.0.0.5:8080", "ws://10.0.0.5:8080/ws"),
        ("https://hall.example", "wss://hall.example/ws"),
        ("http://[::1]:80/", "ws://[::1]:80/ws"),
        ("https://base.example/yanlian/", "wss://base.example/yanlian/ws"),
    ],
)
def test_address_of_the_socket(server: str, address: str) -> None:
    assert socket_address(server) == address


@pytest.mark.parametrize("server", ["10.0.0.5:8080", "ws://10.0.0.5", "ftp://x", "http://", ""])
def test_no_address(server: str) -> None:
    with pytest.raises(ValueError, match="begins with"):
        socket_address(server)


@given(failures=st.integers(0, 10_000), chance=st.floats(0, 1, exclude_max=True))
def test_pauses_stay_below_a_bound_that_doubles(failures: int, chance: float) -> None:
    pauses = Pauses(first_s=0.5, longest_s=8.0)
    bound_s = [0.5, 1.0, 2.0, 4.0][failures] if failures < 4 else 8.0
    assert pauses.pause_s(failures, lambda: chance) == pytest.approx(chance * bound_s)


def own_certificate(folder: Path) -> Path:
    """A certificate and its key in one file, signed by nobody but itself."""
    key, name = Ed25519PrivateKey.generate(), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "hall")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .sign(key, None)
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "hall.pem").write_bytes(private + certificate.public_bytes(pem))
    return folder / "hall.pem"


def test_a_certificate_is_trusted_if_told_to_and_else_ends_it(tmp_path: Path) -> None:
    pem = own_certificate(tmp_path)
    here = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    here.load_cert_chain(pem)

    async def body() -> None:
        async with asyncio.timeout(30), serve(Peer().handle, "127.0.0.1", 0, ssl=here, close_timeout=0.2) as server:
            address = f"https://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
            async with DrillClient(address, "t0", tls=ssl.create_default_context(cafile=pem)) as trusting:
                assert await trusting.act("go") == 1
            with pytest.raises(EndedError) as ended:
                async with DrillClient(address, "t0"):
                    pass
            assert ended.value.code == "tls"

    asyncio.run(body())
