"""Automatic addresses: a scheme that a person can predict."""

from designer.topology.addressing import assign_addresses
from designer.topology.document import read_text


def addresses(text: str) -> dict[str, list[str]]:
    """Return the addresses of a drawing as text, by end."""
    topology = read_text(text).topology
    assert topology is not None
    return {
        str(end): [str(one) for one in those] for end, those in assign_addresses(topology).items()
    }


def test_routers_come_first_then_hosts_in_link_order() -> None:
    """In a segment the gateway is .1, whoever is linked first."""
    assert addresses(
        "nodes: {h1: , h2: , r: router, s: switch}\n"
        "links: ['h2:e -- s:p1', 'h1:e -- s:p2', 'r:e -- s:p3']"
    ) == {"h2:e": ["10.0.1.2/24"], "h1:e": ["10.0.1.3/24"], "r:e": ["10.0.1.1/24"]}


def test_segments_count_in_the_order_of_their_first_link() -> None:
    """Each cable between two nodes with IP is a segment of its own."""
    found = addresses("nodes: {a: , b: , c: }\nlinks: ['a:x -- b:x', 'b:y -- c:y']")
    assert found["a:x"] == ["10.0.1.1/24"]
    assert found["c:y"] == ["10.0.2.2/24"]


def test_segment_keeps_to_the_prefix_somebody_was_given() -> None:
    """Free numbers of the given prefix are taken, whatever the pool is."""
    found = addresses(
        "nodes: {a: , b: , c: , s: switch}\n"
        "links: ['a:e 192.168.7.1/24 -- s:p1', 'b:e -- s:p2', 'c:e -- s:p3']"
    )
    assert (found["b:e"], found["c:e"]) == (["192.168.7.2/24"], ["192.168.7.3/24"])


def test_prefixes_in_use_are_stepped_over() -> None:
    """A prefix that the drawing uses elsewhere is never given out."""
    found = addresses(
        "nodes: {a: , b: , c: , d: }\nlinks: ['a:e -- b:e', 'c:e 10.0.1.7/24 -- d:e']"
    )
    assert found["a:e"] == ["10.0.2.1/24"]
    assert found["d:e"] == ["10.0.1.1/24"]


def test_both_families_where_both_have_a_pool() -> None:
    """With an IPv6 pool the same interface has the same number in both families."""
    found = addresses("addressing: {ipv6: 'fd00::/48'}\nnodes: {a: , b: }\nlinks: ['a:e -- b:e']")
    assert found["b:e"] == ["10.0.1.2/24", "fd00:0:0:1::2/64"]


def test_empty_list_means_none_on_purpose() -> None:
    """`addresses: []` keeps an interface without any."""
    found = addresses("nodes: {a: {interfaces: {e: {addresses: []}}}, b: }\nlinks: ['a:e -- b:e']")
    assert "a:e" not in found
    assert found["b:e"] == ["10.0.1.1/24"]


def test_large_segment_gets_a_wider_prefix() -> None:
    """300 hosts on one switch do not fit into a /24."""
    nodes = "nodes: {s: switch, " + ", ".join(f"h{i}: " for i in range(300)) + "}\n"
    found = addresses(
        nodes + "links: [" + ", ".join(f"'h{i}:e -- s:p{i}'" for i in range(300)) + "]"
    )
    assert found["h299:e"] == ["10.0.3.44/23"]
    assert len({those[0] for those in found.values()}) == 300


def test_links_between_routers_have_networks_of_their_own() -> None:
    """With a prefix length for links they come from the end of the pool, and LANs count alone."""
    found = addresses(
        "addressing: {link: 31}\n"
        "nodes: {h: , r1: router, r2: router, r3: router}\n"
        "links: ['r1:a -- r2:a', 'r2:b -- r3:a', 'r1:lan -- h:eth0']"
    )
    assert (found["r1:a"], found["r2:a"]) == (["10.255.0.0/31"], ["10.255.0.1/31"])
    assert (found["r2:b"], found["r3:a"]) == (["10.255.0.2/31"], ["10.255.0.3/31"])
    assert (found["r1:lan"], found["h:eth0"]) == (["10.0.1.1/24"], ["10.0.1.2/24"])


def test_small_pool_gives_links_its_upper_half() -> None:
    """LANs keep to the lower one."""
    found = addresses(
        "addressing: {ipv4: 192.168.0.0/24, lan: 28, link: 30}\n"
        "nodes: {h: , r1: router, r2: router}\n"
        "links: ['r1:a -- r2:a', 'r1:lan -- h:eth0']"
    )
    assert found["r1:a"] == ["192.168.0.129/30"]
    assert found["r1:lan"] == ["192.168.0.1/28"]


def test_networks_may_be_of_another_size() -> None:
    """A LAN that is too large for it gets a wider one."""
    hosts = ", ".join(f"h{number}: " for number in range(20))
    links = ", ".join(f"'h{number}:e -- s:p{number}'" for number in range(20))
    found = addresses(f"addressing: {{lan: 28}}\nnodes: {{{hosts}, s: switch}}\nlinks: [{links}]")
    assert found["h0:e"][0].endswith("/27")
