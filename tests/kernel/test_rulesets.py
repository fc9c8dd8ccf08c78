"""Raw rulesets on the real kernel: tried, carried out, seen when they are changed, taken back."""

import os
from pathlib import Path

import pytest

from designer.plan.diff import diff
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.document import read_values
from designer.topology.topology import Topology
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.kernel.there_and_back import any_two, assert_there_and_back
from workers import engine
from workers.errors import RulesetRefused
from workers.kernel.ruleset import Tried, try_ruleset
from workers.sandbox import cell
from workers.sandbox.cell import CellDied, in_cell

MINE = """\
define web = { 80, 443 }
table inet mine {
  set seen { type ipv4_addr; flags dynamic, timeout; timeout 1h; }
  counter pings { }
  chain in {
    type filter hook input priority 10; policy accept;
    icmp type echo-request counter name pings update @seen { ip saddr }
    tcp dport $web counter accept
    tcp dport ssh drop  # by its name
  }
}
"""
OTHER = "table ip t { chain c { type filter hook output priority 0; ip daddr 10.9.9.9 drop; }; }"


def with_ruleset(text: str) -> HostState:
    """Return a router with a raw ruleset and rules of its own, and a host."""
    topology = Topology.model_validate(
        {
            "nodes": {
                "r": {"kind": "router", "rules": [{"action": "deny", "protocol": "udp"}]}
                | ({"ruleset": text} if text else {}),
                "h": {"kind": "host"},
            },
            "links": [{"ends": ["r:e", "h:e"]}],
        }
    )
    return lower(topology)


STATES = {"none": with_ruleset(""), "mine": with_ruleset(MINE), "other": with_ruleset(OTHER)}


@any_two(STATES)
def test_every_change_is_made_on_a_running_lab(
    run_dir: Path, before: HostState, after: HostState
) -> None:
    """From one text to another, and back, the tables are those of the text and no others."""
    assert_there_and_back(run_dir, before, after)


def test_what_packets_change_is_no_difference(run_dir: Path) -> None:
    """Counters count and dynamic sets fill, and the lab is still as drawn."""

    def ping() -> tuple[str, HostState]:
        engine.apply("lab", STATES["mine"])
        say("lab", "h", "ping -qnc 2 -i 0.01 10.0.1.1")
        return say("lab", "r", "nft list table inet mine")[1], engine.observe_lab("lab").state

    listed, seen = inside(run_dir, ping)
    assert "packets 2" in listed
    assert "10.0.1.2 timeout" in listed or "10.0.1.2 expires" in listed
    assert seen == STATES["mine"]


@pytest.mark.parametrize(
    "spoil",
    [
        "nft add rule inet mine in udp dport 53 drop",
        "nft delete table inet mine",
        "nft add table ip another",
        "nft flush chain inet mine in",
        "nft add chain inet mine in '{ policy drop; }'",
    ],
)
def test_what_somebody_typed_is_seen_and_taken_back(run_dir: Path, spoil: str) -> None:
    """Whatever is not of the text is a difference, also in tables of its own."""
    state = STATES["mine"]

    def spoil_and_repair() -> tuple[bool, HostState]:
        engine.apply("lab", state)
        assert say("lab", "r", spoil) == (0, "")
        seen = diff(state, engine.observe_lab("lab").state) != ()
        engine.apply("lab", state)
        return seen, engine.observe_lab("lab").state

    assert inside(run_dir, spoil_and_repair) == (True, state)


def test_tables_that_nobody_drew_go(run_dir: Path) -> None:
    """Also where there is no text at all."""

    def add_and_apply() -> tuple[list[str], str]:
        engine.apply("lab", STATES["none"])
        say("lab", "h", "nft add table ip mine; nft add table bridge other")
        plan = engine.apply("lab", STATES["none"]).plan
        return [str(one) for one in plan], say("lab", "h", "nft list tables")[1]

    assert inside(run_dir, add_and_apply) == (["remove the ruleset of h"], "")


WRONG = {
    "table inet mine {\n  chain c {\n    tcp dpott 22 drop\n  }\n}": (3, "syntax error"),
    "table inet mine { chain c { iif nothere drop; }; }": (1, "iifname"),
    "add rule inet mine c drop": (1, "No such file or directory"),
    "table inet vethwork { chain input { type filter hook input priority 0; }; }": (0, "vethwork"),
    "delete table inet vethwork": (1, "No such file or directory"),
    "add table inet vethwork\nflush table inet vethwork": (0, "it changes the table inet vethwork"),
    "table ip t { chain c { ip daddr example.com drop; }; }": (1, "resolve"),
    "}": (1, "syntax error"),
    "{" * 20_000: (1, ""),
    "table inet a { " * 5_000: (1, ""),
    "add element inet a b { " + "1.2.3.4, " * 7_000 + "}": (1, ""),
}


