"""The axes of a matrix: who asks, and which addresses are asked for."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from types import MappingProxyType

from designer.state.host_state import HostState
from designer.state.namespace import HOST_NAMESPACE
from designer.state.outside import OUTSIDE_INTERFACE, outside_addresses, outside_name
from designer.state.passing import Passing
from designer.topology.addressing import Addresses, assign_addresses
from designer.topology.checks.expectations import has_ip
from designer.topology.expectation import Expectation, Probe
from designer.topology.topology import Topology
from designer.topology.values import Address, End


@dataclass(frozen=True, slots=True)
class MatrixSource:
    """A node that asks, and the namespace it asks from."""

    node: str
    namespace: str


@dataclass(frozen=True, slots=True)
class MatrixTarget:
    """An address that is asked for; node, interface and namespace are empty if it is nobody's."""

    node: str
    interface: str
    address: Address
    namespace: str


@dataclass(frozen=True, slots=True)
class ExpectedCell:
    """The cell that an expectation is about; `expect` is its index in the document."""

    expect: int
    source: int
    target: int
    probe: int


@dataclass(frozen=True, slots=True)
class Axes:
    """Sources, targets and probes; the indexes into them name a cell."""

    sources: tuple[MatrixSource, ...]
    targets: tuple[MatrixTarget, ...]
    probes: tuple[Probe, ...]
    expected: tuple[ExpectedCell, ...]


def matrix_axes(
    topology: Topology,
    desired: HostState,
    probes: Collection[Probe] = (),
    nodes: Collection[str] | None = None,
    passing: Mapping[str, Passing] = MappingProxyType({}),
) -> Axes:
    """Return the matrix of a drawing: every node that has IP against its main address or two.

    A node's main address of each family is its first one. Interfaces and addresses that an
    expectation names are targets too. Without `probes` it is those of the expectations, and ping.
    `nodes` keeps to some of the nodes. `passing` has the addresses that are lent at the moment,
    which are as good as drawn ones.
    """
    book = _Book(topology, desired, passing)
    chosen = [name for name in topology.nodes if nodes is None or name in nodes]
    askers = [name for name in chosen if has_ip(topology, name)]
    expectations = [one for one in topology.expect if one.from_ in askers]
    targets = {one.address: one for name in askers for one in book.main_targets(name)}
    for expectation in expectations:
        for target in book.expected_targets(expectation):
            targets.setdefault(target.address, target)
    asked = tuple(dict.fromkeys(probes or (Probe("ping"), *(one.probe for one in expectations))))
    sources = tuple(MatrixSource(name, book.namespace(name)) for name in askers)
    listed = tuple(targets.values())
    expected = tuple(_expected_cells(topology, book, askers, listed, asked))
    return Axes(sources, listed, asked, expected)


def _expected_cells(
    topology: Topology,
    book: "_Book",
    askers: list[str],
    targets: tuple[MatrixTarget, ...],
    probes: tuple[Probe, ...],
) -> Iterator[ExpectedCell]:
    row = {name: number for number, name in enumerate(askers)}
    column = {target.address: number for number, target in enumerate(targets)}
    layer = {probe: number for number, probe in enumerate(probes)}
    for number, expectation in enumerate(topology.expect):
        source, probe = row.get(expectation.from_), layer.get(expectation.probe)
        if source is None or probe is None:
            continue
        for target in book.expected_targets(expectation):
            if target.address in column:
                yield ExpectedCell(number, source, column[target.address], probe)


def _lent(topology: Topology, passing: Mapping[str, Passing]) -> Addresses:
    """Return the addresses of ends that somebody lent addresses to, the drawn ones first."""
    drawn = assign_addresses(topology)
    return {
        end: (*drawn.get(end, ()), *sorted(those, key=lambda one: (one.version, one.ip)))
        for node, one in passing.items()
        if node in topology.nodes
        for interface, those in one.addresses.items()
        for end in (End(node, interface),)
    }


class _Book:
    """Who has which address, and in which namespace."""

    def __init__(
        self, topology: Topology, desired: HostState, passing: Mapping[str, Passing]
    ) -> None:
        self._topology = topology
        self._desired = desired
        self._assigned: Addresses = {**assign_addresses(topology), **_lent(topology, passing)}
        self._outside = outside_addresses(topology)
        self._interfaces: dict[str, list[str]] = {}
        for end in self._assigned:
            self._interfaces.setdefault(end.node, []).append(end.interface)
        self._owners = {
            address.ip: end for end, addresses in self._assigned.items() for address in addresses
        }

    def namespace(self, node: str) -> str:
        """Return the namespace a node asks from and answers in."""
        if node in self._outside:
            return outside_name(node)
        return node if node in self._desired.namespaces else HOST_NAMESPACE

    def main_targets(self, node: str) -> Iterator[MatrixTarget]:
        """Yield a node's first address of each family."""
        seen: set[int] = set()
        for target in self._targets(node):
            if target.address.version not in seen:
                seen.add(target.address.version)
                yield target

    def _targets(self, node: str) -> Iterator[MatrixTarget]:
        if node in self._outside:
            for address in self._outside[node]:
                yield MatrixTarget(node, OUTSIDE_INTERFACE, address, outside_name(node))
            return
        for interface in self._interfaces.get(node, ()):
            yield from self._interface_targets(End(node, interface))

    def _interface_targets(self, end: End) -> Iterator[MatrixTarget]:
        place = end.node if end.node in self._desired.namespaces else HOST_NAMESPACE
        for address in self._assigned.get(end, ()):
            yield MatrixTarget(end.node, end.interface, address.ip, place)

    def expected_targets(self, expectation: Expectation) -> Iterator[MatrixTarget]:
        """Yield what an expectation asks for: one address, IPv4 first, or all of an interface."""
        node, colon, interface = expectation.to.partition(":")
        if node in self._topology.nodes:
            if colon:
                yield from self._interface_targets(End(node, interface))
            else:
                yield from list(self._targets(node))[:1]
            return
        address = ip_address(expectation.to)
        if (owner := self._owners.get(address)) is not None:
            place = owner.node if owner.node in self._desired.namespaces else HOST_NAMESPACE
            yield MatrixTarget(owner.node, owner.interface, address, place)
        else:
            yield self._foreign(address)

    def _foreign(self, address: Address) -> MatrixTarget:
        for node, addresses in self._outside.items():
            if address in addresses:
                return MatrixTarget(node, OUTSIDE_INTERFACE, address, outside_name(node))
        return MatrixTarget("", "", address, "")
