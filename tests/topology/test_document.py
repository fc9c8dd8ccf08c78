"""Reading a document: short forms, hazards, and what comes back of it."""

import time

import pytest

from designer.topology.checks import Limits
from designer.topology.document import read_text
from designer.topology.node import Node
from designer.topology.yaml_text import dump_yaml, merge_yaml


def unreadable(text: str) -> str:
    """Return the one message with which a text is refused."""
    document = read_text(text)
    assert document.topology is None
    (problem,) = document.problems
    return problem.message


def test_short_forms_mean_the_same_as_the_long_ones() -> None:
    """A link in one line with addresses, and a node that is only a kind, are normalised."""
    short = read_text("nodes: {h1: host, sw1: switch}\nlinks: ['h1:eth0 10.0.0.1/24 -- sw1:p1']")
    long = read_text(
        "nodes: {h1: {kind: host, interfaces: {eth0: {addresses: [10.0.0.1/24]}}},"
        " sw1: {kind: switch}}\nlinks: [{ends: [h1:eth0, sw1:p1]}]"
    )
    assert short.topology is not None
    assert short.topology == long.topology


def test_json_is_taken_as_well() -> None:
    """A JSON document is read like its YAML."""
    document = read_text('{"nodes": {"a": {"kind": "router"}}}')
    assert document.topology is not None
    assert document.topology.nodes["a"].kind == "router"


@pytest.mark.parametrize("word", ["on", "off", "yes", "no", "y"])
def test_words_that_old_yaml_takes_for_booleans_stay_names(word: str) -> None:
    """YAML 1.2 has no boolean `on`: a node may be called so."""
    document = read_text(f"nodes: {{{word}: host}}")
    assert document.topology is not None
    assert list(document.topology.nodes) == [word]


def test_decimal_mac_address_is_no_number() -> None:
    """10:20:30:40:50:10 is a number of base 60 in YAML 1.1."""
    document = read_text(
        "nodes: {a: {interfaces: {e: {mac: 10:20:30:40:50:10}}}, b: }\nlinks: ['a:e -- b:e']"
    )
    assert document.topology is not None
    assert document.topology.nodes["a"].interfaces["e"].mac == "10:20:30:40:50:10"


def test_alias_bomb_is_refused_at_once() -> None:
    """A few hundred bytes of aliases would unfold to gigabytes."""
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(9)
    )
    started_s = time.monotonic()
    assert "alias" in unreadable(bomb)
    assert time.monotonic() - started_s < 2


@pytest.mark.parametrize("text", ["[" * 20_000, "- " * 20_000, '{"a":' * 20_000, "a: " * 20_000])
def test_deep_nesting_is_refused(text: str) -> None:
    """Parsers run out of stack on it."""
    assert unreadable(text)


def test_large_text_is_refused_before_it_is_parsed() -> None:
    """10 MB cost no more than measuring them."""
    assert "split the lab" in unreadable("x" * 10_000_000)
    assert "split the lab" in read_text("a: b", Limits(document_bytes=3)).problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "nodes: {a: host, a: router}",
        '{"nodes": {"a": {}, "a": {}}}',
        "nodes: !!python/object:os.system {}",
        "nodes: {a: host}\n---\nnodes: {b: host}",
        "? [1]\n: 2",
        "nodes: {a: host",
        "\x00",
        "just words",
        "",
        "[]",
    ],
)
def test_what_is_no_drawing_is_refused_in_words(text: str) -> None:
    """Each gets one problem and no drawing; none raises."""
    assert unreadable(text)


@pytest.mark.parametrize(
    "name", ["%d", "a/b", "a b", "a\nb", "A", "-a", "1a", "a" * 16, "ä", "..", "", "a.b", "@host"]
)
def test_hostile_node_names_are_refused(name: str) -> None:
    """A node's name becomes part of kernel names: only 1 to 15 plain characters pass."""
    document = read_text(f'nodes: {{"{name}": host}}'.replace("\n", "\\n"))
    assert document.topology is None
    assert "cannot name a node" in document.problems[0].message


@pytest.mark.parametrize("name", ["%d", "a/b", "a b", "all", "default", "x" * 16, "é", "e:1", ""])
def test_hostile_interface_names_are_refused(name: str) -> None:
    """`%d` is a template to the kernel, which would answer with another name."""
    document = read_text(f'nodes: {{a: {{interfaces: {{"{name}": {{}}}}}}}}')
    assert document.topology is None


def test_merge_keeps_comments_order_and_quotes() -> None:
    """What a canvas changes is changed in the person's own text, and nothing else is."""
    text = (
        "# my lab\n"
        "nodes:\n"
        "  b: {kind: host}  # the second\n"
        "  a:\n"
        "    kind: 'router'  # quoted\n"
        'name: "old"\n'
    )
    topology = read_text(text).topology
    assert topology is not None
    changed = topology.model_copy(update={"name": "new"})
    merged = merge_yaml(text, changed.sparse(), changed.complete())
    assert merged == text.replace('"old"', '"new"')


def test_written_drawing_reads_back() -> None:
    """What is written is what was read."""
    topology = read_text("nodes: {a: , s: switch}\nlinks: ['a:e 10.0.0.1/8 -- s:p']").topology
    assert topology is not None
    assert read_text(dump_yaml(topology.plain())).topology == topology
    assert read_text(topology.to_json()).topology == topology


def test_a_changed_copy_is_worked_out_anew() -> None:
    """What a node knows of itself does not outlive a change of its interfaces."""
    switch = Node.model_validate({"kind": "switch", "interfaces": {"p": {"vlan": 7}}})
    assert switch.has_vlans
    assert not switch.model_copy(update={"interfaces": {}}).has_vlans
