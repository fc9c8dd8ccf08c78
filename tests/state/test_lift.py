"""What somebody typed into a node gets back into the drawing."""

from collections.abc import Callable
from dataclasses import replace
from ipaddress import ip_address, ip_interface, ip_network

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from designer.state.device import parent_of
from designer.state.host_state import HostState
from designer.state.impairment import Egress, Netem, OtherQdisc
from designer.state.interface import Interface, InterfaceId
from designer.state.lift import lift
from designer.state.lower import lower
from designer.state.namespace import Namespace
from designer.state.neighbour import Neighbour
from designer.state.policy import Policy
from designer.state.route import single
from designer.state.vlan import Filtering, PortVlan
from designer.state.vrf import Vrf
from designer.topology.checks import check
from designer.topology.document import read_text
from designer.topology.problem import errors
from designer.topology.topology import Topology
from tests.strategies.sound import sound_topologies

Typed = Callable[[HostState], HostState]


def change(state: HostState, name: str, **fields: object) -> HostState:
    """Return a state with one namespace changed."""
    changed: Namespace = replace(state.namespaces[name], **fields)  # type: ignore[arg-type]
    return HostState({**state.namespaces, name: changed})


def change_interface(state: HostState, place: InterfaceId, **fields: object) -> HostState:
    """Return a state with one interface changed."""
    interfaces = state.namespaces[place.namespace].interfaces
    changed: Interface = replace(interfaces[place.interface], **fields)  # type: ignore[arg-type]
    return change(state, place.namespace, interfaces={**interfaces, place.interface: changed})


def set_down(state: HostState, place: InterfaceId) -> HostState:
    """Set an interface down; the kernel forgets the routes and neighbours over it."""
    routes = state.namespaces[place.namespace].routes
    kept = frozenset(
        one for one in routes if place.interface not in {h.interface for h in one.hops}
    )
    neighbours = state.namespaces[place.namespace].neighbours
    known = frozenset(one for one in neighbours if one.interface != place.interface)
    down = change_interface(state, place, up=False)
    return change(down, place.namespace, routes=kept, neighbours=known)


def cut(state: HostState, place: InterfaceId) -> HostState:
    """Delete a cable, which takes both ends and the routes over them along."""
    peer = state.namespaces[place.namespace].interfaces[place.interface].peer
    assert peer is not None
    for end in (place, peer):
        state = set_down(state, end)
        interfaces = dict(state.namespaces[end.namespace].interfaces)
        del interfaces[end.interface]
        state = change(state, end.namespace, interfaces=interfaces)
    return state


@st.composite
def typed_into(draw: DrawFn, state: HostState) -> HostState:
    """Draw what is left when somebody types one thing into one of the nodes."""
    names = sorted(name for name, one in state.namespaces.items() if one.owner == "lab")
    assume(names)
    name = draw(st.sampled_from(names))
    veths = [one for one in state.namespaces[name].interfaces.values() if one.kind == "veth"]
    assume(veths)
    one = draw(st.sampled_from(veths))
    place = InterfaceId(name, one.name)
    kinds = ["down", "mtu", "cut", "impairment"] + (
        ["address", "route", "policy", "neighbour", "setting"] if one.up else []
    )
    others = state.namespaces[name].interfaces.values()
    if not any(_share_mac(one, other) for other in others):
        kinds.append("mac")
    if one.up and not any(isinstance(other.device, Vrf) for other in others):
        kinds.append("no address")
    return TYPED[draw(st.sampled_from(kinds))](state, place)


def _share_mac(one: Interface, other: Interface) -> bool:
    """Tell whether another interface has its MAC address of this one: a drawing has them as one."""
    return one is not other and (one.master == other.name or parent_of(other.device) == one.name)


def add_address(state: HostState, place: InterfaceId) -> HostState:
    """Add an address."""
    mine = state.namespaces[place.namespace].interfaces[place.interface].addresses
    more = mine | {ip_interface("203.0.113.7/24")}
    return change_interface(state, place, addresses=more)


def flush(state: HostState, place: InterfaceId) -> HostState:
    """Take all addresses away, and the routes that go with them."""
    gone = change_interface(state, place, addresses=frozenset(), link_local=False)
    return change(gone, place.namespace, routes=frozenset())


def add_route(state: HostState, place: InterfaceId) -> HostState:
    """Add a route."""
    new = single(ip_network("198.51.100.0/24"), None, place.interface)
    return change(state, place.namespace, routes=state.namespaces[place.namespace].routes | {new})


def change_policies(state: HostState, place: InterfaceId) -> HostState:
    """Take all policies away, and add another."""
    new = Policy(4, 77, 100, source=ip_network("198.51.100.0/24"), interface=place.interface)
    return change(state, place.namespace, policies=frozenset({new}))


