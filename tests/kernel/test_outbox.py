"""Many messages in few system calls, and each refusal with what it is about."""

from errno import EEXIST, ENODEV

from tests.kernel.scratch import in_scratch
from workers.kernel import link
from workers.kernel.dump import dump
from workers.kernel.link_dump import REQUEST, parse
from workers.kernel.outbox import MOST_MESSAGES, Letters
from workers.kernel.sockets import open_route_socket

MAC = bytes((2, 0, 0, 0, 0, 1))


def test_no_refusal_is_lost_even_if_all_are_refused() -> None:
    """Every one of many refused messages is reported, with its own cause, in order."""

    def send() -> list[tuple[int, int]]:
        letters: Letters[int] = Letters()
        for number in range(5000):
            letters.add(number, link.UP, 1000 + number)
        with open_route_socket() as netlink:
            return [tuple(one) for one in letters.send(netlink)]  # type: ignore[misc]

    assert in_scratch("true", send) == [(number, ENODEV) for number in range(5000)]


def test_what_is_not_refused_is_done() -> None:
    """The kernel goes on after a refusal, at the edges of a send as well."""
    count = 2 * MOST_MESSAGES + 1
    doubled = {0, 7, MOST_MESSAGES - 1, MOST_MESSAGES, count - 1}

    def send() -> tuple[list[tuple[int, int]], int]:
        letters: Letters[int] = Letters()
        shape = link._bridge(stp=False, up=False, how=None)
        for number in range(count):
            name = b"lo" if number in doubled else f"b{number}".encode()
            letters.add(number, shape, 10 + number, name, MAC, 1500)
        with open_route_socket() as netlink:
            refused = [tuple(one) for one in letters.send(netlink)]
            links = [parse(message) for message in dump(netlink, REQUEST)]
        return refused, len([one for one in links if one.kind == "bridge"])  # type: ignore[return-value]

    refused, made = in_scratch("true", send)
    assert refused == [(number, EEXIST) for number in sorted(doubled)]
    assert made == count - len(doubled)
