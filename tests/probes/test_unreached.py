"""Where something is in the way, the outcome says what."""

from typing import Literal

import pytest

from designer.topology.expectation import parse_probe
from designer.topology.outcome import Outcome
from tests.probes.asking import PROBES, ask, ask_all, outcomes
from tests.probes.lab import Lab, pair, routed
from workers.probes.endpoints import Source
from workers.probes.matrix import run_matrix

pytestmark = pytest.mark.kernel

REFUSING_ROUTES = {"unreachable": Outcome.HOST_UNREACHABLE, "prohibit": Outcome.PROHIBITED}

each_probe = pytest.mark.parametrize("probe", PROBES)
each_family = pytest.mark.parametrize("family", [4, 6])


@each_family
@pytest.mark.parametrize("probe", ["tcp/80", "udp/80"])
def test_a_port_where_nobody_listens_refuses(lab: Lab, probe: str, family: Literal[4, 6]) -> None:
    """The target's kernel says no, by RST or by ICMP."""
    pair(lab, family)
    assert ask(lab, "a", "b", probe, listen=False) == Outcome.REFUSED


@each_family
@each_probe
def test_a_source_without_a_route_says_so(lab: Lab, probe: str, family: Literal[4, 6]) -> None:
    """The target is in another network, and nothing leads there."""
    pair(lab, family)
    lab.ip("b", "addr flush dev eth0")
    lab.address("b:eth0", {4: "10.9.0.2/24", 6: "fd09::2/64"}[family])
    result = ask_all(lab, ["a"], ["b"], probe, pairs=[(0, 1)])
    assert result.outcome(0, 1) == Outcome.NO_ROUTE


@each_family
@each_probe
def test_a_router_without_a_route_says_so(lab: Lab, probe: str, family: Literal[4, 6]) -> None:
    """It is the router's ICMP message that tells."""
    routed(lab)
    network = {4: "10.2.0.0/24", 6: "fd02::/64"}[family]
    lab.ip("r", f"route del {network} dev eth2")
    result = ask_all(lab, ["a"], ["b"], probe, pairs=[(0, number_of(lab, "b", family))])
    assert result.outcome(0, number_of(lab, "b", family)) == Outcome.NO_ROUTE


@each_family
@each_probe
@pytest.mark.parametrize("where", ["a", "r"])
def test_a_route_that_refuses_says_so(
    lab: Lab, probe: str, family: Literal[4, 6], where: str
) -> None:
    """The source's errno and the router's ICMP message come to the same, as far as they go.

    A router without a way says "no route" in IPv6, whatever kind of route it has for that.
    """
    routed(lab)
    number = number_of(lab, "b", family)
    destination = lab.targets("b")[number].address
    for route, outcome in REFUSING_ROUTES.items():
        lab.ip(where, f"route replace {route} {destination}")
        result = ask_all(lab, ["a"], ["b"], probe, pairs=[(0, number)])
        told = Outcome.NO_ROUTE if (route, where, family) == ("unreachable", "r", 6) else outcome
        assert result.outcome(0, number) == told


@each_probe
def test_a_missing_return_route_is_a_silence(lab: Lab, probe: str) -> None:
    """The target hears the question, but knows no way back, as it finds out when it asks."""
    routed(lab)
    lab.ip("b", "route del default")
    pairs = [(0, 2), (1, 0)]
    result = ask_all(lab, ["a", "b"], ["a", "b"], probe, pairs=pairs, timeout_ms=200)
    assert result.outcome(0, 2) == Outcome.TIMED_OUT
    assert result.outcome(1, 0) == Outcome.NO_ROUTE


@each_family
@each_probe
@pytest.mark.parametrize(
    ("rule", "outcome"),
    [
        ("input drop", Outcome.TIMED_OUT),
        ("input reject with icmpx host-unreachable", Outcome.HOST_UNREACHABLE),
        ("input reject with icmpx no-route", Outcome.NO_ROUTE),
        ("input reject with icmpx admin-prohibited", Outcome.PROHIBITED),
        ("input reject with icmpx port-unreachable", Outcome.REFUSED),
    ],
)
def test_a_firewall_at_the_target_is_told_by_what_it_sends(
    lab: Lab, probe: str, family: Literal[4, 6], rule: str, outcome: Outcome
) -> None:
    """A drop is a silence; a reject says what its ICMP message says."""
    pair(lab, family)
    lab.nft("b", "input icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept", rule)
    timeout_ms = 200 if outcome == Outcome.TIMED_OUT else 1000
    assert ask(lab, "a", "b", probe, timeout_ms=timeout_ms) == outcome


