"""`up --down`: end a set of processes, and remove every lab from this host."""

import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path

from designer.launch import remains
from designer.launch.claim import AlreadyUp, Claim
from designer.launch.console import say
from designer.launch.errors import CannotStart
from designer.launch.layout import CHECKOUT, Layout
from designer.launch.waiting import TICK_S, wait_until

PATIENCE_S = 30.0
LETTING_GO_S = 5.0


def main(places: Layout) -> int:
    """Processes first, so that none makes again what is being removed."""
    with ExitStack() as held:
        folders = [folder for folder in (places.run, places.state) if folder.is_dir()]
        claims = [held.enter_context(_take_over(folder)) for folder in folders]
        remains.clear(places, claims)
        return _remove_labs(places)


def _take_over(folder: Path) -> Claim:
    """Have the folder; whoever has it now is asked to end."""
    try:
        return Claim(folder)
    except AlreadyUp as other:
        if other.record is None:
            raise
        supervisor, address = other.record.supervisor, other.record.address
    say(f"ending the processes at {address} (pid {supervisor.pid})")
    with suppress(ProcessLookupError):
        os.kill(supervisor.pid, signal.SIGTERM)
    if not wait_until(lambda: not supervisor.is_alive(), PATIENCE_S):
        raise CannotStart(f"pid {supervisor.pid} does not end: run: kill -9 {supervisor.pid}")
    return _claim_soon(folder)


def _claim_soon(folder: Path) -> Claim:
    """Have the folder once the last thread of whoever had it has let go of its files."""
    deadline = time.monotonic() + LETTING_GO_S
    while True:
        try:
            return Claim(folder)
        except AlreadyUp:
            if time.monotonic() > deadline:
                raise
            time.sleep(TICK_S)


def _remove_labs(places: Layout) -> int:
    """Remove the labs, and then the process in whose namespaces they were."""
    environ = {**os.environ, **places.worker_variables()}
    for words in (["designer.launch.program", "destroy", "--all"], ["workers.sandbox.holder"]):
        command = [sys.executable, "-m", *words]
        done = subprocess.run(command, cwd=CHECKOUT, env=environ, check=False)
        if done.returncode != 0:
            return done.returncode
    say("no process and no lab of ours is left")
    return 0
