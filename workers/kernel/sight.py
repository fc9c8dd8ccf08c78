"""What is looked at of a lab: all of it, or a part beside which the rest is taken as known."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from designer.state.host_state import HostState
from designer.state.interface import InterfaceId
from workers.kernel.lab_observation import observe, observe_part
from workers.kernel.observe import Observation
from workers.kernel.sockets import Sockets
from workers.sandbox.lab import Lab


class Sight(Protocol):
    """Looks at a lab as often as it is asked to."""

    def look(self) -> Observation:
        """Return what is there now."""

    def widen(self, names: Collection[str]) -> bool:
        """Take namespaces in that are to be looked at as well; tell whether any is new."""


class WholeLab:
    """Looks at everything."""

    def __init__(self, lab: Lab, sockets: Sockets) -> None:
        self._lab = lab
        self._sockets = sockets

    def look(self) -> Observation:
        """Return what is there now."""
        return observe(self._lab, self._sockets)

    def widen(self, names: Collection[str]) -> bool:
        """There is nothing beyond it."""
        del names
        return False


class PartOfLab:
    """Looks at some namespaces; in all others, `known` is what was seen there last.

    `states` tell where the other ends of cables are expected. With `trusting`, a cable out of the
    part about which all states agree is followed no further: its other end is as known as the rest.
    """

    def __init__(  # noqa: PLR0913 - two have a default
        self,
        lab: Lab,
        sockets: Sockets,
        known: HostState,
        states: Sequence[HostState],
        *,
        trusting: bool = False,
        closely: Collection[str] = (),
    ) -> None:
        """Trust no cable of the namespaces that are to be looked at `closely`."""
        self._lab = lab
        self._sockets = sockets
        self._known = known
        self._states = states
        self._trusting = trusting
        self._closely = closely
        self.names: set[str] = set()
        self._followed: dict[InterfaceId, InterfaceId] = {}
        self._trusted: dict[InterfaceId, InterfaceId] = {}

    def widen(self, names: Collection[str]) -> bool:
        """Take namespaces in, and open them and those that their cables lead to."""
        new = set(names) - self.names
        if new:
            self.names |= new
            self._sort_cables()
            self._lab.open(new | {there.namespace for there in self._followed.values()})
        return bool(new)

    def _sort_cables(self) -> None:
        self._followed, self._trusted = {}, {}
        for end, there in self._cables():
            if self._is_trusted(end):
                self._trusted[end] = there
            else:
                self._followed[end] = there

    def _is_trusted(self, end: InterfaceId) -> bool:
        if not self._trusting or end.namespace in self._closely:
            return False
        first, *others = (state.interface(end) for state in self._states)
        return all(one == first for one in others)

    def look(self) -> Observation:
        """Return what is there now, in the part and as known in the rest."""
        seen = observe_part(self._lab, self._sockets, self.names, self._followed, self._trusted)
        rest = {n: one for n, one in self._known.namespaces.items() if n not in self.names}
        state = HostState({**rest, **seen.state.namespaces})
        highest = max(seen.highest_index, self._lab.manifest.highest_index)
        return replace(seen, state=state, highest_index=highest)

    def _cables(self) -> Iterator[tuple[InterfaceId, InterfaceId]]:
        """Yield the ends in the part whose other ends are expected out of it."""
        for state in self._states:
            for name in self.names & state.namespaces.keys():
                for one in state.namespaces[name].interfaces.values():
                    if one.peer is not None and one.peer.namespace not in self.names:
                        yield InterfaceId(name, one.name), one.peer
