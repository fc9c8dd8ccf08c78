"""The labs that people begin with."""

from ipaddress import ip_address

import pytest

from designer.gallery import GALLERY, Entry
from designer.plan.diff import diff
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.state.namespace import HOST_NAMESPACE
from designer.topology.document import read_text
from designer.topology.yaml_text import merge_yaml

every_lab = pytest.mark.parametrize("entry", GALLERY.values(), ids=list(GALLERY))


@every_lab
def test_has_nothing_wrong(entry: Entry) -> None:
    """Not even a warning: people learn from these."""
    assert read_text(entry.text).problems == ()


@every_lab
def test_says_what_it_shows(entry: Entry) -> None:
    """The list shows a short title and a sentence or two, and both are in the file."""
    assert entry.text.startswith(f"# {entry.title}\n#\n# ")
    assert 5 < len(entry.title) < 40
    assert 60 < len(entry.summary) < 320
    assert entry.summary.endswith(".")


@every_lab
def test_fits_on_one_screen(entry: Entry) -> None:
    """A tutorial-sized lab is read without scrolling far."""
    assert len(entry.text.splitlines()) <= 65


@every_lab
def test_every_node_has_its_place(entry: Entry) -> None:
    """No node is drawn over another: 200 pixels apart at least, in one direction or the other."""
    places = [entry.topology.layout[name] for name in entry.topology.nodes]
    for number, (x, y) in enumerate(places):
        for other_x, other_y in places[:number]:
            assert max(abs(x - other_x), abs(y - other_y)) >= 200


@every_lab
def test_text_says_nothing_but_the_drawing(entry: Entry) -> None:
    """Storing a lab made from the gallery leaves the file as it is, comments included."""
    topology = entry.topology
    assert merge_yaml(entry.text, topology.plain(), topology.complete()) == entry.text


@every_lab
def test_asks_every_pair_that_it_is_about(entry: Entry) -> None:
    """There are expectations, and no two ask the same."""
    asked = [(one.from_, one.to, one.probe) for one in entry.topology.expect]
    assert len(asked) >= 3
    assert len(set(asked)) == len(asked)


@every_lab
def test_becomes_a_plan(entry: Entry) -> None:
    """Each can be applied to an empty host, and is then as it should be."""
    desired = lower(entry.topology)
    assert diff(desired, HostState()) != ()
    assert diff(desired, desired) == ()


def test_bridge_is_in_the_host_where_that_is_allowed() -> None:
    """The second tutorial's bridge goes into the machine's own namespace, and nowhere else."""
    topology = GALLERY["bridge-in-the-host"].topology
    assert "br1" in lower(topology, host_namespace=True).namespaces[HOST_NAMESPACE].interfaces
    assert HOST_NAMESPACE not in lower(topology).namespaces


def test_the_outside_of_the_second_tutorial_knows_no_way_back() -> None:
    """Only masquerade lets an answer come back from the outside."""
    outside = lower(GALLERY["bridge-in-the-host"].topology).namespaces["outside"]
    assert outside.routes == frozenset()


def test_dual_stack_is_asked_by_address_of_both_families() -> None:
    """One family cannot hide that the other is broken."""
    topology = GALLERY["dual-stack"].topology
    assert {ip_address(one.to).version for one in topology.expect} == {4, 6}
