"""Automatic routes over the API."""

from designer.gallery import GALLERY
from tests.web.client import ApiClient


def test_automatic_routes_are_told_by_node(api: ApiClient) -> None:
    """As the kernel will have them."""
    lab = api.new_lab(yaml=GALLERY["mesh-of-routers"].text)
    routes = api.get(f"/api/labs/{lab['id']}/routes").json()
    assert routes["anna"][0] == {
        "destination": "default",
        "hops": [{"interface": "eth0", "gateway": "10.0.8.1"}],
    }
    assert {"anna", "north", "net"} <= set(routes)
    assert "sw" not in routes


def test_a_lab_without_them_has_none(api: ApiClient) -> None:
    """Drawn routes are in the drawing already."""
    lab = api.new_lab(yaml=GALLERY["two-routers"].text)
    assert api.get(f"/api/labs/{lab['id']}/routes").json() == {}


def test_a_drawing_with_errors_is_refused(api: ApiClient) -> None:
    """With what is wrong, as a run is."""
    lab = api.new_lab(topology={"routing": "automatic", "links": [{"ends": ["a:e", "b:e"]}]})
    refused = api.get(f"/api/labs/{lab['id']}/routes")
    assert refused.status_code == 422
    assert refused.json()["problems"]
