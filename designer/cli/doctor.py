"""Say what this host can do, what is missing, and how to get it.

The kernel is asked by making one of each thing in a network namespace that is thrown away. The
answer is no if something is missing that every lab needs.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from designer.cli.exit_status import DONE, NO
from designer.cli.terminal import paint
from workers.doctor import Finding, examine

LOOKS = {"ok": "good", "missing": "bad", "optional": "warning"}
HEADINGS = {
    "kernel": "What the kernel can do",
    "limit": "Limits",
    "program": "Programs",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Examine and tell; no if a lab cannot run at all."""
    found = list(examine())
    if options.json:
        print(json.dumps([asdict(one) for one in found], indent=2))
    else:
        for line in said(found):
            print(line)
    return NO if any(one.state == "missing" for one in found) else DONE


def said(found: Iterable[Finding]) -> Iterator[str]:
    """Yield the findings as lines under their headings, and what to do where something is amiss."""
    findings = list(found)
    for kind, heading in HEADINGS.items():
        yield paint(heading, "strong")
        for one in findings:
            if one.kind == kind:
                state = paint(f"{one.state:<8}", LOOKS[one.state])
                yield f"  {state}  {one.what}" + (f": {one.told}" if one.told else "")
                if one.fix:
                    yield f"            {one.fix}"
