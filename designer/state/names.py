"""The names of a lab and their addresses, as /etc/hosts of all its nodes has them."""

from designer.state.host_state import HostState
from designer.state.namespace import HOST_NAMESPACE, Namespace
from designer.state.route import Address

HEAD = """\
# Made by Vethwork: every node of the lab.
127.0.0.1 localhost
::1 localhost ip6-localhost ip6-loopback
"""


def hosts_text(state: HostState) -> str:
    """Return hosts(5): a node's addresses in the order of its interfaces, its main one first."""
    lines = [
        f"{address} {' '.join(dict.fromkeys((namespace.name, namespace.hostname)))}\n"
        for namespace in state.namespaces.values()
        if namespace.name != HOST_NAMESPACE
        for address in _addresses(namespace)
    ]
    return HEAD + "".join(lines)


def _addresses(namespace: Namespace) -> list[Address]:
    return [
        one.ip
        for interface in namespace.interfaces.values()
        for one in sorted(interface.addresses, key=lambda one: (one.version, one.ip))
    ]
