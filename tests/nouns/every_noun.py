"""The nouns, in the order of docs/drawing.md."""

from tests.nouns.device_nouns import DEVICES, TAGGED
from tests.nouns.nouns import PAIR, REMOVED, ROUTED, SWITCHED, Noun

A, B, R, SW = ("nodes/a", "nodes/b", "nodes/r", "nodes/sw")
NEIGHBOUR = {"address": "10.0.1.1", "asn": 65002}
IMPAIRED = "links/0/impairment"


def _impairment(field: str, value: float, other: float) -> Noun:
    drawn = {IMPAIRED: {field: value}}
    return Noun(field.replace("_", " "), field, PAIR, drawn, {f"{IMPAIRED}/{field}": other})


def _service(kind: str, entry: dict[str, object], changed: dict[str, object]) -> Noun:
    drawn = {f"{B}/services": [{"kind": kind, **entry}]}
    after = {f"{B}/services/0/{name}": value for name, value in changed.items()}
    return Noun(f"service: {kind}", f"kind={kind}", PAIR, drawn, after, in_shell=False)


COUNTED = """\
table inet mine {{
  chain input {{
    type filter hook input priority 0;
    tcp dport {port} counter drop
  }}
}}
"""

NOUNS = (
    Noun("lo", "lo", PAIR, {f"{A}/interfaces/lo": {"up": False}}, {f"{A}/interfaces/lo/up": True}),
    Noun("hostname", "hostname", PAIR, {f"{A}/hostname": "web"}, {f"{A}/hostname": "db"}),
    Noun(
        "MAC address",
        "mac",
        PAIR,
        {f"{A}/interfaces/eth0": {"mac": "02:00:00:00:00:07"}},
        {f"{A}/interfaces/eth0/mac": "02:00:00:00:00:08"},
    ),
    Noun(
        "MTU",
        "mtu",
        PAIR,
        {f"{A}/interfaces/eth0": {"mtu": 1400}},
        {f"{A}/interfaces/eth0/mtu": 1300},
    ),
    Noun(
        "addresses",
        "addresses",
        PAIR,
        {f"{A}/interfaces/eth0": {"addresses": ["10.0.1.9/24", "fd00:1::9/64"]}},
        {f"{A}/interfaces/eth0/addresses": ["10.0.1.8/24"]},
    ),
    Noun(
        "automatic addresses",
        "addressing",
        PAIR,
        {"addressing": {"ipv6": "fd00::/48"}},
        {"addressing/lan": 28},
    ),
    Noun("cable", "links", PAIR, {}, {"links/1": {"ends": ["a:eth1", "b:eth1"]}}),
    Noun(
        "cut cable",
        "cut",
        PAIR,
        {"links/1": {"ends": ["a:eth1", "b:eth1"], "cut": True}},
        {"links/1/cut": False},
    ),
    _impairment("delay_ms", 20, 40),
    Noun(
        "jitter ms",
        "jitter_ms",
        PAIR,
        {IMPAIRED: {"delay_ms": 20, "jitter_ms": 5}},
        {f"{IMPAIRED}/jitter_ms": 8},
    ),
    _impairment("loss_percent", 1, 2),
    _impairment("duplicate_percent", 1, 2),
    Noun(
        "reorder percent",
        "reorder_percent",
        PAIR,
        {IMPAIRED: {"delay_ms": 10, "reorder_percent": 25}},
        {f"{IMPAIRED}/reorder_percent": 50},
    ),
    _impairment("corrupt_percent", 1, 2),
    _impairment("rate_kbit", 10_000, 5000),
    _impairment("queue_packets", 50, 60),
    Noun(
        "another way back",
        "impairment_back",
        PAIR,
        {IMPAIRED: {"delay_ms": 20}, "links/0/impairment_back": {"delay_ms": 5}},
        {"links/0/impairment_back/delay_ms": 6},
    ),
    Noun(
        "switch",
        "kind=switch",
        SWITCHED,
        {},
        {"nodes/c": {}, "links/2": {"ends": ["c:eth0", "sw:p3"]}},
    ),
    Noun(
        "bridge with an address",
        "sw",
        SWITCHED,
        {f"{SW}/interfaces/sw": {"addresses": ["10.0.1.250/24"]}},
        {f"{SW}/interfaces/sw/addresses": ["10.0.1.251/24"]},
    ),
    Noun("spanning tree", "stp", SWITCHED, {f"{SW}/stp": True, "expect": []}, {f"{SW}/stp": False}),
    Noun(
        "access port",
        "vlan",
        SWITCHED,
        {f"{SW}/interfaces": {"p1": {"vlan": 10}, "p2": {"vlan": 10}}},
        {f"{SW}/interfaces/p1/vlan": 20},
    ),
    Noun(
        "trunk",
        "trunk",
        SWITCHED,
        {**TAGGED, f"{SW}/interfaces": {"p1": {"trunk": [10]}, "p2": {"trunk": [10, "20-29"]}}},
        {f"{SW}/interfaces/p1/trunk": [10, 30]},
    ),
    Noun(
        "native VLAN",
        "native",
        SWITCHED,
        {f"{SW}/interfaces": {"p1": {"trunk": [10], "native": 5}, "p2": {"vlan": 5}}},
        {f"{SW}/interfaces/p1/native": 6},
    ),
    Noun(
        "VLAN filtering",
        "vlan_filtering",
        SWITCHED,
        {f"{SW}/vlan_filtering": True},
        {f"{SW}/vlan_filtering": False},
    ),
    Noun(
        "QinQ switch",
        "vlan_protocol",
        SWITCHED,
        {
            f"{SW}/vlan_protocol": "802.1ad",
            f"{SW}/interfaces": {"p1": {"vlan": 10}, "p2": {"vlan": 10}},
        },
        {f"{SW}/vlan_protocol": "802.1Q"},
    ),
    Noun(
        "loop on purpose",
        "loop",
        SWITCHED,
        {
            "nodes/sw2": {"kind": "switch", "loop": "allowed"},
            "links/2": {"ends": ["sw:u", "sw2:u"]},
        },
        {"nodes/sw2/loop": "refused"},
    ),
    Noun(
        "switch's address in a VLAN",
        "kind=vlan",
        SWITCHED,
        {
            f"{SW}/interfaces": {
                "p1": {"vlan": 10},
                "p2": {"vlan": 10},
                "vlan10": {
                    "device": {"kind": "vlan", "parent": "sw", "vid": 10},
                    "addresses": ["10.0.1.99/24"],
                },
            },
            "expect/0": {"from": "a", "to": "10.0.1.99"},
        },
        {f"{SW}/interfaces/vlan10/addresses": ["10.0.1.98/24"]},
    ),
    *DEVICES,
    Noun(
        "address of the loopback",
        "lo",
        PAIR,
        {
            f"{B}/interfaces/lo": {"addresses": ["10.0.7.1/32"]},
            f"{A}/routes": [{"destination": "10.0.7.1/32", "gateway": "10.0.1.2"}],
            "expect/0": {"from": "a", "to": "10.0.7.1"},
        },
        {f"{B}/interfaces/lo/addresses": ["10.0.7.2/32"]},
    ),
    Noun("route", "routes", ROUTED, {}, {f"{A}/routes/0/gateway": "10.0.1.2"}),
    Noun(
        "automatic routes",
        "routing",
        ROUTED,
        {"routing": "automatic", f"{A}/routes": [], f"{B}/routes": []},
        {"routing": REMOVED},
    ),
    Noun("metric", "metric", ROUTED, {f"{A}/routes/0/metric": 5}, {f"{A}/routes/0/metric": 6}),
    *(
        Noun(
            f"{kind} route",
            f"type={kind}",
            ROUTED,
            {f"{R}/routes": [{"destination": "10.66.0.0/16", "type": kind}]},
            {f"{R}/routes/0/destination": "10.67.0.0/16"},
        )
        for kind in ("blackhole", "unreachable", "prohibit")
    ),
    Noun(
        "several hops",
        "hops",
        PAIR,
        {
            "links/1": {"ends": ["a:eth1", "b:eth1"]},
            f"{B}/interfaces/lo": {"addresses": ["10.0.7.1/32"]},
            f"{A}/routes": [
                {
                    "destination": "10.0.7.1/32",
                    "hops": [{"gateway": "10.0.1.2"}, {"gateway": "10.0.2.2"}],
                }
            ],
            "expect/0": {"from": "a", "to": "10.0.7.1"},
        },
        {f"{A}/routes/0/hops/0/weight": 3},
    ),
    Noun(
        "policy",
        "policies",
        PAIR,
        {
            f"{B}/interfaces/lo": {"addresses": ["10.0.7.1/32"]},
            f"{A}/routes": [{"destination": "10.0.7.1/32", "gateway": "10.0.1.2", "table": 100}],
            f"{A}/policies": [{"to": "10.0.7.0/24", "table": 100, "priority": 50}],
            "expect/0": {"from": "a", "to": "10.0.7.1"},
        },
        {f"{A}/policies/0/priority": 60},
    ),
    Noun(
        "neighbour",
        "neighbours",
        PAIR,
        {
            f"{A}/neighbours": [
                {"address": "10.0.1.77", "mac": "02:00:00:00:00:77", "interface": "eth0"}
            ]
        },
        {f"{A}/neighbours/0/mac": "02:00:00:00:00:78"},
    ),
    Noun(
        "sysctls",
        "sysctls",
        PAIR,
        {f"{A}/sysctls": {"net.ipv4.icmp_echo_ignore_all": 0}},
        {f"{A}/sysctls/net.ipv4.icmp_echo_ignore_all": 1},
    ),
    Noun("forwarding", "forwarding", ROUTED, {f"{R}/forwarding": True}, {f"{R}/forwarding": False}),
    Noun(
        "masquerade",
        "masquerade",
        ROUTED,
        {f"{R}/masquerade": ["eth1"], f"{B}/routes": []},
        {f"{R}/masquerade": ["eth0"]},
    ),
    Noun(
        "internet",
        "kind=internet",
        PAIR,
        {
            "nodes/inet": {"kind": "internet"},
            "links/1": {"ends": ["a:eth1", "inet:eth0"]},
            f"{A}/routes": [{"destination": "default", "gateway": "10.0.2.1"}],
            "expect/0": {"from": "a", "to": "inet"},
        },
        {f"{A}/routes": []},
    ),
    *(
        Noun(
            f"rule: {action}",
            f"action={action}",
            ROUTED,
            {f"{R}/rules": [{"action": action, "protocol": "tcp", "port": 22}]},
            {f"{R}/rules/0/port": 23},
        )
        for action in ("allow", "deny", "reject")
    ),
    Noun(
        "rule: dnat",
        "action=dnat",
        ROUTED,
        {
            f"{R}/rules": [
                {
                    "action": "dnat",
                    "in": "eth0",
                    "protocol": "tcp",
                    "port": 8080,
                    "to_address": "10.0.2.2",
                    "to_port": 80,
                }
            ]
        },
        {f"{R}/rules/0/port": 8081},
    ),
    Noun(
        "rule: masquerade",
        "action=masquerade",
        ROUTED,
        {f"{R}/rules": [{"action": "masquerade", "out": "eth1"}], f"{B}/routes": []},
        {f"{R}/rules/0/out": "eth0"},
    ),
    Noun(
        "policy of a chain",
        "policy",
        ROUTED,
        {f"{R}/policy": {"forward": "deny"}, "expect/0/outcome": "blocked"},
        {f"{R}/policy": REMOVED},
    ),
    Noun(
        "raw ruleset",
        "ruleset",
        ROUTED,
        {f"{R}/ruleset": COUNTED.format(port=22)},
        {f"{R}/ruleset": COUNTED.format(port=23)},
    ),
    _service("http", {"port": 80}, {"port": 8080}),
    _service("echo", {"protocol": "tcp", "port": 7}, {"port": 8}),
    _service("iperf3", {"port": 5201}, {"port": 5202}),
    _service("dns", {}, {}),
    _service(
        "dhcp-server",
        {"interface": "eth0", "range": ["10.0.1.100", "10.0.1.150"]},
        {"lease_s": 300},
    ),
    Noun(
        "service: dhcp-client",
        "kind=dhcp-client",
        PAIR,
        {
            f"{B}/interfaces/eth0": {"addresses": ["10.0.1.1/24"]},
            f"{B}/services": [
                {"kind": "dhcp-server", "interface": "eth0", "range": ["10.0.1.100", "10.0.1.150"]}
            ],
            f"{A}/interfaces/eth0": {"addresses": []},
            f"{A}/services": [{"kind": "dhcp-client", "interface": "eth0"}],
            "expect": [],
        },
        {f"{A}/services": REMOVED},
        in_shell=False,
    ),
    Noun(
        "service: router-advertisement",
        "kind=router-advertisement",
        PAIR,
        {
            f"{B}/interfaces/eth0": {"addresses": ["fd00:1::1/64"]},
            f"{B}/services": [{"kind": "router-advertisement", "interface": "eth0"}],
            "expect": [],
        },
        {f"{B}/services": REMOVED},
        in_shell=False,
    ),
    _service("ospf", {"area": 0}, {"area": 1}),
    _service("bgp", {"asn": 65001, "neighbours": [NEIGHBOUR]}, {"asn": 65003}),
    _service("command", {"command": "exec sleep 1000"}, {"command": "exec sleep 1001"}),
    Noun(
        "resolver",
        "resolver",
        PAIR,
        {f"{A}/resolver": ["10.0.1.2"]},
        {f"{A}/resolver": ["10.0.1.3"]},
        in_shell=False,
    ),
)