def add_neighbour(state: HostState, place: InterfaceId) -> HostState:
    """Add a permanent neighbour."""
    new = Neighbour(place.interface, ip_address("192.0.2.9"), "02:00:00:00:00:99")
    mine = state.namespaces[place.namespace].neighbours
    return change(state, place.namespace, neighbours=mine | {new})


def change_setting(state: HostState, place: InterfaceId) -> HostState:
    """Give a setting that is drawn another value."""
    mine = state.namespaces[place.namespace].sysctls
    name = "net.ipv4.ip_default_ttl"
    other = {one._replace(value="99") if one.name == name else one for one in mine}
    return change(state, place.namespace, sysctls=frozenset(other))


TYPED: dict[str, Callable[[HostState, InterfaceId], HostState]] = {
    "down": set_down,
    "mtu": lambda state, place: change_interface(state, place, mtu=1444),
    "mac": lambda state, place: change_interface(state, place, mac="02:aa:bb:cc:dd:ee"),
    "cut": cut,
    "impairment": lambda state, place: change_interface(
        state, place, egress=Netem(delay_ns=20_000_000, loss=42949673)
    ),
    "address": add_address,
    "no address": flush,
    "route": add_route,
    "policy": change_policies,
    "neighbour": add_neighbour,
    "setting": change_setting,
}


@given(sound_topologies())
def test_what_runs_as_drawn_is_the_drawing(topology: Topology) -> None:
    """Applied and lifted, the document is the same."""
    assert lift(lower(topology), topology) is topology


@given(st.data(), sound_topologies())
def test_what_was_typed_is_drawn_afterwards(data: st.DataObject, topology: Topology) -> None:
    """The lifted drawing asks for what is there, so that there is nothing to revert."""
    observed = data.draw(typed_into(lower(topology)))
    lifted = lift(observed, topology)
    assume(not errors(check(lifted)))
    for name in topology.nodes:
        if topology.nodes[name].kind == "internet":
            continue  # whether it speaks IPv6 to the outside follows from all others
        one, wanted = observed.namespaces[name], lower(lifted).namespaces[name]
        assert wanted.interfaces == one.interfaces
        assert (wanted.neighbours, wanted.sysctls) == (one.neighbours, one.sysctls)
        if topology.routing is None:  # else an address that is drawn has consequences elsewhere
            assert wanted.routes == one.routes
            assert wanted.policies == one.policies


TOPOLOGY = Topology.model_validate(
    {
        "nodes": {
            "h1": {"routes": [{"destination": "default", "gateway": "10.0.1.1"}]},
            "r1": {"kind": "router"},
            "sw": {"kind": "switch"},
        },
        "links": [{"ends": ["h1:eth0", "sw:p1"]}, {"ends": ["r1:eth0", "sw:p2"]}],
    }
)
H1, SW = InterfaceId("h1", "eth0"), InterfaceId("sw", "p1")


@pytest.mark.parametrize(
    ("typed", "edit"),
    [
        (lambda state: change_interface(state, SW, up=False), {"sw": {"p1": {"up": False}}}),
        (lambda state: change_interface(state, H1, mtu=1400), {"h1": {"eth0": {"mtu": 1400}}}),
        (
            lambda state: change_interface(
                state, H1, addresses=frozenset(map(ip_interface, ("10.0.1.2/24", "10.9.0.1/16")))
            ),
            {"h1": {"eth0": {"addresses": ["10.0.1.2/24", "10.9.0.1/16"]}}},
        ),
        (lambda state: set_down(state, H1), {"h1": {"eth0": {"up": False}}}),
    ],
)
def test_an_edit_says_no_more_than_was_typed(typed: Typed, edit: dict[str, object]) -> None:
    """Nothing else of the document changes."""
    before = TOPOLOGY.plain()
    after = lift(typed(lower(TOPOLOGY)), TOPOLOGY).plain()
    expected = {
        **before,
        "nodes": {
            name: {**node, **({"interfaces": edit[name]} if name in edit else {})}
            for name, node in before["nodes"].items()
        },
    }
    assert after == expected


def test_a_route_is_written_as_one_would_write_it() -> None:
    """Without the interface where its gateway tells it."""
    drawn = lower(TOPOLOGY)
    new = single(ip_network("10.7.0.0/16"), ip_address("10.0.1.1"), "eth0", 5)
    routes = drawn.namespaces["h1"].routes | {new}
    lifted = lift(change(drawn, "h1", routes=routes), TOPOLOGY)
    assert lifted.plain()["nodes"]["h1"]["routes"] == [
        {"destination": "default", "gateway": "10.0.1.1"},
        {"destination": "10.7.0.0/16", "gateway": "10.0.1.1", "metric": 5},
    ]


