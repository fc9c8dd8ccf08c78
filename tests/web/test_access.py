"""Who may call what: asked of every endpoint that the API's description names."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse

from designer.api import api as rest
from designer.models import Lab, Run
from tests.web.client import PAIR, ApiClient, finished_run

OPEN = {("get", "/api/session"), ("post", "/api/session"), ("delete", "/api/session")}
OPEN |= {("get", "/api/topology.schema.json")}
BODIES = {
    ("put", "/api/labs/{lab_id}"): {"revision": 1, "topology": PAIR},
    ("post", "/api/labs/{lab_id}/runs"): {"kind": "plan"},
    ("post", "/api/labs/{lab_id}/drift/adopt"): {"revision": 1},
    ("post", "/api/labs/{lab_id}/drift/ignore"): {"items": []},
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


def address(path: str, lab: object, run: object) -> str:
    """Return a path with its objects filled in."""
    filled = path.replace("{lab_id}", str(lab)).replace("{run_id}", str(run))
    return filled.replace("{format}", "yaml")


@pytest.fixture
def run(api: ApiClient) -> Run:
    """Give a finished run of a lab of ann's."""
    lab = Lab.objects.get(pk=api.new_lab(topology=PAIR)["id"])
    return finished_run(lab, "apply")


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
    assert ask(api, method, path, run.lab_id, run.pk).status_code < 300


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


def test_sessions_of_locked_out_users_end(api: ApiClient, ann: User) -> None:
    """A user who is made inactive is signed out at once."""
    User.objects.filter(pk=ann.pk).update(is_active=False)
    assert api.get("/api/labs").status_code == 401
