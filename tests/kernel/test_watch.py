"""Whoever types something into a node is noticed within a second, and nobody else is."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from designer.gallery import GALLERY
from designer.state.lift import lift
from designer.state.lower import lower
from designer.topology.topology import Topology
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from workers import engine
from workers.matrix import MatrixOrder, probe_lab
from workers.sandbox.host import here
from workers.watch.lab import Drift
from workers.watch.watcher import Watcher

NOTICED_WITHIN_S = 1.0
QUIET_FOR_S = 0.6
"""Longer than it takes to notice."""

TWO_HOSTS = GALLERY["two-hosts-one-bridge"].topology


@dataclass
class Heard:
    """What was told, and when; waiting for it takes no longer than it may."""

    told: list[tuple[float, list[str]]] = field(default_factory=list)
    drifts: list[Drift] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, lab: str, drift: Drift) -> None:
        """Hear how a lab differs."""
        del lab
        with self.changed:
            self.drifts.append(drift)
            self.told.append((time.monotonic(), [one.text for one in drift.differences]))
            self.changed.notify()

    def tell_end(self, lab: str) -> None:
        """Hear that a lab is gone."""
        self.ended.append(lab)

    def wait(self, texts: list[str], since_s: float) -> float:
        """Return how long it took until exactly these differences were told."""
        with self.changed:
            found = self.changed.wait_for(lambda: self._find(texts, since_s), 10.0)
        assert found, self.told
        return self._find(texts, since_s) - since_s

    def _find(self, texts: list[str], since_s: float) -> float:
        return next((at for at, said in self.told if at > since_s and said == texts), 0.0)


@contextmanager
def watching() -> Iterator[Heard]:
    """Watch all labs while the block lasts."""
    heard, stopped = Heard(), threading.Event()
    watcher = Watcher(here(), heard)
    thread = threading.Thread(target=watcher.run, args=(stopped.is_set,))
    thread.start()
    try:
        yield heard
    finally:
        stopped.set()
        (here().run_dir.labs / "by-key" / "wake-up").touch()  # it sleeps until something happens
        thread.join()
        (here().run_dir.labs / "by-key" / "wake-up").unlink()


def apply(topology: Topology) -> None:
    """Apply a drawing as the worker does."""
    engine.apply("lab", lower(topology), document=topology.to_json())


def typed(command: str, node: str = "netns1") -> float:
    """Type a command into a node; return when that was."""
    at_s = time.monotonic()
    status, said = say("lab", node, command)
    assert status == 0, said
    return at_s


TYPED = {
    "ip link set veth11 down": "netns1:veth11 is down",
    "ip link set veth11 mtu 1400": "netns1:veth11 has the MTU 1400 and not 1500",
    "ip address add 10.9.0.1/16 dev veth11": "netns1:veth11 has one address more: 10.9.0.1/16",
    "ip route add 10.9.0.0/16 via 192.168.5.2": (
        "netns1 has one route more: 10.9.0.0/16 via 192.168.5.2 dev veth11"
    ),
    "ip rule add pref 7 from 10.9.0.0/16 table 77": (
        "netns1 has one policy more: priority 7 from 10.9.0.0/16 table 77"
    ),
    "sysctl -qw net.ipv4.ip_forward=1": "netns1 forwards IPv4",
    "ip link delete veth11": "the cable brx:veth13 -- netns1:veth11 is gone",
}


@pytest.mark.parametrize("command", TYPED)
def test_what_is_typed_is_noticed_and_reverted(run_dir: Path, command: str) -> None:
    """It is told within a second, in words; applied again, nothing differs any more."""

    def work() -> tuple[float, float]:
        apply(TWO_HOSTS)
        with watching() as heard:
            heard.wait([], 0.0)
            noticed_s = heard.wait([TYPED[command]], typed(command))
            at_s = time.monotonic()
            apply(TWO_HOSTS)
            return noticed_s, heard.wait([], at_s)

    noticed_s, reverted_s = inside(run_dir, work)
    assert noticed_s < NOTICED_WITHIN_S
    assert reverted_s < NOTICED_WITHIN_S + 1


def test_what_is_typed_can_be_adopted(run_dir: Path) -> None:
    """The lifted drawing asks for what is there: applying it does nothing, and nothing differs."""

    def work() -> tuple[int, bool]:
        apply(TWO_HOSTS)
        with watching() as heard:
            heard.wait([], 0.0)
            heard.wait(
                ["netns1:veth11 has the MTU 1400 and not 1500"],
                typed("ip link set veth11 mtu 1400"),
            )
            adopted = lift(heard.drifts[-1].observed, TWO_HOSTS)
            at_s = time.monotonic()
            plan = engine.apply("lab", lower(adopted), document=adopted.to_json()).plan
            heard.wait([], at_s)
            return len(plan), adopted.nodes["netns1"].interfaces["veth11"].mtu == 1400

    assert inside(run_dir, work) == (0, True)


@pytest.mark.needs("nftables")
def test_what_nft_is_told_is_noticed(run_dir: Path) -> None:
    """Rules that are drawn are missed when somebody flushes them."""
    rule = {"chain": "input", "action": "deny", "protocol": "tcp", "port": 22}
    node = {**TWO_HOSTS.plain()["nodes"]["netns1"], "rules": [rule]}
    guarded = Topology.model_validate(
        {**TWO_HOSTS.plain(), "nodes": {**TWO_HOSTS.plain()["nodes"], "netns1": node}}
    )

    def work() -> float:
        apply(guarded)
        with watching() as heard:
            heard.wait([], 0.0)
            said = "netns1 has other rules of its packet filter than drawn"
            return heard.wait([said], typed("nft flush ruleset"))

    assert inside(run_dir, work) < NOTICED_WITHIN_S


def quiet(work: Callable[[Heard], object]) -> list[list[str]]:
    """Return all that was told while something was done that is no drift."""
    with watching() as heard:
        work(heard)
        time.sleep(QUIET_FOR_S)
        return [said for _, said in heard.told if said]


def test_our_own_doings_are_no_drift(run_dir: Path) -> None:
    """Neither a first apply, nor another, nor a destroy."""
    changed = Topology.model_validate(
        {
            **TWO_HOSTS.plain(),
            "nodes": {
                **TWO_HOSTS.plain()["nodes"],
                "more": {"kind": "router", "interfaces": {"e": {"addresses": ["10.3.0.1/24"]}}},
            },
            "links": [*TWO_HOSTS.plain()["links"], {"ends": ["more:e", "brx:p9"]}],
        }
    )

    def work(_: Heard) -> None:
        for topology in (TWO_HOSTS, changed, TWO_HOSTS):
            apply(topology)
            time.sleep(QUIET_FOR_S / 3)
        engine.destroy_lab("lab")

    assert inside(run_dir, lambda: quiet(work)) == []


def test_a_matrix_is_no_drift(run_dir: Path) -> None:
    """Neither the neighbours that are entered for it nor those that are learnt."""

    def work(_: Heard) -> None:
        apply(TWO_HOSTS)
        for seeded in (True, False):
            probe_lab("lab", TWO_HOSTS, MatrixOrder(seed_neighbours=seeded, timeout_ms=300))

    assert inside(run_dir, lambda: quiet(work)) == []


def test_a_new_watcher_finds_what_was_typed_meanwhile(run_dir: Path) -> None:
    """It looks at everything once, whatever happened before it began."""

    def work() -> float:
        apply(TWO_HOSTS)
        typed("ip link set veth11 down")
        with watching() as heard:
            return heard.wait(["netns1:veth11 is down"], 0.0)

    assert inside(run_dir, work)


def test_a_lab_that_is_gone_is_kept_by_nobody(run_dir: Path) -> None:
    """The watcher holds none of its namespaces open, and says that it is over."""

    def work() -> tuple[list[str], int, int]:
        apply(TWO_HOSTS)
        with watching() as heard:
            heard.wait([], 0.0)
            before = len(list(Path("/proc/self/fd").iterdir()))
            engine.destroy_lab("lab")
            time.sleep(QUIET_FOR_S)
            return heard.ended, before, len(list(Path("/proc/self/fd").iterdir()))

    ended, before, after = inside(run_dir, work)
    assert ended == ["lab"]
    assert after < before


def test_what_is_said_in_a_lab_that_goes_is_not_heard(run_dir: Path) -> None:
    """Where both come at once, the end of the lab may be taken in first: the watcher goes on."""

    def look_and_hear() -> list[str]:
        watcher = Watcher(here(), Heard())
        apply(TWO_HOSTS)
        watcher._look_at_folders()
        said = [key.data for key in watcher._waiting.get_map().values()]
        engine.destroy_lab("lab")
        watcher._look_at_folders()
        for hear in said:
            hear()
        return [*watcher._gone]

    assert inside(run_dir, look_and_hear) == ["lab"]
