"""containerlab: every namespace a container, configured by the commands of our own plan.

containerlab makes the containers and the cables between them. What is then missing is a plan like
any other, diff(desired, what containerlab makes), whose commands the containers run after deploy.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from designer.exporters.export import Export, file_stem
from designer.exporters.losses import (
    lost_expectations,
    lost_hostnames,
    lost_keys,
    lost_looks,
    lost_rulesets,
    lost_services,
)
from designer.exporters.yaml_lines import Line, dump_lines
from designer.plan.diff import diff
from designer.plan.operations import CreateDevice, CreateVeth, Operation, StartService
from designer.plan.shell import commands
from designer.state.host_state import HostState
from designer.state.interface import DEFAULT_MTU, Interface, InterfaceId, loopback
from designer.state.lower import lower
from designer.state.namespace import HOST_NAMESPACE, Namespace
from designer.state.outside import OUTSIDE_INTERFACE, outside_name
from designer.state.rule import NO_RULES
from designer.topology.interface import Interface as DrawnInterface
from designer.topology.node import UPLINK
from designer.topology.port import is_port
from designer.topology.sentence import Sentence, say
from designer.topology.topology import Topology
from designer.topology.values import End

LABEL, FILENAME = "containerlab", "{lab}.clab.yml"

IMAGE = "nicolaka/netshoot:latest"
RESERVED_NAMES = frozenset({"host", "macvlan", "mgmt-net", "dummy"})
"""Words that mean something else where containerlab reads the end of a link."""

_ICONS = {"host": "host", "router": "router", "switch": "switch", "internet": "cloud"}

_HEAD = f"""\
# {{name}}
#
# sudo containerlab deploy -t {{filename}}
# In the place of {IMAGE} any image does that has ip and tc (iproute2) and nft (nftables).
# containerlab runs the commands under exec once, at deploy: when a container was restarted, deploy
# again.
"""


def export(topology: Topology) -> Export:
    """Write the lab for `containerlab deploy`, and say what is to be done by hand."""
    stem = file_stem(topology)
    filename = FILENAME.format(lab=stem)
    lab = _Lab(topology)
    drawing: dict[str, Any] = {"kinds": {"linux": {"image": IMAGE}}, "nodes": dict(lab.nodes())}
    if links := list(lab.links()):
        drawing["links"] = links
    name = re.sub(r"[${}]", "", topology.name)  # containerlab expands them, in comments too
    head = _HEAD.format(name=name, filename=filename)
    losses = (
        *lost_expectations(topology),
        *lost_looks(topology),
        *lost_hostnames(topology),
        *lost_rulesets(topology),
        *lost_keys(topology),
        *lost_services(topology),
        *lab.renamed(),
        *lab.left_to_the_person(),
    )
    return Export(head + dump_lines({"name": stem, "topology": drawing}), losses, filename)


class _Lab:
    """A drawing beside what it becomes."""

    def __init__(self, topology: Topology) -> None:
        self._topology = topology
        self._desired = lower(topology, host_namespace=True)
        self._made = _made_by_containerlab(topology, self._desired)
        self._plan = tuple(
            one for one in diff(self._desired, self._made) if not isinstance(one, StartService)
        )
        self._names = {name: self._free_name(name) for name in RESERVED_NAMES & {*topology.nodes}}

    def _free_name(self, name: str) -> str:
        candidates = (f"{name}-{number}" for number in range(1, len(self._topology.nodes) + 1))
        return next(one for one in candidates if one not in self._topology.nodes)

    def nodes(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the containers and the machine's bridges, in the order they are drawn."""
        for name, node in self._topology.nodes.items():
            made = {"kind": "bridge"} if node.at == "host-namespace" else self._container(name)
            yield self._names.get(name, name), {**made, "labels": self._labels(name)}
            if node.kind == "internet":
                yield outside_name(name), self._container(outside_name(name))

    def _container(self, namespace: str) -> dict[str, Any]:
        container: dict[str, Any] = {"kind": "linux", "network-mode": "none"}
        if sysctls := _sysctls(self._desired.namespaces[namespace]):
            container["sysctls"] = sysctls
        if lines := _commands(self._plan, namespace):
            container["exec"] = lines
        return container

    def _labels(self, name: str) -> dict[str, str]:
        """Return the labels by which editors of containerlab's files draw and place a node."""
        labels = {"graph-icon": _ICONS[self._topology.nodes[name].kind]}
        if name in self._topology.layout:
            x, y = self._topology.layout[name]
            labels |= {"graph-posX": f"{x:.0f}", "graph-posY": f"{y:.0f}"}
        return labels

    def links(self) -> Iterator[dict[str, Any]]:
        """Yield the cables, in the order they are drawn."""
        for link in self._topology.links:
            place = _place(self._topology, link.ends[0])
            yield self._link([self._endpoint(end) for end in link.ends], place)
        for name, node in self._topology.nodes.items():
            if node.kind == "internet":
                ends = [
                    f"{self._names.get(name, name)}:{UPLINK}",
                    f"{outside_name(name)}:{OUTSIDE_INTERFACE}",
                ]
                yield self._link(ends, InterfaceId(name, UPLINK))

    def _link(self, endpoints: list[str], place: InterfaceId) -> dict[str, Any]:
        made = self._made.interface(place)
        return {"endpoints": Line(endpoints), "mtu": made.mtu if made else DEFAULT_MTU}

    def _endpoint(self, end: End) -> str:
        node = self._topology.nodes[end.node]
        if node.at == "host-namespace" and not is_port(end.node, node, end.interface):
            return f"host:{end.interface}"
        return f"{self._names.get(end.node, end.node)}:{end.interface}"

    def renamed(self) -> Iterator[Sentence]:
        """Yield a sentence for each node that has another name in the file."""
        for name, other in sorted(self._names.items()):
            yield say(
                "The node {name} is called {other}: containerlab keeps {name} to itself.",
                name=name,
                other=other,
            )

    def left_to_the_person(self) -> Iterator[Sentence]:
        """Yield what the machine's own namespace needs, in which containerlab sets up nothing."""
        bridges = _bridges_of_the_machine(self._desired)
        if lines := _commands(diff(bridges, HostState()), HOST_NAMESPACE):
            yield say(
                "Make the machine's own bridges before deploy: {commands}",
                commands="; ".join(lines),
            )
        if lines := _commands(self._plan, HOST_NAMESPACE):
            yield say(
                "Set up the machine itself after deploy: {commands}", commands="; ".join(lines)
            )


