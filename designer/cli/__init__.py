"""The command line: one command a file, each with `add_arguments` and `run`.

A command answers with an exit status: 0 done, 1 the answer is no, 2 wrong usage or bad input, 3 the
kernel or the host refused. What is wrong goes to standard error, one line each.
"""

import importlib
import os
import sys
from collections.abc import Sequence

from designer.cli.errors import BadInput, Refusal
from designer.cli.exit_status import BAD_INPUT, DONE, INTERRUPTED, REFUSED
from designer.cli.parser import Parser
from designer.cli.terminal import complain
from workers.errors import NoSuchCable, NoSuchLab, WorkerError
from workers.probes.neighbours import NeighbourTableTooSmall

COMMANDS = {
    "new": "write a new drawing of a regular shape",
    "check": "say what is wrong with a drawing",
    "addresses": "say which networks a drawing has, and who has which address",
    "plan": "say what apply would do now",
    "apply": "make the kernel equal a drawing",
    "matrix": "ask who reaches whom in a lab that runs",
    "verify": "apply, probe, compare with the expectations, tear down",
    "status": "say which labs are on this host, and how they are",
    "drift": "say what was changed by hand in a lab that runs; adopt or revert it",
    "destroy": "remove labs from this host",
    "rules": "list the rules of a node, with what each has matched",
    "link": "change what a link of a lab that runs does to packets",
    "flap": "cut a cable of a lab that runs and mend it, some times",
    "exec": "run a command in a node",
    "services": "say what runs in the nodes of a lab, and what it says",
    "route": "say which routes a drawing gets automatically, or write them out",
    "export": "write a drawing for another tool",
    "formats": "list what export can write",
    "schema": "print the JSON Schema of a drawing, or the reference made of it",
    "doctor": "say what this host can do, what is missing, and how to get it",
    "bench": "measure building and probing on this host",
}
"""What each command does, in the order of --help; its module here is called like it."""

_ELSEWHERE = {
    "up": "start everything on this machine and print the address to open",
    "test": "run the tests of Vethwork itself",
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; whatever a person can get wrong ends in one line and a status."""
    name = arguments[0] if arguments else "--help"
    if name in {"-h", "--help", "help"}:
        print(_help(), end="")
        return DONE
    if name not in COMMANDS:
        complain(f"vethwork: {name!r} is no command: see vethwork --help")
        return BAD_INPUT
    try:
        return _run(name, arguments[1:])
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except (BadInput, Refusal, WorkerError, NeighbourTableTooSmall) as error:
        return _complain(error)


def _complain(error: Exception) -> int:
    for line in error.lines if isinstance(error, BadInput | Refusal) else [f"vethwork: {error}"]:
        complain(line)
    return BAD_INPUT if isinstance(error, BadInput | NoSuchLab | NoSuchCable) else REFUSED


def _run(name: str, arguments: Sequence[str]) -> int:
    command = importlib.import_module(f"designer.cli.{name}")
    parser = Parser(prog=f"vethwork {name}", description=command.__doc__)
    command.add_arguments(parser)
    status = int(command.run(parser.parse_args(arguments)))
    sys.stdout.flush()
    return status


def _help() -> str:
    width = max(map(len, COMMANDS)) + 2
    lines = [f"  {name:<{width}}{what}" for name, what in (_ELSEWHERE | COMMANDS).items()]
    return "\n".join(
        ["usage: vethwork COMMAND …", "", *lines, "", "vethwork COMMAND --help tells more.", ""]
    )
