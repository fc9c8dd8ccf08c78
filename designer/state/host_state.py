"""All that one lab has on a target host."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from designer.state.interface import Interface, InterfaceId
from designer.state.namespace import Namespace


@dataclass(frozen=True, slots=True)
class HostState:
    """A lab's namespaces by name, desired or observed; an empty one is a lab that is not there."""

    namespaces: Mapping[str, Namespace] = field(default_factory=dict)

    def interface(self, place: InterfaceId) -> Interface | None:
        """Return the interface at a place, or None where there is none."""
        namespace = self.namespaces.get(place.namespace)
        return namespace.interfaces.get(place.interface) if namespace else None

    def cables(self) -> Iterator[tuple[InterfaceId, InterfaceId]]:
        """Yield every veth once, as its two ends, the end that was named first in front."""
        seen: set[InterfaceId] = set()
        for namespace in self.namespaces.values():
            for interface in namespace.interfaces.values():
                if interface.peer is None:
                    continue
                place = InterfaceId(namespace.name, interface.name)
                if place not in seen:
                    seen.add(interface.peer)
                    yield place, interface.peer
