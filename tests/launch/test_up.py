"""`up`: from nothing to an address, and back to nothing."""

import os
import re
import resource
import signal
import socket
import stat
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from designer.launch import redis
from designer.launch.confine import Confinement
from designer.launch.errors import HOST_REFUSED
from tests.launch.conftest import CHECKOUT, StartUp, Up

WELL_BEHAVED = "say_alive(); time.sleep(600)"
STUBBORN = f"signal.signal(signal.SIGTERM, signal.SIG_IGN); {WELL_BEHAVED}"


def get(address: str) -> str:
    """What the web server answers."""
    with urllib.request.urlopen(f"{address}/api/session", timeout=10) as answer:  # noqa: S310
        return str(answer.read().decode())


def pid_of(up: Up, words: str) -> int:
    """The one process of the set whose command line holds the words."""
    (pid,) = [pid for pid, told in up.processes().items() if words in told]
    return pid


def test_it_ends_with_an_address_that_answers(start_up: StartUp) -> None:
    """The welcome comes when all answer, and gives the link that signs in once."""
    up = start_up()
    address = up.wait_until_ready()
    assert "State:" in get(address)
    assert f"open {address}/sign-in/once" in up.printed()


def test_ctrl_c_leaves_no_process(start_up: StartUp) -> None:
    """Also what the processes started themselves has ended, and the exit status is good."""
    up = start_up()
    up.wait_until_ready()
    assert len(up.processes()) > len(["redis", "web", "host"])
    assert up.interrupt() == 0
    assert not up.processes()


def test_a_process_that_ignores_sigterm_is_killed(start_up: StartUp) -> None:
    """A second Ctrl-C does not wait for the stubborn."""
    up = start_up(VETHWORK_TEST_WORKER=STUBBORN)
    up.wait_until_ready()
    up.process.send_signal(signal.SIGINT)
    up.wait_for("ending; labs stay")
    assert up.interrupt() == 0
    assert "host does not end: killing it" in up.printed()
    assert not up.processes()


def test_a_closed_terminal_leaves_no_process(start_up: StartUp) -> None:
    """The lines have nowhere to go, and still all processes end, also the stubborn."""
    up = start_up(VETHWORK_TEST_WORKER=STUBBORN)
    up.wait_until_ready()
    resource.prlimit(up.process.pid, resource.RLIMIT_FSIZE, (0, 0))  # each write fails from now
    up.process.send_signal(signal.SIGHUP)
    time.sleep(0.5)
    up.process.send_signal(signal.SIGHUP)  # the second one does not wait for the stubborn
    up.process.wait(30)
    assert not up.processes()


def test_each_line_has_its_process_before_it(start_up: StartUp) -> None:
    """And what would steer the terminal is written out."""
    up = start_up()
    up.wait_until_ready()
    up.wait_for(r"(?m)^web +\| serving \\x1b\[31mred$")
    up.wait_for(r"(?m)^host +\| working$")


def test_redis_listens_on_its_socket_alone(start_up: StartUp) -> None:
    """Its socket is closed to other users, and there is no TCP port."""
    up = start_up()
    up.wait_until_ready()
    listen = up.run / "redis" / "redis.sock"
    assert stat.S_IMODE(listen.stat().st_mode) == 0o770
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(listen))
        connection.sendall(b"CONFIG GET port\r\n")
        assert connection.recv(100).split() == [b"*2", b"$4", b"port", b"$1", b"0"]


def test_what_redis_was_told_outlives_a_restart(start_up: StartUp) -> None:
    """Ctrl-C and a second start lose nothing."""
    first = start_up()
    first.wait_until_ready()
    listen = first.run / "redis" / "redis.sock"
    assert redis.ask(listen, "SET", "kept", "1") == "+OK"
    first.interrupt()
    start_up().wait_until_ready()
    assert redis.has(listen, "kept")


def test_a_killed_process_is_started_again(start_up: StartUp) -> None:
    """It is said, the port stays, and what the dead one had started is ended."""
    up = start_up()
    address = up.wait_until_ready()
    before = {pid_of(up, "serving"), pid_of(up, "sleep 600")}
    worker = pid_of(up, "say_alive")
    os.kill(pid_of(up, "serving"), signal.SIGKILL)
    os.kill(worker, signal.SIGKILL)
    up.wait_for("web was killed by SIGKILL: starting it again in 0.5 s")
    up.wait_for("host was killed by SIGKILL: starting it again in 0.5 s")
    assert "State:" in get(address)
    up.wait_for(r"(?s)working.*working")
    assert not before & set(up.processes())


