"""Labs on this host, by whatever a person calls them."""

from pathlib import Path

from designer.cli.documents import lab_of_file
from designer.cli.errors import BadInput
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.document import read_text
from designer.topology.topology import Topology
from workers import engine
from workers.engine import LabSummary
from workers.sandbox.host import enter, here
from workers.sandbox.run_dir import usual_run_dir, wants_host_namespace

KEY_SHOWN = 8
"""So much of a key tells labs apart, and as much will do to name one."""


def enter_host() -> None:
    """Go where labs are; files of this user are to be opened before."""
    enter(usual_run_dir(), host_namespace=wants_host_namespace())


def desired_state(topology: Topology) -> HostState:
    """Return what a drawing asks for on this host."""
    return lower(topology, host_namespace=here().allows_host_namespace)


def moved_nodes(topology: Topology) -> list[str]:
    """Return the nodes drawn in the host's namespace that get one of their own here."""
    if here().allows_host_namespace:
        return []
    return [name for name, node in topology.nodes.items() if node.at == "host-namespace"]


class Named:
    """What a person calls a lab: its name, its key or the beginning of it, or its file.

    To be made before the host is entered, for from then on the file may be out of reach.
    """

    def __init__(self, word: str) -> None:
        self.word = word
        self._key_of_file = lab_of_file(word) if Path(word).is_file() else None

    def find(self) -> LabSummary:
        """Return the one lab that is meant; raises BadInput where there is none, or several."""
        found = [one for one in engine.list_labs() if self._means(one)]
        if len(found) == 1:
            return found[0]
        if not found:
            message = f"{self.word}: no lab of that name on this host: see vethwork status"
            raise BadInput([message])
        keys = ", ".join(one.key[:KEY_SHOWN] for one in found)
        raise BadInput([f"{self.word}: {len(found)} labs are called so: name one by key: {keys}"])

    def _means(self, lab: LabSummary) -> bool:
        begins = len(self.word) >= KEY_SHOWN and lab.key.startswith(self.word)
        return self.word == lab.title or begins or lab.key == self._key_of_file


def topology_of(lab: LabSummary) -> Topology | None:
    """Return the drawing that was applied last, or None where none was to the end."""
    return read_text(engine.lab_document(lab.key)).topology
