"""How a new interface is born, so that the planners know what is left to set."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from designer.plan.comparison import InterfacePair, NamespaceChange, born_loopback
from designer.plan.stack import is_device
from designer.state.interface import Interface, InterfaceId
from designer.topology.interface import IPV6_MTU_MIN


def is_born_up(change: NamespaceChange, interface: Interface) -> bool:
    """Tell whether it may be up at once: only where that does not make it speak IPv6 unasked.

    Nor where packets are to be impaired: the kernel stops an interface that is up to do so.
    """
    if interface.master and not bridge_of(change, interface):
        return False
    silent = interface.link_local or change.is_quiet
    return interface.up and silent and interface.egress is None


def bridge_of(change: NamespaceChange, interface: Interface) -> str:
    """Return the bridge that it may be born as a port of; a bond takes only what is down."""
    master = change.desired.interfaces.get(interface.master) if change.desired else None
    return interface.master if master is not None and master.kind == "bridge" else ""


def born_pairs(
    changes: Sequence[NamespaceChange], leading: Mapping[InterfaceId, bool]
) -> Iterator[InterfacePair]:
    """Yield every new interface beside what it is right after its birth.

    In a namespace that was there before, nobody knows how IPv6 speaks by default, so there the
    opposite of what is wanted is assumed and it is always set.
    """
    for change in changes:
        yield from born_loopback(change)
        for one in change.comes:
            if one.kind != "loopback":
                lead = leading.get(InterfaceId(change.name, one.name), True)
                yield InterfacePair(change.name, one, _newborn(change, one, lead), born=True)


def _newborn(change: NamespaceChange, one: Interface, lead: bool) -> Interface:
    speaks = not change.is_quiet if change.is_new else not one.link_local
    if one.mtu < IPV6_MTU_MIN:
        speaks = False  # the kernel gives it no IPv6 at all (net/ipv6/addrconf.c, addrconf_notify)
    lead = lead and not is_device(one)
    return replace(
        one,
        up=lead and is_born_up(change, one),
        master=bridge_of(change, one) if lead else "",
        link_local=speaks,
        addresses=frozenset(),
        vlans=(),
        egress=None,
    )
