"""The way of frames through the cables between switches, as drawn.

Only what some interface sends is followed, so that a trunk of 4094 VLANs costs no more than the
VLANs that are used, and a switch without VLANs no more than one frame.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from designer.topology.bond import BondDevice
from designer.topology.frame import ALL_VLANS, Frame, InSwitch, OnWire, Tags
from designer.topology.port import Port, bridge_port, drawn_port, is_port
from designer.topology.topology import Topology
from designer.topology.values import End
from designer.topology.vxlan import VxlanDevice

FRAMES_MAX = 300_000
"""As many different frames are followed in a drawing: some tens of megabytes, half a second."""


def bonded_ends(topology: Topology) -> Mapping[End, End]:
    """Return the bond that each of its members' frames go to, by the member."""
    return {
        End(name, member): End(name, master)
        for name, node in topology.nodes.items()
        for member, master in node.masters.items()
        if isinstance(node.interfaces[master].device, BondDevice)
    }


class TooManyFrames(ValueError):
    """The VLANs of a drawing are too many to follow."""


@dataclass(slots=True)
class _Switch:
    """The ports of a switch towards others, by their one VLAN if they have no more."""

    by_vid: defaultdict[int, list[Port]] = field(default_factory=lambda: defaultdict(list))
    trunks: list[Port] = field(default_factory=list)

    def add(self, port: Port) -> None:
        if port.tagged:
            self.trunks.append(port)
        else:
            self.by_vid[port.untagged or ALL_VLANS].append(port)

    def exits(self, frame: InSwitch) -> Iterator[OnWire]:
        for ports in (self.by_vid.get(frame.vid, ()), self.trunks):
            for port in ports:
                if (sent := port.leave(frame)) is not None:
                    yield sent


class Wires:
    """The cables of a drawing between two ports of switches; and `leaves`, with one port.

    `senders` holds for each cable those of its ends that take part in IP: neither ports nor members
    of a bond.
    """

    def __init__(self, topology: Topology) -> None:
        self.cables: dict[int, tuple[Port, Port]] = {}
        self.leaves: dict[int, Port] = {}
        self.senders: list[list[End]] = []
        self._switches: defaultdict[str, _Switch] = defaultdict(_Switch)
        self._vxlans: dict[tuple[int, int], int] = {}
        self._vxlan_ports: defaultdict[int, list[Port]] = defaultdict(list)
        self._nodes = topology.nodes
        self._bridges: dict[str, Port] = {}
        self._followed = 0
        self._bonded: set[End] = set()
        self.bonds = bonded_ends(topology)
        for number, link in enumerate(topology.links):
            self._add_cable(number, link.ends)
        for name, node in topology.nodes.items():
            for interface, said in node.devices.items():
                if isinstance(said.device, VxlanDevice) and is_port(name, node, interface):
                    self._add_vxlan(drawn_port(name, interface, node, self.vxlan(said.device)))

    def _add_cable(self, number: int, drawn: tuple[End, End]) -> None:
        ports: list[Port] = []
        senders: list[End] = []
        self.senders.append(senders)
        for end in drawn:
            bond = self.bonds.get(end) if self.bonds else None
            name, interface = bond or end
            node = self._nodes.get(name)
            if node is not None and is_port(name, node, interface):
                ports.append(drawn_port(name, interface, node, number))
            elif node is not None and bond is None:
                senders.append(end)
        if self.bonds and self._is_one_more_of_a_bond(drawn):
            return
        if len(ports) == 1:
            self.leaves[number] = ports[0]
        elif ports:
            self.cables[number] = (ports[0], ports[1])
            for port in ports:
                self._switches[port.switch].add(port)

    def _is_one_more_of_a_bond(self, drawn: tuple[End, End]) -> bool:
        """Tell whether a cable is one with another of its bond; remember the bonds it is of."""
        ends = {self.bonds.get(end, end) for end in drawn}
        if not self._bonded.isdisjoint(ends):
            return True
        self._bonded |= ends - {*drawn}
        return False

    def _add_vxlan(self, port: Port) -> None:
        self._vxlan_ports[port.link].append(port)
        self._switches[port.switch].add(port)

    def vxlan(self, device: VxlanDevice) -> int:
        """Return the number of a VXLAN, which is like a cable between all its ends."""
        return self._vxlans.setdefault((device.vni, device.port), -2 - len(self._vxlans))

    def bridge(self, name: str) -> Port:
        """Return a switch's own way to IP, which all of its devices decide, worked out once."""
        if name not in self._bridges:
            self._bridges[name] = bridge_port(name, self._nodes[name])
        return self._bridges[name]

    def sent(self, link: int, tags: Tags) -> Frame:
        """Return a frame that an interface sends into a cable: what a switch takes is in there."""
        port = self.leaves.get(link)
        taken = port.enter(tags) if port else None
        return taken or OnWire(link, tags)

    def spread(self, starts: Iterable[Frame], stops: Collection[str] = ()) -> Iterator[Frame]:
        """Yield every frame that comes of some, themselves included, each once.

        Switches that are `stops` pass nothing on. Raises TooManyFrames.
        """
        seen: set[Frame] = set()
        for start in starts:
            waiting: list[Frame] = [start]
            while waiting:
                frame = waiting.pop()
                self._count()
                if frame not in seen:
                    seen.add(frame)
                    yield frame
                    waiting.extend(self._next(frame, stops))

    def _ports_at(self, link: int) -> Sequence[Port]:
        return self.cables[link] if link in self.cables else self._vxlan_ports.get(link, ())

    def _count(self) -> None:
        self._followed += 1
        if self._followed > FRAMES_MAX:
            raise TooManyFrames

    def _next(self, frame: Frame, stops: Collection[str]) -> Iterator[Frame]:
        match frame:
            case InSwitch(switch=switch) if switch not in stops:
                yield from self._switches[switch].exits(frame)
            case OnWire(link=link, tags=tags):
                for port in self._ports_at(link):
                    if (taken := port.enter(tags)) is not None:
                        yield taken
