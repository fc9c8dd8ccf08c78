"""Who may call what: asked of every endpoint that the API's description names."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.utils import timezone

from designer.api import api as rest
from designer.models import ROLES, Lab, LabMember, Role, Run, ShareLink
from designer.services import sharing, version_log
from tests.web.client import PAIR, ApiClient, finished_run

OPEN = {("get", "/api/session"), ("post", "/api/session"), ("delete", "/api/session")}
OPEN |= {("get", "/api/topology.schema.json"), ("get", "/api/embed/{token}")}
BODIES = {
    ("put", "/api/labs/{lab_id}"): {"revision": 1, "topology": PAIR},
    ("post", "/api/labs/{lab_id}/runs"): {"kind": "plan"},
    ("post", "/api/labs/{lab_id}/drift/adopt"): {"revision": 1},
    ("post", "/api/labs/{lab_id}/drift/ignore"): {"items": []},
    ("put", "/api/labs/{lab_id}/members"): {"username": "carol", "role": "run"},
    ("post", "/api/labs/{lab_id}/versions"): {"name": "second"},
    ("patch", "/api/labs/{lab_id}/versions/{number}"): {"name": "other"},
    ("post", "/api/labs/{lab_id}/versions/{number}/restore"): {"revision": 1},
    ("post", "/api/check"): {"topology": PAIR},
    ("post", "/api/session"): {"username": "ann", "password": "correct horse"},
}


def endpoints() -> Iterator[tuple[str, str]]:
    """Yield method and path of every endpoint."""
    for path, methods in rest.get_openapi_schema()["paths"].items():
        for method in methods:
            yield method, path


ALL = list(endpoints())
OF_OBJECTS = [one for one in ALL if "_id}" in one[1]]
CHANGING = [one for one in ALL if one[0] != "get"]


EDITING = {
    ("put", "/api/labs/{lab_id}"),
    ("post", "/api/labs/{lab_id}/drift/adopt"),
    ("post", "/api/labs/{lab_id}/drift/ignore"),
    ("post", "/api/labs/{lab_id}/versions"),
    ("patch", "/api/labs/{lab_id}/versions/{number}"),
    ("delete", "/api/labs/{lab_id}/versions/{number}"),
    ("post", "/api/labs/{lab_id}/versions/{number}/restore"),
}
RUNNING = {("post", "/api/labs/{lab_id}/runs"), ("post", "/api/labs/{lab_id}/drift/revert")}
OWNING = {
    ("delete", "/api/labs/{lab_id}"),
    ("put", "/api/labs/{lab_id}/members"),
    ("delete", "/api/labs/{lab_id}/members/{user_id}"),
    ("get", "/api/labs/{lab_id}/share-links"),
    ("post", "/api/labs/{lab_id}/share-links"),
    ("delete", "/api/labs/{lab_id}/share-links/{link_id}"),
}
ASKING_THE_HOST = {
    ("get", "/api/labs/{lab_id}/nodes/{node}/observed"),
    ("get", "/api/labs/{lab_id}/path"),
}
"""What no host answers here, which is told to who may ask."""

NOT_FOR_GUESTS = {
    *ASKING_THE_HOST,
    ("get", "/api/labs/{lab_id}/rates"),
    ("get", "/api/labs/{lab_id}/members"),
    ("post", "/api/labs/{lab_id}/fixes"),
    ("get", "/api/labs/{lab_id}/comparison"),
    *((method, path) for method, path in ALL if "/versions" in path),
}
"""What else of a lab is for people with an account alone."""


def needed_role(method: str, path: str) -> Role:
    """Return what somebody has to be allowed in a lab for an endpoint; telling is for all."""
    for role, endpoints_of_role in (("own", OWNING), ("edit", EDITING), ("run", RUNNING)):
        if (method, path) in endpoints_of_role:
            return role  # type: ignore[return-value]
    return "view"


def address(path: str, lab: object, run: object) -> str:
    """Return a path with its objects filled in: of a lab its newest link, and carol."""
    filled = path.replace("{lab_id}", str(lab)).replace("{run_id}", str(run))
    member = LabMember.objects.filter(user__username="carol").values_list("user", flat=True).first()
    link = ShareLink.objects.values_list("pk", flat=True).first()
    filled = filled.replace("{user_id}", str(member)).replace("{link_id}", str(link))
    filled = filled.replace("{number}", "1").replace("/comparison", "/comparison?before=1")
    filled = filled.replace("{node}", "h1").replace("/path", "/path?source=h1&target=10.0.0.1")
    return filled.replace("{format}", "yaml")


@pytest.fixture
def run(api: ApiClient) -> Run:
    """Give a finished run of a lab of ann's."""
    lab = Lab.objects.get(pk=api.new_lab(topology=PAIR)["id"])
    LabMember.objects.create(lab=lab, user=User.objects.create_user("carol"), role="view")
    sharing.make_share_link(lab, None)
    version_log.keep(lab, "named", name="first")
    return finished_run(lab, "apply")


