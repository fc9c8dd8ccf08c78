"""VLANs as they are found, as words of the drawing."""

from typing import Any

from designer.state.interface import Interface
from designer.state.vlan import Filtering, PortVlans
from designer.topology.node import Node
from designer.topology.vlan import merged

NO_WORDS: dict[str, Any] = {"vlan": None, "trunk": None, "native": None}


def lift_port_vlans(wanted: Interface, found: Interface, filtering: Filtering | None) -> Any:
    """Return what is to be said of a port's VLANs: nothing where a drawing cannot say it.

    `filtering` is what was found of its bridge: where that passes all alike, a port is in no VLAN.
    """
    if filtering is None:
        return NO_WORDS if wanted.vlans else {}
    if found.vlans == wanted.vlans:
        return {}
    return _words(found.vlans)


def _words(vlans: PortVlans) -> dict[str, Any]:
    tagged = [one for one in vlans if not (one.pvid or one.untagged)]
    native = [one for one in vlans if one.pvid and one.untagged]
    if len(tagged) + len(native) != len(vlans) or len(native) > 1 or not vlans:
        return {}
    vid = native[0].first if native else None
    if not tagged:
        return NO_WORDS | {"vlan": vid}
    return NO_WORDS | {"trunk": merged(one.vids for one in tagged), "native": vid}


def lift_filtering(node: Node, wanted: Filtering | None, found: Filtering | None) -> dict[str, Any]:
    """Return what is to be said of a switch: whether it keeps VLANs apart, and by which tags."""
    if (wanted is None) != (found is None):
        return {"vlan_filtering": found is not None} | _protocol(found)
    return _protocol(found) if found and found.protocol != node.vlan_protocol else {}


def _protocol(found: Filtering | None) -> dict[str, Any]:
    return {"vlan_protocol": found.protocol} if found else {}
