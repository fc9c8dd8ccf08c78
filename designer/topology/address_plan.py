"""The address plan of a drawing: its networks, and who has which address in each."""

from dataclasses import dataclass

from designer.topology.addressing import assign_addresses
from designer.topology.topology import Topology
from designer.topology.values import Address, End, Network


@dataclass(frozen=True, slots=True)
class PlannedAddress:
    """One address, and whether the drawing leaves it to us."""

    end: End
    address: Address
    automatic: bool


@dataclass(frozen=True, slots=True)
class PlannedNetwork:
    """A network with its addresses, the lowest first."""

    network: Network
    addresses: tuple[PlannedAddress, ...]


def address_plan(topology: Topology) -> tuple[PlannedNetwork, ...]:
    """Return the networks in order, IPv4 first; raises PoolIsEmpty as automatic addresses do."""
    found: dict[Network, list[PlannedAddress]] = {}
    for end, addresses in assign_addresses(topology).items():
        drawn = topology.interface(end).addresses or ()
        for one in addresses:
            planned = PlannedAddress(end, one.ip, one not in drawn)
            found.setdefault(one.network, []).append(planned)
    return tuple(
        PlannedNetwork(network, tuple(sorted(ones, key=lambda one: int(one.address))))
        for network, ones in sorted(found.items(), key=_place)
    )


def _place(entry: tuple[Network, object]) -> tuple[int, int, int]:
    network, _ = entry
    return network.version, int(network.network_address), network.prefixlen
