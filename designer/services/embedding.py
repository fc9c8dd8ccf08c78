"""A lab inside another site's page: whom a share link lets show it, and what is shown."""

import re
from collections.abc import Sequence
from typing import Any

from designer.errors import NotFound
from designer.messages import LinkStates, MatrixFinished, NodeStates, RunEvent
from designer.models import Guest, Lab, Run, ShareLink
from designer.record import read_record
from designer.services import labs, runs
from designer.services.lab_state import lab_state
from designer.services.sharing import find_share_link
from designer.topology.sentence import say

ANY_SITE = "*"
SITES_MAX = 20
SITE = re.compile(r"https?://(\*\.)?[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*(:[0-9]{1,5})?")
"""Nothing that could say more in a header than which site is meant."""


def read_site(text: str) -> str:
    """Return a site as a browser names it; raises ValueError."""
    site = text.strip().lower().rstrip("/")
    if site != ANY_SITE and not SITE.fullmatch(site):
        raise ValueError(f"{text!r} is no site: write it as https://example.org, or * for any")
    return site


def find_embedding(token: str) -> ShareLink:
    """Return the link that lets a site show its lab; one that does not is not there."""
    link = find_share_link(token)
    if link is None or link.embed_sites is None:
        raise NotFound(say("there is nothing to show at this address"))
    return link


def frame_ancestors(link: ShareLink) -> str:
    """Return who may frame it, in the words of a Content-Security-Policy."""
    sites: Sequence[str] = link.embed_sites or ()
    return " ".join(site for site in sites if site == ANY_SITE or SITE.fullmatch(site)) or "'none'"


def see_embedded(token: str, known_revision: int) -> dict[str, Any]:
    """Return what is shown of a lab, its drawing only where another revision is known."""
    link = find_embedding(token)
    lab = labs.find_lab(Guest([link.pk]), link.lab_id)
    last = runs.last_runs(lab, ("apply", "matrix"))
    state = lab_state(lab)
    return {
        "name": lab.name,
        "revision": lab.revision,
        "topology": None if lab.revision == known_revision else lab.topology,
        "state": state,
        "busy": lab.runs.unfinished().filter(kind__in=("apply", "destroy", "matrix")).exists(),
        "verdict": _verdict(last["matrix"]),
        **(_what_is_there(lab, last["apply"]) if state != "empty" else {"nodes": {}, "links": {}}),
    }


def _events(run: Run | None) -> tuple[RunEvent, ...]:
    return read_record(run.record, b"").events if run and run.record else ()


def _verdict(matrix: Run | None) -> dict[str, int] | None:
    ends = [event for event in _events(matrix) if isinstance(event, MatrixFinished)]
    if not ends:
        return None
    counted = ends[-1].expected
    return {"met": counted.get("met", 0), "missed": counted.get("missed", 0)}


def _what_is_there(lab: Lab, applied: Run | None) -> dict[str, Any]:
    """Return what the last apply left; of links, while these are the same as then."""
    nodes: dict[str, str] = {}
    links: dict[str, str] = {}
    for event in _events(applied):
        if isinstance(event, NodeStates):
            nodes |= event.states
        elif isinstance(event, LinkStates):
            links |= event.states
    same = applied is not None and _ends(applied.topology) == _ends(lab.topology)
    return {"nodes": nodes, "links": links if same else {}}


def _ends(topology: dict[str, Any]) -> list[Any]:
    return [link.get("ends") for link in topology.get("links", ())]
