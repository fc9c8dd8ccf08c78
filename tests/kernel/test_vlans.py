"""VLANs on the kernel: made, told apart, changed under way, seen as they are."""

import json
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from designer.plan.diff import diff
from designer.plan.operations import SetDown, SetUp
from designer.state.host_state import HostState
from designer.state.interface import InterfaceId
from tests.kernel.drawings import drawn
from tests.kernel.inside import inside
from tests.kernel.scratch import in_scratch, shell
from workers import engine
from workers.kernel.sockets import open_route_socket
from workers.kernel.vlan_dump import port_vlans
from workers.sandbox.exec import run_in_node
from workers.sandbox.standing import standing_in

pytestmark = pytest.mark.needs("vlan_filtering")

Ports = dict[str, dict[str, object]]


def lab(one: Ports, other: Ports, **switch: object) -> HostState:
    """Return two switches joined at t, h1 and h2 on the one, h3 and h4 on the other."""
    nodes: dict[str, Any] = {
        "s1": {"kind": "switch", **switch, "interfaces": one},
        "s2": {"kind": "switch", **switch, "interfaces": other},
    }
    nodes |= {
        f"h{number}": {"interfaces": {"e": {"addresses": [f"10.0.0.{number}/24"]}}}
        for number in range(1, 5)
    }
    ends = [
        ("h1:e", "s1:a"),
        ("h2:e", "s1:b"),
        ("h3:e", "s2:a"),
        ("h4:e", "s2:b"),
        ("s1:t", "s2:t"),
    ]
    return drawn({"nodes": nodes, "links": [{"ends": pair} for pair in ends]})


def type_in(node: str, commands: str) -> None:
    """Run shell commands in a node with the worker's rights, whose the switches are."""
    with engine.namespace_fds("lab") as handles:
        standing_in(handles[node], partial(shell, commands))


ACCESS: Ports = {"a": {"vlan": 10}, "b": {"vlan": 20}}
PLAIN = lab({}, {})
TRUNKED = lab({**ACCESS, "t": {"trunk": ["10-20"]}}, {**ACCESS, "t": {"trunk": ["10-20"]}})
ONLY_TEN = lab({**ACCESS, "t": {"trunk": [10]}}, {**ACCESS, "t": {"trunk": [10], "native": 20}})
MOVED = lab(
    {"a": {"vlan": 20}, "b": {"vlan": 20}, "t": {"trunk": [1, "3-4000"], "native": 3}},
    {"a": {"trunk": [7]}, "b": {}, "t": {"trunk": [1, "3-4000"], "native": 1}},
)
PROVIDER = lab(ACCESS, ACCESS, vlan_protocol="802.1ad")
WITH_ADDRESS = lab(
    {**ACCESS, "t": {"trunk": [10]}, "s1": {"vlan": 10, "addresses": ["10.0.0.9/24"]}},
    {**ACCESS, "t": {"trunk": [10]}},
)


def test_hosts_of_one_vlan_hear_each_other_and_no_others(run_dir: Path) -> None:
    """Across a trunk, and what it does not carry stays behind."""

    def reached(source: str, target: int) -> bool:
        command = ["ping", "-qnc1", "-W1", f"10.0.0.{target}"]
        return run_in_node("lab", source, command) == 0

    def work() -> list[bool]:
        engine.apply("lab", TRUNKED)
        first = [reached("h1", 3), reached("h2", 4), reached("h1", 2)]
        engine.apply("lab", ONLY_TEN)
        return [*first, reached("h1", 3), reached("h2", 4)]

    assert inside(run_dir, work) == [True, True, False, True, False]


def test_any_state_becomes_any_other(run_dir: Path) -> None:
    """Filtering on and off, other sets, another protocol: the kernel then equals the drawing."""
    states = [PLAIN, TRUNKED, ONLY_TEN, MOVED, PROVIDER, MOVED, PLAIN, WITH_ADDRESS, TRUNKED]

    def work() -> list[bool]:
        return [engine.apply("lab", state).observation.state == state for state in states]

    assert inside(run_dir, work) == [True] * len(states)


def test_no_port_goes_down_when_vlans_change() -> None:
    """Whatever a change of VLANs is, it is no reason to take a port down."""
    for before, after in ((PLAIN, MOVED), (TRUNKED, ONLY_TEN), (MOVED, PLAIN), (MOVED, PROVIDER)):
        plan = diff(after, before)
        assert plan
        assert not any(isinstance(one, SetUp | SetDown) for one in plan)


def test_what_somebody_typed_is_seen_and_undone(run_dir: Path) -> None:
    """VLANs added, taken away and turned by hand are differences like any others."""
    typed = (
        "bridge vlan add dev a vid 77; bridge vlan del dev b vid 20;"
        "bridge vlan add dev t vid 15 pvid untagged"
    )

    def work() -> tuple[list[str], bool]:
        engine.apply("lab", TRUNKED)
        type_in("s1", typed)
        applied = engine.apply("lab", TRUNKED)
        return [str(one) for one in applied.plan], applied.observation.state == TRUNKED

    plan, equal = inside(run_dir, work)
    assert plan == [
        "delete VLAN 77 from s1:a",
        "add VLAN 20 pvid untagged to s1:b",
        "add VLAN 15 to s1:t",
    ]
    assert equal


