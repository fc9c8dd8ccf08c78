"""Waiting until the kernel has really freed a namespace, without asking again and again.

One end of a cable is put into the namespace: when the kernel frees that, the other end vanishes,
and netlink tells so at once.
"""

import socket
import time
from contextlib import suppress
from errno import ENOBUFS
from itertools import count
from typing import Self

from pyroute2.netlink import NETLINK_ROUTE
from pyroute2.netlink.rtnl import RTM_DELLINK, RTMGRP_LINK

from workers.kernel.dump import ANSWER_BYTES, headers
from workers.kernel.link import VETHS
from workers.kernel.link_dump import links
from workers.kernel.outbox import Letters
from workers.kernel.sockets import open_route_socket
from workers.sandbox import linux

FIRST_INDEX = 1 << 20
"""Above all that a lab uses, in either namespace."""

NEAR_MAC, FAR_MAC = bytes((2, 0, 0, 0, 0, 1)), bytes((2, 0, 0, 0, 0, 2))
MTU = 1500


class Sentinels:
    """Near ends in a namespace that is only for them; to be made in a thread that ends in it."""

    def __init__(self) -> None:
        linux.unshare(linux.CLONE_NEWNET)
        self._requests = open_route_socket()
        self._events = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_ROUTE)
        self._events.bind((0, RTMGRP_LINK))
        self._numbers = count(FIRST_INDEX)
        self._posted: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._requests.close()
        self._events.close()

    def post(self, namespace_fd: int) -> None:
        """Put a far end into a namespace whose end is to be waited for."""
        number = next(self._numbers)
        name = f"s{number}".encode()
        letters: Letters[str] = Letters()
        ends = (number, name, NEAR_MAC, MTU, number, name, FAR_MAC, MTU, namespace_fd)
        letters.add("sentinel", VETHS[False, False], *ends)
        for refused in letters.send(self._requests):
            raise OSError(refused.errno, "cannot watch a namespace")
        self._posted.add(number)

    def wait(self, patience_s: float) -> bool:
        """Wait until all namespaces posted in are gone; tell whether they are."""
        deadline = time.monotonic() + patience_s
        while self._posted:
            self._events.settimeout(max(deadline - time.monotonic(), 0.001))
            try:
                data = self._events.recv(ANSWER_BYTES)
            except TimeoutError:
                return False
            except OSError as error:
                if error.errno != ENOBUFS:
                    raise
                self._look_again()
            else:
                self._posted -= {index for kind, index in headers(data) if kind == RTM_DELLINK}
        return True

    def _look_again(self) -> None:
        """Ask what is still there when more went at once than the socket had room for.

        Until it has been read empty, it takes nothing new (netlink(7), ENOBUFS).
        """
        self._events.setblocking(False)
        with suppress(BlockingIOError):
            while True:
                self._events.recv(ANSWER_BYTES)
        self._posted &= {link.number for link in links(self._requests)}
