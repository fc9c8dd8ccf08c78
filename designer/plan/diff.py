"""Desired against observed, in the order the kernel needs; reads as a table of contents."""

from itertools import chain

from designer.plan.address import add_addresses, delete_addresses
from designer.plan.birth import born_pairs
from designer.plan.bridge import create_bridges, set_stp
from designer.plan.comparison import compare
from designer.plan.device import create_devices
from designer.plan.forwarding import set_forwarding
from designer.plan.impairment import set_impairments
from designer.plan.interface import (
    attach_ports,
    detach_ports,
    set_down,
    set_down_again,
    set_link_local,
    set_macs,
    set_mtus,
    set_up,
)
from designer.plan.namespace import create_namespaces, delete_namespaces, set_hostnames
from designer.plan.neighbour import delete_neighbours, set_neighbours
from designer.plan.operations import Plan
from designer.plan.policy import add_policies, delete_policies
from designer.plan.route import add_routes, delete_routes
from designer.plan.rule import set_rules
from designer.plan.ruleset import set_rulesets
from designer.plan.service import set_resolvers, start_services, stop_services
from designer.plan.sysctl import reset_sysctls, set_sysctls
from designer.plan.veth import create_veths, delete_interfaces, new_cables
from designer.plan.vlan import add_port_vlans, delete_port_vlans, set_filtering
from designer.state.host_state import HostState


def diff(desired: HostState, observed: HostState) -> Plan:
    """Return the operations that turn `observed` into `desired`: empty when they are equal.

    Whatever an operation makes the kernel forget on its own (routes over an interface that goes
    down, secondary addresses) is asked for again later in the same plan.
    """
    changes = compare(desired, observed)
    cables = new_cables(changes)
    leading = {
        place: leads for cable in cables for place, leads in zip(cable, (True, False), strict=True)
    }
    born = tuple(born_pairs(changes, leading))
    pairs = (*chain.from_iterable(change.stays for change in changes), *born)
    return (
        *stop_services(changes, observed),
        *delete_routes(changes),
        *delete_addresses(changes),
        *delete_interfaces(changes),
        *delete_namespaces(changes, observed),
        *create_namespaces(changes),
        *set_hostnames(changes),
        *set_rules(changes),
        *set_rulesets(changes),
        *create_bridges(changes),
        *create_veths(changes, cables),
        *detach_ports(pairs),
        *set_mtus(pairs),
        *create_devices(changes),
        *set_down(pairs),
        *set_link_local(pairs),
        *set_macs(pairs),
        *set_stp(pairs),
        *set_filtering(pairs),
        *set_impairments(pairs),
        *attach_ports(pairs),
        *delete_port_vlans(pairs),
        *add_port_vlans(pairs),
        *set_up(pairs),
        *set_down_again(pairs),
        *add_addresses(changes, born),
        *set_forwarding(changes),
        *delete_neighbours(changes),
        *set_neighbours(changes),
        *add_routes(changes),
        *add_policies(changes),
        *delete_policies(changes),
        *reset_sysctls(changes),
        *set_sysctls(changes),
        *set_resolvers(changes),
        *start_services(changes),
    )
