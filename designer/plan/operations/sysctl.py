"""Requests about settings of the kernel."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetSysctl:
    """Give a setting its value."""

    namespace: str
    name: str
    value: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"set {self.name} to {self.value} in {self.namespace}"


@dataclass(frozen=True, slots=True)
class ResetSysctl:
    """Give a setting the value back that it has in a namespace in which nobody set it."""

    namespace: str
    name: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"set {self.name} back to its default in {self.namespace}"
