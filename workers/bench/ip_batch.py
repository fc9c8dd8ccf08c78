"""The ip program's quick way: one process for all namespaces, and one with -batch for each."""

import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from designer.plan.operations import CreateNamespace
from designer.plan.shell import commands
from workers.bench.builder import (
    BuilderFailed,
    Job,
    Stopwatch,
    Times,
    in_child,
    timing_until_freed,
)
from workers.kernel.stage import stages
from workers.sandbox import linux
from workers.sandbox.open_files import allow_many_files
from workers.sandbox.standing import in_thread

NETNS = Path("/run/netns")
TOOLS = ("ip", "sysctl")
ADMIN_PATH = "/usr/sbin:/sbin:/usr/bin:/bin"


class IpBatch:
    """The commands of the plan, as few processes as the program allows."""

    name = "ip -batch"

    def missing(self) -> str:
        """Return which program is not there."""
        return ", ".join(tool for tool in TOOLS if not shutil.which(tool, path=ADMIN_PATH))

    def run(self, job: Job) -> Times:
        """Run them where ip's folder of namespaces is ours alone."""
        return in_child(self.name, lambda: _run(job))


def _run(job: Job) -> Times:
    allow_many_files(len(job.state.namespaces))
    os.environ["PATH"] = ADMIN_PATH
    linux.unshare(linux.CLONE_NEWNS | linux.CLONE_NEWNET)
    linux.mount("none", "/", None, linux.MS_REC | linux.MS_PRIVATE)
    linux.mount("bench", "/run", "tmpfs", 0)
    NETNS.mkdir()
    linux.mount("bench", str(NETNS), "tmpfs", 0)
    batches = list(_batches(job))
    watch = Stopwatch()
    with watch.timing("build"):
        for command, lines in batches:
            _call(command, lines)
    names = [one.namespace for one in job.plan if isinstance(one, CreateNamespace)]
    in_thread(lambda: _destroy(watch, names))
    return watch.times


def _destroy(watch: Stopwatch, names: list[str]) -> None:
    handles = [os.open(NETNS / name, os.O_RDONLY) for name in names]
    with timing_until_freed(watch, handles):
        for handle in handles:
            os.close(handle)
        with watch.timing("destroy"):
            _call(["ip", "-batch", "-"], [f"netns delete {name}" for name in names])


def _call(command: list[str], lines: Iterable[str]) -> None:
    done = subprocess.run(
        command, input="\n".join(lines), text=True, check=False, capture_output=True
    )
    if done.returncode:
        raise BuilderFailed(IpBatch.name, done.stderr)


def _batches(job: Job) -> Iterator[tuple[list[str], list[str]]]:
    """Yield commands with what they read, stage by stage."""
    for _, operations in stages(job.plan):
        batches: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        others = []
        for operation in operations:
            for line in commands(operation):
                program, rest = _split(line)
                batches[program].append(rest) if program else others.append(line)
        for program, lines in batches.items():
            yield [*program, "-batch", "-"], lines
        if others:
            yield ["sh", "-e"], others


def _split(line: str) -> tuple[tuple[str, ...], str]:
    """Return the ip program with its namespace, and what stands in its batch; else nothing."""
    words = line.split(" ")
    if words[0] in {"ip", "bridge"} and words[1] == "-n":
        return tuple(words[:3]), " ".join(words[3:])
    if words[0] == "ip" and words[1:3] != ["netns", "exec"]:
        return ("ip",), " ".join(words[1:])
    return (), line
