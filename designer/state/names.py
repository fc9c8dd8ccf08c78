"""The names of a lab and their addresses, as /etc/hosts of all its nodes has them."""

from functools import lru_cache

from designer.state.host_state import HostState
from designer.state.interface import InterfaceAddress
from designer.state.namespace import HOST_NAMESPACE
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
            addresses = tuple(one.addresses for one in namespace.interfaces.values())
            lines.append(_lines(namespace.name, namespace.hostname, addresses))
    return "".join(lines)


@lru_cache(maxsize=1 << 14)
def _lines(name: str, hostname: str, addresses: tuple[frozenset[InterfaceAddress], ...]) -> str:
    """Remembered, for an edit of a big lab writes the lines of all its nodes again."""
    names = " ".join(dict.fromkeys((name, hostname)))
    ordered = (one.ip for own in addresses for one in sorted(own, key=_family_first))
    return "".join(f"{address} {names}\n" for address in ordered)


def _family_first(one: InterfaceAddress) -> tuple[int, Address]:
    return one.version, one.ip
