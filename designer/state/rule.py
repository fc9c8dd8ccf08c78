"""The packet filter of a namespace: one nftables table, as rules that each match one thing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from designer.state.route import Address, Network

Chain = Literal["prerouting", "input", "forward", "output", "postrouting"]
FilterChain = Literal["input", "forward", "output"]
Verdict = Literal["accept", "drop", "reject", "masquerade", "dnat"]
Protocol = Literal["", "tcp", "udp", "icmp", "icmpv6"]
ConnectionState = Literal["invalid", "established", "related", "new"]
RuleFamily = Literal[0, 4, 6]

CHAINS: tuple[Chain, ...] = ("prerouting", "input", "forward", "output", "postrouting")
FILTER_CHAINS: tuple[FilterChain, ...] = ("input", "forward", "output")
STATES: tuple[ConnectionState, ...] = ("invalid", "established", "related", "new")
"""In the order of their bits in the kernel, which is the order nft(8) lists them in."""

TABLE = "vethwork"
"""The nft table, of family inet, that holds the rules of a namespace."""

_WORDS: Mapping[Verdict, str] = {"accept": "allow", "drop": "deny"}


class Ports(NamedTuple):
    """Destination ports, both ends included."""

    first: int
    last: int

    def __str__(self) -> str:
        """Say it as nft(8) does."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as the kernel has it; what is empty, None or 0 matches everything.

    `number` says which rule of the drawing it came of, counted from 1; one that stands there for
    several ports or both address families is several of these. 0 is for rules that the drawing
    only implies. `to_address` and `to_port` are where dnat sends a packet.
    """

    chain: Chain
    verdict: Verdict
    number: int = 0
    comment: str = ""
    family: RuleFamily = 0
    protocol: Protocol = ""
    ports: Ports | None = None
    source: Network | None = None
    target: Network | None = None
    in_interface: str = ""
    out_interface: str = ""
    states: frozenset[ConnectionState] = frozenset()
    to_address: Address | None = None
    to_port: int = 0

    @property
    def label(self) -> str:
        """What it is called in the kernel: its place in the drawing, and its comment."""
        if not self.number:
            return ""
        return f"rule {self.number}: {self.comment}" if self.comment else f"rule {self.number}"

    def __str__(self) -> str:
        """Say it in the document's words."""
        return " ".join(self._words())

    def _words(self) -> Iterator[str]:
        yield _WORDS.get(self.verdict, self.verdict)
        if self.protocol:
            yield f"{self.protocol}/{self.ports}" if self.ports else self.protocol
        for word, value in (
            ("from", self.source),
            ("to", self.target),
            ("in", self.in_interface),
            ("out", self.out_interface),
        ):
            if value:
                yield f"{word} {value}"
        if self.states:
            yield f"state {', '.join(in_order(self.states))}"
        if self.to_address is not None:
            yield f"towards {self.to_address}{f' port {self.to_port}' if self.to_port else ''}"


@dataclass(frozen=True, slots=True)
class RuleTable:
    """All rules in the order of CHAINS and within a chain in their own; empty: there is no table.

    `drops` holds the chains whose policy is to drop. `foreign` tells that the table holds
    something that no drawing can ask for, so that it equals none that is desired.
    """

    rules: tuple[Rule, ...] = ()
    drops: frozenset[FilterChain] = frozenset()
    foreign: bool = False

    def __bool__(self) -> bool:
        """Tell whether there is such a table at all."""
        return bool(self.rules or self.drops or self.foreign)

    def of(self, chain: Chain) -> Iterator[Rule]:
        """Yield the rules of a chain, in order."""
        return (rule for rule in self.rules if rule.chain == chain)

    def chains(self) -> list[Chain]:
        """Return the chains it needs: those with rules and those that drop."""
        used = {rule.chain for rule in self.rules} | self.drops
        return [chain for chain in CHAINS if chain in used]


NO_RULES = RuleTable()


def rule_table(rules: Iterator[Rule], drops: frozenset[FilterChain]) -> RuleTable:
    """Return the table with its rules in the order the kernel lists them."""
    ordered = tuple(sorted(rules, key=lambda rule: CHAINS.index(rule.chain)))
    return RuleTable(ordered, drops) if ordered or drops else NO_RULES


def masquerade_rules(interfaces: frozenset[str]) -> Iterator[Rule]:
    """Yield the rules that rewrite source addresses out of interfaces."""
    for name in sorted(interfaces):
        yield Rule("postrouting", "masquerade", out_interface=name)


def in_order(states: frozenset[ConnectionState]) -> list[ConnectionState]:
    """Return states of a connection in one fixed order."""
    return [state for state in STATES if state in states]
