"""YAML for other tools: blocks, and lists that stand in one line where that reads better."""

from collections.abc import Mapping
from typing import Any

import yaml


class Line(list[Any]):
    """A list that is written in one line."""


class _Dumper(yaml.SafeDumper):
    """Quotes what a reader of YAML 1.1 would take for something else than a text, such as `on`."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the base class passes it
        """Write everything out: tools read anchors in their own ways."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent lists under their key."""
        super().increase_indent(flow, indentless=False)


def _write_line(dumper: _Dumper, line: Line) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", line, flow_style=True)


_Dumper.add_representer(Line, _write_line)

_ENDLESS = 2**20


def dump_lines(document: Mapping[str, Any]) -> str:
    """Return the document as YAML, each text in one line however long."""
    return yaml.dump(
        document,
        Dumper=_Dumper,
        sort_keys=False,
        default_flow_style=False,
        allow_unicode=True,
        width=_ENDLESS,
    )
