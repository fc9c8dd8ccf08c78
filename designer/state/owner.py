"""Whose user namespace a network namespace belongs to."""

from typing import Literal

Owner = Literal["lab", "worker"]
