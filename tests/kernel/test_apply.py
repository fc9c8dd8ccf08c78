"""Applying a drawing makes the kernel equal it, whatever was there before."""

from dataclasses import replace
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from designer.gallery import Entry
from designer.plan.operations import CreateNamespace, Operation, Plan
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.state.route import Route, single
from designer.topology.topology import Topology
from tests.kernel.drawings import changed, drawn, gallery, star, two_hosts, with_address
from tests.kernel.inside import inside
from tests.kernel.scratch import shell
from tests.labs import every_running_lab
from tests.strategies.sound import sound_topologies
from workers import engine
from workers.sandbox.exec import run_in_node
from workers.sandbox.standing import standing_in


def apply(desired: HostState) -> Plan:
    """Apply and return what was done; `apply` itself has seen that nothing is left to do."""
    return engine.apply("lab", desired).plan


def in_node(node: str, commands: str) -> str:
    """Run shell commands where a node is, with the worker's power."""
    with engine.namespace_fds("lab") as handles:
        return standing_in(handles[node], lambda: shell(commands))


@every_running_lab
def test_a_lab_of_the_gallery_is_made_and_then_stays(run_dir: Path, entry: Entry) -> None:
    """What is observed equals what was drawn, and a second apply has nothing to do."""
    state = gallery(entry.id)

    def make_twice() -> tuple[HostState, Plan]:
        apply(state)
        return engine.observe_lab("lab").state, apply(state)

    observed, again = inside(run_dir, make_twice)
    assert observed == state
    assert again == ()


def routed(state: HostState, *routes: Route) -> HostState:
    """Return the state with other routes in netns1."""
    where = replace(state.namespaces["netns1"], routes=frozenset(routes))
    return HostState({**state.namespaces, "netns1": where})


def stp(state: HostState) -> HostState:
    """Return the state with the spanning tree protocol on its bridge."""
    return changed(state, "brx", "brx", stp=True)


VIA = single(ip_network("10.9.0.0/16"), ip_address("192.168.5.9"), "veth11")
DIRECT = single(ip_network("10.8.0.0/16"), None, "veth11", 5)
DUAL = ("192.168.5.1/24", "fd00::1/64")
BASE = two_hosts()
NODE = ("netns1", "veth11")
STEPS: dict[str, tuple[HostState, HostState]] = {
    "address added": (BASE, with_address(BASE, *NODE, "192.168.5.1/24", "10.1.1.1/8")),
    "address replaced": (BASE, with_address(BASE, *NODE, "192.168.5.7/24")),
    "primary address removed": (
        with_address(BASE, *NODE, "192.168.5.1/24", "192.168.5.7/24"),
        with_address(BASE, *NODE, "192.168.5.7/24"),
    ),
    "IPv6 added": (BASE, with_address(BASE, *NODE, *DUAL)),
    "IPv6 removed": (with_address(BASE, *NODE, *DUAL), BASE),
    "IPv6 on a bridge that was silent": (BASE, with_address(BASE, "brx", "brx", "fd00::9/64")),
    "MAC": (BASE, changed(BASE, *NODE, mac="02:00:00:00:00:07")),
    "MTU of an end": (BASE, changed(BASE, *NODE, mtu=1400)),
    "set down": (BASE, changed(BASE, *NODE, up=False)),
    "set up": (changed(BASE, *NODE, up=False), BASE),
    "loopback down": (BASE, changed(BASE, "netns1", "lo", up=False)),
    "bridge down": (BASE, changed(BASE, "brx", "brx", up=False)),
    "STP on": (BASE, stp(BASE)),
    "STP off": (stp(BASE), BASE),
    "port detached": (BASE, changed(BASE, "brx", "veth13", master="")),
    "port attached": (changed(BASE, "brx", "veth13", master=""), BASE),
    "routes added": (BASE, routed(BASE, VIA, DIRECT)),
    "routes removed": (routed(BASE, VIA, DIRECT), BASE),
    "route replaced": (routed(BASE, VIA), routed(BASE, replace(VIA, metric=9))),
    "node removed": (BASE, gallery("two-hosts-one-cable")),
    "all replaced": (gallery("two-routers"), gallery("dual-stack")),
    "masquerade added": (gallery("two-routers"), gallery("home-network")),
    "masquerade removed": (gallery("home-network"), gallery("two-routers")),
    "more nodes": (star(3), star(9)),
    "fewer nodes": (star(9), star(3)),
    "nothing left": (BASE, HostState()),
}