def test_a_process_that_cannot_start_ends_the_start(start_up: StartUp) -> None:
    """Nothing is left running, and the message says which and where to look."""
    up = start_up(VETHWORK_TEST_WORKER="raise SystemExit('no such thing')")
    assert up.process.wait(30) == HOST_REFUSED
    assert re.search(r"(?m)^host +\| no such thing$", up.printed())
    assert "host: does not answer: its lines are above" in up.printed()
    assert not up.processes()


def test_a_second_start_names_the_first(start_up: StartUp) -> None:
    """It changes nothing, and says how to end the first."""
    first = start_up()
    address = first.wait_until_ready()
    second = start_up()
    assert second.process.wait(30) == 1
    said = f"already up at {address} (pid {first.process.pid})"
    assert said in second.printed()
    assert "up --down" in second.printed()
    assert "State:" in get(address)


def test_a_port_that_is_taken_is_left_alone(start_up: StartUp) -> None:
    """The next free one is taken, and said."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        up = start_up(port=taken)
        address = up.wait_until_ready()
    assert f"port {taken} is another program's" in up.printed()
    assert int(address.rpartition(":")[2]) > taken


def test_a_killed_supervisor_takes_its_processes_along(start_up: StartUp) -> None:
    """They are told of its death by the kernel."""
    up = start_up(VETHWORK_TEST_WORKER=WELL_BEHAVED)
    up.wait_until_ready()
    up.process.kill()
    up.process.wait()
    assert up.wait_until_gone()


def test_a_start_after_a_kill_clears_what_is_in_the_way(start_up: StartUp) -> None:
    """A process that would not end with its supervisor is ended, and the old socket goes."""
    first = start_up(VETHWORK_TEST_WORKER=STUBBORN)
    first.wait_until_ready()
    first.process.kill()
    first.process.wait()
    stubborn = pid_of(first, "say_alive")
    second = start_up()
    second.wait_for(rf"ending host \(pid {stubborn}\), which an earlier start left behind")
    second.wait_until_ready()
    assert stubborn not in second.processes()


def test_a_redis_without_a_record_is_ended(start_up: StartUp) -> None:
    """Two servers must not write one file."""
    first = start_up(VETHWORK_TEST_WORKER=WELL_BEHAVED)
    first.wait_until_ready()
    os.kill(pid_of(first, "redis-server"), signal.SIGSTOP)
    first.process.kill()
    first.process.wait()
    (first.run / "up.json").write_text("")
    (first.state / "up.json").write_text("")
    lonely = pid_of(first, "redis-server")
    os.kill(lonely, signal.SIGCONT)
    start_up().wait_until_ready()
    assert lonely not in first.processes()


def test_secrets_are_made_once_and_closed(start_up: StartUp) -> None:
    """A second start keeps them; nobody else reads them; no line shows them."""
    first = start_up()
    first.wait_until_ready()
    first.interrupt()
    files = [first.state / "keys" / name for name in ("secret-key", "task-key")]
    keys = [file.read_text() for file in files]
    second = start_up()
    second.wait_until_ready()
    assert [file.read_text() for file in files] == keys
    assert len(set(keys)) == len(keys)
    expected = 0o640 if os.geteuid() == 0 else 0o600
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {expected}
    assert not any(key in up.printed() for key in keys for up in (first, second))


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user cannot become another one")
def test_an_ordinary_user_needs_no_root(start_up: StartUp, folder: Path) -> None:
    """All processes are the user's own, and so are the secrets."""
    user = 64181
    os.chown(folder, user, user)
    code = (str(CHECKOUT), sys.base_prefix, os.path.realpath(sys.base_prefix))
    up = start_up(starter=Confinement(user, user, code, (str(folder),)))
    address = up.wait_until_ready()
    assert f"Uid:\t{user}\t{user}" in get(address)
    assert {Path(f"/proc/{pid}").stat().st_uid for pid in up.processes()} == {user}
    assert {stat.S_IMODE(key.stat().st_mode) for key in (up.state / "keys").iterdir()} == {0o600}


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user has no privilege to give up")
def test_root_gives_its_privilege_to_no_server(start_up: StartUp) -> None:
    """The web server has another uid, no group, no capability and no way to one."""
    address = start_up().wait_until_ready()
    status = dict(line.split(":\t", 1) for line in get(address).splitlines() if ":\t" in line)
    assert len(set(status["Uid"].split())) == 1
    assert status["Uid"] != "0\t0\t0\t0"
    assert not status["Groups"].strip()
    capabilities = {int(status[name], 16) for name in ("CapEff", "CapPrm", "CapBnd", "CapAmb")}
    assert capabilities == {0}
    assert status["NoNewPrivs"] == "1"
