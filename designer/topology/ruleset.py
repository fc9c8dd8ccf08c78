"""A raw ruleset: nft(8)'s own text, for what rules cannot say.

What can be told of it without nft is told here; the rest by nft itself, before it is applied.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

RULESET_BYTES_MAX = 64 << 10
"""As one argument of a command, which the exports make of it, it could have twice as many."""

_STRINGS_AND_COMMENTS = re.compile(r'"[^"\n]*"?|#[^\n]*')
_INCLUDE = re.compile(r"(?<![\w./$@-])include(?![\w./-])")
_FLUSH = re.compile(r"(?<![\w./$@-])flush\s+ruleset(?![\w./-])")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def _parse_ruleset(value: Any) -> str:
    if not isinstance(value, str):
        message = "a ruleset is nft's own text: write it as a block, `ruleset: |`"
        raise ValueError(message)  # noqa: TRY004 - pydantic collects ValueError
    if wrong := next(_wrong(value), ""):
        raise ValueError(wrong)
    return value


def _wrong(text: str) -> Iterator[str]:
    """Yield what is wrong; the text goes to nft and into a shell script as one argument."""
    if len(text.encode(errors="replace")) > RULESET_BYTES_MAX:
        yield f"the ruleset is longer than {RULESET_BYTES_MAX} bytes: shorten it by sets"
        return
    if control := _CONTROLS.search(text):
        yield f"{_at(text, control)} has an invisible character {control[0]!r}: remove it"
    words = _STRINGS_AND_COMMENTS.sub(lambda match: " " * len(match[0]), text)
    if include := _INCLUDE.search(words):
        yield f"{_at(text, include)} includes a file, which is not allowed: put its text here"
    if flush := _FLUSH.search(words):
        yield (
            f"{_at(text, flush)} flushes the ruleset, of which the node's own rules are a part:"
            " leave it out, what the text does not say is removed anyway"
        )


def _at(text: str, match: re.Match[str]) -> str:
    return f"line {text.count(chr(10), 0, match.start()) + 1}"


RulesetText = Annotated[
    str,
    BeforeValidator(_parse_ruleset),
    WithJsonSchema(
        {
            "type": "string",
            "maxLength": RULESET_BYTES_MAX,
            "description": "Text for nft -f.",
        }
    ),
]
