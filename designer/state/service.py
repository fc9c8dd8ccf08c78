"""What runs in a node: one frozen value a kind, and how it crosses to the process that keeps it."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv6Network,
    ip_address,
    ip_interface,
    ip_network,
)
from typing import Any, Literal

Protocol = Literal["tcp", "udp"]


@dataclass(frozen=True, slots=True)
class Http:
    """A web server with one page."""

    port: int

    @property
    def name(self) -> str:
        """What it is called within its node."""
        return f"http/{self.port}"


@dataclass(frozen=True, slots=True)
class Echo:
    """Sends back what it gets (RFC 862)."""

    protocol: Protocol
    port: int

    @property
    def name(self) -> str:
        """What it is called within its node."""
        return f"echo/{self.protocol}/{self.port}"


@dataclass(frozen=True, slots=True)
class Dns:
    """Answers for the names of the lab and no others, on port 53 of both protocols."""

    @property
    def name(self) -> str:
        """What it is called within its node."""
        return "dns"


@dataclass(frozen=True, slots=True)
class DhcpServer:
    """Leases the addresses from `first` to `last` on one interface (RFC 2131)."""

    interface: str
    address: IPv4Interface
    first: IPv4Address
    last: IPv4Address
    router: IPv4Address | None
    dns: IPv4Address | None
    lease_s: int

    @property
    def name(self) -> str:
        """What it is called within its node."""
        return f"dhcp-server/{self.interface}"


@dataclass(frozen=True, slots=True)
class DhcpClient:
    """Asks for an address of one interface, and keeps asking (RFC 2131).

    `sets_resolver` tells whether it may say which servers the node asks for names.
    """

    interface: str
    sets_resolver: bool = True

    @property
    def name(self) -> str:
        """What it is called within its node."""
        return f"dhcp-client/{self.interface}"


@dataclass(frozen=True, slots=True)
class RouterAdvertisement:
    """Tells the hosts on a wire their prefixes (RFC 4861); `is_router` that it is a way out."""

    interface: str
    prefixes: tuple[IPv6Network, ...]
    is_router: bool

    @property
    def name(self) -> str:
        """What it is called within its node."""
        return f"router-advertisement/{self.interface}"


@dataclass(frozen=True, slots=True)
class Iperf3:
    """The program iperf3 as server."""

    port: int

    @property
    def name(self) -> str:
        """What it is called within its node."""
        return f"iperf3/{self.port}"


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the user's own, as `sh -c` takes it; `number` counts those of its node."""

    number: int
    command: str

    @property
    def name(self) -> str:
        """What it is called within its node."""
        return f"command/{self.number}"


@dataclass(frozen=True, slots=True)
class Frr:
    """Routing daemons of FRR, each by its configuration (docs.frrouting.org); without, not run."""

    ospf: str = ""
    bgp: str = ""

    @property
    def name(self) -> str:
        """What it is called within its node."""
        return "frr"


Service = Http | Echo | Dns | DhcpServer | DhcpClient | RouterAdvertisement | Iperf3 | Command | Frr

KINDS: Mapping[str, Callable[..., Service]] = {
    "http": Http,
    "echo": Echo,
    "dns": Dns,
    "dhcp-server": DhcpServer,
    "dhcp-client": DhcpClient,
    "router-advertisement": RouterAdvertisement,
    "iperf3": Iperf3,
    "command": Command,
    "frr": Frr,
}


def _maybe_address(text: str | None) -> Any:
    return None if text is None else ip_address(text)


_READ: Mapping[str, Callable[[Any], Any]] = {
    "address": ip_interface,
    "first": ip_address,
    "last": ip_address,
    "router": _maybe_address,
    "dns": _maybe_address,
    "prefixes": lambda texts: tuple(map(ip_network, texts)),
}
"""How the text of a field becomes its value; the others are as JSON has them."""


def kind_of(service: Service) -> str:
    """Return the word by which the document calls a service."""
    return next(kind for kind, made in KINDS.items() if made is type(service))


def to_json(service: Service) -> dict[str, Any]:
    """Return a service as JSON takes it."""
    values = {name: _plain(value) for name, value in asdict(service).items()}
    return {"kind": kind_of(service), **values}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return value if isinstance(value, bool | int | str | None) else str(value)


def from_json(values: Mapping[str, Any]) -> Service:
    """Return the service that `to_json` has written."""
    fields = {name: value for name, value in values.items() if name != "kind"}
    read = {name: _READ[name](value) if name in _READ else value for name, value in fields.items()}
    return KINDS[values["kind"]](**read)


def interface_of(service: Service) -> str:
    """Return the interface that a service is tied to, empty for most."""
    if isinstance(service, DhcpServer | DhcpClient | RouterAdvertisement):
        return service.interface
    return ""


def ports_of(service: Service) -> frozenset[tuple[Protocol, int]]:
    """Return where a service listens."""
    match service:
        case Http(port) | Iperf3(port):
            return frozenset({("tcp", port)})
        case Echo(protocol, port):
            return frozenset({(protocol, port)})
        case Dns():
            return frozenset({("tcp", 53), ("udp", 53)})
        case DhcpServer():
            return frozenset({("udp", 67)})
        case _:
            return frozenset()
