"""`export`, `formats` and `schema`."""

from pathlib import Path

import pytest

from designer.cli import main
from designer.exporters import EXPORTERS
from designer.gallery import GALLERY
from designer.topology.document import read_text

Capture = pytest.CaptureFixture[str]
DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def lab(tmp_path: Path) -> str:
    """Return a file with a lab of the gallery."""
    file = tmp_path / "lab.yaml"
    file.write_text(GALLERY["two-hosts-one-bridge"].text)
    return str(file)


@pytest.mark.parametrize("name", EXPORTERS)
def test_writes_to_standard_output(name: str, lab: str, capsys: Capture) -> None:
    """The text there, and the losses beside it on standard error."""
    made = EXPORTERS[name].export(GALLERY["two-hosts-one-bridge"].topology)
    assert main(["export", lab, "--to", name]) == 0
    said = capsys.readouterr()
    assert said.out == made.text
    assert said.err.splitlines() == [f"{lab}: note: {loss}" for loss in made.losses]


def test_writes_a_file(lab: str, tmp_path: Path, capsys: Capture) -> None:
    """With -o, and then nothing on standard output."""
    out = tmp_path / "out.yaml"
    assert main(["export", lab, "--to", "yaml", "-o", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert read_text(out.read_text()).topology == GALLERY["two-hosts-one-bridge"].topology


def test_file_that_cannot_be_written(lab: str, tmp_path: Path, capsys: Capture) -> None:
    """Status 2, in one line."""
    out = tmp_path / "no" / "out.yaml"
    assert main(["export", lab, "--to", "yaml", "-o", str(out)]) == 2
    assert capsys.readouterr().err == (
        f"{out}: No such file or directory: name a file that can be written\n"
    )


def test_drawing_with_errors_is_not_exported(tmp_path: Path, capsys: Capture) -> None:
    """It is bad input: status 2, every problem, and no output."""
    file = tmp_path / "lab.yaml"
    file.write_text("nodes: {a: }\nlinks: ['a:e -- b:e']")
    assert main(["export", str(file), "--to", "shell"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"{file}:2: b:e is on no node")


def test_formats_are_those_of_export(capsys: Capture) -> None:
    """One line each."""
    assert main(["formats"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(EXPORTERS)


@pytest.mark.parametrize(
    ("arguments", "page"),
    [
        (["schema"], "topology.schema.json"),
        (["schema", "--markdown"], "yaml-reference.md"),
    ],
)
def test_published_pages_are_what_the_model_says(
    arguments: list[str], page: str, capsys: Capture
) -> None:
    """To make it anew: vethwork schema [--markdown] > docs/PAGE."""
    assert main(arguments) == 0
    assert (DOCS / page).read_text() == capsys.readouterr().out
