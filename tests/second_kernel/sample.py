"""Tests with every kind of end; not collected unless named: test_plugin.py runs them."""

import ctypes
import os
import time

import pytest

from tests.second_kernel.plugin import INSIDE

needs_more = pytest.mark.needs("vlan_filtering", "netem")
IDS = ["plain", "a::b", "with space", "ümlaut"]


def test_needs_nothing() -> None:
    """It stays on this kernel."""
    assert INSIDE not in os.environ


@needs_more
@pytest.mark.parametrize("word", IDS, ids=IDS)
def test_passes(word: str) -> None:
    """It is told apart from others by its parameter."""
    assert word in IDS


@needs_more
def test_fails() -> None:
    """It fails with its own text."""
    assert IDS == ["drawn", "observed"]


@needs_more
def test_skips() -> None:
    """It skips itself for a reason of its own."""
    pytest.skip("for a good reason")


@needs_more
@pytest.mark.xfail(reason="known", strict=True)
def test_is_expected_to_fail() -> None:
    """It fails, as everybody knows."""
    raise AssertionError


@pytest.fixture
def broken() -> None:
    """Break before the test begins."""
    raise RuntimeError("the fixture is broken")


@needs_more
@pytest.mark.usefixtures("broken")
def test_cannot_begin() -> None:
    """It never gets to its own lines."""


@pytest.mark.needs("wireguard", "vlan_filtering")
def test_needs_all() -> None:
    """It asks for what no second kernel has."""


@needs_more
def test_waits() -> None:
    """It takes longer than anybody waits."""
    time.sleep(600)


@needs_more
def test_goes_down() -> None:
    """It takes the machine down with it: only the second kernel may go."""
    assert INSIDE in os.environ
    ctypes.CDLL(None).reboot(0xCDEF0123)


if "VETHWORK_SAMPLE_UNKNOWN" in os.environ:

    @pytest.mark.needs("vlan_filtring")
    def test_unknown() -> None:
        """It misspells what it needs."""
