"""What is said to a person: English that remembers how it came about, for other languages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import Any, Self, TypedDict

Value = str | int | float
"""What fills a gap; a sentence within a sentence is said in the reader's language as well."""

_GAP = re.compile(r"\{(\w+)\}")


class Sentence(str):
    """A text that knows the template and the values it was made of.

    To everybody who does not ask it is the English text. What is made of it by other means than
    `say` (a slice, an f-string) is a plain text again, which stays English everywhere.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, Value]

    def __new__(
        cls, template: str, values: Mapping[str, Value] | None = None, text: str | None = None
    ) -> Self:
        """Fill the gaps, unless the English text is given."""
        values = values or {}
        sentence = super().__new__(cls, _filled(template, values) if text is None else text)
        sentence.template, sentence.values = template, values
        return sentence


def _filled(template: str, values: Mapping[str, Value]) -> str:
    """What is put into a gap is never read as a template."""
    return _GAP.sub(lambda gap: str(values.get(gap[1], gap[0])), template)


class Told(TypedDict):
    """How a sentence goes to a browser beside its text; a plain text has no template."""

    template: str | None
    values: dict[str, Any] | None


def say(template: str, /, **values: object) -> Sentence:
    """Return a sentence; the template stands written out in the call, for a test collects them."""
    return Sentence(template, {name: _value(value) for name, value in values.items()})


def counted(one: str, many: str, /, count: int, **values: object) -> Sentence:
    """Return a sentence in the form that fits a number.

    Its template is the text for many: under that another language has as many forms as it needs,
    and chooses by `count`.
    """
    kept = {"count": count, **{name: _value(value) for name, value in values.items()}}
    return Sentence(many, kept, _filled(one if count == 1 else many, kept))


def _value(value: object) -> Value:
    """Numbers stay numbers; names, addresses and all else go by what they are written as."""
    is_kept = isinstance(value, Sentence) or type(value) in {int, float}
    return value if is_kept else str(value)  # type: ignore[return-value] # told apart just now


def listed(texts: Iterable[str], by: str = "; ") -> Sentence:
    """Return several sentences in a row."""
    values = dict(enumerate(texts))
    template = by.join(f"{{{number}}}" for number in values)
    return Sentence(template, {str(number): text for number, text in values.items()})


def either(names: Iterable[object]) -> Sentence:
    """Return names of which one is meant: `a`, `a or b`, `a or b or c`."""
    return reduce(lambda one, other: say("{one} or {other}", one=one, other=other), _said(names))


def both(names: Iterable[object]) -> Sentence:
    """Return names which are all meant: `a`, `a and b`, `a and b and c`."""
    return reduce(lambda one, other: say("{one} and {other}", one=one, other=other), _said(names))


def _said(names: Iterable[object]) -> Iterator[Sentence]:
    return (
        one if isinstance(one, Sentence) else Sentence("{name}", {"name": str(one)})
        for one in names
    )


def told(text: str) -> Told:
    """Return what others need to say a text in their language, as JSON values."""
    if not isinstance(text, Sentence):
        return {"template": None, "values": None}
    return {"template": text.template, "values": _plain(text.values)}


def _plain(values: Mapping[str, Value]) -> dict[str, Any]:
    return {
        name: told(value) if isinstance(value, Sentence) else value
        for name, value in values.items()
    }


def retold(message: str, template: str | None = None, values: Any = None) -> Sentence:
    """Return the sentence that `told` took apart; one from before there were templates is plain."""
    if template is None:
        return Sentence(message)
    again = {name: _again(value) for name, value in (values or {}).items()}
    return Sentence(template, again, message or None)


def _again(value: Any) -> Value:
    return retold("", **value) if isinstance(value, dict) else value


def spoken(error: Exception) -> Sentence:
    """Return what an error says, with its template if it was raised with a sentence."""
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Sentence) else Sentence(str(error))
