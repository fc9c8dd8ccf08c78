"""What of a namespace is only seen by who asks for it: nouns that most namespaces have none of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Self

from designer.state.host_state import HostState
from designer.state.namespace import Namespace
from designer.state.wireguard import WireGuard


class DrawnEndpoint(NamedTuple):
    """Where a peer of a WireGuard device was said to be."""

    interface: str
    public_key: str
    endpoint: str

    def is_about_one_of(self, others: "Endpoints") -> bool:
        """Tell whether an endpoint is drawn for the same peer."""
        return any(one[:2] == self[:2] for one in others)


Endpoints = tuple[DrawnEndpoint, ...]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What to ask the kernel beyond what it is always asked: each question takes its time.

    `sysctls` are the settings that are drawn, and `former_sysctls` those that were before: these
    are only of interest as long as they are not back at their defaults. `endpoints` are those that
    WireGuard peers were given, which the kernel may have forgotten since; the earlier ones first.
    """

    policies: bool = False
    neighbours: bool = False
    sysctls: frozenset[str] = frozenset()
    former_sysctls: frozenset[str] = frozenset()
    endpoints: Endpoints = ()

    @property
    def asks_for_sysctls(self) -> bool:
        """Tell whether any setting has to be read."""
        return bool(self.sysctls or self.former_sysctls)

    def of_all(self, *, wanted: bool) -> "Inquiry":
        """Return the same with all that can be asked without knowing a name, if it is wanted."""
        return replace(self, policies=True, neighbours=True) if wanted else self

    def after(self, earlier: "Inquiry") -> "Inquiry":
        """Return what has to be asked where something else was drawn earlier."""
        return Inquiry(
            policies=self.policies or earlier.policies,
            neighbours=self.neighbours or earlier.neighbours,
            sysctls=self.sysctls,
            former_sysctls=(earlier.sysctls | earlier.former_sysctls) - self.sysctls,
            endpoints=self._endpoints_after(earlier.endpoints),
        )

    def _endpoints_after(self, earlier: Endpoints) -> Endpoints:
        """One that is drawn no more is no difference: the kernel cannot take it from a peer."""
        still = [one for one in earlier if one.is_about_one_of(self.endpoints)]
        return tuple(dict.fromkeys((*still, *self.endpoints)))

    def plain(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {
            "policies": self.policies,
            "neighbours": self.neighbours,
            "sysctls": sorted(self.sysctls),
            "former_sysctls": sorted(self.former_sysctls),
            "endpoints": [list(one) for one in self.endpoints],
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> Self:
        """Return what `plain` wrote."""
        return cls(
            value["policies"],
            value["neighbours"],
            frozenset(value["sysctls"]),
            frozenset(value["former_sysctls"]),
            tuple(DrawnEndpoint(*one) for one in value.get("endpoints", ())),
        )


NOTHING = Inquiry()


def inquiry_about(namespace: Namespace) -> Inquiry:
    """Return what has to be asked so that a namespace is seen as it is drawn."""
    endpoints = tuple(_endpoints(namespace))
    if not (namespace.policies or namespace.neighbours or namespace.sysctls or endpoints):
        return NOTHING
    return Inquiry(
        bool(namespace.policies),
        bool(namespace.neighbours),
        frozenset(one.name for one in namespace.sysctls),
        endpoints=endpoints,
    )


def _endpoints(namespace: Namespace) -> Iterator[DrawnEndpoint]:
    for interface in namespace.interfaces.values():
        if interface.kind == "wireguard" and isinstance(interface.device, WireGuard):
            for peer in interface.device.peers:
                if peer.endpoint is not None:
                    yield DrawnEndpoint(interface.name, peer.public_key, str(peer.endpoint))


def inquiries(desired: HostState) -> Mapping[str, Inquiry]:
    """Return what has to be asked, by namespace."""
    return {
        name: wanted
        for name, one in desired.namespaces.items()
        if (wanted := inquiry_about(one)) is not NOTHING
    }


def with_earlier(
    wanted: Mapping[str, Inquiry], earlier: Mapping[str, Inquiry]
) -> Mapping[str, Inquiry]:
    """Return what has to be asked where `earlier` was what was drawn before."""
    past = {name: wanted.get(name, NOTHING).after(one) for name, one in earlier.items()}
    return {**wanted, **past}
