"""Every mistake about a device is said at its element."""

import time

import pytest

from designer.state.lower import lower
from designer.topology.document import read_text, read_values

NODE = """
nodes:
  r:
    kind: router
    interfaces: {%s}
    routes: [%s]
  h:
links: ['r:e1 10.0.1.1/24 -- h:e1 10.0.1.2/24', 'r:e2 -- h:e2']
"""
SWITCH = """
nodes: {s: {kind: switch, interfaces: {%s}}, h: }
links: ['s:p1 -- h:e1', 's:p2 -- h:e2']
"""


def codes(drawing: str) -> list[tuple[str, str]]:
    """Return what is wrong with devices, and where."""
    return [(one.code, one.element) for one in read_text(drawing).problems]


def vlan(parent: str = "e1", vid: int = 5, more: str = "") -> str:
    """Return what a drawing says of a VLAN interface."""
    return f"{{device: {{kind: vlan, parent: {parent}, vid: {vid}}}{more}}}"


def device(kind: str, more: str = "", beside: str = "") -> str:
    """Return what a drawing says of a device."""
    return f"{{device: {{kind: {kind}{more}}}{beside}}}"


ENDS = ", local: 10.0.1.1, remote: 10.0.1.2"


@pytest.mark.parametrize(
    ("said", "code", "at"),
    [
        (f"v: {vlan('e9')}", "device-on-nothing", "v"),
        (f"v: {vlan('lo')}", "device-on-loopback", "v"),
        (f"e2: {vlan()}", "device-name-taken", "e2"),
        (f"v: {vlan('w')}, w: {vlan('v')}", "device-loop", "v"),
        (f"v: {vlan()}, w: {vlan()}", "vid-twice", "w"),
        (f"v: {vlan(more=', mtu: 9000')}", "mtu-above-parent", "v"),
        (
            f"v: {device('vxlan', ', vni: 1, remote: 10.0.1.2, parent: e1', ', mtu: 1451')}",
            "mtu-above-parent",
            "v",
        ),
        (
            f"v: {device('vxlan', ', vni: 1, remote: 10.0.1.2, parent: e2')}, e2: {{mtu: 100}}",
            "mtu-too-small",
            "v",
        ),
        (f"f: {device('vrf', ', table: 9', ', mtu: 1000')}", "mtu-too-small", "f"),
        (
            f"v: {vlan('e2', 5, ', addresses: [fd00::1/64]')}, e2: {{mtu: 1000}}",
            "mtu-too-small",
            "v",
        ),
        (f"v: {vlan('g')}, g: {device('gre', ENDS)}", "device-without-frames", "v"),
        (
            f"m: {device('macvlan', ', parent: e2')}, n: {device('macvlan', ', parent: m')}",
            "macvlan-on-macvlan",
            "n",
        ),
        (f"b: {device('bond', ', members: []')}", "bond-without-members", "b"),
        (f"b: {device('bond', ', members: [e1]')}", "member-with-address", "e1"),
        (f"b: {device('bond', ', members: [e2]')}, e2: {{mtu: 1400}}", "member-with-mtu", "e2"),
        (
            f"b: {device('bond', ', members: [e2]')}, c: {device('bond', ', members: [e2]')}",
            "member-twice",
            "b",
        ),
        (f"f: {device('vrf', ', table: 254')}", "vrf-table-taken", "f"),
        (
            f"f: {device('vrf', ', table: 9')}, g: {device('vrf', ', table: 9')}",
            "vrf-table-taken",
            "g",
        ),
        (
            f"f: {device('vrf', ', table: 9, members: [g]')}, g: {device('vrf', ', table: 8')}",
            "vrf-in-vrf",
            "f",
        ),
        (f"t: {device('gre', ENDS)}, u: {device('gre', ENDS)}", "tunnel-twice", "u"),
        (f"gre0: {device('gre', ENDS)}", "device-name-taken", "gre0"),
        (f"t: {device('gre', ', local: 10.0.1.1, remote: 10.0.1.1')}", "tunnel-to-itself", "t"),
        (f"t: {device('gre', ', local: 10.7.7.7, remote: 10.0.1.2')}", "tunnel-from-nowhere", "t"),
        (f"t: {device('gre', ', local: 10.0.1.1, remote: 10.7.7.7')}", "tunnel-to-nobody", "t"),
        (
            f"t: {device('ipip', ENDS, ', addresses: [fd00::1/64]')}",
            "tunnel-of-other-family",
            "t",
        ),
        (f"t: {device('sit', ENDS, ', mac: 02:00:00:00:00:01')}", "mac-without-frames", "t"),
        (f"v: {device('vxlan', ', vni: 0, remote: 10.0.1.2')}", "invalid-value", "v"),
        (f"v: {device('vxlan', ', vni: 1, remote: 239.1.1.1')}", "invalid-value", "v"),
        (f"v: {device('nonsense')}", "invalid-value", "v"),
        ("v: {device: {vid: 5}}", "invalid-value", "v"),
        ("lo: {addresses: [10.9.9.9/32], mtu: 1400}", "loopback-is-fixed", "lo"),
    ],
)
def test_a_mistake_is_said_where_it_is(said: str, code: str, at: str) -> None:
    """With its code, at the interface that is to be changed."""
    assert (code, f"nodes/r/interfaces/{at}") in codes(NODE % (said, ""))


