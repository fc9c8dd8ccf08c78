"""What a host may or may not be able to do, its kernel or its programs, and how one gets it."""

from collections.abc import Mapping
from dataclasses import dataclass

from designer.topology.sentence import say


@dataclass(frozen=True, slots=True)
class Capability:
    """One thing that a kernel is built with or not, as said in "needs {what}".

    `option` is what the kernel is configured with. `module` is what `modprobe` loads, empty where
    it is a part of the kernel or of a module that does without.
    """

    name: str
    what: str
    option: str
    module: str = ""

    @property
    def fix(self) -> str:
        """What a person does on a host that lacks it."""
        if not self.module:
            return say("boot a kernel with {option}", option=self.option)
        return say(
            "run `modprobe {module}` as root, and where there is no such module boot a"
            " kernel with {option}",
            module=self.module,
            option=self.option,
        )


@dataclass(frozen=True, slots=True)
class Program:
    """A program that some drawings, or people who work with them, cannot do without."""

    name: str
    what: str
    package: str

    @property
    def fix(self) -> str:
        """What a person does on a host that lacks it."""
        return say("run `apt-get install {package}` as root", package=self.package)


_ALL = (
    Capability("veth", say("virtual cables"), "CONFIG_VETH", "veth"),
    Capability("bridge", "bridges", "CONFIG_BRIDGE", "bridge"),
    Capability("nftables", "nftables", "CONFIG_NF_TABLES_INET", "nf_tables"),
    Capability("nat", say("address translation"), "CONFIG_NFT_NAT", "nft_chain_nat"),
    Capability("policy_rules", say("several routing tables"), "CONFIG_IP_MULTIPLE_TABLES"),
    Capability("vlan_filtering", say("VLAN filtering"), "CONFIG_BRIDGE_VLAN_FILTERING"),
    Capability("vlan_device", say("VLAN interfaces"), "CONFIG_VLAN_8021Q", "8021q"),
    Capability("vlan_ad_device", say("802.1ad VLAN interfaces"), "CONFIG_VLAN_8021Q", "8021q"),
    Capability("netem", say("impairment by netem"), "CONFIG_NET_SCH_NETEM", "sch_netem"),
    Capability("tbf", say("rates by tbf"), "CONFIG_NET_SCH_TBF", "sch_tbf"),
    Capability("bond", "bonds", "CONFIG_BONDING", "bonding"),
    Capability("vrf", "VRFs", "CONFIG_NET_VRF", "vrf"),
    Capability("dummy", say("dummy interfaces"), "CONFIG_DUMMY", "dummy"),
    Capability("macvlan", say("macvlan interfaces"), "CONFIG_MACVLAN", "macvlan"),
    Capability("vxlan", "VXLANs", "CONFIG_VXLAN", "vxlan"),
    Capability("gre", say("GRE tunnels"), "CONFIG_NET_IPGRE", "ip_gre"),
    Capability("ipip", say("IPIP tunnels"), "CONFIG_NET_IPIP", "ipip"),
    Capability("sit", say("SIT tunnels"), "CONFIG_IPV6_SIT", "sit"),
    Capability("wireguard", "WireGuard", "CONFIG_WIREGUARD", "wireguard"),
)
CAPABILITIES: Mapping[str, Capability] = {one.name: one for one in _ALL}
"""All that is asked of a kernel, by name."""

_PROGRAMS = (
    Program("ip", say("the program ip, for exported shell scripts"), "iproute2"),
    Program("nft", say("the program nft, for exported shell scripts with rules"), "nftables"),
    Program(
        "wg", say("the program wg, for exported shell scripts with WireGuard"), "wireguard-tools"
    ),
    Program("ping", say("the program ping, for people in nodes"), "iputils-ping"),
    Program("iperf3", say("the program iperf3"), "iperf3"),
    Program("vtysh", say("the routing daemons of FRR"), "frr"),
)
PROGRAMS: Mapping[str, Program] = {one.name: one for one in _PROGRAMS}
"""All that is looked for among the host's programs, by name."""

FOR_ANY_LAB = frozenset({"veth", "bridge"})
"""Without these no lab of any use runs."""
