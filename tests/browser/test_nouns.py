"""VLANs, cables, rules, shapes, live edits and drift, as a person sees and makes them."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Product
from tests.browser.editor import lab_of, node, open_drawn_lab, open_panel
from tests.kernel.inside import inside
from tests.kernel.nodes import say

pytestmark = pytest.mark.browser

TWO_HOSTS = {
    "name": "two hosts",
    "nodes": {"h1": {"kind": "host"}, "h2": {"kind": "host"}},
    "links": [{"ends": ["h1:eth0", "h2:eth0"]}],
    "expect": [{"from": "h1", "to": "h2"}],
    "layout": {"h1": [0, 0], "h2": [420, 0]},
}
SWITCHED = {
    "name": "switched",
    "nodes": {"h1": {"kind": "host"}, "sw1": {"kind": "switch"}},
    "links": [{"ends": ["h1:eth0", "sw1:p1"]}],
    "layout": {"h1": [0, 0], "sw1": [420, 0]},
}


def canvas(page: Page) -> Locator:
    """Return where it is drawn."""
    return page.get_by_role("region", name="Drawing")


def inspector(page: Page) -> Locator:
    """Return the panel of what is selected."""
    return page.get_by_role("complementary", name="Inspector")


def select_link(page: Page) -> None:
    """Click at the middle of the only link."""
    link = page.locator(".react-flow__edge-interaction").first
    before, path = None, link.bounding_box()
    while path is None or path != before:  # the view may still be moving
        page.wait_for_timeout(100)
        before, path = path, link.bounding_box()
    page.mouse.click(path["x"] + path["width"] / 2, path["y"] + path["height"] / 2)
    expect(inspector(page).get_by_role("heading", name="Cable")).to_be_visible()


def run(page: Page) -> None:
    """Apply, and wait until it runs."""
    page.get_by_role("button", name="Apply", exact=True).click()
    expect(
        page.get_by_text("expectations met").or_(page.get_by_text("expectation met"))
    ).to_have_count(1)


def test_access_port_shows_its_vlan(page: Page) -> None:
    """The port becomes an access port, and its VLAN stands beside its name."""
    open_drawn_lab(page, SWITCHED)
    node(page, "sw1").click()
    inspector(page).get_by_role("button", name="p1").click()
    inspector(page).get_by_role("radio", name="Access").click()
    expect(canvas(page).get_by_text("10", exact=True)).to_be_visible()
    vlan = inspector(page).get_by_label("VLAN", exact=True)
    vlan.fill("30")
    vlan.press("Enter")
    expect(canvas(page).get_by_text("30", exact=True)).to_be_visible()


def test_cable_is_cut_and_slow(page: Page) -> None:
    """Scissors where it is cut; what a line like that does stands in the middle of it."""
    open_drawn_lab(page, TWO_HOSTS)
    select_link(page)
    inspector(page).get_by_role("button", name="DSL").click()
    expect(canvas(page).get_by_text(" ms · ")).to_be_visible()
    inspector(page).get_by_role("checkbox", name="Cut").click()
    expect(canvas(page).locator("title", has_text="cut")).to_have_count(1)


def test_rule_by_keyboard(page: Page) -> None:
    """A rule is added and filled without a mouse, and the card says that there is a firewall."""
    open_drawn_lab(page, TWO_HOSTS)
    node(page, "h1").click()
    firewall = inspector(page).get_by_role("button", name="Firewall")
    firewall.press("Enter")
    inspector(page).get_by_role("button", name="Add a rule").press("Enter")
    port = inspector(page).get_by_label("Port", exact=True)
    inspector(page).get_by_label("Protocol").select_option("tcp")
    port.fill("22")
    port.press("Enter")
    expect(inspector(page).get_by_role("button", name="deny tcp 22")).to_be_visible()
    expect(node(page, "h1").get_by_text("Firewall: one rule")).to_have_count(1)


def test_lab_of_a_shape(page: Page) -> None:
    """A ring is made from a number; another one is put below it, and one undo takes it away."""
    page.goto("/")
    page.get_by_role("button", name="New lab").first.click()
    page.get_by_role("button", name="A regular shape").click()
    dialog = page.get_by_role("dialog", name="A regular shape")
    dialog.get_by_role("button", name="Ring").click()
    dialog.get_by_label("Nodes").fill("3")
    dialog.get_by_label("Nodes").press("Enter")
    expect(dialog.get_by_text("6 nodes, 6 links")).to_be_visible()
    dialog.get_by_role("button", name="Create").click()
    expect(page.locator(".react-flow__node")).to_have_count(6)
    page.get_by_role("button", name="Insert a shape").click()
    page.get_by_role("dialog").get_by_role("button", name="Insert", exact=True).click()
    expect(page.locator(".react-flow__node")).to_have_count(14)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".react-flow__node")).to_have_count(6)


def test_live_edits_reach_the_lab(page: Page) -> None:
    """While live mode is on a cut is applied as it is made, and so is its undo."""
    open_drawn_lab(page, TWO_HOSTS)
    run(page)
    page.get_by_role("switch", name="Live").click()
    expect(page.get_by_role("status").get_by_text("Live", exact=True)).to_be_visible()
    select_link(page)
    inspector(page).get_by_role("checkbox", name="Cut").click()
    expect(inspector(page).get_by_text("cut", exact=True)).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(inspector(page).get_by_text("up", exact=True)).to_be_visible()


def test_live_mode_is_held_up(page: Page) -> None:
    """A drawing that is wrong is not applied: what is wrong is said, and mending it goes on."""
    open_drawn_lab(page, TWO_HOSTS)
    run(page)
    page.get_by_role("switch", name="Live").click()
    node(page, "h1").click()
    inspector(page).get_by_role("button", name="Add a route").click()
    expect(page.get_by_role("button", name="Held up")).to_be_visible()
    inspector(page).get_by_role("button", name="Remove route 1").click()
    expect(page.get_by_role("status").get_by_text("Live", exact=True)).to_be_visible()


def test_drift_is_marked_and_reverted(page: Page, product: Product) -> None:
    """What somebody types in a node stands at the node and in a list, and one button reverts it."""
    open_drawn_lab(page, TWO_HOSTS)
    run(page)
    lab = lab_of(page)
    status, said = inside(product.run_dir, lambda: say(lab, "h1", "ip link set eth0 down"))
    assert status == 0, said
    expect(node(page, "h1").get_by_text("Changed by hand")).to_have_count(1)
    open_panel(page, "Drift")
    expect(page.get_by_role("button", name="h1:eth0 is down", exact=True)).to_be_visible()
    page.get_by_role("button", name="Revert all").click()
    expect(page.get_by_text("Nothing was changed by hand")).to_be_visible()
    expect(node(page, "h1").get_by_text("Changed by hand")).to_have_count(0)