def is_let_in(response: HttpResponse, method: str, path: str) -> bool:
    """Tell whether an endpoint did what it is for."""
    unanswered = (method, path) in ASKING_THE_HOST and response.status_code == 503
    return unanswered or response.status_code < 300


def ask(
    client: ApiClient, method: str, path: str, lab: object, run: object, **headers: str
) -> HttpResponse:
    """Call an endpoint with a body that it takes."""
    where = address(path, lab, run)
    if method == "get":
        return client.get(where, **headers)
    return client.send(method.upper(), where, BODIES.get((method, path)), **headers)


@pytest.mark.parametrize(("method", "path"), OF_OBJECTS)
def test_strangers_object_is_not_there(
    bobs_api: ApiClient, run: Run, method: str, path: str
) -> None:
    """Somebody else's lab or run answers as one that never was, and stays as it is."""
    response = ask(bobs_api, method, path, run.lab_id, run.pk)
    assert response.status_code == 404
    assert response.json()["code"] == "not-found"
    assert Lab.objects.get().revision == 1
    assert Run.objects.count() == 1


@pytest.mark.parametrize(("method", "path"), OF_OBJECTS)
def test_owner_is_let_in(api: ApiClient, run: Run, method: str, path: str) -> None:
    """The same requests are answered to the owner, so the refusals above mean something."""
    assert is_let_in(ask(api, method, path, run.lab_id, run.pk), method, path)


@pytest.mark.parametrize("endpoint", OF_OBJECTS)
@pytest.mark.parametrize("role", ROLES)
def test_member_may_what_the_role_says(
    bobs_api: ApiClient, bob: User, run: Run, role: Role, endpoint: tuple[str, str]
) -> None:
    """Each role of each endpoint: let in, or refused and nothing is changed."""
    method, path = endpoint
    LabMember.objects.create(lab=run.lab, user=bob, role=role)
    response = ask(bobs_api, method, path, run.lab_id, run.pk)
    if sharing.may(role, needed_role(method, path)):
        assert is_let_in(response, method, path), response.content
        return
    assert response.status_code == 403
    assert response.json()["code"] == "forbidden"
    assert "ask an owner" in response.json()["message"]
    assert Lab.objects.get().revision == 1
    assert (Run.objects.count(), LabMember.objects.count(), ShareLink.objects.count()) == (1, 2, 1)


