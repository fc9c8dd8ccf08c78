"""The address plan over the API."""

from designer.gallery import GALLERY
from tests.web.client import PAIR, ApiClient


def test_networks_say_who_is_in_them(api: ApiClient) -> None:
    """With the addresses that nobody has drawn."""
    lab = api.new_lab(topology=PAIR)
    assert api.get(f"/api/labs/{lab['id']}/addresses").json() == [
        {
            "network": "10.0.1.0/24",
            "addresses": [
                {"node": "h1", "interface": "eth0", "address": "10.0.1.1", "automatic": True},
                {"node": "h2", "interface": "eth0", "address": "10.0.1.2", "automatic": True},
            ],
        }
    ]


def test_drawn_addresses_are_told_from_automatic_ones(api: ApiClient) -> None:
    """And the families come one after the other."""
    lab = api.new_lab(yaml=GALLERY["dual-stack"].text)
    plan = api.get(f"/api/labs/{lab['id']}/addresses").json()
    versions = [":" in network["network"] for network in plan]
    assert versions == sorted(versions)
    assert {True, False} <= set(versions)


def test_a_drawing_with_errors_is_refused(api: ApiClient) -> None:
    """With what is wrong, as a run is."""
    lab = api.new_lab(topology={"links": [{"ends": ["a:e", "b:e"]}]})
    assert api.get(f"/api/labs/{lab['id']}/addresses").status_code == 422
