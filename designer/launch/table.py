"""The processes of Vethwork on one machine: what each is, and when it answers."""

import http.client
import os
import sys
from dataclasses import dataclass
from functools import partial

from designer.launch import port, redis
from designer.launch.account import Account
from designer.launch.confine import Confinement
from designer.launch.debian import ADMIN_PATH
from designer.launch.environment import redis_server
from designer.launch.errors import CannotStart
from designer.launch.layout import CHECKOUT, HOST_NAME, Layout
from designer.launch.process import Process

CONTROL_QUEUE, HOST_QUEUE = "control", f"host.{HOST_NAME}"
CONTROL_ALIVE, HOST_ALIVE = f"vethwork:alive:{CONTROL_QUEUE}", f"vethwork:alive:{HOST_QUEUE}"
"""A worker sets its key in Redis database 0 while it takes tasks; it expires in seconds."""

PASSED_ON = ("LANG", "LC_ALL", "LC_CTYPE", "TZ", "HOME", "XDG_RUNTIME_DIR")
CELERY_DOUBTS = (
    "ignore:You're running the worker with superuser privileges",
    "ignore:An entry for the specified gid or egid was not found",
)
"""What Celery says to root, though tasks are carried out in a user namespace; and to an account
that is not registered, though it has no privilege."""


WEB_TIMEOUT_S = 2.0
PYTHON = (sys.executable, "-m")


@dataclass(frozen=True)
class Table:
    """Redis, what is run once while it starts, and the servers that need both."""

    redis: Process
    migrate: Process
    servers: tuple[Process, ...]
    alive_keys: tuple[str, ...]
    """What the workers of an earlier set may have left in Redis for a few seconds more."""

    sign_in_link: Process
    """Its last line is the address at which the first user is signed in once."""


@dataclass(frozen=True)
class Setting:
    """What the processes are started with."""

    layout: Layout
    account: Account
    listening: int
    port: int

    @property
    def address(self) -> str:
        """Where the web server listens."""
        return f"http://{port.ADDRESS}:{self.port}"

    @property
    def public_url(self) -> str:
        """What a person opens: another address where a proxy stands before the web server."""
        return os.environ.get("VETHWORK_PUBLIC_URL", self.address)


def processes(setting: Setting) -> Table:
    """All processes of one machine."""
    return Table(
        redis=_redis(setting),
        migrate=_command(setting, "migrate", "--no-input", "--verbosity=0"),
        servers=(_web(setting), _control_worker(setting), _host_worker(setting)),
        alive_keys=(CONTROL_ALIVE, HOST_ALIVE),
        sign_in_link=_command(setting, "sign_in_link"),
    )


def _redis(setting: Setting) -> Process:
    layout = setting.layout
    program = redis_server()
    if program is None:
        raise CannotStart("no Redis server: run: sudo apt-get install redis-server")
    return Process(
        name="redis",
        command=redis.server_command(program, layout.redis_socket, layout.redis_state),
        environ=_environ(),
        ready=partial(redis.answers, layout.redis_socket),
        confinement=_confinement(setting),
    )


def _web(setting: Setting) -> Process:
    options = {
        "--fd": str(setting.listening),
        "--lifespan": "off",
        "--ws-max-size": "65536",
        "--timeout-graceful-shutdown": "3",
        "--log-level": _log_level().lower(),
    }
    words = [word for option in options.items() for word in option]
    return Process(
        name="web",
        command=(*PYTHON, "uvicorn", "designer.asgi:application", "--no-access-log", *words),
        environ=_environ() | setting.layout.web_variables(setting.public_url),
        ready=partial(_web_answers, setting.port),
        confinement=_confinement(setting),
        keep_open=(setting.listening,),
    )


def _control_worker(setting: Setting) -> Process:
    return Process(
        name="control",
        command=_worker("designer.queue:app", CONTROL_QUEUE),
        environ=_environ() | setting.layout.web_variables(setting.public_url),
        ready=partial(redis.has, setting.layout.redis_socket, CONTROL_ALIVE),
        confinement=_confinement(setting),
    )


def _host_worker(setting: Setting) -> Process:
    """As root where we are root: it makes its own user namespace and goes there itself."""
    return Process(
        name="host",
        command=_worker("workers.celery:app", HOST_QUEUE),
        environ=_environ() | setting.layout.worker_variables(),
        ready=partial(redis.has, setting.layout.redis_socket, HOST_ALIVE),
    )


def _worker(app: str, queue: str) -> tuple[str, ...]:
    name = f"--hostname={queue}@{HOST_NAME}"
    options = (f"--loglevel={_log_level()}", "--without-gossip", "--without-mingle")
    return (*PYTHON, "celery", "--quiet", "-A", app, "worker", "-Q", queue, name, *options)


def _command(setting: Setting, *words: str) -> Process:
    return Process(
        name=words[0],
        command=(*PYTHON, "django", *words),
        environ=_environ() | setting.layout.web_variables(setting.public_url),
        confinement=_confinement(setting),
    )


def _confinement(setting: Setting) -> Confinement:
    layout = setting.layout
    prefixes = (sys.prefix, sys.base_prefix, os.path.realpath(sys.base_prefix))
    return Confinement(
        uid=setting.account.uid,
        gid=setting.account.gid,
        read_only=tuple(sorted({str(CHECKOUT), *prefixes})),
        writable=(str(layout.run), str(layout.state)),
    )


def _environ() -> dict[str, str]:
    """No more of our own environment than a program needs: a shell may hold anybody's secrets."""
    path = f"{sys.prefix}/bin:{os.environ.get('PATH', os.defpath)}:{ADMIN_PATH}"
    passed_on = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    settings = {name: value for name, value in os.environ.items() if name.startswith("VETHWORK_")}
    python = {"PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": ",".join(CELERY_DOUBTS)}
    return passed_on | settings | python | {"PATH": path}


def _log_level() -> str:
    return os.environ.get("VETHWORK_LOG_LEVEL", "WARNING").upper()


def _web_answers(number: int) -> bool:
    connection = http.client.HTTPConnection(port.ADDRESS, number, timeout=WEB_TIMEOUT_S)
    try:
        connection.request("GET", "/api/session")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
