"""What a confined program may be, and what it can reach."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from designer.launch.confine import CANNOT_CONFINE, Confinement

CHECKOUT = Path(__file__).resolve().parents[2]
SOMEBODY = 64180

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A folder like /root: closed, with something that is needed and something secret."""
    folder = tmp_path / "closed"
    for name in ("needed", "written", "other"):
        (folder / name).mkdir(parents=True)
    (folder / "needed" / "file").write_text("code")
    (folder / "other" / "file").write_text("not your business")
    (folder / "secret").write_text("secret")
    (folder / "secret").chmod(0o600)
    os.chown(folder / "written", SOMEBODY, SOMEBODY)
    folder.chmod(0o700)
    return folder


def confinement(closed: Path) -> Confinement:
    """What lets a program run that needs Python, the checkout and two of the folders."""
    prefixes = {sys.base_prefix, os.path.realpath(sys.base_prefix)}
    read_only = (str(CHECKOUT), str(closed / "needed"), *sorted(prefixes))
    return Confinement(SOMEBODY, SOMEBODY, read_only, (str(closed / "written"),))


def run(wanted: Confinement, *command: str) -> subprocess.CompletedProcess[str]:
    """Run the command confined."""
    return subprocess.run(
        wanted.wrap(command), cwd=CHECKOUT, capture_output=True, text=True, check=False
    )


def test_it_has_no_privilege_and_no_way_back(closed: Path) -> None:
    """Neither uid, groups and capabilities nor a set-user-ID program give it any."""
    done = run(confinement(closed), "cat", "/proc/self/status")
    status = dict(line.split(":\t", 1) for line in done.stdout.splitlines() if ":\t" in line)
    assert status["Uid"].split() == status["Gid"].split() == [str(SOMEBODY)] * 4
    assert not status["Groups"].strip()
    for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"):
        assert int(status[name], 16) == 0, name
    assert status["NoNewPrivs"] == "1"


def test_it_reads_what_it_needs_below_a_closed_folder(closed: Path) -> None:
    """At the usual path; the interpreter and the environment too, wherever they are."""
    told = run(
        confinement(closed), sys.executable, "-c", f"print(open('{closed}/needed/file').read())"
    )
    assert told.stdout == "code\n", told.stderr


def test_it_cannot_change_what_it_only_reads(closed: Path) -> None:
    """Even where the mode would let it."""
    (closed / "needed" / "file").chmod(0o666)
    done = run(confinement(closed), "sh", "-c", f"echo changed > {closed}/needed/file")
    assert "Read-only file system" in done.stderr


def test_it_writes_where_it_shall(closed: Path) -> None:
    """What it writes is on the host's disk."""
    run(confinement(closed), "sh", "-c", f"echo kept > {closed}/written/file")
    assert (closed / "written" / "file").read_text() == "kept\n"


def test_it_sees_nothing_else_of_the_closed_folder(closed: Path) -> None:
    """Neither the files that root alone may read nor those that all may."""
    for name in ("secret", "other/file"):
        done = run(confinement(closed), "cat", str(closed / name))
        assert "No such file" in done.stderr
    assert "Permission denied" in run(confinement(closed), "ls", str(closed)).stderr


def test_a_file_of_root_in_an_open_folder_stays_closed(tmp_path: Path) -> None:
    """The kernel's own check is the one that holds."""
    secret = tmp_path / "secret"
    secret.write_text("secret")
    secret.chmod(0o600)
    wanted = Confinement(SOMEBODY, SOMEBODY, (str(tmp_path),))
    assert "Permission denied" in run(wanted, "cat", str(secret)).stderr


def test_the_host_keeps_its_mounts(closed: Path) -> None:
    """All of it happens in a mount namespace of the program's own."""
    before = Path("/proc/self/mountinfo").read_text()
    run(confinement(closed), "true")
    assert Path("/proc/self/mountinfo").read_text() == before


def run_beside_mounts(script: str, wanted: Confinement) -> subprocess.CompletedProcess[str]:
    """Run the script in a mount namespace of its own; in it `confined` stands for a wrapped cat."""
    words = wanted.wrap(["cat", "/proc/self/mountinfo"])
    quoted = shlex.join(words).replace(f'"starter": {os.getpid()}', "\"starter\": '$$'")
    return subprocess.run(
        [
            "unshare",
            "--mount",
            "--propagation=shared",
            "sh",
            "-c",
            script.replace("confined", quoted),
        ],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_holds_no_pinned_namespace(closed: Path) -> None:
    """A copy of a pin would keep a lab's namespaces alive after the lab was destroyed."""
    pin = closed / "other" / "a pin with a höhe"
    pin.touch()
    script = f"mount --bind /proc/self/ns/uts '{pin}' && grep nsfs /proc/self/mountinfo && confined"
    done = run_beside_mounts(script, confinement(closed))
    assert done.stdout.count(" - nsfs ") == 1, done.stderr
    assert "tmpfs" in done.stdout


COMING_AND_GOING = """
import sys
from pathlib import Path
from designer.launch import linux
pins = [Path(sys.argv[1], str(number)) for number in range(200)]
for pin in pins:
    pin.touch()
while True:
    for pin in pins:
        linux.mount("/proc/self/ns/uts", str(pin), None, linux.MS_BIND)
    for pin in pins:
        linux.detach(str(pin))
"""


def test_pins_may_go_while_it_starts(closed: Path) -> None:
    """Labs are destroyed at any moment, and their pins go from every copy."""
    churn = shlex.join([sys.executable, "-c", COMING_AND_GOING, str(closed / "other")])
    starts = "for start in 1 2 3 4 5 6 7 8 9 10; do confined >/dev/null || echo failed; done"
    done = run_beside_mounts(f"{churn} & {starts}; kill $!; wait", confinement(closed))
    assert "failed" not in done.stdout, done.stderr


def test_a_program_that_is_not_there_is_named(closed: Path) -> None:
    """With the status that a shell gives for it."""
    done = run(confinement(closed), "/no/such/program")
    assert done.returncode == CANNOT_CONFINE
    assert "cannot start /no/such/program: [Errno 2] No such file" in done.stderr
