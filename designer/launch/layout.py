"""Where things are, in the checkout and on the host, and the variables that tell processes so."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
ENVIRONMENT = CHECKOUT / ".venv"
REQUIREMENTS = CHECKOUT / "requirements"
FRONTEND = CHECKOUT / "frontend"

HOST_NAME = "local"
"""This host's name among the target hosts: its worker serves the queue `host.local`."""


@dataclass(frozen=True)
class Layout:
    """The folders of one set of processes.

    The folders themselves are the starter's; what a process writes has a folder below, so that
    a process without privilege can put nothing in the way of one that has some.
    """

    run: Path
    state: Path

    @property
    def redis_socket(self) -> Path:
        """Where Redis listens; it listens nowhere else."""
        return self.run / "redis" / "redis.sock"

    @property
    def redis_state(self) -> Path:
        """Where Redis keeps its append-only file."""
        return self.state / "redis"

    @property
    def web_state(self) -> Path:
        """Where the web server and the control worker keep the database."""
        return self.state / "web"

    @property
    def keys(self) -> Path:
        """Where the secrets are, which processes read and do not write."""
        return self.state / "keys"

    @property
    def secret_file(self) -> Path:
        """Django's secret key: the web server's and the control worker's."""
        return self.keys / "secret-key"

    @property
    def task_key_file(self) -> Path:
        """The key that signs tasks: the workers' too."""
        return self.keys / "task-key"

    def worker_variables(self) -> dict[str, str]:
        """What a host worker is told: nothing of the database, nothing of the sessions."""
        return {
            "VETHWORK_RUN_DIR": str(self.run),
            "VETHWORK_STATE_DIR": str(self.state),
            "VETHWORK_REDIS_SOCKET": str(self.redis_socket),
            "VETHWORK_TASK_KEY_FILE": str(self.task_key_file),
            "VETHWORK_HOST_NAME": HOST_NAME,
        }

    def web_variables(self, public_url: str) -> dict[str, str]:
        """What the web server, the control worker and Django's commands are told."""
        return {
            **self.worker_variables(),
            "VETHWORK_SECRET_FILE": str(self.secret_file),
            "VETHWORK_PUBLIC_URL": public_url,
            "DATABASE_URL": os.environ.get("DATABASE_URL", self._sqlite()),
            "DJANGO_SETTINGS_MODULE": "designer.settings",
            "HOME": str(self.web_state),
        }

    def _sqlite(self) -> str:
        return f"sqlite:///{self.web_state}/vethwork.sqlite3"


def layout(run_dir: Path | None = None, state_dir: Path | None = None) -> Layout:
    """The folders that were asked for, by option or variable, else the usual ones."""
    run = run_dir or _named("VETHWORK_RUN_DIR") or _usual_run_dir(os.environ)
    state = state_dir or _named("VETHWORK_STATE_DIR") or _usual_state_dir(os.environ)
    return Layout(run.absolute(), state.absolute())


def _named(variable: str) -> Path | None:
    return Path(value) if (value := os.environ.get(variable)) else None


def _usual_run_dir(environ: Mapping[str, str]) -> Path:
    if os.geteuid() == 0:
        return Path("/run/vethwork")
    if session := environ.get("XDG_RUNTIME_DIR"):
        return Path(session) / "vethwork"
    return Path(f"/tmp/vethwork-{os.geteuid()}")  # noqa: S108 (its owner is checked before use)


def _usual_state_dir(environ: Mapping[str, str]) -> Path:
    if os.geteuid() == 0:
        return Path("/var/lib/vethwork")
    data = environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "vethwork"
