"""What only a shared document can say and no drawing: two elements of one name."""

from collections import Counter
from collections.abc import Iterator, Sequence

from designer.shared.element import Node
from designer.topology.problem import Problem
from designer.topology.sentence import say


def find_doubles(nodes: Sequence[Node]) -> Iterator[Problem]:
    """Every node needs a name of its own, and in it every interface: two people chose one."""
    for name, count in Counter(node.name for node in nodes).items():
        if count > 1:
            message = say(
                "{count} nodes are called {name}: rename all but one", count=count, name=repr(name)
            )
            yield Problem("double-name", f"nodes/{name}", message)
    for node in nodes:
        for name, count in Counter(port.name for port in node.ports).items():
            if count > 1:
                message = say(
                    "{count} interfaces of {node} are called {name}: rename one",
                    count=count,
                    node=node.name,
                    name=repr(name),
                )
                yield Problem("double-name", f"nodes/{node.name}/interfaces/{name}", message)
