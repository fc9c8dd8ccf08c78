"""The host itself must stay as it is: its links, addresses, routes, rules and settings."""

import difflib
import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

SETTINGS = Path("/proc/sys/net")
COUNTERS = {"nf_conntrack_count"}
"""These change by themselves."""

QUESTIONS = (
    "ip -d link show",
    "ip address show",
    "ip -4 route show table all",
    "ip -6 route show table all",
    "ip rule show",
    "ip -6 rule show",
    "ip netns list",
    "nft list ruleset",
)


@pytest.fixture(scope="session", autouse=True)
def host_stays_the_same() -> Iterator[None]:
    """Compare the host before and after all tests that this fixture stands around."""
    before = look_at_host()
    yield
    after = look_at_host()
    changes = "\n".join(difflib.unified_diff(before, after, "before", "after", lineterm="", n=0))
    assert not changes, f"the tests have changed the host itself:\n{changes}"


def look_at_host() -> list[str]:
    """Say everything that labs could change about the namespace we are in."""
    answers = []
    for question in QUESTIONS:
        answer = subprocess.run(question.split(), capture_output=True, text=True, check=False)
        answers += [f"{question}: {line}" for line in answer.stdout.splitlines()]
    return answers + list(_settings())


def _settings() -> Iterator[str]:
    for folder, _, names in sorted(os.walk(SETTINGS)):
        for name in sorted(set(names) - COUNTERS):
            with suppress(OSError):  # some are only for writing
                yield f"{folder}/{name}: {(Path(folder) / name).read_text().strip()}"
