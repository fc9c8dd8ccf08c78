"""A lab for each test."""

from collections.abc import Iterator

import pytest

from tests.probes.lab import Lab


@pytest.fixture
def lab() -> Iterator[Lab]:
    """Give namespaces that are gone after the test."""
    with Lab() as lab:
        yield lab
