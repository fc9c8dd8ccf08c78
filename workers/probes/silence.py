"""Why a source heard nothing, as far as its own interfaces explain it."""

from collections.abc import Mapping, Sequence

from designer.topology.outcome import Outcome
from workers.probes.endpoints import Address, Source, SourceInterface, Target

EXPLAINABLE = frozenset({Outcome.NO_ROUTE, Outcome.HOST_UNREACHABLE, Outcome.TIMED_OUT})


def causes_of_silence(
    source: Source, version: int, targets: Mapping[int, Target]
) -> dict[int, Outcome]:
    """Return the targets of one family that the source cannot reach by a fault of its own."""
    if source.interfaces is None:
        return {}
    loopback_up = any(interface.up for interface in source.interfaces if interface.loopback)
    speakers = [interface for interface in source.interfaces if _speaks(interface, version)]
    if loopback_up and speakers and all(speaker.up for speaker in speakers):
        return {}
    causes: dict[int, Outcome] = {}
    for number, target in targets.items():
        if target.node == source.name:  # it talks to all of its own addresses over the loopback
            cause = None if loopback_up else Outcome.SOURCE_DOWN
        else:
            cause = _cause(speakers, target.address)
        if cause:
            causes[number] = cause
    return causes


def _cause(speakers: Sequence[SourceInterface], address: Address) -> Outcome | None:
    if not speakers:
        return Outcome.NO_ADDRESS
    towards = [speaker for speaker in speakers if _is_on_link(speaker, address)]
    return None if any(speaker.up for speaker in towards or speakers) else Outcome.SOURCE_DOWN


def _speaks(interface: SourceInterface, version: int) -> bool:
    return not interface.loopback and any(own.version == version for own in interface.addresses)


def _is_on_link(interface: SourceInterface, address: Address) -> bool:
    return any(address in own.network for own in interface.addresses)
