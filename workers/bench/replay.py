"""The floor: the same system calls with all bytes prepared beforehand, and nothing decided."""

import os
import socket
from collections.abc import Callable, Iterator, Mapping
from typing import cast

from designer.plan.operations import CreateNamespace, Operation, Plan, SetForwarding
from workers.bench.builder import Job, Stopwatch, Times, in_child, timing_until_freed
from workers.kernel import sysctl
from workers.kernel.indexes import Indexes
from workers.kernel.outbox import Letters, Outbox
from workers.kernel.request import Request, Writer
from workers.kernel.sockets import open_route_socket
from workers.kernel.stage import Stage, stages
from workers.sandbox import birth, linux
from workers.sandbox.open_files import allow_many_files
from workers.sandbox.standing import in_thread

FIRST_HANDLE = 4000
"""Namespaces get descriptors known beforehand, for they stand in the messages."""

NAME = "floor"
FOLDER = "/tmp"  # noqa: S108 - only a place in a mount namespace of its own


class Replay:
    """Namespaces by a loop, messages from memory."""

    name = NAME

    def missing(self) -> str:
        """Nothing is."""
        return ""

    def run(self, job: Job) -> Times:
        """Prepare, then do it, in a process that has nothing else."""
        return in_child(self.name, lambda: replay(job.plan))


def replay(plan: Plan, then: Callable[[Mapping[str, int]], None] = lambda _: None) -> Times:
    """Prepare a plan and do it, and then what else belongs to the build; then destroy all.

    `then` is given the namespaces' descriptors by name.
    """
    allow_many_files(sum(isinstance(one, CreateNamespace) for one in plan))
    linux.unshare(linux.CLONE_NEWNS)
    linux.mount("none", "/", None, linux.MS_REC | linux.MS_PRIVATE)
    linux.mount("floor", FOLDER, "tmpfs", 0)
    prepared = _Prepared(plan)
    watch = Stopwatch()
    in_thread(lambda: prepared.build(watch, then))
    in_thread(lambda: prepared.destroy(watch))
    return watch.times


class _Prepared:
    def __init__(self, plan: Plan) -> None:
        creations = [one for one in plan if isinstance(one, CreateNamespace)]
        self.namespaces = [one.namespace for one in creations]
        self.handles = {name: FIRST_HANDLE + n for n, name in enumerate(self.namespaces)}
        forwarding = {one.namespace: one.family for one in plan if isinstance(one, SetForwarding)}
        self.settings = {one.namespace: _settings(one, forwarding) for one in creations}
        self.boxes = list(_boxes(plan, self.handles))
        self.sockets: dict[str, socket.socket] = {}

    def build(self, watch: Stopwatch, then: Callable[[Mapping[str, int]], None]) -> None:
        with watch.timing("build"):
            for name, handle in self.handles.items():
                self._create(name, handle)
            for box in self.boxes:
                for name, letters in box.items():
                    assert not list(letters.send(self.sockets[name]))  # noqa: S101
            then(self.handles)

    def _create(self, name: str, handle: int) -> None:
        linux.unshare(linux.CLONE_NEWNET)
        for path, value in self.settings[name]:
            sysctl.write(path, value)
        opened = os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)
        os.dup2(opened, handle, inheritable=False)
        os.close(opened)
        file = f"{FOLDER}/{handle}"
        os.close(os.open(file, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0))
        linux.mount(f"/proc/self/fd/{handle}", file, None, linux.MS_BIND)
        self.sockets[name] = open_route_socket()

    def destroy(self, watch: Stopwatch) -> None:
        with timing_until_freed(watch, list(self.handles.values())), watch.timing("destroy"):
            for netlink in self.sockets.values():
                netlink.close()
            for handle in self.handles.values():
                os.close(handle)
            linux.detach(FOLDER)


def _settings(one: CreateNamespace, forwarding: Mapping[str, int]) -> list[tuple[str, str]]:
    quiet = [(birth.QUIET.removeprefix(f"{sysctl.ROOT}/"), "1")] if one.quiet else []
    if one.namespace not in forwarding:
        return quiet
    return [*quiet, (sysctl.FORWARDING[forwarding[one.namespace]], "1")]


def _boxes(plan: Plan, handles: Mapping[str, int]) -> Iterator[Mapping[str, Letters[Operation]]]:
    writer = Writer(Indexes({}, 1), handles)
    for stage, operations in stages(plan):
        if stage in {Stage.CREATE_LINKS, Stage.CREATE_DEVICES, Stage.SET_UP}:
            box: Outbox[Operation] = Outbox()
            for operation in operations:
                if not isinstance(operation, SetForwarding):
                    writer.write(box, cast(Request, operation))
            yield box.letters
