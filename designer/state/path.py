"""The way a packet takes through a host state, hop by hop, and where it ends."""

from dataclasses import dataclass, replace

from designer.state.host_state import HostState
from designer.state.interface import LOOPBACK, Interface, InterfaceId
from designer.state.interruption import cut_cable, find_interruption
from designer.state.lookup import Packet, Step, addresses_of, look_up
from designer.state.namespace import Namespace
from designer.state.route import Address
from designer.state.wire import hearers

HOPS_MAX = 64
"""The time to live that Linux gives a packet (ip-sysctl, ip_default_ttl)."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where a packet got to; `fault` says why it went no further, empty when it arrived.

    `source` is its source address on arrival, and `rewritten_by` the namespace that
    masqueraded it on the way, if one did. `left_by` are the interfaces it was sent out of.
    """

    namespaces: tuple[str, ...]
    fault: str = ""
    source: Address | None = None
    rewritten_by: str = ""
    left_by: tuple[InterfaceId, ...] = ()


@dataclass(frozen=True, slots=True)
class _Packet:
    """A packet on its way: where it has been, and from whom it comes by then."""

    passed: tuple[str, ...]
    source: Address | None
    rewritten_by: str = ""
    came_in: str = LOOPBACK
    left_by: tuple[InterfaceId, ...] = ()

    @property
    def here(self) -> str:
        return self.passed[-1]

    @property
    def is_at_start(self) -> bool:
        return len(self.passed) == 1

    def ends(self, fault: str = "") -> Way:
        return Way(self.passed, fault, self.source, self.rewritten_by, self.left_by)


def follow(state: HostState, start: str, target: Address, source: Address | None = None) -> Way:
    """Return the way from a namespace to an address, by its tables and the wires alone.

    Where equal paths share the packets, each is followed: one that fails is the way returned.
    """
    return _Walk(state, target).go(_Packet((start,), source))


class _Walk:
    """All ways to one address; a place that was found good is not looked at again."""

    def __init__(self, state: HostState, target: Address) -> None:
        self._state = state
        self._target = target
        self._known: dict[tuple[str, str, Address | None], Way] = {}

    def go(self, packet: _Packet) -> Way:
        """Return the way of a packet from where it is."""
        place = packet.here, packet.came_in, packet.source
        known = self._known.get(place)
        if known is not None:
            return known
        way = self._go(packet)
        if not way.fault:
            self._known[place] = way
        return way

    def _go(self, packet: _Packet) -> Way:
        namespace, target = self._state.namespaces[packet.here], self._target
        if _has(namespace, target):
            return packet.ends(_arrival_fault(namespace, target, is_start=packet.is_at_start))
        steps = look_up(namespace, Packet(target, packet.source, packet.came_in))
        if isinstance(steps, str):
            return packet.ends(steps + _cut(self._state, namespace))
        if not packet.is_at_start and target.version not in namespace.forwarding:
            return packet.ends(f"{packet.here} does not forward IPv{target.version}")
        if len(packet.passed) > HOPS_MAX:
            return packet.ends("it goes round in circles until its hops are used up")
        return self._take(packet, steps)

    def _take(self, packet: _Packet, steps: tuple[Step, ...]) -> Way:
        """Return the first way by a step that fails, else the way by the first step."""
        ways = []
        for step in steps:
            way = self._leave(packet, step)
            if way.fault:
                return way if len(steps) == 1 else replace(way, fault=_of_several(way, step, steps))
            ways.append(way)
        return ways[0]

    def _leave(self, packet: _Packet, step: Step) -> Way:
        here = packet.here
        namespace = self._state.namespaces[here]
        masquerades = _masquerades(namespace, step.interface) and not packet.is_at_start
        if packet.source is None or masquerades:
            rewritten_by = here if packet.source is not None else packet.rewritten_by
            source = _source_address(namespace, step)
            packet = replace(packet, source=source, rewritten_by=rewritten_by)
        found = _neighbour(self._state, here, step)
        if found is None:
            return packet.ends(_silence(self._state, here, step))
        passed = (*packet.passed, found.namespace)
        left_by = (*packet.left_by, InterfaceId(here, step.interface))
        return self.go(replace(packet, passed=passed, came_in=found.interface, left_by=left_by))


def _of_several(way: Way, step: Step, steps: tuple[Step, ...]) -> str:
    return f"of {len(steps)} equal paths the one by {step.next_hop} fails: {way.fault}"


def _masquerades(namespace: Namespace, interface: str) -> bool:
    rules = namespace.rules.of("postrouting")
    return any(rule.out_interface in {"", interface} for rule in rules)


def _has(namespace: Namespace, address: Address) -> bool:
    return any(
        address == one.ip for each in namespace.interfaces.values() for one in each.addresses
    )


def _arrival_fault(namespace: Namespace, target: Address, *, is_start: bool) -> str:
    lo = namespace.interfaces.get(LOOPBACK)
    if is_start and lo is not None and not lo.up:
        return f"lo is down in {namespace.name}, and a node reaches its own addresses through lo"
    holder = next(
        each
        for each in namespace.interfaces.values()
        if any(target == one.ip for one in each.addresses)
    )
    if target.version == 6 and not holder.up:  # noqa: PLR2004
        return f"{namespace.name}:{holder.name} is down"
    return ""


def _source_address(namespace: Namespace, step: Step) -> Address | None:
    """Return the address a packet is given: one in the next hop's network, or any of the node."""
    out = namespace.interfaces[step.interface]
    same = [one for one in out.addresses if one.version == step.next_hop.version]
    near = [one.ip for one in same if step.next_hop in one.network]
    everywhere = addresses_of(namespace, step.next_hop.version)
    return next(iter([*near, *(one.ip for one in same), *everywhere]), None)


def _neighbour(state: HostState, here: str, step: Step) -> InterfaceId | None:
    for place in hearers(state, InterfaceId(here, step.interface)):
        if place.namespace != here and _has(state.namespaces[place.namespace], step.next_hop):
            return place
    return None


def _cut(state: HostState, namespace: Namespace) -> str:
    """Say which cable of a namespace is cut: what it led to is in no table any more."""
    places = (InterfaceId(namespace.name, name) for name in namespace.interfaces)
    words = next(filter(None, (cut_cable(state, place) for place in places)), "")
    return f" ({words})" if words else ""


def _silence(state: HostState, here: str, step: Step) -> str:
    place = InterfaceId(here, step.interface)
    interface = state.interface(place)
    peer = state.interface(interface.peer) if interface and interface.peer else None
    if interface is not None and interface.peer is not None and (peer is None or not peer.up):
        return f"{interface.peer}, the other end of {place}, is down"
    if interruption := find_interruption(state, place, step.next_hop):
        return interruption
    holder = _holder(state, step.next_hop)
    if holder is not None and not holder[1].up:
        return f"{holder[0]}, which has the address {step.next_hop}, is down"
    return f"nobody on the wire of {place} has the address {step.next_hop}"


def _holder(state: HostState, address: Address) -> tuple[InterfaceId, Interface] | None:
    """Return the first interface of the lab that has an address, up or not."""
    for namespace in state.namespaces.values():
        for interface in namespace.interfaces.values():
            if any(address == one.ip for one in interface.addresses):
                return InterfaceId(namespace.name, interface.name), interface
    return None
