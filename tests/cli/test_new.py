"""`new`."""

from pathlib import Path

import pytest

from designer.cli import main
from designer.generators.lab import draw
from designer.generators.leaf_spine import LeafSpine
from designer.topology.document import read_text

Capture = pytest.CaptureFixture[str]


def test_writes_the_shape_that_is_asked_for(tmp_path: Path) -> None:
    """The file reads back as the drawing of the same numbers."""
    out = tmp_path / "lab.yaml"
    arguments = ["leaf-spine", "--leaves", "3", "--ipv6", "-o", str(out)]
    assert main(["new", *arguments]) == 0
    document = read_text(out.read_text())
    assert document.problems == ()
    assert document.topology == draw(LeafSpine(leaves=3, ipv6=True))


@pytest.mark.parametrize("number", ["2", "9999", "many", "3.5"])
def test_a_number_that_cannot_be_is_said(number: str, capsys: Capture) -> None:
    """In one line, with the option that is wrong."""
    assert main(["new", "ring", "--nodes", number]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"vethwork new: --nodes {number}:")
    assert len(said.err.splitlines()) == 1
