"""Where the network lets everybody through, everybody is reached."""

import socket
from collections.abc import Iterator
from contextlib import closing

import pytest

from designer.topology.expectation import parse_probe
from designer.topology.outcome import Outcome
from tests.probes.asking import PROBES, ask, ask_all
from tests.probes.lab import Lab, pair, routed, star
from workers.probes.endpoints import Target
from workers.probes.matrix import run_matrix

pytestmark = pytest.mark.kernel


def test_everybody_on_a_switch_is_reached_in_both_families(lab: Lab) -> None:
    """All ordered pairs, the node itself among them, by every probe, over IPv4 and IPv6."""
    names = star(lab, 4, 4, 6)
    result = ask_all(lab, names, names)
    assert result.targets == 8
    assert result.counts() == {Outcome.REACHED: 4 * 8 * len(PROBES)}


def test_round_trip_times_are_those_of_the_network(lab: Lab) -> None:
    """Every answer has a time, and none is as long as the batches it is sent and read in."""
    names = star(lab, 30)
    result = ask_all(lab, names, names)
    times = sorted(result.rtts_us)
    assert times[0] >= 0
    assert 0 < times[len(times) // 2] < 1000


def test_routers_are_crossed(lab: Lab) -> None:
    """Hosts behind a router reach each other and all of its addresses."""
    routed(lab)
    result = ask_all(lab, ["a", "r", "b"], ["a", "r", "b"])
    assert set(result.counts()) == {Outcome.REACHED}


def test_an_answer_leaves_from_the_address_that_was_asked(lab: Lab) -> None:
    """A firewall that lets in only answers lets in those of a node with two addresses."""
    routed(lab)
    lab.nft("a", "input ct state established accept", "input drop")
    (far,) = [t for t in lab.targets("r") if str(t.address) == "10.2.0.9"]
    number = lab.targets("r").index(far)
    result = ask_all(lab, ["a"], ["r"], "udp/5000", pairs=[(0, number)])
    assert result.outcome(0, number) == Outcome.REACHED


def test_the_target_is_reached_through_masquerade(lab: Lab) -> None:
    """A router that rewrites the source's address still brings the answer back."""
    routed(lab)
    lab.run("r", "nft", "-f", "-", stdin=MASQUERADE)
    lab.ip("b", "route del default")
    only_b = [t.address.version == 4 for t in lab.targets("b")].index(True)
    result = ask_all(lab, ["a"], ["b"], pairs=[(0, only_b)])
    assert [result.outcome(0, only_b, probe) for probe in range(3)] == [Outcome.REACHED] * 3


MASQUERADE = """
add table ip nat
add chain ip nat out { type nat hook postrouting priority 100; }
add rule ip nat out oifname "eth2" masquerade
"""


@pytest.fixture
def service(lab: Lab) -> Iterator[socket.socket]:
    """Give a user's own TCP service on port 41234 of b."""
    pair(lab, 4)

    def listen() -> socket.socket:
        return socket.create_server(("0.0.0.0", 41234))  # noqa: S104 (b is a namespace)

    with closing(lab.inside("b", listen)) as listener:
        yield listener


def test_a_users_own_service_is_asked(lab: Lab, service: socket.socket) -> None:
    """Where a port is taken it is left alone, and whoever holds it answers."""
    service.settimeout(1)
    assert ask(lab, "a", "b", "tcp/41234") == Outcome.REACHED
    service.accept()[0].close()


@pytest.mark.usefixtures("service")
def test_nothing_has_to_be_started_for_a_users_own_service(lab: Lab) -> None:
    """With listeners of our own forbidden, the user's service is what is reached."""
    assert ask(lab, "a", "b", "tcp/41234", listen=False) == Outcome.REACHED


def test_a_service_that_ends_the_connection_at_once_is_reached(lab: Lab) -> None:
    """It took the connection, whatever it thinks of it afterwards."""
    pair(lab, 4)
    listener = lab.inside("b", lambda: socket.create_server(("10.0.0.2", 41234), backlog=1))
    with closing(listener):
        assert ask(lab, "a", "b", "tcp/41234", listen=False) == Outcome.REACHED


@pytest.mark.parametrize("probe", PROBES)
def test_an_address_outside_the_lab_is_asked_like_any_other(lab: Lab, probe: str) -> None:
    """Nobody of ours can listen there: ping is answered, ports refuse."""
    pair(lab, 4)
    (inside,) = lab.targets("b")
    outside = Target("", "", inside.address, namespace_fd=-1)
    result = run_matrix(lab.sources("a"), [outside], [parse_probe(probe)], lambda _: None)
    expected = Outcome.REACHED if probe == "ping" else Outcome.REFUSED
    assert result.outcome(0, 0) == expected
