"""When an apply ends, packets pass."""

from pathlib import Path

import pytest

from designer.state.host_state import HostState
from tests.kernel.drawings import drawn
from tests.kernel.inside import inside
from workers import engine
from workers.kernel.link_dump import Link
from workers.kernel.settling import DORMANT, UNKNOWN, UP, unsettled

pytestmark = pytest.mark.kernel

DOWN = 2
ROUNDS = 8
VLAN_ON_BRIDGE = {
    "nodes": {
        "a": {"interfaces": {"eth0": {"addresses": ["10.0.1.1/24"]}}},
        "sw": {
            "kind": "switch",
            "interfaces": {
                "p1": {"vlan": 10},
                "vlan10": {
                    "device": {"kind": "vlan", "parent": "sw", "vid": 10},
                    "addresses": ["10.0.1.99/24"],
                },
            },
        },
    },
    "links": ["sw:p1 -- a:eth0"],
}


def assert_settled(run_dir: Path, state: HostState) -> None:
    """Fail unless everything passes packets whenever the apply says that it has ended."""

    def build() -> list[object]:
        found = []
        for _ in range(ROUNDS):
            engine.apply("lab", state)
            found.append(engine.observe_lab("lab").unsettled)
            engine.destroy_lab("lab")
        return found

    assert inside(run_dir, build) == [{}] * ROUNDS


@pytest.mark.needs("vlan_filtering", "vlan_device")
def test_of_a_device_on_a_bridge(run_dir: Path) -> None:
    """It learns up to a second later than the bridge that there is a carrier."""
    assert_settled(run_dir, drawn(VLAN_ON_BRIDGE))


def link(number: int, kind: str = "veth", **other: object) -> Link:
    """Return an interface that is up and passes packets."""
    return Link(
        number=number,
        name=f"i{number}",
        kind=kind,
        up=True,
        has_carrier=True,
        state=UP,
        loopback=False,
        mac="",
        mtu=1500,
        master=0,
        peer_index=0,
        peer_namespace=0 if kind == "veth" else -1,
        link_local=False,
        stp=False,
        filtering=None,
        told=None,
        queues=False,
    )._replace(**other)


SEEN = {
    "passes": ([link(1)], []),
    "carrier, not active": ([link(1, state=DOWN)], [1]),
    "veth that never said anything": ([link(1, state=UNKNOWN)], [1]),
    "tunnel, which never does": ([link(1, "gre", state=UNKNOWN)], []),
    "supplicant's": ([link(1, state=DORMANT)], []),
    "down": ([link(1, up=False, has_carrier=False, state=DOWN)], []),
    "other end down": ([link(1, has_carrier=False, state=DOWN)], []),
    "bond whose port has carrier": (
        [link(1, master=2), link(2, "bond", has_carrier=False, state=DOWN)],
        [2],
    ),
    "bond whose port has none": (
        [
            link(1, has_carrier=False, state=DOWN, master=2),
            link(2, "bond", has_carrier=False, state=DOWN),
        ],
        [],
    ),
    "bridge whose port has carrier, but listens": (
        [link(1, master=2), link(2, "bridge", has_carrier=False, state=DOWN)],
        [],
    ),
    "VLAN whose bridge has carrier": (
        [link(1, "bridge"), link(2, "vlan", has_carrier=False, state=7, peer_index=1)],
        [1, 2],
    ),
    "VLAN whose bridge has none": (
        [
            link(1, "bridge", has_carrier=False, state=DOWN),
            link(2, "vlan", has_carrier=False, state=7, peer_index=1),
        ],
        [],
    ),
}


@pytest.mark.parametrize("name", SEEN)
def test_what_is_waited_for(name: str) -> None:
    """Whatever is going to pass packets by itself, and nothing else."""
    seen, waiting = SEEN[name]
    assert unsettled({"a": seen}) == ({"a": waiting} if waiting else {})
