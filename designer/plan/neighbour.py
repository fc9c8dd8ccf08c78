"""Permanent neighbours: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import InterfacePair, NamespaceChange
from designer.plan.operations import DeleteNeighbour, SetNeighbour
from designer.state.neighbour import Neighbour


def delete_neighbours(changes: Sequence[NamespaceChange]) -> Iterator[DeleteNeighbour]:
    """Yield the entries for addresses that should have none, on interfaces that stay."""
    for change in changes:
        if change.desired is None or change.observed is None or not change.observed.neighbours:
            continue
        wanted = {(one.interface, one.address) for one in change.desired.neighbours}
        stays = {pair.name for pair in change.stays}
        for one in _in_order(change.observed.neighbours):
            if (one.interface, one.address) not in wanted and one.interface in stays:
                yield DeleteNeighbour(change.name, one)


def set_neighbours(changes: Sequence[NamespaceChange]) -> Iterator[SetNeighbour]:
    """Yield the entries that are missing or other, or go missing while the plan is carried out."""
    for change in changes:
        if change.desired is not None and change.desired.neighbours:
            for one in _in_order(change.desired.neighbours - _kept_neighbours(change)):
                yield SetNeighbour(change.name, one)


def _kept_neighbours(change: NamespaceChange) -> frozenset[Neighbour]:
    if change.observed is None:
        return frozenset()
    sound = {pair.name for pair in change.stays if not _forgets(pair)}
    return frozenset(one for one in change.observed.neighbours if one.interface in sound)


def _forgets(pair: InterfacePair) -> bool:
    """Tell whether the kernel drops all of an interface's neighbours (net/core/neighbour.c)."""
    return pair.desired.mac != pair.observed.mac or (pair.observed.up and not pair.desired.up)


def _in_order(neighbours: frozenset[Neighbour]) -> list[Neighbour]:
    return sorted(neighbours, key=lambda one: (one.interface, one.address.packed))
