"""An interface of a namespace: the loopback, one end of a veth, a bridge, or a device."""

from dataclasses import dataclass
from ipaddress import IPv4Interface, IPv6Interface
from typing import Literal, NamedTuple

from designer.state.device import Device
from designer.state.impairment import Egress
from designer.state.vlan import Filtering, PortVlans

InterfaceKind = Literal[
    "loopback",
    "veth",
    "bridge",
    "vlan",
    "bond",
    "vrf",
    "vxlan",
    "gre",
    "ipip",
    "sit",
    "macvlan",
    "dummy",
    "wireguard",
]
InterfaceAddress = IPv4Interface | IPv6Interface

LOOPBACK = "lo"
LOOPBACK_MTU = 65536
DEFAULT_MTU = 1500


class InterfaceId(NamedTuple):
    """Where an interface is: interface names are unique only within their namespace."""

    namespace: str
    interface: str

    def __str__(self) -> str:
        """Say it the way the document writes the end of a link."""
        return f"{self.namespace}:{self.interface}"


@dataclass(frozen=True, slots=True)
class Interface:
    """One interface as the kernel has it.

    `mac` is lower-case with colons, empty for the loopback. `link_local` tells whether the kernel
    gives the interface an IPv6 link-local address by itself (addrgenmode and disable_ipv6,
    ip-link(8)); such addresses are never in `addresses`, nor are the loopback's own
    127.0.0.1/8 and ::1/128. `master` names the bridge it is a port of, `peer` the other end of
    a veth, `egress` what that does to packets. `stp` and `filtering` (None: it passes all VLANs
    alike) belong to a bridge. `vlans` are those of a port of a bridge that filters, or of such a
    bridge's own way to IP. `device` is what else there is to know about an interface that is none
    of these.
    """

    name: str
    kind: InterfaceKind
    up: bool
    mac: str = ""
    mtu: int = DEFAULT_MTU
    link_local: bool = False
    addresses: frozenset[InterfaceAddress] = frozenset()
    master: str = ""
    peer: InterfaceId | None = None
    stp: bool = False
    filtering: Filtering | None = None
    vlans: PortVlans = ()
    device: Device | None = None
    egress: Egress | None = None


def loopback(*, up: bool, addresses: frozenset[InterfaceAddress] = frozenset()) -> Interface:
    """Return the loopback that every namespace is born with (down) or that was set up."""
    return Interface(name=LOOPBACK, kind="loopback", up=up, mtu=LOOPBACK_MTU, addresses=addresses)
