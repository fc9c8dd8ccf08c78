"""A service sees its node, the machine's programs, and nothing else of the machine."""

from pathlib import Path

import pytest

from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.kernel.serving import lines_of, services_of, two_hosts_with, until
from workers import engine

ROOTS = {"bin", "dev", "etc", "lib", "lib32", "lib64", "libx32", "proc", "root", "run", "sbin"}


def said_by(run_dir: Path, command: str) -> list[str]:
    """Return what a user's command in a node writes."""

    def work() -> list[str]:
        done = f"{command}; echo done; exec sleep 1000"
        engine.apply("lab", two_hosts_with({"kind": "command", "command": done}))
        until(lambda: lines_of("lab", "h1", "command/1")[-1:] == ["done"])
        return lines_of("lab", "h1", "command/1")[:-1]

    return inside(run_dir, work)


def test_sees_its_own_processes_alone(run_dir: Path) -> None:
    """The first process of its world is the one that waits for it, and nobody else is there."""
    numbers = said_by(run_dir, "for p in /proc/[0-9]*; do echo ${p#/proc/}; done")
    assert set(numbers) <= {"1", "2", "3"}


def test_sees_no_folder_of_the_machine_but_programs(run_dir: Path) -> None:
    """No home, no socket of Redis, no run directory."""
    assert set(said_by(run_dir, "ls /")) <= ROOTS | {"tmp", "usr", "var"}
    assert said_by(run_dir, f"ls -d {run_dir} /home 2>/dev/null; ls -A /run") == []


def test_sees_no_account_of_the_machine(run_dir: Path) -> None:
    """Its /etc is made here."""
    assert said_by(run_dir, "cut -d: -f1 /etc/passwd; ls /etc/shadow 2>/dev/null") == [
        "root",
        "nobody",
    ]


@pytest.mark.parametrize(
    "attempt",
    [
        "touch /usr/new",
        "touch /new",
        "touch /etc/new",
        "echo x > /etc/lab/hosts",
        "mount -t tmpfs none /tmp",
        "mknod /tmp/disk b 8 0",
        "unshare --user true",
        "unshare --net true",
        "hostname other",
        "echo 1 > /proc/sys/kernel/panic",
        "head -c 1 /proc/kcore",
        "chroot /tmp true",
        "cat /dev/kmsg",
        "perl -e 'socket(S, 40, 1, 0) or exit 1'",
        "perl -e '$t=qq(user\\0); $v=q(v); syscall(248, $t, $t, $v, 1, -2) > 0 or exit 1'",
        "perl -e '$p=chr(0) x 120; syscall(425, 1, $p) > 0 or exit 1'",
    ],
)
def test_cannot(run_dir: Path, attempt: str) -> None:
    """What would reach beyond the node is refused."""
    assert said_by(run_dir, f"({attempt}) >/dev/null 2>&1 && echo it could") == []


def test_writes_little_and_only_for_itself(run_dir: Path) -> None:
    """One small file system holds all that it writes, and nothing that can be started."""
    full = said_by(run_dir, "head -c 20M /dev/zero > /tmp/full 2>/dev/null; stat -c %s /tmp/full")
    assert int(full[0]) <= 16 << 20
    copied = "cp /bin/true /tmp/true 2>/dev/null; /tmp/true 2>/dev/null && echo it ran"
    assert said_by(run_dir, copied) == []


def test_has_no_power_beyond_that_of_a_command(run_dir: Path) -> None:
    """The same capabilities as a shell in the node has, no more to gain, and limits."""

    def work() -> tuple[list[str], str]:
        ask = "grep -E '^(CapEff|CapBnd|NoNewPrivs)' /proc/self/status"
        engine.apply("lab", two_hosts_with({"kind": "command", "command": f"{ask}; sleep 1000"}))
        return lines_of("lab", "h1", "command/1"), say("lab", "h1", ask)[1]

    service, command = inside(run_dir, work)
    assert service == command.splitlines()
    assert "NoNewPrivs:\t1" in service


def test_bomb_of_processes_ends_by_itself(run_dir: Path) -> None:
    """The lab's user may have so many processes and no more; other services go on."""

    def work() -> tuple[str, bool]:
        bomb = "for i in $(seq 2000); do sleep 1000 & done 2>/dev/null; exec sleep 1000"
        engine.apply("lab", two_hosts_with({"kind": "command", "command": bomb}, {"kind": "http"}))
        count = sum(
            Path(f"/proc/{pid}/comm").read_text() == "sleep\n" for pid in _pids_of_lab("lab")
        )
        return say("lab", "h1", "echo alive")[1], 0 < count < 1100

    assert inside(run_dir, work) == ("alive\n", True)


def _pids_of_lab(lab: str) -> list[int]:
    pid = services_of(lab)["command/1 of h1"].pid
    found, left = [], [pid]
    while left:
        one = left.pop()
        children = Path(f"/proc/{one}/task/{one}/children").read_text().split()
        found.append(one)
        left += map(int, children)
    return found


def test_commands_see_the_names_too_and_not_where_labs_are(run_dir: Path) -> None:
    """`exec` shows the lab's hosts; the folder of sockets is empty there."""

    def work() -> tuple[str, str]:
        engine.apply("lab", two_hosts_with({"kind": "http"}))
        return say("lab", "h2", "cat /etc/hosts")[1], say("lab", "h2", f"ls -A {run_dir}")[1]

    hosts, folder = inside(run_dir, work)
    assert "10.0.1.1 h1\n" in hosts
    assert folder == ""
