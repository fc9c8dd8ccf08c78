"""Routes of every kind on the real kernel, changed while the lab runs."""

from collections import Counter
from pathlib import Path

import pytest

from designer.plan.operations import DeleteRoute, Plan
from designer.state.explain import find_fault
from designer.state.host_state import HostState
from designer.state.route import Address
from designer.topology.values import parse_network
from tests.kernel.drawings import drawn
from tests.kernel.inside import inside
from tests.kernel.scratch import shell
from tests.kernel.spoiled import assert_put_right
from tests.kernel.there_and_back import any_two, assert_there_and_back
from workers import engine
from workers.sandbox.standing import standing_in

FABRIC: dict[str, object] = {
    "r1": {
        "kind": "router",
        "interfaces": {
            "h": {"addresses": ["10.0.0.1/24", "fd00::1/64"]},
            "a": {"addresses": ["10.1.0.1/24", "fd01::1/64"]},
            "b": {"addresses": ["10.2.0.1/24", "fd02::1/64"]},
        },
    },
    "r2": {
        "kind": "router",
        "interfaces": {
            "h": {"addresses": ["10.9.0.1/24", "fd09::1/64"]},
            "a": {"addresses": ["10.1.0.2/24", "fd01::2/64"]},
            "b": {"addresses": ["10.2.0.2/24", "fd02::2/64"]},
        },
        "routes": [
            {"destination": "default", "gateway": "10.1.0.1"},
            {"destination": "default", "gateway": "fd01::1"},
        ],
    },
    "h1": {
        "interfaces": {"e": {"addresses": ["10.0.0.2/24", "fd00::2/64"]}},
        "routes": [
            {"destination": "default", "gateway": "10.0.0.1"},
            {"destination": "default", "gateway": "fd00::1"},
        ],
    },
    "h2": {
        "interfaces": {"e": {"addresses": ["10.9.0.2/24", "fd09::2/64"]}},
        "routes": [
            {"destination": "default", "gateway": "10.9.0.1"},
            {"destination": "default", "gateway": "fd09::1"},
        ],
    },
}
LINKS = ["h1:e -- r1:h", "r1:a -- r2:a", "r1:b -- r2:b", "r2:h -- h2:e"]


def fabric(*routes: dict[str, object], **a: object) -> HostState:
    """Return two hosts behind two routers that have two cables, with these routes on r1."""
    r1 = FABRIC["r1"]
    assert isinstance(r1, dict)
    interfaces = {**r1["interfaces"], "a": {**r1["interfaces"]["a"], **a}}
    nodes = {**FABRIC, "r1": {**r1, "interfaces": interfaces, "routes": routes}}
    return drawn({"nodes": nodes, "links": LINKS})


def two_ways(destination: str, first: str, second: str, **more: object) -> dict[str, object]:
    """Return a route whose packets two gateways share."""
    hops = [{"gateway": first, "weight": 3}, {"gateway": second}]
    return {"destination": destination, "hops": hops, **more}


FOUR = two_ways("10.9.0.0/24", "10.2.0.2", "10.1.0.2")
SIX = two_ways("fd09::/64", "fd02::2", "fd01::2")
BY_A = {"destination": "10.9.0.0/24", "gateway": "10.1.0.2"}
BY_B = {"destination": "10.9.0.0/24", "gateway": "10.2.0.2"}
SIX_BY_A = {"destination": "fd09::/64", "gateway": "fd01::2"}
DIRECT = {"destination": "10.9.0.0/24", "interface": "b"}
ENDS = [
    {"destination": "10.9.0.0/24", "type": "blackhole"},
    {"destination": "10.8.0.0/16", "type": "prohibit", "metric": 5, "table": 4_000_000_000},
    {"destination": "fd09::/64", "type": "unreachable"},
    {"destination": "::/0", "type": "blackhole", "table": 100},
]
STATES: dict[str, HostState] = {
    "none": fabric(),
    "one path": fabric(BY_A, SIX_BY_A),
    "other path": fabric(BY_B),
    "out of an interface": fabric(DIRECT),
    "two paths": fabric(FOUR, SIX),
    "two paths, one down": fabric(FOUR, SIX, up=False),
    "ends": fabric(*ENDS),
    "ends, another down": fabric(*ENDS, up=False),
    "other tables": fabric({**FOUR, "table": 100}, {**SIX, "table": 1000, "metric": 9}, BY_A),
}


