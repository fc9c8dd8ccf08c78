"""A Redis server of a test's own, on a unix socket in a folder of its own."""

import subprocess
import time
from pathlib import Path

from designer.launch import redis
from designer.launch.environment import redis_server

PATIENCE_S = 20.0


class RedisServer:
    """Started and stopped at will; what it holds survives, as it does in the program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "redis.sock"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        program = redis_server()
        assert program is not None
        command = redis.server_command(program, self.socket, self.folder)
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        deadline = time.monotonic() + PATIENCE_S
        while not redis.answers(self.socket):
            assert time.monotonic() < deadline, "Redis does not answer"
            time.sleep(0.02)

    def stop(self) -> None:
        """End it as a restart of the service would."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(PATIENCE_S)
            self._process = None
