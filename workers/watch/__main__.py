"""The watcher as a process of its own, which the host worker starts where labs are."""

import logging
import os
import signal
import sys

import redis

from designer.transport.names import watcher_channel
from workers.sandbox import linux
from workers.sandbox.holder import find_holder
from workers.sandbox.host import enter
from workers.sandbox.run_dir import RunDir
from workers.settings import read_settings
from workers.watch.desk import Desk
from workers.watch.requests import Requests
from workers.watch.teller import Teller
from workers.watch.watcher import Watcher

NICENESS = 10
"""Whoever applies or probes has the processor first."""


def main() -> None:
    """Watch for as long as the worker lives."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    parent = os.getppid()
    linux.die_with_parent(signal.SIGKILL)
    if os.getppid() != parent:
        return
    os.nice(NICENESS)
    settings = read_settings()
    if find_holder(RunDir(settings.run_dir)) is None:
        return  # all is being ended: to start another one is not for us
    key = sys.stdin.buffer.read()
    host = enter(settings.run_dir, host_namespace=settings.host_namespace)
    client = redis.Redis(unix_socket_path=str(settings.redis_socket))
    requests = Requests(client, watcher_channel(settings.host), key)
    requests.start()
    Watcher(host, Teller(client), Desk(host, client, requests)).run()


if __name__ == "__main__":
    main()
