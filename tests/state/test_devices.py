"""Packets are followed through devices, and what stops them there is named."""

import pytest

from tests.state.test_explain import fault

TWO_SITES = """
nodes:
  a: {interfaces: {%s}}
  r: router
  b: {interfaces: {%s}}
links: ['a:e 10.0.1.2/24 -- r:x 10.0.1.1/24', 'r:y 10.0.2.1/24 -- b:e 10.0.2.2/24']
"""


def tunnel(address: str, device: str) -> str:
    """Return a tunnel's interface."""
    return f"t: {{device: {{{device}}}, addresses: [{address}]}}"


def two_sites(kind: str, *, key: int = 7, routes: bool = True) -> str:
    """Return two hosts that a router joins, with a tunnel or VXLAN between them."""
    numbers = {"gre": ("key: 7", f"key: {key}"), "vxlan": ("vni: 7", f"vni: {key}")}
    one, other = numbers.get(kind, ("ttl: 9", "ttl: 9"))
    drawing = TWO_SITES % (
        tunnel("10.9.0.1/30", f"kind: {kind}, {one}, local: 10.0.1.2, remote: 10.0.2.2"),
        tunnel("10.9.0.2/30", f"kind: {kind}, {other}, local: 10.0.2.2, remote: 10.0.1.2"),
    )
    if not routes:
        return drawing
    default = "routes: [{destination: default, gateway: 10.0.%d.1}]"
    with_a = drawing.replace("a: {", f"a: {{{default % 1}, ")
    return with_a.replace("b: {", f"b: {{{default % 2}, ")


BONDED = """
nodes:
  a: {interfaces: {bond0: {device: {kind: bond, members: [e1, e2]}, addresses: [10.0.1.1/24]}}}
  b: {interfaces: {e: {addresses: [10.0.1.2/24]}}}
  s: switch
links: [{ends: [a:e1, s:p1], cut: %s}, {ends: [a:e2, s:p2], cut: %s}, 'b:e -- s:q']
"""
MACVLANS = """
nodes:
  a:
    interfaces:
      e: {addresses: []}
      m1: {device: {kind: macvlan, parent: e}, addresses: [10.0.1.1/24]}
  b:
links: ['a:e -- b:e']
"""
VRFS = """
nodes:
  r:
    kind: router
    interfaces:
      red: {device: {kind: vrf, table: 10, members: [e1, e2]}}
      blue: {device: {kind: vrf, table: 20, members: [e3]}}
  a: {routes: [{destination: default, gateway: 10.0.1.1}]}
  b: {routes: [{destination: default, gateway: 10.0.2.1}]}
  c: {routes: [{destination: default, gateway: 10.0.3.1}]}
links:
  - 'r:e1 10.0.1.1/24 -- a:e 10.0.1.2/24'
  - 'r:e2 10.0.2.1/24 -- b:e 10.0.2.2/24'
  - 'r:e3 10.0.3.1/24 -- c:e 10.0.3.2/24'
"""


@pytest.mark.parametrize(
    ("drawing", "start", "target", "words"),
    [
        (two_sites("gre"), "a", "10.9.0.2", ""),
        (two_sites("gre", key=8), "a", "10.9.0.2", "nobody at 10.0.2.2 has a tunnel that fits a:t"),
        (
            two_sites("ipip", routes=False),
            "a",
            "10.9.0.2",
            "the tunnel a:t does not get to 10.0.2.2: a has no route to 10.0.2.2",
        ),
        (two_sites("vxlan"), "a", "10.9.0.2", ""),
        (two_sites("vxlan", key=8), "a", "10.9.0.2", "nobody on the wire of a:t"),
        (two_sites("vxlan", routes=False), "a", "10.9.0.2", "a has no route to 10.0.2.2"),
        (BONDED % ("false", "false"), "b", "10.0.1.1", ""),
        (BONDED % ("true", "false"), "b", "10.0.1.1", ""),
        (BONDED % ("true", "true"), "a", "10.0.1.2", "no member of a:bond0 works: e1, e2"),
        (BONDED % ("true", "true"), "b", "10.0.1.1", "the cable a:e1 -- s:p1 is cut"),
        (MACVLANS, "b", "10.0.1.1", ""),
        (MACVLANS, "a", "10.0.1.2", ""),
        (VRFS, "a", "10.0.2.2", ""),
        (VRFS, "a", "10.0.2.1", ""),
        (VRFS, "a", "10.0.3.2", "r has a route that ends packets to 10.0.3.2: unreachable"),
        (VRFS, "r", "10.0.3.2", "10.0.3.2 is in the VRF of r:e3, not in its main table"),
    ],
)
def test_devices_are_followed(drawing: str, start: str, target: str, words: str) -> None:
    """Tunnels by the way of what they carry it in, bonds by members, VRFs by their tables."""
    said = fault(drawing, start, target)
    assert words in said
    assert bool(said) == bool(words)
