"""Masquerade rules through nft(8), which does a whole table in one transaction."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

from designer.plan.shell.masquerade import MASQUERADE_TABLE, masquerade_ruleset
from designer.state.namespace import HOST_NAMESPACE
from workers.errors import HostRefused

TIMEOUT_S = 30
PATH = "/usr/sbin:/sbin:/usr/bin:/bin"
STRANGE = "?"
"""Stands for rules in our table that we did not write: no interface drawn is called so."""


def table_of(slot: int, namespace: str) -> str:
    """Return the table's name; labs share the host's namespace, so there each has its own."""
    return f"{MASQUERADE_TABLE}_{slot}" if namespace == HOST_NAMESPACE else MASQUERADE_TABLE


def set_masquerade(table: str, out_interfaces: frozenset[str]) -> str:
    """Have nft do it in the namespace the thread stands in; return what it complains of."""
    done = subprocess.run(
        [_program(), "-f", "-"],
        input=masquerade_ruleset(table, out_interfaces),
        capture_output=True,
        text=True,
        check=False,
        timeout=TIMEOUT_S,
    )
    return (
        "" if done.returncode == 0 else done.stderr.strip() or f"nft ended with {done.returncode}"
    )


def observe_masquerade(table: str) -> frozenset[str]:
    """Return out of which interfaces the namespace that the thread stands in masquerades."""
    listed = subprocess.run(
        [_program(), "-j", "list", "table", "inet", table],
        capture_output=True,
        text=True,
        check=False,
        timeout=TIMEOUT_S,
    )
    if listed.returncode != 0:
        return frozenset()
    objects = json.loads(listed.stdout)["nftables"]
    rules = [thing["rule"]["expr"] for thing in objects if "rule" in thing]
    return frozenset(name for rule in rules for name in _out_interfaces(rule))


def _out_interfaces(rule: list[dict[str, Any]]) -> Iterator[str]:
    match rule:
        case [{"match": {"op": "==", "left": {"meta": {"key": "oifname"}}, "right": names}}, last]:
            if "masquerade" in last:
                yield from [names] if isinstance(names, str) else names["set"]
                return
    yield STRANGE


def _program() -> str:
    program = shutil.which("nft", path=PATH)
    if program is None:
        raise HostRefused("masquerade needs nft, which is not installed: apt-get install nftables")
    return program
