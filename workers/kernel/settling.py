"""Waiting until what was set up passes packets, which the kernel does a little later.

A veth with both ends up has its carrier at once, but drops what is sent until a work queue has come
to it (net/core/link_watch.c): after 100 interfaces this rests for up to a second.
"""

import time
from collections.abc import Collection, Mapping, Sequence

from designer.state.namespace import HOST_NAMESPACE
from workers.kernel.link_dump import Link, find_link, links
from workers.kernel.peers import SAME_NAMESPACE
from workers.kernel.sockets import Sockets

UNKNOWN, DORMANT, UP = 0, 5, 6
"""Operational states (linux/if.h); bridges without ports and most tunnels stay unknown."""

SAY_THEIR_STATE = frozenset({"veth", "vlan", "macvlan"})
PAUSE_S = 0.01
LONGEST_WAIT_S = 3.0
"""Who has no carrier by then gets none from waiting: a bond whose other side does not answer."""


def unsettled(seen: Mapping[str, Sequence[Link]]) -> dict[str, list[int]]:
    """Return by namespace the indexes of what does not pass packets yet, but is going to."""
    return {name: found for name, ones in seen.items() if (found := _unsettled(ones))}


def settle(
    sockets: Sockets, waiting: Mapping[str, Sequence[int]], on_host: Collection[int] = ()
) -> None:
    """Return when all of these pass packets, or after 3 s; in the host's own namespace only ours.

    Asked about one interface by its index, Linux 6.8 and later do at once what is left to be done
    for it (rtnl_getlink, net/core/rtnetlink.c); to earlier ones the question is of no use.
    """
    due = time.monotonic() + LONGEST_WAIT_S
    while waiting := _ours(waiting, on_host):
        for name, indexes in waiting.items():
            for index in indexes:
                find_link(sockets[name], index)
        waiting = unsettled({name: links(sockets[name]) for name in waiting})
        if waiting:
            if time.monotonic() > due:
                return
            time.sleep(PAUSE_S)


def _ours(found: Mapping[str, Sequence[int]], on_host: Collection[int]) -> dict[str, list[int]]:
    ours = {
        name: [index for index in indexes if name != HOST_NAMESPACE or index in on_host]
        for name, indexes in found.items()
    }
    return {name: indexes for name, indexes in ours.items() if indexes}


def _unsettled(seen: Sequence[Link]) -> list[int]:
    """What another stands on comes before it, as it does in the kernel's list."""
    with_carrier = {link.number: link for link in seen if link.up and link.has_carrier}
    masters = {link.master for link in with_carrier.values()}
    found: list[int] = []
    for link in seen:
        if not link.up or link.loopback:
            continue
        if link.has_carrier:
            if not _is_active(link):
                found.append(link.number)
        elif link.kind == "bond":
            if link.number in masters:
                found.append(link.number)
        elif link.kind != "veth" and link.peer_namespace == SAME_NAMESPACE:
            below = with_carrier.get(link.peer_index)
            if below is not None:
                found += [below.number, link.number]
    return found


def _is_active(link: Link) -> bool:
    if link.state == UNKNOWN:
        return link.kind not in SAY_THEIR_STATE
    return link.state in {DORMANT, UP}
