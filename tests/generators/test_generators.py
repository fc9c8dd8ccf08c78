"""Labs of a regular shape."""

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.exporters.yaml import export
from designer.generators import GENERATORS
from designer.generators.lab import TooLarge, draw
from designer.generators.line import Line
from designer.generators.mesh import Mesh
from designer.generators.random import Random
from designer.generators.ring import Ring
from designer.generators.shape import Shape
from designer.generators.star import Star
from designer.topology.checks import check
from designer.topology.problem import errors
from designer.topology.topology import Topology
from tests.installation import Vethwork

SMALL = 4
"""The most that a test chooses of anything; in the range of every number."""


@st.composite
def shapes(draw_value: st.DrawFn) -> Shape:
    """Draw any shape with small numbers, each at least what it must be."""
    kind = GENERATORS[draw_value(st.sampled_from(sorted(GENERATORS)))]
    values: dict[str, object] = {
        "core": draw_value(st.sampled_from(["router", "switch"])),
        "ipv6": draw_value(st.booleans()),
    }
    for name, field in kind.model_fields.items():
        if name not in values:
            least = next(one.ge for one in field.metadata if hasattr(one, "ge"))
            values[name] = draw_value(st.integers(least, SMALL))
    return kind.model_validate(values)


@given(shapes())
def test_every_shape_is_a_sound_drawing(shape: Shape) -> None:
    """Nothing is wrong with it, and every node has a place of its own."""
    topology = draw(shape)
    assert errors(check(topology)) == []
    assert set(topology.layout) == set(topology.nodes)
    assert len(set(topology.layout.values())) == len(topology.nodes)


@given(shapes())
def test_every_shape_is_in_one_piece(shape: Shape) -> None:
    """Cables lead from any node to any other."""
    topology = draw(shape)
    assert reached(topology) == set(topology.nodes)


def reached(topology: Topology) -> set[str]:
    """Return the nodes that cables lead to from the first one."""
    beside = defaultdict(set)
    for link in topology.links:
        left, right = (end.node for end in link.ends)
        beside[left].add(right)
        beside[right].add(left)
    found, waiting = set(), [next(iter(topology.nodes))]
    while waiting:
        if (node := waiting.pop()) not in found:
            found.add(node)
            waiting += beside[node]
    return found


def test_ring_closes() -> None:
    """Each is joined to two, the first to the last."""
    topology = draw(Ring(nodes=5, hosts=0))
    ends = [tuple(end.node for end in link.ends) for link in topology.links]
    assert ends == [*pairwise(["r1", "r2", "r3", "r4", "r5"]), ("r5", "r1")]


def test_mesh_joins_every_two() -> None:
    """Four have six cables among them."""
    assert len(draw(Mesh(nodes=4, hosts=0)).links) == 6


def test_switches_in_a_loop_have_a_spanning_tree() -> None:
    """Frames would circle for ever otherwise; where there is no loop it only costs time."""
    looped, plain = draw(Ring(core="switch")), draw(Star(core="switch"))
    assert all(node.stp for node in looped.nodes.values() if node.kind == "switch")
    assert not any(node.stp for node in plain.nodes.values())


def test_hosts_that_share_a_router_share_a_switch() -> None:
    """A router has one interface for all of them; a router in the middle of a star has one each."""
    line, star = draw(Line(nodes=2, hosts=3)), draw(Star(core="router", hosts=5))
    assert interfaces_of(line, "r1") == 2
    assert interfaces_of(star, "r1") == 5


def interfaces_of(topology: Topology, node: str) -> int:
    """Return how many cables end at a node."""
    return sum(end.node == node for link in topology.links for end in link.ends)


@given(st.integers(0, 1000))
def test_a_seed_is_a_network(seed: int) -> None:
    """The same numbers give the same network again."""
    assert draw(Random(seed=seed)) == draw(Random(seed=seed))


def test_seeds_differ() -> None:
    """Another seed is another network, as a rule."""
    assert len({draw(Random(seed=seed)).links for seed in range(10)}) > 5


def test_too_large_is_said() -> None:
    """Numbers that are each in range may be too many together."""
    with pytest.raises(TooLarge, match="2000 at most"):
        draw(Mesh(nodes=40, hosts=50).model_copy(update={"hosts": 60}))


@pytest.mark.kernel
@pytest.mark.parametrize("name", sorted(GENERATORS))
def test_first_host_reaches_the_last(vethwork: Vethwork, name: str) -> None:
    """On the real kernel, by routes that are worked out, or through switches."""
    text = export(draw(GENERATORS[name]())).text
    done = vethwork("verify", "-", text=text)
    assert done.returncode == 0, done.stdout + done.stderr
