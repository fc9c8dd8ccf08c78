"""Packet filters on the real kernel: set, read back, counted, changed while packets pass."""

import socket
import subprocess
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from designer.plan.shell.rule import ruleset
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.state.lower_rules import lower_rules
from designer.state.rule import NO_RULES, TABLE, Ports, Rule, RuleTable, rule_table
from designer.topology.checks.rules import KERNEL_RULES_MAX
from designer.topology.document import read_text
from designer.topology.node import Node
from designer.topology.values import parse_network
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.kernel.scratch import in_scratch, shell
from tests.kernel.there_and_back import any_two, assert_there_and_back
from tests.strategies.nouns import any_nodes
from workers import engine
from workers.engine import namespace_fds
from workers.kernel.netfilter import open_netfilter_socket, transact
from workers.kernel.rule import Count, replace_table
from workers.kernel.rule_dump import observe_tables
from workers.kernel.rule_table import replace_rules
from workers.rules import count_rules
from workers.sandbox.standing import standing_in

DRAWING = """
nodes:
  a: {routes: [{destination: default, gateway: 10.0.1.1}]}
  r: {kind: router, rules: [%s], policy: {forward: %s}}
  b: {routes: [{destination: default, gateway: 10.0.2.1}]}
links: ['a:e -- r:x', 'r:y -- b:e']
"""
HEADERS_BYTES = 20
USUAL_WMEM_MAX = 212_992
"""net.core.wmem_max of Linux, which a socket doubles (socket(7))."""

KNOWN = "{action: allow, state: [established, related]}"
PING = "{action: allow, protocol: icmp}"
NO_SSH = "{action: deny, protocol: tcp, port: [22, 2000-2010], from: 10.0.1.0/24, comment: no ssh}"
MASQUERADE = "{action: masquerade, out: y}"


def routed(*rules: str, policy: str = "allow") -> HostState:
    """Return two hosts behind a router with these rules."""
    topology = read_text(DRAWING % (", ".join(rules), policy)).topology
    assert topology is not None
    return lower(topology)


STATES = {
    "no rules": routed(),
    "closed": routed(policy="deny"),
    "a few": routed(KNOWN, PING, NO_SSH, policy="deny"),
    "another order": routed(NO_SSH, KNOWN, PING, policy="deny"),
    "translated": routed(MASQUERADE, NO_SSH),
}


@any_two(STATES)
def test_every_change_is_made_on_a_running_lab(
    run_dir: Path, before: HostState, after: HostState
) -> None:
    """From one set of rules to another, and back, the kernel ends up equal to the drawing."""
    assert_there_and_back(run_dir, before, after)


@settings(max_examples=40)
@given(any_nodes)
def test_whatever_can_be_drawn_is_read_back_equal(node: Node) -> None:
    """Written by us or by nft, with its merged and split expressions, the rules are the same."""
    table = lower_rules(node, forwards=True)

    def write_and_read() -> tuple[RuleTable, RuleTable]:
        replace_rules(TABLE, table)
        ours = observe_tables(TABLE).ours
        subprocess.run(["nft", ruleset(table)], check=True)
        return ours, observe_tables(TABLE).ours

    ours, by_nft = in_scratch("true", write_and_read)
    assert ours == table
    assert by_nft == table


SPOILED = (
    "nft flush table inet vethwork",
    "nft delete table inet vethwork",
    "nft insert rule inet vethwork forward accept",
    "nft add rule inet vethwork forward counter accept",
    "nft add rule inet vethwork forward ip ttl 3 counter drop",
    "nft add rule inet vethwork forward tcp sport 22 counter drop",
    "nft add rule inet vethwork forward tcp dport != 22 counter drop",
    "nft add rule inet vethwork forward meta mark 7 counter drop",
    "nft add rule inet vethwork forward ip saddr != 10.0.0.1 counter drop",
    "nft add rule inet vethwork forward iifname 'e*' counter drop",
    "nft add rule inet vethwork forward counter log drop",
    'nft add rule inet vethwork forward counter drop comment "hello"',
    "nft add chain inet vethwork forward '{ policy accept; }'",
    "nft add chain inet vethwork mine",
    "nft add set inet vethwork mine '{ type ipv4_addr; }'",
)


@pytest.mark.parametrize("spoil", SPOILED)
def test_what_somebody_typed_in_our_table_is_repaired(run_dir: Path, spoil: str) -> None:
    """It is seen as a difference, and the next apply takes it back."""
    state = STATES["a few"]

    def spoil_and_repair() -> tuple[bool, HostState]:
        engine.apply("lab", state)
        say("lab", "r", spoil)
        seen = engine.observe_lab("lab").state != state
        engine.apply("lab", state)
        return seen, engine.observe_lab("lab").state

    seen, repaired = inside(run_dir, spoil_and_repair)
    assert seen
    assert repaired == state


