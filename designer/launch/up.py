"""`up`: everything on one machine, from nothing to an address that a person can open."""

import argparse
import os
import sys
import time
import webbrowser
from collections.abc import Callable, Sequence
from pathlib import Path

from designer.launch import debian, down, folders, port, reach, redis, remains
from designer.launch.account import web_account
from designer.launch.claim import AlreadyUp, Claim, Record
from designer.launch.console import Console, say
from designer.launch.errors import HOST_REFUSED, CannotStart, StopAsked
from designer.launch.identity import Identity
from designer.launch.layout import Layout, layout
from designer.launch.process import Process
from designer.launch.supervisor import Supervisor
from designer.launch.table import Setting, Table, processes

DEFAULT_PORT = 8000
ANSWER_TIMEOUT_S = 60.0
MOST_DEATHS = 3
"""A process that dies so often before it answers once will not answer."""

MakeTable = Callable[[Setting], Table]


def main(arguments: Sequence[str], make_table: MakeTable = processes) -> int:
    """Start everything and stay until a signal; or, with --down, end it and remove the labs."""
    options = _options(arguments)
    places = layout(options.run_dir, options.state_dir)
    try:
        if options.down:
            return down.main(places)
        return _up(places, options, make_table)
    except CannotStart as refusal:
        say(str(refusal))
        return HOST_REFUSED
    except AlreadyUp as other:
        say(_describe(other))
        return 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="vethwork up", description=__doc__)
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="or the next that is free")
    parser.add_argument("--run-dir", type=Path, help="sockets, and the namespaces of labs")
    parser.add_argument("--state-dir", type=Path, help="the database, Redis' file, the secrets")
    parser.add_argument("--no-open", action="store_true", help="do not open a browser")
    parser.add_argument("--down", action="store_true", help="end the processes, remove the labs")
    return parser.parse_args(arguments)


def _describe(other: AlreadyUp) -> str:
    if other.record is None:
        return f"{other.folder}: another start is under way there"
    pid, address = other.record.supervisor.pid, other.record.address
    return f"already up at {address} (pid {pid}): to end it and remove its labs: up --down"


def _up(places: Layout, options: argparse.Namespace, make_table: MakeTable) -> int:
    account = web_account()
    folders.make_folders(places, account)
    with Claim(places.run) as run, Claim(places.state) as state:
        remains.clear(places, (run, state))
        folders.make_keys(places, account)
        reach.check(account)
        with port.listen(options.port) as listener:
            setting = Setting(places, account, listener.fileno(), port.number(listener))
            start = Start(setting, make_table(setting), (run, state))
            _say_what_differs(options.port, setting.port)
            start.carry_out(open_browser=not options.no_open)
    return 0


def _say_what_differs(wanted: int, taken: int) -> None:
    if wanted not in {taken, 0}:
        say(f"port {wanted} is another program's: taking {taken}")
    if packages := debian.missing(debian.FOR_UP):
        say(f"labs that masquerade need {', '.join(packages)}: run: {debian.command(packages)}")


class Start:
    """One set of processes, from the first to the last."""

    def __init__(self, setting: Setting, table: Table, claims: Sequence[Claim]) -> None:
        self._setting = setting
        self._table = table
        self._claims = claims
        servers = [server.name for server in table.servers]
        self._console = Console(("redis", *servers))
        self._supervisor = Supervisor(self._console)
        self._known: dict[str, Identity] = {}

    def carry_out(self, *, open_browser: bool) -> None:
        """Bring all up, stay until a signal, and leave nothing running but the labs."""
        began = time.monotonic()
        self._supervisor.listen_to_signals()
        self._record()
        try:
            link = self._bring_up()
            self._record()
            self._console.say(f"ready after {time.monotonic() - began:.1f} s")
            self._welcome(link, open_browser=open_browser)
            while True:
                self._turn()
        except StopAsked:
            self._console.say("ending; labs stay: up --down removes them")
        finally:
            self._supervisor.stop(server.name for server in self._table.servers)
            self._supervisor.stop(["redis"])

    def _bring_up(self) -> str:
        """Start in the order of need, with the slow things side by side; the sign-in link."""
        table, supervisor = self._table, self._supervisor
        supervisor.start(table.redis)
        supervisor.complete(table.migrate)
        self._await([table.redis])
        redis.ask(self._setting.layout.redis_socket, "DEL", *table.alive_keys)
        for server in table.servers:
            supervisor.start(server)
        lines = supervisor.complete(table.sign_in_link)
        self._await(table.servers)
        if not lines:
            raise CannotStart("sign_in_link: gave no link")
        return lines[-1]

    def _await(self, awaited: Sequence[Process]) -> None:
        """Turn the loop until each answers; one that cannot ends the start."""
        silent = list(awaited)
        deadline = time.monotonic() + ANSWER_TIMEOUT_S
        while silent := [process for process in silent if not process.ready()]:
            self._turn()
            for process in silent:
                dead = self._supervisor.deaths(process.name) >= MOST_DEATHS
                if dead or time.monotonic() > deadline:
                    raise CannotStart(f"{process.name}: does not answer: its lines are above")

    def _turn(self) -> None:
        self._supervisor.turn()
        if self._supervisor.running() != self._known:
            self._record()

    def _record(self) -> None:
        """Have on record who we are, and who is to be ended if we are killed."""
        self._known = self._supervisor.running()
        record = Record(Identity.of(os.getpid()), self._setting.address, self._known)
        for claim in self._claims:
            claim.write(record)

    def _welcome(self, link: str, *, open_browser: bool) -> None:
        self._console.say(f"open {link}")
        self._console.say(f"the link signs you in once; later: {self._setting.public_url}")
        self._console.say("Ctrl-C ends the processes; labs stay")
        screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        if open_browser and screen and os.geteuid() != 0 and sys.stdout.isatty():
            webbrowser.open(link)
