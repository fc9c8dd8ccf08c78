"""What runs in nodes: started with them, reached from others, started again, and gone with them."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from designer.plan.diff import diff
from designer.state.host_state import HostState
from tests.kernel.drawings import drawn
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.kernel.serving import (
    is_gone,
    keeper_pid,
    kill,
    lab_folder,
    lines_of,
    services_of,
    two_hosts_with,
    until,
)
from workers import engine
from workers.errors import ServiceFailed

FETCH = (
    "exec /usr/bin/env python3 -c 'import sys, urllib.request;"
    " print(urllib.request.urlopen(sys.argv[1], timeout=5).read().decode())' {url}"
)
ECHO = (
    "exec python3 -c 'import socket, sys; kind = getattr(socket, sys.argv[1]);"
    ' s = socket.socket(socket.AF_INET, kind); s.settimeout(5); s.connect(("10.0.1.1", 7));'
    ' s.send(b"hello"); print(s.recv(99).decode())\' {kind}'
)
HTTP = {"kind": "http"}
PAGE = FETCH.format(url="http://h1/")


def applied(*services: dict[str, object], **of_second: object) -> HostState:
    """Apply a lab with services in h1; return what it should be."""
    desired = two_hosts_with(*services, **of_second)
    engine.apply("lab", desired)
    return desired


def test_web_server_is_reached_by_name_as_soon_as_apply_ends(run_dir: Path) -> None:
    """The page says who answered whom, and the plan is empty afterwards."""

    def work() -> tuple[str, bool]:
        desired = applied(HTTP)
        _, page = say("lab", "h2", PAGE)
        return page, bool(diff(desired, engine.observe_lab("lab").state))

    page, differs = inside(run_dir, work)
    assert "<h1>h1</h1>" in page
    assert "10.0.1.2" in page
    assert not differs


@pytest.mark.parametrize(("protocol", "kind"), [("tcp", "SOCK_STREAM"), ("udp", "SOCK_DGRAM")])
def test_echo_sends_back_what_it_gets(run_dir: Path, protocol: str, kind: str) -> None:
    """Over either protocol."""

    def work() -> tuple[int, str]:
        applied({"kind": "echo", "protocol": protocol})
        return say("lab", "h2", ECHO.format(kind=kind))

    assert inside(run_dir, work) == (0, "hello\n")


def test_iperf3_measures(run_dir: Path) -> None:
    """The client of another node finds the server listening."""

    def work() -> tuple[int, str]:
        applied({"kind": "iperf3"})
        return say("lab", "h2", "iperf3 --client 10.0.1.1 --time 1 --json")

    status, said = inside(run_dir, work)
    assert status == 0, said
    assert '"bits_per_second"' in said


def test_command_is_run_by_a_shell(run_dir: Path) -> None:
    """With pipes and variables, and its output is kept."""

    def work() -> list[str]:
        applied({"kind": "command", "command": "echo one two | tr a-z A-Z; sleep 1000"})
        return lines_of("lab", "h1", "command/1")

    assert inside(run_dir, work) == ["ONE TWO"]


def test_names_are_answered_for_by_dns(run_dir: Path) -> None:
    """A query over the wire resolves a name of the lab, and no other."""

    def work() -> list[tuple[int, str]]:
        applied({"kind": "dns"}, resolver=["10.0.1.1"])
        over_the_wire = "getent --service=dns ahostsv4"
        return [
            say("lab", "h2", f"{over_the_wire} h1"),
            say("lab", "h2", "getent --service=dns hosts 10.0.1.2"),
            say("lab", "h2", f"{over_the_wire} example.com"),
            say("lab", "h2", "cat /etc/resolv.conf"),
        ]

    found, reverse, foreign, resolv = inside(run_dir, work)
    assert found[0] == 0
    assert found[1].startswith("10.0.1.1 ")
    assert reverse[1].split() == ["10.0.1.2", "h2"]
    assert foreign[0] != 0
    assert "nameserver 10.0.1.1" in resolv[1]


def test_names_follow_the_drawing(run_dir: Path) -> None:
    """A service that runs on, and every command, resolve a name to its new address."""

    def work() -> tuple[tuple[int, str], tuple[int, str], bool]:
        first = applied({"kind": "dns"}, resolver=["10.0.1.1"])
        before = services_of("lab")["dns of h1"].pid
        interfaces = {"eth0": {"addresses": ["10.0.1.3/24"]}}
        second = two_hosts_with({"kind": "dns"}, resolver=["10.0.1.1"], interfaces=interfaces)
        assert first != second
        engine.apply("lab", second)
        kept = services_of("lab")["dns of h1"].pid == before
        wire = say("lab", "h2", "getent --service=dns ahostsv4 h2")
        return wire, say("lab", "h1", "getent hosts h2"), kept

    wire, file, kept = inside(run_dir, work)
    assert wire[1].startswith("10.0.1.3 ")
    assert file[1].split()[0] == "10.0.1.3"
    assert kept


def test_is_started_again_when_it_dies(run_dir: Path) -> None:
    """By itself, soon, and it is told how often."""

    def work() -> tuple[int, bool, int, str]:
        applied(HTTP)
        first = services_of("lab")["http/80 of h1"]
        kill(first.pid)
        until(lambda: services_of("lab")["http/80 of h1"].pid not in {0, first.pid})
        until(lambda: services_of("lab")["http/80 of h1"].health == "running")
        now = services_of("lab")["http/80 of h1"]
        restarts = now.restarts - first.restarts
        return restarts, now.pid != first.pid, *say("lab", "h2", PAGE)

    restarts, is_new, status, page = inside(run_dir, work)
    assert (restarts, is_new, status) == (1, True, 0)
    assert "<h1>h1</h1>" in page


def test_one_that_keeps_dying_fails_the_apply(run_dir: Path) -> None:
    """Loudly, with its last words, and the lab is as it was before."""

    def work() -> tuple[str, bool]:
        dying = {"kind": "command", "command": "echo no such thing >&2; exit 3"}
        with pytest.raises(ServiceFailed) as failure:
            applied(services=[dying], resolver=["10.0.1.1"])
        return str(failure.value), bool(engine.list_labs())

    said, is_there = inside(run_dir, work)
    assert said.startswith("start command/1 in h2: it keeps ending: no such thing; ")
    assert "[ended with status 3]" in said
    assert not is_there


def test_one_that_fails_later_is_a_difference(run_dir: Path) -> None:
    """Nobody is told that it runs when it does not; apply starts it again."""

    def work() -> tuple[str, list[str], bool]:
        desired = applied(HTTP)
        dying = two_hosts_with(HTTP, {"kind": "command", "command": "sleep 0.4; exit 1"})
        engine.apply("lab", dying)
        until(lambda: services_of("lab")["command/1 of h1"].health == "failed", 30)
        left = diff(dying, engine.observe_lab("lab").state)
        engine.apply("lab", desired)
        return (
            services_of("lab")["http/80 of h1"].health,
            [str(one) for one in left],
            bool(diff(desired, engine.observe_lab("lab").state)),
        )

    http, left, differs = inside(run_dir, work)
    assert left == ["start command/1 in h1"]
    assert http == "running"
    assert not differs


def test_destroy_leaves_no_process(run_dir: Path) -> None:
    """Neither the services nor what they started, nor the one that kept them."""

    def work() -> list[int]:
        applied(HTTP, {"kind": "command", "command": "sleep 1000 & setsid sleep 1001 & sleep 1002"})
        pids = [one.pid for one in services_of("lab").values()]
        inner = Path(f"/proc/{pids[0]}/task/{pids[0]}/children").read_text().split()
        everybody = [keeper_pid("lab"), *pids, *map(int, inner)]
        engine.destroy_lab("lab")
        until(lambda: all(map(is_gone, everybody)), 5)
        return [pid for pid in everybody if not is_gone(pid)]

    assert inside(run_dir, work) == []


def test_a_service_that_is_no_longer_drawn_is_gone(run_dir: Path) -> None:
    """And with the last one whoever kept them."""

    def work() -> tuple[tuple[int, str], bool, bool]:
        applied(HTTP)
        keeper = keeper_pid("lab")
        engine.apply("lab", two_hosts_with())
        gone = until(lambda: is_gone(keeper), 5)
        return say("lab", "h2", PAGE), gone, bool(engine.observe_lab("lab").state.namespaces)

    (status, _), gone, is_there = inside(run_dir, work)
    assert status != 0
    assert gone
    assert is_there


def test_apply_repairs_after_the_keeper_was_killed(run_dir: Path) -> None:
    """All services end with it, none is lost, and the next apply starts them."""

    def work() -> tuple[bool, int, str]:
        desired = applied(HTTP)
        service = services_of("lab")["http/80 of h1"].pid
        kill(keeper_pid("lab"))
        ended = until(lambda: is_gone(service), 5)
        engine.apply("lab", desired, known=lambda _: desired)
        return ended, *say("lab", "h2", PAGE)

    ended, status, page = inside(run_dir, work)
    assert ended
    assert (status, "<h1>h1</h1>" in page) == (0, True)


def test_services_live_on_without_who_applied(run_dir: Path) -> None:
    """The process that applied the lab is gone, killed or not: the services do not care."""
    pid = inside(run_dir, lambda: (applied(HTTP), services_of("lab")["http/80 of h1"].pid)[1])
    time.sleep(0.3)

    def work() -> tuple[int, int]:
        return services_of("lab")["http/80 of h1"].pid, say("lab", "h2", PAGE)[0]

    assert inside(run_dir, work) == (pid, 0)


def test_one_more_disturbs_no_other(run_dir: Path) -> None:
    """A service that stays as it is drawn is not started anew."""

    def work() -> tuple[bool, bool]:
        applied(HTTP)
        before = services_of("lab")["http/80 of h1"].pid
        engine.apply("lab", two_hosts_with(HTTP, {"kind": "echo"}))
        now = services_of("lab")
        return now["http/80 of h1"].pid == before, now["echo/tcp/7 of h1"].health == "running"

    assert inside(run_dir, work) == (True, True)


def test_two_hundred_web_servers(run_dir: Path) -> None:
    """They start in seconds, and share most of their memory with each other."""
    nodes: dict[str, object] = {"sw": "switch"}
    nodes |= {f"h{n}": {"services": [HTTP]} for n in range(200)}
    document = {"nodes": nodes, "links": [f"h{n}:eth0 -- sw:p{n}" for n in range(200)]}

    def work() -> tuple[set[str], float]:
        engine.apply("lab", drawn(document))
        found = services_of("lab").values()
        own = [_own_kib(one.pid) for one in found]
        return {one.health for one in found}, sum(own) / len(own)

    health, own_kib = inside(run_dir, work)
    assert health == {"running"}
    assert own_kib < 3000


def _own_kib(pid: int) -> int:
    """Return the memory that a process shares with nobody."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Private_"))


def test_keeper_is_small() -> None:
    """It loads none of the libraries that the engine needs."""
    code = "import sys, workers.keeper.__main__; print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"'pydantic'", "'pyroute2'", "'django'"} & set(done.stdout.strip("[]\n").split(", "))


def test_keeper_leaves_its_files_in_the_lab(run_dir: Path) -> None:
    """Nothing of it is anywhere else, so nothing is left when the lab is gone."""

    def work() -> list[str]:
        applied(HTTP)
        return sorted(one.name for one in lab_folder("lab").iterdir())

    assert {"keeper.sock", "keeper.log", "keeper.lock", "names"} <= set(inside(run_dir, work))