def test_packets_pass_while_rules_change(run_dir: Path) -> None:
    """No packet of a flow that old and new rules allow is lost, and a connection stays."""
    old, new = routed(KNOWN, PING, policy="deny"), routed(NO_SSH, PING, KNOWN, policy="deny")

    def ping_and_change() -> str:
        engine.apply("lab", old)
        say("lab", "a", "ping -qnc 1 10.0.2.2")
        with namespace_fds("lab") as handles:
            pinging = standing_in(handles["a"], _start_ping)
            for _ in range(10):
                for state in (new, old):
                    engine.apply("lab", state)
            said, _ = pinging.communicate(timeout=30)
        return said

    assert " 0% packet loss" in inside(run_dir, ping_and_change)


def _start_ping() -> "subprocess.Popen[str]":
    command = ["ping", "-qn", "-c200", "-i0.005", "-W1", "10.0.2.2"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_connection_stays_while_its_address_is_rewritten(run_dir: Path) -> None:
    """What masquerade decided for a connection is remembered when the rules are set anew."""
    old, new = routed(MASQUERADE), routed(KNOWN, MASQUERADE)

    def talk_and_change() -> list[bytes]:
        engine.apply("lab", old)
        with namespace_fds("lab") as handles, ExitStack() as stack:
            listener = stack.enter_context(standing_in(handles["b"], _listen))
            client = stack.enter_context(standing_in(handles["a"], socket.socket))
            client.settimeout(5)
            client.connect(("10.0.2.2", 80))
            server, (peer, _) = listener.accept()
            stack.enter_context(server)
            heard = [peer.encode()]
            for state in (new, old, new):
                client.sendall(b"x")
                heard.append(server.recv(1))
                engine.apply("lab", state)
            client.sendall(b"y")
            return [*heard, server.recv(1)]

    assert inside(run_dir, talk_and_change) == [b"10.0.2.1", b"x", b"x", b"x", b"y"]


def _listen() -> socket.socket:
    listener = socket.create_server(("10.0.2.2", 80))
    listener.settimeout(5)
    return listener


def test_counters_survive_where_the_rule_stays(run_dir: Path) -> None:
    """Also when another rule comes before it; a new rule begins at nothing."""

    def count() -> tuple[list[int], list[int]]:
        engine.apply("lab", routed(PING, NO_SSH))
        say("lab", "a", "ping -qnc 3 -i 0.01 10.0.2.2")
        before = [count.packets for _, count in count_rules("lab", ["r"])["r"].rules]
        engine.apply("lab", routed(KNOWN, PING, NO_SSH))
        return before, [count.packets for _, count in count_rules("lab", ["r"])["r"].rules]

    before, after = inside(run_dir, count)
    assert before == [6, 0, 0, 0]
    assert after == [0, 6, 0, 0, 0]


def test_the_largest_table_is_set_in_one_message() -> None:
    """As many rules as a node may have, each as long as can be, fit without any privilege."""
    rule = Rule(
        "forward",
        "drop",
        300,
        "x" * 100,
        6,
        "tcp",
        Ports(1, 2),
        parse_network("fd00::/63"),
        parse_network("fd01::/63"),
        "a23456789012345",
        "b23456789012345",
        frozenset({"new", "invalid"}),
    )
    rules = (replace(rule, number=number + 1) for number in range(KERNEL_RULES_MAX))
    table = rule_table(rules, frozenset())
    messages = replace_table(TABLE, table, lambda _: Count(), is_there=False)

    def write_and_read() -> bool:
        with open_netfilter_socket() as netlink:
            transact(netlink, messages)
        return observe_tables(TABLE).ours == table

    assert in_scratch("true", write_and_read)
    assert sum(len(one.body) + HEADERS_BYTES for one in messages) < 2 * USUAL_WMEM_MAX


def test_a_refusal_leaves_the_rules_as_they_were() -> None:
    """A transaction with one rule the kernel will not have changes nothing."""
    good, bad = Rule("input", "drop", 1), Rule("input", "masquerade", 2)

    def refuse() -> tuple[int, RuleTable]:
        replace_rules(TABLE, RuleTable((good,)))
        errno = 0
        try:
            replace_rules(TABLE, RuleTable((good, bad)))
        except OSError as error:
            errno = error.errno or 0
        return errno, observe_tables(TABLE).ours

    errno, left = in_scratch("true", refuse)
    assert errno
    assert left == RuleTable((good,))


def test_an_empty_table_is_none() -> None:
    """Rules that go leave no table behind."""

    def set_and_remove() -> tuple[RuleTable, str]:
        replace_rules(TABLE, RuleTable((Rule("input", "drop", 1),)))
        replace_rules(TABLE, NO_RULES)
        return observe_tables(TABLE).ours, shell("nft list ruleset")

    assert in_scratch("true", set_and_remove) == (NO_RULES, "")
