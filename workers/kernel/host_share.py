"""What a lab has in the host's own network namespace, and how the host gets it back unchanged.

The lab's manifest names each interface with its index before it is made, so that never another
one, be it of the same name, is taken for the lab's. Forwarding is the host's: what
it was before the first lab asked for it is written down and put back after the last.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from designer.plan.operations import (
    CreateBridge,
    CreateDevice,
    CreateVeth,
    Operation,
    SetForwarding,
)
from designer.state.namespace import HOST_NAMESPACE, Family
from workers.kernel import sysctl
from workers.kernel.indexes import Indexes
from workers.sandbox.host import Host
from workers.sandbox.lab import Lab
from workers.sandbox.lock import locked
from workers.sandbox.record import read_if_there, replace_file

PATIENCE_S = 20.0
PER_INTERFACE = {4: ("ipv4/conf", "forwarding"), 6: ("ipv6/conf", "forwarding")}
REDIRECTS = "ipv4/conf/all/accept_redirects"
"""Changed by the kernel along with forwarding (net/ipv4/devinet.c, inet_forward_change)."""


def note_host_interfaces(lab: Lab, indexes: Indexes, operations: Sequence[Operation]) -> None:
    """Write down which interfaces the operations make in the host's namespace."""
    new = {name: indexes.of(HOST_NAMESPACE, name) for name in _born_in_host(operations)}
    if new:
        known = {**lab.manifest.host_interfaces, **new}
        lab.write(replace(lab.manifest, host_interfaces=known))


def _born_in_host(operations: Sequence[Operation]) -> Iterator[str]:
    for operation in operations:
        match operation:
            case CreateBridge() | CreateDevice():
                ends = [(operation.namespace, operation.interface)]
            case CreateVeth(left, right):
                ends = [(end.namespace, end.interface) for end in (left, right)]
            case _:
                continue
        yield from (name for namespace, name in ends if namespace == HOST_NAMESPACE)


def set_host_forwarding(lab: Lab, operation: SetForwarding) -> None:
    """Note the lab's wish, and change the host's setting with the first and the last of them."""
    with _noted(lab.host):
        file = _record(lab.host, operation.family)
        wishes = json.loads(read_if_there(file) or '{"slots": [], "before": {}}')
        slots = set(wishes["slots"])
        if operation.enabled:
            if not slots:
                wishes["before"] = dict(_settings(operation.family))
            slots.add(lab.slot)
            wishes["slots"] = sorted(slots)
            replace_file(file, json.dumps(wishes))
            sysctl.write(sysctl.FORWARDING[operation.family], "1")
        else:
            slots.discard(lab.slot)
            if not slots:
                _put_back(wishes["before"])
            wishes["slots"] = sorted(slots)
            replace_file(file, json.dumps(wishes))


def wished_families(lab: Lab) -> frozenset[Family]:
    """Return the address families that the lab wants the host to forward."""
    return frozenset(family for family in sysctl.FAMILIES if lab.slot in _slots(lab, family))


def _slots(lab: Lab, family: Family) -> list[int]:
    text = read_if_there(_record(lab.host, family))
    slots: list[int] = json.loads(text)["slots"] if text else []
    return slots


def _noted(host: Host) -> AbstractContextManager[None]:
    return locked(host.run_dir.locks / "host-forwarding", "forwarding", patience_s=PATIENCE_S)


def _record(host: Host, family: Family) -> Path:
    return host.run_dir.labs / f"host-forwarding-{family}.json"


def _settings(family: Family) -> Iterator[tuple[str, str]]:
    """Yield all that the kernel changes along, in the order in which it is to be put back."""
    folder, name = PER_INTERFACE[family]
    yield f"{folder}/all/{name}", sysctl.read(f"{folder}/all/{name}")
    for interface in sorted(path.name for path in (Path(sysctl.ROOT) / folder).iterdir()):
        if interface != "all":
            setting = f"{folder}/{interface}/{name}"
            yield setting, sysctl.read(setting)
    if family == 4:  # noqa: PLR2004
        yield REDIRECTS, sysctl.read(REDIRECTS)


def _put_back(before: dict[str, str]) -> None:
    for setting, value in before.items():
        if (Path(sysctl.ROOT) / setting).exists() and sysctl.read(setting) != value:
            sysctl.write(setting, value)
