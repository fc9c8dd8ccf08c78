"""How single steps of a plan are told in events."""

from designer.messages import PlannedOperation
from designer.plan.operations import Operation
from designer.plan.shell import commands
from designer.topology.sentence import told


def told_operation(operation: Operation, element: str) -> PlannedOperation:
    """Return an operation in words and as commands, beside the element it is about."""
    text = str(operation)
    return PlannedOperation(text=text, commands=commands(operation), element=element, **told(text))
