"""A node as it is now: what the kernel has of it, whose doing that is, and what runs there."""

import shutil
from pathlib import Path

import pytest

from designer.gallery import GALLERY
from designer.state.lower import lower
from designer.topology.topology import Topology
from designer.watching import NodeSeen
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.kernel.serving import until
from workers import engine
from workers.sandbox.host import here
from workers.watch.look import look_at

TWO_HOSTS = GALLERY["two-hosts-one-bridge"].topology
BY_HAND = (
    "ip link set veth11 mtu 1400; ip address add 10.9.0.1/16 dev veth11;"
    " ip route add 10.8.0.0/16 via 192.168.5.2 table 77; ip link add d0 type veth peer name d1;"
    " ip -6 route flush default; ping -c 1 -W 1 192.168.5.2"
)


def seen(topology: Topology, node: str) -> NodeSeen:
    """Look at a node of the lab that runs."""
    found = look_at(here(), "lab", node, lower(topology).namespaces[node])
    assert isinstance(found, NodeSeen), found
    return found


def test_what_was_typed_is_told_from_what_is_drawn(run_dir: Path) -> None:
    """By interface and by route, in every table; who answered is among the neighbours."""

    def work() -> tuple[NodeSeen, NodeSeen]:
        engine.apply("lab", lower(TWO_HOSTS), document=TWO_HOSTS.to_json())
        before = seen(TWO_HOSTS, "netns1")
        status, said = say("lab", "netns1", BY_HAND)
        assert status == 0, said
        return before, seen(TWO_HOSTS, "netns1")

    before, after = inside(run_dir, work)
    assert {(one.name, one.origin, one.unlike) for one in before.interfaces} == {
        ("lo", "drawn", ()),
        ("veth11", "drawn", ()),
    }
    found = {one.name: one for one in after.interfaces}
    unlike = [one.text for one in found["veth11"].unlike]
    assert unlike == ["drawn with MTU 1500", "10.9.0.1/16 is not drawn"]
    assert found["veth11"].unlike[0].values == {"mtu": 1500}
    assert found["veth11"].state == "up"
    assert "192.168.5.1/24" in found["veth11"].addresses
    assert found["veth11"].packets_out > before.interfaces[1].packets_out
    assert found["d0"].origin == "by hand"
    assert ("10.8.0.0/16", 77, ("via 192.168.5.2 dev veth11",), "by hand") in {
        (one.destination, one.table, one.ways, one.origin) for one in after.routes
    }
    assert ("192.168.5.0/24", "kernel") in {(one.destination, one.origin) for one in after.routes}
    assert [one.interface for one in after.neighbours if one.address == "192.168.5.2"] == ["veth11"]


def test_what_is_drawn_and_gone_is_missing(run_dir: Path) -> None:
    """An interface that somebody deleted, and the route that went with it."""
    topology = Topology.model_validate(
        {
            "nodes": {
                "a": {
                    "interfaces": {"e": {"addresses": ["10.0.0.1/24"]}},
                    "routes": [{"destination": "default", "gateway": "10.0.0.2"}],
                },
                "b": {"kind": "router", "interfaces": {"e": {"addresses": ["10.0.0.2/24"]}}},
            },
            "links": ["a:e -- b:e"],
        }
    )

    def work() -> NodeSeen:
        engine.apply("lab", lower(topology), document=topology.to_json())
        status, said = say("lab", "a", "ip link delete e")
        assert status == 0, said
        return seen(topology, "a")

    found = inside(run_dir, work)
    assert ("e", "missing", "missing") in {(o.name, o.origin, o.state) for o in found.interfaces}
    assert [(one.destination, one.origin) for one in found.routes] == [("default", "missing")]


def test_rules_have_their_counts(run_dir: Path) -> None:
    """Those of a firewall that something has passed."""
    topology = GALLERY["firewall"].topology

    def work() -> NodeSeen:
        engine.apply("lab", lower(topology), document=topology.to_json())
        say("lab", "office", "ping -c 2 -W 1 10.0.2.2")
        return seen(topology, "firewall")

    found = inside(run_dir, work)
    assert found.rules
    assert not found.rules_changed
    assert all(one.node == "firewall" for one in found.rules)


@pytest.mark.skipif(not shutil.which("vtysh"), reason="FRR is not installed")
def test_daemons_tell_their_neighbours_and_services_what_they_said(run_dir: Path) -> None:
    """Two routers that speak OSPF and BGP: both neighbours, established; routes are learned."""
    bgp = {"kind": "bgp", "asn": 65001, "neighbours": [{"address": "10.0.1.2", "asn": 65002}]}
    other = {"kind": "bgp", "asn": 65002, "neighbours": [{"address": "10.0.1.1", "asn": 65001}]}
    topology = Topology.model_validate(
        {
            "nodes": {
                "r1": {"kind": "router", "services": [{"kind": "ospf"}, bgp]},
                "r2": {"kind": "router", "services": [{"kind": "ospf"}, other]},
                "h2": {},
            },
            "links": ["r1:a -- r2:a", "r2:b -- h2:e"],
        }
    )

    def work() -> NodeSeen:
        engine.apply("lab", lower(topology), document=topology.to_json())

        def is_settled() -> bool:
            peers = seen(topology, "r1").peers
            return len(peers) == 2 and all(one.established for one in peers)

        assert until(is_settled, 40), seen(topology, "r1")
        return seen(topology, "r1")

    found = inside(run_dir, work)
    assert {(one.protocol, one.address) for one in found.peers} == {
        ("ospf", "10.0.1.2"),
        ("bgp", "10.0.1.2"),
    }
    assert [one.health for one in found.services] == ["running"]
    assert "learned" in {one.origin for one in found.routes}