def test_what_works_has_no_problem() -> None:
    """Devices on each other, members, both ends of a tunnel."""
    said = (
        f"v: {vlan('e2', 7)}, w: {vlan('v', 8)}, d: {device('dummy')},"
        f" f: {device('vrf', ', table: 9, members: [w]')}, t: {device('gre', ENDS)}"
    )
    assert codes(NODE % (said, "")) == []


def test_two_default_routes_in_two_vrfs_are_no_duplicates() -> None:
    """Each VRF has a table of its own; in one table they are."""
    vrfs = f"f: {device('vrf', ', table: 9, members: [e1]')}"
    default = "{destination: default, interface: %s}"
    both = f"{default % 'e1'}, {default % 'e2'}"
    assert codes(NODE % (vrfs, both)) == []
    assert codes(NODE % ("", both)) == [("duplicate-route", "nodes/r/routes/1")]


@pytest.mark.parametrize(
    ("said", "code", "at"),
    [
        (f"s: {device('dummy')}", "device-name-taken", "s"),
        (f"b: {device('bond', ', members: [s]')}", "member-is-bridge", "b"),
    ],
)
def test_a_bridge_is_no_device(said: str, code: str, at: str) -> None:
    """A switch's own bridge cannot be a device, nor a bond's member."""
    assert (code, f"nodes/s/interfaces/{at}") in codes(SWITCH % said)


def test_a_changed_copy_of_a_node_is_worked_out_anew() -> None:
    """What was known of the devices of the one is not taken for the other's."""
    topology = read_text(NODE % (f"v: {vlan('e2')}", "")).topology
    assert topology is not None
    node = topology.nodes["r"]
    assert node.carriers == {"e2"}
    assert node.model_copy(update={"interfaces": {}}).carriers == frozenset()


def test_a_switch_with_thousands_of_vlans_is_worked_out_at_once() -> None:
    """A drawing that somebody means ill with takes no longer than it is long."""
    ports = {f"p{number}": {"mtu": 1400} for number in range(500)}
    vlans = {
        f"v{vid}": {"device": {"kind": "vlan", "parent": "s", "vid": vid}, "addresses": []}
        for vid in range(1, 3001)
    }
    switch = {"kind": "switch", "vlan_filtering": True, "interfaces": ports | vlans}
    links = [{"ends": [f"s:{port}", f"h:{port}"]} for port in ports]
    start = time.monotonic()
    document = read_values({"nodes": {"s": switch, "h": {}}, "links": links})
    assert document.topology is not None
    assert lower(document.topology).namespaces["s"].interfaces["v7"].mtu == 1400
    assert time.monotonic() - start < 8
