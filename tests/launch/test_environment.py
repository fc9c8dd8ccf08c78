"""The environment: from a bare Python, equal to the lock files, and quick when it is so already."""

import re
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from designer.launch import debian, environment, frontend

CHECKOUT = Path(__file__).resolve().parents[2]
REQUIREMENTS = CHECKOUT / "requirements"
PINNED = re.compile(r"^([a-z0-9-]+)==([^ ;]+)")


def pinned(name: str) -> set[str]:
    """The packages of a lock file."""
    lines = (REQUIREMENTS / f"{name}.txt").read_text().splitlines()
    return {match.group(1) for line in lines if (match := PINNED.match(line))}


def asked_for(wanted: list[str]) -> set[str]:
    """The packages of a list in pyproject.toml."""
    return {re.sub(r"[_.]", "-", re.split(r"[^A-Za-z0-9._-]", line)[0]).lower() for line in wanted}


def test_the_locks_pin_all_that_is_asked_for() -> None:
    """What pyproject.toml names is in its lock file; else requirements/lock.sh was not run."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
    assert asked_for(project["project"]["dependencies"]) <= pinned("run")
    for group, wanted in project["dependency-groups"].items():
        assert asked_for(wanted) <= pinned(group)
    for extra, wanted in project["project"]["optional-dependencies"].items():
        assert asked_for(wanted) <= pinned(extra)


@pytest.mark.parametrize("lock", sorted(REQUIREMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_lock_names_hashes_and_no_place(lock: Path) -> None:
    """Each package has a hash, and comes from whatever index the machine uses."""
    text = lock.read_text()
    entries = re.split(r"\n(?=[a-z])", text)
    assert all("--hash=sha256:" in entry for entry in entries if PINNED.match(entry))
    assert "://" not in text


def test_a_redis_server_is_found() -> None:
    """The system's, or the one that was installed for us."""
    program = environment.redis_server()
    assert program is not None
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("Redis server v=")


def test_the_build_depends_on_its_sources_alone(tmp_path: Path) -> None:
    """A changed, new or renamed source changes the digest; what the build makes does not."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "main.ts").write_text("one")
    first = frontend.sources_digest(tmp_path)
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "main.js").write_text("made")
    assert frontend.sources_digest(tmp_path) == first
    (tmp_path / "src" / "main.ts").rename(tmp_path / "src" / "other.ts")
    second = frontend.sources_digest(tmp_path)
    (tmp_path / "src" / "other.ts").write_text("two")
    assert len({first, second, frontend.sources_digest(tmp_path)}) == len("123")


def test_a_missing_program_is_named_by_its_package() -> None:
    """And the command installs all of them at once."""
    programs = {"sh": "dash", "no-such-program": "b-package", "nor-this": "a-package"}
    assert debian.missing(programs) == ["a-package", "b-package"]
    assert debian.command(["a", "b"]) == "sudo apt-get install a b"


def test_a_start_waits_for_what_another_installs(capfd: pytest.CaptureFixture[str]) -> None:
    """Also when the other start was killed and its installer goes on."""
    script = (
        "from designer.launch import environment, installer; "
        "lock = environment._alone(); lock.__enter__(); print('locked', flush=True); "
        "installer.call(['sleep', '2'])"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"locked\n"
        time.sleep(0.5)
        other.kill()
        began = time.monotonic()
        with environment._alone():
            waited_s = time.monotonic() - began
    assert waited_s > 1
    assert "another start is installing" in capfd.readouterr().err


@pytest.mark.stack
@pytest.mark.slow
def test_a_bare_python_makes_the_environment(tmp_path: Path) -> None:
    """Once; a second command starts at once, and a changed lock is installed."""
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(CHECKOUT), str(clone)], check=True)
    bare = shutil.which("python3", path=f"{sys.base_prefix}/bin") or sys.executable
    command = [bare, "-S", "manage.py", "migrate", "--help"]

    def start() -> str:
        done = subprocess.run(command, cwd=clone, capture_output=True, text=True, check=True)
        assert "--database" in done.stdout
        return done.stderr

    assert "installing requirements/run.txt" in start()
    assert start() == ""
    with (clone / "requirements" / "run.txt").open("a") as lock:
        lock.write("# changed\n")
    assert "installing requirements/run.txt" in start()
    vethwork = clone / ".venv" / "bin" / "vethwork"
    assert subprocess.run([vethwork, "migrate", "--help"], check=False).returncode == 0
