"""Policies on the real kernel, changed while the lab runs."""

from pathlib import Path
from typing import Any

import pytest
from pyroute2.netlink.rtnl.fibmsg import fibmsg

from designer.state.explain import find_fault
from designer.state.host_state import HostState
from designer.state.policy import Policy
from designer.topology.values import parse_network
from tests.kernel.drawings import drawn
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.kernel.scratch import in_scratch
from tests.kernel.spoiled import assert_put_right
from tests.kernel.test_dumps import by_pyroute2
from tests.kernel.test_routes import FABRIC, LINKS, address
from tests.kernel.there_and_back import any_two, assert_there_and_back
from workers import engine
from workers.kernel import policy_dump
from workers.kernel.dump import dump
from workers.kernel.outbox import Letters
from workers.kernel.policy import addition, form, values
from workers.kernel.sockets import open_route_socket

ROUTES = [
    {"destination": "10.9.0.0/24", "gateway": "10.1.0.2"},
    {"destination": "10.9.0.0/24", "gateway": "10.2.0.2", "table": 100},
    {"destination": "10.9.0.0/24", "type": "prohibit", "table": 66},
]


def fabric(*policies: dict[str, object]) -> HostState:
    """Return two hosts behind two routers, of which r1 has these policies."""
    r1 = FABRIC["r1"]
    assert isinstance(r1, dict)
    nodes = {**FABRIC, "r1": {**r1, "routes": ROUTES, "policies": policies}}
    return drawn({"nodes": nodes, "links": LINKS})


STATES = {
    "none": fabric(),
    "by source": fabric({"from": "10.0.0.0/24", "table": 100}),
    "another place": fabric({"priority": 7, "from": "10.0.0.0/24", "table": 100}),
    "everything": fabric(
        {"from": "10.0.0.0/24", "to": "10.9.0.0/16", "in": "h", "mark": 7, "table": 4_000_000_000},
        {"in": "lo", "table": 100},
        {"to": "fd09::/64", "mark": 2**32 - 1, "table": 254},
    ),
}


@any_two(STATES)
def test_every_change_is_made_on_a_running_lab(
    run_dir: Path, before: HostState, after: HostState
) -> None:
    """From one set of policies to another, and back, the kernel ends up equal to the drawing."""
    assert_there_and_back(run_dir, before, after)


def test_a_policy_that_stops_all_does_not_stop_a_new_route(run_dir: Path) -> None:
    """The kernel looks up a new route's gateway by policies, but only out of its interface."""
    everywhere = {"destination": "::/0", "type": "prohibit", "table": 66}
    new = {"destination": "fd09::/64", "gateway": "fd02::2", "table": 100}
    stop = {"table": 66}
    r1 = {**FABRIC["r1"], "policies": [stop]}  # type: ignore[dict-item]
    states = [
        drawn({"nodes": {**FABRIC, "r1": {**r1, "routes": routes}}, "links": LINKS})
        for routes in ([everywhere], [everywhere, new])
    ]

    def change() -> list[HostState]:
        return [engine.apply("lab", state).observation.state for state in states]

    assert inside(run_dir, change) == states


@pytest.mark.parametrize(
    ("drawing", "commands"),
    [
        ("by source", "ip rule delete priority 1000"),
        ("by source", "ip rule add from 10.77.0.0/16 table 100"),
        ("none", "ip -6 rule add from fd77::/32 table 100"),
        ("everything", "ip rule add priority 1 table 66"),
    ],
)
def test_what_somebody_typed_is_put_right(run_dir: Path, drawing: str, commands: str) -> None:
    """Where policies or other tables are drawn, any policy that is not drawn is found."""
    state = STATES[drawing]

    assert_put_right(run_dir, state, "r1", commands)


def test_packets_go_by_the_table_that_the_policy_names(run_dir: Path) -> None:
    """The kernel sends them by it, and the reasons say the same."""
    forbidden = fabric({"from": "10.0.0.0/24", "table": 66})

    def ask() -> list[int]:
        statuses = []
        for state in (STATES["by source"], forbidden):
            engine.apply("lab", state)
            statuses.append(say("lab", "h1", "ping -c 3 -i 0.3 -W 1 10.9.0.2")[0])
        return statuses

    assert inside(run_dir, ask) == [0, 1]
    assert find_fault(STATES["by source"], "h1", address("10.9.0.2")) == ""
    assert "prohibit 10.9.0.0/24 table 66" in find_fault(forbidden, "h1", address("10.9.0.2"))
    assert find_fault(forbidden, "r1", address("10.9.0.2")) == ""


EVERY_KIND = [
    Policy(4, 1000, 100, source=parse_network("10.0.0.0/8")),
    Policy(4, 1, 4_000_000_000, destination=parse_network("10.9.0.0/16"), interface="lo"),
    Policy(4, 32765, 254, mark=2**32 - 1, interface="i23456789012345"),
    Policy(6, 7, 100, parse_network("fd00::/8"), parse_network("fd01::1/128"), "eth0", 1),
]


def test_what_is_sent_comes_back() -> None:
    """The kernel has each policy as it was asked for, and pyroute2 reads it the same."""

    def send_and_look() -> tuple[list[Policy], list[tuple[Any, ...]]]:
        letters: Letters[Policy] = Letters()
        for one in EVERY_KIND:
            letters.add(one, addition(form(one)), *values(one))
        with open_route_socket() as netlink:
            assert list(letters.send(netlink)) == []
            theirs = [
                by_pyroute2(message, fibmsg)
                for message in dump(netlink, policy_dump.REQUEST)
                if policy_dump.parse(message) is not None
            ]
            facts = [(one["src_len"], one.get_attr("FRA_IIFNAME")) for one in theirs]
            return list(policy_dump.policies(netlink)), facts

    ours, theirs = in_scratch("ip link set lo up", send_and_look)
    assert set(ours) == set(EVERY_KIND)
    assert theirs == [
        (one.source.prefixlen if one.source else 0, one.interface or None) for one in ours
    ]


def test_a_policy_that_no_drawing_can_ask_for_is_nobodys() -> None:
    """It is not taken for another one that says less."""
    strange = """
        ip rule add from 10.0.0.0/8 ipproto tcp table 100
        ip rule add not from 10.0.0.0/8 table 100
        ip rule add from 10.0.0.0/8 prohibit
        ip rule add fwmark 1/1 table 100
        ip rule add oif lo table 100
        ip rule add from 10.0.0.0/8 suppress_prefixlength 0 table 100
    """

    def look() -> list[Policy]:
        with open_route_socket() as netlink:
            return list(policy_dump.policies(netlink))

    assert in_scratch(strange, look) == []
