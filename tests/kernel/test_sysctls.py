"""Settings of a node's kernel, changed while the lab runs."""

from functools import partial
from ipaddress import ip_address
from pathlib import Path

import pytest

from designer.state.explain import find_fault
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.document import read_text
from designer.topology.sysctl import OF_INTERFACE, OF_NODE, path_of, range_of
from tests.kernel.drawings import drawn
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.kernel.scratch import in_scratch, shell
from tests.kernel.there_and_back import any_two, assert_there_and_back
from workers import engine
from workers.kernel.sysctl_query import default_of, read_if_there
from workers.sandbox.standing import standing_in


def pair(forwarding: bool = False, **sysctls: object) -> HostState:
    """Return two hosts on a cable, of which a has these settings."""
    said = {name.replace("__", "."): value for name, value in sysctls.items()}
    interfaces = {"e.10": {"addresses": ["10.0.0.1/24"]}}
    a = {"forwarding": forwarding, "interfaces": interfaces, "sysctls": said}
    b = {"interfaces": {"e": {"addresses": ["10.0.0.2/24"]}}}
    return drawn({"nodes": {"a": a, "b": b}, "links": ["a:e.10 -- b:e"]})


STATES = {
    "none": pair(),
    "one": pair(net__ipv4__ip_default_ttl=7),
    "the default": pair(net__ipv4__ip_default_ttl=64),
    "several": pair(
        net__ipv4__icmp_echo_ignore_all=1,
        net__ipv4__tcp_rmem="4096 70000 80000",
        net__ipv4__conf__all__rp_filter=2,
        net__ipv6__icmp__echo_ignore_all=1,
    ),
    "of an interface": drawn(
        {
            "nodes": {
                "a": {
                    "interfaces": {"e.10": {"addresses": ["10.0.0.1/24"]}},
                    "sysctls": {
                        "net.ipv4.conf.e.10.proxy_arp": 1,
                        "net.ipv4.conf.e.10.forwarding": 1,
                        "net.ipv6.conf.e.10.hop_limit": 9,
                    },
                },
                "b": {"interfaces": {"e": {"addresses": ["10.0.0.2/24"]}}},
            },
            "links": ["a:e.10 -- b:e"],
        }
    ),
    "forwarding": pair(forwarding=True),
}


@any_two(STATES)
def test_every_change_is_made_on_a_running_lab(
    run_dir: Path, before: HostState, after: HostState
) -> None:
    """From some settings to others, and back, the kernel ends up equal to the drawing."""
    assert_there_and_back(run_dir, before, after)


def test_what_is_no_longer_drawn_is_as_if_nobody_had_set_it(run_dir: Path) -> None:
    """A setting goes back to the kernel's default, that of an interface to that of new ones."""
    names = [one.name for s in ("several", "of an interface") for one in _drawn(STATES[s])]

    def change() -> list[tuple[str | None, str]]:
        for name in ("several", "of an interface"):
            engine.apply("lab", STATES[name])
            engine.apply("lab", STATES["none"])
        with engine.namespace_fds("lab") as handles:
            return [standing_in(handles["a"], partial(_both, one)) for one in names]

    for value, default in inside(run_dir, change):
        assert value == default


def _drawn(state: HostState) -> list:  # type: ignore[type-arg]
    return sorted(state.namespaces["a"].sysctls)


def _both(name: str) -> tuple[str | None, str]:
    return read_if_there(name), default_of(name)


def test_it_means_what_it_says(run_dir: Path) -> None:
    """A host that shall ignore echo requests does."""

    def ask() -> list[int]:
        statuses = []
        for name in ("none", "several"):
            engine.apply("lab", STATES[name])
            statuses.append(say("lab", "b", "ping -c 3 -i 0.3 -W 1 10.0.0.1")[0])
        return statuses

    assert inside(run_dir, ask) == [0, 1]


