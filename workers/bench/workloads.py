"""Labs of any size to measure with, as documents: a star, a chain of routers, a campus."""

from collections.abc import Callable, Iterator
from ipaddress import IPv4Address, summarize_address_range
from typing import Any, Literal

from designer.topology.topology import Topology

Workload = Literal["star", "chain", "campus"]
Document = dict[str, Any]

CHAIN_BASE = int(IPv4Address("10.0.0.0"))
CHAIN_STEP = 4
SEGMENT_HOSTS = 20
FIRST_VLAN = 10
MOST_PORTS = 1023
"""A bridge has ten bits for the number of a port (net/bridge/br_if.c)."""


def workload(kind: Workload, size: int, *, vlans: bool = False) -> Topology:
    """Return a lab with that many hosts; of a chain, routers."""
    return Topology.model_validate(document(kind, size, vlans=vlans))


def document(kind: Workload, size: int, *, vlans: bool = False) -> Document:
    """Return it as a document; with VLANs, every port of a switch is in the switch's own."""
    made = WORKLOADS[kind](size)
    if vlans:
        switches = [name for name, node in made["nodes"].items() if node["kind"] == "switch"]
        numbers = {name: FIRST_VLAN + number for number, name in enumerate(switches)}
        for link in made["links"]:
            for node, port in (end.split(":") for end in link["ends"]):
                if node in numbers:
                    ports = made["nodes"][node].setdefault("interfaces", {})
                    ports[port] = {"vlan": numbers[node]}
    return made


def star(size: int) -> Document:
    """All hosts on one switch."""
    if size > MOST_PORTS:
        raise ValueError(f"a star has at most {MOST_PORTS} hosts, for a bridge has no more ports")
    nodes: Document = {"sw": {"kind": "switch"}}
    for number in range(size):
        place = number + 1
        nodes[f"h{number}"] = _host(f"10.0.{place >> 8}.{place & 255}/16")
    links = [_link(f"sw:p{number}", f"h{number}:eth0") for number in range(size)]
    return _document(f"star of {size}", nodes, links)


def chain(size: int) -> Document:
    """Routers in a row, each of which knows the way to both ends."""
    nodes = {f"r{number}": _router_in_row(number, size) for number in range(size)}
    links = [_link(f"r{number}:right", f"r{number + 1}:left") for number in range(size - 1)]
    return _document(f"chain of {size}", nodes, links)


def campus(size: int) -> Document:
    """One router, a switch for every twenty hosts, a default route in each host."""
    segments = range((size + SEGMENT_HOSTS - 1) // SEGMENT_HOSTS)
    gateways = {f"e{number}": [f"{_subnet(number)}.1/24"] for number in segments}
    nodes: Document = {"rt": {"kind": "router", "interfaces": _interfaces(gateways)}}
    links = []
    for number in segments:
        nodes[f"sw{number}"] = {"kind": "switch"}
        links.append(_link(f"sw{number}:upl", f"rt:e{number}"))
        for port, host in enumerate(_segment(number, size)):
            nodes[host] = _host(f"{_subnet(number)}.{port + 2}/24", f"{_subnet(number)}.1")
            links.append(_link(f"sw{number}:p{port}", f"{host}:eth0"))
    return _document(f"campus of {size}", nodes, links)


WORKLOADS: dict[Workload, Callable[[int], Document]] = {
    "star": star,
    "chain": chain,
    "campus": campus,
}


def _document(name: str, nodes: Document, links: list[Document]) -> Document:
    return {"name": name, "nodes": nodes, "links": links}


def _link(left: str, right: str) -> Document:
    return {"ends": [left, right]}


def _interfaces(addresses: dict[str, list[str]]) -> Document:
    return {name: {"addresses": ones} for name, ones in addresses.items()}


def _host(address: str, gateway: str = "") -> Document:
    host: Document = {"kind": "host", "interfaces": _interfaces({"eth0": [address]})}
    if gateway:
        host["routes"] = [{"destination": "default", "gateway": gateway}]
    return host


def _segment(number: int, size: int) -> Iterator[str]:
    first = number * SEGMENT_HOSTS
    return (f"h{host}" for host in range(first, min(first + SEGMENT_HOSTS, size)))


def _subnet(number: int) -> str:
    return f"10.{1 + (number >> 8)}.{number & 255}"


def _router_in_row(number: int, size: int) -> Document:
    here, before = (CHAIN_BASE + CHAIN_STEP * place for place in (number, number - 1))
    addresses, routes = {}, []
    if number < size - 1:
        addresses["right"] = [f"{IPv4Address(here + 1)}/30"]
        routes.append({"destination": "default", "gateway": str(IPv4Address(here + 2))})
    if number > 0:
        addresses["left"] = [f"{IPv4Address(before + 2)}/30"]
    if number > 1:
        first, last = IPv4Address(CHAIN_BASE), IPv4Address(before - 1)
        gateway = str(IPv4Address(before + 1))
        networks = summarize_address_range(first, last)
        routes += [{"destination": str(one), "gateway": gateway} for one in networks]
    return {"kind": "router", "interfaces": _interfaces(addresses), "routes": routes}
