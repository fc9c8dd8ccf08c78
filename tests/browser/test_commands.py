"""Everything by keyboard: shortcuts, the palette, finding, the outline, and the guided tour."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.editor import node, open_drawn_lab, open_panel
from tests.browser.test_accessibility import faults
from tests.browser.test_drawing import open_empty_lab

pytestmark = pytest.mark.browser

OFFICE = {
    "name": "office",
    "nodes": {
        "desk": {
            "interfaces": {"eth0": {"addresses": ["10.0.7.2/24"], "mac": "02:00:00:00:00:0a"}}
        },
        "web": {"services": [{"kind": "http"}]},
        "sw1": {"kind": "switch", "interfaces": {"p1": {"vlan": 20}, "p2": {"vlan": 30}}},
    },
    "links": [{"ends": ["desk:eth0", "sw1:p1"]}, {"ends": ["web:eth0", "sw1:p2"]}],
    "layout": {"desk": [0, 0], "sw1": [300, 160], "web": [600, 0]},
}


def cards(page: Page) -> Locator:
    """Return the nodes on the canvas."""
    return page.locator(".react-flow__node")


def chosen(page: Page) -> Locator:
    """Return the nodes that are selected."""
    return page.locator(".react-flow__node.selected")


def focus_canvas(page: Page) -> None:
    """Put the focus where single keys act."""
    page.locator(".react-flow").focus()


def test_keys_of_texts_are_left_to_texts(page: Page) -> None:
    """What is pressed in a text is meant for the text."""
    open_drawn_lab(page, OFFICE)
    title = page.get_by_role("textbox", name="Name of the lab")
    title.focus()
    title.press("End")
    page.keyboard.press("Control+a")
    page.keyboard.press("n")
    expect(chosen(page)).to_have_count(0)
    expect(title).to_have_value("n")
    expect(cards(page)).to_have_count(3)


def test_palette_goes_to_places_and_makes_labs(page: Page) -> None:
    """It finds what has an address, and labs of the gallery."""
    open_drawn_lab(page, OFFICE)
    page.keyboard.press("Control+k")
    page.get_by_role("option", name="Add a router").wait_for()
    page.keyboard.type("10.0.7.2")
    page.get_by_role("option", name="desk:eth0").wait_for()
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary")).to_contain_text("desk")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Command palette")).to_be_focused()
    page.keyboard.type("two hosts, one cable")
    page.get_by_role("option", name="Two hosts, one cable").click()
    expect(node(page, "netns2")).to_be_visible()


def test_find_and_filter(page: Page) -> None:
    """Ctrl+F finds by address, MAC, VLAN and service; a filter dims the rest and says so."""
    open_drawn_lab(page, OFFICE)
    page.keyboard.press("Control+f")
    field = page.get_by_role("combobox", name="Find in the drawing")
    options = page.get_by_role("option")
    for query, found in (
        ("02:00:00:00:00:0A", "desk:eth0"),
        ("vlan 20", "sw1:p1"),
        ("http", "web"),
        ("10.0.7", "desk:eth0"),
    ):
        field.fill(query)
        expect(options.first).to_contain_text(found)
    field.press("Enter")
    expect(page.get_by_role("complementary")).to_contain_text("desk")
    expect(field).to_be_focused()
    field.fill("sw1")
    page.keyboard.press("F3")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("F3")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Shift+F3")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.get_by_role("button", name="Filter the drawing").click()
    assert faults(page) == []
    page.get_by_role("textbox", name="VLAN").fill("20")
    expect(page.get_by_text("VLAN 20: 2 of 3 nodes")).to_be_visible()
    dimmed = page.locator("[data-dimmed]").filter(has=page.get_by_text("web", exact=True))
    expect(dimmed).to_be_visible()
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    page.get_by_role("button", name="Show everything again").click()
    expect(dimmed).to_have_count(0)


def test_outline_edits_everything(page: Page) -> None:
    """In the outline nodes are added, linked, renamed, opened and removed by keyboard alone."""
    open_drawn_lab(page, OFFICE)
    open_panel(page, "Outline")
    tree = page.get_by_role("tree", name="Outline")
    row = tree.get_by_role("treeitem")
    row.first.focus()
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(row.filter(has_text="h1").first).to_be_focused()
    expect(node(page, "h1")).to_be_visible()
    expect(chosen(page)).to_have_count(1)
    page.keyboard.press("l")
    expect(page.get_by_text("Linking from h1")).to_be_visible()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(row.filter(has_text=re.compile("^h1:eth0 . sw1:p3"))).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("F2")
    page.keyboard.type("printer")
    page.keyboard.press("Enter")
    expect(node(page, "printer")).to_be_visible()
    page.keyboard.press("ArrowRight")
    port = row.filter(has_text="to sw1:p3")
    expect(port).to_have_attribute("aria-level", "3")
    assert faults(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(port).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Delete")
    expect(node(page, "printer")).to_have_count(0)
    node(page, "web").click()
    web = row.filter(has_text=re.compile("^web"))
    expect(web.first).to_have_attribute("aria-selected", "true")


def test_outline_of_two_thousand_nodes(page: Page) -> None:
    """Only the rows in sight are there, and the keyboard reaches the last one."""
    nodes: dict[str, object] = {f"h{number}": {} for number in range(1, 2001)}
    layout = {name: [number % 50 * 220, number // 50 * 120] for number, name in enumerate(nodes)}
    open_large_lab(page, {"name": "large", "nodes": nodes, "layout": layout})
    open_panel(page, "Outline")
    rows = page.get_by_role("treeitem")
    rows.first.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowUp")
    last = page.get_by_role("treeitem", name="h2000")
    expect(last).to_be_focused()
    expect(last).to_have_attribute("aria-posinset", "2000")
    assert rows.count() < 100


def open_large_lab(page: Page, topology: dict[str, object]) -> None:
    """Store a drawing that is shown from afar, and open it."""
    token = page.request.get("/api/session").json()["csrf_token"]
    stored = page.request.post(
        "/api/labs", data={"topology": topology}, headers={"X-CSRFToken": token}
    )
    page.goto(f"/labs/{stored.json()['id']}")
    page.get_by_role("button", name="Outline", exact=True).or_(
        page.get_by_role("tab", name="Outline")
    ).first.wait_for()


def test_tour_by_keyboard_ends_with_a_green_matrix(page: Page) -> None:
    """The tour waits for each real action; a lab is built, applied and probed by keyboard alone."""
    open_empty_lab(page)
    page.get_by_role("button", name="Take the two-minute tour").press("Enter")
    tour = page.get_by_role("region", name="Guided tour")
    expect(tour).to_be_focused()
    assert faults(page) == []
    focus_canvas(page)
    for kind, title in (("Host", "two hosts"), ("Host", "two hosts"), ("Switch", "a switch")):
        expect(tour).to_contain_text(f"Add {title}")
        page.keyboard.press("a")
        page.get_by_role("menuitem", name=kind).press("Enter")
        expect(page.get_by_role("menu")).to_have_count(0)
        expect(page.locator(".react-flow__node:focus")).to_have_count(1)
    for host in ("h1", "h2"):
        expect(tour).to_contain_text("Link both hosts")
        node(page, host).focus()
        page.keyboard.press("l")
        node(page, "sw1").focus()
        page.keyboard.press("Enter")
    expect(tour).to_contain_text("Say what must get through")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Add an expectation").press("Enter")
    expect(tour).to_contain_text("Run it for real")
    page.keyboard.press("Control+Enter")
    expect(tour).to_contain_text("Your network runs", timeout=20_000)
    tour.get_by_role("button", name="Finish").press("Enter")
    expect(tour).to_have_count(0)
    assert page.evaluate("localStorage.getItem('vethwork.tour')") == "done"
