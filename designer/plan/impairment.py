"""Impairments: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import InterfacePair
from designer.plan.operations import DeleteImpairment, SetImpairment
from designer.state.impairment import Netem, OtherQdisc


def set_impairments(
    pairs: Sequence[InterfacePair],
) -> Iterator[SetImpairment | DeleteImpairment]:
    """Yield the interfaces that treat what they send otherwise than drawn.

    What somebody typed goes first: of such a thing the kernel would keep what we do not know.
    """
    for pair in pairs:
        wanted, found = pair.desired.egress, pair.observed.egress
        if wanted == found:
            continue
        if found is not None and (wanted is None or isinstance(found, OtherQdisc)):
            yield DeleteImpairment(pair.namespace, pair.name)
        if isinstance(wanted, Netem):
            before = found if isinstance(found, Netem) else None
            yield SetImpairment(pair.namespace, pair.name, wanted, before)
