"""Addresses: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import InterfacePair, NamespaceChange
from designer.plan.operations import AddAddress, DeleteAddress
from designer.state.interface import InterfaceAddress


def delete_addresses(changes: Sequence[NamespaceChange]) -> Iterator[DeleteAddress]:
    """Yield the addresses that are not drawn, on interfaces that stay."""
    for change in changes:
        for pair in change.stays:
            for address in in_order(pair.observed.addresses - pair.desired.addresses):
                yield DeleteAddress(change.name, pair.name, address)


def add_addresses(
    changes: Sequence[NamespaceChange], born: Sequence[InterfacePair]
) -> Iterator[AddAddress]:
    """Yield the addresses that are missing, or may go missing while the plan is carried out."""
    for change in changes:
        for pair in change.stays:
            lost = change.has_lost_addresses(pair)
            kept = frozenset() if lost else pair.observed.addresses
            for address in in_order(pair.desired.addresses - kept):
                yield AddAddress(change.name, pair.name, address)
    for pair in born:
        for address in in_order(pair.desired.addresses):
            yield AddAddress(pair.namespace, pair.name, address)


def in_order(addresses: frozenset[InterfaceAddress]) -> list[InterfaceAddress]:
    """Return addresses in one fixed order, IPv4 first."""
    if len(addresses) < 2:  # noqa: PLR2004 - most interfaces have one address: nothing to sort
        return list(addresses)
    return sorted(addresses, key=lambda one: (one.version, int(one.ip), one.network.prefixlen))
