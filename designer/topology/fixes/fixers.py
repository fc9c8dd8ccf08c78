"""Which kinds of problem something can be done about, and what."""

from collections.abc import Callable, Iterator, Mapping

from designer.topology.fixes import (
    address,
    device,
    expectation,
    impairment,
    interface,
    link,
    node,
    route,
    rule,
    service,
    shape,
    switch,
)
from designer.topology.fixes.edit import Fix
from designer.topology.fixes.place import Place
from designer.topology.fixes.removal import remove_it
from designer.topology.sentence import say

Fixer = Callable[[Place], Iterator[Fix]]

FIXERS: Mapping[str, tuple[Fixer, ...]] = {
    # links
    "loose-end": (remove_it,),
    "link-to-itself": (link.end_elsewhere, remove_it),
    "link-to-loopback": (link.end_elsewhere, remove_it),
    "link-to-bridge": (link.end_elsewhere, remove_it),
    "link-to-uplink": (link.end_elsewhere, remove_it),
    "interface-linked-twice": (link.end_elsewhere, remove_it),
    "position-without-node": (remove_it,),
    "jitter-without-delay": (impairment.delay_for_jitter,),
    "jitter-beyond-delay": (impairment.lower_jitter,),
    "reorder-without-delay": (impairment.delay_for_reordering,),
    "queue-too-short": (impairment.longer_queue,),
    # nodes
    "stp-without-switch": (node.without(say("Remove STP"), "stp"),),
    "host-namespace-without-switch": (node.without(say("Give it a namespace of its own"), "at"),),
    "internet-is-fixed": (
        node.make_router,
        node.without(
            say("Remove what it does by itself"),
            *("forwarding", "masquerade", "routes", "policies", "rules", "policy"),
        ),
    ),
    "masquerade-nowhere": (node.masquerade_less,),
    "vlan-without-switch": (node.without_switch_keys,),
    "protocol-without-vlans": (
        node.without(say("Remove the protocol"), "vlan_protocol"),
        node.separate_vlans,
    ),
    # interfaces and what stands on them
    "interface-without-link": (remove_it,),
    "loopback-is-fixed": (
        interface.without(say("Keep only its addresses"), "mac", "mtu", "device"),
    ),
    "mtu-too-small": (interface.larger_mtu,),
    "mtu-above-parent": (interface.mtu_of_its_carrier,),
    "duplicate-mac": (interface.automatic_mac,),
    "mac-without-frames": (interface.without(say("Remove the MAC address"), "mac"),),
    "device-name-taken": (remove_it,),
    "device-loop": (device.on_another_parent, remove_it),
    "device-on-loopback": (device.on_another_parent, device.without_member, remove_it),
    "device-on-nothing": (device.on_another_parent, device.without_member, remove_it),
    "device-without-frames": (device.on_another_parent, device.without_member, remove_it),
    "macvlan-on-macvlan": (device.on_another_parent, remove_it),
    "vid-twice": (device.free_vid, remove_it),
    "bond-without-members": (remove_it,),
    "member-twice": (device.without_member, remove_it),
    "member-is-bridge": (device.without_member,),
    "member-with-address": (device.address_at_master,),
    "member-with-mtu": (interface.without(say("Use the MTU of what it belongs to"), "mtu"),),
    "vrf-table-taken": (device.free_table,),
    "vrf-in-vrf": (device.without_member,),
    "tunnel-from-nowhere": (device.own_sender, remove_it),
    "tunnel-to-itself": (device.other_end, remove_it),
    "tunnel-to-nobody": (device.other_end, remove_it),
    "tunnel-of-other-family": (device.carried_addresses,),
    "tunnel-twice": (device.another_number, remove_it),
    "port-twice": (device.free_port, remove_it),
    "peer-does-not-listen": (device.port_of_the_peer,),
    # switches
    "switch-loop": (switch.stop_the_loop,),
    "vlan-without-port": (interface.without(say("Remove the VLAN"), "vlan", "trunk", "native"),),
    "vlan-without-filtering": (
        node.without(say("Keep VLANs apart"), "vlan_filtering"),
        interface.without(say("Remove the VLAN"), "vlan", "trunk", "native"),
    ),
    "vlans-joined": (switch.same_untagged,),
    "trunks-differ": (switch.same_trunk,),
    "tag-not-taken": (switch.take_the_tag, device.free_vid),
    "untagged-not-taken": (switch.take_the_untagged,),
    # addresses
    "unusable-address": (address.use_free_address,),
    "duplicate-address": (address.use_free_address, address.move_the_other),
    "pool-is-empty": (address.larger_pool,),
    "network-on-two-segments": (address.join_the_network, address.number_the_wire_anew),
    "two-networks-on-a-segment": (address.join_the_network,),
    # routes and policies
    "duplicate-route": (route.another_metric, remove_it),
    "host-ends-packets": (remove_it,),
    "route-over-nothing": (route.lead_by_its_gateway, route.lead_by_a_router, remove_it),
    "gateway-is-self": (route.lead_by_a_router, remove_it),
    "gateway-out-of-reach": (route.lead_by_a_router, remove_it),
    "gateway-is-nobody": (route.lead_by_a_router, remove_it),
    "policy-of-the-host": (remove_it,),
    "duplicate-policy": (route.another_priority, remove_it),
    "policy-to-empty-table": (remove_it,),
    "policy-of-nothing": (route.from_anywhere, remove_it),
    # rules
    "ruleset-elsewhere": (remove_it,),
    "rules-in-the-host": (node.without(say("Remove rules and policy"), "rules", "policy"),),
    "rules-without-ip": (node.without(say("Remove rules and policy"), "rules", "policy"),),
    "rule-over-nothing": (rule.over_any_interface, remove_it),
    "rule-never-matches": (rule.switch_forwarding_on, remove_it),
    "neighbours-denied": (rule.let_neighbours_be_found,),
    # services, neighbours and settings
    "services-elsewhere": (node.without(say("Remove its services"), "services"),),
    "place-taken": (service.another_port, remove_it),
    "service-on-nothing": (service.on_a_linked_interface, remove_it),
    "range-elsewhere": (service.lease_what_is_free, remove_it),
    "range-with-fixed": (service.lease_what_is_free, remove_it),
    "router-elsewhere": (service.tell_no_router,),
    "client-with-address": (service.no_address_of_its_own, remove_it),
    "nothing-to-advertise": (service.something_to_advertise, remove_it),
    "prefix-not-64": (service.prefix_of_64,),
    "neighbour-of-the-host": (remove_it,),
    "duplicate-neighbour": (remove_it,),
    "neighbour-nowhere": (remove_it,),
    "neighbour-without-address": (remove_it,),
    "setting-of-the-host": (remove_it,),
    "setting-of-nothing": (remove_it,),
    # shapes and expectations
    "group-of-nobody": (remove_it,),
    "member-without-node": (shape.without_member, remove_it),
    "member-of-two-groups": (shape.without_member, remove_it),
    "expectation-from-nobody": (expectation.from_a_node, remove_it),
    "expectation-of-switch": (remove_it,),
    "expectation-to-nothing": (expectation.to_a_node, remove_it),
    "expectation-to-nobody": (expectation.to_a_node, remove_it),
}
"""What can be done about each kind of problem, the best first."""
