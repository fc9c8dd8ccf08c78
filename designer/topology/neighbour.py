"""A neighbour that a node knows without asking."""

from pydantic import Field

from designer.topology.values import AddressText, Element, InterfaceName, Mac


class Neighbour(Element):
    """A permanent entry of the neighbour table: an address and the MAC it is reached by."""

    address: AddressText = Field(description="Whose MAC address it is.")
    mac: Mac = Field(description="Where packets to the address are sent on the wire.")
    interface: InterfaceName | None = Field(
        default=None,
        description="On which wire. Left out: the one in whose network the address is.",
    )
