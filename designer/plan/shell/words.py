"""How a command is addressed: to a namespace, or to the machine's own."""

from designer.state.interface import DEFAULT_MTU
from designer.state.namespace import HOST_NAMESPACE


def ip(namespace: str) -> str:
    """Return the `ip` that acts in a namespace."""
    return "ip" if namespace == HOST_NAMESPACE else f"ip -n {namespace}"


def bridge(namespace: str) -> str:
    """Return the `bridge` that acts in a namespace."""
    return "bridge" if namespace == HOST_NAMESPACE else f"bridge -n {namespace}"


def tc(namespace: str) -> str:
    """Return the `tc` that acts in a namespace."""
    return "tc" if namespace == HOST_NAMESPACE else f"tc -n {namespace}"


def within(namespace: str) -> str:
    """Return what stands before any other command that is to run in a namespace."""
    return "" if namespace == HOST_NAMESPACE else f"ip netns exec {namespace} "


def mtu_word(mtu: int) -> str:
    """Return what gives a newborn its MTU, nothing for the usual one."""
    return "" if mtu == DEFAULT_MTU else f" mtu {mtu}"
