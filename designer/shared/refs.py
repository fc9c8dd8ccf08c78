"""How one part of a shared document names another: by id, so that a rename touches nothing else.

`#node` and `#node/interface` name what is drawn; a text without `#` is that text, such as an
address. Routes and masquerade name interfaces of their own node: `#interface`.
"""

import secrets
from dataclasses import dataclass

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_ID_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Ref:
    """A node or one of its interfaces, by id; or, with no node, a text."""

    node: str | None = None
    interface: str | None = None
    text: str = ""


def encode_ref(ref: Ref) -> str:
    """Return what the document holds."""
    if ref.node is None:
        return ref.text
    return f"#{ref.node}" if ref.interface is None else f"#{ref.node}/{ref.interface}"


def decode_ref(stored: object) -> Ref:
    """Return what is meant; what is no text means nothing."""
    if not isinstance(stored, str):
        return Ref()
    if not stored.startswith("#"):
        return Ref(text=stored)
    node, *ports = stored[1:].split("/")
    return Ref(node, ports[0] if ports else None)


def new_id() -> str:
    """Return an id as browsers make them."""
    rest = secrets.randbelow(len(_DIGITS) ** _ID_LENGTH)  # asks the kernel once, not for each digit
    digits = []
    for _ in range(_ID_LENGTH):
        rest, digit = divmod(rest, len(_DIGITS))
        digits.append(_DIGITS[digit])
    return "".join(digits)
