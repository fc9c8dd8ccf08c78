"""The one page of the front end, the link that signs in, and what is at no address."""

import json
from dataclasses import dataclass, replace
from functools import cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from designer.api import answer_error
from designer.api.auth import forged
from designer.errors import NotFound
from designer.models import Guest
from designer.services import accounts, embedding, sharing
from designer.topology.sentence import say

NO_REFERRER = "no-referrer"
"""For addresses with a token: no other site is to learn it."""


@dataclass(frozen=True, slots=True)
class Built:
    """What Vite built: its manifest, the first script, and what that asks for after it."""

    manifest: str
    entry: str
    later: tuple[str, ...]


EDITOR = Built("manifest.json", "src/main.tsx", ("src/app/start.tsx",))
LAB = replace(EDITOR, later=(*EDITOR.later, "src/app/LabPage.tsx"))
"""The same at the address of a lab, which the editor's scripts are needed for."""

EMBED = Built("embed-manifest.json", "src/embed/main.tsx", ("src/embed/start.tsx",))
"""What is shown inside other sites' pages."""

SESSION = "/api/session"


@require_safe
def show_app(request: HttpRequest) -> HttpResponse:
    """Show the front end, which itself looks at the address."""
    return _render(request, 200)


@require_safe
def show_lab(request: HttpRequest, lab: UUID) -> HttpResponse:
    """Show the front end, and have the browser ask for what it will need while scripts load."""
    visitor = sharing.viewer_of(request.user, request.session)
    is_known = visitor.is_authenticated or isinstance(visitor, Guest)
    return _render(request, 200, LAB, (SESSION, f"/api/labs/{lab}") if is_known else ())


def _render(
    request: HttpRequest, status: int, built: Built = EDITOR, answers: tuple[str, ...] = ()
) -> HttpResponse:
    files = _front_end(built)
    if files is None:
        return render(request, "not_built.html", status=503)
    response = render(request, "index.html", {**files, "answers": answers}, status=status)
    response.headers["Cache-Control"] = "no-cache"
    return response


@cache
def _front_end(built: Built) -> dict[str, Any] | None:
    """Return the files of the page as Vite's manifest names them, or None before a build."""
    manifest = settings.FRONTEND_DIST / built.manifest
    if not manifest.exists():
        return None
    chunks = json.loads(manifest.read_text())
    entries = (built.entry, *built.later)
    loaded = list(dict.fromkeys(one for e in entries for one in (e, *_imports(chunks, e))))
    styles = [file for name in loaded for file in chunks[name].get("css", ())]
    return {
        "script": chunks[built.entry]["file"],
        "styles": list(dict.fromkeys(styles)),
        "preloads": [chunks[name]["file"] for name in loaded if name != built.entry],
    }


def _imports(chunks: dict[str, Any], name: str) -> list[str]:
    """Return all chunks that one needs from the start, its own imports' imports too."""
    found: list[str] = []
    waiting = list(chunks[name].get("imports", ()))
    while waiting:
        chunk = waiting.pop(0)
        if chunk not in found:
            found.append(chunk)
            waiting += chunks[chunk].get("imports", ())
    return found


@require_safe
def sign_in_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in once with a link, or say on the sign-in page that it is used up."""
    user = accounts.redeem_sign_in_token(token) if request.method == "GET" else None
    if user is None:
        return HttpResponseRedirect("/sign-in?link=expired")
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return HttpResponseRedirect("/")


@require_safe
def open_share_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show the lab of a share link, or say on the sign-in page that it opens nothing."""
    lab = sharing.open_share_link(request.user, request.session, token)
    found = "/sign-in?link=expired" if lab is None else f"/labs/{lab}"
    return HttpResponseRedirect(found, headers={"Referrer-Policy": NO_REFERRER})


@require_safe
@xframe_options_exempt  # older browsers know no list of sites: the policy has it
def show_embedded(request: HttpRequest, token: str) -> HttpResponse:
    """Show the lab of a share link inside another site's page, where its owner allowed that."""
    try:
        ancestors = embedding.frame_ancestors(embedding.find_embedding(token))
    except NotFound:
        ancestors = "'none'"
    status = 404 if ancestors == "'none'" else 200
    response = _render(request, status, EMBED)
    response.headers["Content-Security-Policy"] = f"frame-ancestors {ancestors}"
    response.headers["Referrer-Policy"] = NO_REFERRER
    return response


def show_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say so in the API's way to programs, and with the front end to people."""
    del exception
    if request.path.startswith(("/api/", "/ws/", "/static/")):
        return answer_error(request, NotFound(say("there is nothing at this address")))
    return _render(request, 404)


def refuse_forgery(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a change that did not come from one of our pages."""
    del reason
    return answer_error(request, forged())
