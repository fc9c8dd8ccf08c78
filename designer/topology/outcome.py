"""What came back when one node asked another: the answer that fills a cell of the matrix."""

from enum import IntEnum

from designer.topology.sentence import say


class Outcome(IntEnum):
    """What came back; the numbers cross process boundaries and never change."""

    PENDING = 0
    REACHED = 1
    REFUSED = 2
    NO_ROUTE = 3
    HOST_UNREACHABLE = 4
    TIMED_OUT = 5
    NO_ADDRESS = 6
    PROHIBITED = 7
    SOURCE_DOWN = 8

    @property
    def reason(self) -> str:
        """Say it to the person who looks at the cell."""
        return _REASONS[self]


_REASONS = {
    Outcome.PENDING: say("not asked yet"),
    Outcome.REACHED: say("an answer came back"),
    Outcome.REFUSED: say("the target answered that nothing listens there"),
    Outcome.NO_ROUTE: say("the source or a router on the way has no route to the target"),
    Outcome.HOST_UNREACHABLE: say("a router on the way cannot reach the target"),
    Outcome.TIMED_OUT: say("nothing came back, though it was asked twice"),
    Outcome.NO_ADDRESS: say("the source has no address of the target's family"),
    Outcome.PROHIBITED: say("a firewall or a route forbids it"),
    Outcome.SOURCE_DOWN: say("the source's interface towards the target is down"),
}
