"""Throw-away namespaces without names: they live as long as this object holds them."""

import ctypes
import os
import socket
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from ipaddress import IPv4Interface, IPv6Interface, ip_interface
from pathlib import Path
from typing import Self, TypeVar

from workers.probes.endpoints import Source, SourceInterface, Target

CLONE_NEWNET = 0x40000000
LO = 1

Result = TypeVar("Result")

_libc = ctypes.CDLL(None, use_errno=True)


def in_own_thread(work: Callable[[], Result]) -> Result:
    """Do something in a thread that ends afterwards, so that it may change its namespace."""
    with ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(work).result()


class Lab:
    """Nodes are namespaces; cables are veths; everything is set up by the `ip` program."""

    def __init__(self) -> None:
        self.fds: dict[str, int] = {}
        self._interfaces: dict[str, dict[str, SourceInterface]] = {}
        self._macs: dict[tuple[str, str], str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for fd in self.fds.values():
            os.close(fd)

    def add_node(self, name: str, *, lo_up: bool = True) -> None:
        """Add a namespace with nothing but its loopback."""

        def unshare() -> int:
            assert _libc.unshare(CLONE_NEWNET) == 0
            return os.open("/proc/thread-self/ns/net", os.O_RDONLY)

        self.fds[name] = in_own_thread(unshare)
        self._interfaces[name] = {"lo": SourceInterface(LO, up=lo_up, loopback=True)}
        if lo_up:
            self.ip(name, "link set lo up")

    def add_switch(self, name: str) -> None:
        """Add a namespace with a bridge of the same name."""
        self.add_node(name)
        self.ip(name, f"link add {name} type bridge mcast_snooping 0", f"link set {name} up")

    def cable(self, end: str, other: str, *, master: str = "") -> None:
        """Join two ends, written `node:interface`; the first may become a port of a bridge."""
        node, interface = end.split(":")
        peer, peer_interface = other.split(":")
        place = f"/proc/{os.getpid()}/fd/{self.fds[peer]}"
        join = f"master {master}" if master else ""
        self.ip(
            node,
            f"link add {interface} {join} type veth peer name {peer_interface} netns {place}",
            f"link set {interface} up",
        )
        self._note(node, interface)
        self._note(peer, peer_interface)
        self.ip(peer, f"link set {peer_interface} up")

    def address(self, end: str, *addresses: str) -> None:
        """Give an interface its addresses, at once usable."""
        node, name = end.split(":")
        self.ip(node, *(_add_address(name, ip_interface(a)) for a in addresses))
        known = self._interfaces[node][name]
        self._interfaces[node][name] = SourceInterface(
            known.index, known.up, (*known.addresses, *map(ip_interface, addresses))
        )

    def sysctl(self, node: str, key: str, value: object) -> None:
        """Write below /proc/sys/net of a node."""
        self.inside(node, lambda: Path("/proc/sys/net", key).write_text(f"{value}\n"))

    def set_down(self, end: str) -> None:
        """Switch an interface off, and remember it."""
        node, name = end.split(":")
        self.ip(node, f"link set {name} down")
        known = self._interfaces[node][name]
        self._interfaces[node][name] = SourceInterface(
            known.index, up=False, addresses=known.addresses, loopback=known.loopback
        )

    def ip(self, node: str, *lines: str) -> None:
        """Run lines of `ip -batch` in a node."""
        self.run(node, "ip", "-batch", "-", stdin="\n".join(lines))

    def nft(self, node: str, *rules: str) -> None:
        """Add rules to the input, forward or output chain of a node: `input tcp dport 80 drop`."""
        chains = "".join(
            f"chain {hook}s {{ type filter hook {hook} priority 0; }}\n"
            for hook in ("input", "forward", "output")
        )
        added = "".join(f"add rule inet test {rule.replace(' ', 's ', 1)}\n" for rule in rules)
        self.run(node, "nft", "-f", "-", stdin=f"table inet test {{\n{chains}}}\n{added}")

    def run(
        self, node: str, *command: str, stdin: str = "", check: bool = True
    ) -> "subprocess.CompletedProcess[str]":
        """Run a program in a node."""
        return self.inside(
            node,
            lambda: subprocess.run(
                command, input=stdin, capture_output=True, text=True, check=check
            ),
        )

    def start(self, node: str, *command: str) -> "subprocess.Popen[bytes]":
        """Start a program in a node; whoever starts it ends it."""
        quiet = subprocess.DEVNULL
        return self.inside(node, lambda: subprocess.Popen(command, stdout=quiet, stderr=quiet))

    def inside(self, node: str, work: Callable[[], Result]) -> Result:
        """Do something while standing in a node."""

        def stand_and_work() -> Result:
            assert _libc.setns(self.fds[node], CLONE_NEWNET) == 0
            return work()

        return in_own_thread(stand_and_work)

    def wait_for_links(self) -> None:
        """Links come up a moment after they are set up, and lose what is sent until then."""
        deadline = time.monotonic() + 10
        for node in self.fds:
            while "state UP" not in (shown := self.run(node, "ip", "-o", "link").stdout):
                assert time.monotonic() < deadline, shown
            while "DOWN" in (shown := self.run(node, "ip", "-o", "link", "show", "up").stdout):
                assert time.monotonic() < deadline, shown

    def sources(self, *names: str) -> list[Source]:
        """Return nodes as the engine takes them, with all that is known of their interfaces."""
        return [
            Source(name, self.fds[name], tuple(self._interfaces[name].values())) for name in names
        ]

    def targets(self, *names: str) -> list[Target]:
        """Return all addresses of nodes."""
        return [
            Target(name, label, own.ip, self.fds[name], self._macs[name, label])
            for name in names
            for label, interface in self._interfaces[name].items()
            for own in interface.addresses
        ]

    def _note(self, node: str, interface: str) -> None:
        def look() -> tuple[int, str]:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM):
                index = socket.if_nametoindex(interface)
            shown = subprocess.run(
                ["ip", "-o", "link", "show", interface], capture_output=True, text=True, check=True
            )
            words = shown.stdout.split()
            return index, words[words.index("link/ether") + 1]

        index, mac = self.inside(node, look)
        self._interfaces[node][interface] = SourceInterface(index, up=True)
        self._macs[node, interface] = mac


