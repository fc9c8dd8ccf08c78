"""Which routing table an interface belongs to."""

from designer.state.namespace import Namespace
from designer.state.route import Address
from designer.state.vrf import Vrf
from designer.topology.route import MAIN_TABLE

L3MDEV_PRIORITY = 1000
"""Of the rule that leads to the tables of VRFs (FIB_RULE_PREF in drivers/net/vrf.c)."""


def table_at(namespace: Namespace, interface: str) -> int:
    """Return the table of an interface: its VRF's, or the main one."""
    one = namespace.interfaces.get(interface)
    master = namespace.interfaces.get(one.master) if one is not None and one.master else one
    device = master.device if master is not None else None
    return device.table if isinstance(device, Vrf) else MAIN_TABLE


def is_own(namespace: Namespace, address: Address, came_in: str) -> bool:
    """Tell whether a packet that came in by an interface is at home with its target.

    An address of a VRF is so for its members only; one outside of VRFs for everybody, as the
    local table is asked first (ip-rule(8)).
    """
    return any(
        table_at(namespace, each.name) in {MAIN_TABLE, table_at(namespace, came_in)}
        for each in namespace.interfaces.values()
        if any(address == one.ip for one in each.addresses)
    )
