"""The names of a lab and their addresses, as /etc/hosts of all its nodes has them."""

from collections.abc import Iterator
from functools import lru_cache

from designer.state.host_state import HostState
from designer.state.interface import InterfaceAddress
from designer.state.namespace import HOST_NAMESPACE, Namespace
from designer.state.route import Address

HEAD = """\
# Made by Vethwork: every node of the lab.
127.0.0.1 localhost
::1 localhost ip6-localhost ip6-loopback
"""


def hosts_text(state: HostState) -> str:
    """Return hosts(5): a node's addresses in the order of its interfaces, its main one first."""
    lines = [HEAD]
    for namespace in state.namespaces.values():
        if namespace.name != HOST_NAMESPACE:
            names = " ".join(dict.fromkeys((namespace.name, namespace.hostname)))
            lines += [f"{address} {names}\n" for address in _addresses(namespace)]
    return "".join(lines)


def _addresses(namespace: Namespace) -> Iterator[str]:
    for interface in namespace.interfaces.values():
        several = len(interface.addresses) > 1
        there = sorted(interface.addresses, key=_family_first) if several else interface.addresses
        yield from map(_written, there)


@lru_cache(maxsize=1 << 16)
def _written(one: InterfaceAddress) -> str:
    """Remembered, for an edit of a big lab writes all of its addresses again."""
    return str(one.ip)


def _family_first(one: InterfaceAddress) -> tuple[int, Address]:
    return one.version, one.ip
