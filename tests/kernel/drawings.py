"""Small labs for these tests, as states of a host."""

from dataclasses import replace
from ipaddress import ip_interface

from designer.gallery import GALLERY
from designer.state.host_state import HostState
from designer.state.interface import Interface
from designer.state.lower import lower
from designer.topology.topology import Topology


def gallery(name: str, *, host_namespace: bool = False) -> HostState:
    """Return a lab of the gallery."""
    return lower(GALLERY[name].topology, host_namespace=host_namespace)


def drawn(document: dict[str, object]) -> HostState:
    """Return the state of a document."""
    return lower(Topology.model_validate(document))


def drawn_in_host(document: dict[str, object]) -> HostState:
    """Return the state of a document that may use the host's namespace."""
    return lower(Topology.model_validate(document), host_namespace=True)


def two_hosts() -> HostState:
    """Two hosts on a bridge that has no address."""
    return gallery("two-hosts-one-bridge")


def star(size: int) -> HostState:
    """Hosts h0, h1, … on the switch sw, addresses left to the program."""
    nodes: dict[str, object] = {"sw": {"kind": "switch"}}
    nodes |= {f"h{number}": {"kind": "host"} for number in range(size)}
    links = [{"ends": [f"sw:p{number}", f"h{number}:eth0"]} for number in range(size)]
    return drawn({"nodes": nodes, "links": links})


def changed(state: HostState, namespace: str, interface: str, **fields: object) -> HostState:
    """Return a state with one interface changed."""
    where = state.namespaces[namespace]
    one: Interface = replace(where.interfaces[interface], **fields)  # type: ignore[arg-type]
    interfaces = {**where.interfaces, interface: one}
    namespaces = {**state.namespaces, namespace: replace(where, interfaces=interfaces)}
    return HostState(namespaces)


def with_address(state: HostState, namespace: str, interface: str, *texts: str) -> HostState:
    """Return a state where an interface has these addresses."""
    addresses = frozenset(ip_interface(text) for text in texts)
    six = any(address.version == 6 for address in addresses)
    return changed(state, namespace, interface, addresses=addresses, link_local=six)
