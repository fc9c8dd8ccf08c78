"""Labs of a regular shape, made from a few numbers: a module each.

To add one, copy the nearest module and enter its class below.
"""

from collections.abc import Mapping

from designer.generators.grid import Grid
from designer.generators.leaf_spine import LeafSpine
from designer.generators.line import Line
from designer.generators.mesh import Mesh
from designer.generators.random import Random
from designer.generators.ring import Ring
from designer.generators.shape import Shape
from designer.generators.star import Star
from designer.generators.tree import Tree

GENERATORS: Mapping[str, type[Shape]] = {
    "line": Line,
    "ring": Ring,
    "star": Star,
    "tree": Tree,
    "mesh": Mesh,
    "grid": Grid,
    "leaf-spine": LeafSpine,
    "random": Random,
}
