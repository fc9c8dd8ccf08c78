"""Services and resolvers as a script can have them: with programs that are there for it."""

import shlex
from pathlib import PurePath

from designer.plan.operations import SetResolver, StartService
from designer.plan.shell.words import within
from designer.state.service import Command, Iperf3

ETC_NETNS = PurePath("/etc/netns")
"""`ip netns exec` shows what is below it in the place of /etc (ip-netns(8))."""


def set_resolver(operation: SetResolver) -> tuple[str, ...]:
    """Return the commands that give a node a resolv.conf of its own."""
    folder = ETC_NETNS / operation.namespace
    if not operation.servers:
        return (f"rm -f {folder}/resolv.conf",)
    lines = " ".join(f"'nameserver {server}'" for server in operation.servers)
    return (f"mkdir -p {folder}", f"printf '%s\\n' {lines} > {folder}/resolv.conf")


def start_service(operation: StartService) -> tuple[str, ...]:
    """Return the command that runs it in the background, nothing for those that are ours."""
    match operation.service:
        case Iperf3(port):
            words = f"iperf3 --server --port {port} --daemon"
        case Command(command=command):
            words = f"sh -c {shlex.quote(command)} >/dev/null 2>&1 &"
        case _:
            return ()
    return (f"{within(operation.namespace)}{words}",)
