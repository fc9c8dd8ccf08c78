"""How a lab differs from its drawing, in words."""

from dataclasses import replace
from ipaddress import ip_address, ip_interface, ip_network

import pytest
from hypothesis import given

from designer.plan.diff import diff
from designer.plan.drift import Difference, differences
from designer.state.host_state import HostState
from designer.state.interface import Interface
from designer.state.lower import lower
from designer.state.route import single
from designer.state.vlan import Filtering, PortVlan
from designer.topology.topology import Topology
from tests.strategies.sound import edited_topologies, sound_topologies

TOPOLOGY = Topology.model_validate(
    {
        "nodes": {
            "h1": {
                "interfaces": {"eth0": {"addresses": ["10.0.1.1/24", "fd00::1/64"]}},
                "routes": [{"destination": "default", "gateway": "10.0.1.2"}],
            },
            "r1": {"kind": "router", "interfaces": {"eth0": {"addresses": ["10.0.1.2/24"]}}},
            "sw": {"kind": "switch"},
        },
        "links": [{"ends": ["h1:eth0", "sw:p1"]}, {"ends": ["r1:eth0", "sw:p2"]}],
    }
)
DRAWN = lower(TOPOLOGY)


def typed(namespace: str, interface: str = "", **fields: object) -> HostState:
    """Return what is drawn with one thing about a namespace or an interface changed."""
    where = DRAWN.namespaces[namespace]
    if interface:
        one: Interface = replace(where.interfaces[interface], **fields)  # type: ignore[arg-type]
        fields = {"interfaces": {**where.interfaces, interface: one}}
    changed = replace(where, **fields)  # type: ignore[arg-type]
    return HostState({**DRAWN.namespaces, namespace: changed})


def found(observed: HostState) -> list[tuple[str, str]]:
    """Return the element and the words of each difference."""
    return [(one.element, one.text) for one in differences(DRAWN, observed, TOPOLOGY)]


H1, R1 = "nodes/h1/interfaces/eth0", "nodes/r1/interfaces/eth0"
MORE = frozenset(map(ip_interface, ("10.0.1.1/24", "fd00::1/64", "10.9.9.9/8")))
ROUTE = single(ip_network("10.9.0.0/24"), ip_address("10.0.1.1"), "eth0")


@pytest.mark.parametrize(
    ("observed", "said"),
    [
        (DRAWN, []),
        (typed("sw", "p1", up=False), [("nodes/sw/interfaces/p1", "sw:p1 is down")]),
        (typed("r1", "eth0", mtu=1400), [(R1, "r1:eth0 has the MTU 1400 and not 1500")]),
        (
            typed("r1", routes=frozenset({ROUTE})),
            [("nodes/r1", "r1 has one route more: 10.9.0.0/24 via 10.0.1.1 dev eth0")],
        ),
        (
            typed("h1", routes=frozenset()),
            [("nodes/h1/routes/0", "h1 has one route less: default via 10.0.1.2 dev eth0")],
        ),
        (
            typed("h1", "eth0", addresses=MORE),
            [(H1, "h1:eth0 has one address more: 10.9.9.9/8")],
        ),
        (
            typed("r1", "eth0", addresses=frozenset()),
            [(R1, "r1:eth0 has one address less: 10.0.1.2/24")],
        ),
        (typed("r1", forwarding=frozenset()), [("nodes/r1", "r1 does not forward IPv4")]),
        (typed("h1", forwarding=frozenset({4})), [("nodes/h1", "h1 forwards IPv4")]),
        (typed("sw", "p1", master=""), [("nodes/sw/interfaces/p1", "sw:p1 is not attached to sw")]),
    ],
)
def test_words(observed: HostState, said: list[tuple[str, str]]) -> None:
    """One difference for one thing that was typed, at its element."""
    assert found(observed) == said


