"""VLANs of bridges and their ports: desired against observed."""

from collections.abc import Collection, Iterator, Sequence

from designer.plan.comparison import InterfacePair
from designer.plan.operations import AddPortVlan, DeletePortVlan, SetFiltering
from designer.state.interface import InterfaceId
from designer.state.vlan import NOTHING, PortVlan, PortVlans, by_vid, joined, runs
from designer.topology.vlan import VID_MAX, VID_MIN, VlanRange

Pairs = Sequence[InterfacePair]
_ALL = VlanRange(VID_MIN, VID_MAX)


def set_filtering(pairs: Pairs) -> Iterator[SetFiltering]:
    """Yield the bridges that keep VLANs apart in another way than drawn."""
    for pair in pairs:
        if pair.desired.filtering != pair.observed.filtering:
            yield SetFiltering(pair.namespace, pair.name, pair.desired.filtering)


def delete_port_vlans(pairs: Pairs) -> Iterator[DeletePortVlan]:
    """Yield the VLANs that are not drawn.

    Nobody knows those of a bridge that did not filter, so there all of them go.
    """
    unknown = _changed_bridges(pairs)
    for pair in pairs:
        own = pair.desired.kind == "bridge"
        if _is_fresh(pair):
            continue
        if _bridge(pair) in unknown:
            yield DeletePortVlan(pair.namespace, pair.name, _ALL, own)
        elif pair.observed.vlans != pair.desired.vlans:
            for vids in _left_over(pair.desired.vlans, pair.observed.vlans):
                yield DeletePortVlan(pair.namespace, pair.name, vids, own)


def add_port_vlans(pairs: Pairs) -> Iterator[AddPortVlan]:
    """Yield the VLANs that are missing, or pass in another way than drawn."""
    unknown = _changed_bridges(pairs)
    for pair in pairs:
        if not pair.desired.vlans:
            continue
        lost = _is_fresh(pair) or _bridge(pair) in unknown
        observed = NOTHING if lost else pair.observed.vlans
        for vlan in _missing(pair.desired.vlans, observed):
            own = pair.desired.kind == "bridge"
            yield AddPortVlan(pair.namespace, pair.name, vlan, own)


def _changed_bridges(pairs: Pairs) -> Collection[InterfaceId]:
    """Return the bridges whose ports the kernel may have changed along, or not told about."""
    return {
        InterfaceId(pair.namespace, pair.name)
        for pair in pairs
        if pair.desired.filtering is not None
        and pair.desired.filtering != pair.observed.filtering
        and not pair.born
    }


def _bridge(pair: InterfacePair) -> InterfaceId:
    own = pair.desired.kind == "bridge"
    return InterfaceId(pair.namespace, pair.name if own else pair.desired.master)


def _is_fresh(pair: InterfacePair) -> bool:
    """Tell whether it has no VLANs yet: a port loses them with its bridge."""
    return pair.born or pair.desired.master != pair.observed.master


def _left_over(desired: PortVlans, observed: PortVlans) -> Iterator[VlanRange]:
    wanted = by_vid(desired)
    for run in runs([vid for vid in by_vid(observed) if vid not in wanted]):
        yield VlanRange(run[0], run[-1])


def _missing(desired: PortVlans, observed: PortVlans) -> Sequence[PortVlan]:
    if not observed or desired == observed:
        return () if desired == observed else desired
    found = by_vid(observed)
    missing = {vid: flags for vid, flags in by_vid(desired).items() if found.get(vid) != flags}
    return joined(missing)
