"""Requests about settings of the kernel."""

from dataclasses import dataclass

from designer.topology.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class SetSysctl:
    """Give a setting its value."""

    namespace: str
    name: str
    value: str

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "set {name} to {value} in {namespace}",
            name=self.name,
            value=self.value,
            namespace=self.namespace,
        )


@dataclass(frozen=True, slots=True)
class ResetSysctl:
    """Give a setting the value back that it has in a namespace in which nobody set it."""

    namespace: str
    name: str

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "set {name} back to its default in {namespace}",
            name=self.name,
            namespace=self.namespace,
        )
