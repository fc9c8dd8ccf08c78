"""How the program is asked, and what it says to wrong questions."""

import subprocess
from pathlib import Path

import pytest

from designer.cli import COMMANDS, main
from tests.installation import CHECKOUT, PROGRAM

NAME_ONE = "vethwork destroy: name a lab, or give --all: see vethwork status"


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["help"]])
def test_help_lists_every_command(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Without a command, or asked for help, it says what there is."""
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert all(f"  {name} " in said for name in (*COMMANDS, "up", "test"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What a command is for stands above its options."""
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: vethwork {name}")


def test_unknown_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """One line on standard error, and status 2."""
    assert main(["chek"]) == 2
    assert capsys.readouterr().err == "vethwork: 'chek' is no command: see vethwork --help\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "a", "b"],
        ["check", "a", "--colour"],
        ["export", "a"],
        ["export", "a", "--to", "powerpoint"],
        ["matrix", "a", "--probe", "http"],
        ["matrix", "a", "--timeout-ms", "0"],
        ["matrix", "a", "--timeout-ms", "soon"],
        ["plan", "a", "--js"],
    ],
)
def test_wrong_options_are_said_in_one_line(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong, and where to read what is right; status 2."""
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"vethwork {arguments[0]}: ")
    assert line.endswith(f": see vethwork {arguments[0]} --help")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["destroy"], "vethwork destroy: name a lab, or give --all: see vethwork status"),
        (
            ["destroy", "a", "--all"],
            "vethwork destroy: name a lab, or give --all: see vethwork status",
        ),
        (
            ["exec", "a", "b", "--"],
            "vethwork exec: no command: give one after --, such as -- ping 10.0.0.1",
        ),
    ],
)
def test_what_makes_no_sense_is_said(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is looked at or done."""
    assert main(arguments) == 2
    assert capsys.readouterr().err.splitlines() == [message]


def test_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    """`vethwork export … | head -1` ends without a word."""
    nodes = ", ".join(f"h{number}: host" for number in range(3000))
    (tmp_path / "large.yaml").write_text(f"nodes: {{{nodes}}}")
    command = f"{' '.join(PROGRAM)} export {tmp_path}/large.yaml --to yaml | head -n 1"
    done = subprocess.run(
        ["sh", "-c", command], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("version: vethwork/v1\n", "")
