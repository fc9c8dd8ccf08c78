"""A change is carried out as a whole, or the lab is as it was before and the reason is told."""

from dataclasses import replace
from ipaddress import ip_address, ip_network
from pathlib import Path

from designer.state.host_state import HostState
from designer.state.route import single
from tests.kernel.drawings import changed, star, two_hosts, with_address
from tests.kernel.inside import inside
from tests.kernel.scratch import shell
from workers import engine
from workers.engine import LabSummary
from workers.errors import KernelRefused
from workers.sandbox.standing import standing_in
from workers.transaction import Transaction


def with_lost_route(state: HostState, namespace: str, interface: str) -> HostState:
    """Return a state with a route that the kernel refuses, late in every plan."""
    lost = single(ip_network("10.250.0.0/16"), ip_address("172.16.0.1"), interface)
    where = replace(state.namespaces[namespace], routes=frozenset({lost}))
    return HostState({**state.namespaces, namespace: where})


def refusal_of(state: HostState, **more: object) -> str:
    """Return what is said when the kernel refuses part of a state."""
    try:
        engine.apply("lab", state, **more)  # type: ignore[arg-type]
    except KernelRefused as no:
        return str(no)
    raise AssertionError("the kernel refused nothing")


def test_a_refused_first_apply_leaves_nothing(run_dir: Path) -> None:
    """A lab that was not there is not there."""

    def refuse() -> tuple[str, tuple[LabSummary, ...]]:
        said = refusal_of(with_lost_route(two_hosts(), "netns1", "veth11"))
        return said, engine.list_labs()

    said, labs = inside(run_dir, refuse)
    assert said.endswith("(the lab is as it was before)")
    assert labs == ()


def test_a_refused_change_is_taken_back(run_dir: Path) -> None:
    """Nodes, cables, addresses and settings that the plan had changed are as before."""
    before = star(4)
    after = changed(star(6), "h1", "eth0", mtu=1400, mac="02:00:00:00:00:77")
    after = changed(
        with_address(after, "h2", "eth0", "10.9.0.1/24", "fd00::1/64"), "h3", "lo", up=False
    )
    gone = {name: one for name, one in after.namespaces.items() if name != "h0"}
    sw = gone["sw"]
    ports = {name: one for name, one in sw.interfaces.items() if name != "p0"}
    after = HostState({**gone, "sw": replace(sw, interfaces=ports)})

    def refuse() -> tuple[HostState, str, str, LabSummary]:
        engine.apply("lab", before, document="first", title="first")
        said = refusal_of(with_lost_route(after, "h5", "eth0"), document="second", title="second")
        seen = engine.observe_lab("lab").state
        return seen, said, engine.lab_document("lab"), engine.list_labs()[0]

    seen, said, document, summary = inside(run_dir, refuse)
    assert seen == before
    assert said.startswith("add route 10.250.0.0/16 via 172.16.0.1 dev eth0 in h5")
    assert said.endswith("(the lab is as it was before)")
    assert document == "first"
    assert (summary.title, summary.phase) == ("first", "applied")


def test_what_somebody_typed_before_is_there_after_a_refusal(run_dir: Path) -> None:
    """As before means as the kernel had it, and not as it was drawn."""

    def refuse() -> tuple[HostState, HostState]:
        engine.apply("lab", two_hosts())
        with engine.namespace_fds("lab") as handles:
            typed = "ip link set veth11 mtu 1300 && ip address add 10.77.0.1/24 dev veth11"
            standing_in(handles["netns1"], lambda: shell(typed))
        before = engine.observe_lab("lab").state
        refusal_of(with_lost_route(two_hosts(), "netns2", "veth22"))
        return before, engine.observe_lab("lab").state

    before, after = inside(run_dir, refuse)
    assert before != two_hosts()
    assert after == before


def test_going_back_in_vain_says_what_differs(run_dir: Path) -> None:
    """Where even that is not possible, it is said, with the first thing that is missing."""
    broken = changed(two_hosts(), "netns1", "veth11", mtu=1400)

    def refuse() -> tuple[str, LabSummary]:
        engine.apply("lab", two_hosts())
        original = Transaction._execute
        calls = []

        def execute(self: Transaction, *plan_and_more: object) -> None:
            """Carry out the first plan; the way back finds its lab without rights."""
            calls.append(plan_and_more)
            if len(calls) > 1:
                raise OSError(1, "Operation not permitted")
            original(self, *plan_and_more)  # type: ignore[arg-type]

        Transaction._execute = execute  # type: ignore[method-assign,assignment]
        return refusal_of(with_lost_route(broken, "netns2", "veth22")), engine.list_labs()[0]

    said, summary = inside(run_dir, refuse)
    assert "going back failed as well: [Errno 1] Operation not permitted" in said
    assert "not as it was before, by 1 step, first: set MTU of netns1:veth11 to 1500" in said
    assert summary.phase == "applying"
