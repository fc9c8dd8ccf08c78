"""OSPF and BGP by FRR: routes that daemons find are there when apply ends, and are no drift."""

import shutil
from pathlib import Path

import pytest

from designer.plan.diff import diff
from designer.state.lower import lower
from designer.topology.topology import Topology
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.kernel.serving import kill, services_of, until
from workers import engine
from workers.matrix import MatrixOrder, probe_lab

pytestmark = pytest.mark.skipif(not shutil.which("vtysh"), reason="FRR is not installed")


def chain(first: object, middle: list[object], last: object) -> Topology:
    """Return two hosts with three routers between them, which run these."""
    nodes = {
        "h1": {"routes": [{"destination": "default", "gateway": "10.0.1.1"}]},
        "r1": {"kind": "router", "services": [first]},
        "r2": {"kind": "router", "services": middle},
        "r3": {"kind": "router", "services": [last]},
        "h3": {"routes": [{"destination": "default", "gateway": "10.0.4.1"}]},
    }
    links = ["h1:e -- r1:a", "r1:b -- r2:a", "r2:b -- r3:a", "r3:b -- h3:e"]
    return Topology.model_validate({"nodes": nodes, "links": links})


def bgp(asn: int, address: str, other: int) -> dict[str, object]:
    """Return one that talks to another."""
    return {"kind": "bgp", "asn": asn, "neighbours": [{"address": address, "asn": other}]}


OSPF = {"kind": "ospf"}
PING = "ping -c 1 -W 1 10.0.4.2 >/dev/null"
BOTH = chain(OSPF, [OSPF, bgp(65001, "10.0.3.2", 65002)], bgp(65002, "10.0.3.1", 65001))


def test_every_host_is_reached_over_both_protocols(run_dir: Path) -> None:
    """By OSPF on one side of the middle router and BGP on the other; nothing is left to do."""

    def work() -> tuple[list[str], bool]:
        desired = lower(BOTH)
        engine.apply("lab", desired)
        until(lambda: say("lab", "h1", PING)[0] == 0, 30)  # on a busy machine it takes longer
        counts = probe_lab("lab", BOTH, MatrixOrder()).result.counts()
        return (
            [outcome.name for outcome, count in counts.items() if count],
            bool(diff(desired, engine.observe_lab("lab").state)),
        )

    assert inside(run_dir, work) == (["REACHED"], False)


def test_routes_go_with_the_daemons_and_come_again(run_dir: Path) -> None:
    """Stopped, they take their routes along; killed, they are started again and find them."""

    def work() -> tuple[bool, str]:
        drawing = chain(OSPF, [OSPF], OSPF)
        engine.apply("lab", lower(drawing))
        kill(services_of("lab")["frr of r2"].pid)
        comes_again = until(lambda: say("lab", "h1", PING)[0] == 0, 30)
        bare = drawing.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for name in ("r1", "r2", "r3"):
            bare["nodes"][name].pop("services")
        engine.apply("lab", lower(Topology.model_validate(bare)))
        return comes_again, say("lab", "r2", "ip route show proto ospf")[1]

    assert inside(run_dir, work) == (True, "")
