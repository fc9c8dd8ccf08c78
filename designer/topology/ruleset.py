"""A raw ruleset: nft(8)'s own text, for what rules cannot say.

What can be told of it without nft is told here; the rest by nft itself, before it is applied.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from designer.topology.sentence import say

RULESET_BYTES_MAX = 64 << 10
"""As one argument of a command, which the exports make of it, it could have twice as many."""

_STRINGS_AND_COMMENTS = re.compile(r'"[^"\n]*"?|#[^\n]*')
_INCLUDE = re.compile(r"(?<![\w./$@-])include(?![\w./-])")
_FLUSH = re.compile(r"(?<![\w./$@-])flush\s+ruleset(?![\w./-])")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def _parse_ruleset(value: Any) -> str:
    if not isinstance(value, str):
        message = say("a ruleset is nft's own text: write it as a block, `ruleset: |`")
        raise ValueError(message)  # noqa: TRY004 - pydantic collects ValueError
    if wrong := next(_wrong(value), ""):
        raise ValueError(wrong)
    return value


def _wrong(text: str) -> Iterator[str]:
    """Yield what is wrong; the text goes to nft and into a shell script as one argument."""
    if len(text.encode(errors="replace")) > RULESET_BYTES_MAX:
        yield say(
            "the ruleset is longer than {most} bytes: shorten it by sets",
            most=RULESET_BYTES_MAX,
        )
        return
    if control := _CONTROLS.search(text):
        yield say(
            "{where} has an invisible character {character}: remove it",
            where=_at(text, control),
            character=repr(control[0]),
        )
    words = _STRINGS_AND_COMMENTS.sub(lambda match: " " * len(match[0]), text)
    if include := _INCLUDE.search(words):
        yield say(
            "{where} includes a file, which is not allowed: put its text here",
            where=_at(text, include),
        )
    if flush := _FLUSH.search(words):
        yield say(
            "{where} flushes the ruleset, of which the node's own rules are a part: leave"
            " it out, what the text does not say is removed anyway",
            where=_at(text, flush),
        )


def _at(text: str, match: re.Match[str]) -> str:
    return say("line {number}", number=text.count(chr(10), 0, match.start()) + 1)


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
