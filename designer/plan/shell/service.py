"""Services as a script can have them: those that are programs of their own."""

import shlex

from designer.plan.operations import StartService
from designer.plan.shell.words import within
from designer.state.service import Command, Iperf3


def start_service(operation: StartService) -> tuple[str, ...]:
    """Return the command that runs it in the background, nothing for those that are ours."""
    match operation.service:
        case Iperf3(port):
            words = f"iperf3 --server --port {port} --daemon"
        case Command(command=command):
            words = f"sh -c {shlex.quote(command)} </dev/null >/dev/null 2>&1 &"
        case _:
            return ()
    return (f"{within(operation.namespace)}{words}",)
