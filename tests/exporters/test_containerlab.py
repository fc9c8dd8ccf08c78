"""The containerlab file: what containerlab insists on, and what its containers will run."""

import re
import shlex
from typing import Any

import pytest
import yaml
from hypothesis import given

from designer.exporters import EXPORTERS
from designer.exporters.export import Export
from designer.gallery import GALLERY, Entry
from designer.state.mac import made_mac
from designer.topology.document import read_text
from designer.topology.topology import Topology
from tests.strategies.sound import sound_topologies

every_lab = pytest.mark.parametrize("entry", GALLERY.values(), ids=list(GALLERY))
NODE_NAME = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9-._|]*")
RESERVED = {"host", "macvlan", "mgmt-net", "dummy"}


def exported(text: str) -> Export:
    """Return what a drawing becomes."""
    topology = read_text(text).topology
    assert topology is not None
    return EXPORTERS["containerlab"].export(topology)


def values(made: Export) -> Any:
    """Return the file as a reader of YAML 1.1 takes it, which containerlab's nearly is."""
    return yaml.safe_load(made.text)


def nodes(text: str) -> Any:
    """Return the nodes of an exported drawing."""
    return values(exported(text))["topology"]["nodes"]


def faults(document: Any) -> list[str]:
    """Return what containerlab would refuse: wrong names, ends that are nowhere or used twice."""
    found = []
    drawn = document["topology"]["nodes"]
    found += [name for name in drawn if not isinstance(name, str) or not NODE_NAME.fullmatch(name)]
    found += [name for name in drawn if name in RESERVED]
    for name, node in drawn.items():
        if node["kind"] not in {"linux", "bridge"}:
            found.append(f"{name} is a {node['kind']}")
        if node["kind"] == "linux" and node["network-mode"] != "none":
            found.append(f"{name} has a management interface")
        found += [line for line in node.get("exec", ["x"]) if not shlex.split(line)]
    used: set[tuple[str, str]] = set()
    for link in document["topology"].get("links", []):
        ends = link["endpoints"]
        if len(ends) != 2:
            found.append(f"{ends} are not two")
        for end in ends:
            node, _, interface = end.partition(":")
            on_machine = node == "host" or drawn.get(node, {}).get("kind") == "bridge"
            if node not in drawn and node != "host":
                found.append(f"{end} is nowhere")
            if not re.fullmatch(r"[^\s/:]{1,15}", interface):
                found.append(f"{end} is no interface")
            place = ("host" if on_machine else node, interface)
            if place in used:
                found.append(f"{end} is used twice")
            used.add(place)
    return found


@every_lab
def test_gallery_is_taken(entry: Entry) -> None:
    """Containerlab's rules for names and ends hold in each file."""
    document = values(EXPORTERS["containerlab"].export(entry.topology))
    assert set(document) == {"name", "topology"}
    assert re.fullmatch(r"[a-zA-Z0-9][a-zA-Z0-9-._]*", document["name"])
    assert document["topology"]["kinds"]["linux"]["image"]
    assert faults(document) == []


def test_a_host_sets_its_own_address_and_route() -> None:
    """What containerlab does not do for a Linux container, the container does after deploy."""
    host = nodes(GALLERY["home-network"].text)["laptop"]
    assert host["exec"] == [
        "ip address replace 10.0.1.2/24 dev eth0",
        "ip route replace default via 10.0.1.1 dev eth0",
    ]
    assert host["sysctls"] == {"net.ipv4.ip_forward": 0}


def test_a_switch_makes_its_bridge_and_takes_its_ports() -> None:
    """The commands stand in an order that works: bridge, ports, up."""
    lines = nodes(GALLERY["two-hosts-one-bridge"].text)["brx"]["exec"]
    assert [line.removeprefix("ip link ") for line in lines] == [
        f"add name brx address {made_mac('brx', 'brx')} type bridge mcast_snooping 0",
        "set dev brx addrgenmode none",
        "set dev veth13 master brx",
        "set dev veth23 master brx",
        "set dev brx up",
    ]


def test_ports_have_their_vlans_once_they_are_ports() -> None:
    """In a container by itself, on the machine by the person."""
    lines = nodes(GALLERY["qinq"].text)["west"]["exec"]
    assert "vlan_protocol 802.1ad vlan_filtering 1" in lines[0]
    assert "bridge vlan add dev p1 vid 100 pvid untagged" in lines
    assert lines.index("ip link set dev trunk master west") < lines.index(
        "bridge vlan add dev trunk vid 200"
    )
    text = (
        "links: ['h:e -- br:p']\nnodes:\n  h: \n"
        "  br: {kind: switch, at: host-namespace, interfaces: {p: {vlan: 7}}}\n"
    )
    before, after = exported(text).losses
    assert "vlan_default_pvid 0 vlan_protocol 802.1Q vlan_filtering 1" in before
    assert "bridge vlan add dev p vid 7 pvid untagged" in after


