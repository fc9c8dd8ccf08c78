"""What several formats cannot hold, in the words of the person who drew it."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from designer.topology.sentence import Sentence, counted, listed, say
from designer.topology.topology import Topology
from designer.topology.wireguard import WireGuardDevice

_SHAPES: Mapping[str, Sentence] = {
    "note": say("The notes of the canvas are left out."),
    "region": say("The regions of the canvas are left out."),
    "group": say("The groups of the canvas are left out."),
}


def lost_expectations(topology: Topology) -> Iterator[Sentence]:
    """Yield a sentence where the drawing says who must reach whom."""
    if topology.expect:
        yield counted(
            "{count} expectation is left out: `vethwork verify` checks them here.",
            "{count} expectations are left out: `vethwork verify` checks them here.",
            count=len(topology.expect),
        )


def lost_positions(topology: Topology) -> Iterator[Sentence]:
    """Yield a sentence where the drawing has positions."""
    if topology.layout:
        yield say("The positions on the canvas are left out.")


def lost_looks(topology: Topology) -> Iterator[Sentence]:
    """Yield a sentence for what is drawn for people alone."""
    yield from (_SHAPES[kind] for kind in dict.fromkeys(shape.kind for shape in topology.shapes))
    if any(link.label for link in topology.links):
        yield say("The labels of links are left out.")
    if any(link.bends for link in topology.links):
        yield say("The bends of links are left out.")
    if any(link.angled for link in topology.links):
        yield say("The right angles of links are left out.")


def lost_services(topology: Topology, kept: Collection[str] = ()) -> Iterator[Sentence]:
    """Yield a sentence where nodes run something; services of the `kept` kinds are not lost."""
    lost = dict.fromkeys(
        say("{service} of {node}", service=service.kind, node=name)
        for name, node in topology.nodes.items()
        for service in node.services
        if service.kind not in kept
    )
    if lost:
        yield say("Services are left out: {services}.", services=listed(lost, ", "))
    if asking := [name for name, node in topology.nodes.items() if node.resolver]:
        yield say("The name servers of {nodes} are left out.", nodes=_names(asking))


def lost_hostnames(topology: Topology) -> Iterator[Sentence]:
    """Yield a sentence where a node's shells should show another name than the node's."""
    named = [name for name, node in topology.nodes.items() if node.hostname not in {None, name}]
    if named:
        yield say("The host names of {nodes} are left out.", nodes=_names(named))


def lost_rulesets(topology: Topology) -> Iterator[Sentence]:
    """Yield a sentence where a node has a raw ruleset, whose dollar signs would be expanded."""
    named = [name for name, node in topology.nodes.items() if node.ruleset]
    if named:
        yield say(
            "The raw rulesets of {nodes} are left out: give them to `nft -f` in the container.",
            nodes=_names(named),
        )


def lost_keys(topology: Topology) -> Iterator[Sentence]:
    """Yield a sentence where a WireGuard device needs keys, which no command should have in it."""
    named = [
        f"{name}:{interface}"
        for name, node in topology.nodes.items()
        for interface, said in node.interfaces.items()
        if isinstance(said.device, WireGuardDevice)
    ]
    if named:
        yield say(
            "The keys and peers of {devices} are left out: use `wg setconf` in the container.",
            devices=_names(named),
        )


def _names(names: Iterable[str]) -> str:
    return ", ".join(names)
