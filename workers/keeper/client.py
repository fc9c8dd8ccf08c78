"""What the engine asks the keeper of a lab, and how it has one started."""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from designer.state.service import Service
from designer.topology.sentence import Sentence, say
from workers.errors import HostRefused
from workers.keeper.order import LOG, SOCKET, Order, Place

CODE = Path(__file__).resolve().parents[2]
PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv.pop(1));"
    " from pathlib import Path; from workers.keeper.__main__ import main;"
    " main(Path(sys.argv[1]), int(sys.argv[2]))"
)
PATIENCE_S = 20.0
TICK_S = 0.01
READY = b"ready\n"
PEER = "=iII"
"""struct ucred of unix(7): process, user, group."""


@dataclass(frozen=True, slots=True)
class ServiceStatus:
    """How one service is; `health` is starting, running, waiting (for its next start) or failed."""

    order: Order
    health: str
    pid: int
    restarts: int
    note: str

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.order.place


def statuses(folder: Path) -> list[ServiceStatus]:
    """Return how the services of a lab are; a lab without a keeper has none."""
    answer = _ask(folder, {"do": "status"})
    return [_status(values) for values in answer["services"]] if answer else []


def _status(values: dict[str, Any]) -> ServiceStatus:
    return ServiceStatus(**{**values, "order": Order.read(values["order"])})


def running_services(folder: Path) -> Mapping[str, frozenset[Service]]:
    """Return the services that are kept, by node; one that has failed is not."""
    found: dict[str, set[Service]] = defaultdict(set)
    for one in statuses(folder):
        if one.health != "failed":
            found[one.place.namespace].add(one.order.service)
    return {name: frozenset(services) for name, services in found.items()}


def last_lines(folder: Path, place: Place) -> list[str]:
    """Return the last lines that a service wrote, and how it ended in between."""
    answer = _ask(folder, {"do": "log", "place": place})
    return list(answer["lines"]) if answer else []


def start(folder: Path, holder_pid: int, orders: Sequence[Order]) -> None:
    """Have services kept from now on; `await_running` tells what becomes of them."""
    request = {"do": "start", "orders": [order.as_json() for order in orders]}
    if _ask(folder, request) is None:
        _start_keeper(folder, holder_pid)
        if _ask(folder, request) is None:
            raise HostRefused(
                _complaint(folder, say("the process that keeps services ended at once"))
            )


def stop(folder: Path, places: Sequence[Place]) -> None:
    """Have services gone, with all that they started."""
    _ask(folder, {"do": "stop", "places": list(places)})


def await_running(
    folder: Path, places: Sequence[Place], patience_s: float
) -> tuple[ServiceStatus, ...]:
    """Wait until services run, or have died too often; return those that have."""
    deadline = time.monotonic() + patience_s
    wanted = set(places)
    while True:
        found = [one for one in statuses(folder) if one.place in wanted]
        waiting = [one for one in found if one.health in {"starting", "waiting"}]
        if not waiting or time.monotonic() > deadline:
            return tuple(one for one in found if one.health == "failed")
        time.sleep(TICK_S)


def end_keeper(folder: Path) -> None:
    """End the keeper and all services; one that does not answer is killed with all of them."""
    line = _connect(folder)
    if line is None:
        return
    with line, os.fdopen(os.pidfd_open(_peer(line)), "rb") as keeper:
        with suppress(OSError):
            line.sendall(json.dumps({"do": "end"}).encode() + b"\n")
        if not select.select([keeper], [], [], PATIENCE_S)[0]:
            signal.pidfd_send_signal(keeper.fileno(), signal.SIGKILL)
            select.select([keeper], [], [], PATIENCE_S)


def _peer(line: socket.socket) -> int:
    credentials = line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
    return int.from_bytes(credentials[:4], sys.byteorder)


def _ask(folder: Path, request: dict[str, Any]) -> dict[str, Any] | None:
    """Return the answer, None where there is no keeper or it has died meanwhile."""
    line = _connect(folder)
    if line is None:
        return None
    with line, suppress(ConnectionError):
        line.settimeout(PATIENCE_S)
        with line.makefile("rwb") as stream:
            stream.write(json.dumps(request).encode() + b"\n")
            stream.flush()
            if answer := stream.readline():
                said: dict[str, Any] = json.loads(answer)
                return said
    return None


def _connect(folder: Path) -> socket.socket | None:
    """Through a descriptor of the folder, for the path of a socket may be too long (unix(7))."""
    if not (folder / SOCKET).exists():
        return None
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    handle = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    try:
        line.connect(f"/proc/self/fd/{handle}/{SOCKET}")
    except (FileNotFoundError, ConnectionRefusedError):
        line.close()
        return None
    finally:
        os.close(handle)
    return line


def _start_keeper(folder: Path, holder_pid: int) -> None:
    """Start its program: it forks once more, so that it is nobody's child, and says when it is."""
    words = [sys.executable, "-I", "-S", "-c", PROGRAM, str(CODE), str(folder), str(holder_pid)]
    with (folder / LOG).open("wb") as log:
        starter = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd="/",
            env={"PATH": os.environ.get("PATH", os.defpath)},
        )
    with starter:
        assert starter.stdout is not None  # noqa: S101 - it was asked for
        ready = select.select([starter.stdout], [], [], PATIENCE_S)[0]
        if not ready or starter.stdout.readline() != READY:
            starter.kill()
            raise HostRefused(
                _complaint(folder, say("the process that keeps services did not start"))
            )


def _complaint(folder: Path, what: Sentence) -> Sentence:
    said = (folder / LOG).read_text(errors="replace").strip().splitlines()
    reason = said[-1] if said else say("it said nothing")
    return say("{what}: {reason}: apply again", what=what, reason=reason)
