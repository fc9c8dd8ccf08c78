"""Every request that a plan can hold: frozen values that say themselves in one line.

An operation has three readers: the kernel executes it (`workers.kernel`), the shell text writes
it (`designer.plan.shell`), and a person reads it (`str`).
"""

from dataclasses import dataclass

from designer.state.interface import InterfaceAddress, InterfaceId
from designer.state.namespace import Family, Owner
from designer.state.route import Route


@dataclass(frozen=True, slots=True)
class CreateNamespace:
    """Make an empty network namespace; its loopback is down.

    `quiet` switches IPv6 off by default for interfaces born in it, so that ports which are born
    up never send router solicitations or MLD reports.
    """

    namespace: str
    hostname: str
    owner: Owner
    quiet: bool

    def __str__(self) -> str:
        """Say it in one line."""
        return f"create namespace {self.namespace}"


@dataclass(frozen=True, slots=True)
class DeleteNamespace:
    """Drop a namespace and everything in it."""

    namespace: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"delete namespace {self.namespace}"


@dataclass(frozen=True, slots=True)
class SetHostname:
    """Give a namespace's shells another UTS name."""

    namespace: str
    hostname: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"name {self.namespace} {self.hostname}"


@dataclass(frozen=True, slots=True)
class CreateBridge:
    """Make a bridge, with multicast snooping off; with STP its forward delay is 2 s."""

    namespace: str
    interface: str
    mac: str
    mtu: int
    stp: bool
    up: bool

    def __str__(self) -> str:
        """Say it in one line."""
        return f"create bridge {self.interface} in {self.namespace}"


@dataclass(frozen=True, slots=True)
class VethEnd:
    """How one end of a new veth is born; `bridge` is empty unless it is born as a port."""

    namespace: str
    interface: str
    mac: str
    mtu: int
    bridge: str = ""
    up: bool = False

    @property
    def place(self) -> InterfaceId:
        """Where it is."""
        return InterfaceId(self.namespace, self.interface)


@dataclass(frozen=True, slots=True)
class CreateVeth:
    """Make both ends in one request, so that half a cable is never seen.

    Only `left` can be born up or as a port: the kernel answers ENOTCONN to a peer that is
    brought up before the pair is joined (drivers/net/veth.c, veth_open).
    """

    left: VethEnd
    right: VethEnd

    @property
    def namespace(self) -> str:
        """Where the request is made."""
        return self.left.namespace

    def __str__(self) -> str:
        """Say it in one line."""
        return f"create cable {self.left.place} -- {self.right.place}"


@dataclass(frozen=True, slots=True)
class DeleteInterface:
    """Delete a bridge, or a veth with both its ends."""

    namespace: str
    interface: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"delete interface {self.namespace}:{self.interface}"


@dataclass(frozen=True, slots=True)
class SetLinkLocal:
    """Let the kernel give an interface an IPv6 link-local address by itself, or keep it silent."""

    namespace: str
    interface: str
    enabled: bool

    def __str__(self) -> str:
        """Say it in one line."""
        speech = "let IPv6 speak" if self.enabled else "keep IPv6 silent"
        return f"{speech} on {self.namespace}:{self.interface}"


@dataclass(frozen=True, slots=True)
class SetMac:
    """Give an interface another MAC address."""

    namespace: str
    interface: str
    mac: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"set MAC of {self.namespace}:{self.interface} to {self.mac}"


@dataclass(frozen=True, slots=True)
class SetMtu:
    """Give an interface another MTU, in bytes."""

    namespace: str
    interface: str
    mtu: int

    def __str__(self) -> str:
        """Say it in one line."""
        return f"set MTU of {self.namespace}:{self.interface} to {self.mtu}"


@dataclass(frozen=True, slots=True)
class SetStp:
    """Switch a bridge's spanning tree protocol on or off."""

    namespace: str
    interface: str
    enabled: bool

    def __str__(self) -> str:
        """Say it in one line."""
        return f"set STP of bridge {self.namespace}:{self.interface} {_on_off(self.enabled)}"


@dataclass(frozen=True, slots=True)
class AttachPort:
    """Make an interface a port of a bridge in its namespace."""

    namespace: str
    interface: str
    bridge: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"attach {self.namespace}:{self.interface} to bridge {self.bridge}"


@dataclass(frozen=True, slots=True)
class DetachPort:
    """Take a port from its bridge."""

    namespace: str
    interface: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"detach {self.namespace}:{self.interface} from its bridge"


@dataclass(frozen=True, slots=True)
class SetUp:
    """Set an interface up."""

    namespace: str
    interface: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"set {self.namespace}:{self.interface} up"


@dataclass(frozen=True, slots=True)
class SetDown:
    """Set an interface down; the kernel forgets the IPv4 routes over it."""

    namespace: str
    interface: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"set {self.namespace}:{self.interface} down"


@dataclass(frozen=True, slots=True)
class AddAddress:
    """Add an address; IPv6 ones without duplicate address detection, so that they work at once."""

    namespace: str
    interface: str
    address: InterfaceAddress

    def __str__(self) -> str:
        """Say it in one line."""
        return f"add address {self.address} to {self.namespace}:{self.interface}"


@dataclass(frozen=True, slots=True)
class DeleteAddress:
    """Delete an address."""

    namespace: str
    interface: str
    address: InterfaceAddress

    def __str__(self) -> str:
        """Say it in one line."""
        return f"delete address {self.address} from {self.namespace}:{self.interface}"


@dataclass(frozen=True, slots=True)
class AddRoute:
    """Add a route to the main table."""

    namespace: str
    route: Route

    def __str__(self) -> str:
        """Say it in one line."""
        return f"add route {self.route} in {self.namespace}"


@dataclass(frozen=True, slots=True)
class DeleteRoute:
    """Delete a route from the main table."""

    namespace: str
    route: Route

    def __str__(self) -> str:
        """Say it in one line."""
        return f"delete route {self.route} in {self.namespace}"


@dataclass(frozen=True, slots=True)
class SetForwarding:
    """Have a namespace forward packets of one address family between its interfaces, or not."""

    namespace: str
    family: Family
    enabled: bool

    def __str__(self) -> str:
        """Say it in one line."""
        return f"set IPv{self.family} forwarding {_on_off(self.enabled)} in {self.namespace}"


@dataclass(frozen=True, slots=True)
class SetMasquerade:
    """Masquerade out of exactly these interfaces; none removes the rules."""

    namespace: str
    out_interfaces: frozenset[str]

    def __str__(self) -> str:
        """Say it in one line."""
        if not self.out_interfaces:
            return f"stop masquerading in {self.namespace}"
        return f"masquerade out of {', '.join(sorted(self.out_interfaces))} in {self.namespace}"


Operation = (
    CreateNamespace
    | DeleteNamespace
    | SetHostname
    | CreateBridge
    | CreateVeth
    | DeleteInterface
    | SetLinkLocal
    | SetMac
    | SetMtu
    | SetStp
    | AttachPort
    | DetachPort
    | SetUp
    | SetDown
    | AddAddress
    | DeleteAddress
    | AddRoute
    | DeleteRoute
    | SetForwarding
    | SetMasquerade
)

Plan = tuple[Operation, ...]


def _on_off(enabled: bool) -> str:
    return "on" if enabled else "off"
