"""Carrying out a plan: operations are data, and here is what the kernel is asked for each."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from errno import EINVAL
from functools import partial
from typing import assert_never, cast

from designer.plan.operations import (
    CreateDevice,
    CreateNamespace,
    DeleteNamespace,
    Operation,
    Plan,
    ResetSysctl,
    SetForwarding,
    SetHostname,
    SetLinkLocal,
    SetResolver,
    SetRules,
    SetRuleset,
    SetSysctl,
    StartService,
    StopService,
)
from designer.state.namespace import HOST_NAMESPACE
from designer.state.wireguard import WireGuard
from workers.keeper.carry_out import start_services, stop_services
from workers.kernel import refusals, sysctl
from workers.kernel.address_dump import link_local_addresses
from workers.kernel.host_share import note_host_interfaces, set_host_forwarding
from workers.kernel.indexes import Indexes
from workers.kernel.outbox import Outbox
from workers.kernel.progress import Progress, Report, unheard
from workers.kernel.reaper import free_slowly
from workers.kernel.request import Request, Writer
from workers.kernel.rule_table import replace_rules, table_of
from workers.kernel.ruleset_change import set_rulesets, try_rulesets
from workers.kernel.sockets import Sockets, open_route_socket
from workers.kernel.stage import Stage, stages
from workers.kernel.sysctl_query import default_of, file_of, read_if_there
from workers.kernel.wireguard import FamilyNumber, give_keys
from workers.sandbox import linux
from workers.sandbox.lab import Lab
from workers.sandbox.rulesets import forget_rulesets
from workers.sandbox.standing import in_thread, standing_in_each


class Execution:
    """A plan being carried out in a lab whose lock is held."""

    def __init__(self, lab: Lab, sockets: Sockets, indexes: Indexes) -> None:
        self.lab = lab
        self.sockets = sockets
        self.writer = Writer(indexes, lab.namespaces)
        self.report = Report(unheard, ())

    def run(self, plan: Plan, progress: Progress) -> None:
        """Do everything, or raise at the first stage in which the kernel refused something."""
        self.report = Report(progress, plan)
        try_rulesets(plan)
        for stage, operations in stages(plan):
            self._do(stage, operations)
            self.report.end_stage(len(operations))

    def _do(self, stage: Stage, operations: list[Operation]) -> None:  # noqa: C901, PLR0912 - a case each
        match stage:
            case Stage.FORGET | Stage.DELETE_LINKS | Stage.CREATE_LINKS:
                self._send(operations)
            case Stage.CREATE_DEVICES:
                self._send(operations)
                self._give_keys(cast(list[CreateDevice], operations))
            case Stage.DELETE_NAMESPACES:
                self._delete_namespaces(cast(list[DeleteNamespace], operations))
            case Stage.CREATE_NAMESPACES:
                self._create_namespaces(cast(list[CreateNamespace], operations))
            case Stage.RENAME:
                renamed = cast(list[SetHostname], operations)
                self.lab.rename_hosts({one.namespace: one.hostname for one in renamed})
            case Stage.SET_UP:
                self._set_up(operations)
            case Stage.RULES:
                self._set_rules(cast(list[SetRules], operations))
            case Stage.RULESETS:
                set_rulesets(self.lab, cast(list[SetRuleset], operations))
            case Stage.STOP_SERVICES:
                stop_services(self.lab, cast(list[StopService], operations))
            case Stage.RESOLVERS:
                for one in cast(list[SetResolver], operations):
                    self.lab.set_resolver(one.namespace, one.servers)
            case Stage.START_SERVICES:
                start_services(self.lab, cast(list[StartService], operations))
            case Stage.SYSCTLS:
                self._set_sysctls(cast(list[SetSysctl | ResetSysctl], operations))
            case _:
                assert_never(stage)

    def _send(self, operations: Sequence[Operation]) -> None:
        box: Outbox[Operation] = Outbox()
        for operation in operations:
            self.writer.write(box, cast(Request, operation))
        note_host_interfaces(self.lab, self.writer.indexes, operations)
        refusals.check(box.send(self.sockets, self.report.advance))

    def _give_keys(self, operations: Sequence[CreateDevice]) -> None:
        """By then the devices are there, and none is up."""
        family = FamilyNumber()
        standing_in_each(
            (
                self.lab.namespaces[one.namespace],
                partial(_do_refusing, one, partial(give_keys, family, index, one.device)),
            )
            for one in operations
            if isinstance(one.device, WireGuard)
            for index in [self.writer.indexes.of(one.namespace, one.interface)]
        )

    def _delete_namespaces(self, operations: Sequence[DeleteNamespace]) -> None:
        names = [operation.namespace for operation in operations]
        for name in names:
            self.sockets.drop(name)
        kinds = [self.lab.handles(owner, names) for owner in ("lab", "worker")]
        free_slowly(self.lab.host, *kinds)
        self.lab.delete_namespaces(names)
        forget_rulesets(self.lab.folder, names)

    def _create_namespaces(self, operations: Sequence[CreateNamespace]) -> None:
        """In a thread that enters each as it comes, while the next one is being made."""

        def born(name: str, namespace_fd: int) -> None:
            linux.setns(namespace_fd, linux.CLONE_NEWNET)
            self.sockets[name] = open_route_socket()
            self.report.advance(1)

        with refusing(operations[0]):
            in_thread(partial(self.lab.create_namespaces, operations, born))

    def _set_up(self, operations: Sequence[Operation]) -> None:
        written = [(one, work) for one in operations if (work := self._by_file(one))]
        by_file = {id(one) for one, _ in written}
        handles = self.lab.namespaces
        standing_in_each(
            (handles[one.namespace], partial(_do_refusing, one, work)) for one, work in written
        )
        self._send([one for one in operations if id(one) not in by_file])
        self._forget_link_local(operations)

    def _by_file(self, operation: Operation) -> Callable[[], None] | None:
        """Return the work that is done by writing to /proc/sys, if it is."""
        match operation:
            case SetForwarding(namespace=where) if where == HOST_NAMESPACE:
                return partial(set_host_forwarding, self.lab, operation)
            case SetForwarding():
                return sysctl.set_forwarding(operation)
            case SetLinkLocal(enabled=True):
                return sysctl.let_speak(operation)
            case _:
                return None

    def _forget_link_local(self, operations: Sequence[Operation]) -> None:
        """The kernel keeps the link-local address of an interface that shall be silent."""
        box: Outbox[Operation] = Outbox()
        for operation in operations:
            match operation:
                case SetLinkLocal(where, who, enabled=False):
                    index = self.writer.indexes.of(where, who)
                    if not self.writer.indexes.is_born(index):
                        for shape, packed in link_local_addresses(self.sockets[where], index):
                            box.add(where, operation, shape, index, packed)
        refusals.check(box.send(self.sockets))

    def _set_rules(self, operations: Sequence[SetRules]) -> None:
        tasks = [(one, table_of(self.lab.slot, one.namespace)) for one in operations]
        standing_in_each(
            (
                self.lab.namespaces[one.namespace],
                partial(_do_refusing, one, partial(replace_rules, name, one.table)),
            )
            for one, name in tasks
        )

    def _set_sysctls(self, operations: Sequence[SetSysctl | ResetSysctl]) -> None:
        handles = self.lab.namespaces
        standing_in_each(
            (handles[one.namespace], partial(_do_refusing, one, _setting(one)))
            for one in operations
        )


def _setting(operation: SetSysctl | ResetSysctl) -> Callable[[], None]:
    if isinstance(operation, SetSysctl):
        return partial(sysctl.write, file_of(operation.name), operation.value)
    return partial(_reset, operation.name)


def _reset(name: str) -> None:
    """Where the interface of a setting has gone there is nothing to give back."""
    if read_if_there(name) is not None:
        sysctl.write(file_of(name), default_of(name))


def _do_refusing(operation: Operation, work: Callable[[], None]) -> None:
    with refusing(operation):
        work()


@contextmanager
def refusing(operation: Operation) -> Iterator[None]:
    """Turn what a system call says into what the kernel refused."""
    try:
        yield
    except OSError as error:
        raise refusals.refusal(operation, error.errno or EINVAL) from error
