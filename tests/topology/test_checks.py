"""The rules about a whole drawing."""

import pytest

from designer.topology.document import read_text

TWO_HOSTS = """
nodes:
  h1: {interfaces: {eth0: {addresses: [10.0.0.1/24]}}}
  h2: {interfaces: {eth0: {addresses: [10.0.0.2/24]}}}
links: [{ends: [h1:eth0, h2:eth0]}]
"""


PAIR = """
nodes: {a: {%s}, b: }
links: ['a:e 10.0.0.1/24 -- b:e 10.0.0.2/24']
"""
OF_A_NODE = (
    ("routes: [{destination: default}]", "invalid-value", 0),
    ("routes: [{destination: default, type: blackhole, gateway: 10.0.0.2}]", "invalid-value", 0),
    ("routes: [{destination: default, gateway: 10.0.0.2, table: 255}]", "invalid-value", 0),
    (
        "routes: [{destination: default, hops: [{gateway: 10.0.0.2}, {gateway: 'fd00::1'}]}]",
        "invalid-value",
        0,
    ),
    (
        "routes: [{destination: '::/0', hops: [{interface: e}, {gateway: 'fd00::1'}]}]",
        "invalid-value",
        0,
    ),
    (
        "routes: [{destination: default, hops: [{gateway: 10.0.0.2}, {gateway: 10.0.0.2}]}]",
        "invalid-value",
        0,
    ),
    (
        "routes: [{destination: default, hops: [{gateway: 10.0.0.2}, {gateway: 10.7.0.2}]}]",
        "gateway-out-of-reach",
        0,
    ),
    (
        (
            "routes: [{destination: 10.1.0.0/16, type: blackhole},"
            " {destination: 10.1.0.0/16, gateway: 10.0.0.2}]"
        ),
        "duplicate-route",
        1,
    ),
    ("policies: [{from: 10.0.0.0/8, to: 'fd00::/8'}]", "invalid-value", 0),
    ("policies: [{table: 7}]", "policy-to-empty-table", 0),
    ("policies: [{in: eth9}]", "policy-of-nothing", 0),
    ("policies: [{priority: 1001}, {from: 10.0.0.0/8}]", "duplicate-policy", 1),
    ("neighbours: [{address: 10.9.0.1, mac: '02:00:00:00:00:01'}]", "neighbour-nowhere", 0),
    (
        "neighbours: [{address: 'fd00::1', mac: '02:00:00:00:00:01', interface: e}]",
        "neighbour-without-address",
        0,
    ),
    (
        (
            "neighbours: [{address: 10.0.0.2, mac: '02:00:00:00:00:01'},"
            " {address: 10.0.0.2, mac: '02:00:00:00:00:02'}]"
        ),
        "duplicate-neighbour",
        1,
    ),
    (
        "sysctls: {net.ipv4.conf.eth9.rp_filter: 0}",
        "setting-of-nothing",
        "net.ipv4.conf.eth9.rp_filter",
    ),
)


def codes(text: str) -> list[tuple[str, str]]:
    """Return code and element of each problem of a drawing."""
    return [(one.code, one.element) for one in read_text(text).problems]


def test_sound_drawing_has_no_problem() -> None:
    """A drawing that follows the rules is left alone."""
    assert codes(TWO_HOSTS) == []