@pytest.mark.parametrize("text", WRONG, ids=lambda text: text[:30])
def test_a_wrong_text_is_told_with_its_line(text: str) -> None:
    """What nft says of it, without harm to anybody."""
    line, words = WRONG[text]
    found = try_ruleset(text)
    assert found.wrong
    assert words in found.wrong
    assert found.line == line or not words


def test_a_wrong_text_changes_nothing(run_dir: Path) -> None:
    """It is tried before anything of the plan is done."""
    text = "table inet mine {\n  chain c { tcp dpott 22 drop; }\n}"

    def refuse() -> tuple[str, str, HostState]:
        engine.apply("lab", STATES["other"])
        message = ""
        try:
            engine.apply("lab", with_ruleset(text))
        except RulesetRefused as no:
            message = str(no)
        return message, say("lab", "r", "nft list tables")[1], engine.observe_lab("lab").state

    message, tables, state = inside(run_dir, refuse)
    assert message.startswith("set the ruleset of r, 3 lines: line 2: syntax error")
    assert message.endswith("(the lab is as it was before)")
    assert tables == "table inet vethwork\ntable ip t\n"
    assert state == STATES["other"]


@pytest.mark.parametrize("path", ["/etc/passwd", "/proc/self/environ", "/ruleset", "../etc/passwd"])
def test_no_file_of_the_host_is_in_the_cell(path: str) -> None:
    """Even where the word include slips through, there is nothing to be read."""
    found = try_ruleset(f'include "{path}"')
    assert found.wrong
    assert "root:" not in found.wrong


def test_a_cell_has_no_power() -> None:
    """No file but its own, nothing of its parent's open, no capability but those it is given."""

    def look(_: None) -> bytes:
        said = [Path("/proc").exists(), sorted(os.listdir("/"))]  # noqa: PTH208
        for forbidden in (lambda: os.chroot("/etc"), lambda: os.read(given.fileno(), 1)):
            try:
                forbidden()
            except OSError as error:
                said.append(error.errno)
        return repr(said).encode()

    def enter() -> None:
        cell.linux.unshare(cell.linux.CLONE_NEWUSER)

    with open("/etc/passwd") as given:  # noqa: PTH123
        said = in_cell(enter, look, {"/ruleset": "x"}, {12})
    assert said == b"[False, ['etc', 'ruleset'], 1, 9]"


def test_a_cell_that_takes_too_much_ends() -> None:
    """Time and memory have limits, and the parent goes on."""

    def grow(_: None) -> bytes:
        return bytes(1 << 31)

    def crash(_: None) -> bytes:
        os.abort()

    for work in (grow, crash):
        with pytest.raises(CellDied):
            in_cell(lambda: None, work, {}, {12})


LEXICAL = {
    'include "/etc/shadow"': "line 1 includes a file",
    'table inet a { }\n  include "x"': "line 2 includes a file",
    "flush ruleset": "line 1 flushes the ruleset",
    "add table inet a; flush\truleset": "line 1 flushes the ruleset",
    "table inet a { }\x00": "line 1 has an invisible character",
    "\x1b[2J": "line 1 has an invisible character",
    "x" * 1_000_000: "longer than",
}


@pytest.mark.parametrize("text", LEXICAL, ids=lambda text: text[:20])
def test_what_needs_no_nft_is_a_problem_of_the_document(text: str) -> None:
    """At its element, before anything runs; words in comments and strings are only words."""
    document = {"nodes": {"r": {"kind": "router", "ruleset": text}}}
    (problem,) = read_values(document).problems
    assert problem.element == "nodes/r/ruleset"
    assert LEXICAL[text] in problem.message


def test_words_in_comments_are_only_words() -> None:
    """A comment may speak of include and flush ruleset, and a name may hold them."""
    text = 'table inet a { chain include_me { comment "flush ruleset"; } } # include "x"\n'
    document = {"nodes": {"r": {"kind": "router", "ruleset": text}}}
    assert read_values(document).problems == ()
    assert try_ruleset(text) != Tried()
