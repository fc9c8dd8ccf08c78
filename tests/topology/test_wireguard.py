"""WireGuard devices in a drawing: keys, endpoints, and what is wrong with them."""

import pytest

from designer.topology.document import read_text
from designer.topology.mtu import mtu_of
from designer.topology.wireguard import WireGuardDevice
from designer.topology.yaml_text import dump_yaml

KEY = "EBEREREREREREREREREREREREREREREREREREREREVE="
PEER = "D6poTtKIZ7l/Smot7l34zpdOdrcBjj8iocTPJnhXDyA="
OTHER = "AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM="
DRAWING = """
nodes:
  r: {kind: router, interfaces: {%s}}
  h: {interfaces: {wg0: {device: {kind: wireguard, private_key: %s}}}}
links: ['r:e1 10.0.1.1/24 -- h:e1 10.0.1.2/24']
"""


def problems(*said: str) -> list[tuple[str, str, str]]:
    """Return what is wrong with interfaces of a router, and where."""
    found = read_text(DRAWING % (", ".join(said), KEY)).problems
    return [(one.code, one.element, one.message) for one in found]


def wg(peers: str = "", more: str = "", key: str = KEY, name: str = "wg0") -> str:
    """Return what a drawing says of a WireGuard device."""
    device = f"kind: wireguard, private_key: '{key}', peers: [{peers}]"
    return f"{name}: {{device: {{{device}}}{more}}}"


def peer(more: str = "", key: str = PEER) -> str:
    """Return what a drawing says of a peer."""
    return f"{{public_key: '{key}'{more}}}"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ([wg(), wg(name="wg1")], "port-twice"),
        (
            [
                wg(),
                "x: {device: {kind: vxlan, vni: 1, remote: 10.0.1.2, port: 51820}}",
            ],
            "port-twice",
        ),
        ([wg(more=", mac: 02:00:00:00:00:01")], "mac-without-frames"),
        ([wg(peer(", endpoint: '10.7.7.7:51820'"))], "tunnel-to-nobody"),
        ([wg(peer(", endpoint: '10.0.1.1:51820'"))], "tunnel-to-itself"),
        ([wg(peer(", endpoint: '10.0.1.2:1'"))], "peer-does-not-listen"),
        ([wg(), "v: {device: {kind: vlan, parent: wg0, vid: 5}}"], "device-without-frames"),
        ([wg(peer(", endpoint: '10.0.1.2'"))], "invalid-value"),
        ([wg(peer(", endpoint: '239.1.1.1:5'"))], "invalid-value"),
        ([wg(peer(", endpoint: '[10.0.0.1]:5'"))], "invalid-value"),
        ([wg(peer(", endpoint: '10.0.1.2:70000'"))], "invalid-value"),
        ([wg(f"{peer()}, {peer()}")], "invalid-value"),
        (
            [wg(f"{peer(', allowed: [10.0.0.0/8]')}, {peer(', allowed: [10.0.0.0/8]', OTHER)}")],
            "invalid-value",
        ),
        ([wg(peer(key="A" * 43 + "="))], "invalid-value"),
    ],
)
def test_a_mistake_is_said_where_it_is(said: list[str], code: str) -> None:
    """At one of the router's interfaces."""
    found = problems(*said)
    assert [(one, element.rpartition("/")[0]) for one, element, _ in found] == [
        (code, "nodes/r/interfaces")
    ]


@pytest.mark.parametrize(
    "key", ["", KEY[:-1], KEY + "\n", f"'; id; {KEY}", KEY[:-2] + "F=", "é" * 44]
)
def test_a_key_that_is_none_is_refused_and_not_repeated(key: str) -> None:
    """Most of it may be a secret that somebody mistyped."""
    text = repr(key).replace("'", '"') if "'" not in key else f'"{key}"'
    drawing = DRAWING % (wg(), KEY)
    document = read_text(drawing.replace(f"private_key: '{KEY}'", f"private_key: {text}"))
    (problem,) = document.problems
    assert problem.code == "invalid-value"
    assert "this is no key" in problem.message
    assert not key or key[:20] not in problem.message


def test_what_works_has_no_problem() -> None:
    """A smaller network within that of another peer is what people draw."""
    peers = (
        peer(", endpoint: '10.0.1.2:51820', allowed: [0.0.0.0/0, '::/0'], keepalive_s: 25"),
        peer(f", allowed: [10.9.0.2/32], preshared_key: {KEY}", OTHER),
    )
    assert problems(wg(", ".join(peers), ", addresses: [10.9.0.1/24]")) == []


def test_the_ends_of_a_network_are_neighbours() -> None:
    """Addresses of one network are no network on two segments, and one cannot be there twice."""
    ends = DRAWING.replace("%s}}}}", "%s}, addresses: [%s]}}}")
    said = wg(more=", addresses: [10.9.0.1/24]")
    assert read_text(ends % (said, KEY, "10.9.0.2/24")).problems == ()
    (problem,) = read_text(ends % (said, KEY, "10.9.0.1/24")).problems
    assert problem.code == "duplicate-address"


def test_text_comes_back_the_same_and_secrets_are_not_printed() -> None:
    """A document holds them; what is printed of its values does not."""
    topology = read_text(DRAWING % (wg(peer(f", preshared_key: {OTHER}")), KEY)).topology
    assert topology is not None
    assert read_text(dump_yaml(topology.plain())).topology == topology
    node = topology.nodes["r"]
    device = node.interfaces["wg0"].device
    assert isinstance(device, WireGuardDevice)
    assert KEY not in repr(topology)
    assert OTHER not in repr(topology)
    assert mtu_of("r", node, "wg0") == 1420
