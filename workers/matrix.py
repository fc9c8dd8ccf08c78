"""The matrix of a lab that runs: its drawing says who is asked, the kernel says from where."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from designer.state.axes import Axes, MatrixSource, MatrixTarget, matrix_axes
from designer.state.host_state import HostState
from designer.state.interface import Interface, InterfaceId
from designer.state.lower import lower
from designer.state.wire import domains
from designer.topology.expectation import Probe
from designer.topology.sentence import say
from designer.topology.topology import Topology
from workers.engine import namespace_fds, observe_lab
from workers.errors import NoSuchLab
from workers.kernel.neighbours import KernelSeeder
from workers.kernel.observe import Observation
from workers.probes.endpoints import Source, SourceInterface, Target
from workers.probes.matrix import PublishCells, run_matrix
from workers.probes.scoreboard import MatrixResult
from workers.sandbox.host import here

NOBODYS = -1
"""Stands for the namespace of an address that the lab does not have."""


@dataclass(frozen=True, slots=True)
class MatrixOrder:
    """What is asked; without probes those of the expectations and ping, without nodes all."""

    probes: Collection[Probe] = ()
    nodes: Collection[str] | None = None
    seed_neighbours: bool = True
    timeout_ms: int = 1000


@dataclass(frozen=True, slots=True)
class LabMatrix:
    """What came back, on which axes, and what the kernel had at that time."""

    axes: Axes
    result: MatrixResult
    observed: HostState


def probe_lab(  # noqa: PLR0913 - whom to ask what, and whom to tell
    lab: str,
    topology: Topology,
    order: MatrixOrder,
    *,
    begun: Callable[[Axes], None] = lambda _: None,
    publish_cells: PublishCells = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> LabMatrix:
    """Ask everybody about everybody; `begun` hears the axes before the first cells come."""
    host = here()
    desired = lower(topology, host_namespace=host.allows_host_namespace)
    observation = observe_lab(lab)
    axes = matrix_axes(topology, desired, order.probes, order.nodes, observation.passing)
    with lent_ends(lab, axes, observation) as ends:
        begun(axes)
        result = run_matrix(
            ends.sources,
            ends.targets,
            axes.probes,
            publish_cells,
            timeout_ms=order.timeout_ms,
            seeder=KernelSeeder() if order.seed_neighbours else None,
            neighbour_limit=host.gc_thresh3 or None,
            cancelled=cancelled,
        )
    return LabMatrix(axes, result, ends.observed)


@dataclass(frozen=True, slots=True)
class Ends:
    """Who asks and who is asked, for the engine of probes, and what they were made of."""

    sources: Sequence[Source]
    targets: Sequence[Target]
    observed: HostState


@contextmanager
def lent_ends(lab: str, axes: Axes, observation: Observation) -> Iterator[Ends]:
    """Lend the ends of a lab that runs; their namespaces are open for the length of the block."""
    with namespace_fds(lab) as handles:
        ends = _Ends(observation, handles)
        sources = [ends.source(one) for one in axes.sources]
        targets = [ends.target(one) for one in axes.targets]
        yield Ends(sources, targets, observation.at_this_moment())


def _has_vlans(state: HostState) -> bool:
    """Tell whether any bridge keeps VLANs apart, or any VRF networks: else networks are wires."""
    return any(
        interface.filtering is not None or interface.kind == "vrf"
        for namespace in state.namespaces.values()
        for interface in namespace.interfaces.values()
    )


class _Ends:
    """Sources and targets as the engine of probes takes them."""

    def __init__(self, observation: Observation, handles: Mapping[str, int]) -> None:
        self._observation = observation
        self._state = observation.at_this_moment()
        self._handles = handles
        self._wires = domains(self._state) if _has_vlans(self._state) else {}

    def source(self, source: MatrixSource) -> Source:
        namespace = self._state.namespaces.get(source.namespace)
        if namespace is None:
            raise NoSuchLab(
                say("{node} is not on this host: apply the lab first", node=source.node)
            )
        interfaces = [self._interface(source.namespace, i) for i in namespace.interfaces.values()]
        return Source(source.node, self._handles[source.namespace], tuple(interfaces))

    def _interface(self, namespace: str, interface: Interface) -> SourceInterface:
        return SourceInterface(
            index=self._observation.indexes[InterfaceId(namespace, interface.name)],
            up=interface.up,
            addresses=tuple(interface.addresses),
            loopback=interface.kind == "loopback",
            wire=self._wires.get(InterfaceId(namespace, interface.name), 0),
        )

    def target(self, target: MatrixTarget) -> Target:
        place = InterfaceId(target.namespace, target.interface)
        interface = self._state.interface(place)
        return Target(
            node=target.node,
            interface=target.interface,
            address=target.address,
            namespace_fd=self._handles.get(target.namespace, NOBODYS),
            mac=interface.mac if interface else "",
            wire=self._wires.get(place, 0),
        )
