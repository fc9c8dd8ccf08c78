"""List the rules of a node as the kernel has them, with what each has matched."""

import argparse
import json
from collections.abc import Iterator

from designer.cli.exit_status import DONE
from designer.cli.labs import find_lab
from designer.cli.terminal import columns
from designer.state.rule import FILTER_CHAINS, Rule
from workers.kernel.rule import Count
from workers.rules import CountedRules, count_rules


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("lab", metavar="LAB", help="its name, its key or its file")
    parser.add_argument("node", metavar="NODE", help="the node")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Print a line for each rule, in the order the kernel asks them."""
    found = count_rules(find_lab(options.lab).key, [options.node])[options.node]
    if options.json:
        print(json.dumps(_as_json(found), indent=2))
        return DONE
    for line in _lines(options.node, found):
        print(line)
    return DONE


def _as_json(found: CountedRules) -> dict[str, object]:
    return {
        "rules": [_rule_as_json(rule, count) for rule, count in found.rules],
        "policy": {
            chain: "deny" if chain in found.table.drops else "allow" for chain in FILTER_CHAINS
        },
        "foreign": found.table.foreign,
    }


def _rule_as_json(rule: Rule, count: Count) -> dict[str, object]:
    """Return a rule; `number` is its place in the drawing from 1, 0 where that only implies it."""
    return {
        "number": rule.number,
        "chain": rule.chain,
        "text": str(rule),
        "comment": rule.comment,
        "packets": count.packets,
        "bytes": count.octets,
    }


def _lines(node: str, found: CountedRules) -> Iterator[str]:
    if found.table.foreign:
        yield f"{node}: somebody changed the table inet vethwork: apply the lab to set its rules"
        return
    if not found.table:
        yield f"{node} has no rules"
        return
    rows = [
        (rule.chain, str(rule.number or ""), str(rule), _counted(count), rule.comment)
        for rule, count in found.rules
    ]
    rows += [(chain, "", "policy deny", "", "") for chain in sorted(found.table.drops)]
    yield from columns(rows, ("strong", "faint", "", "faint"))


def _counted(count: Count) -> str:
    return f"{count.packets} packets, {count.octets} bytes"
