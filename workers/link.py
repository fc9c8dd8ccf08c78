"""Changing a link of a lab that runs."""

from collections.abc import Callable

from designer.state.lower import lower
from designer.topology.document import read_text
from designer.topology.link import Link
from designer.topology.sentence import say
from designer.topology.topology import Topology
from designer.topology.values import End
from workers import engine
from workers.engine import Wish
from workers.errors import NoSuchCable
from workers.sandbox.host import here


def find_cable(topology: Topology, end: End) -> int:
    """Return the index of the link at an interface."""
    for number, link in enumerate(topology.links):
        if end in link.ends:
            return number
    raise NoSuchCable(
        say("no cable ends at {end} in the lab as it runs: apply it, or name another", end=end)
    )


def with_link(topology: Topology, number: int, link: Link) -> Topology:
    """Return the drawing with another link in a place."""
    links = (*topology.links[:number], link, *topology.links[number + 1 :])
    return topology.model_copy(update={"links": links})


def change_link(
    lab: str, end: End, edit: Callable[[Link], Link], require_sound: Callable[[Topology], None]
) -> Link:
    """Change a link of the lab as it runs, and return it; the lab then runs by the changed drawing.

    Whoever applies the lab's own file or drawing again has that.
    """
    with engine.lab_lock(lab):
        before = read_text(engine.settled_document(lab)).topology or Topology()
        number = find_cable(before, end)
        after = with_link(before, number, edit(before.links[number]))
        require_sound(after)
        host_namespace = here().allows_host_namespace
        states = [lower(one, host_namespace=host_namespace) for one in (before, after)]
        wish = Wish(states[1], title=after.name, document=after.to_json())
        engine.change(lab, wish, states[0])
        return after.links[number]
