"""The tables and rules of a namespace as the kernel tells them.

Rules are read by what they do and not by who wrote them: nft(8) merges, splits and orders what it
sends as it likes. Whatever no drawing can ask for makes a table foreign.
"""

import socket
from collections.abc import Iterator
from dataclasses import dataclass
from errno import EPROTONOSUPPORT
from typing import NamedTuple

from pyroute2.netlink.nfnetlink.nftsocket import (
    NFT_MSG_GETCHAIN,
    NFT_MSG_GETRULE,
    NFT_MSG_GETTABLE,
)

from designer.state.rule import FILTER_CHAINS, NO_RULES, Chain, Rule, RuleTable
from workers.kernel.dump import Attributes, Message, attributes, dump, nested, octets
from workers.kernel.netfilter import (
    BE32,
    BE64,
    NFPROTO_INET,
    NFPROTO_UNSPEC,
    open_netfilter_socket,
    question,
    text,
)
from workers.kernel.rule import HOOKS, NF_ACCEPT, NF_DROP, Count
from workers.kernel.rule_expression import Foreign, read_rule

FAMILY_BYTES = 4
TABLES = question(NFT_MSG_GETTABLE, NFPROTO_UNSPEC)
CHAINS = question(NFT_MSG_GETCHAIN, NFPROTO_INET)


class TableName(NamedTuple):
    """A table: its address family (NFPROTO_*) and its name; `use` counts what is in it."""

    family: int
    name: str
    use: int
    handle: int


@dataclass(frozen=True, slots=True)
class Tables:
    """What nftables has in a namespace: our table with its counts, and the names of others."""

    ours: RuleTable = NO_RULES
    counts: tuple[Count, ...] = ()
    is_there: bool = False
    """Whether ours is there, be it empty."""

    others: tuple[TableName, ...] = ()
    ruleset: str = ""
    """The text that the others are known to come of."""


NO_TABLES = Tables()


def observe_tables(name: str) -> Tables:
    """Observe in the namespace that the thread stands in; `name` is our table's."""
    try:
        with open_netfilter_socket() as netlink:
            return _observe(netlink, name)
    except OSError as error:
        if error.errno == EPROTONOSUPPORT:  # a kernel without nftables
            return NO_TABLES
        raise


def _observe(netlink: socket.socket, name: str) -> Tables:
    found = [_table(message) for message in dump(netlink, TABLES)]
    if not found:
        return NO_TABLES
    others = tuple(one for one in found if (one.family, one.name) != (NFPROTO_INET, name))
    ours = next((one for one in found if one not in others), None)
    if ours is None:
        return Tables(others=others)
    try:
        table, counts = _read(netlink, ours)
    except Foreign:
        return Tables(RuleTable(foreign=True), (), True, others)
    return Tables(table, counts, True, others)


def _table(message: Message) -> TableName:
    found = _body(message)
    (handle,) = BE64.unpack(octets(message[0], found[4]))
    family, use = message[0][message[1]], _number(message, found, 3)
    return TableName(family, _text(message, found, 1), use, handle)


def _body(message: Message) -> Attributes:
    data, start, end = message
    return attributes(data, start + FAMILY_BYTES, end)


def _text(message: Message, found: Attributes, kind: int) -> str:
    return octets(message[0], found[kind]).rstrip(b"\0").decode(errors="replace")


def _number(message: Message, found: Attributes, kind: int) -> int:
    value: int = BE32.unpack(octets(message[0], found[kind]))[0]
    return value


def _read(netlink: socket.socket, ours: TableName) -> tuple[RuleTable, tuple[Count, ...]]:
    """Everything in a table counts as a use of it: there must be chains and nothing else."""
    drops = dict(_chains(netlink, ours.name))
    if len(drops) != ours.use:
        raise Foreign
    pairs = list(_rules(netlink, ours.name))
    dropping = frozenset(chain for chain in FILTER_CHAINS if drops.get(chain))
    table = RuleTable(tuple(rule for rule, _ in pairs), dropping)
    if set(table.chains()) != set(drops):
        raise Foreign
    return table, tuple(count for _, count in pairs)


def _chains(netlink: socket.socket, table: str) -> Iterator[tuple[Chain, bool]]:
    """Yield each chain of a table, and whether its policy is to drop."""
    for message in dump(netlink, CHAINS):
        found = _body(message)
        if _text(message, found, 1) == table:
            yield _chain(message, found)


def _chain(message: Message, found: Attributes) -> tuple[Chain, bool]:
    name = _text(message, found, 3)
    known = next((chain for chain in HOOKS if chain == name), None)
    if known is None or 4 not in found or 5 not in found:  # noqa: PLR2004 - hook and policy
        raise Foreign
    hook = nested(message[0], found[4])
    seen = (_text(message, found, 7), _number(message, hook, 1), _number(message, hook, 2))
    wanted = HOOKS[known]
    if seen != (wanted.kind, wanted.hook, wanted.priority % (1 << 32)):
        raise Foreign
    policy = _number(message, found, 5)
    if policy not in {NF_ACCEPT, NF_DROP}:
        raise Foreign
    return known, policy == NF_DROP


def _rules(netlink: socket.socket, table: str) -> Iterator[tuple[Rule, Count]]:
    request = question(NFT_MSG_GETRULE, NFPROTO_INET, text(1, table))
    for message in dump(netlink, request):
        found = _body(message)
        chain = _text(message, found, 2)
        known = next((one for one in HOOKS if one == chain), None)
        if known is None or 4 not in found:  # noqa: PLR2004 - its expressions
            raise Foreign
        label = octets(message[0], found[7]) if 7 in found else b""  # noqa: PLR2004 - user data
        yield read_rule(known, message[0], found[4], label)
