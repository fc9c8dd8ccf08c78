"""Automatic routes: from everywhere to everywhere, and as a person would have typed them."""

import time
from itertools import pairwise

import pytest

from designer.plan.diff import diff
from designer.state.explain import find_fault
from designer.state.lower import lower
from designer.topology.document import read_text
from designer.topology.explicit_routes import found_routes, with_explicit_routes
from designer.topology.topology import Topology
from workers.bench.workloads import workload


def drawn(text: str) -> Topology:
    """Return a drawing without errors."""
    document = read_text(text)
    assert document.topology is not None
    assert not document.errors, document.errors
    return document.topology


def said(text: str) -> dict[str, list[str]]:
    """Return the automatic routes of a drawing, by node, in words."""
    return {
        name: [
            f"{one.destination} {' '.join(f'{way.gateway}@{way.interface}' for way in one.ways)}"
            for one in routes
        ]
        for name, routes in found_routes(drawn(text)).items()
    }


LINE = """\
nodes: {h1: , r1: router, r2: router, h2: }
links: ['h1:e -- r1:a', 'r1:b -- r2:a', 'r2:b -- h2:e']
"""


def test_a_host_has_a_default_and_a_router_what_it_is_not_in() -> None:
    """Each by the next router on the shortest path."""
    assert said(f"routing: automatic\n{LINE}") == {
        "h1": ["0.0.0.0/0 10.0.1.1@e"],
        "r1": ["10.0.3.0/24 10.0.2.2@b"],
        "r2": ["10.0.1.0/24 10.0.2.1@a"],
        "h2": ["0.0.0.0/0 10.0.3.1@e"],
    }


def test_both_families_have_their_routes() -> None:
    """IPv6 as IPv4."""
    found = said(f"routing: automatic\naddressing: {{ipv6: 'fd00::/48'}}\n{LINE}")
    assert found["r1"] == ["10.0.3.0/24 10.0.2.2@b", "fd00:0:0:3::/64 fd00:0:0:2::2@b"]


def test_the_router_named_first_wins_a_tie() -> None:
    """Of two paths that are as short."""
    ring = "nodes: {a: router, c: router, b: router, d: router}\nlinks: %s\n"
    links = "['a:b -- b:a', 'b:d -- d:b', 'a:c -- c:a', 'c:d -- d:c', 'd:x -- a:x 10.9.0.1/24']"
    text = ring % links.replace(", 'd:x -- a:x 10.9.0.1/24'", "")
    assert "10.0.4.0/24 10.0.3.2@c" in said(f"routing: automatic\n{text}")["a"]
    lan = text.replace("nodes: {", "nodes: {h: , ").replace("links: [", "links: ['d:l -- h:e', ")
    assert "10.0.1.0/24 10.0.4.2@c" in said(f"routing: automatic\n{lan}")["a"]
    shared = said(f"routing: {{automatic: true, equal_cost: true}}\n{lan}")["a"]
    assert "10.0.1.0/24 10.0.4.2@c 10.0.2.2@b" in shared


def test_everybody_has_a_default_to_the_nearest_internet() -> None:
    """And no route that the default says already."""
    text = LINE.replace("h2: }", "h2: , i: internet}").replace("]\n", ", 'i:e -- r2:c']\n")
    found = said(f"routing: automatic\n{text}")
    assert found["r1"] == ["0.0.0.0/0 10.0.2.2@b"]
    assert found["r2"] == ["0.0.0.0/0 10.0.4.1@c", "10.0.1.0/24 10.0.2.1@a"]
    assert found["i"] == [f"10.0.{number}.0/24 10.0.4.2@e" for number in (1, 2, 3)]


def test_drawn_routes_win() -> None:
    """A host with a default of its own gets none, a router no second route to the same network."""
    text = LINE.replace("h1: ,", "h1: {routes: [{destination: default, gateway: 10.0.1.1}]},")
    text = text.replace(
        "r1: router", "r1: {kind: router, routes: [{destination: 10.0.3.0/24, type: blackhole}]}"
    )
    assert set(said(f"routing: automatic\n{text}")) == {"r2", "h2"}


