"""Every operation as the commands a person would type: ip-netns(8), ip-link(8), nft(8).

Interface names stand after `dev` or `name`: ip-link(8) takes `a` or `up` for a word of its own.
"""

from typing import assert_never

from designer.plan.operations import (
    AddAddress,
    AddRoute,
    AttachPort,
    CreateBridge,
    CreateNamespace,
    CreateVeth,
    DeleteAddress,
    DeleteInterface,
    DeleteNamespace,
    DeleteRoute,
    DetachPort,
    Operation,
    SetDown,
    SetForwarding,
    SetHostname,
    SetLinkLocal,
    SetMac,
    SetMasquerade,
    SetMtu,
    SetStp,
    SetUp,
    VethEnd,
)
from designer.state.interface import DEFAULT_MTU
from designer.state.namespace import HOST_NAMESPACE
from designer.state.route import IPV6_DEFAULT_METRIC, Route

MASQUERADE_TABLE = "vethwork"
"""The nft table, of family inet, that holds the masquerade rules of a namespace."""


def commands(operation: Operation) -> tuple[str, ...]:  # noqa: C901, PLR0911, PLR0912 - one case each
    """Return the commands, run as root on the host, that do the same as the operation."""
    match operation:
        case CreateNamespace():
            return _create_namespace(operation)
        case DeleteNamespace(namespace):
            return (f"ip netns delete {namespace}",)
        case SetHostname():
            return ()  # ip-netns(8) gives a namespace no UTS name of its own
        case CreateBridge():
            return (_create_bridge(operation),)
        case CreateVeth():
            return _create_veth(operation)
        case DeleteInterface(namespace, interface):
            return (f"{_ip(namespace)} link delete dev {interface}",)
        case SetLinkLocal():
            return _set_link_local(operation)
        case SetMac(namespace, interface, mac):
            return (f"{_ip(namespace)} link set dev {interface} address {mac}",)
        case SetMtu(namespace, interface, mtu):
            return (f"{_ip(namespace)} link set dev {interface} mtu {mtu}",)
        case SetStp(namespace, interface, enabled):
            return (f"{_ip(namespace)} link set dev {interface} type bridge {_stp(enabled)}",)
        case AttachPort(namespace, interface, bridge):
            return (f"{_ip(namespace)} link set dev {interface} master {bridge}",)
        case DetachPort(namespace, interface):
            return (f"{_ip(namespace)} link set dev {interface} nomaster",)
        case SetUp(namespace, interface):
            return (f"{_ip(namespace)} link set dev {interface} up",)
        case SetDown(namespace, interface):
            return (f"{_ip(namespace)} link set dev {interface} down",)
        case AddAddress(namespace, interface, address):
            nodad = " nodad" if address.version == 6 else ""  # noqa: PLR2004
            return (f"{_ip(namespace)} address replace {address} dev {interface}{nodad}",)
        case DeleteAddress(namespace, interface, address):
            return (f"{_ip(namespace)} address delete {address} dev {interface}",)
        case AddRoute(namespace, route):
            return (f"{_ip_route(namespace, route)} replace {_route(route)}",)
        case DeleteRoute(namespace, route):
            return (f"{_ip_route(namespace, route)} delete {_route(route)}",)
        case SetForwarding(namespace, family, enabled):
            key = "net.ipv4.ip_forward" if family == 4 else "net.ipv6.conf.all.forwarding"  # noqa: PLR2004
            return (f"{_exec(namespace)}sysctl -qw {key}={int(enabled)}",)
        case SetMasquerade(namespace, out_interfaces):
            ruleset = masquerade_ruleset(MASQUERADE_TABLE, out_interfaces)
            return (f"{_exec(namespace)}nft '{ruleset}'",)
        case _:
            assert_never(operation)


def masquerade_ruleset(table: str, out_interfaces: frozenset[str]) -> str:
    """Return the nft commands that make a table hold exactly these masquerade rules, at once."""
    empty = f"add table inet {table}; delete table inet {table}"
    if not out_interfaces:
        return empty
    names = ", ".join(f'"{name}"' for name in sorted(out_interfaces))
    chain = f"inet {table} postrouting"
    return "; ".join(
        (
            empty,
            f"add table inet {table}",
            f"add chain {chain} {{ type nat hook postrouting priority srcnat; }}",
            f"add rule {chain} oifname {{ {names} }} masquerade",
        )
    )


def _ip(namespace: str) -> str:
    return "ip" if namespace == HOST_NAMESPACE else f"ip -n {namespace}"


def _exec(namespace: str) -> str:
    return "" if namespace == HOST_NAMESPACE else f"ip netns exec {namespace} "


def _create_namespace(operation: CreateNamespace) -> tuple[str, ...]:
    add = f"ip netns add {operation.namespace}"
    if not operation.quiet:
        return (add,)
    silence = "sysctl -qw net.ipv6.conf.default.disable_ipv6=1"
    return (add, f"{_exec(operation.namespace)}{silence}")


def _set_link_local(operation: SetLinkLocal) -> tuple[str, ...]:
    """IPv6 speaks at once only if it is asked for by sysctl, in a quiet namespace twice over."""
    where, who = operation.namespace, operation.interface
    if not operation.enabled:
        return (f"{_ip(where)} link set dev {who} addrgenmode none",)
    folder = f"net/ipv6/conf/{who}"  # with slashes, as names may hold dots: sysctl(8)
    return (f"{_exec(where)}sysctl -qw {folder}/addr_gen_mode=0 {folder}/disable_ipv6=0",)


def _create_bridge(operation: CreateBridge) -> str:
    options = "mcast_snooping 0" + (f" {_stp(enabled=True)}" if operation.stp else "")
    up = " up" if operation.up else ""
    born = f"{operation.interface} address {operation.mac}{_mtu(operation.mtu)}{up}"
    return f"{_ip(operation.namespace)} link add name {born} type bridge {options}"


def _stp(enabled: bool) -> str:
    return "stp_state 1 forward_delay 200" if enabled else "stp_state 0"


def _create_veth(operation: CreateVeth) -> tuple[str, ...]:
    left, right = operation.left, operation.right
    where = "$$" if right.namespace == HOST_NAMESPACE else right.namespace  # $$: where the shell is
    elsewhere = "" if right.namespace == left.namespace else f" netns {where}"
    peer = f"peer name {_end(right)}{elsewhere}"
    add = f"{_ip(left.namespace)} link add name {_end(left)} type veth {peer}"
    words = [*(["master", left.bridge] if left.bridge else []), *(["up"] if left.up else [])]
    if not words:
        return (add,)
    return (add, f"{_ip(left.namespace)} link set dev {left.interface} {' '.join(words)}")


def _end(end: VethEnd) -> str:
    return f"{end.interface} address {end.mac}{_mtu(end.mtu)}"


def _mtu(mtu: int) -> str:
    return "" if mtu == DEFAULT_MTU else f" mtu {mtu}"


def _ip_route(namespace: str, route: Route) -> str:
    six = " -6" if route.destination.version == 6 else ""  # noqa: PLR2004
    return f"{_ip(namespace)}{six} route"


def _route(route: Route) -> str:
    if route.destination.version == 6 and route.metric == IPV6_DEFAULT_METRIC:  # noqa: PLR2004
        return str(Route(route.destination, route.gateway, route.interface))
    return str(route)
