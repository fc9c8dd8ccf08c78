"""Settings of the kernel: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import NamespaceChange
from designer.plan.operations import ResetSysctl, SetSysctl
from designer.state.sysctl import Sysctl
from designer.topology.sysctl import interface_of


def set_sysctls(changes: Sequence[NamespaceChange]) -> Iterator[SetSysctl]:
    """Yield the settings that are other than drawn, or become so while the plan is carried out."""
    for change in changes:
        if change.desired is not None and change.desired.sysctls:
            for one in sorted(change.desired.sysctls - _kept_sysctls(change)):
                yield SetSysctl(change.name, *one)


def reset_sysctls(changes: Sequence[NamespaceChange]) -> Iterator[ResetSysctl]:
    """Yield the settings that are no longer drawn, of what stays."""
    for change in changes:
        if change.desired is None or change.observed is None or not change.observed.sysctls:
            continue
        wanted = {one.name for one in change.desired.sysctls}
        stays = {"", *(pair.name for pair in change.stays)}
        for one in sorted(change.observed.sysctls):
            if one.name not in wanted and interface_of(one.name) in stays:
                yield ResetSysctl(change.name, one.name)


def _kept_sysctls(change: NamespaceChange) -> frozenset[Sysctl]:
    """Return the settings that stay as they are.

    Those of a new interface are new, and a node's forwarding overwrites that of its interfaces.
    """
    if change.observed is None or change.desired is None:
        return frozenset()
    stays = {"", *(pair.name for pair in change.stays)}
    same = change.desired.forwarding == change.observed.forwarding
    return frozenset(
        one
        for one in change.observed.sysctls
        if interface_of(one.name) in stays and (same or not one.name.endswith(".forwarding"))
    )
