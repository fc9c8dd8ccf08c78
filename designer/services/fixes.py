"""Quick fixes of a lab's drawing as it is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address

from django.conf import settings

from designer.errors import InvalidRequest
from designer.models import Lab
from designer.state.repair import Question, repairs
from designer.topology.expectation import parse_probe
from designer.topology.fixes import Fix, Fixes
from designer.topology.sentence import spoken
from designer.topology.topology import Topology


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done about one problem."""

    code: str
    element: str
    message: str
    fixes: tuple[Fix, ...]


def offer_fixes(lab: Lab, wanted: Sequence[tuple[str, str, str]]) -> list[Offer]:
    """Return what can be done about problems, each told by code, element and message."""
    fixes = Fixes(Topology.model_validate(lab.topology), settings.LIMITS)
    known = {(one.code, one.element, one.message): one for one in fixes.problems}
    return [Offer(*one, fixes.of(known[one])) for one in dict.fromkeys(wanted) if one in known]


def offer_repairs(lab: Lab, source: str, target: str, probe: str) -> list[Fix]:
    """Return what would make a node reach an address; a lab with errors is to be fixed first."""
    try:
        question = Question(source, ip_address(target), parse_probe(probe))
    except ValueError as error:
        raise InvalidRequest(spoken(error)) from None
    return list(repairs(Topology.model_validate(lab.topology), question, settings.LIMITS))
