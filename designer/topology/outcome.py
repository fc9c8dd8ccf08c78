"""What came back when one node asked another: the answer that fills a cell of the matrix."""

from enum import IntEnum


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
    Outcome.PENDING: "not asked yet",
    Outcome.REACHED: "an answer came back",
    Outcome.REFUSED: "the target answered that nothing listens there",
    Outcome.NO_ROUTE: "the source or a router on the way has no route to the target",
    Outcome.HOST_UNREACHABLE: "a router on the way cannot reach the target",
    Outcome.TIMED_OUT: "nothing came back, though it was asked twice",
    Outcome.NO_ADDRESS: "the source has no address of the target's family",
    Outcome.PROHIBITED: "a firewall or a route forbids it",
    Outcome.SOURCE_DOWN: "the source's interface towards the target is down",
}
