"""Ends of links and numbers on the command line, and what is wrong with them."""

from pydantic import ValidationError

from designer.cli.errors import BadInput
from designer.topology.values import End, parse_end


def parsed_end(command: str, text: str) -> End:
    """Return an end; raises BadInput."""
    try:
        return parse_end(text)
    except ValueError as error:
        raise BadInput([f"vethwork {command}: {error}"]) from None


def what_is_wrong(error: ValidationError) -> str:
    """Return the first mistake in options that a model was made of."""
    first = error.errors()[0]
    where = "".join(f"--{str(step).replace('_', '-')}: " for step in first["loc"])
    return f"{where}{first['msg'].removeprefix('Value error, ')}"
