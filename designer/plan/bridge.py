"""Bridges: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.birth import is_born_up
from designer.plan.comparison import InterfacePair, NamespaceChange
from designer.plan.operations import CreateBridge, SetStp


def create_bridges(changes: Sequence[NamespaceChange]) -> Iterator[CreateBridge]:
    """Yield the bridges that are drawn and not there."""
    for change in changes:
        for one in change.comes:
            if one.kind == "bridge":
                up = is_born_up(change, one)
                born = (one.mac, one.mtu, one.stp, up, one.filtering)
                yield CreateBridge(change.name, one.name, *born)


def set_stp(pairs: Sequence[InterfacePair]) -> Iterator[SetStp]:
    """Yield the bridges whose spanning tree protocol should be switched."""
    for pair in pairs:
        if pair.desired.stp != pair.observed.stp:
            yield SetStp(pair.namespace, pair.name, pair.desired.stp)
