"""Messages about permanent neighbours that are drawn."""

from pyroute2.netlink import NLM_F_CREATE, NLM_F_REPLACE, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_DELNEIGH, RTM_NEWNEIGH
from pyroute2.netlink.rtnl.ndmsg import ndmsg

from designer.state.neighbour import Neighbour
from workers.kernel.address import ADDRESS, AF
from workers.kernel.indexes import Indexes
from workers.kernel.link import octets
from workers.kernel.shape import Shape, filled, mac, number

NUD_PERMANENT = 0x80
INDEX, MAC_ADDRESS = number(1), mac(1)


def _shape(version: int, kind: int, flags: int) -> Shape:
    address = ADDRESS[version]
    fields = {"family": AF[version], "ifindex": INDEX.value, "state": NUD_PERMANENT}
    attributes = [("NDA_DST", address.value), ("NDA_LLADDR", MAC_ADDRESS.value)]
    message = filled(ndmsg(), fields, attributes)
    return Shape(message, kind, NLM_F_REQUEST | flags, INDEX, address, MAC_ADDRESS)


SETTINGS = {one: _shape(one, RTM_NEWNEIGH, NLM_F_CREATE | NLM_F_REPLACE) for one in (4, 6)}
DELETIONS = {one: _shape(one, RTM_DELNEIGH, 0) for one in (4, 6)}


def values(neighbour: Neighbour, namespace: str, indexes: Indexes) -> tuple[int | bytes, ...]:
    """Return what is put into a shape."""
    index = indexes.of(namespace, neighbour.interface)
    return index, neighbour.address.packed, octets(neighbour.mac)
