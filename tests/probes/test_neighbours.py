"""Which neighbours are seeded, and what happens when they are not."""

from dataclasses import replace
from ipaddress import ip_address, ip_interface

import pytest

from workers.probes.endpoints import Source, SourceInterface, Target
from workers.probes.matrix import run_matrix
from workers.probes.neighbours import (
    Neighbour,
    NeighbourTableTooSmall,
    check_room,
    neighbours_of,
)

MAC = "02:00:00:00:00:0"


def source(number: int, *addresses: str, up: bool = True) -> Source:
    """Make a node h<number> with one interface; its number is its descriptor too."""
    interface = SourceInterface(2, up=up, addresses=tuple(map(ip_interface, addresses)))
    loopback = SourceInterface(1, up=True, addresses=(ip_interface("10.0.0.99/8"),), loopback=True)
    return Source(f"h{number}", number, (loopback, interface))


def target(number: int, address: str, mac: str = "") -> Target:
    """Make an address of h<number>."""
    return Target(f"h{number}", "eth0", ip_address(address), number, mac or f"{MAC}{number}")


def test_neighbours_are_the_others_of_the_same_segment() -> None:
    """Neither the node itself, nor who is in another network or speaks another family."""
    sources = [source(1, "10.0.0.1/24", "fd00::1/64"), source(2, "10.0.0.2/24")]
    targets = [target(1, "10.0.0.1"), target(2, "10.0.0.2"), target(3, "10.0.1.3")]
    targets.append(target(4, "fd00::4"))
    assert set(neighbours_of(sources, targets)) == {
        Neighbour(1, 2, ip_address("10.0.0.2"), f"{MAC}2"),
        Neighbour(1, 2, ip_address("fd00::4"), f"{MAC}4"),
        Neighbour(2, 2, ip_address("10.0.0.1"), f"{MAC}1"),
    }


def test_who_is_in_another_vlan_is_no_neighbour() -> None:
    """The same network does not help there; only very many are seeded all the same."""

    def seeded(strangers: int) -> int:
        vlans = [replace(target(2, f"10.0.{n}.2"), wire=n) for n in range(1, strangers + 2)]
        near = SourceInterface(2, up=True, addresses=(ip_interface("10.0.0.1/16"),), wire=1)
        return len(neighbours_of([Source("near", 1, (near,))], vlans))

    assert (seeded(5), seeded(100), seeded(101)) == (1, 1, 102)


def test_an_interface_that_is_down_has_no_neighbours() -> None:
    """The kernel would refuse them, and nobody would speak to them."""
    assert neighbours_of([source(1, "10.0.0.1/24", up=False)], [target(2, "10.0.0.2")]) == []


def test_a_source_of_which_nothing_is_known_has_no_neighbours() -> None:
    """What is on its links cannot be told."""
    assert neighbours_of([Source("h1", 1)], [target(2, "10.0.0.2")]) == []


def test_an_address_that_two_claim_is_left_to_the_network() -> None:
    """Which of the two answers is what the matrix is to find out."""
    targets = [target(2, "10.0.0.2"), target(3, "10.0.0.2"), target(4, "10.0.0.4")]
    found = neighbours_of([source(1, "10.0.0.1/24")], targets)
    assert [neighbour.address for neighbour in found] == [ip_address("10.0.0.4")]


def test_an_address_without_a_mac_is_left_to_the_network() -> None:
    """There is nothing to seed it with."""
    other = Target("h2", "eth0", ip_address("10.0.0.2"), 2)
    assert neighbours_of([source(1, "10.0.0.1/24")], [other]) == []


def test_neighbours_come_namespace_by_namespace() -> None:
    """So that the kernel's side can send one batch to each."""
    sources = [source(n, f"10.0.0.{n}/24") for n in range(1, 6)]
    targets = [target(n, f"10.0.0.{n}") for n in range(1, 6)]
    fds = [neighbour.namespace_fd for neighbour in neighbours_of(sources, targets)]
    assert fds == sorted(fds)
    assert len(fds) == 20


def test_a_table_that_is_too_small_is_refused_with_what_to_do() -> None:
    """Ten hosts on a segment need ninety entries."""
    sources = [source(n, f"10.0.0.{n}/24") for n in range(1, 11)]
    targets = [target(n, f"10.0.0.{n}") for n in range(1, 11)]
    check_room(sources, targets, limit=90)
    with pytest.raises(NeighbourTableTooSmall, match=r"90 neighbour entries.*gc_thresh3"):
        check_room(sources, targets, limit=89)


def test_those_who_only_answer_need_neighbours_too() -> None:
    """One asks nine: nine entries to ask, and one each to answer."""
    targets = [target(n, f"10.0.0.{n}") for n in range(1, 11)]
    with pytest.raises(NeighbourTableTooSmall) as refusal:
        check_room([source(1, "10.0.0.1/24")], targets, limit=0)
    assert refusal.value.needed == 18


def test_a_matrix_that_would_lose_packets_does_not_begin() -> None:
    """It is refused before any namespace is entered: these descriptors lead nowhere."""
    sources = [source(-n, f"10.0.0.{n}/24") for n in range(1, 4)]
    targets = [target(-n, f"10.0.0.{n}") for n in range(1, 4)]
    with pytest.raises(NeighbourTableTooSmall):
        run_matrix(sources, targets, [], lambda _: None, neighbour_limit=5)
