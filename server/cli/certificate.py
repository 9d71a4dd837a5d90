"""Certificate: one made here, for a LAN without a certificate authority. Browsers ask once whether to trust it."""

import os
import socket
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from server.cli.files import prepare, write_whole

YEARS = 3


def own_certificate(folder: Path) -> tuple[Path, Path]:
    """Give certificate and key (PEM) in a folder; made on first use. CommandError if they cannot be written."""
    certificate, key_file = folder / "certificate.pem", folder / "key.pem"
    if certificate.is_file() and key_file.is_file():
        return certificate, key_file
    prepare(folder)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "yanlian")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * YEARS))
        .add_extension(x509.SubjectAlternativeName(_names()), critical=False)
        .sign(key, hashes.SHA256())
    )
    handle = os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    write_whole(certificate, made.public_bytes(Encoding.PEM))
    return certificate, key_file


def _names() -> list[x509.GeneralName]:
    host = socket.gethostname()
    names: list[x509.GeneralName] = [x509.DNSName("localhost"), x509.DNSName(host)]
    addresses = {"127.0.0.1", "::1"}
    with suppress(OSError):
        addresses |= {str(info[4][0]).partition("%")[0] for info in socket.getaddrinfo(host, None)}
    return names + [x509.IPAddress(ip_address(address)) for address in sorted(addresses)]
