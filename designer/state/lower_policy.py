"""Drawn policies, as the kernel should have them."""

from collections.abc import Iterator, Mapping

from designer.state.family import spoken_families
from designer.state.interface import Interface
from designer.state.namespace import Family
from designer.state.policy import Policy
from designer.state.route import Network
from designer.topology.node import Node
from designer.topology.policy import Policy as DrawnPolicy


def lower_policies(node: Node, interfaces: Mapping[str, Interface]) -> Iterator[Policy]:
    """Yield all policies of a node."""
    if node.policies:
        spoken = spoken_families(interfaces)
        for place, drawn in enumerate(node.policies):
            yield from lower_policy(drawn, place, spoken)


def lower_policy(drawn: DrawnPolicy, place: int, spoken: frozenset[Family]) -> Iterator[Policy]:
    """Yield a policy; one without a network for each family that the node has addresses of."""
    for version in (4, 6):
        if version in drawn.versions and (version in spoken or len(drawn.versions) == 1):
            yield Policy(
                version=version,
                priority=drawn.at(place),
                table=drawn.table,
                source=_somewhere(drawn.from_),
                destination=_somewhere(drawn.to),
                interface=drawn.in_ or "",
                mark=drawn.mark or 0,
            )


def _somewhere(network: Network | None) -> Network | None:
    """Return a network, None for one that is everywhere."""
    return network if network is not None and network.prefixlen else None
