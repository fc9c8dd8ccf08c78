"""Whole drawings, whether they make sense or not."""

from ipaddress import ip_network

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from designer.topology.expectation import Expectation, Probe
from designer.topology.impairment import Impairment
from designer.topology.link import Link
from designer.topology.routing import Routing
from designer.topology.shape import Shape
from designer.topology.topology import Addressing, Topology
from tests.strategies.nouns import (
    addresses,
    any_nodes,
    coordinates,
    ends,
    node_names,
    probes,
    titles,
)


def _expectation(source: str, target: str, probe: Probe, outcome: str) -> Expectation:
    said = {"from": source, "to": target, "probe": probe, "outcome": outcome}
    return Expectation.model_validate(said)


percentages = st.one_of(st.sampled_from([0, 0, 0.5, 1, 33.3, 100]), st.floats(0, 100))

any_impairments: SearchStrategy[Impairment] = st.builds(
    Impairment,
    delay_ms=st.one_of(st.sampled_from([0, 0.001, 1.3, 20, 10_000]), st.floats(0, 10_000)),
    jitter_ms=st.one_of(st.sampled_from([0, 0, 5]), st.floats(0, 2_000)),
    loss_percent=percentages,
    duplicate_percent=percentages,
    reorder_percent=percentages,
    corrupt_percent=percentages,
    rate_kbit=st.one_of(st.none(), st.integers(8, 100_000_000)),
    queue_packets=st.one_of(st.none(), st.integers(1, 100_000)),
)


any_expectations: SearchStrategy[Expectation] = st.builds(
    _expectation,
    node_names,
    st.one_of(node_names, ends.map(str), addresses.map(str), titles.map(lambda one: one[:64])),
    probes,
    st.sampled_from(["reached", "blocked"]),
)

labels = st.one_of(st.none(), st.none(), titles.map(lambda one: one[:60]))
bends = st.lists(st.tuples(coordinates, coordinates), max_size=2).map(tuple)

any_links: SearchStrategy[Link] = st.builds(
    Link,
    ends=st.tuples(ends, ends),
    label=labels,
    bends=bends,
    angled=st.booleans(),
    cut=st.booleans(),
    impairment=st.one_of(st.none(), any_impairments),
    impairment_back=st.one_of(st.none(), any_impairments),
)

shape_texts = st.lists(titles, min_size=1, max_size=3).map("\n".join).filter(len)
colors = st.sampled_from(["grey", "grey", "blue", "red", "purple"])
extents = st.sampled_from([20, 240, 100_000, 62.5])


@st.composite
def any_shapes(draw: DrawFn) -> Shape:
    """Draw a note, a region or a group, of nodes that may not be there."""
    kind = draw(st.sampled_from(["note", "region", "group"]))
    said: dict[str, object] = {"kind": kind, "text": draw(shape_texts), "color": draw(colors)}
    if kind == "group":
        said["members"] = draw(st.lists(node_names, max_size=3, unique=True))
    else:
        said["at"] = draw(st.tuples(coordinates, coordinates))
        said["size"] = draw(st.tuples(extents, extents))
    return Shape.model_validate(said)


addressings: SearchStrategy[Addressing] = st.builds(
    Addressing,
    ipv4=st.sampled_from([ip_network("10.0.0.0/8"), ip_network("172.16.0.0/12"), None]),
    ipv6=st.sampled_from([None, ip_network("fd12::/48")]),
    lan=st.sampled_from([24, 24, 28]),
    link=st.sampled_from([None, None, 31, 30]),
)

routings = st.sampled_from([None, None, Routing(), Routing(equal_cost=True)])

topologies: SearchStrategy[Topology] = st.builds(
    Topology,
    routing=routings,
    name=titles.map(lambda one: one[:100]),
    addressing=addressings,
    nodes=st.dictionaries(node_names, any_nodes, max_size=5),
    links=st.lists(any_links, max_size=5).map(tuple),
    expect=st.lists(any_expectations, max_size=4).map(tuple),
    layout=st.dictionaries(node_names, st.tuples(coordinates, coordinates), max_size=5),
    shapes=st.lists(any_shapes(), max_size=3).map(tuple),
)
"""Whatever the model takes, whether it makes sense or not."""
