"""Netlink sockets, one a namespace, opened once and kept for a whole run."""

import socket
from collections.abc import Mapping
from typing import Self

from pyroute2.netlink import NETLINK_ROUTE

from workers.sandbox.standing import standing_in_each

SOL_NETLINK, NETLINK_CAP_ACK, NETLINK_GET_STRICT_CHK = 270, 10, 12


class Sockets(dict[str, socket.socket]):
    """Route netlink sockets by the name of their namespace."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for netlink in self.values():
            netlink.close()
        self.clear()

    def open_all(self, namespaces: Mapping[str, int]) -> None:
        """Open those that are missing; close those whose namespace is gone."""
        for name in self.keys() - namespaces.keys():
            self.pop(name).close()
        missing = [name for name in namespaces if name not in self]
        tasks = [(namespaces[name], open_route_socket) for name in missing]
        self.update(zip(missing, standing_in_each(tasks), strict=True))

    def drop(self, name: str) -> None:
        """Close one: a socket keeps its namespace alive."""
        if name in self:
            self.pop(name).close()


def open_route_socket() -> socket.socket:
    """Open a socket that belongs to the namespace the thread stands in, for good."""
    netlink = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, NETLINK_ROUTE)
    netlink.setsockopt(SOL_NETLINK, NETLINK_CAP_ACK, 1)
    netlink.setsockopt(SOL_NETLINK, NETLINK_GET_STRICT_CHK, 1)
    return netlink
