"""What the host on which labs run can do, as far as its worker has said."""

from contextlib import suppress

from designer import streams
from designer.errors import TopologyHasProblems, Unavailable
from designer.state.needs import lacking
from designer.topology.problem import Problem, Severity
from designer.topology.topology import Topology


def host_problems(topology: Topology, severity: Severity = "warning") -> tuple[Problem, ...]:
    """Return a problem for each element that the host cannot make; none while it is not known."""
    with suppress(Unavailable):  # drawing goes on without Redis
        able = streams.host_capabilities()
        if able is not None:
            return lacking(topology, able, severity)
    return ()


def require_able_host(topology: Topology) -> None:
    """Refuse a drawing that the host cannot run; its worker asks the kernel once more."""
    if problems := host_problems(topology, "error"):
        raise TopologyHasProblems(problems[0].message, problems)
