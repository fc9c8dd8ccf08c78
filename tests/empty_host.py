"""A machine of one's own, as far as a script can tell: it ends with the block that borrows it."""

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from designer.state.host_state import HostState
from designer.state.inquiry import inquiry_about
from designer.state.namespace import HOST_NAMESPACE
from workers.kernel.observe import Identity, observe_namespaces
from workers.kernel.ruleset import try_ruleset
from workers.sandbox.rulesets import NOT_RECORDED, Recorded

EMPTY_HOST = "mount -t tmpfs none /run && ip link set lo up && echo ready && exec sleep infinity"
ENTER = ["nsenter", "--mount", "--net", "--target"]


@dataclass(frozen=True)
class EmptyHost:
    """A machine of one's own, as far as a script can tell."""

    pid: int

    def run(self, script: str) -> subprocess.CompletedProcess[str]:
        """Let sh run a script there."""
        command = [*ENTER, str(self.pid), "sh"]
        return subprocess.run(command, input=script, text=True, capture_output=True, check=False)

    def observe(self, like: HostState) -> HostState:
        """Return what is there, with the names and owners that only the drawing knows."""
        identities = {
            name: Identity(
                one.hostname, one.owner, inquiry=inquiry_about(one), ruleset=_recorded(one.ruleset)
            )
            for name, one in like.namespaces.items()
        }
        with ExitStack() as stack:
            handles = {
                name: stack.enter_context(open(path)).fileno()  # noqa: PTH123
                for name, path in self._namespaces(like).items()
            }
            return observe_namespaces(handles, identities).state

    def _namespaces(self, like: HostState) -> Mapping[str, Path]:
        process = Path(f"/proc/{self.pid}")
        named = process / "root/run/netns"
        found = {path.name: path for path in named.iterdir()} if named.exists() else {}
        if HOST_NAMESPACE in like.namespaces:
            found[HOST_NAMESPACE] = process / "ns/net"
        return found


def _recorded(text: str) -> Recorded:
    """Return what applying a raw ruleset would have written down."""
    return Recorded(text, try_ruleset(text).digest) if text else NOT_RECORDED


@contextmanager
def empty_host() -> Iterator[EmptyHost]:
    """Lend an empty host; it ends with the block, and everything on it."""
    command = ["unshare", "--mount", "--net", "sh", "-c", EMPTY_HOST]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield EmptyHost(process.pid)
        finally:
            process.kill()


def without_loopback(state: HostState) -> HostState:
    """Leave out the machine's own loopback, which no drawing asks for."""
    machine = state.namespaces.get(HOST_NAMESPACE)
    if machine is None:
        return state
    interfaces = {name: one for name, one in machine.interfaces.items() if name != "lo"}
    changed = replace(machine, interfaces=interfaces)
    return HostState({**state.namespaces, HOST_NAMESPACE: changed})


def without_services(state: HostState) -> HostState:
    """Leave out what only a keeper keeps, and no script."""
    return HostState(
        {
            name: replace(one, services=frozenset(), resolver=())
            for name, one in state.namespaces.items()
        }
    )
