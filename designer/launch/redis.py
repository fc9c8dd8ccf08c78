"""Redis: the server's command line, and the few questions that start-up asks it."""

import socket
from pathlib import Path

ANSWER_TIMEOUT_S = 2.0
LONGEST_SOCKET_PATH_BYTES = 107


def server_command(program: str, listen: Path, state: Path) -> tuple[str, ...]:
    """Listen on the unix socket alone, and keep what was written through a restart."""
    options = {
        "port": "0",
        "unixsocket": str(listen),
        "unixsocketperm": "770",
        "dir": str(state),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
        "daemonize": "no",
        "loglevel": "warning",
    }
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    return (program, *words)


def ask(listen: Path, *words: str) -> str | None:
    """Put one question whose answer is one line; None where nobody answers."""
    parts = [f"${len(word.encode())}\r\n{word}\r\n" for word in words]
    request = f"*{len(words)}\r\n{''.join(parts)}".encode()
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(ANSWER_TIMEOUT_S)
            connection.connect(str(listen))
            connection.sendall(request)
            return connection.makefile("rb").readline().decode().strip() or None
    except OSError:
        return None


def answers(listen: Path) -> bool:
    """Whether the server takes requests; while it loads its file it does not."""
    return ask(listen, "PING") == "+PONG"


def has(listen: Path, key: str) -> bool:
    """Whether the key exists."""
    return ask(listen, "EXISTS", key) == ":1"
