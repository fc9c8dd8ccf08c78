"""Rules about addresses."""

from collections import defaultdict
from collections.abc import Iterator

from designer.topology.addressing import Addresses
from designer.topology.checks.facts import Facts
from designer.topology.checks.worlds import find_worlds
from designer.topology.problem import Problem
from designer.topology.segment import Segment
from designer.topology.sentence import Sentence, say
from designer.topology.stack import table_of
from designer.topology.topology import Topology
from designer.topology.values import Address, End, InterfaceAddress, Network


def check_addresses(facts: Facts) -> Iterator[Problem]:
    """Every address must be one that an interface can have, and belong to one interface only."""
    yield from _check_kinds(facts.topology)
    if (error := facts.pool_is_empty) is not None:
        message = say(
            "{end} gets no automatic address, {error}: give the addressing a larger"
            " pool, or the interface an address",
            end=error.end,
            error=error.message,
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
                    message = say("{fault}: choose another address", fault=fault)
                    yield Problem("unusable-address", path(End(name, interface)), message)


def _fault(address: InterfaceAddress) -> Sentence | None:
    """Return why no interface can have an address; sentences are made for those alone."""
    ip = address.ip
    if ip.is_multicast:
        return say("{address} is a multicast address", address=address)
    if ip.is_loopback:
        return say("{address} is a loopback address", address=address)
    if ip.is_unspecified:
        return say("{address} is no address of an interface", address=address)
    if ip.version == 6:  # noqa: PLR2004
        return _fault_of_ipv6(address)
    return _fault_of_ipv4(address)


def _fault_of_ipv6(address: InterfaceAddress) -> Sentence | None:
    if not address.ip.is_link_local:
        return None
    return say("{address} is link-local, which the kernel gives by itself", address=address)


def _fault_of_ipv4(address: InterfaceAddress) -> Sentence | None:
    """Of a /31 and a /32 neither is the network's own (RFC 3021)."""
    network = address.network
    if network.prefixlen >= 31:  # noqa: PLR2004
        return None
    if address.ip == network.network_address:
        return say("{address} is the number of its network", address=address)
    if address.ip == network.broadcast_address:
        return say("{address} is the broadcast address of its network", address=address)
    return None


def _check_duplicates(topology: Topology, assigned: Addresses) -> Iterator[Problem]:
    owners: dict[Address, End] = {}
    for end, addresses in assigned.items():
        for address in addresses:
            owner = owners.setdefault(address.ip, end)
            if owner != end and not _in_two_tables(topology, owner, end):
                message = say(
                    "{end} has the address {address} of {owner}: give it another",
                    end=end,
                    address=address.ip,
                    owner=owner,
                )
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
                    message = say(
                        "{end} is in {network}, which is also used on another segment: packets for"
                        " one will not find the other; expect it to be blocked if that is meant",
                        end=end,
                        network=address.network,
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
            message = say(
                "{end} is in {network} and {other} on the same wire in {elsewhere}: without a"
                " router they do not reach each other",
                end=end,
                network=network,
                other=first[1],
                elsewhere=first[0],
            )
            yield Problem("two-networks-on-a-segment", path(end), message, "warning")
