"""Seeding in a real network: no request is sent, and nothing stays behind."""

from collections.abc import Sequence

import pytest

from designer.topology.outcome import Outcome
from tests.probes.asking import ask_all
from tests.probes.lab import Lab, pair, star
from tests.probes.seeder import RawSeeder

pytestmark = pytest.mark.kernel

COUNT_ARP = "arp operation request counter"


def count_requests(lab: Lab, node: str) -> None:
    """Count the ARP requests that a node hears."""
    rules = ("add table arp t", "add chain arp t c { type filter hook input priority 0; }")
    lab.run(node, "nft", "-f", "-", stdin="\n".join([*rules, f"add rule arp t c {COUNT_ARP}", ""]))


def neighbours(lab: Lab, node: str) -> list[str]:
    """Return the addresses in a node's neighbour table."""
    shown = lab.run(node, "ip", "neigh").stdout
    return sorted(line.split()[0] for line in shown.splitlines())


def test_a_seeded_matrix_asks_nobody_for_a_mac(lab: Lab) -> None:
    """All are reached, no ARP request is heard, and the tables are empty afterwards."""
    names = star(lab, 5)
    for name in names:
        count_requests(lab, name)
    result = ask_all(lab, names, names, "ping", seeder=RawSeeder())
    assert result.counts() == {Outcome.REACHED: 25}
    for name in names:
        assert "packets 0 " in lab.run(name, "nft", "list", "ruleset").stdout
        assert neighbours(lab, name) == []


def test_a_matrix_without_a_seeder_leaves_it_to_the_network(lab: Lab) -> None:
    """Requests are heard, and the tables show what was learnt."""
    names = star(lab, 3)
    count_requests(lab, "h1")
    assert ask_all(lab, names, names, "ping").counts() == {Outcome.REACHED: 9}
    assert "packets 0 " not in lab.run("h1", "nft", "list", "ruleset").stdout
    assert neighbours(lab, "h1") == ["10.0.0.1", "10.0.0.3"]


def test_ipv6_neighbours_are_seeded_as_well(lab: Lab) -> None:
    """With neighbour solicitations forbidden, everybody is reached all the same."""
    pair(lab, 6)
    for name in "ab":
        lab.nft(name, "input icmpv6 type nd-neighbor-solicit drop")
    result = ask_all(lab, "ab", "ab", seeder=RawSeeder())
    assert set(result.counts()) == {Outcome.REACHED}


def test_a_matrix_that_fails_takes_its_neighbours_back(lab: Lab) -> None:
    """An error in the middle leaves no entry behind."""
    names = star(lab, 3)

    def publish(_: Sequence[int]) -> None:
        raise ConnectionError

    seeder = RawSeeder()
    with pytest.raises(ConnectionError):
        ask_all(lab, names, names, "ping", seeder=seeder, publish_cells=publish)
    assert seeder.calls == ["seed", "unseed"]
    assert [neighbours(lab, name) for name in names] == [[], [], []]
