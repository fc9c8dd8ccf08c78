"""The shell script, run by sh on an empty host: the kernel then has what apply would make.

The empty host is a mount and a network namespace that end with the test.
"""

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from designer.exporters import EXPORTERS
from designer.gallery import GALLERY, Entry
from designer.plan.diff import diff
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.state.namespace import HOST_NAMESPACE
from designer.topology.topology import Topology
from tests.strategies import sound_topologies
from workers.kernel.observe import Identity, observe_namespaces

pytestmark = pytest.mark.kernel

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
            name: Identity(one.hostname, one.owner) for name, one in like.namespaces.items()
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


def built(topology: Topology) -> tuple[HostState, HostState]:
    """Return what a drawing asks for, and what its script makes."""
    desired = lower(topology, host_namespace=True)
    with empty_host() as host:
        text = EXPORTERS["shell"].export(topology).text
        done = host.run(text)
        assert (done.returncode, done.stderr) == (0, ""), text
        return desired, without_loopback(host.observe(desired))


@pytest.mark.parametrize("entry", GALLERY.values(), ids=list(GALLERY))
def test_gallery_is_built_as_drawn(entry: Entry) -> None:
    """Nothing is left for apply to do after the script has run."""
    desired, observed = built(entry.topology)
    assert diff(desired, observed) == ()
    assert observed == desired


@settings(max_examples=15, phases=[Phase.reuse, Phase.generate])
@given(sound_topologies())
def test_any_sound_drawing_is_built_as_drawn(topology: Topology) -> None:
    """Whatever can be applied can be exported and run."""
    desired, observed = built(topology)
    assert diff(desired, observed) == ()


@pytest.mark.parametrize("entry", GALLERY.values(), ids=list(GALLERY))
def test_last_lines_remove_everything(entry: Entry) -> None:
    """What the script says about removing it is true."""
    text = EXPORTERS["shell"].export(entry.topology).text
    _, _, removal = text.partition("# To remove it all:\n")
    commands = [line.removeprefix("#   ") for line in removal.splitlines() if line[:4] == "#   "]
    with empty_host() as host:
        assert host.run(text).returncode == 0
        done = host.run("\n".join(["set -eu", *commands]))
        assert (done.returncode, done.stderr) == (0, "")
        left = without_loopback(host.observe(lower(entry.topology, host_namespace=True)))
    assert [one for one in left.namespaces.values() if one.interfaces or one.masquerade] == []


def test_a_second_run_stops_at_once() -> None:
    """On a host that has the lab already, the script says so and does nothing more."""
    text = EXPORTERS["shell"].export(GALLERY["two-hosts-one-cable"].topology).text
    with empty_host() as host:
        assert host.run(text).returncode == 0
        again = host.run(text)
    assert again.returncode != 0
    assert "netns1" in again.stderr
