"""One life of a service: its process, its pipes, and what comes through them."""

import os
import select
import selectors
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from workers.keeper.kinds import work_of
from workers.keeper.order import Order
from workers.keeper.room import Pipes, become_service

READ_BYTES = 1 << 16
NONE = -1
STANDARD = (0, 1, 2)


class Life:
    """To be watched by a selector whose keys hold what is to be called."""

    def __init__(
        self,
        order: Order,
        selector: selectors.BaseSelector,
        heed: Callable[[str, bytes], None],
        ended: Callable[[str], None],
    ) -> None:
        self.pid = 0
        self._order = order
        self._selector = selector
        self._heed = heed
        self._ended = ended
        self._middle = 0
        self._end = self._output = self._words = self._gate = NONE

    def begin(self, folder: Path, pulse: int) -> None:
        """Fork; `pulse` is the pipe that hangs up when the keeper ends."""
        self._output, its_output = os.pipe()
        self._words, its_words = os.pipe()
        its_gate, self._gate = os.pipe()
        self._middle = os.fork()
        if self._middle == 0:
            _keep_nothing_but(its_output, {its_words, its_gate, pulse})
            pipes = Pipes(its_words, its_gate, pulse)
            become_service(folder, self._order, pipes, work_of(self._order.service))
        for handle in (its_output, its_words, its_gate):
            os.close(handle)
        for handle, hear in ((self._output, self._hear_output), (self._words, self._hear_words)):
            os.set_blocking(handle, False)
            self._selector.register(handle, selectors.EVENT_READ, hear)

    def _hear_output(self) -> None:
        if (data := _read(self._output)) == b"":
            self._output = self._close(self._output)
        elif data:
            self._heed("output", data)

    def _hear_words(self) -> None:
        if (data := _read(self._words)) == b"":
            self._words = self._close(self._words)
            if self._middle:
                self._end_unborn()
        elif data:
            if self._middle:
                data = self._be_born(data)
            self._heed("words", data)

    def _be_born(self, data: bytes) -> bytes:
        """The first word is the number of the process that has become our child."""
        first, _, rest = data.partition(b"\n")
        self.pid = int(first)
        self._bury_middle()
        self._end = os.pidfd_open(self.pid)
        self._selector.register(self._end, selectors.EVENT_READ, self._bury)
        return rest

    def _end_unborn(self) -> None:
        self._bury_middle()
        self._drain()
        self._ended("could not be started")

    def _bury_middle(self) -> None:
        """Its child has become ours, and may go on."""
        os.waitpid(self._middle, 0)
        self._middle = 0
        os.close(self._gate)
        self._gate = NONE

    def _bury(self) -> None:
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        self._end = self._close(self._end)
        self._drain()
        self._ended(_words_of(status))

    def _drain(self) -> None:
        """Hear what is left; who inherited the pipes has ended with the process namespace."""
        if self._output != NONE:
            if data := _read(self._output):
                self._heed("output", data)
            self._output = self._close(self._output)
        if self._words != NONE:
            self._words = self._close(self._words)

    def _close(self, handle: int) -> int:
        self._selector.unregister(handle)
        os.close(handle)
        return NONE

    def settle(self, patience_s: float) -> None:
        """Wait until what has just been started is there, so that it can be stopped."""
        if self._middle:
            select.select([self._words], [], [], patience_s)
            self._hear_words()

    def ask_to_end(self) -> None:
        """Give it the time to say goodbye to others."""
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it and all that it started: it is the first process of its namespace."""
        self._signal(signal.SIGKILL)

    def _signal(self, number: int) -> None:
        if self._end != NONE:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._end, number)

    def has_ended(self, patience_s: float) -> bool:
        """Wait for its end, which is then made known as any other."""
        if self._end != NONE and select.select([self._end], [], [], patience_s)[0]:
            self._bury()
        return self._end == NONE


def _keep_nothing_but(output: int, others: set[int]) -> None:
    """In a child: have the keeper's files closed, above all its end of the pulse."""
    nowhere = os.open(os.devnull, os.O_RDONLY)
    for standard, handle in zip(STANDARD, (nowhere, output, output), strict=True):
        os.dup2(handle, standard)
    previous = STANDARD[-1]
    for handle in (*sorted(others), os.sysconf("SC_OPEN_MAX")):
        os.closerange(previous + 1, handle)
        previous = handle


def _read(handle: int) -> bytes | None:
    """Return what is there, nothing at the end, None where there is nothing yet."""
    try:
        return os.read(handle, READ_BYTES)
    except BlockingIOError:
        return None


def _words_of(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return f"ended with status {code}" if code >= 0 else f"killed by signal {-code}"
