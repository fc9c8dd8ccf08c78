"""What to do about devices that cannot stand where they are drawn."""

from collections.abc import Iterator, Mapping
from typing import Any

from designer.topology.bond import BondDevice
from designer.topology.device import below, members_of
from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place
from designer.topology.macvlan import MacvlanDevice
from designer.topology.sentence import Sentence, say
from designer.topology.stack import devices_of
from designer.topology.tunnel import GreDevice, IpipDevice, SitDevice
from designer.topology.vlan import VID_MAX
from designer.topology.vlan_device import VlanDevice
from designer.topology.vrf import KERNEL_TABLES, VrfDevice
from designer.topology.vxlan import VxlanDevice
from designer.topology.wireguard import WireGuardDevice

FIRST_TABLE = 10
PARENTS_MAX = 3


def _device(title: Sentence, place: Place, **change: Any) -> Fix:
    return fix(title, (place.path, {"device": change}))


def on_another_parent(place: Place) -> Iterator[Fix]:
    """Put it on a linked interface; a macvlan, on the parent of the one it stands on."""
    device = place.device
    parents = place.linked()
    if isinstance(device, MacvlanDevice):
        carrier = place.topology.interface(place.end_of(device.parent)).device
        if isinstance(carrier, MacvlanDevice):
            parents = [carrier.parent]
    if below(device) and not isinstance(device, BondDevice):
        for parent in parents[:PARENTS_MAX]:
            yield _device(say("Put it on {parent}", parent=parent), place, parent=parent)


def without_member(place: Place) -> Iterator[Fix]:
    """Take the member out that the problem names."""
    words = place.problem.message.replace(":", " ").split()
    members = members_of(place.device)
    for member in members:
        if member in words:
            rest = [one for one in members if one != member]
            yield _device(say("Take {member} out of it", member=member), place, members=rest)


def free_vid(place: Place) -> Iterator[Fix]:
    """Give a VLAN interface the next number that its parent does not have."""
    device = place.device
    if isinstance(device, VlanDevice):
        used = {
            one.vid
            for one in devices_of(place.node).values()
            if isinstance(one, VlanDevice) and one.parent == device.parent
        }
        for vid in range(device.vid + 1, VID_MAX + 1):
            if vid not in used:
                yield _device(say("Use VLAN {vid}", vid=vid), place, vid=vid)
                return


def free_table(place: Place) -> Iterator[Fix]:
    """Give a VRF a table that nothing else of its node has."""
    used = {one.table for one in devices_of(place.node).values() if isinstance(one, VrfDevice)}
    used |= {route.table for route in place.node.routes} | KERNEL_TABLES
    table = next(one for one in range(FIRST_TABLE, len(used) + FIRST_TABLE + 1) if one not in used)
    yield _device(say("Use table {table}", table=table), place, table=table)


def free_port(place: Place) -> Iterator[Fix]:
    """Give a WireGuard device a UDP port that the node does not use."""
    device = place.device
    if isinstance(device, WireGuardDevice):
        devices = devices_of(place.node).values()
        used = {one.port for one in devices if isinstance(one, WireGuardDevice | VxlanDevice)}
        port = next(one for one in range(device.port + 1, 2 * 65536) if one not in used)
        yield _device(say("Listen at port {port}", port=port), place, port=port)


def address_at_master(place: Place) -> Iterator[Fix]:
    """Give a bond the address that was said of its member."""
    master = place.node.masters[place.end.interface]
    said = place.topology.interface(place.end_of(master)).addresses or ()
    addresses = [str(one) for one in (*said, *(place.interface.addresses or ()))]
    edits: list[tuple[str, Mapping[str, Any] | None]] = [
        (place.path, {"addresses": None}),
        (f"{place.node_path}/interfaces/{master}", {"addresses": addresses}),
    ]
    yield fix(say("Give the address to {master}", master=master), *edits)
    yield fix(say("Remove the address"), edits[0])


def own_sender(place: Place) -> Iterator[Fix]:
    """Send from an address that the node has."""
    device = place.device
    if not isinstance(device, VxlanDevice | GreDevice | IpipDevice | SitDevice):
        return
    for interface in place.linked():
        for one in place.facts.assigned.get(place.end_of(interface), ()):
            if one.version == device.remote.version:
                yield _device(say("Send from {address}", address=one.ip), place, local=str(one.ip))
                return


def other_end(place: Place) -> Iterator[Fix]:
    """End the tunnel where another node has one of its kind that ends here."""
    device = place.device
    if not isinstance(device, VxlanDevice | GreDevice | IpipDevice | SitDevice):
        return
    for name, node in place.topology.nodes.items():
        for other in devices_of(node).values():
            if name == place.name or not isinstance(other, type(device)):
                continue
            if other.local is not None and device.local == other.remote:
                yield _device(say("End it at {name}", name=name), place, remote=str(other.local))


def another_number(place: Place) -> Iterator[Fix]:
    """Tell a second tunnel between the same ends from the first by a number."""
    devices = devices_of(place.node).values()
    match place.device:
        case VxlanDevice():
            vni = max(one.vni for one in devices if isinstance(one, VxlanDevice)) + 1
            yield _device(say("Use the number {vni}", vni=vni), place, vni=vni)
        case GreDevice():
            keys = [one.key or 0 for one in devices if isinstance(one, GreDevice)]
            yield _device(
                say("Use the key {number}", number=max(keys) + 1), place, key=max(keys) + 1
            )


def carried_addresses(place: Place) -> Iterator[Fix]:
    """Leave the tunnel only addresses of the family that it carries, or let it carry both."""
    carried = 4 if isinstance(place.device, IpipDevice) else 6
    said = place.interface.addresses or ()
    kept = [str(one) for one in said if one.version == carried]
    yield fix(
        say("Keep only IPv{version} addresses", version=carried), (place.path, {"addresses": kept})
    )
    yield _device(say("Make it a GRE tunnel"), place, kind="gre")


def port_of_the_peer(place: Place) -> Iterator[Fix]:
    """Look for a peer at a port that somebody listens at."""
    device = place.device
    if not isinstance(device, WireGuardDevice):
        return
    holders = {one.ip: end.node for end, those in place.facts.assigned.items() for one in those}
    peers = device.model_dump(mode="json", exclude_defaults=True)["peers"]
    for number, peer in enumerate(device.peers):
        name = holders.get(peer.endpoint.address) if peer.endpoint else None
        if name is None or peer.endpoint is None or name == place.name:
            continue
        devices = devices_of(place.topology.nodes[name]).values()
        ports = [one.port for one in devices if isinstance(one, WireGuardDevice)]
        if ports and peer.endpoint.port not in ports:
            moved = str(peer.endpoint._replace(port=ports[0]))
            peers[number]["endpoint"] = moved
            yield _device(
                say("Look for {name} at port {port}", name=name, port=ports[0]),
                place,
                peers=peers,
            )
