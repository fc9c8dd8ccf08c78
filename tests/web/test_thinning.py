"""Which versions are kept as time goes by."""

from datetime import UTC, datetime, timedelta

from designer.services.thinning import worth_keeping

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


def ago(**age: float) -> datetime:
    """Return a moment of the past."""
    return NOW - timedelta(**age)


def test_the_last_hour_stays_whole() -> None:
    """What somebody did just now is looked for most."""
    moments = [ago(minutes=minutes) for minutes in range(0, 60, 7)]
    assert worth_keeping(moments, NOW, 60) == set(moments)


def test_older_ones_are_further_apart() -> None:
    """One an hour for a day, one a day for a month, one a month after that."""
    moments = [ago(minutes=20 * number) for number in range(3 * 24 * 90)]
    kept = sorted(worth_keeping(moments, NOW, 1000), reverse=True)
    assert sum(moment > ago(hours=1) for moment in kept) == 3
    assert sum(ago(days=1) < moment <= ago(hours=1) for moment in kept) == 23
    assert 28 <= sum(ago(days=30) < moment <= ago(days=1) for moment in kept) <= 30
    assert sum(moment <= ago(days=30) for moment in kept) == 2


def test_never_more_than_allowed() -> None:
    """The oldest go first."""
    moments = [ago(minutes=number) for number in range(50)]
    assert worth_keeping(moments, NOW, 10) == set(moments[:10])


def test_keeping_twice_changes_nothing() -> None:
    """What is worth keeping still is when asked again."""
    kept = worth_keeping([ago(minutes=13 * number) for number in range(500)], NOW, 60)
    assert worth_keeping([*kept], NOW, 60) == kept
