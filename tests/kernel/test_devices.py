"""Interfaces that are devices: made, seen, changed, typed and taken away again."""

from pathlib import Path

import pytest

from designer.plan.diff import diff
from designer.plan.operations import Plan
from designer.plan.shell import commands
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.document import read_text
from tests.kernel.inside import inside
from tests.kernel.scratch import shell
from tests.kernel.test_observe import observe_named, with_named_namespaces
from workers import engine


def drawn(text: str) -> HostState:
    """Return the state of a drawing that has no errors."""
    document = read_text(text)
    assert document.topology is not None
    assert document.errors == []
    return lower(document.topology)


DRAWINGS = {
    "vlan": """
        nodes:
          r:
            kind: router
            interfaces:
              eth0: {mtu: 1400}
              eth0.10: {device: {kind: vlan, parent: eth0, vid: 10}, addresses: [10.0.10.1/24]}
              eth0.20: {device: {kind: vlan, parent: eth0, vid: 20, protocol: 802.1ad}, mtu: 1300}
              q: {device: {kind: vlan, parent: eth0.20, vid: 30}, addresses: ["fd00::1/64"]}
              down: {device: {kind: vlan, parent: eth0, vid: 40}, up: false}
              lo: {addresses: [10.255.0.1/32, "fd01::1/128"]}
          h:
            interfaces:
              eth0: {device: {kind: vlan, parent: e, vid: 10}, addresses: [10.0.10.2/24]}
        links: ["h:e -- r:eth0"]
        """,
    "vlan-changed": """
        nodes:
          r:
            kind: router
            interfaces:
              eth0: {mtu: 1500, mac: "02:00:00:00:00:01"}
              eth0.10: {device: {kind: vlan, parent: eth0, vid: 11}, addresses: [10.0.10.1/24]}
              eth0.20: {device: {kind: vlan, parent: eth0, vid: 20, protocol: 802.1ad}, up: false}
              q: {device: {kind: vlan, parent: eth0.20, vid: 30}, addresses: ["fd00::1/64"]}
              down: {device: {kind: vlan, parent: eth0, vid: 40}, addresses: [10.0.40.1/24]}
          h:
            interfaces:
              eth0: {device: {kind: vlan, parent: e, vid: 11}, addresses: [10.0.10.2/24]}
        links: ["h:e -- r:eth0"]
        """,
    "parent-down": """
        nodes:
          r:
            interfaces:
              eth0: {up: false}
              eth0.10: {device: {kind: vlan, parent: eth0, vid: 10}, addresses: [10.0.10.1/24]}
              down: {device: {kind: vlan, parent: eth0, vid: 40}, up: false}
          h:
        links: ["h:e -- r:eth0"]
        """,
    "dummy": """
        nodes:
          r: {interfaces: {dum0: {device: {kind: dummy}, mtu: 9000, addresses: [10.9.9.9/32]}}}
        """,
}


NEEDS = {
    "vlan": ["vlan_device", "vlan_ad_device"],
    "vlan-changed": ["vlan_device", "vlan_ad_device"],
    "parent-down": ["vlan_device"],
    "dummy": ["dummy"],
}
LABS = [pytest.param(name, marks=pytest.mark.needs(*NEEDS[name])) for name in DRAWINGS]


@pytest.mark.parametrize("name", LABS)
def test_devices_are_made_as_drawn(run_dir: Path, name: str) -> None:
    """What is observed equals what was drawn, and a second apply has nothing to do."""
    state = drawn(DRAWINGS[name])

    def make_twice() -> tuple[HostState, Plan]:
        seen = engine.apply("lab", state).observation.state
        return seen, engine.apply("lab", state).plan

    seen, again = inside(run_dir, make_twice)
    assert seen == state
    assert again == ()


@pytest.mark.parametrize("name", LABS)
def test_devices_made_by_shell_commands_are_seen_as_drawn(name: str) -> None:
    """The commands of a plan and the plan itself mean the same."""
    state = drawn(DRAWINGS[name])

    def run_and_look() -> list[str]:
        plan = diff(state, HostState())
        shell("\n".join(line for operation in plan for line in commands(operation)))
        return [str(one) for one in diff(state, observe_named(state).state)]

    assert with_named_namespaces(run_and_look) == []


STEPS = [
    pytest.param(one, other, marks=pytest.mark.needs(*NEEDS[one], *NEEDS[other]))
    for one, other in (("vlan", "vlan-changed"), ("vlan", "parent-down"), ("dummy", "vlan"))
]


@pytest.mark.parametrize(("before", "after"), STEPS)
def test_devices_are_changed_on_a_running_lab(run_dir: Path, before: str, after: str) -> None:
    """From one drawing to another the kernel ends up equal to the second, and back again."""
    first, second = drawn(DRAWINGS[before]), drawn(DRAWINGS[after])

    def there_and_back() -> list[HostState]:
        return [engine.apply("lab", one).observation.state for one in (first, second, first)]

    assert inside(run_dir, there_and_back) == [first, second, first]
