"""Whether a namespace has our nft table: asked by netlink, for most have none."""

import socket
from errno import ENOENT, EPROTONOSUPPORT
from functools import cache

from pyroute2.netlink import NETLINK_NETFILTER, NLM_F_REQUEST
from pyroute2.netlink.nfnetlink import NFNL_SUBSYS_NFTABLES
from pyroute2.netlink.nfnetlink.nftsocket import NFT_MSG_GETTABLE, nft_table_msg

from workers.kernel.dump import ask
from workers.kernel.shape import encode, filled

NFPROTO_INET = 1


@cache
def _request(table: str) -> bytes:
    message = filled(nft_table_msg(), {"nfgen_family": NFPROTO_INET}, [("NFTA_TABLE_NAME", table)])
    return encode(message, NFNL_SUBSYS_NFTABLES << 8 | NFT_MSG_GETTABLE, NLM_F_REQUEST)


def has_table(table: str) -> bool:
    """Tell whether the namespace that the thread stands in has an inet table of that name."""
    kind = socket.SOCK_RAW | socket.SOCK_CLOEXEC
    try:
        with socket.socket(socket.AF_NETLINK, kind, NETLINK_NETFILTER) as netlink:
            ask(netlink, _request(table))
    except OSError as error:
        if error.errno in {ENOENT, EPROTONOSUPPORT}:
            return False
        raise
    return True
