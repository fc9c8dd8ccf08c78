"""The program as people start it."""

from collections.abc import Iterator

import pytest

from tests.installation import Vethwork, own_installation


@pytest.fixture
def vethwork() -> Iterator[Vethwork]:
    """Lend an installation of its own to a test."""
    with own_installation() as installation:
        yield installation