def _place(topology: Topology, end: End) -> InterfaceId:
    in_host = topology.nodes[end.node].at == "host-namespace"
    return InterfaceId(HOST_NAMESPACE if in_host else end.node, end.interface)


def _sysctls(namespace: Namespace) -> dict[str, int]:
    """Return the settings that Docker would otherwise choose, forwarding above all."""
    addresses = [one for each in namespace.interfaces.values() for one in each.addresses]
    if not addresses and not namespace.forwarding:
        return {}
    sysctls = {"net.ipv4.ip_forward": int(4 in namespace.forwarding)}  # noqa: PLR2004
    if any(address.version == 6 for address in addresses):  # noqa: PLR2004
        sysctls["net.ipv6.conf.all.disable_ipv6"] = 0
        sysctls["net.ipv6.conf.all.forwarding"] = int(6 in namespace.forwarding)  # noqa: PLR2004
    return sysctls


def _commands(plan: Iterable[Operation], namespace: str) -> list[str]:
    """Return the commands of a namespace's operations, to be run inside it."""
    return [
        line
        for operation in plan
        if not isinstance(operation, CreateVeth) and operation.namespace == namespace
        for line in _lines(operation, commands(replace(operation, namespace=HOST_NAMESPACE)))
    ]


def _lines(operation: Operation, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out WireGuard's keys: no shell runs these lines, so nothing could hand over a key."""
    is_wireguard = isinstance(operation, CreateDevice) and operation.kind == "wireguard"
    return lines[:1] if is_wireguard else lines


def _made_by_containerlab(topology: Topology, desired: HostState) -> HostState:
    """Return what is there after deploy and before the first command of ours."""
    said = {
        _place(topology, End(name, interface)): drawn
        for name, node in topology.nodes.items()
        for interface, drawn in node.interfaces.items()
    }
    bridges = _bridges_of_the_machine(desired).namespaces
    made = {}
    for name, namespace in desired.namespaces.items():
        by_hand = bridges[name].interfaces if name in bridges else {}
        born = {
            one.name: _born(one, desired, said.get(InterfaceId(name, one.name), DrawnInterface()))
            for one in namespace.interfaces.values()
            if one.kind in {"loopback", "veth"}
        }
        made[name] = replace(
            namespace,
            interfaces={**by_hand, **born},
            routes=frozenset(),
            policies=frozenset(),
            neighbours=frozenset(),
            sysctls=frozenset(),
            forwarding=frozenset() if name == HOST_NAMESPACE else namespace.forwarding,
            rules=NO_RULES,
            ruleset=namespace.ruleset,
        )
    return HostState(made)


def _born(one: Interface, desired: HostState, said: DrawnInterface) -> Interface:
    """Return an interface as containerlab leaves it: up, and a port if its bridge is the machine's.

    A MAC address made of names matters to nobody, so the one that containerlab gives may stay, and
    so may the loopback of a plain switch.
    """
    if one.peer is None:
        return loopback(up=True) if said.up is False else replace(one, addresses=frozenset())
    peer = desired.interface(one.peer)
    on_machine = desired.interface(InterfaceId(HOST_NAMESPACE, one.master)) if one.master else None
    return replace(
        one,
        up=True,
        mac="" if said.mac else one.mac,
        mtu=max(one.mtu, peer.mtu if peer else 0),
        addresses=frozenset(),
        egress=None,
        master=one.master if on_machine else "",
        vlans=(),
    )


def _bridges_of_the_machine(desired: HostState) -> HostState:
    """Return the bare bridges that containerlab wants to find on the machine."""
    machine = desired.namespaces.get(HOST_NAMESPACE)
    if machine is None:
        return HostState()
    bridges = {
        one.name: replace(one, addresses=frozenset())
        for one in machine.interfaces.values()
        if one.kind == "bridge"
    }
    bare = Namespace(HOST_NAMESPACE, "", "worker", bridges)
    return HostState({HOST_NAMESPACE: bare})
