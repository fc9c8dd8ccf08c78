"""Raw rulesets: tried where they can do no harm, carried out, and known again by a digest.

The text is hostile, and so is what a lab's user may have put into a table by other means: only a
cell reads either. See docs/decisions/0012-rules-by-netlink.md.
"""

import hashlib
import json
import os
import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

from pyroute2.netlink.nfnetlink.nftsocket import NFT_MSG_DELTABLE

from designer.state.rule import TABLE, Rule, RuleTable
from designer.state.ruleset import UNKNOWN_RULESET
from workers.kernel.libnftables import Nft, library
from workers.kernel.netfilter import BE64, Message, attribute, open_netfilter_socket, transact
from workers.kernel.rule_dump import observe_tables
from workers.kernel.rule_table import replace_rules
from workers.sandbox import linux
from workers.sandbox.cell import CellDied, in_cell
from workers.sandbox.standing import standing_in

CAPABILITIES = frozenset({12})
"""capabilities(7): net_admin."""

FILE = "/ruleset"
FAMILIES = {1: "inet", 2: "ip", 3: "arp", 5: "netdev", 7: "bridge", 10: "ip6"}
NFTA_TABLE_HANDLE = 4
DYNAMIC = frozenset({"dynamic", "timeout"})
"""Flags of sets to which packets add elements."""

PASSING = frozenset({"handle", "index", "packets", "bytes", "used", "expires"})
"""What changes by itself, or with the order in which things were made."""

Given = TypeVar("Given")

_SENTINEL = RuleTable((Rule("input", "drop", 1), Rule("output", "drop", 2)))
OURS_TOUCHED = (
    f"it changes the table inet {TABLE}, which holds the node's rules: use a table of another name"
)
_SAID = re.compile(r"^(?:/ruleset:)?(\d+):\d+-\d+: Error: (.*)$", re.MULTILINE)
ADVICE = {
    "Interface does not exist": ": name it by iifname or oifname, which need none",
    "Could not process rule: No such file or directory": ": something that it names is not there",
}


class Tried(NamedTuple):
    """What came of a text: a digest of its tables, or what is wrong and in which line."""

    digest: str = ""
    wrong: str = ""
    line: int = 0


def try_ruleset(text: str) -> Tried:
    """Carry it out in namespaces that end with the trial, in which it may not touch our table.

    In one of them that table is not there, so that it shows when the text makes it; in the other
    it is, so that it shows when the text changes it.
    """

    def enter() -> tuple[Nft, Nft]:
        linux.unshare(linux.CLONE_NEWUSER | linux.CLONE_NEWNET)
        bare = Nft()
        linux.unshare(linux.CLONE_NEWNET)
        replace_rules(TABLE, _SENTINEL)
        return bare, Nft()

    def work(contexts: tuple[Nft, Nft]) -> bytes:
        bare, guarded = contexts
        if wrong := bare.run_file(FILE) or guarded.run_file(FILE):
            return _answer(_wrong(wrong))
        listing = bare.list_ruleset()
        if _has_ours(listing) or observe_tables(TABLE).ours != _SENTINEL:
            return _answer(Tried(wrong=OURS_TOUCHED))
        return _answer(Tried(_digest(listing)))

    return _in_cell(enter, work, text)


def set_ruleset(user_namespace: int, namespace: int, text: str) -> Tried:
    """Carry out a text that has been tried, in one transaction in the place of all tables but ours.

    What was there goes by its handle: a name could be anything.
    """
    others = standing_in(namespace, partial(observe_tables, TABLE)).others
    gone = "".join(f"delete table {FAMILIES[one.family]} handle {one.handle}; " for one in others)

    def enter() -> Nft:
        _become_root_of(user_namespace)
        linux.setns(namespace, linux.CLONE_NEWNET)
        return Nft()

    def work(nft: Nft) -> bytes:
        wrong = nft.run_file(FILE)
        return _answer(_wrong(wrong) if wrong else Tried(_digest(nft.list_ruleset())))

    return _in_cell(enter, work, gone + text)


def remove_others() -> None:
    """Delete all tables but ours in the namespace that the thread stands in."""
    others = observe_tables(TABLE).others
    messages = [
        Message(
            NFT_MSG_DELTABLE, attribute(NFTA_TABLE_HANDLE, BE64.pack(one.handle)), 0, one.family
        )
        for one in others
    ]
    if messages:
        with open_netfilter_socket() as netlink:
            transact(netlink, messages)


def ruleset_digests(user_namespace: int | None, namespaces: Sequence[int]) -> list[str]:
    """Return the digest of each namespace's tables but ours, or that they cannot be told."""

    def enter() -> list[Nft]:
        if user_namespace is not None:
            _become_root_of(user_namespace)
        return [_nft_in(namespace) for namespace in namespaces]

    def work(contexts: list[Nft]) -> bytes:
        return json.dumps([_digest(nft.list_ruleset()) for nft in contexts]).encode()

    library()
    try:
        digests: list[str] = json.loads(in_cell(enter, work, {}, CAPABILITIES))
    except CellDied:
        if len(namespaces) <= 1:
            return [UNKNOWN_RULESET] * len(namespaces)
        return [ruleset_digests(user_namespace, [one])[0] for one in namespaces]
    return digests


def _nft_in(namespace: int) -> Nft:
    linux.setns(namespace, linux.CLONE_NEWNET)
    return Nft()


def _become_root_of(user_namespace: int) -> None:
    linux.setns(user_namespace, linux.CLONE_NEWUSER)
    os.setresgid(0, 0, 0)
    os.setresuid(0, 0, 0)


def _in_cell(enter: Callable[[], Given], work: Callable[[Given], bytes], text: str) -> Tried:
    library()
    try:
        answer = in_cell(enter, work, {FILE: f"{text}\n"}, CAPABILITIES)  # a last line ends
    except CellDied as death:
        return Tried(wrong=f"nft did not get through it, {death}: make it simpler", line=1)
    return Tried(*json.loads(answer))


def _answer(tried: Tried) -> bytes:
    return json.dumps(tried).encode()


def _wrong(said: str) -> Tried:
    """Read what nft complains of first."""
    found = _SAID.search(said)
    if found is None:
        return Tried(wrong=said.splitlines()[0].removeprefix("Error: "))
    advice = ADVICE.get(found[2], "")
    return Tried(wrong=f"{found[2]}{advice}", line=int(found[1]))


def _digest(listing: str) -> str:
    """Return the digest of all that is not ours, nothing where there is nothing."""
    things = [thing for thing in _things(listing) if not _is_ours(thing)]
    if not things:
        return ""
    lasting = json.dumps([_lasting(thing) for thing in things], sort_keys=True)
    return hashlib.sha256(lasting.encode()).hexdigest()


def _things(listing: str) -> list[dict[str, Any]]:
    return [thing for thing in json.loads(listing)["nftables"] if "metainfo" not in thing]


def _has_ours(listing: str) -> bool:
    return any(_is_ours(thing) for thing in _things(listing))


def _is_ours(thing: dict[str, Any]) -> bool:
    ((kind, said),) = thing.items()
    name = said.get("name") if kind == "table" else said.get("table")
    return (said.get("family"), name) == ("inet", TABLE)


def _lasting(value: Any) -> Any:
    """Return a listed thing without what changes by itself: handles, counts, dynamic elements."""
    if isinstance(value, list):
        return [_lasting(one) for one in value]
    if not isinstance(value, dict):
        return value
    changing = PASSING | ({"elem"} if DYNAMIC & {*value.get("flags", ())} else set())
    return {key: _lasting(one) for key, one in value.items() if key not in changing}
