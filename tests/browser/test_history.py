"""Problems and their quick fixes, versions and what lies between them, in a browser."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.editor import apply, node, open_drawn_lab

pytestmark = pytest.mark.browser

BROKEN: dict[str, Any] = {
    "name": "broken",
    "nodes": {
        "h1": {"interfaces": {"eth0": {"addresses": ["10.0.0.1/24"]}}},
        "h2": {
            "interfaces": {"eth0": {"addresses": ["10.0.0.1/24"]}},
            "routes": [{"destination": "default", "gateway": "10.9.9.9"}],
            "rules": [{"action": "deny", "chain": "forward"}],
        },
        "s1": {"kind": "switch"},
        "s2": {"kind": "switch"},
    },
    "links": [
        {"ends": ["h1:eth0", "s1:p1"]},
        {"ends": ["h2:eth0", "s2:p1"]},
        {"ends": ["s1:p2", "s2:p2"]},
        {"ends": ["s1:p3", "s2:p3"]},
    ],
    "expect": [{"from": "h1", "to": "h3"}],
    "layout": {"h1": [0, 0], "s1": [260, 0], "s2": [520, 0], "h2": [780, 0]},
}
"""Errors and warnings at nodes, parts of nodes, a link and an expectation."""

ROUTED: dict[str, Any] = {
    "name": "routed",
    "nodes": {"a": {}, "r": {"kind": "router"}, "c": {}},
    "links": [{"ends": ["a:eth0", "r:eth0"]}, {"ends": ["r:eth1", "c:eth0"]}],
    "expect": [{"from": "a", "to": "c"}],
    "layout": {"a": [0, 0], "r": [280, 0], "c": [560, 0]},
}


def open_panel(page: Page, name: str) -> None:
    """Open a panel, whatever its count, folded away or not."""
    called = re.compile(f"^{name}")
    page.get_by_role("tab", name=called).or_(page.get_by_role("button", name=called)).first.click()
    page.get_by_role("tab", name=called, selected=True).wait_for()


def take_back(page: Page) -> None:
    """Press Undo where the newest thing done is told."""
    said = page.get_by_role("region", name="Notifications")
    said.get_by_role("button", name="Undo").last.click()


def problem(page: Page, text: str) -> Locator:
    """Return the row of a problem."""
    found = page.get_by_role("region", name="Problems by element")
    return found.get_by_role("listitem").filter(has_text=text)


def test_problems_are_found_and_fixed(page: Page) -> None:
    """By element and severity; a click goes there, a press fixes it, and undo takes that back."""
    open_drawn_lab(page, BROKEN)
    open_panel(page, "Problems")
    expect(page.get_by_role("region", name="Problems by element")).to_be_visible()
    expect(page.get_by_role("radio", name="4 errors")).to_be_visible()
    page.get_by_role("radio", name="1 warning").click()
    expect(problem(page, "the rule never matches")).to_be_visible()
    expect(problem(page, "duplicate")).to_have_count(0)
    page.get_by_role("radio", name="All").click()
    page.get_by_label("Filter problems").fill("10.0.0.1")
    expect(problem(page, "loop")).to_have_count(0)
    problem(page, "h2:eth0 has the address").get_by_role("button").first.press("Enter")
    expect(page.get_by_role("heading", name="h2", exact=True)).to_be_visible()
    page.get_by_role("button", name="Use 10.0.0.2/24").click()
    expect(problem(page, "h2:eth0 has the address")).to_have_count(0)
    take_back(page)
    expect(problem(page, "h2:eth0 has the address")).to_be_visible()
    page.get_by_role("button", name="Use 10.0.0.2/24").press("Enter")
    page.get_by_label("Filter problems").fill("")
    for fix in (
        "Switch STP on at s1",
        "Remove the route",
        "Switch forwarding on at h2",
        "Remove the expectation",
    ):
        button = page.get_by_role("button", name=re.compile(f"^{fix}"))
        button.click()
        expect(button).to_have_count(0)
    expect(page.get_by_text("No problems")).to_be_visible()


def test_other_fixes_are_in_a_menu(page: Page) -> None:
    """Where there is more than one way out, the best is the button; Germans read it in German."""
    open_drawn_lab(page, BROKEN)
    open_panel(page, "Problems")
    problem(page, "closes a loop").get_by_role("button", name="Other fixes").click()
    page.get_by_role("menuitem", name="Remove the link").click()
    expect(page.locator(".react-flow__edge")).to_have_count(3)
    expect(problem(page, "closes a loop")).to_have_count(0)
    page.evaluate("localStorage.setItem('vethwork.language', 'de')")
    page.reload()
    found = page.get_by_role("region", name="Probleme nach Element")
    expect(found).to_contain_text("h2:eth0 hat die Adresse 10.0.0.1 von h1:eth0")
    expect(found.get_by_role("button", name="10.0.0.2/24 verwenden")).to_be_visible()


def test_a_cell_that_failed_has_its_fix(page: Page) -> None:
    """What keeps packets from arriving is undone at a press; then what runs differs from it."""
    open_drawn_lab(page, ROUTED)
    apply(page)
    page.get_by_role("button", name=re.compile("a → c")).click()
    page.get_by_role("button", name="Look for a fix").click()
    page.get_by_role("button", name="Give a a default route by r; Give c").click()
    page.get_by_role("button", name=re.compile("^Edited since it was applied")).click()
    comparison = page.get_by_role("region", name="Comparison")
    expect(comparison.get_by_label("Host a, changed")).to_be_visible()
    expect(comparison.get_by_role("list", name="Changes")).to_contain_text("route of c")
    page.get_by_role("button", name="Back to the drawing").click()
    apply(page)
    expect(page.get_by_text("The one expectation is met")).to_be_visible(timeout=20_000)


def test_versions_are_kept_compared_and_restored(page: Page) -> None:
    """Named, compared on the canvas, restored as one step of undo, made a lab of its own."""
    open_drawn_lab(page, ROUTED)
    open_panel(page, "History")
    page.get_by_label("Name of this version").fill("before the exam")
    page.get_by_role("button", name="Keep this version").click()
    row = page.get_by_role("listitem").filter(has_text="before the exam")
    expect(row).to_contain_text("3 nodes · 2 links")
    node(page, "c").click()
    page.keyboard.press("Delete")
    page.get_by_role("button", name="Add a host").click()
    expect(node(page, "h1")).to_be_visible()
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    row.get_by_role("button", name=re.compile("^Compare")).click()
    comparison = page.get_by_role("region", name="Comparison")
    changes = comparison.get_by_role("list", name="Changes")
    expect(changes.get_by_role("listitem")).to_have_count(4)
    expect(changes).to_contain_text("host h1")
    expect(comparison.get_by_label("Host c, removed")).to_be_visible()
    expect(comparison.get_by_label("Host h1, added")).to_be_visible()
    expect(comparison.locator(".react-flow__edge")).to_have_count(2)
    changes.get_by_role("button", name="link r:eth1 -- c:eth0").press("Enter")
    comparison.get_by_label("Before").select_option(label="Drawn now")
    expect(comparison.get_by_text("Both say the same")).to_be_visible()
    page.keyboard.press("Escape")
    expect(comparison).to_have_count(0)
    row.get_by_role("button", name=re.compile("^Restore")).click()
    expect(node(page, "c")).to_be_visible()
    expect(node(page, "h1")).to_have_count(0)
    take_back(page)
    expect(node(page, "h1")).to_be_visible()
    row.get_by_role("button", name=re.compile("^More")).click()
    page.get_by_role("menuitem", name="Open as a new lab").click()
    expect(page.get_by_role("heading", name="routed copy").first).to_be_visible()
    expect(node(page, "c")).to_be_visible()
