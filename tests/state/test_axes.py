"""The axes of a matrix."""

from designer.state.axes import Axes, matrix_axes
from designer.state.lower import lower
from designer.topology.document import read_text
from designer.topology.expectation import Probe


def axes(text: str, nodes: list[str] | None = None) -> Axes:
    """Return the axes of a drawing's matrix."""
    topology = read_text(text).topology
    assert topology is not None
    return matrix_axes(topology, lower(topology), (), nodes)


def test_plain_switches_take_no_part() -> None:
    """What has no address neither asks nor answers."""
    found = axes("nodes: {a: , b: , s: switch}\nlinks: ['a:e -- s:p', 'b:e -- s:q']")
    assert [one.node for one in found.sources] == ["a", "b"]
    assert [str(one.address) for one in found.targets] == ["10.0.1.1", "10.0.1.2"]
    assert found.probes == (Probe("ping"),)


def test_node_is_asked_for_at_one_address_of_each_family() -> None:
    """A router with many interfaces is one column, two with IPv6."""
    found = axes(
        "addressing: {ipv6: 'fd00::/48'}\nnodes: {a: , r: router, b: }\n"
        "links: ['a:e -- r:x', 'r:y -- b:e']"
    )
    assert [one.node for one in found.targets] == ["a", "a", "r", "r", "b", "b"]


def test_expectations_add_what_they_name() -> None:
    """An interface or a foreign address that is expected becomes a column."""
    found = axes(
        "nodes: {a: , r: router, b: }\nlinks: ['a:e -- r:x', 'r:y -- b:e']\n"
        "expect: [{from: a, to: 'r:y', probe: tcp/80}, {from: a, to: 8.8.8.8, outcome: blocked}]"
    )
    extra = found.targets[3:]
    assert [(one.node, str(one.address)) for one in extra] == [("r", "10.0.2.1"), ("", "8.8.8.8")]
    assert [(one.expect, one.source, one.target) for one in found.expected] == [
        (0, 0, 3),
        (1, 0, 4),
    ]
    assert found.probes == (Probe("ping"), Probe("tcp", 80))


def test_chosen_nodes_only() -> None:
    """A matrix of some nodes leaves the others out, and what is expected of them."""
    text = "nodes: {a: , b: }\nlinks: ['a:e -- b:e']\nexpect: [{from: a, to: b}]"
    found = axes(text, ["b"])
    assert [one.node for one in found.sources] == ["b"]
    assert found.expected == ()


def test_internet_node_stands_for_the_outside() -> None:
    """It asks and answers from beyond its own masquerade."""
    found = axes("nodes: {a: , i: internet}\nlinks: ['a:e -- i:e']")
    assert found.sources[1].namespace == "i.outside"
    assert str(found.targets[1].address) == "100.64.0.1"
