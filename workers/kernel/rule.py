"""Rules as nftables takes them over netlink: a whole table in one transaction.

Expressions are what nft(8) itself would send, so that `nft list ruleset` in a node reads well.
"""

from collections.abc import Callable, Iterator, Mapping
from struct import Struct
from typing import NamedTuple

from pyroute2.netlink import NLM_F_APPEND, NLM_F_CREATE
from pyroute2.netlink.nfnetlink.nftsocket import (
    NFT_MSG_DELTABLE,
    NFT_MSG_NEWCHAIN,
    NFT_MSG_NEWRULE,
    NFT_MSG_NEWTABLE,
)

from designer.state.route import Network
from designer.state.rule import Chain, ConnectionState, Protocol, Rule, RuleTable
from workers.kernel.netfilter import BE64, Message, attribute, nest, number, text

NF_DROP, NF_ACCEPT = 0, 1
NFT_REG_VERDICT, NFT_REG_1, NFT_REG_2 = 0, 1, 2
NFT_META_IIFNAME, NFT_META_OIFNAME, NFT_META_NFPROTO, NFT_META_L4PROTO = 6, 7, 15, 16
NFT_PAYLOAD_NETWORK_HEADER, NFT_PAYLOAD_TRANSPORT_HEADER = 1, 2
NFT_CMP_EQ, NFT_CMP_NEQ, NFT_CMP_GTE, NFT_CMP_LTE = 0, 1, 5, 3
NFT_CT_STATE = 0
NFT_NAT_DNAT = 1
NFT_REJECT_ICMPX_UNREACH, NFT_REJECT_ICMPX_ADMIN_PROHIBITED = 2, 3
NFTNL_UDATA_RULE_COMMENT = 0
INTERFACE_BYTES = 16
DPORT_OFFSET = 2

PROTOCOLS: Mapping[Protocol, int] = {"icmp": 1, "tcp": 6, "udp": 17, "icmpv6": 58}
NFPROTOS = {4: 2, 6: 10}
STATE_BITS: Mapping[ConnectionState, int] = {
    "invalid": 1,
    "established": 2,
    "related": 4,
    "new": 8,
}
"""NF_CT_STATE_BIT, linux/netfilter/nf_conntrack_common.h."""


class Field(NamedTuple):
    """Where a header holds an address."""

    offset: int
    length: int


SOURCE = {4: Field(12, 4), 6: Field(8, 16)}
TARGET = {4: Field(16, 4), 6: Field(24, 16)}


class Hook(NamedTuple):
    """Where the kernel calls a chain: nf_inet_hooks, and the priority (linux/netfilter_ipv4.h)."""

    kind: str
    hook: int
    priority: int


HOOKS: Mapping[Chain, Hook] = {
    "prerouting": Hook("nat", 0, -100),
    "input": Hook("filter", 1, 0),
    "forward": Hook("filter", 2, 0),
    "output": Hook("filter", 3, 0),
    "postrouting": Hook("nat", 4, 100),
}


class Count(NamedTuple):
    """What a rule has matched."""

    packets: int = 0
    octets: int = 0


_HOST32 = Struct("=I")
_PORT = Struct(">H")


def replace_table(
    name: str, table: RuleTable, count_of: Callable[[Rule], Count], *, is_there: bool = True
) -> list[Message]:
    """Return the transaction after which a table holds exactly these rules and counts."""
    who = text(1, name)
    gone = [Message(NFT_MSG_DELTABLE, who)] if is_there else []
    if not table:
        return gone
    return [
        *gone,
        Message(NFT_MSG_NEWTABLE, who, NLM_F_CREATE),
        *(_chain(who, chain, drops=chain in table.drops) for chain in table.chains()),
        *(_rule(who, rule, count_of(rule)) for rule in table.rules),
    ]


def _chain(table: bytes, chain: Chain, *, drops: bool) -> Message:
    kind, hook, priority = HOOKS[chain]
    where = nest(4, number(1, hook), number(2, priority & 0xFFFFFFFF))
    policy = number(5, NF_DROP if drops else NF_ACCEPT)
    body = table + text(3, chain) + where + policy + text(7, kind)
    return Message(NFT_MSG_NEWCHAIN, body, NLM_F_CREATE)


def _rule(table: bytes, rule: Rule, count: Count) -> Message:
    body = table + text(2, rule.chain) + nest(4, *expressions(rule, count))
    if rule.label:
        body += attribute(7, _comment(rule.label))
    return Message(NFT_MSG_NEWRULE, body, NLM_F_CREATE | NLM_F_APPEND)


def _comment(label: str) -> bytes:
    """Return user data as libnftnl's: type, length and value, one byte each before the text."""
    value = label.encode() + b"\0"
    return bytes((NFTNL_UDATA_RULE_COMMENT, len(value))) + value


