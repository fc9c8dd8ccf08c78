"""What is there of a drawing, in the drawing's words."""

from dataclasses import replace

import pytest

from designer.plan.diff import diff
from designer.state.host_state import HostState
from designer.state.interface import InterfaceId
from designer.state.lower import lower
from designer.topology.topology import Topology
from workers.states import link_states, node_states

DRAWING = Topology.model_validate(
    {
        "nodes": {"h1": {}, "h2": {}, "gw": {"kind": "internet"}, "sw": {"kind": "switch"}},
        "links": [
            {"ends": ["h1:eth0", "sw:p1"]},
            {"ends": ["h2:eth0", "sw:p2"]},
            {"ends": ["gw:eth0", "sw:p3"]},
        ],
    }
)
DESIRED = lower(DRAWING)


def without(*names: str) -> HostState:
    """Return the lab with some namespaces gone, and what hung on them."""
    kept = {name: one for name, one in DESIRED.namespaces.items() if name not in names}
    for name, namespace in kept.items():
        interfaces = {
            key: interface
            for key, interface in namespace.interfaces.items()
            if interface.peer is None or interface.peer.namespace not in names
        }
        kept[name] = replace(namespace, interfaces=interfaces)
    return HostState(kept)


def with_down(place: InterfaceId) -> HostState:
    """Return the lab with an interface set down."""
    namespace = DESIRED.namespaces[place.namespace]
    down = replace(namespace.interfaces[place.interface], up=False)
    changed = replace(namespace, interfaces={**namespace.interfaces, place.interface: down})
    return HostState({**DESIRED.namespaces, place.namespace: changed})


def nodes(observed: HostState) -> dict[str, str]:
    """Return the states of the nodes."""
    return dict(node_states(DRAWING, observed, diff(DESIRED, observed)))


@pytest.mark.parametrize(
    ("observed", "states", "links"),
    [
        (DESIRED, ["up"] * 4, ["up"] * 3),
        (HostState(), ["absent"] * 4, ["absent"] * 3),
        (without("h1"), ["absent", "up", "up", "partial"], ["absent", "up", "up"]),
        (without("gw.outside"), ["up", "up", "partial", "up"], ["up"] * 3),
        (with_down(InterfaceId("h2", "eth0")), ["up", "partial", "up", "up"], ["up", "down", "up"]),
    ],
    ids=["as drawn", "nothing", "a host is gone", "the outside is gone", "an interface is down"],
)
def test_states_say_what_is_there(observed: HostState, states: list[str], links: list[str]) -> None:
    """A node is up when nothing of it is left to do; a link when both its ends are up."""
    found = nodes(observed)
    if observed == without("h1"):  # the cable's other end is made together with the host's
        assert found.pop("sw") in {"up", "partial"}
        assert list(found.values()) == states[:3]
    else:
        assert list(found.values()) == states
    assert list(link_states(DRAWING, observed).values()) == links


def test_switch_in_the_hosts_namespace_is_found_there() -> None:
    """A bridge that is in the host's namespace counts for its node."""
    drawing = Topology.model_validate(
        {
            "nodes": {"h1": {}, "br0": {"kind": "switch", "at": "host-namespace"}},
            "links": [{"ends": ["h1:eth0", "br0:p1"]}],
        }
    )
    desired = lower(drawing, host_namespace=True)
    assert node_states(drawing, desired, ()) == {"h1": "up", "br0": "up"}
    assert link_states(drawing, desired) == {"0": "up"}
    assert node_states(drawing, HostState(), ()) == {"h1": "absent", "br0": "absent"}


def test_a_cut_link_is_cut_while_both_its_ends_are_down() -> None:
    """As soon as one of them is up, it is no longer as drawn."""
    links = [{"ends": ["h1:eth0", "h2:eth0"], "cut": True}]
    drawing = Topology.model_validate({"nodes": {"h1": {}, "h2": {}}, "links": links})
    whole = Topology.model_validate(
        {"nodes": {"h1": {}, "h2": {}}, "links": ["h1:eth0 -- h2:eth0"]}
    )
    assert link_states(drawing, lower(drawing)) == {"0": "cut"}
    assert link_states(drawing, lower(whole)) == {"0": "up"}
    assert link_states(whole, lower(drawing)) == {"0": "down"}
