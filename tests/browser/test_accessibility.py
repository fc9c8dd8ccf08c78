"""What axe finds: nothing serious on any screen, light or dark."""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from designer.launch.layout import FRONTEND
from tests.browser.editor import (
    apply,
    expect_all_met,
    node,
    open_drawn_lab,
    open_gallery_lab,
    open_panel,
)

pytestmark = pytest.mark.browser

AXE = FRONTEND / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}
EVERYTHING = {
    "name": "everything",
    "routing": "automatic",
    "nodes": {
        "h1": {"kind": "host"},
        "sw1": {"kind": "switch", "interfaces": {"p1": {"vlan": 10}, "p2": {"trunk": [10, 20]}}},
        "r1": {
            "kind": "router",
            "routes": [{"destination": "10.8.0.0/16", "type": "blackhole"}],
            "rules": [{"action": "deny", "protocol": "tcp", "port": 22}],
            "services": [{"kind": "http", "port": 80}],
        },
    },
    "links": [
        {"ends": ["h1:eth0", "sw1:p1"], "cut": True},
        {"ends": ["sw1:p2", "r1:eth0"], "impairment": {"delay_ms": 20}},
    ],
    "layout": {"h1": [0, 0], "sw1": [300, 160], "r1": [700, 0]},
}


def faults(page: Page) -> list[str]:
    """Return what axe takes for serious, one line an element."""
    page.evaluate(Path(AXE).read_text())
    found: dict[str, Any] = page.evaluate("axe.run()")
    return [
        f"{one['id']}: {place['target']}: {place.get('failureSummary', '')}"
        for one in found["violations"]
        if one["impact"] in GRAVE
        for place in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_list_of_labs(page: Page, scheme: Literal["light", "dark"]) -> None:
    """The list of labs with the gallery."""
    page.emulate_media(color_scheme=scheme)
    page.goto("/")
    page.get_by_role("heading", name="Labs", exact=True).wait_for()
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_editor_with_matrix(page: Page, scheme: Literal["light", "dark"]) -> None:
    """The editor with a running lab, its matrix, and the plan."""
    page.emulate_media(color_scheme=scheme)
    open_gallery_lab(page, "Two hosts, one bridge")
    apply(page)
    expect_all_met(page, 4)
    assert faults(page) == []
    for tab in ("Plan", "Run log", "Drift", "YAML", "Problems"):
        open_panel(page, tab)
        assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forms_of_a_drawing(page: Page, scheme: Literal["light", "dark"]) -> None:
    """A router with rules, routes and services, a slow cable, a trunk, and the dialog of shapes."""
    page.emulate_media(color_scheme=scheme)
    open_drawn_lab(page, EVERYTHING)
    panel = page.get_by_role("complementary")
    for name, rows in (("r1", ("deny tcp 22", "More of route 1", "http")), ("sw1", ("p2",))):
        node(page, name).click()
        panel.get_by_role("heading", name=name).wait_for()
        for row in rows:
            panel.get_by_role("button", name=row).click()
        assert faults(page) == []
    page.get_by_role("button", name="Insert a shape").click()
    page.get_by_role("dialog").get_by_text("nodes, ").wait_for()
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_sign_in(browser: Any, product: Any, scheme: Literal["light", "dark"]) -> None:
    """The page of those who are not signed in."""
    context = browser.new_context(base_url=product.address, color_scheme=scheme)
    page = context.new_page()
    page.goto("/sign-in")
    page.get_by_role("button", name="Sign in").wait_for()
    assert faults(page) == []
    context.close()
