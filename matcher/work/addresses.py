"""Which addresses this server may call when somebody else names them: public ones over https, and no others.

Whoever holds a key could otherwise have the server ask what only the server can reach: its own host, its network, the
metadata of its cloud. The name is resolved once, all addresses behind it are judged, and the connection goes to the
one that was judged, so that a name that changes its mind in between gains nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

__all__ = ["Address", "AddressRefused", "Resolver", "find_address", "is_public"]

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Collection[str]]

_LONGEST = 2_000
_USUAL = 443
_FIRST_FREE_PORT = 1024
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")
# Forms of IPv6 that carry an IPv4 address: RFC 6052 (NAT64), 3056 (6to4), 4380 (Teredo), and IPv4-compatible.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")
# What the versions of Python take for public in part: IETF assignments (a cloud's metadata is at 192.0.0.192), local
# NAT64, old site-local addresses, documentation and segment routing.
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(text)
    for text in ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "fec0::/10", "3fff::/20", "5f00::/16")
)


class AddressRefused(Exception):
    """The address may not be called; ``code`` says why: address_invalid, address_inner or address_unknown."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Address:
    """Where to call: the name for TLS and the Host header, and the one IP address to connect to."""

    host: str
    port: int
    ip: str
    target: str
    secure: bool = True


def find_address(url: str, *, resolver: Resolver | None = None, inner: Collection[str] = ()) -> Address:
    """Judge a URL and return where it leads.

    Args:
        url: as it was given.
        resolver: returns the addresses behind a name; by default the system's.
        inner: hosts ("host:port") that the operator allows although they are inner ones, over plain http too.

    Raises:
        AddressRefused: it may not be called.
    """
    parts = _split(url)
    host = _host(parts)
    port = parts.port or (_USUAL if parts.scheme == "https" else 80)
    allowed = f"{host}:{port}" in inner
    if parts.scheme != "https" and not (allowed and parts.scheme == "http"):
        raise AddressRefused("address_invalid")
    if not allowed and port != _USUAL and port < _FIRST_FREE_PORT:
        raise AddressRefused("address_invalid")
    found = _resolve(host, port, resolver or _system)
    if not allowed and not all(is_public(one) for one in found):
        raise AddressRefused("address_inner")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Address(host, port, str(found[0]), target, parts.scheme == "https")


def is_public(address: IP) -> bool:
    """Tell whether an IP address is one of the public internet, also where it carries another one inside."""
    inside = _inside(address)
    if inside is not None:
        return is_public(inside)
    if any(address in network for network in _NOT_PUBLIC):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inside(address: IP) -> IP | None:
    if not isinstance(address, ipaddress.IPv6Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def _split(url: str) -> SplitResult:
    # Control characters and blanks are taken out silently by some parsers and not by others.
    if len(url) > _LONGEST or not url.isascii() or re.search(r"[\x00-\x20\x7f\\]", url):
        raise AddressRefused("address_invalid")
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises for a port that is none
    except ValueError as error:
        raise AddressRefused("address_invalid") from error
    if "@" in parts.netloc or parts.fragment or not parts.hostname:
        raise AddressRefused("address_invalid")
    return parts


def _host(parts: SplitResult) -> str:
    """Return the host in lower case. A number in any form but four decimals is refused: readers of them differ."""
    host = (parts.hostname or "").removesuffix(".")
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        labels = host.split(".")
        if not all(_LABEL.fullmatch(label) for label in labels) or _NUMBER.fullmatch(labels[-1]):
            raise AddressRefused("address_invalid") from None
    return host


def _resolve(host: str, port: int, resolver: Resolver) -> list[IP]:
    try:
        return [ipaddress.ip_address(host)]
    except ValueError:
        pass
    try:
        found = [ipaddress.ip_address(text.partition("%")[0]) for text in resolver(host, port)]
    except (OSError, ValueError) as error:
        raise AddressRefused("address_unknown") from error
    if not found:
        raise AddressRefused("address_unknown")
    return found


def _system(host: str, port: int) -> Collection[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
