"""Listening: the sockets of a server, its encryption, and by which addresses people come in."""

import socket
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from server.cli.addresses import host_name, lan_addresses
from server.cli.certificate import Credentials, own_certificate
from server.cli.failure import CommandError
from server.config import Config
from server.network import Network

HIGHEST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Listening:
    """on: the server's socket. url: what a person on this machine opens. files: certificate and key, None without TLS.
    plain: the socket of the page of trust. left_out: hosts for which the authority may not vouch."""

    on: socket.socket
    url: str
    network: Network
    files: tuple[Path, Path] | None = None
    plain: socket.socket | None = None
    left_out: tuple[str, ...] = ()


def listen(config: Config, host: str, port: int, folder: Path, tls: bool, now: datetime) -> Listening:
    """Begin to listen. folder: where the authority is kept that is made if TLS is wanted and no certificate is set.
    CommandError if that cannot be."""
    on = _socket(host, port)
    port = on.getsockname()[1]
    hosts = _hosts(host)
    files, credentials, plain = None, None, None
    if config.tls.certificate is not None and config.tls.key is not None:
        files = config.tls.certificate, config.tls.key
    elif tls:
        credentials = own_certificate(folder, _vouched_for(config, hosts), now)
        files = credentials.certificate, credentials.key
        plain = _plain_socket(host, port)
        hosts = tuple(each for each in hosts if each not in credentials.left_out) or hosts
    scheme = "https" if files else "http"
    urls = tuple(_url(scheme, name, port) for name in hosts)
    if config.server.public_url:
        urls = tuple(dict.fromkeys((config.server.public_url, *urls)))
    network = Network(
        urls=urls,
        encrypted=files is not None,
        only_here=_is_loopback(host),
        authority=credentials.authority if credentials else b"",
        trust_url=_trust_url(credentials, plain, hosts, urls),
    )
    shown = _url(scheme, "localhost" if _is_any(host) else host, port)
    return Listening(on, shown, network, files, plain, credentials.left_out if credentials else ())


def _hosts(host: str) -> tuple[str, ...]:
    """Under which names and addresses it is reached, the best first."""
    if not _is_any(host):
        return (host,)
    family = None if ":" in host else "."  # an IPv4 socket is not reached by IPv6
    found = tuple(address for address in lan_addresses() if family is None or family in address)
    return (*found, host_name()) if found else ("127.0.0.1",)


def _vouched_for(config: Config, hosts: Iterable[str]) -> list[str]:
    name = host_name()
    local = [] if "." in name else [f"{name}.local"]
    return [*hosts, *lan_addresses(), name, *local, urlsplit(config.server.public_url).hostname or ""]


def _trust_url(
    credentials: Credentials | None, plain: socket.socket | None, hosts: tuple[str, ...], urls: tuple[str, ...]
) -> str:
    if credentials is None:
        return ""
    return f"{urls[0]}/trust" if plain is None else f"{_url('http', hosts[0], plain.getsockname()[1])}/trust"


def _socket(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        raise CommandError(
            f"无法监听 {host}:{port}：{error.strerror}", f"cannot listen on {host}:{port}: {error.strerror}"
        ) from error


def _plain_socket(host: str, port: int) -> socket.socket | None:
    """The next port, else any free one: who needs it is sent there by a QR code."""
    for wanted in (port + 1, 0):
        if wanted <= HIGHEST_PORT:
            with suppress(CommandError):
                return _socket(host, wanted)
    return None


def _url(scheme: str, host: str, port: int) -> str:
    return f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"


def _is_any(host: str) -> bool:
    return host in ("0.0.0.0", "::", "")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
