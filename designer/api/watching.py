"""A lab as it runs now: its traffic, a node's tables, the way of packets. Nothing is changed."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import IPvAnyAddress

from designer.api.auth import user_of
from designer.errors import InvalidRequest
from designer.services import labs, watcher
from designer.topology.expectation import parse_probe
from designer.topology.sentence import say, spoken
from designer.topology.values import NodeName
from designer.watching import LinkRates, NodeSeen, PathTraced

router = Router(tags=["watching"])
PROBE_PATTERN = "^(ping|(tcp|udp)/[0-9]{1,5})$"


@router.get("/labs/{lab_id}/rates", response=list[LinkRates])
def list_rates(request: HttpRequest, lab_id: UUID) -> list[LinkRates]:
    """Read what was told last of a lab's traffic; follow it at /ws/labs/{id}/rates.

    It is told only while somebody follows it, so that nobody pays for what nobody sees.
    """
    return watcher.read_rates(labs.find_lab(user_of(request), lab_id))


@router.get("/labs/{lab_id}/nodes/{node}/observed", response=NodeSeen)
def observe_node(request: HttpRequest, lab_id: UUID, node: NodeName) -> NodeSeen:
    """Read what the kernel has of a node now, and what is not as drawn."""
    return watcher.look_at_node(labs.find_lab(user_of(request), lab_id), node)


@router.get("/labs/{lab_id}/path", response=PathTraced)
def trace_path(
    request: HttpRequest,
    lab_id: UUID,
    source: Annotated[NodeName, Query()],
    target: Annotated[IPvAnyAddress, Query()],
    probe: Annotated[str, Query(pattern=PROBE_PATTERN)] = "ping",
) -> PathTraced:
    """Read which way packets take from a node to an address, and where and why they stop."""
    lab = labs.find_lab(user_of(request), lab_id)
    try:
        asked = parse_probe(probe)
    except ValueError as error:
        raise InvalidRequest(say("{where}: {fault}", where="probe", fault=spoken(error))) from None
    return watcher.trace_path(lab, source, target, asked)
