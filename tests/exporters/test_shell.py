"""The shell script as a text; test_shell_runs.py lets sh run it."""

import subprocess

import pytest

from designer.exporters import EXPORTERS
from designer.gallery import GALLERY, Entry
from designer.plan.diff import diff
from designer.plan.shell import commands
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.document import read_text
from designer.topology.topology import Topology

every_lab = pytest.mark.parametrize("entry", GALLERY.values(), ids=list(GALLERY))


def script(topology: Topology) -> list[str]:
    """Return the lines of the script."""
    return EXPORTERS["shell"].export(topology).text.splitlines()


def drawn(text: str) -> Topology:
    """Return the drawing that a text says."""
    topology = read_text(text).topology
    assert topology is not None
    return topology


@every_lab
def test_holds_the_plan_for_an_empty_host(entry: Entry) -> None:
    """Every command of the plan stands in the script, in its order."""
    plan = diff(lower(entry.topology, host_namespace=True), HostState())
    wanted = [line for operation in plan for line in commands(operation)]
    given = [line for line in script(entry.topology) if line and not line.startswith("#")]
    assert given == ["set -eu", *wanted]


@every_lab
def test_parses(entry: Entry) -> None:
    """The shell finds nothing wrong with its grammar."""
    text = EXPORTERS["shell"].export(entry.topology).text
    subprocess.run(["sh", "-n"], input=text, text=True, check=True)


def test_stops_at_the_first_refusal() -> None:
    """A command that fails ends the script instead of building half a lab on."""
    assert "set -eu" in script(Topology())


def test_ends_with_how_to_remove_it() -> None:
    """The last lines are comments that say how to get rid of everything."""
    lines = script(GALLERY["two-hosts-one-cable"].topology)
    assert lines[-3:] == [
        "# To remove it all:",
        "#   ip netns delete netns1",
        "#   ip netns delete netns2",
    ]


def test_says_which_programs_it_needs() -> None:
    """Only a lab that masquerades needs nft."""
    assert "nft (nftables)" not in " ".join(script(GALLERY["two-hosts-one-bridge"].topology)[:8])
    assert "nft (nftables)" in " ".join(script(GALLERY["home-network"].topology)[:8])
    assert "ip and tc (iproute2)" in script(GALLERY["slow-line"].topology)[4]


def test_a_comment_stays_a_comment() -> None:
    """No name of a lab can break out of the first lines."""
    topology = Topology(name="x; touch /tmp/y `id` $(id)")
    assert script(topology)[1] == "# x; touch /tmp/y `id` $(id)"


def test_tells_what_it_cannot_hold() -> None:
    """Expectations, positions and other host names are left out, and said to be."""
    topology = drawn(
        "nodes: {a: {hostname: alpha}, b: }\nlinks: ['a:e -- b:e']\n"
        "expect: [{from: a, to: b}]\nlayout: {a: [0, 0]}"
    )
    assert EXPORTERS["shell"].export(topology).losses == (
        "1 expectation is left out: `vethwork verify` checks them here.",
        "The positions on the canvas are left out.",
        "The host names of a are left out.",
    )


def test_loses_nothing_where_nothing_is_lost() -> None:
    """A plain drawing has no losses."""
    assert EXPORTERS["shell"].export(drawn("nodes: {a: , b: }")).losses == ()


def test_an_end_in_the_machine_is_where_the_script_runs() -> None:
    """A cable whose other end makes the request leads to the shell's namespace, not to init's."""
    lines = script(
        drawn(
            "nodes: {s: switch, br1: {kind: switch, at: host-namespace, interfaces:"
            " {out: {addresses: [10.0.0.1/24]}}}}\nlinks: ['s:p -- br1:out']"
        )
    )
    (cable,) = [line for line in lines if "type veth" in line]
    assert cable.startswith("ip -n s link add name p ")
    assert cable.endswith(" netns $$")


def test_only_the_script_says_the_keys_of_wireguard() -> None:
    """It sets the variables that its commands read, and says that it does."""
    key = "EBEREREREREREREREREREREREREREREREREREREREVE="
    device = f"{{kind: wireguard, private_key: {key}}}"
    topology = drawn(f"nodes: {{x-9: {{interfaces: {{wg.0: {{device: {device}}}}}}}}}")
    lines = script(topology)
    assert [line for line in lines if key in line] == [f"wg_key__x_2d9__wg_2e0={key}"]
    assert "# Secret keys of WireGuard: whoever may read this file has them." in lines
    assert any("wg (wireguard-tools)" in line for line in lines)
    read = (
        "printf '%s\\n' \"$wg_key__x_2d9__wg_2e0\" | ip netns exec x-9 wg set wg.0"
        " listen-port 51820 private-key /dev/stdin"
    )
    assert read in lines
    text = "\n".join(lines)
    subprocess.run(["sh", "-n"], input=text, text=True, check=True)
    container = EXPORTERS["containerlab"].export(topology)
    assert key not in container.text
    assert "wg set" not in container.text
    assert "type wireguard" in container.text
    assert any("x-9:wg.0" in one for one in container.losses)
