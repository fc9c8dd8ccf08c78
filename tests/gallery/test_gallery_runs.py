"""Every lab of the gallery, applied for real: its matrix is what it says."""

import json
import sys

import pytest

from designer.gallery import GALLERY, Entry
from tests.empty_host import empty_host
from tests.installation import CHECKOUT, PROGRAM, Vethwork
from tests.labs import every_running_lab, needed

pytestmark = pytest.mark.kernel

END_HOLDER = """
from workers.sandbox.holder import end_holder
from workers.sandbox.run_dir import RunDir, usual_run_dir
end_holder(RunDir(usual_run_dir()))
"""


@every_running_lab
def test_everything_expected_is_met(vethwork: Vethwork, entry: Entry) -> None:
    """Applied, probed, compared, torn down: nothing missed and nothing left."""
    done = vethwork("verify", "-", text=entry.text)
    assert (done.returncode, done.stdout.count("missed")) == (0, 0), done.stdout + done.stderr
    number = len(entry.topology.expect)
    assert done.stdout.count("met    ") == number
    assert vethwork("status").stdout == "no labs on this host\n"


@pytest.mark.parametrize(
    ("lab", "source", "target"),
    [
        pytest.param("two-vlans-one-bridge", "red1", "red2", marks=needed("two-vlans-one-bridge")),
        ("two-hosts-one-cable", "netns1", "netns2"),
        ("two-hosts-one-bridge", "netns1", "netns2"),
        ("bridge-in-the-host", "namespace1", "outside"),
        ("two-routers", "anna", "carla"),
        ("home-network", "laptop", "internet"),
    ],
)
def test_the_opposite_is_missed(vethwork: Vethwork, lab: str, source: str, target: str) -> None:
    """An expectation of the contrary fails: the lab does what it shows, and is seen to."""
    contrary = {"from": source, "to": target, "outcome": "blocked"}
    drawing = {**GALLERY[lab].topology.plain(), "expect": [contrary]}
    done = vethwork("verify", "-", text=json.dumps(drawing))
    assert done.returncode == 1
    assert f"missed {source} does not reach {target} by ping: reached" in done.stdout


def test_masquerade_is_what_lets_the_outside_answer(vethwork: Vethwork) -> None:
    """Without it, the packets of the second tutorial arrive and no answer finds its way back."""
    text = GALLERY["bridge-in-the-host"].text.replace("    masquerade: [uplink]\n", "")
    done = vethwork("verify", "-", text=text)
    assert done.returncode == 1
    missed = [line for line in done.stdout.splitlines() if line.startswith("missed")]
    assert len(missed) == 2
    assert all("the answer does not return" in line for line in missed)


def test_lo_is_what_lets_a_host_reach_itself(vethwork: Vethwork) -> None:
    """With lo up, the host of the first tutorial's experiment pings its own address."""
    text = GALLERY["two-hosts-one-cable"].text.replace("lo: {up: false}", "lo: {up: true}")
    done = vethwork("verify", "-", text=text)
    assert done.returncode == 1
    assert "missed netns2 does not reach netns2 by ping: reached" in done.stdout


def test_the_bridge_runs_in_the_host_where_that_is_allowed() -> None:
    """The lab is in the machine's own namespace then, and gives it back as it was."""
    lab = CHECKOUT / "designer" / "gallery" / "bridge-in-the-host.yaml"
    program = " ".join(PROGRAM)
    script = f"""
        set -eu
        export VETHWORK_RUN_DIR=/run/vethwork VETHWORK_HOST_NAMESPACE=1 PYTHONPATH={CHECKOUT}
        trap '{sys.executable} -c "{END_HOLDER}"' EXIT
        {program} apply {lab}
        ip -brief link show br1 >/dev/null
        {program} matrix {lab} --json | grep -q '"missed": 0'
        {program} destroy {lab}
        test "$(ip -brief link)" = "$(ip -brief link show lo)"
        test -z "$(nft list ruleset)"
        test "$(sysctl -n net.ipv4.ip_forward)" = 0
    """
    with empty_host() as host:
        done = host.run(script)
    assert done.returncode == 0, done.stdout + done.stderr
