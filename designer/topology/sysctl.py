"""Settings of a node's kernel: names from a list, each with the values it may have.

Every one belongs to a network namespace (ip-sysctl of the kernel's documentation), so that none
reaches beyond its node. What the drawing says elsewhere, such as forwarding, is not among them.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema

from designer.topology.sentence import counted, say

SYSCTLS_MAX = 64
_INT_MAX = 2**31 - 1
_VALUE = re.compile(r"[0-9]{1,10}([ \t]+[0-9]{1,10}){0,2}")
_OF_INTERFACE = re.compile(r"net\.(ipv4|ipv6)\.conf\.([A-Za-z][A-Za-z0-9_.-]{0,14})\.([a-z0-9_]+)")
EVERY_INTERFACE = "all"


@dataclass(frozen=True, slots=True)
class Range:
    """The values of a setting: so many numbers, none below the one before it."""

    low: int
    high: int
    numbers: int = 1


SWITCH = Range(0, 1)
OF_NODE = {
    "net.ipv4.fib_multipath_hash_policy": Range(0, 2),
    "net.ipv4.fib_multipath_use_neigh": SWITCH,
    "net.ipv4.icmp_echo_ignore_all": SWITCH,
    "net.ipv4.icmp_echo_ignore_broadcasts": SWITCH,
    "net.ipv4.ip_default_ttl": Range(1, 255),
    "net.ipv4.ip_forward_use_pmtu": SWITCH,
    "net.ipv4.ip_no_pmtu_disc": Range(0, 3),
    "net.ipv4.ip_nonlocal_bind": SWITCH,
    "net.ipv4.ip_unprivileged_port_start": Range(0, 32768),
    "net.ipv4.tcp_ecn": Range(0, 2),
    "net.ipv4.tcp_fin_timeout": Range(1, 600),
    "net.ipv4.tcp_keepalive_intvl": Range(1, 32767),
    "net.ipv4.tcp_keepalive_probes": Range(1, 127),
    "net.ipv4.tcp_keepalive_time": Range(1, 32767),
    "net.ipv4.tcp_mtu_probing": Range(0, 2),
    "net.ipv4.tcp_retries2": Range(1, 255),
    "net.ipv4.tcp_rmem": Range(1, _INT_MAX, numbers=3),
    "net.ipv4.tcp_sack": SWITCH,
    "net.ipv4.tcp_slow_start_after_idle": SWITCH,
    "net.ipv4.tcp_syn_retries": Range(1, 127),
    "net.ipv4.tcp_synack_retries": Range(0, 255),
    "net.ipv4.tcp_timestamps": Range(0, 2),
    "net.ipv4.tcp_window_scaling": SWITCH,
    "net.ipv4.tcp_wmem": Range(1, _INT_MAX, numbers=3),
    "net.ipv6.bindv6only": SWITCH,
    "net.ipv6.fib_multipath_hash_policy": Range(0, 2),
    "net.ipv6.icmp.echo_ignore_all": SWITCH,
}
OF_INTERFACE = {
    "ipv4": {
        "accept_local": SWITCH,
        "accept_redirects": SWITCH,
        "accept_source_route": SWITCH,
        "arp_accept": SWITCH,
        "arp_announce": Range(0, 2),
        "arp_filter": SWITCH,
        "arp_ignore": Range(0, 8),
        "arp_notify": SWITCH,
        "forwarding": SWITCH,
        "ignore_routes_with_linkdown": SWITCH,
        "proxy_arp": SWITCH,
        "route_localnet": SWITCH,
        "rp_filter": Range(0, 2),
        "secure_redirects": SWITCH,
        "send_redirects": SWITCH,
    },
    "ipv6": {
        "accept_ra": Range(0, 2),
        "accept_ra_defrtr": SWITCH,
        "accept_ra_pinfo": SWITCH,
        "accept_redirects": SWITCH,
        "autoconf": SWITCH,
        "dad_transmits": Range(0, 10),
        "forwarding": SWITCH,
        "hop_limit": Range(1, 255),
        "ignore_routes_with_linkdown": SWITCH,
        "proxy_ndp": SWITCH,
        "use_tempaddr": Range(0, 2),
    },
}


def interface_of(name: str) -> str:
    """Return the interface that a setting is of, empty for one of the whole node."""
    match = _OF_INTERFACE.fullmatch(name)
    return "" if match is None or match[2] == EVERY_INTERFACE else match[2]


def path_of(name: str) -> str:
    """Return a setting's name with slashes, for interfaces may have dots in theirs: sysctl(8)."""
    interface = interface_of(name)
    if not interface:
        return name.replace(".", "/")
    before, _, after = name.partition(f".{interface}.")
    return f"{before.replace('.', '/')}/{interface}/{after}"


def range_of(name: str) -> Range | None:
    """Return the values of a setting, None for one that no drawing may ask for."""
    match = _OF_INTERFACE.fullmatch(name)
    if match is None:
        return OF_NODE.get(name)
    family, interface, word = match.groups()
    if interface in {"default", "lo"}:
        return None
    if interface == EVERY_INTERFACE and (family == "ipv6" or word == "forwarding"):
        return None  # most of IPv6 does not heed these, and forwarding is said of the node
    return OF_INTERFACE[family].get(word)


def _parse_name(value: Any) -> str:
    if not isinstance(value, str) or range_of(value) is None:
        message = say(
            "{value} is no setting that a drawing may have: take one of the list in"
            " the reference, such as net.ipv4.conf.all.rp_filter or"
            " net.ipv6.conf.eth0.accept_ra",
            value=repr(str(value)[:80]),
        )
        raise ValueError(message)
    return value


def _parse_value(value: Any) -> str:
    text = str(int(value)) if isinstance(value, int) else value
    if not isinstance(text, str) or not _VALUE.fullmatch(text):
        message = say(
            "{value} is no value of a setting: write a number, or up to three",
            value=repr(str(value)[:40]),
        )
        raise ValueError(message)
    return " ".join(str(int(one)) for one in text.split())


def _fits(sysctls: dict[str, str]) -> dict[str, str]:
    for name, value in sysctls.items():
        if fault := _fault(name, [int(one) for one in value.split()]):
            message = say("{name} cannot be {value}: {fault}", name=name, value=value, fault=fault)
            raise ValueError(message)
    return sysctls


def _fault(name: str, numbers: list[int]) -> str:
    known = range_of(name)
    assert known is not None  # noqa: S101 - the name was parsed before
    if len(numbers) != known.numbers:
        return counted("write one number", "write {count} numbers", count=known.numbers)
    if not all(known.low <= one <= known.high for one in numbers):
        return say("it goes from {low} to {high}", low=known.low, high=known.high)
    return say("write the smaller number first") if numbers != sorted(numbers) else ""


def _plain(value: str) -> int | str:
    return int(value) if value.isdigit() else value


_NAME_PATTERN = r"^net\.ipv[46]\.[A-Za-z0-9_.-]+$"
SysctlName = Annotated[
    str,
    BeforeValidator(_parse_name),
    WithJsonSchema({"type": "string", "pattern": _NAME_PATTERN}),
]
SysctlValue = Annotated[
    str,
    BeforeValidator(_parse_value),
    PlainSerializer(_plain),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0, "maximum": _INT_MAX},
                {"type": "string", "pattern": f"^{_VALUE.pattern}$"},
            ]
        }
    ),
]
Sysctls = Annotated[dict[SysctlName, SysctlValue], AfterValidator(_fits)]