def _add_address(interface: str, address: IPv4Interface | IPv6Interface) -> str:
    nodad = " nodad" if address.version == 6 else ""
    return f"addr add {address} dev {interface}{nodad}"


def pair(lab: Lab, *families: int) -> None:
    """Build hosts a and b on one cable, 10.0.0.1 and .2/24, fd00::1 and ::2/64."""
    lab.add_node("a")
    lab.add_node("b")
    lab.cable("a:eth0", "b:eth0")
    for number, name in enumerate("ab", 1):
        addresses = {4: f"10.0.0.{number}/24", 6: f"fd00::{number}/64"}
        lab.address(f"{name}:eth0", *(addresses[family] for family in families or (4, 6)))
    lab.wait_for_links()


def routed(lab: Lab) -> None:
    """Build a - r - b: a and b have default routes to the router r, which forwards."""
    for name in ("a", "r", "b"):
        lab.add_node(name)
    for number, name in enumerate("ab", 1):
        lab.cable(f"{name}:eth0", f"r:eth{number}")
        lab.address(f"{name}:eth0", f"10.{number}.0.1/24", f"fd0{number}::1/64")
        lab.address(f"r:eth{number}", f"10.{number}.0.9/24", f"fd0{number}::9/64")
        lab.ip(name, f"route add default via 10.{number}.0.9")
        lab.ip(name, f"route add ::/0 via fd0{number}::9")
    lab.sysctl("r", "ipv4/ip_forward", 1)
    lab.sysctl("r", "ipv6/conf/all/forwarding", 1)
    lab.wait_for_links()


def star(lab: Lab, size: int, *families: int) -> list[str]:
    """Build hosts h0… on one switch, 10.0.x.y/16 and fd00::n/64."""
    lab.add_switch("sw")
    names = [f"h{number}" for number in range(size)]
    for number, name in enumerate(names):
        lab.add_node(name)
        lab.cable(f"sw:p{number}", f"{name}:eth0", master="sw")
        addresses = {
            4: f"10.0.{number // 250}.{number % 250 + 1}/16",
            6: f"fd00::{number + 1:x}/64",
        }
        lab.address(f"{name}:eth0", *(addresses[family] for family in families or (4,)))
    lab.wait_for_links()
    return names
