"""A drawing for each kind of problem, and the first fix that is offered for it."""

PAIR = """
nodes: {a: {%s}, b: }
links: ['a:e 10.0.0.1/24 -- b:e 10.0.0.2/24']
"""
ROUTED = """
nodes: {a: {%s}, r: router, c: }
links: ['a:e 10.0.0.1/24 -- r:e1 10.0.0.2/24', 'r:e2 10.0.1.1/24 -- c:e 10.0.1.2/24']
"""
ROUTER = """
nodes:
  r: {kind: router, interfaces: {%s}}
  h:
links: ['r:e1 10.0.1.1/24 -- h:e1 10.0.1.2/24', 'r:e2 -- h:e2']
"""
SWITCHES = """
nodes: {s: {kind: switch, interfaces: {%s}}, t: {kind: switch, interfaces: {%s}}}
links: ['s:p -- t:p']
"""
SERVER = """
nodes: {r: {kind: router, services: [%s]}, h: }
links: ['r:e 10.0.1.1/24 -- h:e 10.0.1.2/24', 'r:f 10.0.2.1/24 -- h:f']
"""
IMPAIRED = """
nodes: {a: , b: }
links: [{ends: [a:e, b:e], impairment: {%s}}]
"""
VLAN = "{device: {kind: vlan, parent: %s, vid: %d}}"
TUNNEL = "{device: {kind: %s, local: %s, remote: %s}%s}"
KEY = "{device: {kind: wireguard, private_key: 6BpHPxF4qzkYEvUUg0N8t3cXQmP4BfQyRrPcBv0wWmY=%s}}"
LEASES = "{kind: dhcp-server, interface: e, range: [%s, %s]%s}"
WIREGUARDS = """
nodes:
  a: {interfaces: {wg: {device: {kind: wireguard,
    private_key: 6BpHPxF4qzkYEvUUg0N8t3cXQmP4BfQyRrPcBv0wWmY=,
    peers: [{public_key: u3dZ0nmiyQz6RJ0rGmOAYKJ4DLrhA3Qtz0ZMeyLDRT8=,
             endpoint: '10.0.0.2:7777', allowed: [10.9.0.0/24]}]}}}}
  b: {interfaces: {wg: {device: {kind: wireguard,
    private_key: 2JJ5j7kZC8o2YkBg1eRyxmPzL2XkN2wPqBz8M3T0dEE=}}}}
links: ['a:e 10.0.0.1/24 -- b:e 10.0.0.2/24']
"""

