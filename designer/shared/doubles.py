"""What only a shared document can say and no drawing: two elements of one name."""

from collections import Counter
from collections.abc import Iterator, Sequence

from designer.shared.element import Node
from designer.topology.problem import Problem


def find_doubles(nodes: Sequence[Node]) -> Iterator[Problem]:
    """Every node needs a name of its own, and in it every interface: two people chose one."""
    for name, count in Counter(node.name for node in nodes).items():
        if count > 1:
            message = f"{count} nodes are called {name!r}: rename all but one"
            yield Problem("double-name", f"nodes/{name}", message)
    for node in nodes:
        for name, count in Counter(port.name for port in node.ports).items():
            if count > 1:
                message = f"{count} interfaces of {node.name} are called {name!r}: rename one"
                yield Problem("double-name", f"nodes/{node.name}/interfaces/{name}", message)
