"""Automatic routes written out, as routes that somebody drew."""

from collections.abc import Iterable, Mapping

from designer.topology.addressing import Addresses, assign_addresses
from designer.topology.automatic_routes import (
    AutomaticRoute,
    AutomaticRoutes,
    Way,
    automatic_routes,
)
from designer.topology.route import DEFAULT, Hop, Route
from designer.topology.routing import Routing
from designer.topology.segment import find_segments
from designer.topology.topology import Topology
from designer.topology.values import BOTH_ZEROS, InterfaceAddress, Network


def found_routes(topology: Topology) -> AutomaticRoutes:
    """Return the automatic routes of a drawing, also where it does not ask for them."""
    segments = find_segments(topology)
    asking = topology.model_copy(update={"routing": topology.routing or Routing()})
    return automatic_routes(asking, segments, assign_addresses(topology, segments))


def destination_text(network: Network) -> str:
    """Return a destination as the document writes it."""
    return DEFAULT if network in BOTH_ZEROS else str(network)


def with_explicit_routes(topology: Topology) -> Topology:
    """Return the drawing with its automatic routes drawn, of which the kernel makes the same."""
    found, assigned = found_routes(topology), assign_addresses(topology)
    own = _by_node(assigned)
    nodes = {
        name: node.model_copy(
            update={"routes": (*node.routes, *_drawn(found.get(name, ()), own.get(name, {})))}
        )
        for name, node in topology.nodes.items()
    }
    return topology.model_copy(update={"routing": None, "nodes": nodes})


_Own = Mapping[str, tuple[InterfaceAddress, ...]]


def _by_node(assigned: Addresses) -> dict[str, dict[str, tuple[InterfaceAddress, ...]]]:
    found: dict[str, dict[str, tuple[InterfaceAddress, ...]]] = {}
    for end, addresses in assigned.items():
        found.setdefault(end.node, {})[end.interface] = addresses
    return found


def _drawn(routes: Iterable[AutomaticRoute], own: _Own) -> Iterable[Route]:
    for destination, ways in routes:
        hops = tuple(_hop(way, own) for way in ways)
        network = None if destination in BOTH_ZEROS else destination
        if len(hops) == 1:
            gateway, interface = hops[0].gateway, hops[0].interface
            yield Route(destination=network, gateway=gateway, interface=interface)
        else:
            yield Route(destination=network, hops=hops)


def _hop(way: Way, own: _Own) -> Hop:
    """Return a hop that names its interface only where the gateway does not tell it."""
    on = [name for name, those in own.items() if any(way.gateway in one.network for one in those)]
    return Hop(gateway=way.gateway, interface=None if len(on) == 1 else way.interface)
