"""Which parts of a lab stay, come and go: the question every planner starts from."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from designer.plan.stack import parents_first
from designer.state.device import parent_of
from designer.state.host_state import HostState
from designer.state.interface import Interface, InterfaceId, loopback
from designer.state.namespace import HOST_NAMESPACE, Namespace


@dataclass(frozen=True, slots=True)
class InterfacePair:
    """An interface as it should be, and as it is once everything that is new has been born."""

    namespace: str
    desired: Interface
    observed: Interface
    born: bool = False

    @property
    def name(self) -> str:
        """Its name, the same on both sides."""
        return self.desired.name


@dataclass(frozen=True, slots=True)
class NamespaceChange:
    """One namespace that is not as it should be.

    `observed` is None when the namespace is to be made (also when it has the wrong owner), and
    `desired` when it is to go. `stays` holds the interfaces that are on both sides the same
    object, `comes` and `goes` the others.
    """

    name: str
    desired: Namespace | None
    observed: Namespace | None
    stays: tuple[InterfacePair, ...] = ()
    comes: tuple[Interface, ...] = ()
    goes: tuple[Interface, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Tell whether it is made with IPv6 off by default: a new switch that never speaks it."""
        if self.observed is not None or self.desired is None or self.desired.owner != "worker":
            return False
        return not any(interface.link_local for interface in self.comes)

    @property
    def is_new(self) -> bool:
        """Tell whether the plan makes it."""
        return self.observed is None

    def has_lost_addresses(self, pair: InterfacePair) -> bool:
        """Tell whether the kernel may drop more of an interface's addresses than it is told to.

        It drops secondary addresses with their primary, every route with the last address
        (net/ipv4/devinet.c), and IPv6 addresses when the interface goes down
        (net/ipv6/addrconf.c), as it shortly does when it joins or leaves a VRF
        (drivers/net/vrf.c, cycle_netdev).
        """
        went_down = pair.observed.up and not pair.desired.up
        moved = pair.observed.master != pair.desired.master
        return went_down or moved or bool(pair.observed.addresses - pair.desired.addresses)


def compare(desired: HostState, observed: HostState) -> tuple[NamespaceChange, ...]:
    """Return the namespaces that differ, the drawn ones first and in the order they are drawn."""
    names = dict.fromkeys((*desired.namespaces, *observed.namespaces))
    differing = differing_namespaces(desired, observed)
    if not differing:
        return ()
    surviving = frozenset(name for name in differing if _survives(name, desired, observed))
    replaced = frozenset(differing) - surviving
    concerned = differing | _neighbours(differing, desired) | _neighbours(differing, observed)
    return tuple(_change(name, desired, observed, replaced) for name in names if name in concerned)


def differing_namespaces(one: HostState, other: HostState) -> set[str]:
    """Return the namespaces that are not the same in both; most are one object in an edit."""
    found = other.namespaces.get
    changed = {
        name
        for name, left in one.namespaces.items()
        if (right := found(name)) is not left and right != left
    }
    return changed | (other.namespaces.keys() - one.namespaces.keys())


def _neighbours(names: Collection[str], state: HostState) -> set[str]:
    """Return the namespaces at the other ends of cables: an end may have to go with its peer."""
    return {
        interface.peer.namespace
        for name in names
        if (namespace := state.namespaces.get(name)) is not None
        for interface in namespace.interfaces.values()
        if interface.peer is not None
    }


def _survives(name: str, desired: HostState, observed: HostState) -> bool:
    if name == HOST_NAMESPACE:
        return True
    wanted, found = desired.namespaces.get(name), observed.namespaces.get(name)
    return wanted is not None and found is not None and wanted.owner == found.owner


def _change(
    name: str, desired: HostState, observed: HostState, replaced: frozenset[str]
) -> NamespaceChange:
    wanted, found = _sides(name, desired, observed)
    if name in replaced:
        comes = tuple(wanted.interfaces.values()) if wanted else ()
        goes = tuple(found.interfaces.values()) if found else ()
        return NamespaceChange(name, wanted, None if wanted else found, comes=comes, goes=goes)
    assert wanted is not None  # noqa: S101 - a namespace that survives is on both sides
    assert found is not None  # noqa: S101
    pairs = tuple(_stays(wanted, found, observed, replaced))
    kept = {pair.name for pair in pairs}
    stays = tuple(_released(pair, found, kept) for pair in pairs)
    return NamespaceChange(
        name,
        wanted,
        found,
        stays=stays,
        comes=tuple(one for one in wanted.interfaces.values() if one.name not in kept),
        goes=tuple(one for one in found.interfaces.values() if one.name not in kept),
    )


def _sides(
    name: str, desired: HostState, observed: HostState
) -> tuple[Namespace | None, Namespace | None]:
    wanted, found = desired.namespaces.get(name), observed.namespaces.get(name)
    if name != HOST_NAMESPACE:
        return wanted, found
    bare = Namespace(name=name, hostname="", owner="worker")
    return wanted or bare, found or bare


def _stays(
    wanted: Namespace, found: Namespace, observed: HostState, replaced: frozenset[str]
) -> Iterator[InterfacePair]:
    gone: set[str] = set()
    for interface in parents_first(tuple(wanted.interfaces.values())):
        seen = found.interfaces.get(interface.name)
        place = InterfaceId(wanted.name, interface.name)
        if (
            seen is None
            or (seen.kind, seen.peer, seen.device)
            != (interface.kind, interface.peer, interface.device)
            or not (seen.peer is None or _is_whole(place, seen.peer, observed, replaced))
            or parent_of(interface.device) in gone
        ):
            gone.add(interface.name)
        else:
            yield InterfacePair(wanted.name, interface, seen)


def _released(pair: InterfacePair, found: Namespace, kept: Collection[str]) -> InterfacePair:
    """Return the pair as it is once the interface has left a master that it does not keep.

    A bond sets a member down and gives it back its own MAC address and MTU, which nobody knows by
    then (drivers/net/bonding/bond_main.c, __bond_release_one).
    """
    seen = pair.observed
    if not seen.master or (seen.master == pair.desired.master and seen.master in kept):
        return pair
    master = found.interfaces.get(seen.master)
    left = seen if seen.master in kept else replace(seen, master="")
    if master is not None and master.kind == "bond":
        left = replace(left, up=False, mac="", mtu=0)
    return replace(pair, observed=left)


def _is_whole(
    place: InterfaceId, peer: InterfaceId, observed: HostState, replaced: frozenset[str]
) -> bool:
    """Tell whether a cable's other end is where it should be, and stays there."""
    other = observed.interface(peer)
    return other is not None and other.peer == place and peer.namespace not in replaced


def born_loopback(change: NamespaceChange) -> Iterator[InterfacePair]:
    """Yield the loopback of a new namespace, which nobody makes and which is born down."""
    for interface in change.comes:
        if interface.kind == "loopback":
            yield InterfacePair(change.name, interface, loopback(up=False), born=True)


def place_of(change: NamespaceChange, interface: Interface) -> InterfaceId:
    """Return where an interface of a changed namespace is."""
    return InterfaceId(change.name, interface.name)
