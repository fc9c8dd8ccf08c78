"""VLANs as ip-link(8) and bridge(8) take them."""

from designer.plan.operations import AddPortVlan, DeletePortVlan
from designer.plan.shell.words import bridge
from designer.state.vlan import Filtering


def filtering_words(filtering: Filtering | None) -> str:
    """Return the words that have a bridge keep VLANs apart, or not."""
    if filtering is None:
        return "vlan_filtering 0"
    default = f"vlan_default_pvid {filtering.default_pvid}"
    return f"{default} vlan_protocol {filtering.protocol} vlan_filtering 1"


def port_vlan(operation: AddPortVlan | DeletePortVlan) -> str:
    """Return the command that adds VLANs to a port or deletes them."""
    match operation:
        case AddPortVlan(vlan=vlan):
            verb, words = "add", str(vlan)
        case DeletePortVlan(vids=vids):
            verb, words = "del", str(vids)
    whose = " self" if operation.own else ""
    command = f"{bridge(operation.namespace)} vlan {verb}"
    return f"{command} dev {operation.interface} vid {words}{whose}"
