"""A set of small real programs in the places of Vethwork's own, to start and to kill.

Run as `python small_programs.py OPTIONS…`, this is `up` with that set.
"""

import dataclasses
import os
import sys
from pathlib import Path

from designer.launch import up
from designer.launch.process import Process
from designer.launch.table import Setting, Table, processes

PYTHON = (sys.executable, "-c")

WEB = """
import http.server, os, socket, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
        self.wfile.write(open("/proc/self/status", "rb").read())
server = http.server.HTTPServer(("127.0.0.1", 0), Handler, bind_and_activate=False)
server.socket = socket.socket(fileno=int(sys.argv[1]))
print("serving \\x1b[31mred", flush=True)
server.serve_forever()
"""

WORKER = """
import os, signal, socket, subprocess, time
def say_alive():
    with socket.socket(socket.AF_UNIX) as redis:
        redis.connect(os.environ["VETHWORK_REDIS_SOCKET"])
        redis.sendall(b"SET vethwork:alive:host.local 1 EX 60\\r\\n")
        redis.recv(100)
"""

BUSY = """
subprocess.Popen(["sleep", "600"])
say_alive()
print("working", flush=True)
time.sleep(600)
"""


def table(setting: Setting) -> Table:
    """The real Redis; the rest as small as it goes."""
    real = processes(setting)
    web, _, host = real.servers
    program = WORKER + os.environ.get("VETHWORK_TEST_WORKER", BUSY)
    link = f"print('a line before'); print('{setting.address}/sign-in/once')"
    return Table(
        redis=real.redis,
        migrate=_instead(real.migrate, "print('migrated')"),
        servers=(
            _instead(web, WEB, str(setting.listening)),
            _instead(host, program),
        ),
        alive_keys=real.alive_keys,
        sign_in_link=_instead(real.sign_in_link, link),
    )


def _instead(process: Process, program: str, *arguments: str) -> Process:
    return dataclasses.replace(process, command=(*PYTHON, program, *arguments))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    sys.exit(up.main(sys.argv[1:], table))
