"""What a person can act on; everything else that is raised is a bug.

WorkerError
├── HostRefused       this host lacks something: the message names the setting and the fix
├── HostLacks         its kernel cannot make what is drawn: a problem for each element
├── LabBusy           somebody else works on the lab
├── Superseded        a newer request for the lab has been carried out
├── NoSuchLab         no lab, or no node, of that name on this host
├── NoSuchCable       no cable there that can be cut
├── Unsettled         an apply of the lab did not end
├── KernelRefused     the kernel said no to an operation
│   ├── RulesetRefused nft found a mistake in a raw ruleset, or it touches our table
│   └── ServiceFailed what was started in a node keeps ending
└── NotAsDrawn        every request went well, and yet the kernel differs from the drawing
"""

import os
from collections.abc import Sequence
from errno import ECHILD, EINVAL, errorcode

from designer.plan.operations import Operation, Plan
from designer.topology.problem import Problem
from designer.topology.sentence import Sentence, counted, say


class WorkerError(Exception):
    """The base of all that is said to a person.

    `aftermath` is what became of a lab whose change was begun and not carried out.
    """

    aftermath: Sentence | None = None

    def __init__(self, message: Sentence) -> None:
        super().__init__(message)
        self._message = message

    @property
    def message(self) -> Sentence:
        """Say what happened, and how the lab is now."""
        if self.aftermath is None:
            return self._message
        return say("{message} ({aftermath})", message=self._message, aftermath=self.aftermath)

    def __str__(self) -> str:
        """Say it in English."""
        return str(self.message)


class HostRefused(WorkerError):
    """The host cannot do it as it is set up."""


class HostLacks(WorkerError):
    """This host's kernel cannot make these elements of a drawing."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first, count = problems[0].message, len(problems) - 1
        message = say("{first} (and {count} more)", first=first, count=count) if count else first
        super().__init__(message)
        self.problems = tuple(problems)


class LabBusy(WorkerError):
    """The lab's lock is held; `pid` is who holds it, 0 when that is not known."""

    def __init__(self, message: Sentence, pid: int) -> None:
        super().__init__(message)
        self.pid = pid


class Superseded(WorkerError):
    """The request is older than what has been done since."""


class NoSuchLab(WorkerError):
    """The lab or the node is not on this host."""


class NoSuchCable(WorkerError):
    """Where a cable should be cut, there is none in the lab as it runs, or it is cut already."""


class Unsettled(WorkerError):
    """An apply of the lab did not end, so that nobody knows how it is."""


class KernelRefused(WorkerError):
    """The kernel's no to one operation: what, where, and what to do."""

    def __init__(self, operation: Operation, errno: int, advice: Sentence) -> None:
        said = {"operation": operation, "error": os.strerror(errno), "advice": advice}
        super().__init__(say("{operation}: {error}: {advice}", **said))
        self.operation = operation
        self.errno = errno

    @property
    def code(self) -> str:
        """The error's name as in errno(3)."""
        return errorcode.get(self.errno, str(self.errno))


class RulesetRefused(KernelRefused):
    """A raw ruleset is wrong; nothing was done."""

    def __init__(self, operation: Operation, wrong: str, line: int) -> None:
        where = say("line {number}: {wrong}", number=line, wrong=wrong) if line else wrong
        WorkerError.__init__(self, say("{operation}: {fault}", operation=operation, fault=where))
        self.operation = operation
        self.errno = EINVAL


class ServiceFailed(KernelRefused):
    """A service was started again and again, and ended each time."""

    def __init__(self, operation: Operation, last_words: str) -> None:
        message = say(
            "{operation}: it keeps ending: {last_words}: correct it or leave it out",
            operation=operation,
            last_words=last_words,
        )
        WorkerError.__init__(self, message)
        self.operation = operation
        self.errno = ECHILD


class NotAsDrawn(WorkerError):
    """What would still have to be done after everything was done."""

    def __init__(self, left: Plan) -> None:
        message = say(
            "the kernel still differs from the drawing after all was done, by {steps}, "
            "first: {first}: apply again; if it stays, something on the host changes the lab",
            steps=counted("{count} step", "{count} steps", count=len(left)),
            first=left[0],
        )
        super().__init__(message)
        self.left = left
