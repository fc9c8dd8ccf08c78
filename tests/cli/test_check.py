"""`check`, and with it how every command reads a file."""

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from designer.cli import main
from designer.gallery import GALLERY, Entry

Capture = pytest.CaptureFixture[str]


def check(text: str | bytes, folder: Path, *options: str) -> int:
    """Return the status for a file with a text."""
    file = folder / "lab.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return main(["check", str(file), *options])


@pytest.mark.parametrize("entry", GALLERY.values(), ids=list(GALLERY))
def test_sound_drawing(entry: Entry, tmp_path: Path, capsys: Capture) -> None:
    """Nothing on standard error but what this host lacks for it, status 0."""
    assert check(entry.text, tmp_path) == 0
    said = capsys.readouterr()
    assert all("which this host lacks" in line for line in said.err.splitlines())
    assert said.out.startswith(f"{tmp_path / 'lab.yaml'}: nothing wrong: ")


def test_every_problem_at_once_with_its_line(tmp_path: Path, capsys: Capture) -> None:
    """FILE:LINE: what is wrong: what to do."""
    text = """\
nodes:
  a: {interfaces: {e: {addresses: [10.0.0.1]}}}
  b: {colour: red}
links:
  - ends: [a:e, c:e]
  - ends: [b:e, b:e]
"""
    assert check(text, tmp_path) == 1
    said = capsys.readouterr().err.splitlines()
    file = tmp_path / "lab.yaml"
    assert [line.partition(": ")[0] for line in said] == [f"{file}:{n}" for n in (2, 3, 5, 6)]
    assert all(line.count(": ") >= 2 for line in said)


def test_warnings_do_not_count_unless_asked(tmp_path: Path, capsys: Capture) -> None:
    """A warning is said; --strict makes the answer no."""
    text = "nodes: {a: , b: }\nlinks: ['a:e -- b:e']\nlayout: {c: [0, 0]}"
    assert check(text, tmp_path) == 0
    assert ":3: warning: there is no node c" in capsys.readouterr().err
    assert check(text, tmp_path, "--strict") == 1


def test_json_is_taken(tmp_path: Path) -> None:
    """A JSON document is a drawing as well."""
    assert check('{"nodes": {"a": {"kind": "router"}}}', tmp_path) == 0


def test_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    """Some editors write one."""
    assert check(b"\xef\xbb\xbfnodes: {a: }", tmp_path) == 0


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """`-` reads it, and calls it <stdin>."""
    stream = SimpleNamespace(buffer=io.BytesIO(b"nodes: {A: }"))
    monkeypatch.setattr("sys.stdin", stream)
    assert main(["check", "-"]) == 1
    assert capsys.readouterr().err.startswith("<stdin>:1: ")


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("/nonexistent/lab.yaml", "No such file or directory"),
        ("/tmp", "Is a directory"),  # noqa: S108 - every system has it
        ("/dev/null/x", "Not a directory"),
        ("/nonexistent/a\x1b[31m\nb", "No such file or directory"),
    ],
)
def test_file_that_cannot_be_read(file: str, reason: str, capsys: Capture) -> None:
    """Status 2, in one line."""
    assert main(["check", file]) == 2
    said = capsys.readouterr().err
    shown = file.replace("\x1b", "\\x1b").replace("\n", "\\n")
    assert said == f"{shown}: {reason}: name a file that can be read\n"


def test_text_that_is_none(tmp_path: Path, capsys: Capture) -> None:
    """Bytes that are no UTF-8 are said with their line."""
    assert check(b"nodes:\n  a: \xff\xfe", tmp_path) == 2
    assert ":2: this is no UTF-8 text: save it as UTF-8" in capsys.readouterr().err


def test_endless_file_is_not_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """No more than the limit is read, of whatever is named."""
    monkeypatch.setenv("VETHWORK_MAX_DOCUMENT_BYTES", "1000")
    assert main(["check", "/dev/zero"]) == 2
    assert capsys.readouterr().err == (
        "/dev/zero: more than the 1000 bytes allowed: split the lab\n"
    )


def test_limits_are_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """A limit in the environment holds; what is no number is said."""
    monkeypatch.setenv("VETHWORK_MAX_NODES", "1")
    assert check("nodes: {a: , b: }", tmp_path) == 1
    assert "2 nodes are more than the 1 allowed" in capsys.readouterr().err
    monkeypatch.setenv("VETHWORK_MAX_NODES", "many")
    assert check("nodes: {a: }", tmp_path) == 2
    assert "has to be a number" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "- a",
        "nodes: [",
        "nodes: &a {b: *a}",
        "a: " + "[" * 1000,
        "nodes: {'%d': , a/b: , 'a\\nb': , a23456789012345x: }",
        "nodes: {a: {interfaces: {a23456789012345x: {}}}}",
        "nodes: {a: }\nnodes: {b: }",
        "nodes: {a: !!python/object:os.system ls}",
        "\x00",
        "links: 7",
        "nodes: {a: {routes: [{}]}}",
        '{"nodes": ' + "[" * 5000,
        "%YAML 9.9\n---\nnodes:",
        "? [a]\n: b",
    ],
)
@pytest.mark.parametrize("command", [["check"], ["export", "--to", "yaml"], ["plan"], ["verify"]])
def test_no_text_is_a_surprise(
    text: str, command: list[str], tmp_path: Path, capsys: Capture
) -> None:
    """Whatever is in the file: lines that begin with its name, and a status that says no."""
    file = tmp_path / "lab.yaml"
    file.write_text(text)
    assert main([*command, str(file)]) in {1, 2}
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err
    assert all(line.startswith(f"{file}") for line in said.err.splitlines())
