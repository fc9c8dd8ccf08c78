"""A shape as a drawing: routers or switches, hosts, cables, places, and something to expect."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from designer.generators.graph import Graph, Place
from designer.generators.shape import MOST_NODES, Shape
from designer.topology.sentence import say
from designer.topology.topology import Topology

IPV6_POOL = "fd00::/48"
ADDRESSES_FROM = "10.0.0.0/8"

Values = dict[str, Any]


class TooLarge(ValueError):
    """The numbers chosen make more nodes than anybody looks at."""


def draw(shape: Shape, name: str = "") -> Topology:
    """Return the lab of a shape; its hosts expect the first of them to reach the last.

    Several hosts at a router share a switch, unless the shape keeps them apart. Raises TooLarge.
    """
    graph = shape.graph()
    if (size := len(graph.corners) + len(graph.hosts)) > MOST_NODES:
        message = say(
            "{size} nodes are too many: choose numbers for {most} at most",
            size=size,
            most=MOST_NODES,
        )
        raise TooLarge(message)
    plan = _Plan(graph, shape)
    return Topology.model_validate(
        {
            "name": name or shape.label.lower(),
            **({"routing": "automatic"} if shape.core == "router" else {}),
            **({"addressing": {"ipv4": ADDRESSES_FROM, "ipv6": IPV6_POOL}} if shape.ipv6 else {}),
            "nodes": dict(plan.nodes()),
            "links": list(plan.links()),
            "expect": list(plan.expectations()),
            "layout": plan.layout,
        }
    )


class _Plan:
    """Names, places and cables, worked out once."""

    def __init__(self, graph: Graph, shape: Shape) -> None:
        self.graph = graph
        self.shape = shape
        self.layout: dict[str, tuple[int, int]] = {}
        self._ports: Counter[str] = Counter()
        self._prefix = "r" if shape.core == "router" else "sw"
        crowds = Counter(corner for corner, _ in graph.hosts)
        shares = shape.core == "router" and not shape.apart
        self._shared = {corner for corner, count in crowds.items() if shares and count > 1}

    def nodes(self) -> Iterator[tuple[str, Values]]:
        """Yield every node, the corners first, and note where it stands."""
        for number, place in enumerate(self.graph.corners):
            self._put(self._corner(number), place)
            yield self._corner(number), self._core()
        for number in sorted(self._shared):
            self._put(self._lan(number), self._beside(number))
            yield self._lan(number), {"kind": "switch"}
        for number, (_, place) in enumerate(self.graph.hosts):
            self._put(self._host(number), place)
            yield self._host(number), {"kind": "host"}

    def _core(self) -> Values:
        needs_tree = self.shape.core == "switch" and self.graph.has_loop
        return {"kind": self.shape.core} | ({"stp": True} if needs_tree else {})

    def _put(self, name: str, place: Place) -> None:
        self.layout[name] = (round(place.x), round(place.y))

    def _beside(self, corner: int) -> Place:
        """Return the middle between a corner and the hosts around its switch."""
        places = [place for number, place in self.graph.hosts if number == corner]
        here = self.graph.corners[corner]
        middle = [sum(values) / len(places) for values in zip(*places, strict=True)]
        return Place((here.x + middle[0]) / 2, (here.y + middle[1]) / 2)

    def links(self) -> Iterator[Values]:
        """Yield every cable, those between corners first."""
        for left, right in self.graph.edges:
            yield self._link(self._corner(left), self._corner(right))
        for number in sorted(self._shared):
            yield self._link(self._corner(number), self._lan(number))
        for number, (corner, _) in enumerate(self.graph.hosts):
            joined = self._lan(corner) if corner in self._shared else self._corner(corner)
            yield self._link(self._host(number), joined)

    def _link(self, left: str, right: str) -> Values:
        return {"ends": [self._port(left), self._port(right)]}

    def _port(self, node: str) -> str:
        """Return the node's next interface, called as the kernel would or as a switch's port."""
        number = self._ports[node]
        self._ports[node] += 1
        is_switch = node.startswith(("sw", "lan"))
        return f"{node}:p{number + 1}" if is_switch else f"{node}:eth{number}"

    def expectations(self) -> Iterator[Values]:
        """Yield that the first host reaches the last one, and back."""
        last = len(self.graph.hosts) - 1
        if last > 0:
            yield {"from": self._host(0), "to": self._host(last)}
            yield {"from": self._host(last), "to": self._host(0)}

    def _corner(self, number: int) -> str:
        return f"{self._prefix}{number + 1}"

    def _lan(self, corner: int) -> str:
        return f"lan{corner + 1}"

    def _host(self, number: int) -> str:
        return f"h{number + 1}"
