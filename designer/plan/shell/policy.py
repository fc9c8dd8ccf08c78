"""Policies as ip-rule(8) takes them."""

from designer.plan.operations import AddPolicy, DeletePolicy
from designer.plan.shell.words import ip


def policy_command(operation: AddPolicy | DeletePolicy) -> str:
    """Return the command that adds or deletes a policy."""
    verb = "add" if isinstance(operation, AddPolicy) else "delete"
    six = " -6" if operation.policy.version == 6 else ""  # noqa: PLR2004
    return f"{ip(operation.namespace)}{six} rule {verb} {operation.policy}"
