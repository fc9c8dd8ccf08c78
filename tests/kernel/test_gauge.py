"""What crosses a cable is counted as it is, at one end of each, and nothing is opened for it."""

import time
from pathlib import Path

from designer.gallery import GALLERY
from designer.state.lower import lower
from designer.topology.topology import Topology
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from workers import engine
from workers.bench.workloads import workload
from workers.kernel.notices import Notices
from workers.sandbox.host import here
from workers.sandbox.lab import Lab
from workers.watch.gauge import BITS, Gauge, Row, where_to_ask

TWO_HOSTS = GALLERY["two-hosts-one-bridge"].topology
PINGS, PING_BYTES = 50, 1000
FRAME_BYTES = PING_BYTES + 8 + 20 + 14
"""With the headers of ICMP, IPv4 and Ethernet."""


def watched(lab_key: str) -> Notices:
    """Have the kernel tell of all namespaces of a lab, as the watcher does."""
    notices = Notices()
    lab = Lab.find(here(), lab_key)
    assert lab is not None
    with lab:
        for name, handle in lab.own_namespaces().items():
            notices.watch(name, handle)
    return notices


def read_twice(topology: Topology, command: str, between: float = 1.0) -> dict[int, Row]:
    """Return the rates while a command ran in the first host, as if it took so many seconds."""
    notices, gauge = watched("lab"), Gauge()
    try:
        now_s = time.monotonic()
        assert gauge.read(topology, notices.counters, now_s) is None
        status, said = say("lab", "netns1", command)
        assert status == 0, said
        found = gauge.read(topology, notices.counters, now_s + between)
        assert found is not None
        return found
    finally:
        notices.close()


def test_bytes_that_ping_made_are_seen_on_both_links_each_way(run_dir: Path) -> None:
    """Fifty pings of a known size, and little else; another second later all rests."""

    def work() -> tuple[dict[int, Row], dict[int, Row]]:
        engine.apply("lab", lower(TWO_HOSTS), document=TWO_HOSTS.to_json())
        ping = f"ping -q -f -c {PINGS} -s {PING_BYTES} 192.168.5.2"
        return read_twice(TWO_HOSTS, ping), read_twice(TWO_HOSTS, "true")

    rates, at_rest = inside(run_dir, work)
    assert set(rates) == {0, 1}
    for there, back, packets_there, packets_back, drops, errors in rates.values():
        for bits, packets in ((there, packets_there), (back, packets_back)):
            assert PINGS <= packets <= PINGS + 5  # and who has the address
            assert PINGS * FRAME_BYTES * BITS * 0.99 <= bits <= PINGS * FRAME_BYTES * BITS * 1.1
        assert (drops, errors) == (0, 0)
    assert at_rest == {}


def test_the_way_of_a_flood_is_told_from_its_answer(run_dir: Path) -> None:
    """What nobody answers goes one way, from the first end or from the second as it is drawn."""

    def work() -> dict[int, Row]:
        engine.apply("lab", lower(TWO_HOSTS), document=TWO_HOSTS.to_json())
        flood = "ip neigh add 192.168.5.9 lladdr 02:00:00:00:00:09 dev veth11 && "
        return read_twice(TWO_HOSTS, flood + "ping -q -f -c 99 -w 1 192.168.5.9 || true")

    rates = inside(run_dir, work)
    first = TWO_HOSTS.links[0].ends[0].node
    there, back = rates[0][2:4] if first == "netns1" else rates[0][3:1:-1]
    assert there >= 10 > back


def test_drops_are_told_where_the_other_end_is_down(run_dir: Path) -> None:
    """The kernel drops what is sent to an interface that is down, and says so."""

    def work() -> dict[int, Row]:
        engine.apply("lab", lower(TWO_HOSTS), document=TWO_HOSTS.to_json())
        return read_twice(TWO_HOSTS, "ip link set veth11 down && sleep 0.1; true")

    assert inside(run_dir, work) == {}


def test_a_lab_that_is_destroyed_is_freed_and_counts_nothing(run_dir: Path) -> None:
    """No socket keeps its namespaces; asked for them the kernel says that there are none."""

    def work() -> dict[str, object]:
        engine.apply("lab", lower(TWO_HOSTS), document=TWO_HOSTS.to_json())
        notices = watched("lab")
        assert notices.counters("netns1")
        engine.destroy_lab("lab")
        deadline = time.monotonic() + 10
        while notices.counters("netns1") and time.monotonic() < deadline:
            time.sleep(0.05)
        return dict(notices.counters("netns1"))

    assert inside(run_dir, work) == {}


def test_few_nodes_are_asked_and_every_link_once() -> None:
    """Of a star one, of a chain every other, of a campus its switches."""
    sizes = {"star": (200, 1), "chain": (200, 100), "campus": (200, 10)}
    for kind, (size, most) in sizes.items():
        topology = workload(kind, size)  # type: ignore[arg-type]
        asked = where_to_ask(topology)
        links = sorted(one.link for those in asked.values() for one in those)
        assert links == list(range(len(topology.links)))
        assert len(asked) <= most + most // 2
