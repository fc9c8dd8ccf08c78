"""A shell script of ip, sysctl and nft commands, which builds the lab without Vethwork."""

from collections.abc import Iterator, Sequence

from designer.exporters.export import Export, file_stem
from designer.exporters.losses import (
    lost_expectations,
    lost_hostnames,
    lost_looks,
    lost_positions,
    lost_services,
)
from designer.plan.diff import diff
from designer.plan.operations import (
    AddPortVlan,
    CreateDevice,
    Plan,
    SetForwarding,
    SetImpairment,
    SetRules,
    SetRuleset,
)
from designer.plan.shell import commands
from designer.plan.shell.wireguard import secrets
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.state.namespace import HOST_NAMESPACE
from designer.topology.sentence import say
from designer.topology.topology import Topology

BESIDE_IP = {AddPortVlan: "bridge", SetImpairment: "tc"}
"""Programs of iproute2 that operations need beside ip."""

LABEL: str = say("Shell script")
FILENAME = "{lab}.sh"


def export(topology: Topology) -> Export:
    """Write the plan for an empty host, one operation after another.

    A bridge drawn in the host's namespace goes there: the script is for a machine of one's own.
    """
    desired = lower(topology, host_namespace=True)
    build = diff(desired, HostState())
    lines = [
        *_head(topology, build),
        *_secrets(build),
        *(line for operation in build for line in commands(operation)),
        *_tail(diff(HostState(), desired)),
    ]
    losses = (
        *lost_expectations(topology),
        *lost_positions(topology),
        *lost_looks(topology),
        *lost_hostnames(topology),
        *lost_services(topology, kept=("iperf3", "command")),
    )
    return Export("\n".join([*lines, ""]), losses, FILENAME.format(lab=file_stem(topology)))


def _head(topology: Topology, build: Plan) -> Iterator[str]:
    yield "#!/bin/sh"
    yield f"# {topology.name}"
    yield "#"
    yield "# Builds the lab in network namespaces of this machine, as root."
    yield f"# Needs {_needs(build)}. How to remove everything again stands at the end."
    yield "set -eu"
    yield ""


def _secrets(build: Plan) -> Iterator[str]:
    found = [one for each in build if isinstance(each, CreateDevice) for one in secrets(each)]
    if found:
        yield "# Secret keys of WireGuard: whoever may read this file has them."
        yield from (f"{variable}={key}" for variable, key in found)
        yield ""


def _needs(build: Plan) -> str:
    """Return the programs the commands need, in words."""
    kinds = {type(operation) for operation in build}
    beside = [word for kind, word in BESIDE_IP.items() if kind in kinds]
    programs = [f"{_together(['ip', *beside])} (iproute2)"]
    if any("sysctl " in line for operation in build for line in commands(operation)):
        programs.append("sysctl (procps)")
    if any(isinstance(operation, SetRules | SetRuleset) for operation in build):
        programs.append("nft (nftables)")
    if any(isinstance(one, CreateDevice) and one.kind == "wireguard" for one in build):
        programs.append("wg (wireguard-tools)")
    if any("iperf3 " in line for operation in build for line in commands(operation)):
        programs.append("iperf3")
    return _together(programs)


def _together(words: Sequence[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def _tail(removal: Plan) -> Iterator[str]:
    yield ""
    yield "# To remove it all:"
    for operation in removal:
        for line in commands(operation):
            yield f"#   {line}"
    if _touches_forwarding(removal):
        yield "# Keep forwarding on where it was on before: then leave out the line with sysctl."


def _touches_forwarding(removal: Sequence[object]) -> bool:
    return any(
        isinstance(operation, SetForwarding) and operation.namespace == HOST_NAMESPACE
        for operation in removal
    )
