"""The way a packet takes through a host state, hop by hop, and where it ends."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from designer.state.host_state import HostState
from designer.state.interface import LOOPBACK, InterfaceId
from designer.state.judgement import Judged, denial, first_match
from designer.state.lookup import Packet, Step, addresses_of, look_up
from designer.state.namespace import Namespace
from designer.state.route import Address
from designer.state.rule import ConnectionState
from designer.state.setting import (
    forwarding_fault,
    silence_fault,
    source_fault,
    time_to_live,
)
from designer.state.silence import why_silent, with_cut
from designer.state.tunnel import Tunnel
from designer.state.tunnel_end import other_end
from designer.state.vrf_table import is_own
from designer.state.vxlan import Vxlan
from designer.state.wire import hearers
from designer.state.wireguard import WireGuard
from designer.state.wireguard_end import other_device
from designer.topology.expectation import Probe, Protocol
from designer.topology.sentence import counted, say

TUNNELS_MAX = 4
"""As many tunnels may be in each other."""

PING = Probe("ping")


class Rewrite(NamedTuple):
    """An address that a namespace has put in the place of another."""

    namespace: str
    old: Address
    new: Address


_Place = tuple[str, str, Address | None, Address, int]


@dataclass(frozen=True, slots=True)
class Way:
    """Where a packet got to; `fault` says why it went no further, empty when it arrived.

    `source` and `target` are its addresses where it got to, and `rewrites` what was changed about
    them on the way. `left_by` are the interfaces it was sent out of, and `came_in` the one it came
    to the last namespace by.
    """

    namespaces: tuple[str, ...]
    target: Address
    fault: str = ""
    source: Address | None = None
    rewrites: tuple[Rewrite, ...] = ()
    left_by: tuple[InterfaceId, ...] = ()
    came_in: str = LOOPBACK


@dataclass(frozen=True, slots=True)
class _Packet:
    """A packet on its way: where it has been, and what it says by then."""

    passed: tuple[str, ...]
    target: Address
    source: Address | None
    protocol: Protocol
    port: int = 0
    rewrites: tuple[Rewrite, ...] = ()
    came_in: str = LOOPBACK
    left_by: tuple[InterfaceId, ...] = ()
    bound: str = LOOPBACK

    @property
    def here(self) -> str:
        return self.passed[-1]

    @property
    def is_at_start(self) -> bool:
        return len(self.passed) == 1

    def ends(self, fault: str = "") -> Way:
        return Way(
            self.passed,
            self.target,
            fault,
            self.source,
            self.rewrites,
            self.left_by,
            self.came_in,
        )


def follow(state: HostState, start: str, target: Address, probe: Probe = PING) -> Way:
    """Return the way from a namespace to an address, by its tables, its rules and the wires alone.

    Where equal paths share the packets, each is followed: one that fails is the way returned.
    """
    return _Walk(state).go(_Packet((start,), target, None, probe.protocol, probe.port))


def follow_back(state: HostState, there: Way, probe: Probe = PING) -> Way:
    """Return the way of the answer to a packet that has arrived."""
    assert there.source is not None  # noqa: S101 - a packet that arrived came from somewhere
    last = there.namespaces[-1]
    answer = _Packet((last,), there.source, there.target, probe.protocol, bound=there.came_in)
    return _Walk(state, there).go(answer)


class _Walk:
    """All ways to one address; a place that was found good is not looked at again."""

    def __init__(self, state: HostState, there: Way | None = None, tunnels: int = 0) -> None:
        self._state = state
        self._tunnels = tunnels
        self._there = there
        rewrites = there.rewrites if there else ()
        self._undone = {(one.namespace, one.new): one.old for one in rewrites}
        self._known: dict[_Place, Way] = {}

    def go(self, packet: _Packet) -> Way:
        """Return the way of a packet from where it is."""
        place = packet.here, packet.came_in, packet.source, packet.target, packet.port
        known = self._known.get(place)
        if known is not None:
            return known
        way = self._go(packet)
        if not way.fault:
            self._known[place] = way
        return way

    def _go(self, packet: _Packet) -> Way:
        namespace = self._state.namespaces[packet.here]
        packet = self._rewritten(namespace, packet)
        target = packet.target
        if not packet.is_at_start and (
            fault := source_fault(namespace, packet.source, packet.came_in)
        ):
            return packet.ends(fault)
        bound = packet.bound if packet.is_at_start else packet.came_in
        if is_own(namespace, target, bound):
            return packet.ends(self._arrival_fault(namespace, packet))
        steps = look_up(namespace, Packet(target, packet.source, packet.came_in, bound))
        if isinstance(steps, str):
            return packet.ends(with_cut(steps, self._state, namespace))
        if not packet.is_at_start and (fault := self._passing_fault(namespace, packet)):
            return packet.ends(fault)
        return self._take(packet, steps)

    def _passing_fault(self, namespace: Namespace, packet: _Packet) -> str:
        """Return why a namespace does not send a packet on that came in."""
        version = packet.target.version
        if fault := forwarding_fault(namespace, version, packet.came_in):
            return fault
        start = self._state.namespaces[packet.passed[0]]
        hops = time_to_live(start, version, packet.left_by[0].interface)
        if len(packet.passed) <= hops:
            return ""
        if len({*packet.passed}) < len(packet.passed):
            return say("it goes round in circles until its hops are used up")
        return counted(
            "it may pass {count} node at most, by the settings of {name}",
            "it may pass {count} nodes at most, by the settings of {name}",
            count=hops,
            name=start.name,
        )

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
        if packet.source is None:
            packet = replace(packet, source=_source_address(namespace, step))
        judged = self._judged(packet, step.interface)
        if denied := denial(namespace, "output" if packet.is_at_start else "forward", judged):
            return packet.ends(denied)
        packet = self._masqueraded(namespace, packet, step)
        found = self._neighbour(packet, step)
        if isinstance(found, str):
            return packet.ends(found)
        passed = (*packet.passed, found.namespace)
        left_by = (*packet.left_by, InterfaceId(here, step.interface))
        return self.go(replace(packet, passed=passed, came_in=found.interface, left_by=left_by))

    def _neighbour(self, packet: _Packet, step: Step) -> InterfaceId | str:
        """Return who takes a packet off the wire or out of a tunnel, or in words why nobody."""
        here = packet.here
        place = InterfaceId(here, step.interface)
        device = self._state.namespaces[here].interfaces[step.interface].device
        if isinstance(device, Tunnel):
            return self._through(place, device)
        if isinstance(device, WireGuard):
            addresses = packet.source, packet.target
            return other_device(
                self._state, place, addresses, lambda one: self._way_fault(place, *one)
            )
        lost: list[str] = []

        def passes(sender: InterfaceId, vxlan: Vxlan) -> bool:
            fault = self._outer_fault(sender, vxlan)
            lost.extend([fault] if fault else [])
            return not fault

        known = self._known_mac(place, step.next_hop)
        found = _who_has(self._state, step.next_hop, hearers(self._state, place, passes), known)
        if found is not None:
            return found
        if known:
            return say(
                "{here} sends packets for {next_hop} to {known}, by a neighbour that is"
                " drawn, and nobody on the wire of {place} is that",
                here=here,
                next_hop=step.next_hop,
                known=known,
                place=place,
            )
        if lost and _who_has(self._state, step.next_hop, hearers(self._state, place)):
            return lost[0]
        return why_silent(self._state, here, step)

    def _known_mac(self, place: InterfaceId, address: Address) -> str:
        """Return the MAC address that a permanent neighbour has, empty where it is asked for."""
        entries = self._state.namespaces[place.namespace].neighbours
        wanted = (place.interface, address)
        return next((one.mac for one in entries if (one.interface, one.address) == wanted), "")

    def _through(self, place: InterfaceId, tunnel: Tunnel) -> InterfaceId | str:
        if fault := self._outer_fault(place, tunnel):
            return fault
        end = other_end(self._state, place, tunnel)
        if end is None:
            return say(
                "nobody at {remote} has a tunnel that fits {place}",
                remote=tunnel.remote,
                place=place,
            )
        return end

    def _outer_fault(self, place: InterfaceId, device: Tunnel | Vxlan) -> str:
        """Return why the packets around what a tunnel carries do not get to its other end."""
        if device.remote.is_multicast and self._tunnels < TUNNELS_MAX:
            return ""  # who has joined the group hears it, and no router is asked
        port = device.port if isinstance(device, Vxlan) else 0
        return self._way_fault(place, device.remote, port, device.local)

    def _way_fault(
        self, place: InterfaceId, remote: Address, port: int, local: Address | None = None
    ) -> str:
        """Return why packets out of a tunnel do not get to a UDP port, or to an address."""
        if self._tunnels >= TUNNELS_MAX:
            return say("{place} sends its packets through itself", place=place)
        probe = Probe("udp", port) if port else PING
        outer = _Packet((place.namespace,), remote, local, probe.protocol, probe.port)
        way = _Walk(self._state, tunnels=self._tunnels + 1).go(outer)
        words = say(
            "the tunnel {place} does not get to {remote}: {fault}",
            place=place,
            remote=remote,
            fault=way.fault,
        )
        return words if way.fault else ""

    def _judged(self, packet: _Packet, leaves_by: str = "") -> Judged:
        """Return the packet as rules see it; an answer belongs to what came this way before."""
        state: ConnectionState = "new"
        if self._there is not None:
            state = "established" if packet.here in self._there.namespaces else "invalid"
        return Judged(
            target=packet.target,
            source=packet.source,
            protocol=packet.protocol,
            port=packet.port,
            state=state,
            came_in="" if packet.is_at_start and leaves_by else packet.came_in,
            leaves_by=leaves_by,
        )

    def _rewritten(self, namespace: Namespace, packet: _Packet) -> _Packet:
        """Return a packet after dnat; an answer has its rewriting undone."""
        if self._there is not None:
            return self._restored(packet)
        if packet.is_at_start or not namespace.rules:
            return packet
        rule = first_match(namespace, "prerouting", self._judged(packet))
        if rule is None or rule.to_address is None:
            return packet
        rewrite = Rewrite(packet.here, packet.target, rule.to_address)
        return replace(
            packet,
            target=rule.to_address,
            port=rule.to_port or packet.port,
            rewrites=(*packet.rewrites, rewrite),
        )

    def _restored(self, packet: _Packet) -> _Packet:
        target = self._undone.get((packet.here, packet.target), packet.target)
        source = packet.source and self._undone.get((packet.here, packet.source), packet.source)
        return replace(packet, target=target, source=source)

    def _masqueraded(self, namespace: Namespace, packet: _Packet, step: Step) -> _Packet:
        """Return a packet after masquerade, which the first packet of a connection decides."""
        if self._there is not None or packet.is_at_start or packet.source is None:
            return packet
        rule = first_match(namespace, "postrouting", self._judged(packet, step.interface))
        source = _source_address(namespace, step) if rule is not None else None
        if source is None:
            return packet
        rewrite = Rewrite(packet.here, packet.source, source)
        return replace(packet, source=source, rewrites=(*packet.rewrites, rewrite))

    def _arrival_fault(self, namespace: Namespace, packet: _Packet) -> str:
        fault = _arrival_fault(namespace, packet.target, is_start=packet.is_at_start)
        if not fault and packet.protocol == "ping" and self._there is None:
            fault = silence_fault(namespace, packet.target.version)
        if fault or not namespace.rules:
            return fault
        leaves = self._judged(packet, LOOPBACK)
        sent = denial(namespace, "output", leaves) if packet.is_at_start else ""
        return sent or denial(namespace, "input", self._judged(packet))


def _of_several(way: Way, step: Step, steps: tuple[Step, ...]) -> str:
    return say(
        "of {count} equal paths the one by {next_hop} fails: {fault}",
        count=len(steps),
        next_hop=step.next_hop,
        fault=way.fault,
    )


def _arrival_fault(namespace: Namespace, target: Address, *, is_start: bool) -> str:
    lo = namespace.interfaces.get(LOOPBACK)
    if is_start and lo is not None and not lo.up:
        return say(
            "lo is down in {name}, and a node reaches its own addresses through lo",
            name=namespace.name,
        )
    holder = next(
        each
        for each in namespace.interfaces.values()
        if any(target == one.ip for one in each.addresses)
    )
    if target.version == 6 and not holder.up:  # noqa: PLR2004
        return say("{name}:{interface} is down", name=namespace.name, interface=holder.name)
    return ""


def _source_address(namespace: Namespace, step: Step) -> Address | None:
    """Return the address a packet is given: one in the next hop's network, or any of the node."""
    out = namespace.interfaces[step.interface]
    same = [one for one in out.addresses if one.version == step.next_hop.version]
    near = [one.ip for one in same if step.next_hop in one.network]
    everywhere = addresses_of(namespace, step.next_hop.version)
    return next(iter([*near, *(one.ip for one in same), *everywhere]), None)


def _who_has(
    state: HostState, address: Address, hearing: Iterable[InterfaceId], mac: str = ""
) -> InterfaceId | None:
    """Return who takes a packet: who has the address, or the MAC address that it is sent to."""
    for place in hearing:
        if mac:
            interface = state.interface(place)
            if interface is not None and interface.mac == mac:
                return place
            continue
        if is_own(state.namespaces[place.namespace], address, place.interface):
            return place
    return None
