"""How fast one socket may speak: in bursts much, and for long as fast as a hand can draw."""

import time

SMALL_BYTES = 4096
"""A larger message counts as so many of these."""

BURST = 2000.0
PER_S = 200.0


class Pace:
    """Counts messages, and forgets them in time."""

    def __init__(self) -> None:
        self._left = BURST
        self._at = time.monotonic()

    def allows(self, size: int) -> bool:
        """Count a message, and tell whether that is not too much by now."""
        now = time.monotonic()
        self._left = min(BURST, self._left + (now - self._at) * PER_S)
        self._at = now
        self._left -= 1 + size // SMALL_BYTES
        return self._left > 0
