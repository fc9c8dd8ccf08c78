"""Which namespaces a plan changes something in."""

from collections.abc import Iterable

from designer.plan.operations import CreateVeth, Operation


def namespaces_of(plan: Iterable[Operation]) -> frozenset[str]:
    """Return the namespaces that a plan changes, both ends of every cable among them."""
    return frozenset(name for operation in plan for name in _namespaces(operation))


def _namespaces(operation: Operation) -> tuple[str, ...]:
    if isinstance(operation, CreateVeth):
        return operation.left.namespace, operation.right.namespace
    return (operation.namespace,)
