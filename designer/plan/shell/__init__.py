"""Every operation as the commands a person would type: ip-netns(8), ip-link(8), nft(8).

Interface names stand after `dev` or `name`: ip-link(8) takes `a` or `up` for a word of its own.
"""

from typing import assert_never

from designer.plan.operations import (
    AddAddress,
    AddPolicy,
    AddPortVlan,
    AddRoute,
    AttachPort,
    CreateBridge,
    CreateDevice,
    CreateNamespace,
    CreateVeth,
    DeleteAddress,
    DeleteImpairment,
    DeleteInterface,
    DeleteNamespace,
    DeleteNeighbour,
    DeletePolicy,
    DeletePortVlan,
    DeleteRoute,
    DetachPort,
    Operation,
    ResetSysctl,
    SetDown,
    SetFiltering,
    SetForwarding,
    SetHostname,
    SetImpairment,
    SetLinkLocal,
    SetMac,
    SetMtu,
    SetNeighbour,
    SetResolver,
    SetRules,
    SetRuleset,
    SetStp,
    SetSysctl,
    SetUp,
    StartService,
    StopService,
)
from designer.plan.shell.bridge import create_bridge, stp_words
from designer.plan.shell.device import create_device
from designer.plan.shell.impairment import set_impairment
from designer.plan.shell.interface import set_link_local
from designer.plan.shell.namespace import create_namespace
from designer.plan.shell.neighbour import neighbour_command
from designer.plan.shell.policy import policy_command
from designer.plan.shell.route import ip_route, route_words
from designer.plan.shell.rule import set_rules
from designer.plan.shell.ruleset import set_ruleset
from designer.plan.shell.service import start_service
from designer.plan.shell.sysctl import sysctl_command
from designer.plan.shell.veth import create_veth
from designer.plan.shell.vlan import filtering_words, port_vlan
from designer.plan.shell.wireguard import wireguard_commands
from designer.plan.shell.words import ip, tc, within


def commands(operation: Operation) -> tuple[str, ...]:  # noqa: C901, PLR0911, PLR0912 - one case each
    """Return the commands, run as root on the host, that do the same as the operation."""
    match operation:
        case CreateNamespace():
            return create_namespace(operation)
        case DeleteNamespace(namespace):
            return (f"ip netns delete {namespace}",)
        case SetHostname():
            return ()  # ip-netns(8) gives a namespace no UTS name of its own
        case CreateBridge():
            return (create_bridge(operation),)
        case CreateVeth():
            return create_veth(operation)
        case CreateDevice():
            return (create_device(operation), *wireguard_commands(operation))
        case DeleteInterface(namespace, interface):
            return (f"{ip(namespace)} link delete dev {interface}",)
        case SetLinkLocal():
            return set_link_local(operation)
        case SetMac(namespace, interface, mac):
            return (f"{ip(namespace)} link set dev {interface} address {mac}",)
        case SetMtu(namespace, interface, mtu):
            return (f"{ip(namespace)} link set dev {interface} mtu {mtu}",)
        case SetStp(namespace, interface, enabled):
            words = stp_words(enabled=enabled)
            return (f"{ip(namespace)} link set dev {interface} type bridge {words}",)
        case SetFiltering(namespace, interface, filtering):
            words = filtering_words(filtering)
            return (f"{ip(namespace)} link set dev {interface} type bridge {words}",)
        case AddPortVlan() | DeletePortVlan():
            return (port_vlan(operation),)
        case SetImpairment():
            return (set_impairment(operation),)
        case DeleteImpairment(namespace, interface):
            return (f"{tc(namespace)} qdisc delete dev {interface} root",)
        case AttachPort(namespace, interface, master):
            return (f"{ip(namespace)} link set dev {interface} master {master}",)
        case DetachPort(namespace, interface):
            return (f"{ip(namespace)} link set dev {interface} nomaster",)
        case SetUp(namespace, interface):
            return (f"{ip(namespace)} link set dev {interface} up",)
        case SetDown(namespace, interface):
            return (f"{ip(namespace)} link set dev {interface} down",)
        case AddAddress(namespace, interface, address):
            nodad = " nodad" if address.version == 6 else ""  # noqa: PLR2004
            return (f"{ip(namespace)} address replace {address} dev {interface}{nodad}",)
        case DeleteAddress(namespace, interface, address):
            return (f"{ip(namespace)} address delete {address} dev {interface}",)
        case AddRoute(namespace, route):
            return (f"{ip_route(namespace, route)} replace {route_words(route)}",)
        case DeleteRoute(namespace, route):
            return (f"{ip_route(namespace, route)} delete {route_words(route)}",)
        case AddPolicy() | DeletePolicy():
            return (policy_command(operation),)
        case SetNeighbour() | DeleteNeighbour():
            return (neighbour_command(operation),)
        case SetSysctl() | ResetSysctl():
            return (sysctl_command(operation),)
        case SetForwarding(namespace, family, enabled):
            key = "net.ipv4.ip_forward" if family == 4 else "net.ipv6.conf.all.forwarding"  # noqa: PLR2004
            return (f"{within(namespace)}sysctl -qw {key}={int(enabled)}",)
        case SetRules():
            return (set_rules(operation),)
        case SetRuleset():
            return tuple(set_ruleset(operation))
        case SetResolver():
            return ()  # the file would be the machine's, and outlive the lab
        case StartService():
            return start_service(operation)
        case StopService():
            return ()  # nothing that a script starts outlives it by these commands
        case _:
            assert_never(operation)
