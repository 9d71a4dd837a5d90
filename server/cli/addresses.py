"""Addresses: names and addresses under which other machines of the LAN find this one. Nothing is sent to find out."""

import socket
import struct
import sys
from contextlib import closing, suppress
from ipaddress import ip_address

FAR = (("192.0.2.1", socket.AF_INET), ("2001:db8::1", socket.AF_INET6))  # documentation: nobody is there
SIOCGIFADDR = 0x8915


def host_name() -> str:
    """The name of this machine, in small letters."""
    return socket.gethostname().lower()


def lan_addresses() -> tuple[str, ...]:
    """Addresses of this machine that others may reach, the one of the usual way out first, IPv4 before IPv6."""
    found = [*_way_out(), *_of_interfaces(), *_by_name()]
    usable = [address for address in dict.fromkeys(found) if _reachable(address)]
    return tuple(sorted(usable, key=lambda address: ":" in address))


def _way_out() -> list[str]:
    """By which address this machine would go out; a datagram socket that is connected sends nothing."""
    found = []
    for far, family in FAR:
        with suppress(OSError), closing(socket.socket(family, socket.SOCK_DGRAM)) as out:
            out.connect((far, 9))
            found.append(str(out.getsockname()[0]))
    return found


def _of_interfaces() -> list[str]:
    """IPv4 of every interface; where the system is not asked this way, names know them."""
    if sys.platform != "linux":
        return []
    import fcntl

    found = []
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as asking:
        for _, name in socket.if_nameindex():
            with suppress(OSError):
                told = fcntl.ioctl(asking.fileno(), SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
                found.append(socket.inet_ntoa(told[20:24]))
    return found


def _by_name() -> list[str]:
    with suppress(OSError):
        return [str(told[4][0]).partition("%")[0] for told in socket.getaddrinfo(host_name(), None)]
    return []


def _reachable(address: str) -> bool:
    """A link-local IPv6 address needs a zone, which no link can hold."""
    parsed = ip_address(address)
    return not (parsed.is_loopback or parsed.is_unspecified or (parsed.version == 6 and parsed.is_link_local))
