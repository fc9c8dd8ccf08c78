"""Desired against observed: the smallest plan, in an order that works."""

from dataclasses import replace

import pytest

from designer.plan.diff import diff
from designer.plan.operations import Plan
from designer.plan.shell import commands
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.document import read_text


def state(text: str) -> HostState:
    """Return the desired state of a drawing."""
    topology = read_text(text).topology
    assert topology is not None
    return lower(topology)


def said(plan: Plan) -> list[str]:
    """Return a plan in words."""
    return [str(operation) for operation in plan]


BASE = "nodes: {a: , b: , s: switch}\nlinks: ['a:e -- s:p', 'b:e -- s:q']"


def changed(after: str, before: str = BASE) -> list[str]:
    """Return the plan from one drawing to another, in words."""
    return said(diff(state(after), state(before)))


def test_equal_states_need_nothing() -> None:
    """A lab that is as drawn is left alone."""
    assert diff(state(BASE), state(BASE)) == ()


def test_plan_for_an_empty_host_reads_in_order() -> None:
    """Namespaces, bridge, cables, then what is set on them."""
    assert said(diff(state(BASE), HostState())) == [
        "create namespace a",
        "create namespace b",
        "create namespace s",
        "create bridge s in s",
        "create cable s:p -- a:e",
        "create cable s:q -- b:e",
        "keep IPv6 silent on a:e",
        "keep IPv6 silent on b:e",
        "set a:lo up",
        "set a:e up",
        "set b:lo up",
        "set b:e up",
        "add address 10.0.1.1/24 to a:e",
        "add address 10.0.1.2/24 to b:e",
    ]


def test_tear_down_deletes_namespaces_only() -> None:
    """Everything else is inside them."""
    plan = said(diff(HostState(), state(BASE)))
    assert plan == ["delete namespace a", "delete namespace b", "delete namespace s"]


@pytest.mark.parametrize(
    ("after", "plan"),
    [
        (BASE + "\nexpect: [{from: a, to: b}]", []),
        (
            BASE.replace("a: ,", "a: {interfaces: {e: {mtu: 1400}}},"),
            ["set MTU of a:e to 1400"],
        ),
        (
            BASE.replace("a: ,", "a: {interfaces: {lo: {up: false}}},"),
            ["set a:lo down"],
        ),
        (BASE.replace("s: switch", "s: {kind: switch, stp: true}"), ["set STP of bridge s:s on"]),
        (BASE.replace("a: ,", "a: {hostname: alpha},"), ["name a alpha"]),
        (
            BASE.replace("a:e --", "a:e 10.0.1.9/24 --").replace("b:e --", "b:e 10.0.1.2/24 --"),
            ["delete address 10.0.1.1/24 from a:e", "add address 10.0.1.9/24 to a:e"],
        ),
        (
            "nodes: {a: , s: switch}\nlinks: ['a:e -- s:p']",
            ["delete interface s:q", "delete namespace b"],
        ),
    ],
)
def test_smallest_plan(after: str, plan: list[str]) -> None:
    """Only what differs is touched."""
    assert changed(after) == plan


def test_node_of_another_owner_is_made_anew() -> None:
    """A host that becomes a switch changes hands, and its cables are laid again."""
    plan = changed("nodes: {a: , b: switch, s: switch}\nlinks: ['a:e -- s:p', 'b:e -- s:q']")
    assert plan[:4] == [
        "delete interface s:q",
        "delete namespace b",
        "create namespace b",
        "create bridge b in b",
    ]
    assert "create cable b:e -- s:q" in plan


def test_addresses_that_the_kernel_may_drop_are_asked_for_again() -> None:
    """Deleting an address can take others of the interface, and routes, with it."""
    two = (
        "nodes: {a: {routes: [{destination: default, gateway: 10.0.1.2}]}, b: }\n"
        "links: ['a:e 10.0.1.1/24%s -- b:e 10.0.1.2/24']"
    )
    plan = changed(two % "", two % " 10.0.1.5/24")
    assert plan == [
        "delete address 10.0.1.5/24 from a:e",
        "add address 10.0.1.1/24 to a:e",
        "add route default via 10.0.1.2 dev e in a",
    ]


def test_half_a_cable_is_replaced() -> None:
    """An interface whose other end is elsewhere than drawn is deleted and made anew."""
    desired = state(BASE)
    there = desired.namespaces["a"]
    stray = replace(there.interfaces["e"], peer=None)
    namespaces = {**desired.namespaces, "a": replace(there, interfaces={"e": stray})}
    plan = said(diff(desired, HostState(namespaces)))
    assert plan[:2] == ["delete interface a:e", "delete interface s:p"]
    assert "create cable s:p -- a:e" in plan


def test_every_operation_has_its_command() -> None:
    """What a plan does can be typed; only a UTS name has no command of ip-netns(8)."""
    drawing = (
        "addressing: {ipv6: 'fd00::/48'}\n"
        "nodes:\n"
        "  a: {masquerade: [e], routes: [{destination: default, gateway: 10.0.1.1}]}\n"
        "  r: router\n"
        "  i: internet\n"
        "links: ['a:e -- r:x', 'r:y -- i:e']"
    )
    plan = (*diff(state(drawing), HostState()), *diff(HostState(), state(drawing)))
    assert all(commands(operation) for operation in plan)
