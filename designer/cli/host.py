"""What a drawing needs of this host, said before anything is done."""

from designer.cli.documents import Drawing, lines
from designer.cli.errors import Refusal
from designer.topology.document import with_lines
from designer.topology.problem import Problem, Severity
from designer.topology.topology import Topology
from workers.capabilities import lacking_here
from workers.errors import HostRefused


def require_able_host(drawing: Drawing, topology: Topology) -> None:
    """Refuse a drawing that this host cannot run; each element is named with its line."""
    if found := lacking(drawing, topology):
        raise Refusal(lines(drawing, found))


def lacking(
    drawing: Drawing, topology: Topology, severity: Severity = "error"
) -> tuple[Problem, ...]:
    """Return what this host cannot run; where this user may not make labs, nothing is known."""
    try:
        return with_lines(drawing.text, lacking_here(topology, severity))
    except HostRefused:
        return ()
