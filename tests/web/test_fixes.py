"""Quick fixes over the API."""

from tests.web.client import PAIR, TWICE, ApiClient

ROUTED = {
    "nodes": {"a": {}, "r": {"kind": "router"}, "c": {}},
    "links": [{"ends": ["a:e", "r:e1"]}, {"ends": ["r:e2", "c:e"]}],
}


def asked(lab: dict[str, object]) -> list[dict[str, object]]:
    """Return a lab's problems as a client names them."""
    problems = lab["problems"]
    assert isinstance(problems, list)
    return [{key: one[key] for key in ("code", "element", "message")} for one in problems]


def test_a_problem_has_its_fixes(api: ApiClient) -> None:
    """With the edits that a client makes, and the revision that their paths are of."""
    lab = api.new_lab(topology=TWICE)
    answer = api.post(f"/api/labs/{lab['id']}/fixes", {"problems": asked(lab)}).json()
    assert answer["revision"] == 1
    (offer,) = answer["problems"]
    assert (offer["code"], offer["element"]) == ("duplicate-address", "nodes/h2/interfaces/eth0")
    assert offer["fixes"][0] == {
        "title": "Use 10.0.0.2/24",
        "template": "Use {address}",
        "values": {"address": "10.0.0.2/24"},
        "edits": [
            {"element": "nodes/h2/interfaces/eth0", "change": {"addresses": ["10.0.0.2/24"]}}
        ],
    }
    assert api.get(f"/api/labs/{lab['id']}").json()["revision"] == 1


def test_a_way_that_is_closed_has_its_repair(api: ApiClient) -> None:
    """What the matrix found not to get through."""
    lab = api.new_lab(topology=ROUTED)
    way = {"source": "a", "target": "10.0.2.2", "probe": "ping"}
    answer = api.post(f"/api/labs/{lab['id']}/fixes", {"way": way}).json()
    assert [one["title"] for one in answer["way"]] == [
        "Give a a default route by r; Give c a default route by r",
        "Find all routes automatically",
    ]


def test_what_is_no_problem_of_the_lab_has_no_fix(api: ApiClient) -> None:
    """Gone meanwhile, or never there."""
    lab = api.new_lab(topology=PAIR)
    problem = {"code": "loose-end", "element": "links/99", "message": "?"}
    answer = api.post(f"/api/labs/{lab['id']}/fixes", {"problems": [problem]}).json()
    assert answer["problems"] == []


def test_nonsense_is_refused(api: ApiClient, bobs_api: ApiClient) -> None:
    """An address that is none, a probe that is none, too many problems, somebody else's lab."""
    lab = api.new_lab(topology=PAIR)
    path = f"/api/labs/{lab['id']}/fixes"
    for way in ({"target": "h2"}, {"target": "10.0.0.1", "probe": "knock"}):
        assert api.post(path, {"way": {"source": "h1"} | way}).status_code == 400
    problem = {"code": "a", "element": "b", "message": "c"}
    assert api.post(path, {"problems": [problem] * 26}).status_code == 400
    assert bobs_api.post(path, {"problems": []}).status_code == 404
