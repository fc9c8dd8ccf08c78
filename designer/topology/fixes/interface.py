"""What to do about what is said of an interface: its MTU and its MAC address."""

from collections.abc import Callable, Iterator

from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place
from designer.topology.interface import IPV6_MTU_MIN


def without(title: str, *fields: str) -> Callable[[Place], Iterator[Fix]]:
    """Return the fix that takes fields out of the interface."""

    def apply(place: Place) -> Iterator[Fix]:
        yield fix(title, (place.path, dict.fromkeys(fields)))

    return apply


automatic_mac = without("Use an automatic MAC address", "mac")
mtu_of_its_carrier = without("Use the MTU that what it stands on leaves it", "mtu")


def larger_mtu(place: Place) -> Iterator[Fix]:
    """Give it the least that IPv6 takes."""
    title = f"Raise the MTU to {IPV6_MTU_MIN}"
    yield fix(title, (place.path, {"mtu": IPV6_MTU_MIN}))
    yield fix("Use the usual MTU", (place.path, {"mtu": None}))
