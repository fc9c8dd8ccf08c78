"""DHCP between nodes: a lease through a bridge, renewed, given back, and nobody's drift."""

import shutil
from pathlib import Path

import pytest

from designer.plan.diff import diff
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.topology import Topology
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.kernel.serving import kill, lines_of, services_of, until
from workers import engine
from workers.matrix import MatrixOrder, probe_lab

SERVER = {"kind": "dhcp-server", "interface": "eth0", "range": ["10.0.1.100", "10.0.1.109"]}
CLIENT = {"kind": "dhcp-client", "interface": "eth0"}
ADDRESS = "ip -4 -o address show dev eth0 | awk '{print $4}'"


def topology(*, lease_s: int = 600, client: object = CLIENT, server: object = None) -> Topology:
    """Return a router that leases on one side, a host that asks, and a host on the other side."""
    leasing = server or {**SERVER, "lease_s": lease_s}
    nodes = {
        "r": {
            "kind": "router",
            "interfaces": {
                "eth0": {"addresses": ["10.0.1.1/24"]},
                "eth1": {"addresses": ["10.0.2.1/24"]},
            },
            "services": [leasing, {"kind": "dns"}],
        },
        "h": {"services": [client] if client else [], "interfaces": {"eth0": {"addresses": []}}},
        "far": {
            "interfaces": {"eth0": {"addresses": ["10.0.2.2/24"]}},
            "routes": [{"destination": "default", "gateway": "10.0.2.1"}],
        },
        "sw": "switch",
    }
    links = ["r:eth0 -- sw:p1", "h:eth0 -- sw:p2", "r:eth1 -- far:eth0"]
    return Topology.model_validate({"nodes": nodes, "links": links})


def applied(drawing: Topology) -> HostState:
    """Apply it; return what it should be."""
    desired = lower(drawing)
    engine.apply("lab", desired)
    return desired


def test_lease_comes_through_a_bridge_with_all_it_brings(run_dir: Path) -> None:
    """When apply ends: an address, the way out, and whom to ask for names."""

    def work() -> list[tuple[int, str]]:
        applied(topology())
        return [
            say("lab", "h", ADDRESS),
            say("lab", "h", "ping -c 3 -i 0.3 -W 1 10.0.2.2 >/dev/null"),
            say("lab", "h", "getent --service=dns ahostsv4 far"),
        ]

    address, ping, name = inside(run_dir, work)
    assert address[1] == "10.0.1.100/24\n"
    assert ping[0] == 0
    assert name[1].startswith("10.0.2.2 ")


def test_lease_is_no_drift(run_dir: Path) -> None:
    """Neither the address nor the route is anything that apply would remove."""

    def work() -> bool:
        desired = applied(topology())
        assert say("lab", "h", "ip route show default")[1].startswith("default via 10.0.1.1")
        return bool(diff(desired, engine.observe_lab("lab").state))

    assert not inside(run_dir, work)


def test_matrix_asks_for_the_lent_address(run_dir: Path) -> None:
    """A node with a lease is a target like any other."""

    def work() -> tuple[list[str], int]:
        drawing = topology()
        applied(drawing)
        matrix = probe_lab("lab", drawing, MatrixOrder())
        targets = [str(one.address) for one in matrix.axes.targets if one.node == "h"]
        return targets, sum(name != "REACHED" for name in _outcomes(matrix.result.counts()))

    assert inside(run_dir, work) == (["10.0.1.100"], 0)


def _outcomes(counts: object) -> list[str]:
    assert isinstance(counts, dict)
    return [outcome.name for outcome, count in counts.items() if count]


def test_lease_is_renewed_in_time(run_dir: Path) -> None:
    """The address outlives the time that it was first lent for."""

    def work() -> tuple[bool, str, tuple[int, str]]:
        applied(topology(lease_s=10))
        is_renewed = until(lambda: _leases_logged() > 1)
        return is_renewed, say("lab", "h", ADDRESS)[1], say("lab", "h", "ping -c 1 10.0.1.1")

    is_renewed, address, (status, _) = inside(run_dir, work)
    assert is_renewed
    assert (address, status) == ("10.0.1.100/24\n", 0)


def _leases_logged() -> int:
    return len([one for one in lines_of("lab", "r", "dhcp-server/eth0") if "10.0.1.100" in one])


def test_who_asks_again_has_the_same_address(run_dir: Path) -> None:
    """The client was killed and the server too, which then knows nothing of its leases."""

    def work() -> tuple[str, str]:
        applied(topology())
        before = say("lab", "h", ADDRESS)[1]
        for name in ("dhcp-server/eth0 of r", "dhcp-client/eth0 of h"):
            kill(services_of("lab")[name].pid)
        until(lambda: all(one.health == "running" for one in services_of("lab").values()))
        return before, say("lab", "h", ADDRESS)[1]

    before, after = inside(run_dir, work)
    assert before == after == "10.0.1.100/24\n"


def test_lease_is_given_back(run_dir: Path) -> None:
    """A client that is no longer drawn takes its address along."""

    def work() -> tuple[str, str]:
        applied(topology())
        applied(topology(client=None))
        return say("lab", "h", ADDRESS)[1], say("lab", "h", "cat /etc/resolv.conf")[1]

    address, resolv = inside(run_dir, work)
    assert address == ""
    assert "nameserver" not in resolv


def test_nobody_answers_and_apply_ends_all_the_same(run_dir: Path) -> None:
    """A lab may have a client without a server, on purpose."""

    def work() -> tuple[str, str]:
        applied(topology(server={"kind": "http"}))
        return services_of("lab")["dhcp-client/eth0 of h"].health, say("lab", "h", ADDRESS)[1]

    assert inside(run_dir, work) == ("starting", "")


@pytest.mark.skipif(not shutil.which("udhcpc"), reason="udhcpc is not installed")
def test_another_client_gets_a_lease_from_our_server(run_dir: Path) -> None:
    """Busybox' udhcpc takes what the server says."""

    def work() -> tuple[int, str]:
        applied(topology(client=None))
        return say("lab", "h", "udhcpc -i eth0 -n -q -f -t 3 -s /bin/true 2>&1")

    status, said = inside(run_dir, work)
    assert status == 0, said
    assert "10.0.1.100" in said


@pytest.mark.skipif(not shutil.which("dnsmasq"), reason="dnsmasq is not installed")
def test_our_client_gets_a_lease_from_another_server(run_dir: Path) -> None:
    """What dnsmasq offers is taken, router and name server included."""
    command = (
        "exec dnsmasq --no-daemon --conf-file=/dev/null --interface=eth0 --user=root --log-dhcp"
        " --dhcp-range=10.0.1.50,10.0.1.59,1h --dhcp-leasefile=/tmp/leases --pid-file="
        " --dhcp-option=option:dns-server,10.0.1.1 --port=0"
    )

    def work() -> tuple[str, str, str]:
        applied(topology(server={"kind": "command", "command": command}))
        until(lambda: services_of("lab")["dhcp-client/eth0 of h"].health == "running")
        route = say("lab", "h", "ip route show default")[1]
        return say("lab", "h", ADDRESS)[1], route, say("lab", "h", "cat /etc/resolv.conf")[1]

    address, route, resolv = inside(run_dir, work)
    assert 50 <= int(address.split("/")[0].split(".")[3]) < 60
    assert "via 10.0.1.1" in route
    assert "nameserver 10.0.1.1" in resolv
