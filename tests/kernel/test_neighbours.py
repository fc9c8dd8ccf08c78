"""Permanent neighbours on the real kernel, changed while the lab runs."""

from pathlib import Path

from designer.state.host_state import HostState
from tests.kernel.drawings import changed, drawn
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.kernel.spoiled import assert_put_right
from tests.kernel.test_seeding import neighbours, table
from tests.kernel.there_and_back import any_two, assert_there_and_back
from workers import engine
from workers.kernel.neighbours import KernelSeeder

BOTH = {"e": {"addresses": ["10.0.0.1/24", "fd00::1/64"]}}
OTHER = {"e": {"addresses": ["10.0.0.2/24", "fd00::2/64"], "mac": "02:00:00:00:00:02"}}


def pair(*known: dict[str, object], **b: object) -> HostState:
    """Return two hosts on a cable, of which a knows these neighbours."""
    nodes = {"a": {"interfaces": BOTH, "neighbours": known}, "b": {"interfaces": OTHER, **b}}
    return drawn({"nodes": nodes, "links": ["a:e -- b:e"]})


FOUR = {"address": "10.0.0.2", "mac": "02:00:00:00:00:02"}
WRONG = {"address": "10.0.0.2", "mac": "02:00:00:00:00:03"}
SIX = {"address": "fd00::2", "mac": "02:00:00:00:00:02", "interface": "e"}
FAR = {"address": "192.0.2.7", "mac": "02:00:00:00:00:04", "interface": "e"}
STATES = {
    "none": pair(),
    "some": pair(FOUR, SIX),
    "other": pair(WRONG, FAR),
    "another MAC of its own": changed(pair(FOUR, SIX), "a", "e", mac="02:00:00:00:00:0a"),
}


@any_two(STATES)
def test_every_change_is_made_on_a_running_lab(
    run_dir: Path, before: HostState, after: HostState
) -> None:
    """From some neighbours to others, and back, the kernel ends up equal to the drawing."""
    assert_there_and_back(run_dir, before, after)


def test_packets_go_where_the_neighbour_is_said_to_be(run_dir: Path) -> None:
    """With a wrong MAC address nobody takes them."""

    def ask() -> list[int]:
        statuses = []
        for state in (STATES["some"], STATES["other"]):
            engine.apply("lab", state)
            statuses.append(say("lab", "a", "ping -c 3 -i 0.3 -W 1 10.0.0.2")[0])
        return statuses

    assert inside(run_dir, ask) == [0, 1]


def test_what_somebody_typed_is_put_right(run_dir: Path) -> None:
    """Where neighbours are drawn, any permanent one that is not drawn is found."""
    state = STATES["some"]
    typed = (
        "ip neighbour add 10.0.0.77 lladdr 02:00:00:00:00:07 dev e nud permanent;"
        "ip neighbour delete 10.0.0.2 dev e"
    )

    assert_put_right(run_dir, state, "a", typed)


def test_seeding_a_matrix_is_neither_drift_nor_takes_anything_away(run_dir: Path) -> None:
    """What is drawn stays, and what is seeded for a while is not seen."""
    wanted = drawn(
        {
            "nodes": {
                "h0": {
                    "interfaces": {"eth0": {"addresses": ["10.0.0.1/24"]}},
                    "neighbours": [{"address": "10.0.0.9", "mac": "02:00:00:00:00:09"}],
                },
                "h1": {"interfaces": {"eth0": {"addresses": ["10.0.0.2/24"]}}},
            },
            "links": ["h0:eth0 -- h1:eth0"],
        }
    )

    def seed() -> tuple[int, HostState, list[str]]:
        engine.apply("lab", wanted)
        with engine.namespace_fds("lab") as lent:
            handles = dict(lent)
            seeder, known = KernelSeeder(), neighbours(handles)
            seeder.seed(known)
            seen = engine.observe_lab("lab").state
            filled = len(table(handles["h0"]))
            seeder.unseed(known)
            return filled, seen, table(handles["h0"])

    filled, seen, left = inside(run_dir, seed)
    assert filled == 2
    assert seen == wanted
    assert left == ["10.0.0.9 dev eth0 lladdr 02:00:00:00:00:09 PERMANENT"]