@pytest.mark.parametrize("step", STEPS)
def test_every_change_is_made_on_a_running_lab(run_dir: Path, step: str) -> None:
    """From one drawing to another the kernel ends up equal to the second, and back again."""
    before, after = STEPS[step]

    def change() -> tuple[Plan, HostState]:
        apply(before)
        plan = apply(after)
        observed = engine.observe_lab("lab").state
        apply(before)
        return plan, observed

    plan, observed = inside(run_dir, change)
    assert plan
    assert observed == after


@settings(
    max_examples=15,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(first=sound_topologies(impaired=False), second=sound_topologies(impaired=False))
@pytest.mark.slow
def test_any_sound_drawing_can_follow_any_other(
    run_dir: Path, first: Topology, second: Topology
) -> None:
    """Whatever was drawn before, afterwards the kernel equals the drawing."""

    def follow() -> None:
        engine.apply("any", lower(first))
        assert engine.apply("any", lower(second)).observation.state == lower(second)
        engine.destroy_lab("any")

    inside(run_dir, follow)


SPOILED: dict[str, tuple[str, str]] = {
    "address deleted": ("netns1", "ip address flush dev veth11"),
    "address added": ("netns1", "ip address add 10.66.6.6/24 dev veth11"),
    "cable deleted": ("netns2", "ip link delete veth22"),
    "cable renamed": ("netns1", "ip link set veth11 down; ip link set veth11 name other"),
    "route added": ("netns1", "ip route add 10.66.0.0/16 via 192.168.5.2"),
    "link down": ("netns1", "ip link set veth11 down"),
    "cable added": ("netns1", "ip link add odd1 type veth peer name odd2"),
    "bridge added": ("netns1", "ip link add odd type bridge"),
    "forwarding": ("netns1", "sysctl -qw net.ipv4.ip_forward=1"),
    "IPv6 speaks": ("netns1", "ip link set veth11 addrgenmode eui64"),
    "bridge deleted": ("brx", "ip link delete brx"),
    "port detached": ("brx", "ip link set veth13 nomaster"),
}


@pytest.mark.parametrize("spoil", SPOILED)
def test_what_a_student_spoiled_is_repaired(run_dir: Path, spoil: str) -> None:
    """Whatever somebody does by hand is seen, and the next apply takes it back."""
    node, command = SPOILED[spoil]
    state = two_hosts()

    def spoil_and_repair() -> tuple[bool, HostState]:
        apply(state)
        in_node(node, command)
        seen = engine.observe_lab("lab").state != state
        apply(state)
        return seen, engine.observe_lab("lab").state

    seen, repaired = inside(run_dir, spoil_and_repair)
    assert seen
    assert repaired == state


def test_interfaces_of_other_kinds_stay(run_dir: Path) -> None:
    """A student's own tunnel is neither reported nor removed."""

    def add_and_apply() -> tuple[Plan, str]:
        apply(two_hosts())
        in_node("netns1", "ip link add odd type ifb")
        in_node("netns1", "ip address add 10.66.6.6/24 dev odd; ip link set odd up")
        return apply(two_hosts()), in_node("netns1", "ip link show odd")

    plan, shown = inside(run_dir, add_and_apply)
    assert plan == ()
    assert "odd" in shown


def test_silent_interfaces_have_no_link_local_address(run_dir: Path) -> None:
    """A lab without IPv6 speaks none, from the first moment of every interface."""

    def look() -> str:
        apply(two_hosts())
        inet6 = "ip -6 address show scope link"
        return "".join(in_node(node, inet6) for node in ("netns1", "netns2", "brx"))

    assert inside(run_dir, look) == ""


def test_silencing_takes_the_link_local_address_away(run_dir: Path) -> None:
    """When IPv6 leaves the drawing, it leaves the interface as well."""
    speaking = with_address(two_hosts(), "netns1", "veth11", *DUAL)

    def look() -> tuple[str, str]:
        apply(speaking)
        before = in_node("netns1", "ip -6 address show dev veth11 scope link")
        apply(two_hosts())
        return before, in_node("netns1", "ip -6 address show dev veth11")

    before, after = inside(run_dir, look)
    assert "fe80::" in before
    assert after == ""


@pytest.mark.parametrize("mtu", [9000, 1400])
def test_a_bridge_keeps_its_mtu(run_dir: Path, mtu: int) -> None:
    """Ports with another MTU do not change that of their bridge."""
    state = two_hosts()
    for end in (("brx", "veth13"), ("netns1", "veth11")):
        state = changed(state, *end, mtu=mtu)

    def make() -> Plan:
        apply(state)
        return apply(state)

    assert inside(run_dir, make) == ()


def test_a_plan_is_heard_before_and_while_it_is_carried_out(run_dir: Path) -> None:
    """First comes the plan, then progress that ends with all of it done."""

    def listen() -> tuple[list[Plan], list[tuple[int, int, str]]]:
        plans: list[Plan] = []
        progress: list[tuple[int, int, str]] = []
        engine.apply(
            "lab",
            two_hosts(),
            planned=plans.append,
            progress=lambda done, total, text: progress.append((done, total, text)),
        )
        return plans, progress

    plans, progress = inside(run_dir, listen)
    assert len(plans) == 1
    assert [done for done, _, _ in progress] == sorted({done for done, _, _ in progress})
    assert progress[-1] == (len(plans[0]), len(plans[0]), str(plans[0][-1]))


def test_progress_of_a_big_plan_never_goes_back(run_dir: Path) -> None:
    """Between stages and within them, more is done each time, and never more than all."""

    def listen() -> tuple[int, list[int]]:
        heard: list[int] = []
        plan = engine.apply("lab", star(80), progress=lambda done, _, __: heard.append(done)).plan
        return len(plan), heard

    total, heard = inside(run_dir, listen)
    assert heard == sorted(heard)
    assert heard[-1] == total
    assert len(heard) > 3


def test_nodes_answer_by_their_host_names(run_dir: Path) -> None:
    """A changed host name holds for the next command; the namespace stays the same."""

    def rename() -> tuple[list[Operation], int]:
        apply(drawn({"nodes": {"a": {"kind": "host"}}}))
        plan = apply(drawn({"nodes": {"a": {"kind": "host", "hostname": "web"}}}))
        creations: list[Operation] = [one for one in plan if isinstance(one, CreateNamespace)]
        return creations, run_in_node("lab", "a", ["sh", "-c", '[ "$(hostname)" = web ]'])

    assert inside(run_dir, rename) == ([], 0)


def test_a_thousand_nodes_take_no_more_than_one_namespace_each(run_dir: Path) -> None:
    """Nothing is left open: after an apply and a destroy, as many files are open as before."""

    def count() -> tuple[int, int]:
        files = Path("/proc/self/fd")
        before = len(list(files.iterdir()))
        apply(star(30))
        engine.destroy_lab("lab")
        return before, len(list(files.iterdir()))

    before, after = inside(run_dir, count)
    assert before == after


def check_ping(source: str, address: str) -> bool:
    """Tell whether a node reaches an address."""
    return run_in_node("lab", source, ["ping", "-qnc1", "-W1", address]) == 0


@pytest.mark.parametrize(
    ("name", "source", "address", "reached"),
    [
        ("two-hosts-one-bridge", "netns1", "192.168.5.2", True),
        ("two-hosts-one-cable", "netns2", "192.168.5.2", False),
        ("home-network", "laptop", "100.64.0.1", True),
    ],
)
def test_packets_flow_as_drawn(
    run_dir: Path, name: str, source: str, address: str, reached: bool
) -> None:
    """The network is real: the ping program agrees."""

    def look() -> bool:
        apply(gallery(name))
        return check_ping(source, address)

    assert inside(run_dir, look) is reached
