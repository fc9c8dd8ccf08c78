"""Labs over the API: created, read, replaced, deleted."""

import json

import pytest

from designer.gallery import GALLERY
from designer.models import Lab
from tests.web.client import PAIR, TWICE, ApiClient, finished_run

TEXT = """\
# my first lab
name: mine
nodes:
  h1: {kind: host}   # the left one
  h2: {kind: "host"}
links:
  - ends: [h1:eth0, h2:eth0]   # a cable
"""
YAML = "application/yaml"


def test_empty_lab(api: ApiClient) -> None:
    """Without a source a lab is empty, and named as asked."""
    lab = api.new_lab(name="Übung 1")
    assert lab["topology"] == {"version": "vethwork/v1", "name": "Übung 1"}
    assert (lab["revision"], lab["problems"], lab["state"]) == (1, [], "empty")
    assert lab["last_runs"] == {"apply": None, "matrix": None}


@pytest.mark.parametrize("name", GALLERY)
def test_lab_from_the_gallery(api: ApiClient, name: str) -> None:
    """A gallery lab becomes one's own with its comments."""
    lab = api.new_lab(gallery=name)
    assert lab["yaml"] == GALLERY[name].text
    assert lab["topology"] == GALLERY[name].topology.plain()


def test_gallery_lists_topologies(api: ApiClient) -> None:
    """The gallery shows what its labs hold, in the order of learning."""
    entries = api.get("/api/gallery").json()
    assert [entry["id"] for entry in entries] == list(GALLERY)
    assert all(entry["topology"]["nodes"] for entry in entries)


def test_named_lab_from_text_keeps_comments(api: ApiClient) -> None:
    """A name beside a text is written into the text."""
    lab = api.new_lab(yaml=TEXT, name="renamed")
    assert lab["name"] == "renamed"
    assert lab["yaml"].startswith(TEXT.replace("mine", "renamed"))


def test_text_is_kept_byte_for_byte(api: ApiClient) -> None:
    """The user's file comes back as it was sent."""
    lab = api.new_lab(yaml=TEXT)
    answer = api.get(f"/api/labs/{lab['id']}", Accept=YAML)
    assert answer.content.decode() == TEXT
    assert answer.headers["ETag"] == '"1"'


def test_comments_survive_the_canvas(api: ApiClient) -> None:
    """What the canvas stores is merged into the file; comments, order and quotes stay."""
    lab = api.new_lab(yaml=TEXT)
    topology = lab["topology"]
    topology["nodes"]["h3"] = {"kind": "router"}
    topology["layout"] = {"h1": [10, 20]}
    stored = api.put(f"/api/labs/{lab['id']}", {"revision": 1, "topology": topology}).json()
    assert (stored["revision"], stored["yaml"]) == (2, None)
    text = api.get(f"/api/labs/{lab['id']}").json()["yaml"]
    for kept in ("# my first lab", "# the left one", '"host"', "# a cable"):
        assert kept in text
    assert "h3: {kind: router}" in text
    assert Lab.objects.get().text == text


def test_yaml_in_and_out(api: ApiClient) -> None:
    """A file is stored and read as application/yaml, its revision in If-Match and ETag."""
    answer = api.post("/api/labs", TEXT, content_type=YAML)
    assert answer.status_code == 201
    path = f"/api/labs/{answer.json()['id']}"
    changed = TEXT.replace("mine", "still mine")
    assert api.put(path, changed, content_type=YAML, **{"If-Match": '"1"'}).status_code == 200
    again = api.get(path, Accept=YAML)
    assert (again.content.decode(), again.headers["ETag"]) == (changed, '"2"')


def test_yaml_without_a_revision_is_refused(api: ApiClient) -> None:
    """Who does not say what they replace replaces nothing."""
    lab = api.new_lab(yaml=TEXT)
    answer = api.put(f"/api/labs/{lab['id']}", TEXT, content_type=YAML)
    assert answer.status_code == 400
    assert "revision" in answer.json()["message"]


@pytest.mark.parametrize("body", [{"topology": PAIR}, {"yaml": TEXT}])
def test_stale_revision_is_refused(api: ApiClient, body: dict[str, object]) -> None:
    """Who saw an older revision is told so, and the newer one stays."""
    lab = api.new_lab(topology=PAIR)
    path = f"/api/labs/{lab['id']}"
    assert api.put(path, {"revision": 1, "yaml": TEXT}).status_code == 200
    answer = api.put(path, {"revision": 1, **body})
    assert (answer.status_code, answer.json()["code"]) == (409, "stale-revision")
    assert Lab.objects.get().revision == 2


def test_canvas_may_store_a_drawing_with_problems(api: ApiClient) -> None:
    """Half a drawing is stored with its problems while somebody edits."""
    lab = api.new_lab(topology=PAIR)
    answer = api.put(f"/api/labs/{lab['id']}", {"revision": 1, "topology": TWICE})
    assert answer.status_code == 200
    assert "duplicate-address" in {problem["code"] for problem in answer.json()["problems"]}
    assert Lab.objects.get().revision == 2


def test_file_with_problems_is_refused(api: ApiClient) -> None:
    """A file with errors is refused with all of them, each at its line, and nothing is stored."""
    lab = api.new_lab(topology=PAIR)
    answer = api.put(f"/api/labs/{lab['id']}", {"revision": 1, "yaml": json.dumps(TWICE, indent=1)})
    assert answer.status_code == 422
    problems = answer.json()["problems"]
    assert {"duplicate-address"} <= {problem["code"] for problem in problems}
    assert all(problem["line"] for problem in problems)
    assert Lab.objects.get().revision == 1


