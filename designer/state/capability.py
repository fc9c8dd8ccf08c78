"""What a host's kernel may or may not be able to do, and how one gets it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capability:
    """One thing that a kernel is built with or not.

    `module` is what `modprobe` loads, `option` what the kernel is configured with.
    """

    name: str
    what: str
    module: str
    option: str

    @property
    def fix(self) -> str:
        """What a person does on a host that lacks it."""
        return f"run `modprobe {self.module}`, or use a kernel with {self.option}"


_ALL = (
    Capability("veth", "cables", "veth", "CONFIG_VETH"),
    Capability("bridge", "switches", "bridge", "CONFIG_BRIDGE"),
    Capability("vlan_filtering", "VLANs of switches", "bridge", "CONFIG_BRIDGE_VLAN_FILTERING"),
    Capability("vlan_device", "VLAN interfaces", "8021q", "CONFIG_VLAN_8021Q"),
    Capability("vlan_ad_device", "VLAN interfaces by 802.1ad", "8021q", "CONFIG_VLAN_8021Q"),
    Capability("macvlan", "macvlan interfaces", "macvlan", "CONFIG_MACVLAN"),
    Capability("bond", "bonds", "bonding", "CONFIG_BONDING"),
    Capability("vrf", "VRFs", "vrf", "CONFIG_NET_VRF"),
    Capability("dummy", "dummy interfaces", "dummy", "CONFIG_DUMMY"),
    Capability("vxlan", "VXLANs", "vxlan", "CONFIG_VXLAN"),
    Capability("gre", "GRE tunnels", "ip_gre", "CONFIG_NET_IPGRE"),
    Capability("ipip", "IPIP tunnels", "ipip", "CONFIG_NET_IPIP"),
    Capability("sit", "SIT tunnels", "sit", "CONFIG_IPV6_SIT"),
    Capability("wireguard", "WireGuard tunnels", "wireguard", "CONFIG_WIREGUARD"),
    Capability("netem", "impairments of links", "sch_netem", "CONFIG_NET_SCH_NETEM"),
    Capability("tbf", "rates of links", "sch_tbf", "CONFIG_NET_SCH_TBF"),
    Capability("policy_rules", "policy routing", "", "CONFIG_IP_MULTIPLE_TABLES"),
    Capability("nftables", "firewall rules", "nf_tables", "CONFIG_NF_TABLES_INET"),
    Capability("nat", "masquerading", "nft_chain_nat", "CONFIG_NFT_NAT"),
)
CAPABILITIES = {one.name: one for one in _ALL}
"""All that is asked of a kernel, by name."""
