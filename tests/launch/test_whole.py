"""`up` with Vethwork's own processes."""

import http.cookiejar
import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from designer.launch.waiting import wait_until
from tests.launch.conftest import CHECKOUT, StartUp, Up, starter_of
from workers.sandbox.holder import end_holder
from workers.sandbox.run_dir import RunDir

LAB, TITLE = CHECKOUT / "designer/gallery/two-hosts-one-bridge.yaml", "two hosts, one bridge"
PROGRAM = [sys.executable, "-m", "designer.launch.program"]

pytestmark = [pytest.mark.stack, pytest.mark.kernel]


@pytest.fixture
def start_whole(folder: Path) -> Iterator[StartUp]:
    """Start all of Vethwork; at the end remove also what outlives it."""
    try:
        yield from starter_of([*PROGRAM, "up", "--no-open"], folder)
    finally:
        end_holder(RunDir(folder / "run"))


def down(up: Up) -> subprocess.CompletedProcess[str]:
    """Do `up --down` in the folders of a set."""
    places = (f"--run-dir={up.run}", f"--state-dir={up.state}")
    return subprocess.run(
        [*PROGRAM, "up", "--down", *places],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )


def vethwork(up: Up, *words: str) -> str:
    """Say something to the command line, for the run directory of a set."""
    environ = {**os.environ, "VETHWORK_RUN_DIR": str(up.run)}
    done = subprocess.run(
        [*PROGRAM, *words], cwd=CHECKOUT, env=environ, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


class Browser:
    """What keeps cookies."""

    def __init__(self) -> None:
        jar = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def get(self, address: str) -> str:
        """The body of the answer, redirects followed."""
        with self._opener.open(address, timeout=10) as answer:
            return str(answer.read().decode())


def status_of(up: Up, words: str) -> dict[str, str]:
    """What the kernel says of the process whose command line holds the words."""
    pid = min(pid for pid, told in up.processes().items() if words in told)
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return dict(line.split(":\t", 1) for line in lines)


def test_a_person_can_sign_in_with_the_link_once(start_whole: StartUp) -> None:
    """And comes to a page; the same link does nothing for the next person."""
    up = start_whole()
    address = up.wait_until_ready()
    link = up.wait_for(r"open (\S+)").group(1)
    first, second = Browser(), Browser()
    assert "<title>Vethwork</title>" in first.get(link)
    assert json.loads(first.get(f"{address}/api/session"))["user"] is not None
    second.get(link)
    assert json.loads(second.get(f"{address}/api/session"))["user"] is None


def test_nothing_but_the_hosts_worker_has_privilege(start_whole: StartUp) -> None:
    """Web server, control worker and Redis run with no capability."""
    up = start_whole()
    up.wait_until_ready()
    for words in ("uvicorn", "-Q control", "redis-server"):
        status = status_of(up, words)
        assert int(status["CapEff"], 16) == int(status["CapBnd"], 16) == 0 or os.geteuid() != 0
        assert status["NoNewPrivs"] == "1"


def test_down_ends_it_from_elsewhere(start_whole: StartUp) -> None:
    """The first terminal's command ends in order, and no process is left, not even the holder."""
    up = start_whole()
    up.wait_until_ready()
    done = down(up)
    assert done.returncode == 0, done.stderr
    assert "ending the processes at" in done.stderr
    assert up.process.wait(30) == 0
    assert up.wait_until_gone()
    assert not (up.run / "holder.json").exists()
    assert down(up).returncode == 0


def test_a_killed_supervisor_takes_its_processes_along(start_whole: StartUp) -> None:
    """Also the host's worker, which has become somebody else; only what holds the labs stays."""
    up = start_whole()
    up.wait_until_ready()
    up.process.kill()
    up.process.wait()
    assert wait_until(lambda: all("holder" in told for told in up.processes().values()), 20)


def test_labs_stay_until_down(start_whole: StartUp) -> None:
    """Ctrl-C leaves a running lab alone, a second start finds it, and --down removes it."""
    up = start_whole()
    up.wait_until_ready()
    vethwork(up, "apply", str(LAB))
    assert up.interrupt() == 0
    assert TITLE in vethwork(up, "status")
    start_whole().wait_until_ready()
    assert TITLE in vethwork(up, "status")
    done = down(up)
    assert f"{TITLE}: removed" in done.stdout
    assert TITLE not in vethwork(up, "status")
