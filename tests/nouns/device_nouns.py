"""The nouns that are devices: what stands on other interfaces, and tunnels."""

from tests.nouns.nouns import PAIR, ROUTED, Noun
from tests.wireguard_keys import KEYS

A, B, R = ("nodes/a", "nodes/b", "nodes/r")


def _device(kind: str, lab: str, drawn: dict[str, object], changed: dict[str, object]) -> Noun:
    return Noun(f"device: {kind}", f"kind={kind}", lab, drawn, changed)


def _tunnel(kind: str, inner: str) -> Noun:
    first, second = (f"{inner}1", f"{inner}2")
    length = 64 if ":" in inner else 30
    ends = {"a": ("10.0.1.1", "10.0.1.2", first), "b": ("10.0.1.2", "10.0.1.1", second)}
    drawn: dict[str, object] = {
        f"nodes/{node}/interfaces/t": {
            "device": {"kind": kind, "local": local, "remote": remote},
            "addresses": [f"{address}/{length}"],
        }
        for node, (local, remote, address) in ends.items()
    }
    drawn["expect/0"] = {"from": "a", "to": second}
    return _device(kind, PAIR, drawn, {f"{A}/interfaces/t/device/ttl": 9})


TAGGED = {
    f"{A}/interfaces/eth0.10": {
        "device": {"kind": "vlan", "parent": "eth0", "vid": 10},
        "addresses": ["10.10.0.1/24"],
    },
    f"{B}/interfaces/eth0.10": {
        "device": {"kind": "vlan", "parent": "eth0", "vid": 10},
        "addresses": ["10.10.0.2/24"],
    },
    "expect/0": {"from": "a", "to": "10.10.0.2"},
}
BONDED = {
    "links": [{"ends": ["a:eth0", "b:eth0"]}, {"ends": ["a:eth1", "b:eth1"]}],
    f"{A}/interfaces/bond0": {
        "device": {"kind": "bond", "mode": "active-backup", "members": ["eth0", "eth1"]},
        "addresses": ["10.0.9.1/24"],
    },
    f"{B}/interfaces/bond0": {
        "device": {"kind": "bond", "mode": "active-backup", "members": ["eth0", "eth1"]},
        "addresses": ["10.0.9.2/24"],
    },
    "expect/0": {"from": "a", "to": "10.0.9.2"},
}
VXLANS = {
    f"nodes/{node}/interfaces/vx": {
        "device": {"kind": "vxlan", "vni": 100, "local": local, "remote": remote},
        "addresses": [f"10.0.9.{number}/24"],
    }
    for node, local, remote, number in (
        ("a", "10.0.1.1", "10.0.1.2", 1),
        ("b", "10.0.1.2", "10.0.1.1", 2),
    )
} | {"expect/0": {"from": "a", "to": "10.0.9.2"}}

WIREGUARDS = {
    f"nodes/{node}/interfaces/wg": {
        "device": {
            "kind": "wireguard",
            "private_key": KEYS[node][0],
            "peers": [
                {
                    "public_key": KEYS[other][1],
                    "endpoint": f"{endpoint}:51820",
                    "allowed": ["10.0.9.0/24"],
                }
            ],
        },
        "addresses": [address],
    }
    for node, other, endpoint, address in (
        ("a", "b", "10.0.1.2", "10.0.9.1/24"),
        ("b", "a", "10.0.1.1", "10.0.9.2/24"),
    )
} | {"expect/0": {"from": "a", "to": "10.0.9.2"}}

DEVICES = (
    _device("vlan", PAIR, TAGGED, {f"{A}/interfaces/eth0.10/device/vid": 11}),
    Noun(
        "802.1ad VLAN interface",
        "protocol=802.1ad",
        PAIR,
        {
            **TAGGED,
            f"{A}/interfaces/eth0.10/device/protocol": "802.1ad",
            f"{B}/interfaces/eth0.10/device/protocol": "802.1ad",
        },
        {f"{A}/interfaces/eth0.10/device/protocol": "802.1Q"},
    ),
    _device("bond", PAIR, BONDED, {f"{A}/interfaces/bond0/mtu": 1400}),
    Noun(
        "bond 802.3ad",
        "mode=802.3ad",
        PAIR,
        {
            **BONDED,
            f"{A}/interfaces/bond0/device/mode": "802.3ad",
            f"{B}/interfaces/bond0/device/mode": "802.3ad",
            "expect": [],
        },
        {f"{A}/interfaces/bond0/device/mode": "active-backup"},
    ),
    _device(
        "vrf",
        ROUTED,
        {
            f"{R}/interfaces/red": {
                "device": {"kind": "vrf", "table": 100, "members": ["eth0", "eth1"]}
            }
        },
        {f"{R}/interfaces/red/device/table": 101},
    ),
    _device("vxlan", PAIR, VXLANS, {f"{A}/interfaces/vx/device/vni": 101}),
    _tunnel("gre", "10.0.9."),
    _tunnel("ipip", "10.0.9."),
    _tunnel("sit", "fd00:9::"),
    _device(
        "wireguard",
        PAIR,
        WIREGUARDS,
        {f"{A}/interfaces/wg/device/peers/0/keepalive_s": 25},
    ),
    _device(
        "macvlan",
        PAIR,
        {
            f"{A}/interfaces/mv": {
                "device": {"kind": "macvlan", "parent": "eth0"},
                "addresses": ["10.0.8.1/24"],
            },
            f"{B}/interfaces/eth0": {"addresses": ["10.0.1.2/24", "10.0.8.2/24"]},
            "expect/0": {"from": "b", "to": "10.0.8.1"},
        },
        {f"{A}/interfaces/mv/addresses": ["10.0.8.3/24"]},
    ),
    _device(
        "dummy",
        PAIR,
        {
            f"{B}/interfaces/dum": {"device": {"kind": "dummy"}, "addresses": ["10.0.7.1/32"]},
            f"{A}/routes": [{"destination": "10.0.7.1/32", "gateway": "10.0.1.2"}],
            "expect/0": {"from": "a", "to": "10.0.7.1"},
        },
        {f"{B}/interfaces/dum/addresses": ["10.0.7.2/32"]},
    ),
)
