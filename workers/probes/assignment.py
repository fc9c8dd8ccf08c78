"""What one engine is asked to find out in one go."""

import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from designer.topology.outcome import Outcome
from workers.probes.endpoints import Source, Target
from workers.probes.scoreboard import Row, Scoreboard
from workers.probes.silence import EXPLAINABLE, causes_of_silence

SocketAddress = tuple[str, int]

FAMILIES = {4: socket.AF_INET, 6: socket.AF_INET6}


@dataclass(frozen=True, slots=True)
class Line:
    """One source and its targets of one address family: what one socket can ask.

    `causes` holds the targets to which the source itself explains a silence: these get their two
    attempts, but nobody waits for them.
    """

    namespace_fd: int
    family: socket.AddressFamily
    targets: Sequence[int]
    causes: Mapping[int, Outcome]
    row: Row

    def settle_unreached(self, target: int, outcome: Outcome) -> bool:
        """Settle a cell as Row does, but say what the source's own fault is, where it is that."""
        explained = self.causes.get(target, outcome) if outcome in EXPLAINABLE else outcome
        return self.row.settle(target, explained)


@dataclass(frozen=True, slots=True)
class Assignment:
    """One probe from some sources to some targets, all numbered as in the whole matrix.

    `asked` holds for each source, in order, the targets it asks. `port` is 0 for ping; `listen`
    has somebody answer on it in the targets' namespaces where nobody does.
    """

    sources: Sequence[Source]
    targets: Sequence[Target]
    asked: Mapping[int, Sequence[int]]
    probe: int
    port: int
    listen: bool
    timeout_s: float
    board: Scoreboard

    def lines(self) -> list[Line]:
        """Return the assignment cut into what one socket can ask."""
        versions = [target.address.version for target in self.targets]
        return [
            self._line(source, version, mine)
            for source, targets in self.asked.items()
            for version in set(versions)
            if (mine := [target for target in targets if versions[target] == version])
        ]

    def asked_targets(self) -> list[Target]:
        """Return each target once that anybody asks."""
        return [self.targets[target] for target in sorted(set().union(*self.asked.values()))]

    def socket_addresses(self) -> list[SocketAddress]:
        """Return every target's address as a socket takes it."""
        return [(str(target.address), self.port) for target in self.targets]

    def _line(self, source: int, version: int, targets: list[int]) -> Line:
        who = self.sources[source]
        return Line(
            namespace_fd=who.namespace_fd,
            family=FAMILIES[version],
            targets=targets,
            causes=causes_of_silence(who, version, {t: self.targets[t] for t in targets}),
            row=Row(self.board, self.probe, source),
        )
