"""Labs in which something runs, and looking at what does."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from designer.state.host_state import HostState
from tests.kernel.drawings import drawn
from workers.keeper import client
from workers.keeper.client import ServiceStatus
from workers.keeper.order import Place
from workers.sandbox import slots
from workers.sandbox.host import here

PATIENCE_S = 15.0


def two_hosts_with(*services: dict[str, object], **of_second: object) -> HostState:
    """Return h1 with services at 10.0.1.1, and h2 at 10.0.1.2 on the same switch."""
    return drawn(
        {
            "nodes": {
                "h1": {
                    "interfaces": {"eth0": {"addresses": ["10.0.1.1/24"]}},
                    "services": services,
                },
                "h2": {"interfaces": {"eth0": {"addresses": ["10.0.1.2/24"]}}, **of_second},
                "sw": "switch",
            },
            "links": ["h1:eth0 -- sw:p1", "h2:eth0 -- sw:p2"],
        }
    )


def lab_folder(lab: str) -> Path:
    """Return where a lab is kept."""
    slot = slots.find_slot(here(), lab)
    assert slot is not None
    return slots.slot_folder(here(), slot)


def services_of(lab: str) -> dict[str, ServiceStatus]:
    """Return how the services of a lab are, by what they are called."""
    return {str(one.place): one for one in client.statuses(lab_folder(lab))}


def lines_of(lab: str, namespace: str, service: str) -> list[str]:
    """Return what a service has written."""
    return client.last_lines(lab_folder(lab), Place(namespace, service))


def keeper_pid(lab: str) -> int:
    """Return who keeps a lab's services: the parent of any of them."""
    pid = next(one.pid for one in services_of(lab).values() if one.pid)
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("PPid:")[2].split()[0])


def until(what: Callable[[], bool], patience_s: float = PATIENCE_S) -> bool:
    """Wait for something to become true; tell whether it did."""
    deadline = time.monotonic() + patience_s
    while not what():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def is_gone(pid: int) -> bool:
    """Tell whether a process has ended, whether or not somebody has buried it."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state in "ZX"


def kill(pid: int) -> None:
    """End a process as nobody could answer to."""
    os.kill(pid, 9)