def test_a_firewall_that_resets_refuses(lab: Lab) -> None:
    """An RST is an RST, whoever sends it."""
    pair(lab, 4)
    lab.nft("b", "input tcp dport 41234 reject with tcp reset")
    assert ask(lab, "a", "b", "tcp/41234") == Outcome.REFUSED
    assert ask(lab, "a", "b", "ping") == Outcome.REACHED


@each_family
@pytest.mark.parametrize("probe", ["ping", "udp/41234"])
def test_a_firewall_at_the_source_prohibits(lab: Lab, probe: str, family: Literal[4, 6]) -> None:
    """The source's own kernel does not let the question out."""
    pair(lab, family)
    lab.nft("a", "output icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept")
    lab.nft("a", "output drop")
    assert ask(lab, "a", "b", probe) == Outcome.PROHIBITED


@each_probe
def test_a_source_without_an_address_of_the_family_says_so(lab: Lab, probe: str) -> None:
    """The source speaks IPv4 only, the target both."""
    pair(lab, 4)
    lab.address("b:eth0", "fd00::2/64")
    result = ask_all(lab, ["a"], ["b"], probe)
    assert outcomes(result) == [[Outcome.REACHED, Outcome.NO_ADDRESS]]


@each_family
@each_probe
def test_a_source_whose_interface_is_down_says_so(
    lab: Lab, probe: str, family: Literal[4, 6]
) -> None:
    """The kernel says no route or nothing; what is known of the source says why."""
    pair(lab, family)
    lab.set_down("a:eth0")
    assert ask(lab, "a", "b", probe) == Outcome.SOURCE_DOWN


@each_probe
def test_a_node_without_loopback_does_not_reach_itself(lab: Lab, probe: str) -> None:
    """It talks to its own addresses over lo; others still reach it."""
    pair(lab, 4)
    lab.set_down("b:lo")
    result = ask_all(lab, ["a", "b"], ["a", "b"], probe)
    reached, down = Outcome.REACHED, Outcome.SOURCE_DOWN
    assert outcomes(result) == [[reached, reached], [reached, down]]


@each_probe
def test_without_knowledge_of_the_source_the_kernel_has_the_last_word(lab: Lab, probe: str) -> None:
    """The kernel drops what a node sends to itself over a lo that is down, without a word."""
    pair(lab, 4)
    lab.set_down("b:lo")
    result = run_matrix(
        [Source("b", lab.fds["b"])],
        lab.targets("b"),
        [parse_probe(probe)],
        lambda _: None,
        timeout_ms=200,
    )
    assert result.outcome(0, 0) == Outcome.TIMED_OUT


def test_a_caller_that_gets_the_port_it_calls_is_not_reached(lab: Lab) -> None:
    """TCP lets a socket connect to itself; nobody listens all the same."""
    pair(lab, 4)
    lab.sysctl("a", "ipv4/ip_local_port_range", "41234 41234")
    assert ask(lab, "a", "a", "tcp/41234", listen=False) == Outcome.REFUSED


def number_of(lab: Lab, node: str, family: Literal[4, 6]) -> int:
    """Return which of a node's addresses has the family."""
    return [target.address.version for target in lab.targets(node)].index(family)


@each_probe
def test_an_error_is_not_laid_at_the_next_targets_door(lab: Lab, probe: str) -> None:
    """Sockets hand out an ICMP error at the next send, to whomever that goes."""
    routed(lab)
    lab.address("b:eth0", "10.2.0.2/24", "10.2.0.3/24", "10.2.0.4/24")
    lab.ip("r", "route add prohibit 10.2.0.1/32", "route add unreachable 10.2.0.3/32")
    numbers = [n for n, t in enumerate(lab.targets("b")) if t.address.version == 4]
    result = ask_all(lab, ["a"], ["b"], probe, pairs=[(0, number) for number in numbers])
    assert [result.outcome(0, number) for number in numbers] == [
        Outcome.PROHIBITED,
        Outcome.REACHED,
        Outcome.HOST_UNREACHABLE,
        Outcome.REACHED,
    ]


@each_probe
def test_answers_that_do_not_return_do_not_count_against_who_answers(lab: Lab, probe: str) -> None:
    """A router that cannot return an answer says so to the target, which only answered."""
    routed(lab)
    lab.ip("r", "route add unreachable 10.1.0.1/32", "route add unreachable fd01::1/128")
    result = ask_all(lab, ["a", "b"], ["b"], probe)
    assert [result.outcome(1, target) for target in range(2)] == [Outcome.REACHED] * 2
    assert Outcome.REACHED not in {result.outcome(0, target) for target in range(2)}
