"""Modules of the kernel that are better not loaded only to see whether they are there."""

import os
from functools import cache
from pathlib import Path

from designer.state.capability import CAPABILITIES

LOADED = Path("/sys/module")
ON_DISK = Path("/lib/modules")

CHANGE_THE_HOST = frozenset({"bond", "dummy", "gre", "ipip", "sit"})
"""Their modules put interfaces into the host's own namespace when they are loaded: bond0, dummy0,
gre0, gretap0, erspan0, tunl0, sit0."""


def is_on_disk_alone(capability: str) -> bool:
    """Tell whether making one would load a module, which changes the host's own links."""
    module = CAPABILITIES[capability].module
    return (
        capability in CHANGE_THE_HOST
        and not (LOADED / module).exists()
        and module in _modules_on_disk(ON_DISK / os.uname().release / "modules.dep")
    )


@cache
def _modules_on_disk(index: Path) -> frozenset[str]:
    """Return the names of the modules that depmod has listed."""
    if not index.exists():
        return frozenset()
    files = (line.partition(":")[0] for line in index.read_text().splitlines())
    return frozenset(Path(file).name.partition(".")[0].replace("-", "_") for file in files)
