"""Namespaces as ip-netns(8) makes them."""

from designer.plan.operations import CreateNamespace
from designer.plan.shell.words import within


def create_namespace(operation: CreateNamespace) -> tuple[str, ...]:
    """Return the commands that make it, and silence IPv6 in it where that is wanted."""
    add = f"ip netns add {operation.namespace}"
    if not operation.quiet:
        return (add,)
    silence = "sysctl -qw net.ipv6.conf.default.disable_ipv6=1"
    return (add, f"{within(operation.namespace)}{silence}")
