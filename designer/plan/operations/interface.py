"""Requests about what every interface has."""

from dataclasses import dataclass


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
class AttachPort:
    """Make an interface a port of a bridge, or a member of another device, in its namespace."""

    namespace: str
    interface: str
    master: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"attach {self.namespace}:{self.interface} to {self.master}"


@dataclass(frozen=True, slots=True)
class DetachPort:
    """Take a port from its bridge, or a member from its device."""

    namespace: str
    interface: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"detach {self.namespace}:{self.interface} from what it is attached to"


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
