"""The whole program in a folder of its own: Redis, web server, both workers, as processes."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import redis

from designer.launch.layout import CHECKOUT, Layout
from designer.transport.names import CONTROL_QUEUE, alive_key, host_queue
from tests.redis_server import RedisServer
from workers.sandbox.holder import end_holder, find_holder
from workers.sandbox.run_dir import RunDir

PATIENCE_S = 60.0
HOST_QUEUE = host_queue("local")
CELERY = ("-m", "celery", "--quiet", "-A")
OPTIONS = ("--loglevel=INFO", "--without-gossip", "--without-mingle")


def wait_for(answer: Callable[[], Any], what: str, patience_s: float = PATIENCE_S) -> Any:
    """Return the first answer that says anything."""
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        if found := answer():
            return found
        time.sleep(0.02)
    raise AssertionError(f"waited in vain for {what}")


class Stack:
    """Processes by name, each of which a test may end, kill and start again."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="vethwork-stack-"))
        self.layout = Layout(self.folder / "run", self.folder / "state")
        for folder in (self.layout.redis_socket.parent, self.layout.web_state, self.layout.keys):
            folder.mkdir(parents=True)
        for file in (self.layout.secret_file, self.layout.task_key_file):
            file.write_text(secrets.token_urlsafe(48))
        self.redis = RedisServer(self.layout.redis_socket.parent)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.listener.getsockname()[1]}"
        self.listeners: dict[str, socket.socket] = {}
        self.processes: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def client(self) -> Any:
        """Redis, as an attacker on its socket would have it."""
        return redis.Redis(unix_socket_path=str(self.layout.redis_socket))

    def environ(self, name: str = "") -> dict[str, str]:
        """Return what a process is told, as start-up tells it."""
        layout = self.layout
        told = layout.web_variables(f"http://{self.address}")
        told = layout.worker_variables() if name == "host" else told
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        return {**kept, **told, "PYTHONUNBUFFERED": "1", "VETHWORK_LOST_AFTER_S": "12"}

    def start(self) -> None:
        """Start all of it and wait until all answer."""
        self.redis.start()
        self.command("migrate", "--no-input", "--verbosity=0")
        self.start_web()
        self.start_worker("control")
        self.start_worker("host")
        self.await_worker("control")
        self.await_worker("host")
        self.await_web()

    def command(self, *words: str) -> str:
        """Run a command of Django's, and return what it prints."""
        done = subprocess.run(
            [sys.executable, "-m", "django", *words],
            cwd=CHECKOUT,
            env=self.environ(),
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def start_web(self) -> None:
        """Start the web server on the socket that stays open meanwhile."""
        words = ("--fd", str(self.listener.fileno()), "--lifespan", "off", "--no-access-log")
        self._spawn("web", "-m", "uvicorn", "designer.asgi:application", *words)

    def start_second_web(self) -> str:
        """Start another web server beside the first, and return its address."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            address = f"127.0.0.1:{listener.getsockname()[1]}"
            self.listeners["web2"] = listener.dup()
        number = str(self.listeners["web2"].fileno())
        words = ("--fd", number, "--lifespan", "off", "--no-access-log")
        self._spawn("web2", "-m", "uvicorn", "designer.asgi:application", *words)
        self.await_web(address)
        return address

    def start_worker(self, name: str, **told: str) -> None:
        """Start the control worker or the host worker, perhaps with settings of a test's own."""
        app, queue = {
            "control": ("designer.queue:app", CONTROL_QUEUE),
            "host": ("workers.celery:app", HOST_QUEUE),
        }[name]
        named = f"--hostname={queue}@local"
        self._spawn(name, *CELERY, app, "worker", "-Q", queue, named, *OPTIONS, **told)

    def _spawn(self, name: str, *words: str, **told: str) -> None:
        log = (self.folder / f"{name}.log").open("ab")
        self.processes[name] = subprocess.Popen(
            [sys.executable, *words],
            cwd=CHECKOUT,
            env=self.environ(name) | told,
            stdout=log,
            stderr=log,
            pass_fds=tuple(one.fileno() for one in (self.listener, *self.listeners.values())),
            start_new_session=True,
        )

    def await_worker(self, name: str) -> None:
        """Wait until a worker takes tasks."""
        queue = CONTROL_QUEUE if name == "control" else HOST_QUEUE
        wait_for(lambda: self.client.exists(alive_key(queue)), f"the {name} worker")

    def await_web(self, address: str | None = None) -> None:
        """Wait until a web server answers."""

        def answers() -> bool:
            connection = HTTPConnection(address or self.address, timeout=2)
            try:
                connection.request("GET", "/api/session")
                return connection.getresponse().status == 200
            except OSError:
                return False

        wait_for(answers, "the web server")

    def kill(self, name: str) -> None:
        """Kill a process and all it started, as a power cut would."""
        process = self.processes.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def end(self, name: str) -> None:
        """Ask a process to end, and wait until it has."""
        process = self.processes.pop(name)
        process.terminate()
        process.wait(PATIENCE_S)

    def children(self, name: str, program: str = "celery") -> list[int]:
        """Return the processes that another does its work in."""
        threads = Path(f"/proc/{self.processes[name].pid}/task").glob("*/children")
        pids = [one for thread in threads for one in thread.read_text().split()]
        return [int(one) for one in pids if program in Path(f"/proc/{one}/cmdline").read_text()]

    def log(self, name: str) -> str:
        """Return what a process has said so far."""
        file = self.folder / f"{name}.log"
        return file.read_text() if file.exists() else ""

    def stop(self) -> None:
        """End everything, and leave nothing of it."""
        for name in list(self.processes):
            self.kill(name)
        self.redis.stop()
        for listener in (self.listener, *self.listeners.values()):
            listener.close()
        run_dir = RunDir(self.layout.run)
        if find_holder(run_dir):
            end_holder(run_dir)
        shutil.rmtree(self.folder)