def test_what_goes_with_an_interface_that_is_down_is_not_told_by_itself() -> None:
    """The kernel drops its routes and IPv6 addresses; setting it up again brings all back."""
    where = DRAWN.namespaces["h1"]
    down = replace(
        where.interfaces["eth0"], up=False, addresses=frozenset({ip_interface("10.0.1.1/24")})
    )
    changed = replace(where, interfaces={**where.interfaces, "eth0": down}, routes=frozenset())
    (one,) = differences(DRAWN, HostState({**DRAWN.namespaces, "h1": changed}), TOPOLOGY)
    assert one.text == "h1:eth0 is down"
    assert [str(operation) for operation in one.operations] == [
        "set h1:eth0 up",
        "add address fd00::1/64 to h1:eth0",
        "add route default via 10.0.1.2 dev eth0 in h1",
    ]


def test_a_cable_that_was_deleted_is_one_difference() -> None:
    """All that was on it comes back with it."""
    h1, sw = DRAWN.namespaces["h1"], DRAWN.namespaces["sw"]
    rest = {name: one for name, one in sw.interfaces.items() if name != "p1"}
    observed = HostState(
        {
            **DRAWN.namespaces,
            "h1": replace(h1, interfaces={"lo": h1.interfaces["lo"]}, routes=frozenset()),
            "sw": replace(sw, interfaces=rest),
        }
    )
    assert found(observed) == [("links/0", "the cable sw:p1 -- h1:eth0 is gone")]


@given(sound_topologies(), sound_topologies())
def test_differences_are_the_plan(topology: Topology, other: Topology) -> None:
    """Together they hold every operation of the plan that reverts, each once."""
    desired, observed = lower(topology), lower(other)
    found = differences(desired, observed, topology)
    operations = [operation for one in found for operation in one.operations]
    plan = diff(desired, observed)
    assert sorted(map(str, operations)) == sorted(map(str, plan))
    assert all(one.text for one in found)


@given(edited_topologies())
def test_a_difference_has_an_id_of_its_own(pair: tuple[Topology, Topology]) -> None:
    """No two of them are taken for one another."""
    found: tuple[Difference, ...] = differences(lower(pair[0]), lower(pair[1]), pair[0])
    assert len({one.id for one in found}) == len(found)


VLANS = Topology.model_validate(
    {
        "nodes": {
            "s1": {"kind": "switch", "interfaces": {"p1": {"vlan": 10}, "p2": {"trunk": [10, 20]}}},
            "h1": {},
            "h2": {},
        },
        "links": ["h1:e -- s1:p1", "h2:e -- s1:p2"],
    }
)


@pytest.mark.parametrize(
    ("port", "fields", "said"),
    [
        (
            "p1",
            {"vlans": (PortVlan(10, 10),)},
            "passes otherwise than drawn: VLAN 10 pvid untagged",
        ),
        ("p1", {"vlans": ()}, "does not pass: VLAN 10 pvid untagged"),
        (
            "p2",
            {"vlans": (PortVlan(10, 14), PortVlan(20, 20))},
            "passes what is not drawn: VLAN 11-14",
        ),
        ("s1", {"filtering": None}, "passes all VLANs alike"),
        ("s1", {"filtering": Filtering("802.1ad")}, "does not keep 802.1Q VLANs apart as drawn"),
    ],
)
def test_vlans_have_their_words(port: str, fields: dict[str, object], said: str) -> None:
    """Each at its port; a bridge that passes everything is one thing and not one a port."""
    drawn = lower(VLANS)
    where = drawn.namespaces["s1"]
    one: Interface = replace(where.interfaces[port], **fields)  # type: ignore[arg-type]
    changed = replace(where, interfaces={**where.interfaces, port: one})
    observed = HostState({**drawn.namespaces, "s1": changed})
    found = [(each.element, each.text) for each in differences(drawn, observed, VLANS)]
    assert found == [(f"nodes/s1/interfaces/{port}", f"s1:{port} {said}")]
