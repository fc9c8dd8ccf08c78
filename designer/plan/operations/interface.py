"""Requests about what every interface has."""

from dataclasses import dataclass

from designer.topology.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class DeleteInterface:
    """Delete a bridge, or a veth with both its ends."""

    namespace: str
    interface: str

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "delete interface {namespace}:{interface}",
            namespace=self.namespace,
            interface=self.interface,
        )


@dataclass(frozen=True, slots=True)
class SetLinkLocal:
    """Let the kernel give an interface an IPv6 link-local address by itself, or keep it silent."""

    namespace: str
    interface: str
    enabled: bool

    def __str__(self) -> Sentence:
        """Say it in one line."""
        place = {"namespace": self.namespace, "interface": self.interface}
        if self.enabled:
            return say("let IPv6 speak on {namespace}:{interface}", **place)
        return say("keep IPv6 silent on {namespace}:{interface}", **place)


@dataclass(frozen=True, slots=True)
class SetMac:
    """Give an interface another MAC address."""

    namespace: str
    interface: str
    mac: str

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "set MAC of {namespace}:{interface} to {mac}",
            namespace=self.namespace,
            interface=self.interface,
            mac=self.mac,
        )


@dataclass(frozen=True, slots=True)
class SetMtu:
    """Give an interface another MTU, in bytes."""

    namespace: str
    interface: str
    mtu: int

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "set MTU of {namespace}:{interface} to {mtu}",
            namespace=self.namespace,
            interface=self.interface,
            mtu=self.mtu,
        )


@dataclass(frozen=True, slots=True)
class AttachPort:
    """Make an interface a port of a bridge, or a member of another device, in its namespace."""

    namespace: str
    interface: str
    master: str

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "attach {namespace}:{interface} to {master}",
            namespace=self.namespace,
            interface=self.interface,
            master=self.master,
        )


@dataclass(frozen=True, slots=True)
class DetachPort:
    """Take a port from its bridge, or a member from its device."""

    namespace: str
    interface: str

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "detach {namespace}:{interface} from what it is attached to",
            namespace=self.namespace,
            interface=self.interface,
        )


@dataclass(frozen=True, slots=True)
class SetUp:
    """Set an interface up."""

    namespace: str
    interface: str

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "set {namespace}:{interface} up", namespace=self.namespace, interface=self.interface
        )


@dataclass(frozen=True, slots=True)
class SetDown:
    """Set an interface down; the kernel forgets the IPv4 routes over it."""

    namespace: str
    interface: str

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "set {namespace}:{interface} down", namespace=self.namespace, interface=self.interface
        )
