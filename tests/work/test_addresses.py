from __future__ import annotations

import ipaddress

import pytest

from matcher.work.addresses import Address, AddressRefused, find_address, is_public

# Hosts that lead inside, in the forms in which they are smuggled past filters.
INNER = [
    "127.0.0.1",
    "127.1.2.3",
    "0.0.0.0",  # noqa: S104
    "10.0.0.8",
    "172.16.5.4",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "169.254.170.2",
    "192.0.0.192",
    "198.18.0.1",
    "192.0.2.1",
    "203.0.113.9",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "[::]",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:a9fe:a9fe]",
    "[::ffff:10.0.0.1]",
    "[::127.0.0.1]",
    "[64:ff9b::169.254.169.254]",
    "[2002:7f00:0001::1]",
    "[2001:0:4136:e378:8000:63bf:80ff:fffe]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "[fec0::1]",
    "[ff02::1]",
    "[2001:db8::1]",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "017700000001",
    "0177.0.0.1",
    "127.1",
    "127.0.1",
]
# Names that resolve to inner addresses.
NAMES = {
    "localhost": ["127.0.0.1"],
    "inner.example.org": ["10.1.2.3"],
    "metadata.google.internal": ["169.254.169.254"],
    "both.example.org": ["93.184.216.34", "127.0.0.1"],
    "six.example.org": ["::1"],
    "mapped.example.org": ["::ffff:192.168.0.1"],
    "scoped.example.org": ["fe80::1%eth0"],
}
ODD = [
    "http://example.org/",
    "ftp://example.org/",
    "https://",
    "https:///x",
    "//example.org/",
    "https://user@example.org/",
    "https://user:secret@127.0.0.1/",
    "https://example.org:22/",
    "https://example.org:99999/",
    "https://example.org:x/",
    "https://example.org/#part",
    "https://exa mple.org/",
    "https://example.org\\@127.0.0.1/",
    "https://example.org/\r\nHost: inner",
    "https://ex\u00e4mple.org/",
    "https://-.example.org/",
    "https://example..org/",
    "https://[::1/",
    "https://example.org/" + "x" * 2_000,
    "javascript:alert(1)",
    "",
]


def public(_host: str, _port: int) -> list[str]:
    return ["93.184.216.34"]


@pytest.mark.parametrize("host", INNER)
def test_inner_addresses_are_refused_in_every_form(host: str) -> None:
    for url in (f"https://{host}/", f"https://{host}:8443/x"):
        with pytest.raises(AddressRefused) as caught:
            find_address(url, resolver=public)
        assert caught.value.code in {"address_inner", "address_invalid"}


@pytest.mark.parametrize("name", NAMES)
def test_names_of_inner_addresses_are_refused(name: str) -> None:
    with pytest.raises(AddressRefused, match="address_inner"):
        find_address(f"https://{name}/", resolver=lambda host, _port: NAMES[host])


@pytest.mark.parametrize("url", ODD)
def test_odd_urls_are_refused(url: str) -> None:
    with pytest.raises(AddressRefused, match="address_invalid"):
        find_address(url, resolver=public)


def test_a_name_that_leads_nowhere_is_told_apart() -> None:
    def fails(_host: str, _port: int) -> list[str]:
        raise OSError

    for resolver in (fails, lambda _host, _port: []):
        with pytest.raises(AddressRefused, match="address_unknown"):
            find_address("https://example.org/", resolver=resolver)


def test_a_public_name_is_resolved_once_and_pinned() -> None:
    asked: list[str] = []

    def once(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["93.184.216.34"] if len(asked) == 1 else ["127.0.0.1"]

    found = find_address("https://Hooks.Example.org:8443/in?a=1", resolver=once)

    assert found == Address("hooks.example.org", 8443, "93.184.216.34", "/in?a=1", True)
    assert asked == ["hooks.example.org"]


def test_an_operator_may_allow_an_inner_host_by_name_and_port() -> None:
    assert find_address("http://127.0.0.1:9000/in", inner=["127.0.0.1:9000"]).secure is False
    with pytest.raises(AddressRefused):
        find_address("http://127.0.0.1:9001/in", inner=["127.0.0.1:9000"])


@pytest.mark.parametrize("text", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"])
def test_public_addresses_are_public(text: str) -> None:
    assert is_public(ipaddress.ip_address(text))
