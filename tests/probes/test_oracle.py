"""The engine says what the programs `ping` and `nc` say."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from designer.topology.outcome import Outcome
from tests.probes.asking import ask_all
from tests.probes.lab import Lab, routed

pytestmark = pytest.mark.kernel

PORT = 41234
Program = Callable[[Lab, str, str], bool]

NODES = ("a", "r", "b", "c", "d")


@pytest.fixture
def mixed(lab: Lab) -> Iterator[Lab]:
    """Give a routed lab in which much is wrong, with services that listen on half of it."""
    routed(lab)
    for name, number in (("c", 3), ("d", 4)):
        lab.add_node(name)
        lab.cable(f"{name}:eth0", f"r:eth{number}")
        lab.address(f"{name}:eth0", f"10.{number}.0.1/24")
        lab.address(f"r:eth{number}", f"10.{number}.0.9/24")
    lab.wait_for_links()
    lab.ip("c", "route add default via 10.3.0.9")  # d has no way back
    lab.set_down("a:lo")
    lab.nft("b", f"input tcp dport {PORT} reject")
    lab.nft("c", "input icmp type echo-request drop")
    lab.nft("r", "forward ip saddr 10.1.0.0/24 ip daddr 10.3.0.0/24 drop")
    with ExitStack() as services:
        for name in "arbc":
            services.enter_context(lab.inside(name, lambda: socket.create_server(("", PORT))))
        yield lab


def says_ping(lab: Lab, source: str, address: str) -> bool:
    """Ask the program `ping`."""
    return not lab.run(source, "ping", "-nc1", "-W1", address, check=False).returncode


def says_nc(lab: Lab, source: str, address: str) -> bool:
    """Ask the program `nc`."""
    return not lab.run(source, "nc", "-nzw1", address, str(PORT), check=False).returncode


@pytest.mark.parametrize(("probe", "program"), [("ping", says_ping), (f"tcp/{PORT}", says_nc)])
def test_the_engine_agrees_with_the_program(mixed: Lab, probe: str, program: Program) -> None:
    """Every node asks every IPv4 address, by engine and by program."""
    targets = mixed.targets(*NODES)
    pairs = [
        (source, target)
        for source in range(len(NODES))
        for target in range(len(targets))
        if targets[target].address.version == 4
    ]
    result = ask_all(mixed, NODES, NODES, probe, pairs=pairs, listen=False, timeout_ms=500)
    by_engine = {p: result.outcome(*p) == Outcome.REACHED for p in pairs}
    by_program = {(s, t): program(mixed, NODES[s], str(targets[t].address)) for s, t in pairs}
    assert by_engine == by_program
    assert 10 < sum(by_engine.values()) < len(pairs) - 10
