"""What this host can do of what a drawing needs: asked once, before anything is changed."""

import os
import shutil

from designer.state.capability import CAPABILITIES, PROGRAMS
from designer.state.needs import lacking, needs
from designer.topology.problem import Problem, Severity
from designer.topology.topology import Topology
from workers.errors import HostLacks
from workers.kernel.capability_query import ask_kernel

_able: set[str] = set()
"""What the host has shown to this process: it stays, for what a lab uses is not unloaded."""

_EVERYTHING = frozenset({*CAPABILITIES, *PROGRAMS})
_ADMIN_PATH = "/usr/local/sbin:/usr/sbin:/sbin"


def able_to(wanted: frozenset[str] = _EVERYTHING) -> frozenset[str]:
    """Return which of the wanted capabilities this host has; what it lacked is asked for anew."""
    if missing := wanted - _able:
        _able.update(filter(find_program, missing & PROGRAMS.keys()))
        if asked := missing & CAPABILITIES.keys():
            _able.update(ask_kernel(asked))
    return wanted & _able


def find_program(name: str) -> str | None:
    """Return where a program is; an ordinary user's PATH often leaves the sbin folders out."""
    return shutil.which(name, path=f"{os.environ.get('PATH', os.defpath)}:{_ADMIN_PATH}")


def lacking_here(topology: Topology, severity: Severity = "error") -> tuple[Problem, ...]:
    """Return a problem for each element that this host cannot make."""
    able = able_to(frozenset(need.capability for need in needs(topology)))
    return lacking(topology, able, severity)


def require_able(topology: Topology) -> None:
    """Raise HostLacks, with a problem for each element, where this host cannot make them all."""
    if problems := lacking_here(topology):
        raise HostLacks(problems)
