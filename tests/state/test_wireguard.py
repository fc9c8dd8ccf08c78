"""Packets are followed through WireGuard devices, and what stops them there is named."""

from base64 import b64decode

import pytest

from designer.plan.diff import diff
from designer.plan.operations import CreateDevice
from designer.plan.shell import commands
from designer.plan.shell.wireguard import secrets
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.state.lower_wireguard import clamped
from designer.topology.document import read_text
from tests.state.test_explain import fault
from tests.wireguard_keys import KEYS

TWO_SITES = """
nodes:
  a: {routes: [%s], interfaces: {%s}}
  r: router
  b: {routes: [{destination: default, gateway: 10.0.2.1}], interfaces: {%s}}
links: ['a:e 10.0.1.2/24 -- r:x 10.0.1.1/24', 'r:y 10.0.2.1/24 -- b:e 10.0.2.2/24']
"""
DEFAULT = "{destination: default, gateway: 10.0.1.1}"
TO_B, TO_A = ", endpoint: '10.0.2.2:51820'", ", endpoint: '10.0.1.2:51820'"
NETWORK = ", allowed: [10.9.0.0/24]"


def wg(node: str, peer: str, more: str = "") -> str:
    """Return the device of a node, with what it knows of the other's."""
    other = KEYS["b" if node == "a" else "a"][1]
    number = 1 if node == "a" else 2
    return (
        f"wg0: {{device: {{kind: wireguard, private_key: '{KEYS[node][0]}'{more},"
        f" peers: [{{public_key: '{other}'{peer}}}]}}, addresses: [10.9.0.{number}/24]}}"
    )


def sites(a: str, b: str, routes: str = DEFAULT) -> str:
    """Return two hosts that a router joins."""
    return TWO_SITES % (routes, a, b)


BOTH = sites(wg("a", TO_B + NETWORK), wg("b", TO_A + NETWORK))
PRESHARED = f", preshared_key: '{KEYS['a'][0]}'"


@pytest.mark.parametrize(
    ("drawing", "start", "target", "words"),
    [
        (BOTH, "a", "10.9.0.2", ""),
        (BOTH, "b", "10.9.0.1", ""),
        (sites(wg("a", TO_B + NETWORK), wg("b", NETWORK)), "a", "10.9.0.2", ""),
        (sites(wg("a", TO_B + NETWORK), wg("b", NETWORK)), "b", "10.9.0.1", ""),
        (
            sites(wg("a", NETWORK), wg("b", NETWORK)),
            "a",
            "10.9.0.2",
            "a:wg0 does not know where a peer of it is",
        ),
        (
            sites(wg("a", TO_B), wg("b", TO_A + NETWORK)),
            "a",
            "10.9.0.2",
            "no peer of a:wg0 is allowed 10.9.0.2",
        ),
        (
            sites(wg("a", TO_B + NETWORK), wg("b", TO_A)),
            "a",
            "10.9.0.2",
            "b:wg0 takes no packets from 10.9.0.1",
        ),
        (
            sites(wg("a", TO_B + NETWORK), wg("b", TO_A + NETWORK, ", port: 5")),
            "a",
            "10.9.0.2",
            "no WireGuard device that is up listens at 10.0.2.2:51820",
        ),
        (
            sites(wg("a", TO_B + NETWORK + PRESHARED), wg("b", TO_A + NETWORK)),
            "a",
            "10.9.0.2",
            "b:wg0 does not have the preshared key",
        ),
        (
            sites(wg("a", TO_B + NETWORK), wg("b", TO_A + NETWORK), ""),
            "a",
            "10.9.0.2",
            "the tunnel a:wg0 does not get to 10.0.2.2: a has no route to 10.0.2.2",
        ),
        (
            BOTH.replace(
                "r: router",
                "r: {kind: router, rules: [{chain: forward, action: deny, protocol: udp,"
                " port: 51820}]}",
            ),
            "a",
            "10.9.0.2",
            "the tunnel a:wg0 does not get to 10.0.2.2",
        ),
    ],
)
def test_wireguard_is_followed(drawing: str, start: str, target: str, words: str) -> None:
    """By the peer that is allowed the target, and by the way to its endpoint."""
    said = fault(drawing, start, target)
    assert words in said
    assert bool(said) == bool(words)


def test_a_key_is_kept_as_the_kernel_keeps_it() -> None:
    """RFC 7748: three bits below and one above are cleared, and the second highest is set."""
    key = b64decode(clamped("/" * 42 + "8="))
    assert (key[0], key[1], key[31]) == (0b1111_1000, 0xFF, 0b0111_1111)
    assert clamped(KEYS["a"][0]) == KEYS["a"][0]


def test_no_command_of_a_plan_has_a_secret() -> None:
    """Each stands in a variable of its own, which only the exported script sets."""
    topology = read_text(sites(wg("a", TO_B + NETWORK + PRESHARED), wg("b", TO_A))).topology
    assert topology is not None
    plan = diff(lower(topology), HostState())
    lines = [line for one in plan for line in commands(one)]
    made = [one for one in plan if isinstance(one, CreateDevice)]
    given = [pair for one in made for pair in secrets(one)]
    assert [name for name, _ in given] == ["wg_key__a__wg0", "wg_key__a__wg0__1", "wg_key__b__wg0"]
    for name, key in given:
        assert not [line for line in (*lines, *map(repr, plan), *map(str, plan)) if key in line]
        assert len([line for line in lines if f'"${name}" |' in line]) == 1
    b = KEYS["b"][1]
    assert (
        "printf '%s\\n' \"$wg_key__a__wg0__1\" | ip netns exec a wg set wg0"
        f" peer {b} preshared-key /dev/stdin endpoint 10.0.2.2:51820 allowed-ips 10.9.0.0/24"
    ) in lines


def test_an_interface_never_gives_itself_an_ipv6_address() -> None:
    """The kernel turns that off when it sets the device up (drivers/net/wireguard, wg_open)."""
    six = BOTH.replace("10.9.0.1/24", "'fd09::1/64'")
    topology = read_text(six).topology
    assert topology is not None
    assert not lower(topology).namespaces["a"].interfaces["wg0"].link_local


def test_the_smallest_network_decides() -> None:
    """Whoever is allowed everything gets what no other peer is allowed."""
    other = f"{{public_key: '{'AwMD' * 10}AwM=', allowed: [0.0.0.0/0]}}"
    a = wg("a", TO_B + NETWORK).replace("}]}", f"}}, {other}]}}")
    routes = f"{DEFAULT}, {{destination: 10.7.0.0/16, interface: wg0}}"
    drawing = sites(a, wg("b", TO_A + NETWORK), routes)
    assert fault(drawing, "a", "10.9.0.2") == ""
    assert "a:wg0 does not know where a peer of it is" in fault(drawing, "a", "10.7.0.1")
