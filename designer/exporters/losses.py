"""What several formats cannot hold, in the words of the person who drew it."""

from collections.abc import Collection, Iterator

from designer.topology.topology import Topology
from designer.topology.wireguard import WireGuardDevice


def lost_expectations(topology: Topology) -> Iterator[str]:
    """Yield a sentence where the drawing says who must reach whom."""
    if topology.expect:
        count = len(topology.expect)
        noun = "expectation is" if count == 1 else "expectations are"
        yield f"{count} {noun} left out: `vethwork verify` checks them here."


def lost_positions(topology: Topology) -> Iterator[str]:
    """Yield a sentence where the drawing has positions."""
    if topology.layout:
        yield "The positions on the canvas are left out."


def lost_looks(topology: Topology) -> Iterator[str]:
    """Yield a sentence for what is drawn for people alone."""
    if topology.shapes:
        kinds = {shape.kind: None for shape in topology.shapes}
        yield f"The {' and '.join(f'{kind}s' for kind in kinds)} of the canvas are left out."
    if any(link.label for link in topology.links):
        yield "The labels of links are left out."
    if any(link.bends for link in topology.links):
        yield "The bends of links are left out."
    if any(link.angled for link in topology.links):
        yield "The right angles of links are left out."


def lost_services(topology: Topology, kept: Collection[str] = ()) -> Iterator[str]:
    """Yield a sentence where nodes run something; services of the `kept` kinds are not lost."""
    lost = {
        f"{service.kind} of {name}": None
        for name, node in topology.nodes.items()
        for service in node.services
        if service.kind not in kept
    }
    if lost:
        yield f"Services are left out: {', '.join(lost)}."
    if asking := [name for name, node in topology.nodes.items() if node.resolver]:
        yield f"The name servers of {', '.join(asking)} are left out."


def lost_hostnames(topology: Topology) -> Iterator[str]:
    """Yield a sentence where a node's shells should show another name than the node's."""
    named = [name for name, node in topology.nodes.items() if node.hostname not in {None, name}]
    if named:
        yield f"The host names of {', '.join(named)} are left out."


def lost_rulesets(topology: Topology) -> Iterator[str]:
    """Yield a sentence where a node has a raw ruleset, whose dollar signs would be expanded."""
    named = [name for name, node in topology.nodes.items() if node.ruleset]
    if named:
        nodes = ", ".join(named)
        yield f"The raw rulesets of {nodes} are left out: give them to `nft -f` in the container."


def lost_keys(topology: Topology) -> Iterator[str]:
    """Yield a sentence where a WireGuard device needs keys, which no command should have in it."""
    named = [
        f"{name}:{interface}"
        for name, node in topology.nodes.items()
        for interface, said in node.interfaces.items()
        if isinstance(said.device, WireGuardDevice)
    ]
    if named:
        devices = ", ".join(named)
        yield f"The keys and peers of {devices} are left out: use `wg setconf` in the container."
