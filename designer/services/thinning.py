"""Which versions of a drawing are worth keeping: the older, the fewer."""

from collections.abc import Sequence
from datetime import datetime, timedelta

HOUR, DAY, MONTH = timedelta(hours=1), timedelta(days=1), timedelta(days=30)
STEPS = ((HOUR, timedelta(0)), (DAY, HOUR), (MONTH, DAY))
"""Up to which age versions are how far apart; older ones are a month apart."""


def worth_keeping(moments: Sequence[datetime], now: datetime, most: int) -> set[datetime]:
    """Return the moments that stay, the newest of each stretch of time, `most` at most."""
    kept: list[datetime] = []
    for moment in sorted(moments, reverse=True):
        if not kept or kept[-1] - moment >= _distance(now - moment):
            kept.append(moment)
    return set(kept[:most])


def _distance(age: timedelta) -> timedelta:
    return next((apart for limit, apart in STEPS if age <= limit), MONTH)
