"""When the kernel or the host says no, a person learns what, where, and what to do."""

import resource
from dataclasses import replace
from errno import EADDRNOTAVAIL, EEXIST, EHOSTUNREACH, ENETUNREACH
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest

from designer.state.host_state import HostState
from designer.state.interface import Interface
from designer.state.route import single
from designer.state.vxlan import Vxlan
from tests.kernel.drawings import changed, gallery, star, two_hosts
from tests.kernel.inside import in_child, inside
from tests.kernel.scratch import shell
from workers import engine
from workers.errors import HostRefused, KernelRefused, NoSuchLab, Superseded
from workers.sandbox.host import enter
from workers.sandbox.obstacles import PROC_SYS, refusal
from workers.sandbox.standing import standing_in

Refusal = tuple[str, int, str]


def refused(state: HostState) -> Refusal:
    """Return what the kernel refused, its error number and the text."""
    try:
        engine.apply("lab", state)
    except KernelRefused as no:
        return str(no.operation), no.errno, str(no)
    raise AssertionError("the kernel refused nothing")


def test_a_route_to_nowhere_is_refused_with_its_gateway(run_dir: Path) -> None:
    """The refused operation is named, also when it is one of many in a batch."""
    state = two_hosts()
    lost = single(ip_network("10.0.0.0/8"), ip_address("172.16.0.1"), "veth11")
    where = replace(state.namespaces["netns1"], routes=frozenset({lost}))
    broken = HostState({**state.namespaces, "netns1": where})
    operation, errno, text = inside(run_dir, lambda: refused(broken))
    assert operation == "add route 10.0.0.0/8 via 172.16.0.1 dev veth11 in netns1"
    assert errno in {ENETUNREACH, EHOSTUNREACH}
    assert "gateway" in text.rpartition(": ")[0] + text
    assert text.startswith(operation)


def test_a_multicast_mac_is_refused_with_advice(run_dir: Path) -> None:
    """The text says what kind of MAC address to choose."""
    broken = changed(two_hosts(), "netns1", "veth11", mac="03:00:00:00:00:01")
    operation, errno, text = inside(run_dir, lambda: refused(broken))
    assert (operation, errno) == ("create cable brx:veth13 -- netns1:veth11", EADDRNOTAVAIL)
    assert "multicast" in text


@pytest.mark.needs("vxlan")
def test_a_device_that_is_there_already_is_refused_with_advice(run_dir: Path) -> None:
    """The kernel takes one VXLAN of a number only, whatever its name is."""
    state = two_hosts()
    where = state.namespaces["netns1"]
    vxlan = Vxlan(7, ip_address("192.168.5.2"), None, 4789)
    twins = {
        name: Interface(name, "vxlan", up=False, mac=f"02:00:00:00:00:0{number}", device=vxlan)
        for number, name in enumerate(("one", "other"))
    }
    twice = replace(where, interfaces={**where.interfaces, **twins})
    broken = HostState({**state.namespaces, "netns1": twice})
    operation, errno, text = inside(run_dir, lambda: refused(broken))
    assert (operation, errno) == ("create vxlan other in netns1", EEXIST)
    assert "just like it" in text


def test_after_a_refusal_the_next_apply_goes_on(run_dir: Path) -> None:
    """A sound drawing is reached from what was left, which is nothing."""
    broken = changed(two_hosts(), "netns1", "veth11", mac="03:00:00:00:00:01")

    def go_on() -> HostState:
        refused(broken)
        engine.apply("lab", two_hosts())
        return engine.observe_lab("lab").state

    assert inside(run_dir, go_on) == two_hosts()


def test_a_name_that_is_taken_is_refused(run_dir: Path) -> None:
    """An interface of another kind that has the name is not touched, but named."""

    def take_and_apply() -> Refusal:
        engine.apply(
            "lab",
            HostState(
                {
                    "netns1": replace(
                        two_hosts().namespaces["netns1"], interfaces={}, routes=frozenset()
                    )
                }
            ),
        )
        with engine.namespace_fds("lab") as handles:
            add = "ip link add veth11 type dummy || ip link add veth11 type ifb"
            standing_in(handles["netns1"], lambda: shell(add))
        return refused(two_hosts())

    operation, errno, text = inside(run_dir, take_and_apply)
    assert (operation, errno) == ("create cable brx:veth13 -- netns1:veth11", EEXIST)
    assert "name the interface differently" in text


