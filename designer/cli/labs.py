"""Labs on this host, by whatever a person calls them."""

from designer.cli.documents import is_file, lab_of_file
from designer.cli.errors import BadInput
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.document import read_text
from designer.topology.topology import Topology
from workers import engine
from workers.engine import LabSummary
from workers.sandbox.holder import find_holder
from workers.sandbox.host import enter, here
from workers.sandbox.run_dir import RunDir, usual_run_dir, wants_host_namespace

KEY_SHOWN = 8
"""So much of a key tells labs apart, and as much will do to name one."""


def enter_host() -> None:
    """Go where labs are; files of this user are to be opened before."""
    enter(usual_run_dir(), host_namespace=wants_host_namespace())


def enter_host_if_labs_run() -> bool:
    """Go there and tell so; to ask where nothing runs takes no right and starts nothing."""
    if find_holder(RunDir(usual_run_dir())) is None:
        return False
    enter_host()
    return True


def missing_state(topology: Topology) -> HostState:
    """Return what a drawing asks for on this host where no lab runs yet."""
    return lower(topology, host_namespace=wants_host_namespace())


def desired_state(topology: Topology) -> HostState:
    """Return what a drawing asks for on this host."""
    return lower(topology, host_namespace=here().allows_host_namespace)


def moved_nodes(topology: Topology) -> list[str]:
    """Return the nodes drawn in the host's namespace that get one of their own here."""
    if here().allows_host_namespace:
        return []
    return [name for name, node in topology.nodes.items() if node.at == "host-namespace"]


def labs_here() -> tuple[LabSummary, ...]:
    """Return the labs on this host."""
    return engine.list_labs() if enter_host_if_labs_run() else ()


def find_lab(word: str) -> LabSummary:
    """Return the lab that a person means by its name, its key or the beginning, or its file.

    Raises BadInput where there is none, or several.
    """
    file_key = lab_of_file(word) if is_file(word) else None  # before the host is entered
    found = [one for one in labs_here() if _means(word, one) or one.key == file_key]
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadInput([f"{word}: no lab of that name on this host: see vethwork status"])
    keys = ", ".join(one.key[:KEY_SHOWN] for one in found)
    raise BadInput([f"{word}: {len(found)} labs are called so: name one by key: {keys}"])


def _means(word: str, lab: LabSummary) -> bool:
    return word == lab.title or (len(word) >= KEY_SHOWN and lab.key.startswith(word))


def topology_of(lab: LabSummary) -> Topology | None:
    """Return the drawing that was applied last, or None where none was to the end."""
    return read_text(engine.lab_document(lab.key)).topology
