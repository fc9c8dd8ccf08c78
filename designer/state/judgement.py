"""What the rules of a namespace do with a packet."""

from dataclasses import dataclass

from designer.state.interface import LOOPBACK
from designer.state.namespace import Namespace
from designer.state.route import Address
from designer.state.rule import Chain, ConnectionState, FilterChain, Rule
from designer.topology.expectation import Protocol
from designer.topology.sentence import say

_PROTOCOLS: dict[str, Protocol] = {"icmp": "ping", "icmpv6": "ping", "tcp": "tcp", "udp": "udp"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A packet as rules see it; `port` is its target's, 0 where that is not known."""

    target: Address
    source: Address | None
    protocol: Protocol
    port: int
    state: ConnectionState
    came_in: str = LOOPBACK
    leaves_by: str = ""


def denial(namespace: Namespace, chain: FilterChain, packet: Judged) -> str:
    """Return in words which rule stops a packet, nothing if none does."""
    rule = first_match(namespace, chain, packet)
    if rule is None:
        if chain in namespace.rules.drops:
            return say(
                "{name} denies it: the policy of its {chain} chain",
                name=namespace.name,
                chain=chain,
            )
        return ""
    said = {"name": namespace.name, "number": rule.number, "rule": rule}
    if rule.verdict == "drop":
        return say("{name} denies it: rule {number} ({rule})", **said)
    if rule.verdict == "reject":
        return say("{name} rejects it: rule {number} ({rule})", **said)
    return ""


def first_match(namespace: Namespace, chain: Chain, packet: Judged) -> Rule | None:
    """Return the rule that decides about a packet."""
    return next((rule for rule in namespace.rules.of(chain) if _matches(rule, packet)), None)


def _matches(rule: Rule, packet: Judged) -> bool:
    return (
        rule.family in {0, packet.target.version}
        and (not rule.protocol or _PROTOCOLS[rule.protocol] == packet.protocol)
        and (rule.ports is None or rule.ports.first <= packet.port <= rule.ports.last)
        and (rule.target is None or packet.target in rule.target)
        and (rule.source is None or (packet.source is not None and packet.source in rule.source))
        and rule.in_interface in {"", packet.came_in}
        and rule.out_interface in {"", packet.leaves_by}
        and (not rule.states or packet.state in rule.states)
    )
