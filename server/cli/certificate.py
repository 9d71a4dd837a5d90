"""Certificate: an authority of this base, made here for a LAN without one, and the server's certificate that it signs.

The authority may vouch for private addresses, names of a LAN and this machine alone (name constraints), for nothing else. Its key
stays in the data folder. The server's certificate is made anew when addresses change or it nears its end; the authority
stays, so that a device has to trust it once.
"""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from server.cli.failure import CommandError
from server.cli.files import cannot_write, prepare, read_bytes, write_whole

AUTHORITY_LASTS = timedelta(days=3650)
SERVER_LASTS = timedelta(days=397)  # browsers take no longer ones
RENEWED_BEFORE = timedelta(days=60)
SLACK = timedelta(days=1)  # clocks of headsets are seldom right
MOST_BYTES = 64 * 1024
NAME = re.compile(r"[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?")
SUFFIXES = ("local", "lan", "internal", "home.arpa")  # names that no site of the internet has
NETWORKS: tuple[IPv4Network | IPv6Network, ...] = tuple(
    map(
        ip_network,
        (
            *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8"),
            *("::1/128", "fc00::/7", "fe80::/10"),
        ),
    )
)
Key = ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True)
class Credentials:
    """What an encrypted server needs. certificate, key: files. authority: its certificate, DER. left_out: names and
    addresses for which the authority may not vouch."""

    certificate: Path
    key: Path
    authority: bytes
    left_out: tuple[str, ...]


def own_certificate(folder: Path, names: Iterable[str], now: datetime) -> Credentials:
    """Certificate and key for these host names and addresses, in a folder; what is missing, old or for others is made.

    CommandError if the folder cannot be used."""
    prepare(folder)
    wanted = sorted({"localhost", "127.0.0.1", "::1", *(name.lower() for name in names if name)})
    authority, key = _authority(folder, wanted, now)
    hosts = [name for name in wanted if _may_vouch(authority, name)]
    files = folder / "certificate.pem", folder / "key.pem"
    if not _good(files, authority, hosts, now):
        own = ec.generate_private_key(ec.SECP256R1())
        made = _server_certificate(own, hosts, authority, key, now)
        _write_key(files[1], own)
        write_whole(files[0], made.public_bytes(Encoding.PEM) + authority.public_bytes(Encoding.PEM))
    left_out = tuple(name for name in wanted if name not in hosts)
    return Credentials(*files, authority.public_bytes(Encoding.DER), left_out)


def _authority(folder: Path, names: Sequence[str], now: datetime) -> tuple[x509.Certificate, Key]:
    files = folder / "authority.pem", folder / "authority.key"
    if all(file.is_file() for file in files):
        certificate, key = _load_certificate(files[0]), _load_key(files[1])
        if certificate.public_key() != key.public_key():
            raise _damaged(files[1])
        if now + RENEWED_BEFORE < certificate.not_valid_after_utc:
            return certificate, key
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _authority_certificate(key, names, now)
    _write_key(files[1], key)
    write_whole(files[0], certificate.public_bytes(Encoding.PEM))
    return certificate, key


def _authority_certificate(key: Key, names: Sequence[str], now: datetime) -> x509.Certificate:
    serial = x509.random_serial_number()
    # The number in the name tells one base's authority from another's in the settings of a device.
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Yanlian LAN {serial % 0x10000:04X}")])
    hosts = [x509.DNSName(name) for name in ("localhost", *SUFFIXES, *filter(NAME.fullmatch, filter(_is_name, names)))]
    own = (ip_network(address) for address in names if not _is_name(address))  # some LANs have public addresses
    elsewhere = (each for each in own if not any(_covers(network, each) for network in NETWORKS))
    permitted = [*dict.fromkeys(hosts), *map(x509.IPAddress, (*NETWORKS, *elsewhere))]
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    return (
        _begun(name, name, key, now, now + AUTHORITY_LASTS)
        .serial_number(serial)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.NameConstraints(permitted, excluded_subtrees=None), critical=True)
        .add_extension(identifier, critical=False)
        .sign(key, SHA256())
    )


def _server_certificate(
    own: Key, hosts: Sequence[str], authority: x509.Certificate, key: Key, now: datetime
) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Yanlian")])
    ends = min(now + SERVER_LASTS, authority.not_valid_after_utc)
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())
    return (
        _begun(name, authority.subject, own, now, ends)
        .serial_number(x509.random_serial_number())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(list(map(_general, hosts))), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(own.public_key()), critical=False)
        .add_extension(issuer, critical=False)
        .sign(key, SHA256())
    )


def _begun(subject: x509.Name, issuer: x509.Name, key: Key, now: datetime, ends: datetime) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    return builder.not_valid_before(now - SLACK).not_valid_after(ends)


def _usage(signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _good(files: tuple[Path, Path], authority: x509.Certificate, hosts: Sequence[str], now: datetime) -> bool:
    """Whether what is there is of this authority, for these hosts, and lasts a while."""
    if not all(file.is_file() for file in files):
        return False
    certificate, key = _load_certificate(files[0]), _load_key(files[1])
    try:
        certificate.verify_directly_issued_by(authority)
        named = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except Exception:  # of another authority, or of none: whatever is wrong with it, it is made anew
        return False
    ends = min(now + RENEWED_BEFORE, authority.not_valid_after_utc)
    lasts = certificate.not_valid_before_utc <= now and ends <= certificate.not_valid_after_utc
    return lasts and list(named) == list(map(_general, hosts)) and certificate.public_key() == key.public_key()


def _may_vouch(authority: x509.Certificate, host: str) -> bool:
    """Whether the authority's constraints permit this name or address."""
    permitted = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    if _is_name(host) and not NAME.fullmatch(host):  # a machine may be named in Chinese
        return False
    if _is_name(host):
        names = [each.value for each in permitted if isinstance(each, x509.DNSName)]
        return any(host == name or host.endswith(f".{name}") for name in names)
    networks = [each.value for each in permitted if isinstance(each, x509.IPAddress)]
    return any(_covers(network, ip_network(host)) for network in networks)


def _covers(network: object, address: IPv4Network | IPv6Network) -> bool:
    if isinstance(network, IPv4Network):
        return isinstance(address, IPv4Network) and address.subnet_of(network)
    return isinstance(network, IPv6Network) and isinstance(address, IPv6Network) and address.subnet_of(network)


def _general(host: str) -> x509.GeneralName:
    return x509.DNSName(host) if _is_name(host) else x509.IPAddress(ip_address(host))


def _is_name(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return True
    return False


def _load_certificate(file: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(read_bytes(file, MOST_BYTES))
    except ValueError:
        raise _damaged(file) from None


def _load_key(file: Path) -> Key:
    try:
        key = load_pem_private_key(read_bytes(file, MOST_BYTES), password=None)
    except (ValueError, TypeError):
        raise _damaged(file) from None
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise _damaged(file)
    return key


def _write_key(file: Path, key: Key) -> None:
    """A key is never, not even for a moment, to be read by others."""
    fresh = file.with_name(f".{file.name}.new")
    try:
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as opened:
            opened.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
            opened.flush()
            os.fsync(opened.fileno())
        fresh.replace(file)
    except OSError as error:
        raise cannot_write(file, error) from error


def _damaged(file: Path) -> CommandError:
    return CommandError(
        f"{file} 已损坏；删除 {file.parent} 后重启会新建证书机构，所有设备须重新信任",
        f"{file} is damaged; without the folder {file.parent} a new authority is made, which every device has to trust",
    )