def expressions(rule: Rule, count: Count) -> Iterator[bytes]:
    """Yield what the kernel works through for each packet until something does not match."""
    if rule.in_interface:
        yield from _meta(NFT_META_IIFNAME, _padded(rule.in_interface))
    if rule.out_interface:
        yield from _meta(NFT_META_OIFNAME, _padded(rule.out_interface))
    if rule.family:
        yield from _meta(NFT_META_NFPROTO, bytes((NFPROTOS[rule.family],)))
    if rule.source is not None:
        yield from _address(SOURCE, rule.source)
    if rule.target is not None:
        yield from _address(TARGET, rule.target)
    if rule.protocol:
        yield from _meta(NFT_META_L4PROTO, bytes((PROTOCOLS[rule.protocol],)))
    if rule.ports:
        yield from _ports(*rule.ports)
    if rule.states:
        yield from _states(sum(STATE_BITS[state] for state in rule.states))
    counts = (BE64.pack(count.octets), BE64.pack(count.packets))
    yield _expression("counter", attribute(1, counts[0]), attribute(2, counts[1]))
    yield from _verdict(rule)


def _expression(name: str, *attributes: bytes) -> bytes:
    return nest(1, text(1, name), nest(2, *attributes))


def _value(kind: int, value: bytes) -> bytes:
    return nest(kind, attribute(1, value))


def _compare(operator: int, value: bytes) -> bytes:
    return _expression("cmp", number(1, NFT_REG_1), number(2, operator), _value(3, value))


def _padded(interface: str) -> bytes:
    return interface.encode().ljust(INTERFACE_BYTES, b"\0")


def _meta(key: int, value: bytes) -> Iterator[bytes]:
    yield _expression("meta", number(2, key), number(1, NFT_REG_1))
    yield _compare(NFT_CMP_EQ, value)


def _payload(base: int, offset: int, length: int) -> bytes:
    where = (number(2, base), number(3, offset), number(4, length))
    return _expression("payload", number(1, NFT_REG_1), *where)


def _mask(mask: bytes) -> bytes:
    registers = (number(1, NFT_REG_1), number(2, NFT_REG_1), number(3, len(mask)))
    return _expression("bitwise", *registers, _value(4, mask), _value(5, bytes(len(mask))))


def _address(fields: Mapping[int, Field], network: Network) -> Iterator[bytes]:
    yield _payload(NFT_PAYLOAD_NETWORK_HEADER, *fields[network.version])
    if network.prefixlen < network.max_prefixlen:
        yield _mask(network.netmask.packed)
    yield _compare(NFT_CMP_EQ, network.network_address.packed)


def _ports(first: int, last: int) -> Iterator[bytes]:
    yield _payload(NFT_PAYLOAD_TRANSPORT_HEADER, DPORT_OFFSET, _PORT.size)
    if first == last:
        yield _compare(NFT_CMP_EQ, _PORT.pack(first))
    else:
        yield _compare(NFT_CMP_GTE, _PORT.pack(first))
        yield _compare(NFT_CMP_LTE, _PORT.pack(last))


def _states(bits: int) -> Iterator[bytes]:
    yield _expression("ct", number(2, NFT_CT_STATE), number(1, NFT_REG_1))
    yield _mask(_HOST32.pack(bits))
    yield _compare(NFT_CMP_NEQ, bytes(_HOST32.size))


def _verdict(rule: Rule) -> Iterator[bytes]:
    match rule.verdict:
        case "accept" | "drop":
            code = NF_ACCEPT if rule.verdict == "accept" else NF_DROP
            verdict = nest(2, nest(2, number(1, code)))
            yield _expression("immediate", number(1, NFT_REG_VERDICT), verdict)
        case "reject":
            code_octet = attribute(2, bytes((NFT_REJECT_ICMPX_ADMIN_PROHIBITED,)))
            yield _expression("reject", number(1, NFT_REJECT_ICMPX_UNREACH), code_octet)
        case "masquerade":
            yield _expression("masq")
        case "dnat":
            yield from _dnat(rule)


def _dnat(rule: Rule) -> Iterator[bytes]:
    assert rule.to_address is not None  # noqa: S101 - a dnat without one cannot be drawn
    yield _immediate(NFT_REG_1, rule.to_address.packed)
    registers = [number(3, NFT_REG_1)]
    if rule.to_port:
        yield _immediate(NFT_REG_2, _PORT.pack(rule.to_port))
        registers.append(number(5, NFT_REG_2))
    family = number(2, NFPROTOS[rule.to_address.version])
    yield _expression("nat", number(1, NFT_NAT_DNAT), family, *registers)


def _immediate(register: int, value: bytes) -> bytes:
    return _expression("immediate", number(1, register), _value(2, value))
