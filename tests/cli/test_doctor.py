"""`doctor`, and how commands refuse what this host lacks before anything is done."""

import json
import subprocess

import pytest

from designer.state.capability import CAPABILITIES
from tests.installation import PROGRAM, Vethwork
from tests.second_kernel.here import capabilities

pytestmark = pytest.mark.kernel

VLANS = """\
nodes:
  sw:
    kind: switch
    interfaces:
      p1: {vlan: 10}
  h: {kind: host}
links:
  - ends: [h:eth0, sw:p1]
expect:
  - {from: h, to: h}
"""
lacks_vlans = pytest.mark.skipif(
    "vlan_filtering" in capabilities(), reason="this kernel has VLAN filtering"
)


def test_everything_is_examined(vethwork: Vethwork) -> None:
    """The kernel, each capability as it is, limits and programs; labs run here, so it says yes."""
    done = vethwork("doctor", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = {one["name"]: one for one in json.loads(done.stdout)}
    states = {name: found[name]["state"] for name in CAPABILITIES}
    assert {name for name, state in states.items() if state == "ok"} == capabilities()
    assert found["namespaces"]["state"] == "ok"
    assert {"nft", "open_files", "net.ipv4.neigh.default.gc_thresh3"} <= found.keys()
    assert all(one["fix"] for one in found.values() if one["state"] != "ok")


def test_people_read_it_line_by_line(vethwork: Vethwork) -> None:
    """What is there, and below what is not, what to do."""
    said = vethwork("doctor").stdout
    assert "What the kernel can do" in said
    assert "  ok        virtual cables" in said
    lacked = [CAPABILITIES[name] for name in CAPABILITIES.keys() - capabilities()]
    assert all(f"  optional  {one.what}\n            {one.fix}\n" in said for one in lacked)


def test_nothing_is_started_to_be_examined(vethwork: Vethwork) -> None:
    """No holder, no folder."""
    vethwork("doctor")
    assert not (vethwork.folder / "run").exists()


@pytest.mark.parametrize("setting", ["max_net_namespaces", "max_user_namespaces"])
def test_a_host_on_which_no_lab_can_run_is_told_so(vethwork: Vethwork, setting: str) -> None:
    """The answer is no, with the setting that forbids it."""
    script = f"echo 0 > /proc/sys/user/{setting} && exec {' '.join(PROGRAM)} doctor"
    done = subprocess.run(
        ["unshare", "--user", "--map-root-user", "sh", "-c", script],
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", **vethwork.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "  missing   user and network namespaces" in done.stdout
    assert f"user.{setting}=0" in done.stdout


@lacks_vlans
@pytest.mark.parametrize("command", ["plan", "apply", "verify"])
def test_a_drawing_that_needs_more_is_refused(vethwork: Vethwork, command: str) -> None:
    """With the line of the element, before anything is there."""
    done = vethwork(command, vethwork.write("lab.yaml", VLANS))
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        "lab.yaml:5: sw:p1 needs VLAN filtering, which this host lacks: "
        "boot a kernel with CONFIG_BRIDGE_VLAN_FILTERING\n"
    )
    assert "no labs" in vethwork("status").stdout


@lacks_vlans
def test_check_warns_of_it(vethwork: Vethwork) -> None:
    """The drawing itself is right, so the answer stays yes, also a strict one."""
    done = vethwork("check", "--strict", vethwork.write("lab.yaml", VLANS))
    assert done.returncode == 0
    assert done.stderr.startswith("lab.yaml:5: warning: sw:p1 needs VLAN filtering")
    assert "nothing wrong" in done.stdout
