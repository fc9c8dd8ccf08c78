"""A shape: corners, the lines between them, and the hosts that hang on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import NamedTuple

WIDTH_PX, HEIGHT_PX = 190, 100
"""How much room a node takes on the canvas, with the distance to the next one."""


class Place(NamedTuple):
    """Where something stands, in pixels."""

    x: float
    y: float


Hosts = tuple[tuple[int, Place], ...]
"""The corner that each host hangs on, by index, and where it stands."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Corners in one piece; `edges` name them by index."""

    corners: tuple[Place, ...]
    edges: tuple[tuple[int, int], ...]
    hosts: Hosts = ()

    @property
    def has_loop(self) -> bool:
        """Tell whether there are two ways between some corners."""
        return len(self.edges) >= len(self.corners)


def row(count: int, step_px: float, y: float = 0, middle: float = 0) -> tuple[Place, ...]:
    """Return places in a row, around a middle."""
    first = middle - step_px * (count - 1) / 2
    return tuple(Place(first + step_px * number, y) for number in range(count))


def circle(count: int, hosts: int = 1) -> tuple[Place, ...]:
    """Return places on a circle with room for so many hosts beyond each, the first one on top."""
    radius = max(WIDTH_PX * 1.2, count * max(hosts, 1) * WIDTH_PX / (2 * pi))
    angles = (2 * pi * number / count - pi / 2 for number in range(count))
    return tuple(Place(radius * cos(angle), radius * sin(angle)) for angle in angles)


def hosts_below(corners: Sequence[Place], count: int, first: int = 0) -> Hosts:
    """Return hosts in a row below each corner from the first one on."""
    return tuple(
        (number, place)
        for number, corner in enumerate(corners[first:], first)
        for place in row(count, WIDTH_PX, corner.y + 2 * HEIGHT_PX, corner.x)
    )


def hosts_outward(corners: Sequence[Place], count: int) -> Hosts:
    """Return hosts side by side beyond each corner, seen from the middle of the shape."""
    return tuple(
        (number, place) for number, corner in enumerate(corners) for place in _beyond(corner, count)
    )


def _beyond(corner: Place, count: int) -> Iterator[Place]:
    length = hypot(*corner)
    right, down = corner.x / length, corner.y / length
    far = length + 1.6 * WIDTH_PX
    for aside in (WIDTH_PX * (number - (count - 1) / 2) for number in range(count)):
        yield Place(right * far - down * aside, down * far + right * aside)


def width_of(hosts: int) -> float:
    """Return how far corners with so many hosts below them stand apart."""
    return WIDTH_PX * max(hosts, 1) + WIDTH_PX / 4