def test_check_tells_everything_at_once(api: ApiClient) -> None:
    """A check names every problem and stores nothing."""
    drawing = {**TWICE, "expect": [{"from": "h1", "to": "h9"}], "layout": {"gone": [0, 0]}}
    problems = api.post("/api/check", {"topology": drawing}).json()["problems"]
    assert {"nodes/h2/interfaces/eth0", "expect/0", "layout/gone"} <= {
        p["element"] for p in problems
    }
    assert not Lab.objects.exists()


def test_stored_lab_is_checked_with_lines(api: ApiClient) -> None:
    """A stored lab's problems come with the lines of its file."""
    lab = api.new_lab(topology=PAIR)
    api.put(f"/api/labs/{lab['id']}", {"revision": 1, "topology": TWICE})
    problems = api.post(f"/api/labs/{lab['id']}/check").json()["problems"]
    assert problems
    assert all(problem["line"] for problem in problems)


def test_list_counts_and_names_the_last_run(api: ApiClient) -> None:
    """A list of labs tells their size and what was last done with them."""
    lab = Lab.objects.get(pk=api.new_lab(topology=PAIR)["id"])
    finished_run(lab, "apply")
    finished_run(lab, "matrix")
    (entry,) = api.get("/api/labs").json()
    assert (entry["node_count"], entry["link_count"]) == (2, 1)
    assert (entry["state"], entry["last_run"]["kind"]) == ("running", "matrix")


@pytest.mark.parametrize(
    ("kind", "status", "state"),
    [
        ("apply", "succeeded", "running"),
        ("apply", "failed", "unknown"),
        ("apply", "running", "unknown"),
        ("destroy", "succeeded", "empty"),
        ("destroy", "failed", "unknown"),
    ],
)
def test_state_follows_the_last_change(api: ApiClient, kind: str, status: str, state: str) -> None:
    """A lab's state is what its last apply or destroy left."""
    lab = Lab.objects.get(pk=api.new_lab(topology=PAIR)["id"])
    finished_run(lab, kind, status)
    assert api.get(f"/api/labs/{lab.pk}").json()["state"] == state


def test_what_is_only_looked_at_does_not_change_what_runs(api: ApiClient) -> None:
    """A lab runs as drawn until something is drawn that a host would know of."""
    lab = Lab.objects.get(pk=api.new_lab(topology=PAIR)["id"])
    finished_run(lab, "apply")
    path = f"/api/labs/{lab.pk}"
    looks = {"label": "uplink", "bends": [[9, 9]]}
    links = [{"ends": link["ends"], **looks} for link in PAIR["links"]]
    shapes = [{"kind": "group", "members": ["h1"]}]
    moved = {**PAIR, "layout": {"h1": [5, 5]}, "links": links, "shapes": shapes}
    assert api.put(path, {"revision": 1, "topology": moved}).json()["state"] == "running"
    grown = {**PAIR, "nodes": {**PAIR["nodes"], "h3": {}}}
    assert api.put(path, {"revision": 2, "topology": grown}).json()["state"] == "changed"


def test_lab_that_never_ran_is_deleted_at_once(api: ApiClient) -> None:
    """What no host knows of needs no host to be deleted."""
    lab = api.new_lab(topology=PAIR)
    assert api.delete(f"/api/labs/{lab['id']}").status_code == 204
    assert not Lab.objects.exists()


def test_number_of_labs_is_limited(api: ApiClient, settings: object) -> None:
    """Beyond the limit a lab is refused, and the message says what to do."""
    settings.MAX_LABS_PER_USER = 1  # type: ignore[attr-defined]
    api.new_lab()
    answer = api.post("/api/labs", {})
    assert (answer.status_code, answer.json()["code"]) == (429, "too-many")


def test_half_a_drawing_can_be_taken_home(api: ApiClient) -> None:
    """The document itself is given out with its errors; what another tool would run is not."""
    lab = api.new_lab(yaml=TEXT)
    path = f"/api/labs/{lab['id']}"
    api.put(
        path,
        {"revision": 1, "topology": {**lab["topology"], "expect": [{"from": "h9", "to": "h1"}]}},
    )
    text = api.get(f"{path}/export/yaml").content.decode()
    assert "# the left one" in text
    assert "h9" in text
    assert api.get(f"{path}/export/json").status_code == 200
    assert api.get(f"{path}/export/shell").status_code == 422


def test_exports(api: ApiClient) -> None:
    """Every format can be seen and downloaded, with what it cannot hold."""
    lab = api.new_lab(topology=PAIR)
    formats = api.get("/api/formats").json()
    assert {"yaml", "json", "shell", "containerlab"} <= {one["id"] for one in formats}
    for one in formats:
        path = f"/api/labs/{lab['id']}/export/{one['id']}"
        seen = api.get(f"{path}?preview=1").json()
        file = api.get(path)
        assert file.content.decode() == seen["text"]
        losses = [loss["text"] for loss in seen["losses"]]
        assert json.loads(file.headers["X-Vethwork-Losses"]) == losses
        assert f'filename="{seen["filename"]}"' in file.headers["Content-Disposition"]
    assert api.get(f"/api/labs/{lab['id']}/export/visio").status_code == 404