@pytest.mark.parametrize(
    ("drawing", "code", "element"),
    [
        ("links: ['h1:eth0 -- h2:eth0']\nnodes: {h1: }", "loose-end", "links/0"),
        ("nodes: {a: , b: }\nlinks: ['a:lo -- b:e']", "link-to-loopback", "links/0"),
        ("nodes: {s: switch, b: }\nlinks: ['s:s -- b:e']", "link-to-bridge", "links/0"),
        ("nodes: {i: internet, b: }\nlinks: ['i:uplink -- b:e']", "link-to-uplink", "links/0"),
        ("nodes: {a: }\nlinks: ['a:e -- a:e']", "link-to-itself", "links/0"),
        (
            "nodes: {a: , b: , c: }\nlinks: ['a:e -- b:e', 'c:e -- b:e']",
            "interface-linked-twice",
            "links/1",
        ),
        *(
            (PAIR % said, code, f"nodes/a/{said.partition(':')[0]}/{place}")
            for said, code, place in OF_A_NODE
        ),
        ("routing: manual", "invalid-value", "routing"),
        ("routing: {automatic: false}", "invalid-value", "routing/automatic"),
        ("nodes: {a: {stp: true}}", "stp-without-switch", "nodes/a"),
        ("nodes: {a: {at: host-namespace}}", "host-namespace-without-switch", "nodes/a"),
        ("nodes: {a: {kind: internet, forwarding: true}}", "internet-is-fixed", "nodes/a"),
        ("nodes: {a: {masquerade: [eth7]}}", "masquerade-nowhere", "nodes/a"),
        (
            "nodes: {a: {interfaces: {lo: {mtu: 1400}}}}",
            "loopback-is-fixed",
            "nodes/a/interfaces/lo",
        ),
        (
            (
                "nodes: {a: {interfaces: {e: {mtu: 600, addresses: ['fd00::1/64']}}}, b: }\n"
                "links: ['a:e -- b:e']"
            ),
            "mtu-too-small",
            "nodes/a/interfaces/e",
        ),
        (
            "nodes: {a: , b: }\nlinks: ['a:e 10.0.0.1/24 -- b:e 10.0.0.1/24']",
            "duplicate-address",
            "nodes/b/interfaces/e",
        ),
        (
            "nodes: {a: , b: }\nlinks: ['a:e 10.0.0.0/24 -- b:e']",
            "unusable-address",
            "nodes/a/interfaces/e",
        ),
        (
            "nodes: {a: , b: }\nlinks: ['a:e 224.0.0.1/24 -- b:e']",
            "unusable-address",
            "nodes/a/interfaces/e",
        ),
        (
            "nodes: {a: , b: }\nlinks: ['a:e fe80::1/64 -- b:e']",
            "unusable-address",
            "nodes/a/interfaces/e",
        ),
        (
            (
                "nodes: {a: {routes: [{destination: default, gateway: 10.9.9.9}]}, b: }\n"
                "links: ['a:e 10.0.0.1/24 -- b:e']"
            ),
            "gateway-out-of-reach",
            "nodes/a/routes/0",
        ),
        (
            (
                "nodes: {a: {routes: [{destination: default, gateway: 10.0.0.1}]}, b: }\n"
                "links: ['a:e 10.0.0.1/24 -- b:e']"
            ),
            "gateway-is-self",
            "nodes/a/routes/0",
        ),
        (
            (
                "nodes: {a: {routes: [{destination: default, interface: e9}]}, b: }\n"
                "links: ['a:e -- b:e']"
            ),
            "route-over-nothing",
            "nodes/a/routes/0",
        ),
        (
            (
                "nodes: {a: {routes: [{destination: default, interface: e},"
                " {destination: default, interface: e}]}, b: }\nlinks: ['a:e -- b:e']"
            ),
            "duplicate-route",
            "nodes/a/routes/1",
        ),
        ("nodes: {a: }\nexpect: [{from: x, to: a}]", "expectation-from-nobody", "expect/0"),
        ("nodes: {a: }\nexpect: [{from: a, to: x}]", "expectation-to-nobody", "expect/0"),
        ("nodes: {a: }\nexpect: [{from: a, to: 'a:e'}]", "expectation-to-nothing", "expect/0"),
        (
            "nodes: {a: , s: switch}\nexpect: [{from: a, to: s}]",
            "expectation-of-switch",
            "expect/0",
        ),
        (
            "nodes: {s: switch, t: switch}\nlinks: ['s:p1 -- t:p1', 's:p2 -- t:p2']",
            "switch-loop",
            "links/1",
        ),
        (
            (
                "addressing: {ipv4: 10.0.0.0/30}\nnodes: {a: , b: , c: , s: switch}\n"
                "links: ['a:e -- s:p1', 'b:e -- s:p2', 'c:e -- s:p3']"
            ),
            "pool-is-empty",
            "nodes/a/interfaces/e",
        ),
    ],
)
def test_every_mistake_is_found_at_its_element(drawing: str, code: str, element: str) -> None:
    """Each rule marks the element that breaks it."""
    assert (code, element) in codes(drawing)


def test_all_mistakes_come_at_once() -> None:
    """Values that are wrong in themselves do not hide what is wrong with the whole."""
    found = codes(
        "nodes:\n"
        "  a: {kindd: host}\n"
        "  b: {interfaces: {e: {addresses: [10.0.0.1]}}}\n"
        "links: ['a:e -- nowhere:e']\n"
        "expect: [{from: a, to: b, probe: knock}]\n"
    )
    assert {("unknown-key", "nodes/a"), ("invalid-value", "expect/0")} <= set(found)
    assert ("invalid-value", "nodes/b/interfaces/e") in found
    assert ("loose-end", "links/0") in found


def test_every_problem_has_its_line() -> None:
    """A problem points at the line of its element, counted from 1."""
    problems = read_text("nodes:\n  a:\n  b:\nlinks:\n  - {ends: [a:e, c:e]}\n").problems
    assert [(one.code, one.line) for one in problems] == [("loose-end", 5)]


def test_loop_with_spanning_tree_is_allowed() -> None:
    """A loop in which a switch runs the spanning tree protocol is no mistake."""
    drawing = "nodes: {s: {kind: switch, stp: true}, t: {kind: switch, stp: true}}\n"
    assert codes(drawing + "links: ['s:p1 -- t:p1', 's:p2 -- t:p2']") == []


def test_too_many_ports_are_refused_before_the_kernel_does() -> None:
    """A Linux bridge has at most 1023 ports."""
    nodes = "nodes: {s: switch, " + ", ".join(f"h{i}: " for i in range(1024)) + "}\n"
    links = "links: [" + ", ".join(f"'h{i}:e -- s:p{i}'" for i in range(1024)) + "]"
    assert ("too-many-ports", "nodes/s") in codes(nodes + links)


def test_a_bridge_with_an_address_may_be_expected() -> None:
    """No link ends at it, and yet it is an interface that answers."""
    text = """
    nodes:
      a: host
      br: {kind: switch, interfaces: {br: {addresses: [10.0.0.1/24]}}}
    links: ['a:e 10.0.0.2/24 -- br:p']
    expect: [{from: a, to: 'br:br'}]
    """
    assert read_text(text).problems == ()
