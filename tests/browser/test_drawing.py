"""Drawing a lab by mouse and by keyboard: what is drawn is stored, and comes back."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.editor import node

pytestmark = pytest.mark.browser

TABS_MAX = 120


def open_empty_lab(page: Page) -> None:
    """Make a lab with nothing in it."""
    page.goto("/")
    page.get_by_role("button", name="New lab").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Empty lab").click()
    page.get_by_role("heading", name="Draw a network").wait_for()


def links(page: Page) -> Locator:
    """Return the links on the canvas."""
    return page.locator(".react-flow__edge")


def drag_from_palette(page: Page, button: str, x: int, y: int) -> None:
    """Drop a new node at a point of the canvas."""
    pane = page.locator(".react-flow__pane")
    page.get_by_role("button", name=button).drag_to(pane, target_position={"x": x, "y": y})


def drag_link(page: Page, source: Locator, x: float, y: float) -> None:
    """Draw a link from the right border of a card to a point of the screen."""
    box = source.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(x, y, steps=8)
    page.mouse.up()


def expect_saved(page: Page) -> None:
    """Wait until the editor says that all is stored."""
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()


def test_lab_is_drawn_by_mouse(page: Page) -> None:
    """Nodes are dragged in, linked, undone, removed, and are there after a reload."""
    open_empty_lab(page)
    drag_from_palette(page, "Add a host", 300, 300)
    drag_from_palette(page, "Add a switch", 640, 300)
    switch = node(page, "sw1").bounding_box()
    assert switch is not None
    drag_link(page, node(page, "h1"), switch["x"] + 40, switch["y"] + 12)
    expect(links(page)).to_have_count(1)
    drag_link(page, node(page, "sw1"), switch["x"] + 320, switch["y"] + 160)
    page.get_by_role("menuitem", name="Host").click()
    expect(node(page, "h2")).to_be_visible()
    expect(links(page)).to_have_count(2)
    page.keyboard.press("Control+z")
    expect(node(page, "h2")).to_have_count(0)
    page.keyboard.press("Control+Shift+z")
    expect(links(page)).to_have_count(2)
    expect_saved(page)
    page.reload()
    expect(links(page)).to_have_count(2)
    node(page, "sw1").click()
    page.keyboard.press("Delete")
    expect(links(page)).to_have_count(0)
    expect(page.get_by_text("Removed 1 node")).to_be_visible()


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until this has the focus, as somebody does who has no mouse."""
    for _ in range(TABS_MAX):
        if target.count() == 1 and target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {target}")


def test_lab_is_drawn_applied_and_probed_by_keyboard_alone(page: Page) -> None:
    """Two hosts are added, linked, renamed, run and asked; no mouse, and no focus by script."""
    open_empty_lab(page)
    tab_to(page, page.locator(".react-flow"))
    for name in ("h1", "h2"):
        page.keyboard.press("a")
        host = page.get_by_role("menuitem", name="Host")
        host.wait_for()
        page.keyboard.type("ho")
        expect(host).to_be_focused()
        page.keyboard.press("Enter")
        expect(node(page, name)).to_be_focused()
    tab_to(page, node(page, "h1"))
    page.keyboard.press("l")
    expect(page.get_by_text("Linking from h1")).to_be_visible()
    tab_to(page, node(page, "h2"))
    page.keyboard.press("Enter")
    expect(links(page)).to_have_count(1)
    page.keyboard.press("F2")
    page.keyboard.type("web")
    page.keyboard.press("Enter")
    expect(node(page, "web")).to_be_visible()
    page.keyboard.press("Escape")
    tab_to(page, page.get_by_role("button", name="Add an expectation"))
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    said = page.get_by_role("status").filter(has_text="The one expectation is met")
    expect(said.first).to_be_attached(timeout=15_000)
    expect(node(page, "web")).to_contain_text("running")
    read_matrix_by_keyboard(page)


def read_matrix_by_keyboard(page: Page) -> None:
    """Ask once more by the palette, and hear what came of it."""
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Command palette")).to_be_focused()
    page.keyboard.type("Check the matrix")
    page.get_by_role("option", name="Check the matrix").first.wait_for()
    page.keyboard.press("Enter")
    expect(page.get_by_role("application", name=re.compile("^Matrix by")).first).to_be_visible()
    said = page.get_by_role("status").filter(has_text="The one expectation is met")
    expect(said.first).to_be_attached()
