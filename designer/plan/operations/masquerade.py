"""Requests about masquerade."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetMasquerade:
    """Masquerade out of exactly these interfaces; none removes the rules."""

    namespace: str
    out_interfaces: frozenset[str]

    def __str__(self) -> str:
        """Say it in one line."""
        if not self.out_interfaces:
            return f"stop masquerading in {self.namespace}"
        return f"masquerade out of {', '.join(sorted(self.out_interfaces))} in {self.namespace}"
