"""vethwork addresses."""

from pathlib import Path

import pytest

from designer.cli import main

LAB = """\
nodes:
  h1: {interfaces: {eth0: {addresses: [192.168.5.9/24]}}}
  h2:
links: ["h1:eth0 -- h2:eth0"]
"""


def test_says_who_has_which_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Network by network, the lowest address first."""
    file = tmp_path / "lab.yaml"
    file.write_text(LAB)
    assert main(["addresses", str(file)]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        ["192.168.5.0/24", "192.168.5.1", "h2:eth0", "automatic"],
        ["192.168.5.0/24", "192.168.5.9", "h1:eth0"],
    ]
