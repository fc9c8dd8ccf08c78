"""An edit that looks at and touches only what it changes ends where a whole apply ends."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from designer.plan.operations import Plan
from designer.plan.touched import namespaces_of
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.state.needs import lacking
from designer.topology.topology import Topology
from tests.kernel.drawings import changed, star, two_hosts, with_address
from tests.kernel.inside import inside
from tests.kernel.scratch import shell
from tests.second_kernel.here import capabilities
from tests.strategies.sound import edited_topologies, sound_topologies
from workers import engine
from workers.errors import KernelRefused
from workers.sandbox.host import here
from workers.sandbox.standing import standing_in

Pair = tuple[Topology, Topology]
IMPAIRED = "netem" in capabilities()


def edit(before: HostState, after: HostState) -> Plan:
    """Apply what differs from what was applied before."""
    return engine.apply("lab", after, document="{}", known=lambda _: before).plan


def seen() -> HostState:
    """Return what the kernel has."""
    return engine.observe_lab("lab").state


def examples(strategy: object, count: int) -> list[Pair]:
    """Draw some examples in a process without labs, for those are made in another one."""
    found: list[Pair] = []

    @settings(
        max_examples=count,
        database=None,
        derandomize=True,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)  # type: ignore[arg-type]
    def collect(pair: Pair) -> None:
        found.append(pair)

    collect()
    return found


def apply_pairs(run_dir: Path, pairs: list[Pair]) -> list[str]:
    """Apply the first of each, then the second as an edit; return where that did not end well."""

    def work() -> list[str]:
        wrong = []
        for before, after in pairs:
            first, second = lower(before), lower(after)
            engine.apply("lab", first, document="{}")
            plan = edit(first, second)
            if seen() != second:
                wrong.append(f"{before.to_json()} -> {after.to_json()}: {plan}")
            edit(second, first)
            if seen() != first:
                wrong.append(f"back: {after.to_json()} -> {before.to_json()}")
            engine.destroy_lab("lab")
        return wrong

    return inside(run_dir, work)


def test_an_edit_ends_where_a_whole_apply_ends(run_dir: Path) -> None:
    """Whatever is edited, the kernel then equals the drawing; undone, it equals the former."""
    assert apply_pairs(run_dir, examples(edited_topologies(IMPAIRED), 25)) == []


def test_any_drawing_can_follow_any_other(run_dir: Path) -> None:
    """The same holds where nearly everything changes."""
    pairs = st.tuples(sound_topologies(IMPAIRED), sound_topologies(IMPAIRED))
    assert apply_pairs(run_dir, examples(pairs, 10)) == []


@pytest.mark.needs("vlan_filtering", "netem")
def test_drawings_with_vlans_can_follow_each_other(run_dir: Path) -> None:
    """On the kernel that keeps VLANs apart, as far as that can do what else is drawn."""

    def fits(drawing: Topology) -> bool:
        vlans = any(node.has_vlans for node in drawing.nodes.values())
        return vlans and not lacking(drawing, capabilities())

    drawings = sound_topologies(serving=False).filter(fits)
    assert apply_pairs(run_dir, examples(st.tuples(drawings, drawings), 4)) == []


EDITS: dict[str, Callable[[HostState], HostState]] = {
    "mtu": lambda state: changed(state, "h1", "eth0", mtu=1400),
    "down": lambda state: changed(state, "h1", "eth0", up=False),
    "mac": lambda state: changed(state, "h1", "eth0", mac="02:00:00:00:00:09"),
    "address": lambda state: with_address(state, "h1", "eth0", "10.0.1.77/24"),
    "port": lambda state: changed(state, "sw", "p1", up=False),
    "link": lambda _: star(5),
    "stp": lambda state: changed(state, "sw", "sw", stp=True),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_touches_nobody_else(run_dir: Path, name: str) -> None:
    """Operations are about the namespaces that differ, and what was typed elsewhere stays."""
    before, after = star(4), EDITS[name](star(4))
    differing = {n for n, one in after.namespaces.items() if before.namespaces.get(n) != one}

    def work() -> tuple[Plan, HostState]:
        engine.apply("lab", before, document="{}")
        with engine.namespace_fds("lab") as handles:
            standing_in(handles["h3"], lambda: shell("ip link set eth0 mtu 1280"))
        return edit(before, after), seen()

    plan, found = inside(run_dir, work)
    assert plan
    assert namespaces_of(plan) <= differing
    assert found == changed(after, "h3", "eth0", mtu=1280)


@pytest.mark.parametrize("closely", [False, True])
def test_cables_that_an_edit_is_not_about_are_not_followed(run_dir: Path, closely: bool) -> None:
    """What was typed at their other ends stays, unless their node is to be looked at closely."""
    before = star(3)
    after = changed(before, "sw", "sw", stp=True)

    def work() -> tuple[Plan, HostState]:
        engine.apply("lab", before, document="{}")
        with engine.namespace_fds("lab") as handles:
            rename = "ip link set eth0 down; ip link set eth0 name typed; ip link set typed up"
            standing_in(handles["h2"], lambda: shell(rename))
        also = ["sw", "h2"] if closely else []
        done = engine.apply("lab", after, document="{}", known=lambda _: before, also=also)
        return done.plan, seen()

    plan, found = inside(run_dir, work)
    if closely:
        assert found == after
    else:
        assert namespaces_of(plan) == {"sw"}
        assert "typed" in found.namespaces["h2"].interfaces


def test_what_was_typed_at_the_edited_place_is_seen(run_dir: Path) -> None:
    """A cable that somebody deleted is laid again, though the edit is about its other end."""
    before = star(3)
    after = changed(before, "h1", "eth0", mtu=1400)

    def work() -> HostState:
        engine.apply("lab", before, document="{}")
        with engine.namespace_fds("lab") as handles:
            standing_in(handles["h1"], lambda: shell("ip link delete eth0"))
        edit(before, after)
        return seen()

    assert inside(run_dir, work) == after


def test_a_refused_edit_is_taken_back(run_dir: Path) -> None:
    """Also where only a part was looked at."""
    before = two_hosts()
    after = changed(before, "netns1", "veth11", mtu=1400)
    after = changed(after, "netns2", "veth22", mac="03:00:00:00:00:01")

    def work() -> tuple[str, HostState]:
        engine.apply("lab", before, document="{}")
        try:
            edit(before, after)
        except KernelRefused as no:
            return str(no), seen()
        raise AssertionError

    said, found = inside(run_dir, work)
    assert said.endswith("(the lab is as it was before)")
    assert found == before


def test_an_edit_of_a_lab_in_disorder_looks_at_everything(run_dir: Path) -> None:
    """After an apply that did not end nothing is taken as known."""
    before = star(3)

    def work() -> HostState:
        engine.apply("lab", before, document="{}")
        with engine.namespace_fds("lab") as handles:
            standing_in(handles["h2"], lambda: shell("ip link set eth0 down"))
        progress = next(here().run_dir.labs.glob("*/progress.json"))
        progress.write_text(progress.read_text().replace('"applied"', '"applying"'))
        edit(before, changed(before, "h1", "eth0", mtu=1400))
        return seen()

    assert inside(run_dir, work) == changed(before, "h1", "eth0", mtu=1400)
