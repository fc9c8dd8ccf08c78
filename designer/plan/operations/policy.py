"""Requests about policies."""

from dataclasses import dataclass

from designer.state.policy import Policy


@dataclass(frozen=True, slots=True)
class AddPolicy:
    """Add a policy."""

    namespace: str
    policy: Policy

    def __str__(self) -> str:
        """Say it in one line."""
        return f"add policy {self.policy} in {self.namespace}"


@dataclass(frozen=True, slots=True)
class DeletePolicy:
    """Delete a policy."""

    namespace: str
    policy: Policy

    def __str__(self) -> str:
        """Say it in one line."""
        return f"delete policy {self.policy} in {self.namespace}"
