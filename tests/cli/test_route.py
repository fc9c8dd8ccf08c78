"""vethwork route."""

from pathlib import Path

import pytest

from designer.cli import main
from designer.gallery import GALLERY
from designer.plan.diff import diff
from designer.state.lower import lower
from designer.topology.document import read_text

MESH = GALLERY["mesh-of-routers"]


def test_lists_what_each_node_gets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the words of ip-route(8), whether the drawing asks for it or not."""
    file = tmp_path / "lab.yaml"
    for text in (MESH.text, MESH.text.replace("routing: automatic\n", "")):
        file.write_text(text)
        assert main(["route", str(file)]) == 0
        lines = [line.split() for line in capsys.readouterr().out.splitlines()]
        assert ["anna", "default", "via", "10.0.8.1", "dev", "eth0"] in lines


def test_writes_them_out(tmp_path: Path) -> None:
    """The file keeps its comments, and the kernel makes the same of it."""
    file, out = tmp_path / "lab.yaml", tmp_path / "out.yaml"
    file.write_text(MESH.text)
    assert main(["route", str(file), "--explicit", "-o", str(out)]) == 0
    written = read_text(out.read_text())
    assert written.topology is not None
    assert out.read_text().startswith(MESH.text.partition("version:")[0])
    assert written.topology.routing is None
    assert diff(lower(written.topology), lower(MESH.topology)) == ()
