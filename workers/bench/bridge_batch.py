"""The floor without VLANs, and these by bridge(8): one process with -batch for each switch."""

import shutil
import subprocess
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from designer.plan.operations import AddPortVlan
from designer.plan.shell import commands
from designer.state.namespace import HOST_NAMESPACE
from workers.bench.builder import BuilderFailed, Job, Times, in_child
from workers.bench.replay import replay
from workers.sandbox import linux

PROGRAM = "bridge"
NAME = "floor, VLANs by bridge -batch"
PATH = "/usr/sbin:/sbin:/usr/bin:/bin"


class BridgeBatch:
    """The same system calls with all bytes prepared beforehand, but for the VLANs."""

    name = NAME

    def missing(self) -> str:
        """Return the program, where it is not there."""
        return "" if shutil.which(PROGRAM, path=PATH) else PROGRAM

    def run(self, job: Job) -> Times:
        """Build the lab, then have each switch's VLANs added."""
        plan = tuple(one for one in job.plan if not isinstance(one, AddPortVlan))
        batches = _batches(job)
        return in_child(self.name, lambda: replay(plan, partial(_add_vlans, batches)))


def _batches(job: Job) -> Mapping[str, str]:
    """Return what the program reads, by namespace: it is started inside."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for one in job.plan:
        if isinstance(one, AddPortVlan):
            for line in commands(replace(one, namespace=HOST_NAMESPACE)):
                lines[one.namespace].append(line.removeprefix(f"{PROGRAM} "))
    return {namespace: "\n".join(ones) + "\n" for namespace, ones in lines.items()}


def _add_vlans(batches: Mapping[str, str], handles: Mapping[str, int]) -> None:
    """In the thread of the build, which stands in whatever namespace it has entered last."""
    program = shutil.which(PROGRAM, path=PATH) or PROGRAM
    for namespace, text in batches.items():
        linux.setns(handles[namespace], linux.CLONE_NEWNET)
        done = subprocess.run(
            [program, "-batch", "-"],
            input=text,
            text=True,
            check=False,
            capture_output=True,
            close_fds=False,
        )
        if done.returncode:
            raise BuilderFailed(PROGRAM, done.stderr)
