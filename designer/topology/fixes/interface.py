"""What to do about what is said of an interface: its MTU and its MAC address."""

from collections.abc import Callable, Iterator

from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place
from designer.topology.interface import IPV6_MTU_MIN
from designer.topology.sentence import Sentence, say


def without(title: Sentence, *fields: str) -> Callable[[Place], Iterator[Fix]]:
    """Return the fix that takes fields out of the interface."""

    def apply(place: Place) -> Iterator[Fix]:
        yield fix(title, (place.path, dict.fromkeys(fields)))

    return apply


automatic_mac = without(say("Use an automatic MAC address"), "mac")
mtu_of_its_carrier = without(say("Use the MTU that what it stands on leaves it"), "mtu")


def larger_mtu(place: Place) -> Iterator[Fix]:
    """Give it the least that IPv6 takes."""
    title = say("Raise the MTU to {mtu}", mtu=IPV6_MTU_MIN)
    yield fix(title, (place.path, {"mtu": IPV6_MTU_MIN}))
    yield fix(say("Use the usual MTU"), (place.path, {"mtu": None}))
