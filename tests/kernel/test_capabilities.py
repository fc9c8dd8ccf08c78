"""What the kernel says it can do, held against what the programs of iproute2 and nft can do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from designer.state.capability import CAPABILITIES
from tests.kernel.inside import in_child
from tests.second_kernel.here import capabilities
from workers.errors import HostRefused
from workers.kernel import modules
from workers.kernel.capability_query import ask_kernel
from workers.sandbox import linux

CHECKOUT = Path(__file__).resolve().parents[2]
NOBODY = 65534
PARENT = "ip link add up0 type veth peer up1; "
ENDS = "local 192.0.2.1 remote 192.0.2.2"
COMMANDS = {
    "veth": "ip link add x0 type veth peer x1",
    "bridge": "ip link add x0 type bridge",
    "nftables": "nft add table inet x",
    "nat": "nft 'add table inet x; add chain inet x y { type nat hook postrouting priority 0; }'",
    "policy_rules": "ip rule add priority 100 lookup 100",
    "vlan_filtering": "ip link add x0 type bridge; bridge vlan add dev x0 vid 10 self",
    "vlan_device": PARENT + "ip link add link up0 name x0 type vlan id 10",
    "vlan_ad_device": PARENT + "ip link add link up0 name x0 type vlan proto 802.1ad id 10",
    "netem": PARENT + "tc qdisc add dev up0 root netem delay 1ms",
    "tbf": PARENT + "tc qdisc add dev up0 root tbf rate 1mbit burst 10k latency 50ms",
    "bond": "ip link add x0 type bond mode active-backup",
    "vrf": "ip link add x0 type vrf table 100",
    "dummy": "ip link add x0 type dummy",
    "macvlan": PARENT + "ip link add link up0 name x0 type macvlan mode bridge",
    "vxlan": "ip link add x0 type vxlan id 100 dstport 4789",
    "gre": f"ip link add x0 type gre {ENDS}",
    "ipip": f"ip link add x0 type ipip {ENDS}",
    "sit": f"ip link add x0 type sit {ENDS}",
    "wireguard": "ip link add x0 type wireguard",
}


def by_hand(command: str) -> bool:
    """Tell whether a command works in a namespace of its own."""
    script = ["unshare", "--net", "sh", "-ec", command]
    return subprocess.run(script, capture_output=True, check=False).returncode == 0


def test_every_capability_is_tested() -> None:
    """None is asked for that the programs were not asked for as well."""
    assert COMMANDS.keys() == CAPABILITIES.keys()


@pytest.mark.parametrize(
    "kernel",
    ["this kernel", pytest.param("one with VLANs", marks=pytest.mark.needs("vlan_filtering"))],
)
def test_the_answer_is_what_the_programs_find(kernel: str) -> None:
    """Each capability is there if and only if the command that makes such a thing works."""
    del kernel
    found = frozenset(name for name, command in COMMANDS.items() if by_hand(command))
    assert ask_kernel() == found


def test_only_what_is_wanted_is_answered() -> None:
    """A question about one thing is no question about others."""
    assert ask_kernel({"veth"}) == {"veth"}


def test_an_ordinary_user_gets_the_same_answer() -> None:
    """In a user namespace of that user's own."""

    def ask() -> frozenset[str]:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
        return ask_kernel()

    assert in_child(ask) == capabilities()


def test_a_host_without_namespaces_says_which_setting_forbids_them() -> None:
    """With the command that changes it."""

    def ask() -> str:
        linux.unshare(linux.CLONE_NEWUSER)  # with all rights in it
        Path("/proc/sys/user/max_net_namespaces").write_text("0")
        try:
            ask_kernel()
        except HostRefused as refusal:
            return str(refusal)
        return ""

    assert "user.max_net_namespaces=0" in in_child(ask)


def test_a_module_that_would_change_the_host_is_not_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """bond0 and its like appear on the host itself: that the module lies on disk will do."""
    monkeypatch.setattr(modules, "LOADED", tmp_path / "loaded")
    monkeypatch.setattr(modules, "ON_DISK", tmp_path / "disk")
    (tmp_path / "loaded" / "dummy").mkdir(parents=True)
    folder = tmp_path / "disk" / modules.os.uname().release
    folder.mkdir(parents=True)
    lines = ("bonding", "dummy", "veth", "ipv4/ip-gre")
    index = "".join(f"kernel/net/{one}.ko.xz: kernel/other.ko\n" for one in lines)
    (folder / "modules.dep").write_text(index)
    found = {name for name in CAPABILITIES if modules.is_on_disk_alone(name)}
    assert found == {"bond", "gre"}


def test_the_question_leaves_no_trace_in_messages_of_others() -> None:
    """pyroute2 keeps notes on its classes: netem is written alike, whoever used them before."""
    script = (
        "from workers.kernel.capability_questions import route_questions; "
        "list(route_questions()); import workers.kernel.impairment"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=CHECKOUT)
