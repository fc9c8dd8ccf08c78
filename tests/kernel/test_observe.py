"""What the kernel has is seen as it is, whoever made it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from designer.plan.diff import diff
from designer.plan.operations import SetRules
from designer.plan.shell import commands
from designer.state.host_state import HostState
from designer.state.inquiry import inquiry_about
from designer.state.interface import InterfaceId
from designer.state.rule import NO_RULES, RuleTable
from tests.kernel.drawings import gallery, two_hosts
from tests.kernel.inside import in_child
from tests.kernel.scratch import shell
from workers.kernel.observe import Identity, Observation, observe_namespaces
from workers.sandbox import linux

Result = TypeVar("Result")
OPEN_FILES = Path("/proc/self/fd")


def with_named_namespaces(work: Callable[[], Result]) -> Result:
    """Call where ip-netns(8) has its own folder and the namespace it starts in is empty."""

    def hide_and_work() -> Result:
        linux.unshare(linux.CLONE_NEWNET | linux.CLONE_NEWNS)
        linux.mount("none", "/", None, linux.MS_REC | linux.MS_PRIVATE)
        os.makedirs("/run/netns", exist_ok=True)  # noqa: PTH103 - ip makes the same one
        linux.mount("test", "/run/netns", "tmpfs", 0)
        return work()

    return in_child(hide_and_work)


def observe_named(state: HostState) -> Observation:
    """Observe the namespaces of /run/netns as parts of a state."""
    handles = {name: os.open(f"/run/netns/{name}", os.O_RDONLY) for name in state.namespaces}
    identities = {
        one.name: Identity(one.hostname, one.owner, inquiry=inquiry_about(one))
        for one in state.namespaces.values()
    }
    return observe_namespaces(handles, identities)


def made_by_shell(name: str) -> list[str]:
    """Return what is still to be done after the plan was run as shell commands."""
    state = gallery(name)

    def run_and_look() -> list[str]:
        plan = diff(state, HostState())
        shell("\n".join(line for operation in plan for line in commands(operation)))
        return [str(one) for one in diff(state, observe_named(state).state)]

    return with_named_namespaces(run_and_look)


def test_a_lab_made_by_shell_commands_is_seen_as_drawn() -> None:
    """The commands of a plan and the plan itself mean the same, for every lab of the gallery."""
    for name in ("two-hosts-one-bridge", "two-hosts-one-cable", "two-routers", "dual-stack"):
        assert made_by_shell(name) == []


@pytest.mark.needs("vlan_filtering", "vlan_device")
def test_vlans_made_by_shell_commands_are_seen() -> None:
    """Ports, tags, and the provider's tags around the customer's."""
    for name in ("router-between-two-vlans", "qinq"):
        assert made_by_shell(name) == []


def test_masquerade_made_by_shell_commands_is_seen() -> None:
    """Rules are compared by what they do and not by who wrote them."""
    assert made_by_shell("home-network") == []


def test_equal_indexes_do_not_confuse_cables() -> None:
    """Two cables whose ends have the same indexes are told apart by namespace ids."""
    cables = """
        for n in a b c d; do ip netns add $n; done
        ip -n a link add eth0 index 7 type veth peer name eth0 index 7 netns b
        ip -n c link add eth0 index 7 type veth peer name eth0 index 7 netns d
        ip -n a link add self1 index 8 type veth peer name self2 index 9
        ip -n c link add self1 index 8 type veth peer name self2 index 9
    """

    def look() -> dict[str, str]:
        shell(cables)
        handles = {name: os.open(f"/run/netns/{name}", os.O_RDONLY) for name in "abcd"}
        state = observe_namespaces(handles).state
        return {
            f"{namespace.name}:{one.name}": str(one.peer)
            for namespace in state.namespaces.values()
            for one in namespace.interfaces.values()
            if one.kind == "veth"
        }

    assert with_named_namespaces(look) == {
        "a:eth0": "b:eth0",
        "b:eth0": "a:eth0",
        "c:eth0": "d:eth0",
        "d:eth0": "c:eth0",
        "a:self1": "a:self2",
        "a:self2": "a:self1",
        "c:self1": "c:self2",
        "c:self2": "c:self1",
    }


def test_a_cable_that_leads_out_of_the_lab_has_no_peer() -> None:
    """An end whose other end is elsewhere is not taken for one of the lab's cables."""

    def look() -> list[InterfaceId | None]:
        shell("ip netns add a; ip netns add b; ip netns add elsewhere")
        shell("ip -n a link add e index 7 type veth peer name e index 7 netns elsewhere")
        shell("ip -n b link add f index 7 type veth peer name f index 9 netns elsewhere")
        handles = {name: os.open(f"/run/netns/{name}", os.O_RDONLY) for name in "ab"}
        state = observe_namespaces(handles).state
        ends = [InterfaceId("a", "e"), InterfaceId("b", "f")]
        return [one.peer for end in ends if (one := state.interface(end))]

    assert with_named_namespaces(look) == [None, None]