@pytest.mark.parametrize(("method", "path"), [one for one in ALL if one not in OPEN])
def test_guest_may_look_at_one_lab(
    anonymous: ApiClient, api: ApiClient, run: Run, method: str, path: str
) -> None:
    """A share link opens what tells of its lab, and nothing else."""
    _, token = sharing.make_share_link(run.lab, None)
    other = api.new_lab(topology=PAIR)["id"]
    assert anonymous.get(f"/share/{token}").headers["Location"] == f"/labs/{run.lab_id}"
    told = (method, path) in OF_OBJECTS and needed_role(method, path) == "view"
    response = ask(anonymous, method, path, run.lab_id, run.pk)
    if told and (method, path) not in NOT_FOR_GUESTS:
        assert response.status_code < 300, response.content
        if "{lab_id}" in path:
            assert ask(anonymous, method, path, other, run.pk).status_code == 404
    else:
        assert response.status_code == 401
    assert Lab.objects.filter(revision=1).count() == 2


@pytest.mark.parametrize(("method", "path"), OF_OBJECTS)
@pytest.mark.parametrize("name", [str(uuid4()), "1", "%00", "..", "x" * 300])
def test_unknown_object_is_not_there(api: ApiClient, method: str, path: str, name: str) -> None:
    """Whatever stands in for an id, the answer is 404."""
    assert ask(api, method, path, name, name).status_code == 404


@pytest.mark.parametrize(("method", "path"), [one for one in ALL if one not in OPEN])
def test_signing_in_comes_first(anonymous: ApiClient, run: Run, method: str, path: str) -> None:
    """Who is not signed in gets 401, also for objects that exist."""
    response = ask(anonymous, method, path, run.lab_id, run.pk)
    assert response.status_code == 401
    assert response.json()["code"] == "not-signed-in"


@pytest.mark.parametrize(("method", "path"), CHANGING)
def test_change_needs_the_token(api: ApiClient, run: Run, method: str, path: str) -> None:
    """A change without the CSRF token of one of our pages is refused."""
    response = ask(api, method, path, run.lab_id, run.pk, **{"X-CSRFToken": "x" * 64})
    assert response.status_code == 403
    assert response.json()["code"] == "forbidden"
    assert Lab.objects.get().revision == 1
    assert Run.objects.count() == 1


def test_list_holds_own_labs_alone(api: ApiClient, bobs_api: ApiClient) -> None:
    """A list of labs shows nobody else's."""
    mine = api.new_lab(topology=PAIR)
    bobs_api.new_lab(topology=PAIR)
    assert [lab["id"] for lab in api.get("/api/labs").json()] == [mine["id"]]


def test_list_holds_shared_labs(api: ApiClient, bobs_api: ApiClient, ann: User, bob: User) -> None:
    """Who was made a member sees the lab with role and owner, and may leave it."""
    lab = api.new_lab(topology=PAIR)["id"]
    members = api.put(f"/api/labs/{lab}/members", {"username": "bob", "role": "edit"}).json()
    assert members == [
        {"user": {"id": ann.pk, "name": "ann"}, "role": "own", "is_owner": True},
        {"user": {"id": bob.pk, "name": "bob"}, "role": "edit", "is_owner": False},
    ]
    listed = bobs_api.get("/api/labs").json()
    assert [(one["id"], one["role"], one["owner"]) for one in listed] == [(lab, "edit", "ann")]
    assert bobs_api.get(f"/api/labs/{lab}").json()["role"] == "edit"
    assert bobs_api.delete(f"/api/labs/{lab}/members/{bob.pk}").status_code == 204
    assert bobs_api.get("/api/labs").json() == []


def test_member_has_to_be_somebody(api: ApiClient, ann: User) -> None:
    """A name that nobody has is refused, and an owner stays one."""
    lab = api.new_lab(topology=PAIR)["id"]
    path = f"/api/labs/{lab}/members"
    assert api.put(path, {"username": "nobody", "role": "edit"}).status_code == 404
    assert api.put(path, {"username": ann.username, "role": "view"}).status_code == 409
    assert api.put(path, {"username": "ann", "role": "root"}).status_code == 400


