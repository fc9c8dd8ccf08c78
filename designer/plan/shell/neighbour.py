"""Permanent neighbours as ip-neighbour(8) takes them."""

from designer.plan.operations import DeleteNeighbour, SetNeighbour
from designer.plan.shell.words import ip


def neighbour_command(operation: SetNeighbour | DeleteNeighbour) -> str:
    """Return the command that makes or deletes an entry."""
    begin, one = f"{ip(operation.namespace)} neighbour", operation.neighbour
    if isinstance(operation, SetNeighbour):
        return f"{begin} replace {one} nud permanent"
    return f"{begin} delete {one.address} dev {one.interface}"
