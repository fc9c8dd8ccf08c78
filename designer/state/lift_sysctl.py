"""Settings of the kernel as they are found, as settings of the drawing."""

from designer.state.namespace import Namespace
from designer.topology.node import Node
from designer.topology.sysctl import interface_of


def lift_sysctls(node: Node, found: Namespace) -> dict[str, str]:
    """Return the drawn settings with the values that are there; only these are looked at.

    Those of an interface that is gone are gone with it.
    """
    values = {one.name: one.value for one in found.sysctls}
    there = {"", *found.interfaces}
    return {
        name: values.get(name, value)
        for name, value in node.sysctls.items()
        if interface_of(name) in there
    }
