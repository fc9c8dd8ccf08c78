"""Requests about impairments."""

from dataclasses import dataclass

from designer.state.impairment import Netem
from designer.topology.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class SetImpairment:
    """Set all that an interface does to the packets it sends.

    `before` is what it did so far: of what is left unsaid the kernel keeps some (tc_netem_qopt is
    replaced as a whole, attributes are not: net/sched/sch_netem.c, netem_change).
    """

    namespace: str
    interface: str
    netem: Netem
    before: Netem | None

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "impair {namespace}:{interface}: {netem}",
            namespace=self.namespace,
            interface=self.interface,
            netem=self.netem,
        )


@dataclass(frozen=True, slots=True)
class DeleteImpairment:
    """Have an interface send packets at once and as they are."""

    namespace: str
    interface: str

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "end the impairment of {namespace}:{interface}",
            namespace=self.namespace,
            interface=self.interface,
        )
