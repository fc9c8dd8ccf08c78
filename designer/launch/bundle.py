"""How much JavaScript a browser loads before a lab can be drawn, and whether that is too much.

python -m designer.launch.bundle
"""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

from designer.launch.console import say
from designer.launch.frontend import BUILT, build

BUDGET_BYTES = 250_000
"""Compressed, as the web server gives it."""

PARTS = ("src/main.tsx", "src/app/start.tsx", "src/app/LabPage.tsx")
"""What the address of a lab loads before its canvas is there; all else comes when asked for."""

EMBED_BUDGET_BYTES = 130_000
EMBED_PARTS = ("src/embed/main.tsx", "src/embed/start.tsx")
"""The same of a lab inside another site's page."""


def sizes(
    built: Path, manifest: str = "manifest.json", parts: tuple[str, ...] = PARTS
) -> dict[str, int]:
    """Return the compressed size of each script of the first paint."""
    chunks: dict[str, Any] = json.loads((built / manifest).read_text())
    waiting = list(parts)
    found: dict[str, int] = {}
    while waiting:
        chunk = chunks[waiting.pop()]
        if chunk["file"] not in found:
            found[chunk["file"]] = len(gzip.compress((built / chunk["file"]).read_bytes(), 9))
            waiting += chunk.get("imports", ())
    return found


def main() -> int:
    """Say what each part weighs; fail when all together weigh too much."""
    build()
    weighed = sizes(BUILT)
    for file, size in sorted(weighed.items(), key=lambda part: -part[1]):
        say(f"{size / 1000:8.1f} kB  {file}")
    total = sum(weighed.values())
    say(f"{total / 1000:8.1f} kB of {BUDGET_BYTES / 1000:.0f} kB")
    embedded = sum(sizes(BUILT, "embed-manifest.json", EMBED_PARTS).values())
    say(f"{embedded / 1000:8.1f} kB of {EMBED_BUDGET_BYTES / 1000:.0f} kB inside other pages")
    return int(total > BUDGET_BYTES or embedded > EMBED_BUDGET_BYTES)


if __name__ == "__main__":
    sys.exit(main())
