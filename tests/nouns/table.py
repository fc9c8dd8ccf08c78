"""docs/nouns.md: every noun with the tests that show it."""

from collections.abc import Iterator

from designer.state.capability import CAPABILITIES
from designer.state.needs import needs
from tests.nouns.every_noun import NOUNS
from tests.nouns.nouns import Noun

HEAD = """\
# Nouns

Everything that can be drawn, each with the tests that show it on a real kernel. In
`tests/nouns/test_life.py` every line below is applied, observed equal to the drawing, probed
against what is expected, changed while it runs, changed back, and destroyed with nothing left;
where a shell script can hold it, `sh` builds the same state. This page is made by a test, from the
same list.

What no kernel at hand has is skipped there, with the reason. For WireGuard, which user-mode Linux
lacks too, `tests/kernel/test_wireguard_messages.py` holds the messages against pyroute2's reader.

```sh
python3 manage.py test tests/nouns -k "{example}"
```

| noun | the kernel needs | as a shell script | in the gallery |
|---|---|---|---|
"""


def table() -> str:
    """Return the page."""
    return HEAD.replace("{example}", "bond") + "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    for noun in NOUNS:
        shell = "yes" if noun.in_shell else "no"
        yield f"| {noun.name} | {_needed(noun)} | {shell} | {', '.join(noun.gallery()[:3])} |"


def _needed(noun: Noun) -> str:
    found = {one.capability for one in needs(noun.before())} & CAPABILITIES.keys()
    return ", ".join(sorted(CAPABILITIES[name].what for name in found - {"veth", "bridge"}))
