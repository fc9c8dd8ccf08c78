"""What the interfaces of a namespace do to what they send, as the kernel tells it."""

import socket
from struct import Struct

from pyroute2.netlink import NLM_F_DUMP, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_GETQDISC, TC_H_ROOT
from pyroute2.netlink.rtnl.tcmsg import tcmsg

from designer.state.impairment import Egress, Netem, OtherQdisc
from workers.kernel.dump import (
    ATTRIBUTE_BYTES,
    Attributes,
    Message,
    attributes,
    dump,
    octets,
)
from workers.kernel.shape import encode

TCA_KIND, TCA_OPTIONS = 1, 2
TCA_NETEM_CORR, TCA_NETEM_REORDER, TCA_NETEM_CORRUPT, TCA_NETEM_LOSS = 1, 3, 4, 5
TCA_NETEM_RATE, TCA_NETEM_ECN, TCA_NETEM_RATE64 = 6, 7, 8
TCA_NETEM_LATENCY64, TCA_NETEM_JITTER64, TCA_NETEM_SLOT = 10, 11, 12
UNDRAWN = {TCA_NETEM_ECN, TCA_NETEM_LOSS, TCA_NETEM_SLOT}
"""What the kernel tells only where somebody typed it."""

REQUEST = encode(tcmsg(), RTM_GETQDISC, NLM_F_REQUEST | NLM_F_DUMP)
_QDISC = Struct("=BxxxiIII")
_OPTIONS = Struct("=IIIIII")
_CORRELATIONS = Struct("=III")
_CHANCE = Struct("=II")
_RATE = Struct("=IiIi")
_LONG = Struct("=Q")


def egresses(netlink: socket.socket) -> dict[int, Egress]:
    """Return what stands at the root of each interface, by index."""
    found = {}
    for message in dump(netlink, REQUEST):
        _, index, _, parent, _ = _QDISC.unpack_from(*message[:2])
        if parent == TC_H_ROOT:
            found[index] = parse(message)
    return found


def parse(message: Message) -> Egress:
    """Read one queueing discipline; a netem that does what no drawing asks for is another."""
    data, start, end = message
    found = attributes(data, start + _QDISC.size, end)
    kind = octets(data, found[TCA_KIND])[:-1].decode()
    netem = _netem(data, found[TCA_OPTIONS]) if kind == "netem" else None
    return netem or OtherQdisc(kind)


def _netem(data: bytes, place: int) -> Netem | None:
    start = place + ATTRIBUTE_BYTES
    _, limit, loss, gap, duplicate, _ = _OPTIONS.unpack_from(data, start)
    end = start + len(octets(data, place))
    found = attributes(data, start + _OPTIONS.size, end)
    reorder, reorder_correlation = _values(data, found, TCA_NETEM_REORDER, _CHANCE)
    corrupt, corrupt_correlation = _values(data, found, TCA_NETEM_CORRUPT, _CHANCE)
    rate, *overheads = _values(data, found, TCA_NETEM_RATE, _RATE)
    correlations = _values(data, found, TCA_NETEM_CORR, _CORRELATIONS)
    undrawn = (*correlations, reorder_correlation, corrupt_correlation, *overheads)
    if any(undrawn) or UNDRAWN & found.keys() or gap != (1 if reorder else 0):
        return None
    return Netem(
        limit_packets=limit,
        delay_ns=_values(data, found, TCA_NETEM_LATENCY64, _LONG)[0],
        jitter_ns=_values(data, found, TCA_NETEM_JITTER64, _LONG)[0],
        loss=loss,
        duplicate=duplicate,
        reorder=reorder,
        corrupt=corrupt,
        rate_bytes_s=_values(data, found, TCA_NETEM_RATE64, _LONG)[0] or rate,
    )


def _values(data: bytes, found: Attributes, kind: int, shape: Struct) -> tuple[int, ...]:
    """Return the numbers of an attribute, zeros where it is not there."""
    if kind not in found:
        return tuple(0 for letter in shape.format if letter.isalpha())
    return shape.unpack_from(data, found[kind] + ATTRIBUTE_BYTES)
