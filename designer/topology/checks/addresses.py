"""Rules about addresses."""

from collections import defaultdict
from collections.abc import Iterator

from designer.topology.addressing import Addresses
from designer.topology.checks.facts import Facts
from designer.topology.checks.worlds import find_worlds
from designer.topology.problem import Problem
from designer.topology.segment import Segment
from designer.topology.stack import table_of
from designer.topology.topology import Topology
from designer.topology.values import Address, End, InterfaceAddress, Network


def check_addresses(facts: Facts) -> Iterator[Problem]:
    """Every address must be one that an interface can have, and belong to one interface only."""
    yield from _check_kinds(facts.topology)
    if (error := facts.pool_is_empty) is not None:
        message = (
            f"{error.end} gets no automatic address, {error}:"
            " give the addressing a larger pool, or the interface an address"
        )
        yield Problem("pool-is-empty", path(error.end), message)
    yield from _check_duplicates(facts.topology, facts.assigned)
    yield from _check_segments(facts)


def path(end: End) -> str:
    """Return the element path of an interface."""
    return f"nodes/{end.node}/interfaces/{end.interface}"


def _check_kinds(topology: Topology) -> Iterator[Problem]:
    for name, node in topology.nodes.items():
        for interface, said in node.interfaces.items():
            for address in said.addresses or ():
                if fault := _fault(address):
                    message = f"{address} {fault}: choose another address"
                    yield Problem("unusable-address", path(End(name, interface)), message)


def _fault(address: InterfaceAddress) -> str:
    ip, network = address.ip, address.network
    for attribute, fault in (
        ("is_multicast", "is a multicast address"),
        ("is_loopback", "is a loopback address"),
        ("is_unspecified", "is no address of an interface"),
        ("is_link_local", "is link-local, which the kernel gives by itself"),
    ):
        if getattr(ip, attribute) and not (ip.version == 4 and attribute == "is_link_local"):  # noqa: PLR2004
            return fault
    if ip.version == 4 and network.prefixlen < 31:  # noqa: PLR2004 - /31 and /32 have neither, RFC 3021
        if ip == network.network_address:
            return "is the number of its network"
        if ip == network.broadcast_address:
            return "is the broadcast address of its network"
    return ""


def _check_duplicates(topology: Topology, assigned: Addresses) -> Iterator[Problem]:
    owners: dict[Address, End] = {}
    for end, addresses in assigned.items():
        for address in addresses:
            owner = owners.setdefault(address.ip, end)
            if owner != end and not _in_two_tables(topology, owner, end):
                message = f"{end} has the address {address.ip} of {owner}: give it another"
                yield Problem("duplicate-address", path(end), message)


def _in_two_tables(topology: Topology, one: End, other: End) -> bool:
    """Tell whether two interfaces of a node know nothing of each other: they are in two VRFs."""
    if one.node != other.node:
        return False
    node = topology.nodes[one.node]
    return table_of(node, one.interface) != table_of(node, other.interface)


def _check_segments(facts: Facts) -> Iterator[Problem]:
    where: dict[tuple[object, Network], int] = {}
    worlds = find_worlds(facts.topology, facts.segments)
    apart = _Apart(facts.topology)
    for number, segment in enumerate(facts.segments):
        networks: dict[int, dict[Network, End]] = defaultdict(dict)
        for end in segment.members:
            for address in facts.assigned.get(end, ()):
                networks[address.version].setdefault(address.network, end)
                first = where.setdefault((worlds[number], address.network), number)
                if first != number and not apart.expected(end.node, facts.segments[first]):
                    message = (
                        f"{end} is in {address.network}, which is also used on another segment:"
                        " packets for one will not find the other; expect it to be blocked if that"
                        " is meant"
                    )
                    yield Problem("network-on-two-segments", path(end), message, "warning")
        yield from _check_one_network(networks)


class _Apart:
    """Which nodes are expected not to reach each other."""

    def __init__(self, topology: Topology) -> None:
        self._of: dict[str, set[str]] = defaultdict(set)
        for one in topology.expect:
            if one.outcome == "blocked":
                target = one.to.partition(":")[0]
                self._of[one.from_].add(target)
                self._of[target].add(one.from_)

    def expected(self, node: str, segment: Segment) -> bool:
        """Tell whether a node is expected not to reach somebody of a segment."""
        others = self._of.get(node, set())
        return any(end.node in others for end in segment.members)


def _check_one_network(networks: dict[int, dict[Network, End]]) -> Iterator[Problem]:
    for found in networks.values():
        first, *others = found.items()
        for network, end in others:
            message = (
                f"{end} is in {network} and {first[1]} on the same wire in {first[0]}:"
                " without a router they do not reach each other"
            )
            yield Problem("two-networks-on-a-segment", path(end), message, "warning")