@any_two(STATES)
def test_every_change_is_made_on_a_running_lab(
    run_dir: Path, before: HostState, after: HostState
) -> None:
    """From one set of routes to another, and back, the kernel ends up equal to the drawing."""
    assert_there_and_back(run_dir, before, after)


@pytest.mark.parametrize("name", ["other path", "out of an interface", "two paths", "ends"])
def test_a_route_is_replaced_in_one_step(run_dir: Path, name: str) -> None:
    """No packet finds a time without a route: none is deleted that has a successor."""

    def change() -> Plan:
        engine.apply("lab", fabric(BY_A, SIX_BY_A))
        return engine.apply("lab", STATES[name]).plan

    deleted = [one for one in inside(run_dir, change) if isinstance(one, DeleteRoute)]
    kept = {route.destination for route in STATES[name].namespaces["r1"].routes}
    assert not kept.intersection(one.route.destination for one in deleted)


SPOILED = [
    "ip route replace 10.9.0.0/24 nexthop via 10.1.0.2 nexthop via 10.2.0.2",
    "ip route delete 10.9.0.0/24",
    "ip route append 10.9.0.0/24 via 10.1.0.2",
    "ip route append blackhole 10.9.0.0/24",
    "ip route add blackhole 10.77.0.0/16; ip -6 route add prohibit fd77::/32",
    "ip route add default table 77 nexthop via 10.2.0.2 nexthop via 10.1.0.2",
    "ip -6 route add default table 77 nexthop via fd02::2 nexthop via fd01::2",
    "ip -6 route append fd09::/64 via fd01::3",
    "ip link set dev a down; ip link set dev a up",
    "ip link set lo down; ip link set lo up",
]


@pytest.mark.parametrize("commands", SPOILED)
def test_what_somebody_typed_is_put_right(run_dir: Path, commands: str) -> None:
    """Whatever was done to the routes by hand, apply makes them as drawn."""
    state = fabric(FOUR, SIX, *ENDS[1:2], *ENDS[3:])

    assert_put_right(run_dir, state, "r1", commands)


def test_equal_paths_share_by_their_weights(run_dir: Path) -> None:
    """With ports counted, connections go by both, three of four by the one of weight 3."""
    r1 = {**FABRIC["r1"], "routes": [FOUR]}  # type: ignore[dict-item]
    counted = {**r1, "sysctls": {"net.ipv4.fib_multipath_hash_policy": 1}}
    state = drawn({"nodes": {**FABRIC, "r1": counted}, "links": LINKS})
    flow = "ip route get 10.9.0.2 from 10.0.0.2 iif h ipproto udp dport 9 sport"

    def ask() -> Counter[str]:
        engine.apply("lab", state)
        with engine.namespace_fds("lab") as handles:
            commands = f"for port in $(seq 2000 2399); do {flow} $port; done"
            said = standing_in(handles["r1"], lambda: shell(commands))
        return Counter(line.split(" dev ")[1][0] for line in said.splitlines() if " dev " in line)

    taken = inside(run_dir, ask)
    assert set(taken) == {"a", "b"}
    assert 240 < taken["b"] < 360


def address(text: str) -> Address:
    """Return an address."""
    return parse_network(text)[0]


def test_the_reason_is_the_route_that_ends_packets() -> None:
    """A blackhole is named, with where it is."""
    fault = find_fault(STATES["ends"], "h1", address("10.9.0.2"))
    assert fault == (
        "r1 has a route that ends packets to 10.9.0.2: blackhole 10.9.0.0/24"
        " (on the way to 10.9.0.2 by h1, r1)"
    )


def test_each_of_equal_paths_has_to_work() -> None:
    """A path that fails is named, also where others do not."""
    assert find_fault(STATES["two paths"], "h1", address("10.9.0.2")) == ""
    lost = fabric(two_ways("10.9.0.0/24", "10.2.0.2", "10.1.0.7"))
    fault = find_fault(lost, "h1", address("10.9.0.2"))
    assert "of 2 equal paths the one by 10.1.0.7 fails: nobody on the wire of r1:a" in fault
