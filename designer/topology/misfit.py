"""What is wrong with a value that no drawing can have, from how pydantic tells it."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from designer.topology.sentence import Sentence, say, spoken

_WORDS: Mapping[str, Sentence] = {
    "bool_parsing": say("input should be a valid boolean, unable to interpret input"),
    "bool_type": say("input should be a valid boolean"),
    "dict_type": say("input should be a valid dictionary"),
    "extra_forbidden": say("extra inputs are not permitted"),
    "finite_number": say("input should be a finite number"),
    "float_parsing": say("input should be a valid number, unable to parse string as a number"),
    "float_type": say("input should be a valid number"),
    "greater_than_equal": say("input should be greater than or equal to {ge}"),
    "int_from_float": say("input should be a valid integer, got a number with a fractional part"),
    "int_parsing": say("input should be a valid integer, unable to parse string as an integer"),
    "int_type": say("input should be a valid integer"),
    "less_than_equal": say("input should be less than or equal to {le}"),
    "list_type": say("input should be a valid list"),
    "missing": say("field required"),
    "model_type": say("input should be a valid dictionary or instance of {class_name}"),
    "string_too_long": say("string should have at most {max_length} characters"),
    "string_type": say("input should be a valid string"),
    "too_long": say(
        "{field_type} should have at most {max_length} items after validation, not {actual_length}"
    ),
    "tuple_type": say("input should be a valid tuple"),
}
"""By pydantic's kind of error, in its own words."""


def misfit(error: ErrorDetails | Mapping[str, Any]) -> Sentence:
    """Return what is wrong: our own words, or pydantic's."""
    values = error.get("ctx", {})
    cause = values.get("error")
    if isinstance(cause, ValueError):
        return spoken(cause)
    text = error["msg"][:1].lower() + error["msg"][1:]
    if error["type"] in _WORDS:
        template = _WORDS[error["type"]].template
        said = Sentence(template, {name: str(value) for name, value in values.items()})
        return said if said == text else Sentence(text)
    return Sentence(text)
