"""Who asks and who is asked: all that the matrix is told about the running network."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Interface, IPv6Address, IPv6Interface

Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class SourceInterface:
    """What decides from where a source speaks; `addresses` leaves out link-local ones.

    Interfaces with another `wire` number do not hear it, whatever their addresses are.
    """

    index: int
    up: bool
    addresses: tuple[IPv4Interface | IPv6Interface, ...] = ()
    loopback: bool = False
    wire: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A node that asks; `interfaces` is None where nothing is known about them.

    What is known explains a silence and tells which neighbours to seed; it never stands in for
    an answer of the kernel.
    """

    name: str
    namespace_fd: int
    interfaces: tuple[SourceInterface, ...] | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """An address that is asked, and where it is; `mac` is empty where it cannot be seeded.

    `namespace_fd` is negative where the address is none of the lab's, so nobody of ours can
    listen there.
    """

    node: str
    interface: str
    address: Address
    namespace_fd: int
    mac: str = ""
    wire: int = 0
