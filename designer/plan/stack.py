"""How interfaces of a namespace stand on each other."""

from collections.abc import Iterator, Mapping, Sequence

from designer.state.device import parent_of
from designer.state.interface import Interface

_NO_DEVICES = frozenset({"loopback", "veth", "bridge"})


def is_device(interface: Interface) -> bool:
    """Tell whether it is made by itself, after bridges and cables."""
    return interface.kind not in _NO_DEVICES


def parents_first(interfaces: Sequence[Interface]) -> Iterator[Interface]:
    """Yield interfaces so that none comes before one it stands on."""
    if not any(one.device for one in interfaces):
        yield from interfaces
        return
    by_name = {one.name: one for one in interfaces}
    yield from sorted(interfaces, key=lambda one: _depth(one, by_name))


def _depth(interface: Interface, by_name: Mapping[str, Interface]) -> int:
    depth = 0
    below = by_name.get(parent_of(interface.device))
    while below is not None:
        depth += 1
        below = by_name.get(parent_of(below.device))
    return depth
