"""Cutting and mending a cable of a lab that runs; whatever happens, it ends as it is drawn."""

import time
from collections.abc import Callable
from dataclasses import replace

from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.document import read_text
from designer.topology.flap import Flap
from designer.topology.link import Link
from designer.topology.sentence import say
from designer.topology.topology import Topology
from designer.topology.values import End
from workers import engine
from workers.engine import Wish
from workers.errors import NoSuchCable
from workers.link import find_cable, with_link
from workers.sandbox.host import here

TICK_S = 0.02

Told = Callable[[int, str], None]
"""Hears how many of the steps are done, each time with the last one in words."""


def flap_cable(  # noqa: PLR0913 - all but three have a default
    lab: str,
    end: End,
    flap: Flap,
    *,
    told: Told = lambda _, __: None,
    cancelled: Callable[[], bool] = lambda: False,
    patience_s: float = engine.PATIENCE_S,
) -> Link:
    """Flap the cable at an interface, and return it; one that is killed is mended by an apply."""
    with engine.lab_lock(lab, patience_s=patience_s):
        document = engine.settled_document(lab)
        topology = read_text(document).topology or Topology()
        number = _find_whole_cable(topology, end)
        _flap(_Cable(lab, document, topology, number), flap, told, cancelled)
        return topology.links[number]


def _find_whole_cable(topology: Topology, end: End) -> int:
    number = find_cable(topology, end)
    if topology.links[number].cut:
        raise NoSuchCable(
            say("the cable at {end} is cut: mend it in the drawing, and apply", end=end)
        )
    return number


class _Cable:
    """A cable of a lab whose lock is held, and what the lab is with and without it."""

    def __init__(self, lab: str, document: str, topology: Topology, number: int) -> None:
        host_namespace = here().allows_host_namespace
        self._lab = lab
        link = topology.links[number]
        self.name = " -- ".join(map(str, link.ends))
        without = with_link(topology, number, link.model_copy(update={"cut": True}))
        self._whole = lower(topology, host_namespace=host_namespace)
        self._cut = lower(without, host_namespace=host_namespace)
        self._wish = Wish(self._whole, title=topology.name, document=document)
        self.is_cut = False

    def cut(self) -> None:
        """Cut it; until it is mended, the lab counts as one whose apply has not ended."""
        self.is_cut = True
        self._change(replace(self._wish, desired=self._cut, phase="applying"), self._whole)

    def mend(self) -> None:
        """Make the lab what is drawn."""
        self._change(self._wish, self._cut)
        self.is_cut = False

    def _change(self, wish: Wish, last: HostState) -> None:
        engine.change(self._lab, wish, last)


def _flap(cable: _Cable, flap: Flap, told: Told, cancelled: Callable[[], bool]) -> None:
    try:
        for number in range(flap.times):
            cable.cut()
            told(2 * number + 1, say("cut {name}", name=cable.name))
            _wait(flap.down_ms, cancelled)
            cable.mend()
            told(2 * number + 2, say("mend {name}", name=cable.name))
            if cancelled():
                return
            if number + 1 < flap.times:
                _wait(flap.up_ms, cancelled)
    finally:
        if cable.is_cut:
            cable.mend()


def _wait(milliseconds: int, cancelled: Callable[[], bool]) -> None:
    deadline = time.monotonic() + milliseconds / 1000
    while not cancelled() and (left_s := deadline - time.monotonic()) > 0:
        time.sleep(min(left_s, TICK_S))
