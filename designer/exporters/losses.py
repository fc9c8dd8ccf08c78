"""What several formats cannot hold, in the words of the person who drew it."""

from collections.abc import Iterator

from designer.topology.topology import Topology


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


def lost_hostnames(topology: Topology) -> Iterator[str]:
    """Yield a sentence where a node's shells should show another name than the node's."""
    named = [name for name, node in topology.nodes.items() if node.hostname not in {None, name}]
    if named:
        yield f"The host names of {', '.join(named)} are left out."
