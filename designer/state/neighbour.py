"""A permanent entry of a namespace's neighbour table."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entry that somebody made; those that a matrix seeds and those learned are left out."""

    interface: str
    address: IPv4Address | IPv6Address
    mac: str

    def __str__(self) -> str:
        """Say it as ip-neighbour(8) would."""
        return f"{self.address} lladdr {self.mac} dev {self.interface}"
