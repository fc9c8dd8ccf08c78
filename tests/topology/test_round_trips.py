"""Laws of the document's texts: what is written reads back, and a person's text survives."""

import re

from hypothesis import given
from hypothesis import strategies as st

from designer.topology.checks import check
from designer.topology.document import read_text, read_values
from designer.topology.merge_text import merge_text
from designer.topology.topology import Topology
from designer.topology.yaml_text import dump_yaml, load_yaml
from tests.strategies.drawings import topologies
from tests.strategies.sound import sound_topologies


def read(text: str) -> Topology:
    """Return the drawing that a text says."""
    document = read_text(text)
    assert document.topology is not None, document.problems
    return document.topology


def merged(text: str, wanted: Topology) -> str:
    """Return a text changed to say a drawing."""
    return merge_text(text, wanted)


def commented(text: str) -> str:
    """Return the text with numbered comments after its lines; blocks of text have none."""
    lines, block = [], -1
    for number, line in enumerate(text.splitlines()):
        indent = len(line) - len(line.lstrip())
        inside = block >= 0 and (indent > block or not line)
        lines.append(line if inside else f"{line} # note {number}")
        if not inside:
            block = indent if re.search(r": \|\d?[-+]?$", line) else -1
    return "".join(f"{line}\n" for line in lines)


def notes(text: str) -> list[str]:
    """Return the numbered comments of a text."""
    return re.findall(r"# note \d+", text)


@given(topologies)
def test_yaml_reads_back(topology: Topology) -> None:
    """Every drawing that the model takes survives being written as YAML."""
    assert read(dump_yaml(topology.plain())) == topology


@given(topologies)
def test_yaml_with_every_default_reads_back(topology: Topology) -> None:
    """Nothing hangs on what is left out."""
    assert read(dump_yaml(topology.complete())) == topology


@given(topologies)
def test_json_reads_back(topology: Topology) -> None:
    """Every drawing that the model takes survives being written as JSON."""
    assert read(topology.to_json()) == topology


@given(topologies)
def test_plain_values_read_back(topology: Topology) -> None:
    """What the API sends is what the API takes."""
    assert read_values(topology.plain()).topology == topology
    assert read_values(topology.complete()).topology == topology


@given(topologies)
def test_problems_do_not_depend_on_the_text(topology: Topology) -> None:
    """A text has the problems of its drawing, each with a line."""
    found = read_text(dump_yaml(topology.plain())).problems
    assert [(one.code, one.element) for one in found] == [
        (one.code, one.element) for one in check(topology)[: len(found)]
    ]
    assert all(one.line for one in found)


@given(topologies, topologies)
def test_merged_text_says_what_is_wanted(before: Topology, wanted: Topology) -> None:
    """Whatever the text was, it then reads as the wanted drawing."""
    text = commented(dump_yaml(before.plain()))
    assert read(merged(text, wanted)) == wanted


@given(topologies, topologies)
def test_merging_into_a_text_with_defaults(before: Topology, wanted: Topology) -> None:
    """Defaults that somebody wrote out stay or go, and the drawing is as wanted either way."""
    text = dump_yaml(before.complete())
    assert read(merged(text, wanted)) == wanted


@given(topologies)
def test_merging_the_same_drawing_changes_nothing(topology: Topology) -> None:
    """Saving without a change leaves every byte as it is."""
    text = commented(dump_yaml(topology.plain()))
    assert merged(text, topology) == text


@given(topologies, topologies)
def test_merging_twice_is_merging_once(before: Topology, wanted: Topology) -> None:
    """A text that says the drawing is left alone from then on."""
    once = merged(dump_yaml(before.plain()), wanted)
    assert merged(once, wanted) == once


@given(sound_topologies(), st.data())
def test_adding_a_node_keeps_every_comment(topology: Topology, data: st.DataObject) -> None:
    """What is new is added, and nothing that was there loses its comment."""
    text = commented(dump_yaml(topology.plain()))
    kind = data.draw(st.sampled_from(["host", "router", "switch"]))
    values = topology.plain()
    wanted = Topology.model_validate(
        {**values, "nodes": {**values.get("nodes", {}), "new": {"kind": kind}}}
    )
    assert sorted(notes(merged(text, wanted))) == sorted(notes(text))


def without_link(lines: list[str], number: int) -> list[str]:
    """Return the lines of a text but those of one link."""
    first = next(place for place, line in enumerate(lines) if line.startswith("links:")) + 1
    ends = [p for p in range(first, len(lines)) if lines[p].startswith("  - ")]
    after = next((p for p in range(first, len(lines)) if lines[p][0] != " "), len(lines))
    starts = [place for place in ends if place < after] + [after]
    return lines[: starts[number]] + lines[starts[number + 1] :]


@given(sound_topologies(), st.data())
def test_removing_a_link_leaves_each_other_its_comment(
    topology: Topology, data: st.DataObject
) -> None:
    """The line goes with its own comment, and no comment moves to another link."""
    if len(topology.links) < 2:
        return
    text = commented(dump_yaml(topology.plain()))
    number = data.draw(st.integers(0, len(topology.links) - 1))
    links = topology.links[:number] + topology.links[number + 1 :]
    found = merged(text, topology.model_copy(update={"links": links}))
    assert found.splitlines() == without_link(text.splitlines(), number)


@given(topologies)
def test_defaults_that_somebody_wrote_stay(topology: Topology) -> None:
    """A file that says everything is left as it is by a drawing that says the same."""
    text = dump_yaml(topology.complete())
    assert merged(text, topology) == text


def test_text_that_only_the_fast_reader_takes_is_written_anew() -> None:
    """Where comments cannot be kept, the drawing still is."""
    text = "name: 2020-13-45\nnodes: {a: }"
    assert read(merged(text, read(text))) == read(text)


@given(st.text(max_size=200))
def test_no_text_at_all_is_a_surprise(text: str) -> None:
    """Whatever somebody types, there is a drawing or a problem, and never an exception."""
    document = read_text(text)
    assert document.topology is not None or document.problems


@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(
                st.one_of(
                    st.sampled_from(
                        ["nodes", "links", "ends", "kind", "interfaces", "a", "routes", "expect"]
                    ),
                    st.text(max_size=5),
                ),
                inner,
                max_size=4,
            ),
        ),
        max_leaves=12,
    )
)
def test_no_value_at_all_is_a_surprise(values: object) -> None:
    """Whatever a client sends, there is a drawing or a problem, and never an exception."""
    document = read_values(values)
    assert document.topology is not None or document.problems


@given(topologies)
def test_our_yaml_means_the_same_to_the_two_readers(topology: Topology) -> None:
    """The fast reader and the one that keeps comments agree on what we write."""
    text = dump_yaml(topology.complete())
    assert load_yaml(text) == load_yaml(merged(text, topology))
