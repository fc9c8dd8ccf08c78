"""What a process may do once it has entered, and what it takes to get there."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from designer.gallery import GALLERY
from designer.state.host_state import HostState
from designer.state.needs import needs
from tests.kernel.drawings import two_hosts
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.second_kernel.here import capabilities
from workers import engine
from workers.sandbox.holder import end_holder
from workers.sandbox.host import here
from workers.sandbox.ids import FIRST_ID
from workers.sandbox.run_dir import RunDir

ROOT = Path(__file__).resolve().parents[2]
ORDINARY_USER = 12345
GALLERY_RUN = """
import sys
from pathlib import Path
from designer.gallery import GALLERY
from designer.state.lower import lower
from workers import engine
from workers.sandbox.exec import run_in_node
from workers.sandbox.host import enter

host = enter(Path(sys.argv[1]))
labs = sys.argv[2:]
for name in labs:
    state = lower(GALLERY[name].topology)
    engine.apply(name, state)
    assert engine.observe_lab(name).state == state, name
    assert engine.apply(name, state).plan == (), name
ping = ["ping", "-qnc1", "-W1", "192.168.5.2"]
reached = run_in_node("two-hosts-one-bridge", "netns1", ping)
for name in labs:
    assert engine.destroy_lab(name)
print(host.mode, reached, len(engine.list_labs()))
"""


def is_root() -> bool:
    """Tell whether this process is the host's root, who can become anybody."""
    return os.geteuid() == 0


def test_who_has_entered_is_nobody_on_the_host(run_dir: Path, tmp_path: Path) -> None:
    """A file of root's, the host's links and the host's settings are out of reach."""
    if not is_root():
        pytest.skip("only root has something to lose")
    secret = tmp_path / "secret"
    secret.write_text("secret")
    secret.chmod(0o600)
    tmp_path.chmod(0o755)

    def try_everything() -> list[str]:
        refused = []
        for file, mode in ((secret, "r"), (Path("/proc/sys/kernel/core_pattern"), "w")):
            try:
                file.open(mode).close()
            except OSError as error:
                refused.append(type(error).__name__)
        links = subprocess.run(["ip", "-br", "link"], capture_output=True, text=True, check=True)
        owner = Path("/proc/self").stat().st_uid
        return [*refused, links.stdout.split()[0], str(owner), here().mode]

    denied = "PermissionError"
    assert inside(run_dir, try_everything) == [denied, denied, "lo", "0", "root"]


def test_a_run_directory_below_a_closed_folder_will_do(tmp_path: Path) -> None:
    """Python, the program and the run directory are within reach wherever they are."""
    if not is_root():
        pytest.skip("an ordinary user loses no right by entering")
    tmp_path.chmod(0o700)
    run_dir = tmp_path / "run"

    def make() -> HostState:
        engine.apply("lab", two_hosts())
        import colorsys  # noqa: F401, PLC0415 - a module that nobody has imported before

        return engine.observe_lab("lab").state

    try:
        assert inside(run_dir, make) == two_hosts()
    finally:
        end_holder(RunDir(run_dir))


def test_entered_processes_have_the_applications_ids(run_dir: Path) -> None:
    """Seen from the host, they are a user that nobody else is."""
    if not is_root():
        pytest.skip("only root can give other ids")

    def leave_file() -> None:
        (here().run_dir.locks / "trace").touch()

    inside(run_dir, leave_file)
    assert (run_dir / "locks" / "trace").stat().st_uid == FIRST_ID


def test_labs_have_ids_of_their_own(run_dir: Path) -> None:
    """Two labs' roots are two users, so that limits per user count for each."""
    if not is_root():
        pytest.skip("only root can give other ids")

    def maps() -> set[str]:
        said = set()
        for name in ("one", "two"):
            engine.apply(name, two_hosts())
            status, text = say(name, "netns1", "head -n1 /proc/self/uid_map")
            assert status == 0
            said.add(text.split()[1])
        return said

    found = inside(run_dir, maps)
    assert len(found) == 2
    assert "0" not in found


@pytest.fixture
def ordinary_folder() -> Iterator[Path]:
    """Give a folder of an ordinary user's."""
    with tempfile.TemporaryDirectory(prefix="vethwork-user-") as folder:
        os.chown(folder, ORDINARY_USER, ORDINARY_USER)
        yield Path(folder)
        end = "import sys; from pathlib import Path; from workers.sandbox.holder import end_holder;"
        end += "from workers.sandbox.run_dir import RunDir; end_holder(RunDir(Path(sys.argv[1])))"
        as_ordinary_user(end, Path(folder) / "run")


def as_ordinary_user(program: str, run_dir: Path, *arguments: str) -> str:
    """Run a Python program as an ordinary user and return what it prints."""
    python, paths = reachable_python()
    who = [f"--reuid={ORDINARY_USER}", f"--regid={ORDINARY_USER}", "--clear-groups"]
    done = subprocess.run(
        [
            "setpriv",
            *who,
            "--bounding-set=-all",
            python,
            "-B",
            "-c",
            program,
            str(run_dir),
            *arguments,
        ],
        env={"PYTHONPATH": os.pathsep.join([str(ROOT), *paths]), "PATH": os.defpath + ":/usr/sbin"},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def reachable_python() -> tuple[str, list[str]]:
    """Return a Python that everybody may run, with the folders of our packages."""
    ours = [path for path in sys.path if path.endswith("site-packages")]
    if _is_open(sys.executable):
        return sys.executable, ours
    system = shutil.which("python3", path="/usr/bin")
    assert system, "no Python that an ordinary user can run"
    return system, ours


def _is_open(program: str) -> bool:
    path = Path(program).resolve()
    return all(one.stat().st_mode & 1 for one in (path, *path.parents))


def test_an_ordinary_user_can_do_it_all(ordinary_folder: Path) -> None:
    """Without any privilege, each lab that this kernel can run is made, observed and removed."""
    if not is_root():
        pytest.skip("only root can become another user")
    here = capabilities()
    labs = [
        name
        for name, entry in GALLERY.items()
        if {one.capability for one in needs(entry.topology)} <= here
    ]
    assert "two-hosts-one-bridge" in labs
    said = as_ordinary_user(GALLERY_RUN, ordinary_folder / "run", *labs)
    assert said.splitlines()[-1] == "rootless 0 0"
