"""What containerlab does with our file, done by hand in plain namespaces: a container is no more.

Each node is a namespace with lo up and its sysctls, each link a veth with both ends up; then every
node runs the commands under its exec. The kernel must then have what is drawn.
"""

import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from designer.exporters import EXPORTERS
from designer.gallery import Entry
from designer.plan.diff import diff
from designer.plan.operations import Operation, SetDown, SetLinkLocal, SetMac
from designer.state.host_state import HostState
from designer.state.lower import lower
from tests.empty_host import empty_host, without_loopback, without_services
from tests.labs import every_running_lab

pytestmark = pytest.mark.kernel


def deploy(drawing: Any) -> Iterator[str]:
    """Yield the commands that do what `containerlab deploy` does."""
    containers = {name: one for name, one in drawing["nodes"].items() if one["kind"] == "linux"}
    for name, container in containers.items():
        yield f"ip netns add {name}"
        yield f"ip -n {name} link set lo up"
        for key, value in container.get("sysctls", {}).items():
            yield f"ip netns exec {name} sysctl -qw {key}={value}"
    for link in drawing["links"]:
        yield from cable(containers, drawing["nodes"], link)
    for name, container in containers.items():
        for line in container.get("exec", []):
            yield f"ip netns exec {name} {shlex.join(shlex.split(line))}"


def cable(containers: Any, nodes: Any, link: Any) -> Iterator[str]:
    """Yield the commands for one link; an end that is no container's is on the machine."""
    ends = []
    for endpoint in link["endpoints"]:
        node, _, interface = endpoint.partition(":")
        where = node if node in containers else "$$"
        ends.append(f"{interface} netns {where} mtu {link['mtu']}")
    yield f"ip link add name {ends[0]} type veth peer name {ends[1]}"
    for endpoint in link["endpoints"]:
        node, _, interface = endpoint.partition(":")
        inside = f"-n {node} " if node in containers else ""
        yield f"ip {inside}link set dev {interface} up"
        if nodes.get(node, {}).get("kind") == "bridge":
            yield f"ip link set dev {interface} master {node}"


def before_and_after(losses: tuple[str, ...]) -> tuple[str, str]:
    """Return what the losses tell a person to run on the machine."""
    found = {"before": "", "after": ""}
    for loss in losses:
        for word in found:
            _, found_it, lines = loss.partition(f" {word} deploy: ")
            if found_it:
                found[word] = lines
    return found["before"], found["after"]


@every_running_lab
def test_containers_become_what_is_drawn(entry: Entry) -> None:
    """Apart from MAC addresses nobody chose, and IPv6 nobody asked for, nothing is left to do."""
    made = EXPORTERS["containerlab"].export(entry.topology)
    before, after = before_and_after(made.losses)
    script = "\n".join(["set -eu", before, *deploy(yaml.safe_load(made.text)["topology"]), after])
    desired = without_services(lower(entry.topology, host_namespace=True))
    with empty_host() as host:
        done = host.run(script)
        assert (done.returncode, done.stderr) == (0, ""), script
        observed = without_loopback(host.observe(desired))
    left = [str(one) for one in diff(desired, observed) if not does_not_matter(one, desired)]
    assert left == []


def does_not_matter(operation: Operation, desired: HostState) -> bool:
    """Tell whether an operation only undoes what containerlab chose and nobody drew."""
    match operation:
        case SetMac() | SetLinkLocal():
            return True
        case SetDown(namespace, "lo"):
            return desired.namespaces[namespace].owner == "worker"
        case _:
            return False