def test_a_router_forwards_both_families() -> None:
    """Docker's own choice of forwarding and of IPv6 is overruled."""
    assert nodes(GALLERY["dual-stack"].text)["r1"]["sysctls"] == {
        "net.ipv4.ip_forward": 1,
        "net.ipv6.conf.all.disable_ipv6": 0,
        "net.ipv6.conf.all.forwarding": 1,
    }


def test_a_loopback_that_is_down_is_set_down() -> None:
    """Docker sets lo up, so the container sets it down again."""
    drawn = nodes(GALLERY["two-hosts-one-cable"].text)
    assert "ip link set dev lo down" in drawn["netns2"]["exec"]
    assert "ip link set dev lo down" not in drawn["netns1"]["exec"]


def test_a_bridge_of_the_machine_is_the_persons_to_make() -> None:
    """Containerlab wants to find it, and the losses say how to make it and what to do after."""
    made = exported(GALLERY["bridge-in-the-host"].text)
    assert values(made)["topology"]["nodes"]["br1"]["kind"] == "bridge"
    before, after = made.losses[1:]
    assert before.startswith("Make the machine's own bridges before deploy: ip link add name br1 ")
    assert "ip address replace 192.168.1.10/24 dev br1" in after
    assert "sysctl -qw net.ipv4.ip_forward=1" in after
    assert "ip address replace 203.0.113.10/24 dev uplink" in after


def test_a_routed_interface_of_the_machine_is_an_end_in_the_host() -> None:
    """It is no port of the bridge, so its cable ends at `host:`."""
    links = values(exported(GALLERY["bridge-in-the-host"].text))["topology"]["links"]
    assert links[2]["endpoints"] == ["host:uplink", "outside:eth0"]


@pytest.mark.parametrize("word", sorted(RESERVED))
def test_reserved_words_are_renamed_and_said(word: str) -> None:
    """A node that is called like a word of containerlab gets another name, in its links as well."""
    made = exported(f"nodes: {{{word}: , b: , {word}-1: }}\nlinks: ['{word}:e -- b:e']")
    document = values(made)
    assert faults(document) == []
    assert document["topology"]["links"][0]["endpoints"] == [f"{word}-2:e", "b:e"]
    assert made.losses == (
        f"The node {word} is called {word}-2: containerlab keeps {word} to itself.",
    )


@pytest.mark.parametrize("word", ["on", "no", "null", "true"])
def test_words_that_old_yaml_takes_for_something_else_are_quoted(word: str) -> None:
    """Containerlab reads YAML with a Go library that knows YAML 1.1's words."""
    assert word in nodes(f"nodes: {{'{word}': , b: }}")


def test_mtu_is_that_of_the_drawing() -> None:
    """Containerlab's own default is 9500; where the ends differ, the smaller sets its own."""
    made = exported(
        "nodes: {a: {interfaces: {e: {mtu: 1400}}}, b: {interfaces: {e: {mtu: 9000}}}, c: }\n"
        "links: ['a:e -- b:e', 'b:f -- c:e']"
    )
    topology = values(made)["topology"]
    assert [link["mtu"] for link in topology["links"]] == [9000, 1500]
    assert "ip link set dev e mtu 1400" in topology["nodes"]["a"]["exec"]
    assert not any("mtu" in line for line in topology["nodes"]["b"]["exec"])


def test_a_drawn_mac_is_set() -> None:
    """Only a MAC address that somebody chose is worth a command."""
    drawn = nodes(
        "nodes: {a: {interfaces: {e: {mac: '02:00:00:00:00:07'}}}, b: }\nlinks: ['a:e -- b:e']"
    )
    assert "ip link set dev e address 02:00:00:00:00:07" in drawn["a"]["exec"]
    assert not any("address 02" in line for line in drawn["b"]["exec"])


def test_nothing_in_a_name_is_expanded() -> None:
    """Containerlab expands variables and templates in the whole file before it reads it."""
    text = exported("name: '${HOME:?} {{ .x }} $PATH'\nnodes: {a: }").text
    assert not re.search(r"\$|\{\{", text)


def test_positions_are_labels() -> None:
    """Editors of containerlab's files place a node by its labels, which must be texts."""
    labels = nodes("nodes: {a: router}\nlayout: {a: [12.6, -40]}")["a"]["labels"]
    assert labels == {"graph-icon": "router", "graph-posX": "13", "graph-posY": "-40"}


def test_an_empty_lab_has_no_list_of_links() -> None:
    """Containerlab's schema wants one link at least where there are links."""
    assert "links" not in values(exported("nodes: {a: }"))["topology"]


@given(sound_topologies())
def test_every_sound_drawing_is_taken(topology: Topology) -> None:
    """Whatever can be applied makes a file without a fault."""
    assert faults(values(EXPORTERS["containerlab"].export(topology))) == []
