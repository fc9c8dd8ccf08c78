"""Drift from the command line: what somebody typed, taken back or taken over."""

import json
from pathlib import Path

import pytest

from designer.gallery import GALLERY
from tests.installation import Vethwork

pytestmark = pytest.mark.kernel

BRIDGE = GALLERY["two-hosts-one-bridge"].text


@pytest.fixture
def typed(vethwork: Vethwork) -> Vethwork:
    """Apply the lab with the bridge, and type something into a node of it."""
    file = vethwork.write("lab.yaml", BRIDGE)
    assert vethwork("apply", file).returncode == 0
    assert vethwork("drift", file).stdout == "nothing differs from what was applied\n"
    command = "ip link set veth11 mtu 1400 && ip address add 10.7.0.1/16 dev veth11"
    assert vethwork("exec", file, "netns1", "--", "sh", "-c", command).returncode == 0
    return vethwork


def test_drift_is_said_with_what_reverts_it(typed: Vethwork) -> None:
    """Status 1, a line for each difference, the commands beside it."""
    done = typed("drift", "lab.yaml")
    assert done.returncode == 1
    assert "netns1:veth11 has the MTU 1400 and not 1500" in done.stdout
    assert "ip -n netns1 link set dev veth11 mtu 1500" in done.stdout
    assert done.stdout.splitlines()[-1] == "2 differences"
    texts = [one["element"] for one in json.loads(typed("drift", "lab.yaml", "--json").stdout)]
    assert texts == ["nodes/netns1/interfaces/veth11"] * 2


def test_drift_is_reverted(typed: Vethwork) -> None:
    """Status 0 when nothing differs any more."""
    assert typed("drift", "lab.yaml", "--revert").returncode == 0
    assert typed("drift", "lab.yaml").stdout == "nothing differs from what was applied\n"


def test_drift_is_adopted(typed: Vethwork) -> None:
    """The file says what is there, comments kept, and applying it does nothing."""
    done = typed("drift", "lab.yaml", "--adopt", "lab.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    text = Path(typed.folder / "lab.yaml").read_text()
    assert "mtu: 1400" in text
    assert "10.7.0.1/16" in text
    assert [line for line in BRIDGE.splitlines() if line.startswith("#")] == [
        line for line in text.splitlines() if line.startswith("#")
    ]
    assert typed("apply", "lab.yaml").stdout.endswith("nothing to do: it ran as drawn\n")
    assert typed("drift", "lab.yaml").returncode == 0


def test_what_no_drawing_can_say_is_left(typed: Vethwork) -> None:
    """It is said, and stays a difference."""
    command = "ip link set veth11 addrgenmode eui64"
    assert typed("exec", "lab.yaml", "netns1", "--", "sh", "-c", command).returncode == 0
    done = typed("drift", "lab.yaml", "--adopt", "new.yaml")
    assert done.returncode == 1
    assert "no drawing can say: IPv6 speaks on netns1:veth11" in done.stdout
    assert "mtu: 1400" in Path(typed.folder / "new.yaml").read_text()


def test_a_file_that_cannot_be_written_is_refused(typed: Vethwork) -> None:
    """Before anything is done."""
    done = typed("drift", "lab.yaml", "--adopt", "nowhere/new.yaml")
    assert done.returncode == 2
    assert done.stderr.startswith("nowhere/new.yaml: No such file or directory:")
