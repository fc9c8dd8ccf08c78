"""Links as they are found, as words of the drawing."""

from designer.state.host_state import HostState
from designer.state.impairment import OtherQdisc, lift_impairment, lower_impairment
from designer.state.interface import Interface, InterfaceId
from designer.topology.impairment import Impairment
from designer.topology.link import Link


def lift_links(links: tuple[Link, ...], observed: HostState) -> tuple[Link, ...]:
    """Return the links with what is found of them: mended, and what they do to packets."""
    return tuple(_lifted(link, observed) for link in links)


def _lifted(link: Link, observed: HostState) -> Link:
    ends = [observed.interface(InterfaceId(*end)) for end in link.ends]
    found = [end for end in ends if end is not None]
    if len(found) < len(ends):
        return link
    changes: dict[str, object] = {}
    if link.cut and any(end.up for end in found):
        changes["cut"] = False
    drawn = dict(link.ways())
    before = [drawn.get(end) for end in link.ends]
    there, back = (_impairment(*one) for one in zip(before, found, strict=True))
    if [there, back] != before:
        changes["impairment"] = there
        changes["impairment_back"] = None if back == there else back or Impairment()
    return link.model_copy(update=changes) if changes else link


def _impairment(drawn: Impairment | None, found: Interface) -> Impairment | None:
    """Return what is found of one way; what no drawing can say stays a difference."""
    wanted = lower_impairment(drawn) if drawn else None
    if found.egress == wanted or isinstance(found.egress, OtherQdisc):
        return drawn
    if found.egress is None:
        return None
    return lift_impairment(found.egress) or drawn