def test_share_link_opens_until_it_is_revoked(
    api: ApiClient, anonymous: ApiClient, bobs_api: ApiClient
) -> None:
    """Its address is told once; it shows the lab, with an account and without, and no longer."""
    lab = api.new_lab(topology=PAIR)["id"]
    made = api.post(f"/api/labs/{lab}/share-links", {"valid_for_s": 3600}).json()
    path = urlsplit(made["url"]).path
    listed = api.get(f"/api/labs/{lab}/share-links").json()
    kept = ("id", "created_at", "expires_at", "embed_sites")
    assert listed == [{key: made[key] for key in kept}]
    assert anonymous.get(path).headers["Referrer-Policy"] == "no-referrer"
    bobs_api.get(path)
    assert anonymous.get(f"/api/labs/{lab}").json()["role"] == "view"
    assert anonymous.get("/api/session").json()["shared_labs"] == [lab]
    assert bobs_api.get(f"/api/labs/{lab}").json()["role"] == "view"
    assert [one["id"] for one in bobs_api.get("/api/labs").json()] == [lab]
    assert len(api.get(f"/api/labs/{lab}/members").json()) == 1
    assert api.delete(f"/api/labs/{lab}/share-links/{made['id']}").status_code == 204
    assert anonymous.get(f"/api/labs/{lab}").status_code == 404
    assert bobs_api.get(f"/api/labs/{lab}").status_code == 404
    assert bobs_api.get("/api/labs").json() == []
    assert anonymous.get(path).headers["Location"] == "/sign-in?link=expired"


def test_link_takes_no_role_away(api: ApiClient, bobs_api: ApiClient, bob: User) -> None:
    """Who may more than look does so with a link as well, and without it again."""
    lab = api.new_lab(topology=PAIR)["id"]
    made = api.post(f"/api/labs/{lab}/share-links", {}).json()
    bobs_api.get(urlsplit(made["url"]).path)
    api.put(f"/api/labs/{lab}/members", {"username": "bob", "role": "edit"})
    assert bobs_api.get(f"/api/labs/{lab}").json()["role"] == "edit"
    api.delete(f"/api/labs/{lab}/share-links/{made['id']}")
    assert bobs_api.get(f"/api/labs/{lab}").json()["role"] == "edit"
    bobs_api.get(urlsplit(made["url"]).path)
    assert api.delete(f"/api/labs/{lab}/members/{bob.pk}").status_code == 204
    assert bobs_api.get(f"/api/labs/{lab}").status_code == 404


def test_who_opened_a_link_may_leave(api: ApiClient, bobs_api: ApiClient, bob: User) -> None:
    """The lab is gone from the list, until the link is opened again."""
    lab = api.new_lab(topology=PAIR)["id"]
    path = urlsplit(api.post(f"/api/labs/{lab}/share-links", {}).json()["url"]).path
    bobs_api.get(path)
    assert bobs_api.delete(f"/api/labs/{lab}/members/{bob.pk}").status_code == 204
    assert bobs_api.get("/api/labs").json() == []
    bobs_api.get(path)
    assert len(bobs_api.get("/api/labs").json()) == 1


def test_share_link_expires(api: ApiClient, anonymous: ApiClient, bobs_api: ApiClient) -> None:
    """After its time it opens nothing, and what it had opened is closed, with an account too."""
    lab = api.new_lab(topology=PAIR)["id"]
    made = api.post(f"/api/labs/{lab}/share-links", {"valid_for_s": 60}).json()
    for browser in (anonymous, bobs_api):
        browser.get(urlsplit(made["url"]).path)
        assert browser.get(f"/api/labs/{lab}").status_code == 200
    ShareLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    for browser in (anonymous, bobs_api):
        assert browser.get(f"/api/labs/{lab}").status_code == 404


def test_sessions_of_locked_out_users_end(api: ApiClient, ann: User) -> None:
    """A user who is made inactive is signed out at once."""
    User.objects.filter(pk=ann.pk).update(is_active=False)
    assert api.get("/api/labs").status_code == 401
