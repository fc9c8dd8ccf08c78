"""What a plan does is shown at the part of the document that asks for it."""

from designer.plan.diff import diff
from designer.plan.element import element_of, link_numbers
from designer.plan.operations import StartService
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.document import read_text

DRAWING = """
routing: automatic
nodes:
  a:
    routes:
      - {destination: 10.9.0.0/16, type: blackhole}
      - {destination: 10.9.0.0/16, gateway: 10.0.1.1, table: 100}
    policies: [{in: lo, table: 100}, {priority: 7, from: 10.0.0.0/8, table: 100}]
    neighbours: [{address: 10.0.1.7, mac: '02:00:00:00:00:01'}]
    sysctls: {net.ipv4.ip_default_ttl: 7}
  r: router
  b:
links: ['a:e -- r:e', 'r:f -- b:e']
"""


def test_each_operation_is_at_its_element() -> None:
    """Routes, policies, neighbours and settings one by one; the rest at interface, link or node."""
    topology = read_text(DRAWING).topology
    assert topology is not None
    links = link_numbers(topology)
    plan = diff(lower(topology), HostState())
    elements = {str(one): element_of(one, topology, links) for one in plan}
    assert {said: at for said, at in elements.items() if said.endswith("in a")} == {
        "add route blackhole 10.9.0.0/16 in a": "nodes/a/routes/0",
        "add route 10.9.0.0/16 via 10.0.1.1 dev e table 100 in a": "nodes/a/routes/1",
        "add route default via 10.0.1.1 dev e in a": "nodes/a",
        "add policy priority 1000 from all iif lo table 100 in a": "nodes/a/policies/0",
        "add policy priority 7 from 10.0.0.0/8 table 100 in a": "nodes/a/policies/1",
        "set neighbour 10.0.1.7 lladdr 02:00:00:00:00:01 dev e in a": "nodes/a/neighbours/0",
        "set net.ipv4.ip_default_ttl to 7 in a": "nodes/a/sysctls/net.ipv4.ip_default_ttl",
    }
    assert elements["create cable a:e -- r:e"] == "links/0"
    assert elements["set a:e up"] == "nodes/a/interfaces/e"


def test_what_a_cable_does_is_at_its_link() -> None:
    """Also where it ends."""
    said = "nodes: {a: , b: }\nlinks: [{ends: [a:e, b:e], impairment: {delay_ms: 5}}]"
    impaired, whole = (
        read_text(said).topology,
        read_text("nodes: {a: , b: }\nlinks: ['a:e -- b:e']"),
    )
    assert impaired is not None
    assert whole.topology is not None
    links = link_numbers(impaired)
    states = lower(impaired), lower(whole.topology)
    for plan in (diff(*states), diff(*reversed(states))):
        assert [element_of(one, impaired, links) for one in plan] == ["links/0"] * 2


SERVING = """
nodes:
  a:
    resolver: [10.0.0.2]
    services:
      - {kind: command, command: x}
      - {kind: http}
      - {kind: command, command: y}
      - {kind: echo, protocol: udp}
      - {kind: iperf3}
      - {kind: dns}
      - {kind: dhcp-client, interface: e}
      - {kind: ospf}
  b: {interfaces: {e: {addresses: [10.0.0.1/24, 'fd00::1/64']}}, services: [LEASES, ADVERTISES]}
links: ['a:e -- b:e']
"""


def test_each_service_is_at_its_own() -> None:
    """What is drawn and what runs are called alike."""
    leases = "{kind: dhcp-server, interface: e, range: [10.0.0.9, 10.0.0.10]}"
    advertises = "{kind: router-advertisement, interface: e}"
    said = SERVING.replace("LEASES", leases).replace("ADVERTISES", advertises)
    topology = read_text(said).topology
    assert topology is not None
    plan = diff(lower(topology), HostState())
    started = [one for one in plan if isinstance(one, StartService)]
    elements = {element_of(one, topology, {}) for one in started}
    assert elements == {f"nodes/a/services/{n}" for n in range(8)} | {
        "nodes/b/services/0",
        "nodes/b/services/1",
    }
