"""Labs with parts in the host's own namespace: made there, and taken away without a trace.

A namespace without anything stands in for the host's.
"""

from pathlib import Path

import pytest

from designer.state.host_state import HostState
from designer.state.namespace import HOST_NAMESPACE
from tests.host_guard import look_at_host
from tests.kernel.drawings import drawn_in_host, gallery
from tests.kernel.inside import in_child, inside, inside_host_namespace
from tests.kernel.scratch import shell
from tests.kernel.test_faults import kill_in
from workers import engine
from workers.errors import HostRefused, KernelRefused
from workers.sandbox import linux
from workers.sandbox.exec import run_in_node
from workers.sandbox.host import enter

LAB = "bridge-in-the-host"


def bridge_lab() -> HostState:
    """Return the lab of the second tutorial, with its bridge in the host."""
    return gallery(LAB, host_namespace=True)


def test_the_bridge_is_in_the_host(run_dir: Path) -> None:
    """What was drawn there is there, forwards, and is observed as drawn."""

    def make() -> tuple[HostState, str, str]:
        engine.apply("lab", bridge_lab())
        shown = shell("ip -br link; nft list ruleset")
        return engine.observe_lab("lab").state, shown, shell("sysctl -n net.ipv4.ip_forward")

    state, shown, forwards = inside_host_namespace(run_dir, make)
    assert state == bridge_lab()
    assert "br1" in shown
    assert 'oifname "uplink" counter packets 0 bytes 0 masquerade' in shown
    assert forwards.strip() == "1"


def test_nodes_reach_the_outside_through_the_host(run_dir: Path) -> None:
    """The host routes and masquerades for its nodes."""

    def ping() -> int:
        engine.apply("lab", bridge_lab())
        return run_in_node("lab", "namespace1", ["ping", "-qnc1", "-W1", "203.0.113.1"])

    assert inside_host_namespace(run_dir, ping) == 0


@pytest.mark.parametrize("forwards", ["0", "1"])
def test_the_host_is_the_same_afterwards(run_dir: Path, forwards: str) -> None:
    """Links, rules and settings of the host are as before, whether it forwarded or not."""

    def make_and_destroy() -> tuple[list[str], list[str], list[str]]:
        shell(f"ip link set lo up; sysctl -qw net.ipv4.ip_forward={forwards}")
        shell("ip link add name mine type bridge; ip address add 10.7.0.1/24 dev mine")
        shell("sysctl -qw net.ipv4.conf.mine.forwarding=1; nft add table inet mine")
        before = look_at_host()
        engine.apply("lab", bridge_lab())
        during = look_at_host()
        engine.destroy_lab("lab")
        return before, during, look_at_host()

    before, during, after = inside_host_namespace(run_dir, make_and_destroy)
    assert during != before
    assert after == before


def test_the_last_lab_puts_forwarding_back(run_dir: Path) -> None:
    """While another lab needs the host to forward, it does."""

    def two_labs() -> list[str]:
        seen = []
        engine.apply("one", bridge_lab())
        engine.apply("two", _other_lab())
        for lab in ("one", "two"):
            engine.destroy_lab(lab)
            seen.append(shell("sysctl -n net.ipv4.ip_forward").strip())
        return seen

    assert inside_host_namespace(run_dir, two_labs) == ["1", "0"]


def _other_lab() -> HostState:
    """Return a lab in the host that uses other names and addresses."""
    return drawn_in_host(
        {
            "nodes": {
                "br2": {
                    "kind": "switch",
                    "at": "host-namespace",
                    "interfaces": {"br2": {"addresses": ["192.168.2.1/24"]}},
                },
                "n": {"kind": "host", "interfaces": {"e": {"addresses": ["192.168.2.2/24"]}}},
            },
            "links": [{"ends": ["br2:p2", "n:e"]}],
        }
    )


def test_new_namespaces_do_not_inherit_forwarding(run_dir: Path) -> None:
    """Where the host forwards, as with Docker, hosts of a lab still do not."""

    def make() -> HostState:
        engine.apply("lab", bridge_lab())
        engine.apply("other", gallery("two-routers"))
        return engine.observe_lab("other").state

    assert inside_host_namespace(run_dir, make) == gallery("two-routers")


def test_an_interface_of_the_hosts_own_is_not_touched(run_dir: Path) -> None:
    """A name that the host itself uses is refused; the host's interface outlives the lab."""

    def collide() -> tuple[str, str, str]:
        shell("ip link add name br1 type bridge; ip link set dev br1 address 02:00:00:00:00:77")
        before = shell("ip link show dev br1")
        try:
            engine.apply("lab", bridge_lab())
        except KernelRefused as no:
            refusal = str(no)
        engine.destroy_lab("lab")
        return refusal, before, shell("ip link show dev br1")

    refusal, before, after = inside_host_namespace(run_dir, collide)
    assert refusal.startswith(f"create bridge br1 in {HOST_NAMESPACE}: File exists")
    assert after == before


def test_a_killed_apply_leaves_only_what_destroy_removes(run_dir: Path) -> None:
    """What was made in the host before the kill is known, and goes with the lab."""

    def kill_and_destroy() -> tuple[list[str], list[str]]:
        shell("ip link set lo up")
        before = look_at_host()
        for delay_ms in range(0, 100, 7):
            kill_in(lambda: engine.apply("lab", bridge_lab()), delay_ms / 1000)
        engine.apply("lab", bridge_lab())
        engine.destroy_lab("lab")
        return before, look_at_host()

    before, after = inside_host_namespace(run_dir, kill_and_destroy)
    assert after == before


def test_a_run_directory_keeps_its_mode(run_dir: Path) -> None:
    """Labs that are kept away from the host's namespace do not get it by a later wish."""

    def wish() -> str:
        linux.unshare(linux.CLONE_NEWNET)
        try:
            enter(run_dir, host_namespace=True)
        except HostRefused as no:
            return str(no)
        raise AssertionError

    inside(run_dir, engine.list_labs)
    assert "VETHWORK_HOST_NAMESPACE=1" in in_child(wish)
