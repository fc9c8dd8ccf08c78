"""Corners joined at random, and the same for the same seed."""

from random import Random as Dice
from typing import ClassVar

from pydantic import Field

from designer.generators.graph import Graph, circle, hosts_outward
from designer.generators.shape import Shape


class Random(Shape):
    """Joined by chance, yet in one piece; the same seed gives the same network again."""

    label: ClassVar[str] = "Random"

    nodes: int = Field(default=8, ge=2, le=200, description="How many are joined.")
    degree: float = Field(default=2.5, ge=1, le=20, description="Cables at each, on average.")
    seed: int = Field(default=1, ge=0, le=2**31 - 1, description="Another number, another network.")

    def graph(self) -> Graph:
        """Join each to one before it, then any two until there are cables enough."""
        dice = Dice(self.seed)  # noqa: S311 - a network to learn from, no secret
        chosen = {(dice.randrange(number), number) for number in range(1, self.nodes)}
        most = self.nodes * (self.nodes - 1) // 2
        wanted = min(round(self.nodes * self.degree / 2), most)
        while len(chosen) < wanted:
            left, right = sorted(dice.sample(range(self.nodes), 2))
            chosen.add((left, right))
        corners = circle(self.nodes, self.hosts)
        return Graph(corners, tuple(sorted(chosen)), hosts_outward(corners, self.hosts))