def test_the_hosts_namespace_is_refused_where_it_is_not_allowed(run_dir: Path) -> None:
    """Nothing is made; the message names the setting."""
    state = gallery("bridge-in-the-host", host_namespace=True)

    def ask() -> tuple[str, int]:
        try:
            engine.apply("lab", state)
        except HostRefused as no:
            return str(no), len(engine.list_labs())
        raise AssertionError

    text, labs = inside(run_dir, ask)
    assert "VETHWORK_HOST_NAMESPACE=1" in text
    assert labs == 0


def test_an_older_request_does_not_undo_a_newer_one(run_dir: Path) -> None:
    """A task that is delivered late, or again after the end of its lab, changes nothing."""

    def deliver() -> list[str]:
        said = []
        engine.apply("lab", two_hosts(), generation=5)
        for generation in (4, 5):
            try:
                engine.apply("lab", HostState(), generation=generation)
                said.append("done")
            except Superseded as no:
                said.append(str(no))
        engine.destroy_lab("lab", generation=7)
        try:
            engine.apply("lab", two_hosts(), generation=6)
        except Superseded:
            said.append("gone")
        return said

    early, done, gone = inside(run_dir, deliver)
    assert "request 4" in early
    assert (done, gone) == ("done", "gone")


def test_asking_for_a_lab_that_is_not_there_says_so(run_dir: Path) -> None:
    """Its absence is no state to wonder about."""

    def ask() -> tuple[str, HostState, bool]:
        try:
            engine.lab_document("nothing")
        except NoSuchLab as no:
            return str(no), engine.observe_lab("nothing").state, engine.destroy_lab("nothing")
        raise AssertionError

    assert inside(run_dir, ask) == (
        "no lab nothing on this host: see `vethwork status`",
        HostState(),
        False,
    )


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("kernel/unprivileged_userns_clone", "0", "sysctl -w kernel.unprivileged_userns_clone=1"),
        ("user/max_user_namespaces", "0", "sysctl -w user.max_user_namespaces=28000"),
        (
            "kernel/apparmor_restrict_unprivileged_userns",
            "1",
            "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
        ),
    ],
)
def test_the_setting_that_forbids_user_namespaces_is_named(
    tmp_path: Path, setting: str, value: str, said: str
) -> None:
    """A person learns which setting it is and the command that changes it."""
    file = tmp_path / setting
    file.parent.mkdir()
    file.write_text(f"{value}\n")
    assert said in str(refusal(PermissionError(1, "no"), tmp_path))


def test_without_a_known_setting_the_error_itself_is_told(tmp_path: Path) -> None:
    """Where no setting explains it, the kernel's words do."""
    assert "Operation not permitted" in str(
        refusal(PermissionError(1, "Operation not permitted"), tmp_path)
    )


def test_a_host_that_allows_no_user_namespaces_is_told_so(run_dir: Path) -> None:
    """The real setting, in a user namespace where it is switched off, is found and named."""

    def forbid_and_enter() -> str:
        enter(run_dir)
        (PROC_SYS / "user/max_user_namespaces").write_text("0")
        try:
            engine.apply("lab", two_hosts())
        except HostRefused as no:
            return str(no)
        raise AssertionError

    assert "user.max_user_namespaces=0" in in_child(forbid_and_enter)


def test_a_lab_that_needs_more_open_files_than_allowed_is_refused(run_dir: Path) -> None:
    """The limit is named with the number that would do, before anything is made."""

    def limit_and_apply() -> tuple[str, int]:
        resource.setrlimit(resource.RLIMIT_NOFILE, (200, 220))
        try:
            engine.apply("lab", star(30))
        except HostRefused as no:
            return str(no), len(engine.list_labs())
        raise AssertionError

    text, labs = inside(run_dir, limit_and_apply)
    assert "ulimit -Hn 293" in text
    assert labs == 0


def test_a_low_limit_of_open_files_is_raised(run_dir: Path) -> None:
    """The usual 1024 of a shell do not keep a bigger lab from being made, seen and destroyed."""

    def observe_and_destroy() -> bool:
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        same = []
        for work in (lambda: engine.apply("lab", star(60)), lambda: engine.observe_lab("lab")):
            resource.setrlimit(resource.RLIMIT_NOFILE, (60, most))
            work()
            same.append(resource.getrlimit(resource.RLIMIT_NOFILE)[0] == most)
        resource.setrlimit(resource.RLIMIT_NOFILE, (60, most))
        return all(same) and engine.destroy_lab("lab")

    assert inside(run_dir, observe_and_destroy)
