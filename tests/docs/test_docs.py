"""The docs say what is there: every command, option, format and setting, and no dead link."""

import argparse
import importlib
import re
from pathlib import Path

import pytest

from designer.cli import COMMANDS
from designer.cli.parser import Parser
from designer.exporters import EXPORTERS
from designer.gallery import GALLERY
from designer.topology.document import read_text
from designer.topology.outcome import Outcome

CHECKOUT = Path(__file__).parents[2]
DOCS = CHECKOUT / "docs"
PAGES = [CHECKOUT / "README.md", *sorted(DOCS.rglob("*.md"))]
OF_TESTS = {"VETHWORK_FAILED_STEPS"}

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def anchors(page: Path) -> set[str]:
    """Return what a link can point at in a page, as GitHub makes it of the headings."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


@every_page
def test_every_link_leads_somewhere(page: Path) -> None:
    """To a file that is there, and to a heading that is in it."""
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text()):
        if target.startswith("https://"):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(file), target


@every_page
def test_lines_fit(page: Path) -> None:
    """Prose is wrapped, so that a change shows in few lines."""
    inside_code = False
    for line in page.read_text().splitlines():
        inside_code ^= line.startswith("```")
        if not inside_code and not line.startswith("|"):
            assert len(line) <= 110, line


def option_names(name: str) -> set[str]:
    """Return the options that a command takes."""
    parser = Parser(prog=name)
    importlib.import_module(f"designer.cli.{name}").add_arguments(parser)
    actions: list[argparse.Action] = parser._actions
    return {option for one in actions for option in one.option_strings} - {"-h", "--help", "--out"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_explained(name: str) -> None:
    """With each of its options."""
    page = (DOCS / "cli.md").read_text()
    assert f"| `vethwork {name}" in page
    assert {option for option in option_names(name) if option not in page} == set()


def test_every_format_is_explained() -> None:
    """In the table of what each holds."""
    page = (DOCS / "exports.md").read_text()
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(EXPORTERS)


def test_every_setting_is_explained() -> None:
    """Each variable that the code reads has a row, and each row is read by the code."""
    sources = [*(CHECKOUT / "designer").rglob("*.py"), *(CHECKOUT / "workers").rglob("*.py")]
    read = {name for file in sources for name in re.findall(r'"(VETHWORK_\w+)"', file.read_text())}
    page = (DOCS / "operations.md").read_text()
    explained = set(re.findall(r"^\| `(VETHWORK_\w+)` \|", page, re.MULTILINE))
    assert explained == read - OF_TESTS


def test_every_outcome_is_explained() -> None:
    """In the words of the matrix."""
    page = (DOCS / "drawing.md").read_text()
    for outcome in Outcome:
        if outcome != Outcome.PENDING:
            assert f"| {outcome.name.lower().replace('_', ' ')} |" in page


def test_every_decision_is_listed() -> None:
    """In the order of their numbers."""
    listed = re.findall(r"\]\((\d{4}-.*?\.md)\)", (DOCS / "decisions" / "README.md").read_text())
    assert listed == sorted(file.name for file in (DOCS / "decisions").glob("0*.md"))


def test_readme_shows_what_is_in_the_gallery() -> None:
    """The tour's lab is there, under that title."""
    readme = (CHECKOUT / "README.md").read_text()
    assert GALLERY["two-hosts-one-bridge"].title in readme
    for file in re.findall(r"designer/gallery/[\w-]+\.yaml", readme):
        assert (CHECKOUT / file).exists()


@every_page
def test_yaml_in_the_docs_is_read(page: Path) -> None:
    """Examples are drawings, or parts of one."""
    for example in re.findall(r"```yaml\n(.*?)```", page.read_text(), re.DOTALL):
        if not example.startswith(("version:", "#", "nodes:", "expect:", "links:")):
            example = "nodes:\n" + re.sub("^", "  ", example, flags=re.MULTILINE)  # noqa: PLW2901
        assert read_text(example).topology is not None, read_text(example).problems
