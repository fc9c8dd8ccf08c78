"""A command in a node has the node's network and name, and no power beyond the lab."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.kernel.drawings import drawn, two_hosts
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from workers import engine
from workers.errors import NoSuchLab
from workers.sandbox.exec import run_in_node


def in_lab(run_dir: Path, node: str, command: str) -> tuple[int, str]:
    """Run a shell command in a node of a new lab."""

    def make_and_say() -> tuple[int, str]:
        engine.apply("lab", two_hosts())
        return say("lab", node, command)

    return inside(run_dir, make_and_say)


@pytest.mark.parametrize("status", [0, 1, 7, 255])
def test_the_exit_status_passes_through(run_dir: Path, status: int) -> None:
    """What the command answers is what we answer."""
    assert in_lab(run_dir, "netns1", f"exit {status}") == (status, "")


def test_a_signal_that_ends_the_command_is_told_as_shells_do(run_dir: Path) -> None:
    """128 and the number of the signal."""
    assert in_lab(run_dir, "netns1", "kill -TERM $$")[0] == 128 + signal.SIGTERM


def test_a_command_that_is_not_there_is_named(run_dir: Path) -> None:
    """The status is a shell's, and the message says what was not found."""

    def ask() -> tuple[int, str]:
        os.environ["PATH"] = "/usr/bin:/bin"
        engine.apply("lab", two_hosts())
        return say("lab", "netns1", ["no-such-command"])

    assert inside(run_dir, ask) == (127, "no-such-command: not found\n")


def test_the_node_has_its_host_name_and_interfaces(run_dir: Path) -> None:
    """A shell's prompt shows the node, and its network is all there is."""

    def look() -> tuple[int, str]:
        document = {"nodes": {"a": {"kind": "host", "hostname": "web"}}}
        engine.apply("lab", drawn(document))
        return say("lab", "a", "hostname; ip -br link | cut -d' ' -f1")

    assert inside(run_dir, look) == (0, "web\nlo\n")


def test_root_of_a_node_rules_its_network(run_dir: Path) -> None:
    """Addresses, captures and low ports are allowed."""
    command = "ip address add 10.1.1.1/24 dev veth11 && ping -qnc1 -W1 192.168.5.2 >/dev/null"
    assert in_lab(run_dir, "netns1", command) == (0, "")


@pytest.mark.parametrize(
    "command",
    [
        "mount -t tmpfs none /mnt",
        "unshare --net true",
        "chroot / true",
        "hostname other",
        "echo 1 > /proc/sys/kernel/core_pattern",
        "nsenter --net=/proc/1/ns/net true",
    ],
)
def test_root_of_a_node_rules_nothing_else(run_dir: Path, command: str) -> None:
    """Whatever needs more than the network is refused."""
    assert in_lab(run_dir, "netns1", command)[0] != 0


def test_root_of_a_node_has_no_power_over_a_switch(run_dir: Path) -> None:
    """Who looks round in a switch may look, and change nothing."""
    shown, changed = "ip link show dev brx", "ip link set dev brx down"
    assert in_lab(run_dir, "brx", f"{shown} >/dev/null && ! {changed} 2>/dev/null") == (0, "")


def test_no_way_to_regain_privilege_is_left(run_dir: Path) -> None:
    """Capabilities are cut for good, and no program can bring others."""
    _, said = in_lab(run_dir, "netns1", "grep -E 'CapBnd|CapEff|NoNewPrivs' /proc/self/status")
    facts = dict(line.split(":\t") for line in said.splitlines())
    assert facts == {
        "CapEff": "00000000000034eb",
        "CapBnd": "00000000000034eb",
        "NoNewPrivs": "1",
    }


def test_no_descriptor_of_ours_reaches_the_command(run_dir: Path) -> None:
    """It has its three standard ones, and the one that lists them."""
    _, said = in_lab(run_dir, "netns1", "ls /proc/self/fd | tr '\\n' ' '")
    assert said.split() == ["0", "1", "2", "3"]


def test_a_node_that_is_not_there_is_told_with_those_that_are(run_dir: Path) -> None:
    """A person who mistyped a name sees the right one."""

    def ask() -> str:
        engine.apply("lab", two_hosts())
        try:
            run_in_node("lab", "netns3", ["true"])
        except NoSuchLab as no:
            return str(no)
        raise AssertionError

    assert inside(run_dir, ask) == "lab lab has no node netns3: it has brx, netns1, netns2"


def test_interrupting_the_command_does_not_end_us(run_dir: Path) -> None:
    """Ctrl-C is for the command, which here decides not to mind."""

    def interrupt() -> tuple[int, str]:
        engine.apply("lab", two_hosts())
        subprocess.Popen(["sh", "-c", f"sleep 0.3; kill -INT {os.getpid()}"])
        return say("lab", "netns1", "sleep 0.6; echo still here")

    assert inside(run_dir, interrupt) == (0, "still here\n")
