"""The labs of the gallery for tests that run them, each with what it needs of a kernel."""

import pytest

from designer.gallery import GALLERY
from designer.state.capability import CAPABILITIES
from designer.state.needs import needs


def needed(lab: str) -> pytest.MarkDecorator:
    """Return what a lab needs of a kernel, as the mark of a test."""
    names = {one.capability for one in needs(GALLERY[lab].topology)}
    return pytest.mark.needs(*names & CAPABILITIES.keys())


EVERY_LAB = [pytest.param(entry, marks=needed(lab), id=lab) for lab, entry in GALLERY.items()]
every_running_lab = pytest.mark.parametrize("entry", EVERY_LAB)
"""Runs a test with each lab of the gallery, in a second kernel where this one cannot."""