RING = """
routing: automatic
nodes:
  a: {routes: [{destination: default, gateway: 10.0.1.1}]%s}
  r: {kind: router%s}
  s: {kind: router, interfaces: {y: {addresses: [10.9.9.1/24]}}%s}
  b: {%s}
links: ['a:e -- r:x', 'r:y -- s:x', 's:y -- b:e 10.9.9.9/24', 's:z -- a:f 10.8.8.8/24']
"""
OTHER_WAY_BACK = ", routes: [{destination: 10.0.1.0/24, gateway: 10.8.8.8}]"
BELIEVING = ", sysctls: {net.ipv4.conf.all.rp_filter: 0, net.ipv4.conf.%s.rp_filter: 0}"
STRICT = f"{OTHER_WAY_BACK}, sysctls: {{net.ipv4.conf.x.rp_filter: 1}}"
NO_ECHO = "sysctls: {net.ipv4.icmp_echo_ignore_all: 1}"
WRONG_MAC = ", neighbours: [{address: 10.0.2.2, mac: '02:00:00:00:00:77'}]"
REASONS = [
    (("", "", "", ""), ""),
    ((", sysctls: {net.ipv4.ip_default_ttl: 2}", "", "", ""), "2 nodes at most, by the settings"),
    ((", sysctls: {net.ipv4.ip_default_ttl: 3}", "", "", ""), ""),
    (("", ", sysctls: {net.ipv4.conf.x.forwarding: 0}", "", ""), "what comes in by x"),
    (("", ", sysctls: {net.ipv4.conf.y.forwarding: 0}", "", ""), "what comes in by y"),
    (("", "", "", NO_ECHO), "b ignores echo requests"),
    ((BELIEVING % "f", "", OTHER_WAY_BACK + BELIEVING % "x", ""), ""),
    (("", "", STRICT, ""), "s drops what comes from 10.0.1.2 by x"),
    (("", WRONG_MAC, "", ""), "r sends packets for 10.0.2.2 to 02:00:00:00:00:77"),
]


@pytest.mark.parametrize(("said", "words"), REASONS)
def test_the_reason_is_what_the_kernel_does(
    run_dir: Path, said: tuple[str, ...], words: str
) -> None:
    """A packet is lost where the settings and neighbours say so, and the words say where."""
    topology = read_text(RING % said).topology
    assert topology is not None
    state = lower(topology)

    def ask() -> int:
        engine.apply("lab", state)
        return say("lab", "a", "ping -c 3 -i 0.3 -W 1 10.9.9.9")[0]

    found = find_fault(state, "a", ip_address("10.9.9.9"))
    assert words in found
    assert bool(words) == bool(found)
    assert inside(run_dir, ask) == int(bool(words))


def test_what_somebody_typed_is_put_right(run_dir: Path) -> None:
    """A drawn setting that was changed by hand is found."""
    state = STATES["of an interface"]

    def spoil_and_apply() -> tuple[bool, HostState]:
        engine.apply("lab", state)
        with engine.namespace_fds("lab") as handles:
            commands = "sysctl -qw net/ipv4/ip_forward=1 net/ipv4/ip_forward=0"
            standing_in(handles["a"], lambda: shell(commands))
        spoiled = engine.observe_lab("lab").state != state
        engine.apply("lab", state)
        return spoiled, engine.observe_lab("lab").state

    assert inside(run_dir, spoil_and_apply) == (True, state)


def test_every_setting_of_the_list_is_one_of_a_namespace() -> None:
    """It is there in a new namespace, and what is written to it stays in there."""
    pairs = [(family, word) for family, words in OF_INTERFACE.items() for word in words]
    names = [*OF_NODE, *(f"net.{family}.conf.e.{word}" for family, word in pairs)]

    def write_bounds() -> list[str]:
        return [name for name in names if read_if_there(name) is not None and _takes(name)]

    def _takes(name: str) -> bool:
        known = range_of(name)
        assert known is not None
        for number in (known.low, known.high):
            value = " ".join([str(number)] * known.numbers)
            shell(f"sysctl -qw {path_of(name)}='{value}'")
        return True

    before = {name: shell(f"sysctl -n {name}") for name in OF_NODE}
    assert in_scratch("ip link add e type veth peer name f", write_bounds) == names
    assert {name: shell(f"sysctl -n {name}") for name in OF_NODE} == before


@pytest.mark.parametrize(
    "said",
    [
        "net.ipv4.conf.all.log_martians: 1",
        "net.core.somaxconn: 7",
        "kernel.hostname: 1",
        "net.ipv4.conf.../../../kernel.rp_filter: 1",
        "net.ipv4.conf.all.rp_filter: 3",
        "net.ipv4.tcp_rmem: 4096",
        "net.ipv4.tcp_rmem: 5 4 3",
        "net.ipv4.ip_default_ttl: '64; reboot'",
        "net.ipv4.conf.all.forwarding: 1",
        "net.ipv4.conf.e.rp_filter: 0",
    ],
)
def test_nothing_else_can_be_asked_for(said: str) -> None:
    """Neither a setting that reaches beyond the node nor a value that it does not have."""
    document = read_text(f"nodes:\n  a:\n    sysctls:\n      {said}\n")
    assert document.errors
    assert document.errors[0].element.startswith("nodes/a/sysctls")
