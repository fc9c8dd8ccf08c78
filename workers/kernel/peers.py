"""Where the other end of a veth is: the kernel says only its index, and whose in its own words."""

from collections import defaultdict
from collections.abc import Mapping

from designer.state.interface import InterfaceId
from workers.kernel.link_dump import Link
from workers.kernel.namespace_id import namespace_id
from workers.kernel.sockets import Sockets

SAME_NAMESPACE = -1


class Peers:
    """All veth ends of the observed namespaces, to find the ends that point at each other.

    Ends that do so by their indexes may still lead elsewhere, so each namespace is asked what it
    calls the other one.
    """

    def __init__(
        self,
        namespaces: Mapping[str, int],
        sockets: Sockets,
        links: Mapping[str, list[Link]],
        known: Mapping[InterfaceId, InterfaceId],
    ) -> None:
        self._namespaces = namespaces
        self._sockets = sockets
        self._known = known
        self._ends: dict[tuple[int, int], list[InterfaceId]] = defaultdict(list)
        self._ids: dict[tuple[str, str], int] = {}
        for namespace, ones in links.items():
            for link in ones:
                if link.kind == "veth":
                    place = InterfaceId(namespace, link.name)
                    self._ends[link.number, link.peer_index].append(place)

    def of(self, namespace: str, link: Link) -> InterfaceId | None:
        """Return the other end of a veth, None where it is in none of the namespaces."""
        candidates = self._ends.get((link.peer_index, link.number), [])
        found = next((one for one in candidates if self._is_in(namespace, link, one)), None)
        if found is None and link.peer_namespace != SAME_NAMESPACE:
            return self._known.get(InterfaceId(namespace, link.name))
        return found

    def _is_in(self, namespace: str, link: Link, candidate: InterfaceId) -> bool:
        if link.peer_namespace == SAME_NAMESPACE:
            return candidate.namespace == namespace
        if candidate.namespace == namespace:
            return False
        pair = (namespace, candidate.namespace)
        if pair not in self._ids:
            handle = self._namespaces[candidate.namespace]
            self._ids[pair] = namespace_id(self._sockets[namespace], handle)
        return self._ids[pair] == link.peer_namespace