def test_no_route_leads_over_what_is_down_or_does_not_forward() -> None:
    """Nor through a host."""
    text = LINE.replace("r2: router", "r2: {kind: router, forwarding: false}")
    assert set(said(f"routing: automatic\n{text}")) == {"h1", "r2"}
    text = LINE.replace("r2: router", "r2: {kind: router, interfaces: {a: {up: false}}}")
    assert set(said(f"routing: automatic\n{text}")) == {"h1", "h2"}


def test_a_host_between_two_nets_gets_what_its_router_cannot_reach() -> None:
    """The default leads one way, a route of its own the other."""
    text = (
        "routing: automatic\nnodes: {h: , a: router, b: router, x: , y: , z: }\n"
        "links: ['x:e -- a:x', 'y:e -- a:y', 'z:e -- b:z', 'a:h -- h:a', 'b:h -- h:b']\n"
    )
    assert said(text)["h"] == ["0.0.0.0/0 10.0.4.1@a", "10.0.3.0/24 10.0.5.1@b"]


def test_left_out_there_are_none() -> None:
    """Nobody gets a route that was not asked for."""
    assert not lower(drawn(LINE)).namespaces["h1"].routes


def mesh(size: int, more: str) -> Topology:
    """Return a grid of routers, each with a host, with this said about routing."""
    nodes = {f"r{x}x{y}": "router" for x in range(size) for y in range(size)}
    links = [
        f"r{x}x{y}:{port} -- r{to_x}x{to_y}:{peer}"
        for x in range(size)
        for y in range(size)
        for to_x, to_y, port, peer in ((x + 1, y, "d", "u"), (x, y + 1, "r", "l"))
        if to_x < size and to_y < size
    ]
    for name in list(nodes):
        nodes[name.replace("r", "h", 1)] = "host"
        links.append(f"{name}:h -- {name.replace('r', 'h', 1)}:e")
    text = f"routing: {more}\naddressing: {{ipv6: 'fd00::/48'}}\nnodes: {nodes}\nlinks: {links}"
    return drawn(text)


@pytest.mark.parametrize("more", ["automatic", "{automatic: true, equal_cost: true}"])
def test_everybody_reaches_everybody(more: str) -> None:
    """By every path that the routes know."""
    state = lower(mesh(3, more))
    addresses = [
        address.ip
        for one in state.namespaces.values()
        for interface in one.interfaces.values()
        for address in interface.addresses
    ]
    faults = {find_fault(state, name, ip) for name in state.namespaces for ip in addresses}
    assert faults == {""}


@pytest.mark.parametrize("more", ["automatic", "{automatic: true, equal_cost: true}"])
def test_written_out_they_are_the_same(more: str) -> None:
    """The drawing with its routes drawn makes the same kernel objects, and checks as sound."""
    automatic = mesh(3, more)
    explicit = with_explicit_routes(automatic)
    assert explicit.routing is None
    assert not read_text(explicit.to_json()).errors
    assert diff(lower(explicit), lower(automatic)) == ()


def test_a_campus_of_a_thousand_is_routed_at_once() -> None:
    """In less than the quarter of a second, most of which goes by for addresses."""
    campus = workload("campus", 1000)
    nodes = {name: one.model_copy(update={"routes": ()}) for name, one in campus.nodes.items()}
    bare = campus.model_copy(update={"nodes": nodes})
    times = [time.perf_counter()]
    for _ in range(3):
        assert len(found_routes(bare)) > 900
        times.append(time.perf_counter())
    assert min(after - before for before, after in pairwise(times)) < 0.25


def test_too_many_are_a_problem() -> None:
    """Before they are worked out."""
    nodes = ", ".join(f"r{number}: router" for number in range(400))
    links = ", ".join(f"'r{number}:a -- r{number + 1}:b'" for number in range(399))
    (problem,) = read_text(f"routing: automatic\nnodes: {{{nodes}}}\nlinks: [{links}]").errors
    assert (problem.code, problem.element) == ("too-many-automatic-routes", "routing")
