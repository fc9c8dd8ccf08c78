"""The small process that keeps Vethwork's namespaces alive while nobody is in them.

Pins are mounts, and mounts die with their mount namespace; so that one must not belong to a
program that is ever restarted. The holder is started when it is first needed, and ends when told.
"""

import json
import os
import select
import signal
import socket
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Literal

from designer.topology.sentence import say
from workers.errors import HostRefused
from workers.sandbox import holder_birth
from workers.sandbox.ids import FIRST_ID, application_ids, has_application_ids, own_ids
from workers.sandbox.lock import locked
from workers.sandbox.obstacles import refusal
from workers.sandbox.process import Process, process
from workers.sandbox.record import read_if_there, replace_file
from workers.sandbox.run_dir import RunDir, usual_run_dir

Mode = Literal["root", "rootless", "host"]
"""Root made the user namespace; an ordinary user did; or there is none, and labs may use the
host's own network namespace."""

PATIENCE_S = 20.0


@dataclass(frozen=True)
class Holder:
    """The process and how it was started."""

    pid: int
    start_time: int
    mode: Mode

    @property
    def process(self) -> Process:
        """The process."""
        return Process(self.pid, self.start_time)


def find_holder(run_dir: RunDir) -> Holder | None:
    """Return the holder that runs, or None."""
    text = read_if_there(run_dir.holder_record)
    if text is None:
        return None
    holder = Holder(**json.loads(text))
    return holder if holder.process.is_alive() else None


def ensure_holder(run_dir: RunDir, *, host_namespace: bool) -> Holder:
    """Return the holder, started where it was not there."""
    holder = find_holder(run_dir) or _start_once(run_dir, _mode(host_namespace))
    if host_namespace and holder.mode != "host":
        raise HostRefused(
            say(
                "labs of {path} are kept away from the host's namespace: remove them"
                " (vethwork up --down), then start as root with VETHWORK_HOST_NAMESPACE=1",
                path=run_dir.path,
            )
        )
    return holder


def end_holder(run_dir: RunDir) -> None:
    """End the holder; whatever was still pinned goes with it."""
    if not run_dir.path.exists():
        return
    with locked(run_dir.holder_lock, f"{run_dir.path}", patience_s=PATIENCE_S):
        holder = find_holder(run_dir)
        if holder is not None:
            handle = os.pidfd_open(holder.pid)
            with os.fdopen(handle):
                signal.pidfd_send_signal(handle, signal.SIGKILL)
                _wait_for_end(holder, handle)
        run_dir.holder_record.unlink(missing_ok=True)


def _wait_for_end(holder: Holder, handle: int) -> None:
    end = select.poll()
    end.register(handle, select.POLLIN)
    end.poll(PATIENCE_S * 1000)
    with suppress(ChildProcessError):
        os.waitpid(holder.pid, 0)


def _mode(host_namespace: bool) -> Mode:
    if os.geteuid() != 0 or not has_application_ids():
        if host_namespace:
            raise HostRefused(say("only root can use the host's own namespace: start it as root"))
        return "rootless"
    return "host" if host_namespace else "root"


def _start_once(run_dir: RunDir, mode: Mode) -> Holder:
    _check_owner(run_dir)
    run_dir.make()
    with locked(run_dir.holder_lock, f"{run_dir.path}", patience_s=PATIENCE_S):
        if holder := find_holder(run_dir):
            return holder
        if mode == "root":
            os.chown(run_dir.locks, FIRST_ID, FIRST_ID)
        try:
            return _start(run_dir, mode)
        except OSError as error:
            raise refusal(error) from error


def _check_owner(run_dir: RunDir) -> None:
    """Nobody else may have put the folder there before us."""
    with suppress(FileNotFoundError):
        status = os.lstat(run_dir.path)
        if status.st_uid not in {0, os.geteuid()}:
            raise HostRefused(
                say("{path} belongs to another user: set VETHWORK_RUN_DIR", path=run_dir.path)
            )


def _start(run_dir: RunDir, mode: Mode) -> Holder:
    """Have the holder recorded before it may outlive us, so that none is ever lost."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    pid = os.fork()
    if pid == 0:
        ours.close()
        holder_birth.become_holder(run_dir, mode, its)
    its.close()
    with ours:
        try:
            return _bring_up(run_dir, mode, pid, ours)
        except BaseException:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            raise


def _bring_up(run_dir: RunDir, mode: Mode, pid: int, line: socket.socket) -> Holder:
    if mode != "host":
        holder_birth.expect(line, holder_birth.NEEDS_IDS)
        (application_ids() if mode == "root" else own_ids()).write(pid)
        line.send(holder_birth.GO_ON)
    holder_birth.expect(line, holder_birth.READY)
    born = process(pid)
    assert born is not None  # noqa: S101 - it waits for us
    holder = Holder(born.pid, born.start_time, mode)
    replace_file(run_dir.holder_record, json.dumps(asdict(holder)))
    line.send(holder_birth.GO_ON)
    holder_birth.expect_end(line)
    return holder


if __name__ == "__main__":  # for `up --down`, when no lab and no worker is left
    end_holder(RunDir(usual_run_dir()))