def test_filtering_switched_off_by_hand_is_seen(run_dir: Path) -> None:
    """A bridge that passes everything is no longer what was drawn."""

    def work() -> bool:
        engine.apply("lab", TRUNKED)
        type_in("s1", "ip link set s1 type bridge vlan_filtering 0")
        applied = engine.apply("lab", TRUNKED)
        return bool(applied.plan) and applied.observation.state == TRUNKED

    assert inside(run_dir, work)


def test_dump_says_what_bridge_says() -> None:
    """Ranges, pvid and untagged of a port, as bridge(8) set them."""
    commands = """
        ip link add br0 type bridge vlan_filtering 1 vlan_default_pvid 0
        ip link add v0 index 50 type veth peer name v1 index 51
        ip link set v0 master br0
        bridge vlan add dev v0 vid 2-9
        bridge vlan add dev v0 vid 5 pvid untagged
        bridge vlan add dev v0 vid 4000-4094 untagged
    """

    def look() -> list[str]:
        with open_route_socket() as netlink:
            return [str(one) for one in port_vlans(netlink)[50]]

    assert in_scratch(commands, look) == [
        "2-4",
        "5 pvid untagged",
        "6-9",
        "4000-4094 untagged",
    ]


def test_a_switch_without_vlans_has_none() -> None:
    """A plain switch is lowered exactly as before: the kernel's own VLAN 1 is nobody's."""
    for one in ("s1", "s2"):
        for port in ("a", "b", "t", one):
            found = PLAIN.interface(InterfaceId(one, port))
            assert found is not None
            assert (found.filtering, found.vlans) == (None, ())


@pytest.mark.needs("vlan_device")
def test_a_switch_answers_in_each_of_its_vlans(run_dir: Path) -> None:
    """By its own bridge in the one, and by a VLAN interface on it in the other."""
    state = drawn(
        {
            "nodes": {
                "s": {
                    "kind": "switch",
                    "interfaces": {
                        "a": {"vlan": 10},
                        "b": {"vlan": 20},
                        "s": {"vlan": 10, "addresses": ["10.0.0.9/24"]},
                        "v20": {
                            "device": {"kind": "vlan", "parent": "s", "vid": 20},
                            "addresses": ["10.0.1.9/24"],
                        },
                    },
                },
                "h1": {"interfaces": {"e": {"addresses": ["10.0.0.1/16"]}}},
                "h2": {"interfaces": {"e": {"addresses": ["10.0.1.2/16"]}}},
            },
            "links": ["h1:e -- s:a", "h2:e -- s:b"],
        }
    )

    def work() -> list[int]:
        assert engine.apply("lab", state).observation.state == state
        pairs = [("h1", "10.0.0.9"), ("h2", "10.0.1.9"), ("h1", "10.0.1.2")]
        return [run_in_node("lab", node, ["ping", "-qnc1", "-W1", to]) for node, to in pairs]

    assert inside(run_dir, work) == [0, 0, 1]


def blocked_ports() -> int:
    """Count the ports that a spanning tree keeps closed where we stand."""
    ports = json.loads(shell("bridge -j link"))
    return sum(port["state"] == "blocking" for port in ports)


def twice_joined(number: int, native: bool, other_stp: bool) -> tuple[dict[str, Any], list[str]]:
    """Return two switches with two trunks between them; the first one has STP."""
    port = {"trunk": [7]} | ({"native": 1} if native else {})
    both: dict[str, Any] = {"pa": port, "pb": port}
    one, other = f"s{number}", f"f{number}"
    nodes: dict[str, Any] = {
        one: {"kind": "switch", "stp": True, "loop": "allowed", "interfaces": both},
        other: {"kind": "switch", "stp": other_stp, "loop": "allowed", "interfaces": both},
    }
    return nodes, [f"{one}:{cable} -- {other}:{cable}" for cable in both]


def test_a_spanning_tree_hears_itself_where_untagged_frames_get_around(run_dir: Path) -> None:
    """As the rule about loops has it: not through trunks of a plain switch without native VLAN."""
    cases = [(False, False), (True, False), (False, True)]
    nodes: dict[str, Any] = {}
    links: list[str] = []
    for number, case in enumerate(cases):
        more, cables = twice_joined(number, *case)
        nodes, links = nodes | more, links + cables

    def work() -> list[int]:
        engine.apply("lab", drawn({"nodes": nodes, "links": links}))
        time.sleep(6)
        with engine.namespace_fds("lab") as handles:
            return [
                sum(standing_in(handles[f"{node}{number}"], blocked_ports) for node in "sf")
                for number in range(len(cases))
            ]

    assert inside(run_dir, work) == [0, 1, 1]
