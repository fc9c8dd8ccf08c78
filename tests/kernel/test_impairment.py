"""Impaired links, on a kernel that has netem: what is set is seen equal, and felt."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from designer.plan.diff import diff
from designer.plan.shell import commands
from designer.state.host_state import HostState
from designer.state.impairment import Netem, OtherQdisc, lower_impairment
from designer.state.interface import InterfaceId
from designer.state.lift import lift
from designer.state.lower import lower
from designer.state.needs import needs
from designer.topology.checks import check
from designer.topology.impairment import Impairment
from designer.topology.problem import errors
from designer.topology.topology import Topology
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.kernel.scratch import in_scratch, shell
from tests.second_kernel.here import capabilities
from tests.strategies.sound import sound_impairments, sound_topologies
from workers import engine
from workers.kernel.impairment_dump import egresses
from workers.kernel.sockets import open_route_socket
from workers.sandbox.standing import standing_in

pytestmark = pytest.mark.needs("netem")

BURST = 20
A, B = InterfaceId("a", "e"), InterfaceId("b", "e")


def drawing(**link: object) -> Topology:
    """Return two hosts on a cable that is like this."""
    ends = {"ends": ["a:e", "b:e"], **link}
    return Topology.model_validate({"nodes": {"a": {}, "b": {}}, "links": [ends]})


def impaired(**values: object) -> HostState:
    """Return the state of two hosts on a cable that does this to packets, both ways."""
    return lower(drawing(impairment=values))


def round_trip_ms(lab: str, count: int = 3) -> float:
    """Return how long a ping takes from a to b, the quickest of some."""
    status, text = say(lab, "a", f"ping -nqc{count} -i0.2 -W5 10.0.1.2")
    assert status == 0, text
    return float(text.rpartition(" = ")[2].split("/")[0])


def test_delay_is_felt_and_goes_again(run_dir: Path) -> None:
    """Both ways count; without it a packet takes no time, and nothing is left in the kernel."""

    def work() -> tuple[list[float], list[HostState]]:
        took, seen = [], []
        for state in (impaired(), impaired(delay_ms=30), impaired()):
            engine.apply("lab", state)
            took.append(round_trip_ms("lab"))
            seen.append(engine.observe_lab("lab").state)
        return took, seen

    took, seen = inside(run_dir, work)
    assert 60 <= took[1] < 90
    assert max(took[0], took[2]) < 20
    assert seen == [impaired(), impaired(delay_ms=30), impaired()]


def test_each_direction_has_its_own(run_dir: Path) -> None:
    """The way there stands at the first end of the link, the way back at the second."""
    state = lower(drawing(impairment={"delay_ms": 40}, impairment_back={}))

    def work() -> float:
        engine.apply("lab", state)
        return round_trip_ms("lab")

    assert 40 <= inside(run_dir, work) < 70
    here, there = state.interface(A), state.interface(B)
    assert here is not None
    assert here.egress == replace(Netem(), delay_ns=40_000_000, limit_packets=34334)
    assert there is not None
    assert there.egress is None


def test_changing_one_value_keeps_or_ends_the_others_as_drawn(run_dir: Path) -> None:
    """Whatever was set before, the kernel has exactly what is drawn now, after one operation.

    Each is an edit of a lab that runs: only what changes is looked at.
    """
    everything = {
        "delay_ms": 1.3,
        "jitter_ms": 0.5,
        "loss_percent": 1,
        "duplicate_percent": 0.1,
        "reorder_percent": 33.3,
        "corrupt_percent": 0.05,
        "rate_kbit": 40_000_000,
        "queue_packets": 77,
    }
    changes = (everything, {**everything, "loss_percent": 2}, {"delay_ms": 2}, {"rate_kbit": 64})

    def work() -> list[tuple[int, bool]]:
        found, known = [], {}
        for number, values in enumerate(changes):
            state, document = impaired(**values), str(number)
            applied = engine.apply("lab", state, document=document, known=known.get)
            known[document] = state
            found.append((len(applied.plan), engine.observe_lab("lab").state == state))
        return found

    assert inside(run_dir, work)[1:] == [(2, True)] * 3


def test_full_loss_blocks_one_direction_only(run_dir: Path) -> None:
    """Nothing comes back, though the other way is whole."""
    state = lower(drawing(impairment={"loss_percent": 100}, impairment_back={}))

    def work() -> tuple[int, int]:
        engine.apply("lab", state)
        status, _ = say("lab", "a", "ping -nqc1 -W1 10.0.1.2")
        received = say("lab", "b", "awk '/ e:/ {print $3}' /proc/net/dev")[1]
        return status, int(received)

    assert inside(run_dir, work) == (1, 0)


def socket_in(node: str, kind: socket.SocketKind) -> socket.socket:
    """Return a socket of a node of the lab."""
    with engine.namespace_fds("lab") as handles:
        made = standing_in(handles[node], partial(socket.socket, socket.AF_INET, kind))
    made.settimeout(20)
    return made


def send_stream(data: bytes) -> tuple[bytes, float]:
    """Send data from a to b by TCP; return what arrives, and after how many seconds all of it."""
    with socket_in("b", socket.SOCK_STREAM) as listening, socket_in("a", socket.SOCK_STREAM) as out:
        listening.bind(("10.0.1.2", 5000))
        listening.listen()
        began = time.monotonic()
        out.connect(("10.0.1.2", 5000))
        connection, _ = listening.accept()
        with connection, ThreadPoolExecutor(1) as pool:
            connection.settimeout(20)
            sending = pool.submit(lambda: (out.sendall(data), out.shutdown(socket.SHUT_WR)))
            received = b"".join(iter(partial(connection.recv, 65536, socket.MSG_WAITALL), b""))
            sending.result()
    return received, time.monotonic() - began


def send_datagrams(data: bytes, count: int) -> list[bytes]:
    """Send the same datagram from a to b often; return those that b takes for good."""
    with socket_in("b", socket.SOCK_DGRAM) as heard, socket_in("a", socket.SOCK_DGRAM) as out:
        heard.bind(("10.0.1.2", 5000))
        heard.settimeout(0.2)
        received = []
        for _ in range(0, count, BURST):
            for _ in range(BURST):
                out.sendto(data, ("10.0.1.2", 5000))
            with suppress(TimeoutError):
                while True:
                    received.append(heard.recv(2 * len(data)))
    return received


def checksum_errors(node: str) -> int:
    """Return how many datagrams a node threw away as corrupt (/proc/net/snmp, InCsumErrors)."""
    _, text = say("lab", node, "awk '/^Udp:/ {print $8}' /proc/net/snmp")
    return int(text.split()[1])


def test_what_is_corrupted_never_arrives_as_good(run_dir: Path) -> None:
    """Packets over a veth bear no real checksum until netem makes one, before it flips a bit.

    ARP has none at all, so neighbours are told beforehand.
    """
    data = bytes([0xA5]) * 1000
    state = lower(drawing(impairment={"corrupt_percent": 10}, impairment_back={}))
    macs = {place: one.mac for place in (A, B) if (one := state.interface(place))}

    def work() -> tuple[list[bytes], int, bytes]:
        engine.apply("lab", state)
        for node, address, mac in (("a", "10.0.1.2", macs[B]), ("b", "10.0.1.1", macs[A])):
            command = f"ip neighbour replace {address} lladdr {mac} dev e"
            assert say("lab", node, command) == (0, "")
        datagrams = send_datagrams(data, 20 * BURST)
        return datagrams, checksum_errors("b"), send_stream(data * 100)[0]

    datagrams, thrown_away, stream = inside(run_dir, work)
    assert set(datagrams) == {data}
    assert 0.7 * 20 * BURST < len(datagrams) < 0.98 * 20 * BURST
    assert thrown_away > 0
    assert stream == data * 100


def test_a_rate_limits_a_transfer(run_dir: Path) -> None:
    """A quarter of a megabyte at 4 Mbit/s takes half a second."""

    def work() -> tuple[int, float]:
        engine.apply("lab", impaired(rate_kbit=4000))
        received, took_s = send_stream(bytes(250_000))
        return len(received), took_s

    size, took_s = inside(run_dir, work)
    assert size == 250_000
    assert 0.45 < took_s < 3


@settings(max_examples=5, phases=[Phase.reuse, Phase.generate], deadline=None)
@given(sound_impairments(), sound_impairments())
def test_tc_sets_what_we_set(first: Impairment, second: Impairment) -> None:
    """Whatever is drawn, and drawn afterwards, tc(8) makes the state that lowering says."""
    plain = lower(drawing())
    states = [plain, *(lower(drawing(impairment=one)) for one in (first, second)), plain]

    def look() -> list[object]:
        found: list[object] = []
        for before, wanted in pairwise(states):
            plan = [one for one in diff(wanted, before) if one.namespace == "a"]
            lines = [line for one in plan for line in commands(replace(one, namespace="@host"))]
            shell("\n".join(lines))
            with open_route_socket() as netlink:
                seen = next(iter(egresses(netlink).values()))
                found.append(None if seen == OtherQdisc("noqueue") else seen)
        return found

    setup = "ip link add e type veth peer name f; ip link set e up"
    assert in_scratch(setup, look) == [lower_impairment(first), lower_impairment(second), None]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("pfifo limit 7", "pfifo"),
        ("netem delay 10ms 5ms 25%", "netem"),
        ("netem delay 10ms loss gemodel 1% 10%", "netem"),
        ("netem rate 1mbit 20", "netem"),
    ],
)
def test_what_somebody_typed_is_seen_and_goes(run_dir: Path, typed: str, kind: str) -> None:
    """A discipline that no drawing asks for is drift, and nothing of it is left by an apply."""
    state = impaired(delay_ms=20)

    def work() -> tuple[HostState, HostState]:
        engine.apply("lab", state)
        assert say("lab", "a", f"tc qdisc replace dev e root {typed}") == (0, "")
        spoiled = engine.observe_lab("lab").state
        engine.apply("lab", state)
        return spoiled, engine.observe_lab("lab").state

    spoiled, again = inside(run_dir, work)
    found = spoiled.interface(A)
    assert found is not None
    assert found.egress == OtherQdisc(kind)
    assert again == state


def test_what_somebody_typed_as_a_drawing_could_is_lifted(run_dir: Path) -> None:
    """The drawing then says it, and there is nothing left to do."""

    def work() -> HostState:
        engine.apply("lab", lower(drawing()))
        words = "delay 20ms 5ms loss 1% rate 2mbit limit 100"
        assert say("lab", "a", f"tc qdisc add dev e root netem {words}") == (0, "")
        return engine.observe_lab("lab").state

    said = {"delay_ms": 20, "jitter_ms": 5, "loss_percent": 1}
    wanted = drawing(
        impairment={**said, "rate_kbit": 2000, "queue_packets": 100}, impairment_back={}
    )
    assert lift(inside(run_dir, work), drawing()) == wanted


def test_a_cut_cable_keeps_what_it_does_for_when_it_is_mended(run_dir: Path) -> None:
    """The kernel keeps a discipline of an interface that is down."""
    states = [
        lower(drawing(impairment={"delay_ms": 30}, cut=cut)) for cut in (False, True, False, True)
    ]

    def work() -> tuple[list[bool], float]:
        same = []
        for state in states[:3]:
            engine.apply("lab", state)
            same.append(engine.observe_lab("lab").state == state)
        took_ms = round_trip_ms("lab")
        engine.destroy_lab("lab")
        engine.apply("lab", states[3])
        same.append(engine.observe_lab("lab").state == states[3])
        return same, took_ms

    same, took_ms = inside(run_dir, work)
    assert same == [True] * 4
    assert took_ms >= 60


PLAIN = {"hostname", "interfaces", "routes", "forwarding", "stp", "vlan_filtering", "vlan_protocol"}


def plain(topology: Topology) -> Topology:
    """Keep what every kernel with netem and VLANs has: no packet filters and the like."""
    values = topology.plain()
    for name, node in values.get("nodes", {}).items():
        kind = node["kind"].replace("internet", "router")
        kept = {key: value for key, value in node.items() if key in PLAIN}
        values["nodes"][name] = {"kind": kind, **kept}
    changed = Topology.model_validate(values)
    assume(not errors(check(changed)))
    assume({need.capability for need in needs(changed)} <= capabilities())
    return changed


plain_topologies = sound_topologies(serving=False).map(plain)


@pytest.mark.needs("vlan_filtering")
@settings(
    max_examples=4,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(plain_topologies, plain_topologies)
def test_any_sound_drawing_can_follow_any_other(
    run_dir: Path, first: Topology, second: Topology
) -> None:
    """With impairments, cuts and VLANs as well: afterwards the kernel equals the drawing."""

    def follow() -> bool:
        engine.apply("any", lower(first))
        same = engine.apply("any", lower(second)).observation.state == lower(second)
        return engine.destroy_lab("any") and same

    assert inside(run_dir, follow)
