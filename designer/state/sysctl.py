"""A setting of a namespace's kernel, as sysctl(8) has it."""

from typing import NamedTuple


class Sysctl(NamedTuple):
    """A setting with its value; numbers in a row are apart by one space."""

    name: str
    value: str