BROKEN: dict[str, tuple[str, str]] = {
    "loose-end": ("nodes: {h1: }\nlinks: ['h1:e -- h2:e']", "Remove the link"),
    "link-to-itself": ("nodes: {a: }\nlinks: ['a:e -- a:e']", "End the link at a:eth0"),
    "link-to-loopback": ("nodes: {a: , b: }\nlinks: ['a:lo -- b:e']", "End the link at a:eth0"),
    "link-to-bridge": ("nodes: {s: switch, b: }\nlinks: ['s:s -- b:e']", "End the link at s:p1"),
    "link-to-uplink": (
        "nodes: {i: internet, b: }\nlinks: ['i:uplink -- b:e']",
        "End the link at i:eth0",
    ),
    "interface-linked-twice": (
        "nodes: {a: , b: , c: }\nlinks: ['a:e -- b:e', 'c:e -- b:e']",
        "End the link at b:eth0",
    ),
    "position-without-node": ("nodes: {a: }\nlayout: {b: [1, 2]}", "Remove the position"),
    "jitter-without-delay": (IMPAIRED % "jitter_ms: 5", "Delay packets by 5 ms"),
    "jitter-beyond-delay": (
        IMPAIRED % "jitter_ms: 5, delay_ms: 2",
        "Lower the jitter to 2 ms",
    ),
    "reorder-without-delay": (IMPAIRED % "reorder_percent: 5", "Remove the reordering"),
    "queue-too-short": (
        IMPAIRED % "delay_ms: 1000, rate_kbit: 12000, queue_packets: 10",
        "Give it a queue of 1000 packets",
    ),
    "stp-without-switch": ("nodes: {a: {stp: true}}", "Remove STP"),
    "host-namespace-without-switch": (
        "nodes: {a: {at: host-namespace}}",
        "Give it a namespace of its own",
    ),
    "internet-is-fixed": ("nodes: {a: {kind: internet, forwarding: true}}", "Make a a router"),
    "masquerade-nowhere": (PAIR % "masquerade: [x, e]", "Do not masquerade out of x"),
    "vlan-without-switch": ("nodes: {a: {loop: allowed}}", "Remove loop"),
    "protocol-without-vlans": (
        "nodes: {s: {kind: switch, vlan_protocol: 802.1ad}}",
        "Remove the protocol",
    ),
    "interface-without-link": (PAIR % "interfaces: {x: {mtu: 1400}}", "Remove the interface"),
    "loopback-is-fixed": (PAIR % "interfaces: {lo: {mtu: 1400}}", "Keep only its addresses"),
    "mtu-too-small": (
        PAIR.replace("10.0.0.1/24", "'fd00::1/64'").replace(
            "links: ['a:e 'fd00::1/64' --", "links: ['a:e --"
        )
        % "interfaces: {e: {mtu: 600, addresses: ['fd00::1/64']}}",
        "Raise the MTU to 1280",
    ),
    "mtu-above-parent": (
        ROUTER % "v: {device: {kind: vlan, parent: e1, vid: 5}, mtu: 9000}",
        "Use the MTU that what it stands on leaves it",
    ),
    "duplicate-mac": (
        (
            "nodes: {a: {interfaces: {e: {mac: 02:00:00:00:00:01}}},"
            " b: {interfaces: {e: {mac: 02:00:00:00:00:01}}}}\nlinks: ['a:e -- b:e']"
        ),
        "Use an automatic MAC address",
    ),
    "mac-without-frames": (
        ROUTER % f"t: {TUNNEL % ('sit', '10.0.1.1', '10.0.1.2', ', mac: 02:00:00:00:00:01')}",
        "Remove the MAC address",
    ),
    "device-name-taken": (ROUTER % f"e2: {VLAN % ('e1', 5)}", "Remove the device"),
    "device-loop": (ROUTER % f"v: {VLAN % ('w', 5)}, w: {VLAN % ('v', 5)}", "Put it on e1"),
    "device-on-loopback": (ROUTER % f"v: {VLAN % ('lo', 5)}", "Put it on e1"),
    "device-on-nothing": (ROUTER % f"v: {VLAN % ('e9', 5)}", "Put it on e1"),
    "device-without-frames": (
        ROUTER % f"v: {VLAN % ('g', 5)}, g: {TUNNEL % ('gre', '10.0.1.1', '10.0.1.2', '')}",
        "Put it on e1",
    ),
    "macvlan-on-macvlan": (
        ROUTER
        % "m: {device: {kind: macvlan, parent: e2}}, n: {device: {kind: macvlan, parent: m}}",
        "Put it on e2",
    ),
    "vid-twice": (ROUTER % f"v: {VLAN % ('e1', 5)}, w: {VLAN % ('e1', 5)}", "Use VLAN 6"),
    "bond-without-members": (
        ROUTER % "b: {device: {kind: bond, members: []}}",
        "Remove the device",
    ),
    "member-twice": (
        ROUTER
        % "b: {device: {kind: bond, members: [e1, e2]}}, c: {device: {kind: bond, members: [e2]}}",
        "Take e2 out of it",
    ),
    "member-is-bridge": (
        (
            "nodes: {s: {kind: switch, interfaces: {b: {device: {kind: bond, members: [s, p]}}}},"
            " h: }\nlinks: ['s:p -- h:e']"
        ),
        "Take s out of it",
    ),
    "member-with-address": (
        ROUTER % "b: {device: {kind: bond, members: [e1]}}",
        "Give the address to b",
    ),
    "member-with-mtu": (
        ROUTER % "b: {device: {kind: bond, members: [e2]}}, e2: {mtu: 1400}",
        "Use the MTU of what it belongs to",
    ),
    "vrf-table-taken": (ROUTER % "f: {device: {kind: vrf, table: 254}}", "Use table 10"),
    "vrf-in-vrf": (
        ROUTER
        % "f: {device: {kind: vrf, table: 9, members: [g]}}, g: {device: {kind: vrf, table: 8}}",
        "Take g out of it",
    ),
    "tunnel-from-nowhere": (
        ROUTER % f"t: {TUNNEL % ('gre', '10.7.7.7', '10.0.1.2', '')}",
        "Send from 10.0.1.1",
    ),
    "tunnel-to-itself": (
        ROUTER % f"t: {TUNNEL % ('gre', '10.0.1.1', '10.0.1.1', '')}",
        "Remove the device",
    ),
    "tunnel-to-nobody": (
        (ROUTER % f"t: {TUNNEL % ('gre', '10.0.1.1', '10.7.7.7', '')}").replace(
            "h:\n", f"h: {{interfaces: {{t: {TUNNEL % ('gre', '10.0.1.2', '10.0.1.1', '')}}}}}\n"
        ),
        "End it at h",
    ),
    "tunnel-of-other-family": (
        ROUTER % f"t: {TUNNEL % ('ipip', '10.0.1.1', '10.0.1.2', ', addresses: [fd00::1/64]')}",
        "Keep only IPv4 addresses",
    ),
    "tunnel-twice": (
        ROUTER % "t: {0}, u: {0}".replace("{0}", TUNNEL % ("gre", "10.0.1.1", "10.0.1.2", "")),
        "Use the key 1",
    ),
    "port-twice": (ROUTER % f"t: {KEY % ''}, u: {KEY % ''}", "Listen at port 51821"),
    "peer-does-not-listen": (WIREGUARDS, "Look for b at port 51820"),
    "switch-loop": (
        "nodes: {s: switch, t: switch}\nlinks: ['s:p1 -- t:p1', 's:p2 -- t:p2']",
        "Switch STP on at s",
    ),
    "vlan-without-port": (PAIR % "interfaces: {e: {vlan: 10}}", "Remove the VLAN"),
    "vlan-without-filtering": (
        (SWITCHES % ("p: {vlan: 10}", "")).replace(
            "s: {kind: switch,", "s: {kind: switch, vlan_filtering: false,"
        ),
        "Keep VLANs apart",
    ),
    "vlans-joined": (SWITCHES % ("p: {vlan: 10}", "p: {vlan: 20}"), "Use VLAN 10 at t:p"),
    "trunks-differ": (
        SWITCHES % ("p: {trunk: [10, 20]}", "p: {trunk: [10, 30]}"),
        "Carry the same VLANs at both ends",
    ),
    "tag-not-taken": (
        (
            "nodes: {s: {kind: switch, interfaces: {p: {trunk: [10]}}},"
            f" r: {{kind: router, interfaces: {{v: {VLAN % ('e', 20)}}}}}}}\nlinks: ['s:p -- r:e']"
        ),
        "Carry VLAN 20 at s:p",
    ),
    "untagged-not-taken": (
        "nodes: {s: {kind: switch, interfaces: {p: {trunk: [10]}}}, h: }\nlinks: ['s:p -- h:e']",
        "Make VLAN 1 native at s:p",
    ),
    "unusable-address": (
        "nodes: {a: , b: }\nlinks: ['a:e 10.0.0.0/24 -- b:e 10.0.0.1/24']",
        "Use 10.0.0.2/24",
    ),
    "duplicate-address": (
        "nodes: {a: , b: }\nlinks: ['a:e 10.0.0.1/24 -- b:e 10.0.0.1/24']",
        "Use 10.0.0.2/24",
    ),
    "pool-is-empty": (
        (
            "addressing: {ipv4: 10.0.0.0/30}\nnodes: {a: , b: , c: , s: switch}\n"
            "links: ['a:e -- s:p1', 'b:e -- s:p2', 'c:e -- s:p3']"
        ),
        "Take addresses from 10.0.0.0/8",
    ),
    "network-on-two-segments": (
        (
            "nodes: {a: , b: , c: , d: }\n"
            "links: ['a:e 10.0.0.1/24 -- b:e', 'c:e 10.0.0.3/24 -- d:e 10.0.0.4/24']"
        ),
        "Use automatic addresses on this wire",
    ),
    "two-networks-on-a-segment": (
        "nodes: {a: , b: }\nlinks: ['a:e 10.0.0.1/24 -- b:e 10.7.0.1/24']",
        "Use 10.0.0.2/24",
    ),
    "duplicate-route": (
        PAIR
        % "routes: [{destination: default, interface: e}, {destination: default, interface: e}]",
        "Give it the metric 1",
    ),
    "host-ends-packets": (
        (
            "nodes: {s: {kind: switch, at: host-namespace,"
            " routes: [{destination: 10.9.0.0/16, type: blackhole}]}}"
        ),
        "Remove the route",
    ),
    "route-over-nothing": (
        ROUTED % "routes: [{destination: default, gateway: 10.0.0.2, interface: x}]",
        "Leave by the gateway's interface",
    ),
    "gateway-is-self": (
        ROUTED % "routes: [{destination: default, gateway: 10.0.0.1}]",
        "Lead it by r, 10.0.0.2",
    ),
    "gateway-out-of-reach": (
        ROUTED % "routes: [{destination: default, gateway: 10.7.0.1}]",
        "Lead it by r, 10.0.0.2",
    ),
    "gateway-is-nobody": (
        ROUTED % "routes: [{destination: default, gateway: 10.0.0.9}]",
        "Lead it by r, 10.0.0.2",
    ),
    "policy-of-the-host": (
        "nodes: {s: {kind: switch, at: host-namespace, policies: [{from: 10.0.0.0/8}]}}",
        "Remove the policy",
    ),
    "duplicate-policy": (
        PAIR % "policies: [{priority: 1001}, {from: 10.0.0.0/8}]",
        "Give it the priority 1000",
    ),
    "policy-to-empty-table": (PAIR % "policies: [{table: 7}]", "Remove the policy"),
    "policy-of-nothing": (PAIR % "policies: [{in: eth9}]", "Heed what comes in anywhere"),
    "ruleset-elsewhere": (
        "nodes: {s: {kind: switch, ruleset: 'table ip a { }'}}",
        "Remove the ruleset",
    ),
    "rules-in-the-host": (
        "nodes: {s: {kind: switch, at: host-namespace, rules: [{action: deny}]}}",
        "Remove rules and policy",
    ),
    "rules-without-ip": (
        "nodes: {s: {kind: switch, rules: [{action: deny}]}}",
        "Remove rules and policy",
    ),
    "rule-over-nothing": (
        PAIR % "rules: [{action: deny, in: x, chain: input}]",
        "Heed packets of any interface",
    ),
    "rule-never-matches": (
        PAIR % "rules: [{action: deny, chain: forward}]",
        "Switch forwarding on at a",
    ),
    "neighbours-denied": (
        PAIR.replace("10.0.0.1/24", "fd00::1/64").replace("10.0.0.2/24", "fd00::2/64")
        % "policy: {input: deny}",
        "Allow ICMP in the input chain",
    ),
    "services-elsewhere": (
        "nodes: {s: {kind: switch, services: [{kind: http}]}}",
        "Remove its services",
    ),
    "place-taken": (SERVER % "{kind: http}, {kind: iperf3, port: 80}", "Move it to port 81"),
    "service-on-nothing": (
        SERVER % "{kind: router-advertisement, interface: x}",
        "Remove the service",
    ),
    "range-elsewhere": (
        SERVER % (LEASES % ("10.0.1.50", "10.0.1.255", "")),
        "Lease 10.0.1.3 to 10.0.1.102",
    ),
    "range-with-fixed": (
        SERVER % (LEASES % ("10.0.1.2", "10.0.1.50", "")),
        "Lease 10.0.1.3 to 10.0.1.102",
    ),
    "router-elsewhere": (
        SERVER % (LEASES % ("10.0.1.50", "10.0.1.90", ", router: 10.0.2.1")),
        "Leave the router to the server",
    ),
    "client-with-address": (
        SERVER % "{kind: dhcp-client, interface: e}",
        "Leave r:e without a fixed address",
    ),
    "nothing-to-advertise": (
        SERVER % "{kind: router-advertisement, interface: e}",
        "Give it fd00:1::1/64",
    ),
    "prefix-not-64": (
        (SERVER % "{kind: router-advertisement, interface: e}").replace(
            "10.0.1.1/24", "fd00::1/56"
        ),
        "Use a prefix of 64 bits",
    ),
    "neighbour-of-the-host": (
        (
            "nodes: {s: {kind: switch, at: host-namespace,"
            " neighbours: [{address: 10.0.0.2, mac: '02:00:00:00:00:01'}]}}"
        ),
        "Remove the neighbour",
    ),
    "duplicate-neighbour": (
        PAIR % "neighbours: [{address: 10.0.0.2, mac: '02:00:00:00:00:01'},"
        " {address: 10.0.0.2, mac: '02:00:00:00:00:02'}]",
        "Remove the neighbour",
    ),
    "neighbour-nowhere": (
        PAIR % "neighbours: [{address: 10.9.0.1, mac: '02:00:00:00:00:01'}]",
        "Remove the neighbour",
    ),
    "neighbour-without-address": (
        PAIR % "neighbours: [{address: 'fd00::1', mac: '02:00:00:00:00:01', interface: e}]",
        "Remove the neighbour",
    ),
    "setting-of-the-host": (
        "nodes: {s: {kind: switch, at: host-namespace, sysctls: {net.ipv4.ip_default_ttl: 9}}}",
        "Remove the setting",
    ),
    "setting-of-nothing": (
        PAIR % "sysctls: {net.ipv4.conf.eth9.rp_filter: 0}",
        "Remove the setting",
    ),
    "group-of-nobody": (
        "nodes: {a: }\nshapes: [{kind: group}]",
        "Remove the group",
    ),
    "member-without-node": (
        "nodes: {a: }\nshapes: [{kind: group, members: [a, b]}]",
        "Take b out of the group",
    ),
    "member-of-two-groups": (
        (
            "nodes: {a: , b: }\nshapes: [{kind: group, members: [a]},"
            " {kind: group, members: [a, b]}]"
        ),
        "Take a out of the group",
    ),
    "expectation-from-nobody": ("nodes: {ab1: }\nexpect: [{from: ab2, to: ab1}]", "Ask from ab1"),
    "expectation-of-switch": (
        "nodes: {a: , s: switch}\nexpect: [{from: a, to: s}]",
        "Remove the expectation",
    ),
    "expectation-to-nothing": ("nodes: {a: }\nexpect: [{from: a, to: 'a:e'}]", "Ask for a"),
    "expectation-to-nobody": ("nodes: {ab1: }\nexpect: [{from: ab1, to: ab2}]", "Ask for ab1"),
}
"""By the code of the problem."""

WITHOUT_FIX: dict[str, str] = {
    "unreadable": "nobody knows what was meant",
    "not-a-drawing": "nobody knows what was meant",
    "too-deep": "nobody knows what was meant",
    "unknown-key": "only its writer knows which key was meant; such a drawing is not stored",
    "invalid-value": "only its writer knows which value was meant; such a drawing is not stored",
    "too-large": "what is too much, only its owner knows",
    "too-many-ports": "what is too much, only its owner knows",
    "too-many-internet-nodes": "what is too much, only its owner knows",
    "too-many-rules": "what is too much, only its owner knows",
    "too-many-automatic-routes": "what is too much, only its owner knows",
    "vlan-cut-by-stp": "which cables shall carry the VLAN is a decision about the whole loop",
    "double-name": "only a shared document has two of a name; the browser renames one",
    "host-lacks": "the machine lacks it, not the drawing",
}
"""Kinds of problem that nothing is offered for, and why."""