def test_forwarding_and_names() -> None:
    """A host that forwards, a router that does not, and what a shell shows."""
    drawn = lower(TOPOLOGY)
    typed = change(drawn, "h1", forwarding=frozenset({4}), hostname="web")
    typed = change(typed, "r1", forwarding=frozenset())
    nodes = lift(typed, TOPOLOGY).nodes
    assert (nodes["h1"].forwarding, nodes["h1"].hostname) == (True, "web")
    assert nodes["r1"].forwarding is False


def test_what_no_drawing_can_say_is_left() -> None:
    """An interface of somebody's own stays a difference, and nothing else is touched."""
    drawn = lower(TOPOLOGY)
    own = replace(drawn.namespaces["h1"].interfaces["eth0"], name="mine", kind="bridge", peer=None)
    interfaces = {**drawn.namespaces["h1"].interfaces, "mine": own}
    assert lift(change(drawn, "h1", interfaces=interfaces), TOPOLOGY) is TOPOLOGY


LINE = Topology.model_validate(
    {
        "nodes": {"a": {}, "b": {}},
        "links": [{"ends": ["a:e", "b:e"], "impairment": {"delay_ms": 20}, "cut": True}],
    }
)
SLOW = Netem(delay_ns=20_000_000, limit_packets=17667)


@pytest.mark.parametrize(
    ("egress", "said"),
    [
        (None, {"impairment_back": {"delay_ms": 20}}),
        (
            replace(SLOW, loss=42949673),
            {
                "impairment": {"delay_ms": 20, "loss_percent": 1},
                "impairment_back": {"delay_ms": 20},
            },
        ),
        (Netem(rate_bytes_s=126), {"impairment": {"delay_ms": 20}}),
        (OtherQdisc("tbf"), {"impairment": {"delay_ms": 20}}),
    ],
)
def test_what_a_cable_does_is_lifted_of_each_way(egress: Egress, said: dict[str, object]) -> None:
    """The other way stays as it is drawn, and so does what no drawing can say."""
    typed = change_interface(lower(LINE), InterfaceId("a", "e"), egress=egress)
    (link,) = lift(typed, LINE).plain()["links"]
    assert link == {"ends": ["a:e", "b:e"], "cut": True, **said}


def test_a_cut_cable_with_an_end_up_is_mended() -> None:
    """Its other end is then down by itself."""
    typed = change_interface(lower(LINE), InterfaceId("a", "e"), up=True)
    lifted = lift(typed, LINE)
    assert not lifted.links[0].cut
    assert lifted.nodes["b"].interfaces["e"].up is False
    assert lower(lifted) == typed


VLANS = """
nodes:
  a: {interfaces: {e: {addresses: [10.0.0.1/24]}}}
  s: {kind: switch, interfaces: {p: {vlan: 10}, t: {trunk: [10, 20]},
      s: {vlan: 10, addresses: [10.0.0.9/24]}}}
  t: switch
links: ['a:e -- s:p', 's:t -- t:t1']
"""
ACCESS = (PortVlan(30, 30, pvid=True, untagged=True),)
TRUNK = (PortVlan(5, 9), PortVlan(20, 20, pvid=True, untagged=True))


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        (InterfaceId("s", "p"), {"vlans": ACCESS}),
        (InterfaceId("s", "p"), {"vlans": TRUNK}),
        (InterfaceId("s", "t"), {"vlans": TRUNK[:1]}),
        (InterfaceId("s", "s"), {"vlans": ACCESS}),
        (InterfaceId("s", "s"), {"filtering": Filtering("802.1ad")}),
    ],
)
def test_vlans_get_into_the_drawing(place: InterfaceId, typed: dict[str, object]) -> None:
    """Those of a port, of the bridge itself, and the tags that the bridge looks at."""
    topology = read_text(VLANS).topology
    assert topology is not None
    state = change_interface(lower(topology), place, **typed)
    assert lower(lift(state, topology)) == state


def test_filtering_switched_off_takes_the_vlans_along() -> None:
    """A drawing cannot say VLANs of ports of a switch that passes all alike."""
    topology = read_text(VLANS).topology
    assert topology is not None
    state = change_interface(lower(topology), InterfaceId("s", "s"), filtering=None)
    for port in ("s", "p", "t"):
        state = change_interface(state, InterfaceId("s", port), vlans=())
    lifted = lift(state, topology)
    assert lower(lifted) == state
    assert errors(check(lifted)) == []


def test_what_a_drawing_cannot_say_of_vlans_stays_a_difference() -> None:
    """Such as frames that leave without a tag and never come back so."""
    topology = read_text(VLANS).topology
    assert topology is not None
    odd = (PortVlan(10, 10, untagged=True), PortVlan(20, 20, pvid=True))
    state = change_interface(lower(topology), InterfaceId("s", "p"), vlans=odd)
    assert lift(state, topology) is topology
