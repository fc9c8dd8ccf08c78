"""Router advertisements: hosts make IPv6 addresses of them, by the kernel's own rules."""

from pathlib import Path

from designer.plan.diff import diff
from designer.state.lower import lower
from designer.topology.topology import Topology
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.kernel.serving import until
from workers import engine
from workers.matrix import MatrixOrder, probe_lab

DRAWING = Topology.model_validate(
    {
        "nodes": {
            "r": {
                "kind": "router",
                "interfaces": {
                    "eth0": {"addresses": ["fd00:1::1/64"]},
                    "eth1": {"addresses": ["fd00:2::1/64"]},
                },
                "services": [{"kind": "router-advertisement", "interface": "eth0"}],
            },
            "h": {"interfaces": {"eth0": {"addresses": []}}},
            "far": {
                "interfaces": {"eth0": {"addresses": ["fd00:2::2/64"]}},
                "routes": [{"destination": "default", "gateway": "fd00:2::1"}],
            },
            "sw": "switch",
        },
        "links": ["r:eth0 -- sw:p1", "h:eth0 -- sw:p2", "r:eth1 -- far:eth0"],
    }
)
ADDRESS = "ip -6 -o address show dev eth0 scope global -tentative | awk '{print $4}'"


def test_host_makes_an_address_and_finds_the_way_out(run_dir: Path) -> None:
    """It has the prefix of the router, reaches what is behind it, and nothing of that is drift."""

    def work() -> tuple[str, int, bool]:
        desired = lower(DRAWING)
        engine.apply("lab", desired)
        until(lambda: "/64" in say("lab", "h", ADDRESS)[1])
        address = say("lab", "h", ADDRESS)[1]
        ping, _ = say("lab", "h", "ping -6 -c 1 -W 3 fd00:2::2")
        return address, ping, bool(diff(desired, engine.observe_lab("lab").state))

    address, ping, differs = inside(run_dir, work)
    assert address.startswith("fd00:1::")
    assert ping == 0
    assert not differs


def test_matrix_asks_for_the_address_that_was_made(run_dir: Path) -> None:
    """It is lent by the router, as one of DHCP is by the server."""

    def work() -> list[str]:
        engine.apply("lab", lower(DRAWING))
        until(lambda: "/64" in say("lab", "h", ADDRESS)[1])
        matrix = probe_lab("lab", DRAWING, MatrixOrder(timeout_ms=3000))
        return [str(one.address) for one in matrix.axes.targets if one.node == "h"]

    (address,) = inside(run_dir, work)
    assert address.startswith("fd00:1::")
