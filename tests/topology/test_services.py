"""Services of nodes: what can be drawn, and what is said about the rest."""

import pytest
from hypothesis import given

from designer.state.lower import lower
from designer.state.service import DhcpServer, Frr, from_json, to_json
from designer.topology.document import read_text
from designer.topology.topology import Topology
from tests.strategies.sound import sound_topologies

LAN = """
nodes:
  r:
    kind: router
    interfaces: {e: {addresses: [10.0.1.1/24, 'fd00:1::1/64']}}
    services: [SERVICES]
  h: {interfaces: {e: {addresses: [10.0.1.2/24]}}}
links: ['r:e -- h:e']
"""
LEASES = "{kind: dhcp-server, interface: e, range: [10.0.1.100, 10.0.1.200]}"


def problems(services: str, drawing: str = LAN) -> list[tuple[str, str, str]]:
    """Return code, element and severity of what is wrong with the services of r."""
    found = read_text(drawing.replace("SERVICES", services)).problems
    return [(one.code, one.element, one.severity) for one in found]


@pytest.mark.parametrize(
    "services",
    [
        "{kind: http}, {kind: http, port: 8080}, {kind: echo}, {kind: echo, protocol: udp}",
        LEASES + ", {kind: dns}, {kind: router-advertisement, interface: e}",
        "{kind: iperf3}, {kind: command, command: 'echo; sleep 9'}, {kind: command, command: x}",
    ],
)
def test_sound_services_have_no_problem(services: str) -> None:
    """What a node can run side by side is left alone."""
    assert problems(services) == []


@pytest.mark.parametrize(
    ("services", "code", "severity"),
    [
        ("{kind: http}, {kind: iperf3, port: 80}", "place-taken", "error"),
        ("{kind: dns}, {kind: echo, protocol: udp, port: 53}", "place-taken", "error"),
        (f"{LEASES}, {LEASES}", "place-taken", "error"),
        ("{kind: dhcp-client, interface: other}", "service-on-nothing", "error"),
        ("{kind: router-advertisement, interface: lo}", "service-on-nothing", "error"),
        (LEASES.replace("0.1.200", "0.2.9"), "range-elsewhere", "error"),
        (LEASES.replace("10.0.1.", "10.9.1."), "range-elsewhere", "error"),
        (LEASES.replace("1.200", "1.255"), "range-elsewhere", "error"),
        (LEASES.replace("1.100", "1.2"), "range-with-fixed", "warning"),
        (LEASES.replace("range", "router: 10.0.2.1, range"), "router-elsewhere", "error"),
        ("{kind: dhcp-client, interface: e}", "client-with-address", "error"),
    ],
)
def test_what_is_wrong_is_said_at_the_service(services: str, code: str, severity: str) -> None:
    """Each at the last service of the list, which the canvas marks."""
    number = services.count("kind:") - 1
    assert (code, f"nodes/r/services/{number}", severity) in problems(services)


@pytest.mark.parametrize(
    "service",
    [
        "{kind: gopher}",
        "{kind: http, port: 0}",
        "{kind: http, port: 65536}",
        "{kind: http, path: /x}",
        "{kind: command, command: ''}",
        '{kind: command, command: "a\\0b"}',
        LEASES.replace("1.200", "1.99"),
        LEASES.replace("10.0.1.100", "fd00::1"),
        LEASES.replace("range", "lease_s: 1, range"),
    ],
)
def test_what_cannot_be_is_refused_at_its_service(service: str) -> None:
    """The model takes nothing else, and says where."""
    (one,) = problems(service)
    assert one[1:] == ("nodes/r/services/0", "error")


def test_prefixes_are_what_an_advertiser_needs() -> None:
    """Without one there is nothing to say, and of a wide one no host makes an address."""
    service = "{kind: router-advertisement, interface: e}"
    bare = LAN.replace(", 'fd00:1::1/64'", "")
    wide = LAN.replace("::1/64", "::1/60")
    assert ("nothing-to-advertise", "nodes/r/services/0", "error") in problems(service, bare)
    assert ("prefix-not-64", "nodes/r/services/0", "warning") in problems(service, wide)


@pytest.mark.parametrize("kind", ["switch", "internet"])
def test_only_hosts_and_routers_run_services(kind: str) -> None:
    """The others are not their user's."""
    drawing = f"nodes: {{s: {{kind: {kind}, services: [{{kind: http}}]}}}}"
    assert problems("", drawing) == [("services-elsewhere", "nodes/s/services/0", "error")]


def test_client_has_no_automatic_address() -> None:
    """A DHCP client waits for its lease, and others keep the numbers that they would have had."""
    topology = read_text(
        "nodes: {a: {services: [{kind: dhcp-client, interface: e}]}, b: }\nlinks: ['a:e -- b:e']"
    ).topology
    assert topology is not None
    state = lower(topology)
    assert state.namespaces["a"].interfaces["e"].addresses == frozenset()
    assert {str(one) for one in state.namespaces["b"].interfaces["e"].addresses} == {"10.0.1.1/24"}


def test_server_tells_what_its_node_is() -> None:
    """The router that leases is the gateway, and the name server if it is one."""
    topology = read_text(LAN.replace("SERVICES", f"{LEASES}, {{kind: dns}}")).topology
    assert topology is not None
    (server,) = [
        one for one in lower(topology).namespaces["r"].services if isinstance(one, DhcpServer)
    ]
    assert (str(server.router), str(server.dns)) == ("10.0.1.1", "10.0.1.1")


def test_hosts_on_a_wire_with_an_advertiser_speak_ipv6() -> None:
    """Though nobody gave them an address of it; without the advertiser they are silent."""
    service = "{kind: router-advertisement, interface: e}"
    speaking, silent = (read_text(LAN.replace("SERVICES", one)).topology for one in (service, ""))
    assert speaking is not None
    assert silent is not None
    assert lower(speaking).namespaces["h"].interfaces["e"].link_local
    assert not lower(silent).namespaces["h"].interfaces["e"].link_local


@given(sound_topologies())
def test_services_cross_to_their_keeper_unchanged(topology: Topology) -> None:
    """What is read is what was written, so that observed equals desired."""
    for namespace in lower(topology).namespaces.values():
        for service in namespace.services:
            assert from_json(to_json(service)) == service


def test_configuration_of_daemons_holds_no_text_of_the_drawing() -> None:
    """Numbers, addresses, and names of interfaces, in which there is nothing that ends a line."""
    service = "{kind: bgp, asn: 65001, neighbours: [{address: 10.0.1.2, asn: 65002}]}, {kind: ospf}"
    topology = read_text(LAN.replace("SERVICES", service)).topology
    assert topology is not None
    (frr,) = lower(topology).namespaces["r"].services
    assert isinstance(frr, Frr)
    assert " neighbor 10.0.1.2 remote-as 65002\n" in frr.bgp
    assert "interface e\n ip ospf area 0\n" in frr.ospf


def test_a_protocol_is_spoken_once() -> None:
    """A second OSPF or BGP of a node is in the place of the first."""
    assert problems("{kind: ospf}, {kind: ospf, area: 1}") == [
        ("place-taken", "nodes/r/services/1", "error")
    ]
