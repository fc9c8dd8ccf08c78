"""What a namespace has that no drawing asks for and that comes and goes by itself.

It is nobody's drift, yet packets find their way by it: addresses that DHCP or a router lent, and
routes that programs learned.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from designer.state.host_state import HostState
from designer.state.interface import InterfaceAddress
from designer.state.namespace import Namespace
from designer.state.route import Route


@dataclass(frozen=True, slots=True)
class Passing:
    """Lent addresses by interface, and learned routes."""

    addresses: Mapping[str, frozenset[InterfaceAddress]] = field(default_factory=dict)
    routes: frozenset[Route] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.addresses or self.routes)


def with_passing(state: HostState, passing: Mapping[str, Passing]) -> HostState:
    """Return a state as it is at this moment."""
    if not passing:
        return state
    now = {name: _together(state.namespaces[name], one) for name, one in passing.items()}
    return HostState({**state.namespaces, **now})


def _together(namespace: Namespace, passing: Passing) -> Namespace:
    lent = {
        name: replace(one, addresses=one.addresses | passing.addresses[name])
        for name, one in namespace.interfaces.items()
        if name in passing.addresses
    }
    interfaces = {**namespace.interfaces, **lent}
    return replace(namespace, interfaces=interfaces, routes=namespace.routes | passing.routes)
