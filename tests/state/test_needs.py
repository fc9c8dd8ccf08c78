"""What a host lacks is told at each element of a drawing that needs it."""

from typing import Any

import pytest
from hypothesis import given

from designer.state.capability import CAPABILITIES, PROGRAMS
from designer.state.needs import Need, lacking, needs
from designer.topology.topology import Topology
from tests.strategies.drawings import topologies

VLANS = {
    "sw": {"kind": "switch", "interfaces": {"p1": {"vlan": 10}, "p2": {"trunk": [10, 20]}}},
    "plain": {"kind": "switch"},
    "aware": {"kind": "switch", "vlan_filtering": True},
}
VLAN_DEVICE = {"kind": "vlan", "parent": "eth0", "vid": 10}
DEVICES = {
    "r": {
        "kind": "router",
        "interfaces": {
            "eth0.10": {"device": VLAN_DEVICE},
            "eth0.20": {"device": {**VLAN_DEVICE, "protocol": "802.1ad"}},
            "dum0": {"device": {"kind": "dummy"}},
        },
    }
}
ROUTES = {
    "r": {
        "routes": [
            {"destination": "10.1.0.0/16", "gateway": "10.0.0.2"},
            {"destination": "10.2.0.0/16", "gateway": "10.0.0.2", "table": 100},
        ]
    }
}
CASES: dict[str, tuple[dict[str, Any], set[tuple[str, str]]]] = {
    "switches": (
        VLANS,
        {
            ("nodes/sw", "bridge"),
            ("nodes/sw/interfaces/p1", "vlan_filtering"),
            ("nodes/sw/interfaces/p2", "vlan_filtering"),
            ("nodes/plain", "bridge"),
            ("nodes/aware", "bridge"),
            ("nodes/aware", "vlan_filtering"),
        },
    ),
    "devices": (
        DEVICES,
        {
            ("nodes/r/interfaces/eth0.10", "vlan_device"),
            ("nodes/r/interfaces/eth0.20", "vlan_ad_device"),
            ("nodes/r/interfaces/dum0", "dummy"),
        },
    ),
    "masquerading": (
        {"i": {"kind": "internet"}, "r": {"masquerade": ["eth0"]}, "h": {}},
        {(f"nodes/{node}", one) for node in ("i", "r") for one in ("nftables", "nat")},
    ),
    "routes": (ROUTES, {("nodes/r/routes/1", "policy_rules")}),
    "rules": (
        {
            "r": {"rules": [{"action": "deny"}, {"action": "masquerade", "out": "eth0"}]},
            "p": {"policy": {"forward": "deny"}},
        },
        {
            ("nodes/r/rules/0", "nftables"),
            ("nodes/r/rules/1", "nftables"),
            ("nodes/r/rules/1", "nat"),
            ("nodes/p", "nftables"),
        },
    ),
    "services": (
        {"s": {"services": [{"kind": "http"}, {"kind": "iperf3"}]}},
        {("nodes/s/services/1", "iperf3")},
    ),
    "policies": (
        {"r": {"policies": [{"priority": 100, "from": "10.1.0.0/24", "table": 100}]}},
        {("nodes/r/policies/0", "policy_rules")},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_element_says_what_it_needs(case: str) -> None:
    """The element where a person would change the drawing, and the capability."""
    nodes, expected = CASES[case]
    assert set(needs(Topology.model_validate({"nodes": nodes}))) == {Need(*one) for one in expected}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, ["veth"]),
        ({"impairment": {"delay_ms": 20}}, ["veth", "netem"]),
        ({"impairment_back": {"loss_percent": 1}}, ["veth", "netem"]),
        ({"impairment": {"delay_ms": 0}}, ["veth"]),
    ],
)
def test_a_link_needs_what_it_is_and_does(said: dict[str, Any], expected: list[str]) -> None:
    """A virtual cable, and netem where it does anything to packets on either way."""
    drawn = {"nodes": {"a": {}, "b": {}}, "links": [{"ends": ["a:eth0", "b:eth0"], **said}]}
    found = list(needs(Topology.model_validate(drawn)))
    assert found == [Need("links/0", one) for one in expected]


def test_what_is_lacking_is_told_with_what_to_do() -> None:
    """Who needs it, what it is, how one gets it; what the host has is no problem."""
    found = lacking(Topology.model_validate({"nodes": VLANS}), {"bridge"}, "warning")
    assert [one.element for one in found] == [
        "nodes/sw/interfaces/p1",
        "nodes/sw/interfaces/p2",
        "nodes/aware",
    ]
    assert {(one.code, one.severity) for one in found} == {("host-lacks", "warning")}
    assert found[0].message == (
        "sw:p1 needs VLAN filtering, which this host lacks: "
        "boot a kernel with CONFIG_BRIDGE_VLAN_FILTERING"
    )


def test_a_module_is_named() -> None:
    """The command comes first, for most kernels have it as a module."""
    (problem,) = lacking(
        Topology.model_validate({"nodes": {"r": {"interfaces": {"d0": {"device": DUMMY}}}}}), ()
    )
    assert "r:d0 needs dummy interfaces" in problem.message
    assert "run `modprobe dummy` as root" in problem.message


DUMMY = {"kind": "dummy"}


@given(topology=topologies)
def test_any_drawing_runs_on_a_host_that_can_do_everything(topology: Topology) -> None:
    """And on one that can do nothing, each of its needs has its words."""
    assert lacking(topology, CAPABILITIES.keys() | PROGRAMS.keys()) == ()
    assert all(one.message for one in lacking(topology, ()))
