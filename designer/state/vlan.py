"""VLANs as the kernel has them: a bridge that filters, and what each of its ports lets pass."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from designer.topology.node import Node
from designer.topology.port import Port
from designer.topology.vlan import VlanProtocol, VlanRange


class Filtering(NamedTuple):
    """How a bridge keeps VLANs apart: by which tags, and what it puts a new port into by itself.

    Ours put new ports into nothing, so that a port has what it is given and no more.
    """

    protocol: VlanProtocol
    default_pvid: int = 0

    def __str__(self) -> str:
        """Say it in one line."""
        return self.protocol


class PortVlan(NamedTuple):
    """VLANs that a port lets pass, the first and the last included, and how (bridge(8)).

    Frames that come without a tag are of the VLAN that is `pvid`; those of an `untagged` one leave
    without.
    """

    first: int
    last: int
    pvid: bool = False
    untagged: bool = False

    @property
    def vids(self) -> VlanRange:
        """The numbers alone."""
        return VlanRange(self.first, self.last)

    def __str__(self) -> str:
        """Say it as bridge(8) would."""
        words = [str(self.vids)]
        words += ["pvid"] if self.pvid else []
        words += ["untagged"] if self.untagged else []
        return " ".join(words)


PortVlans = tuple[PortVlan, ...]
"""In order and joined where they can be, as the kernel tells them."""

Flags = tuple[bool, bool]
NOTHING: PortVlans = ()


def port_vlans(port: Port) -> PortVlans:
    """Return the VLANs of a port as it is drawn."""
    vlans = [PortVlan(*one) for one in port.tagged]
    if port.untagged:
        vlans.append(PortVlan(port.untagged, port.untagged, pvid=True, untagged=True))
    return tuple(sorted(vlans))


def drawn_filtering(node: Node) -> Filtering | None:
    """Return how a switch keeps VLANs apart as it is drawn."""
    return Filtering(node.vlan_protocol) if node.has_vlans else None


def by_vid(vlans: Iterable[PortVlan]) -> dict[int, Flags]:
    """Return whether each VLAN is the port's pvid and whether it is untagged."""
    return {
        vid: (one.pvid, one.untagged) for one in vlans for vid in range(one.first, one.last + 1)
    }


def joined(flags: Mapping[int, Flags]) -> PortVlans:
    """Return the VLANs as few ranges."""
    return tuple(
        PortVlan(run[0], run[-1], *flags[run[0]])
        for run in runs(sorted(flags), key=lambda vid: flags[vid])
    )


def runs(vids: Sequence[int], key: Callable[[int], object] = lambda _: None) -> Iterator[list[int]]:
    """Yield numbers that follow each other and are alike together."""
    for _, run in groupby(enumerate(vids), key=lambda one: (one[1] - one[0], key(one[1]))):
        yield [vid for _, vid in run]


def vlan_of(vlans: PortVlans, vid: int) -> PortVlan | None:
    """Return what a port does with a VLAN, None if it does not let it pass."""
    return next((one for one in vlans if one.first <= vid <= one.last), None)


def pvid_of(vlans: PortVlans) -> int:
    """Return the VLAN of what comes to a port without a tag, 0 if it takes no such frames."""
    return next((one.first for one in vlans if one.pvid), 0)