def test_what_no_drawing_can_ask_for_is_left_out() -> None:
    """An interface of another kind does not disturb, nor do routes over it."""

    def look() -> tuple[list[str], int, bool]:
        shell("ip netns add a")
        shell("ip -n a link add odd type dummy || ip -n a link add odd type ifb")
        shell("ip -n a link set odd up; ip -n a address add 10.9.9.1/24 dev odd")
        shell("ip -n a route add 10.8.0.0/16 dev odd")
        handle = os.open("/run/netns/a", os.O_RDONLY)
        seen = observe_namespaces({"a": handle})
        names = [place.interface for place in seen.indexes]
        return (
            list(seen.state.namespaces["a"].interfaces),
            len(seen.state.namespaces["a"].routes),
            "odd" in names,
        )

    interfaces, routes, known = with_named_namespaces(look)
    assert (interfaces, routes, known) == (["lo"], 0, True)


def test_rules_that_somebody_changed_are_not_taken_for_ours() -> None:
    """Whatever else stands in our table is seen as a difference."""

    def look() -> list[RuleTable]:
        shell("ip netns add internet")
        plan = diff(gallery("home-network"), HostState())
        (rules,) = (one for one in plan if isinstance(one, SetRules))
        shell("\n".join(commands(rules)))
        handle = os.open("/run/netns/internet", os.O_RDONLY)
        seen = []
        for change in (
            "nft list ruleset",
            "nft add rule inet vethwork postrouting drop",
            "nft flush chain inet vethwork postrouting",
            "nft delete table inet vethwork",
        ):
            shell(f"ip netns exec internet {change}")
            seen.append(observe_namespaces({"internet": handle}).state.namespaces["internet"].rules)
        return seen

    before, *after = with_named_namespaces(look)
    assert before == gallery("home-network").namespaces["internet"].rules
    assert after == [RuleTable(foreign=True), RuleTable(foreign=True), NO_RULES]


def test_an_empty_namespace_has_a_loopback_that_is_down() -> None:
    """Nothing was done to it, and nothing is seen in it."""

    def look() -> HostState:
        shell("ip netns add a")
        return observe_namespaces({"a": os.open("/run/netns/a", os.O_RDONLY)}).state

    (lo,) = with_named_namespaces(look).namespaces["a"].interfaces.values()
    assert (lo.kind, lo.up, lo.mac, lo.mtu, lo.link_local) == ("loopback", False, "", 65536, False)


def test_observing_leaves_no_descriptor_open() -> None:
    """Sockets are opened for one observation and closed with it."""

    def look() -> tuple[int, int]:
        shell("ip netns add a")
        handle = os.open("/run/netns/a", os.O_RDONLY)
        before = len(list(OPEN_FILES.iterdir()))
        for _ in range(3):
            observe_namespaces({"a": handle})
        return before, len(list(OPEN_FILES.iterdir()))

    before, after = with_named_namespaces(look)
    assert before == after


def test_the_bridge_lab_is_seen_in_full() -> None:
    """Kinds, ports, peers and addresses of the first lab are told."""

    def look() -> HostState:
        state = two_hosts()
        plan = diff(state, HostState())
        shell("\n".join(line for operation in plan for line in commands(operation)))
        return observe_named(state).state

    assert with_named_namespaces(look) == two_hosts()
