"""Rules about neighbours."""

from collections.abc import Iterator

from designer.topology.checks.facts import Facts
from designer.topology.neighbour import Neighbour
from designer.topology.node import Node
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.values import InterfaceAddress


def check_neighbours(facts: Facts) -> Iterator[Problem]:
    """Every neighbour must be on a wire on which the node has an address of its family."""
    if facts.pool_is_empty:
        return  # said by the rules about addresses
    for name, node in facts.topology.nodes.items():
        if node.neighbours:
            own = {end.interface: one for end, one in facts.assigned.items() if end.node == name}
            yield from _check_node(name, node, own)


def _check_node(
    name: str, node: Node, own: dict[str, tuple[InterfaceAddress, ...]]
) -> Iterator[Problem]:
    seen: set[object] = set()
    for place, one in enumerate(node.neighbours):
        element = f"nodes/{name}/neighbours/{place}"
        if node.at == "host-namespace":
            message = say(
                "{name} is in the host's namespace, which takes no neighbours: remove it", name=name
            )
            yield Problem("neighbour-of-the-host", element, message)
            continue
        if (one.address, one.interface) in seen:
            message = say(
                "{name} knows {address} already: remove one of the two",
                name=name,
                address=one.address,
            )
            yield Problem("duplicate-neighbour", element, message)
        seen.add((one.address, one.interface))
        yield from _check_place(name, one, own, element)


def _check_place(
    name: str, one: Neighbour, own: dict[str, tuple[InterfaceAddress, ...]], element: str
) -> Iterator[Problem]:
    version = one.address.version
    if one.interface is None:
        if not any(one.address in address.network for those in own.values() for address in those):
            message = say(
                "{name} is in no network with {address}: say on which interface it is",
                name=name,
                address=one.address,
            )
            yield Problem("neighbour-nowhere", element, message)
    elif not any(address.version == version for address in own.get(one.interface, ())):
        message = say(
            "{name}:{interface} has no IPv{version} address, so nothing is sent there:"
            " give it one, or name another interface",
            name=name,
            interface=one.interface,
            version=version,
        )
        yield Problem("neighbour-without-address", element, message)
