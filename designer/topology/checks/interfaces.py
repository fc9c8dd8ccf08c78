"""Rules about single interfaces."""

from collections import defaultdict
from collections.abc import Iterator

from designer.topology.checks.facts import Facts
from designer.topology.interface import IPV6_MTU_MIN, LOOPBACK, Interface
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.values import End


def check_interfaces(facts: Facts) -> Iterator[Problem]:
    """What is said about an interface must be possible, and be about one that exists."""
    for name, node in facts.topology.nodes.items():
        for interface, said in node.interfaces.items():
            end = End(name, interface)
            if interface == LOOPBACK:
                yield from _check_loopback(end, said)
            elif not facts.is_made(end):
                message = say(
                    "{end} has no link, so it will not be made: link it or remove it", end=end
                )
                yield Problem("interface-without-link", _path(end), message, "warning")
            yield from _check_mtu(end, said)
    yield from _check_macs(facts)


def _path(end: End) -> str:
    return f"nodes/{end.node}/interfaces/{end.interface}"


def _check_loopback(end: End, said: Interface) -> Iterator[Problem]:
    if said.mac or said.mtu is not None or said.device is not None:
        message = say(
            "{end} is the loopback: only its addresses and whether it is up can be said", end=end
        )
        yield Problem("loopback-is-fixed", _path(end), message)


def _check_mtu(end: End, said: Interface) -> Iterator[Problem]:
    if said.mtu is None or said.mtu >= IPV6_MTU_MIN:
        return
    if any(one.version == 6 for one in said.addresses or ()):  # noqa: PLR2004
        message = say(
            "{end} has an IPv6 address and an MTU of {mtu}: IPv6 needs {least} bytes at least",
            end=end,
            mtu=said.mtu,
            least=IPV6_MTU_MIN,
        )
        yield Problem("mtu-too-small", _path(end), message)


def _check_macs(facts: Facts) -> Iterator[Problem]:
    for segment in facts.segments:
        owners: dict[str, list[End]] = defaultdict(list)
        for end in segment.members:
            if mac := facts.topology.interface(end).mac:
                owners[mac].append(end)
        for mac, ends in owners.items():
            for end in ends[1:]:
                message = say(
                    "{end} has the MAC address {mac} of {owner}: give it another",
                    end=end,
                    mac=mac,
                    owner=ends[0],
                )
                yield Problem("duplicate-mac", _path(end), message)
